"""A list with mistakes is written again with the cells marked: each fault in its cell, in words, all else as it was."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

from generator.importing.importer import ImportResult, Wishes, import_table
from generator.importing.marking import write_marked
from generator.workbooks.letters import column_letters
from generator.workbooks.marked_styles import FILLS
from generator.workbooks.workbook import read_workbook
from tests.importing import faults, workbooks
from tests.importing.project import DAY, Project

RED, YELLOW = FILLS["error"], FILLS["warning"]
LISTING = "Lỗi cần xem"
THERE = {
    "producer": "HTX Mẫu Đã Có",
    "stars": "4",
    "decision_number": "12/QĐ-UBND",
    "issued_at": "2024-07-20",
    "commune_old": "xã Tân Cương",
    "district_old": "TP. Thái Nguyên",
    "province_old": "Thái Nguyên",
    "score": "85.5",
}
RECORDS = (
    {"name_vi": "Chè đinh Mẫu"},
    {"name_vi": "Miến Mẫu Đã Có", "code": "19-05503-2-2024"},
    {"name_vi": "Trà Mẫu Đã Có"},
    {"name_vi": "Bánh Mẫu", "gtin": "8938505974194"},
)


@dataclass(frozen=True)
class Marked:
    """A list with faults, what its import told, and the marked workbook."""

    project: Project
    list_: Path
    result: ImportResult
    file: Path
    book: Workbook


def import_marked(project: Project, list_: Path) -> tuple[ImportResult, Path | None]:
    """Import a list on the day of the tests and write it again with marks."""
    result = import_table(list_, project.products, Wishes(day=DAY))
    return result, write_marked(list_, result.issues, "vi")


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    """The list with all faults, imported once; tests only look at it."""
    project = Project(tmp_path_factory.mktemp("faults"))
    assert () == project.import_rows(*({**THERE, **record} for record in RECORDS)).issues
    list_ = faults.write(project.folder / "danh-sach.xlsx")
    result, file = import_marked(project, list_)
    assert file
    return Marked(project, list_, result, file, load_workbook(file))


def cell_of(fault: faults.Fault) -> str:
    """The cell in which a fault stands."""
    return f"{column_letters(faults.COLUMNS.index(fault.column) + 1)}{faults.FIRST_ROW + faults.FAULTS.index(fault)}"


def test_there_are_enough_faults() -> None:
    """Of different kinds: in rows, and those of headings and sheets beside them."""
    assert 30 <= len({fault.name for fault in faults.FAULTS}) == len(faults.FAULTS)


@pytest.mark.parametrize("fault", faults.FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_marked_in_its_cell_in_words(marked: Marked, fault: faults.Fault) -> None:
    """Nothing else of its row is; the note says what is wrong, by the list's own heading, and what to do."""
    sheet, place = marked.book["Danh sách 2024"], cell_of(fault)
    row = faults.FIRST_ROW + faults.FAULTS.index(fault)
    colours = {cell.coordinate: cell.fill.fgColor.rgb for cell in sheet[row] if cell.fill.fgColor.rgb in (RED, YELLOW)}
    assert {place: RED if fault.severity == "error" else YELLOW} == colours
    note = sheet[place].comment
    assert note is not None
    assert ("OCOP", True) == (note.author, "gợi ý: " in note.text)
    assert [] == [words for words in fault.words if words not in note.text], note.text


def test_faults_of_headings_rows_and_sheets_are_marked_too(marked: Marked) -> None:
    """A column that is not known, one that is there twice, a row that looks like no product, a hidden sheet."""
    sheet, last = marked.book["Danh sách 2024"], faults.FIRST_ROW + len(faults.FAULTS)
    unknown, twice = (column_letters(faults.COLUMNS.index(one) + 1) for one in ("extra", "again"))
    cells = (f"{unknown}{faults.HEADING_ROW}", f"{twice}{faults.HEADING_ROW}", f"A{last}")
    words = ("không nhận ra cột", "cùng một nghĩa", "không giống một sản phẩm")
    assert [] == [
        (cell, word) for cell, word in zip(cells, words, strict=True) if word not in (sheet[cell].comment or "").text
    ]
    hidden = marked.book["Nháp"]["A1"].comment
    assert hidden is not None
    assert "đang ẩn" in hidden.text


def test_the_first_sheet_lists_all_with_links(marked: Marked) -> None:
    """It opens first; every issue of the list has a row, every link leads to the cell that is marked."""
    sheet = marked.book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert (LISTING, 0) == (sheet.title, marked.book.index(marked.book.active))  # type: ignore[arg-type]
    assert [issue.id for issue in sorted(marked.result.issues, key=lambda one: one.order)] == [row[6] for row in rows]
    links = {row[2].row: row[2].hyperlink.location for row in sheet.iter_rows(min_row=4) if row[2].hyperlink}
    expected = {number: f"'{row[1]}'!{row[2]}" for number, row in enumerate(rows, 4)}
    assert expected == links
    for place in links.values():
        name, _, cell = place.rpartition("!")
        assert marked.book[name.strip("'")][cell].fill.fgColor.rgb in (RED, YELLOW)


def test_the_officers_file_is_not_touched(marked: Marked) -> None:
    """The marked workbook has a name of its own, and the next import another one unless it says the same."""
    assert "danh-sach-loi.xlsx" == marked.file.name
    assert "FFF6B8B5" not in str(load_workbook(marked.list_)["Danh sách 2024"]["K5"].fill.fgColor.rgb)
    assert marked.file == write_marked(marked.list_, marked.result.issues, "vi")
    other = write_marked(marked.list_, marked.result.issues[:3], "vi")
    assert other
    assert "danh-sach-loi-2.xlsx" == other.name


def test_libreoffice_opens_it_and_keeps_the_marks(marked: Marked, tmp_path: Path) -> None:
    """Saved by it again: the same cells with the same colours and notes, and links that lead to them."""
    saved = workbooks.convert([marked.file], "ods", tmp_path)[marked.file.stem]
    again = load_workbook(workbooks.convert([saved], "xlsx", tmp_path)[marked.file.stem])
    assert marked.book.sheetnames == again.sheetnames
    for fault in faults.FAULTS:
        cell = again["Danh sách 2024"][cell_of(fault)]
        assert cell.fill.fgColor.rgb in (RED, YELLOW)
        assert cell.comment
        assert fault.words[0] in cell.comment.text
    link = again[LISTING]["C6"].hyperlink
    assert link
    assert "K5" in (link.location or link.target or "")


def test_what_is_mended_in_the_marked_workbook_is_imported(project: Project) -> None:
    """The list of mistakes is passed over; a cell that is right now loses its mark, others keep theirs."""
    list_ = workbooks.save(
        project.folder / "a.xlsx",
        [["Tên sản phẩm", "Tỉnh", "Hạng sao"], ["Chè", "Lào Cai", 7], ["Trà", "Lào Cay", 4]],
    )
    _, first = import_marked(project, list_)
    assert first
    book = load_workbook(first)
    book["Sheet1"]["C2"] = "4 sao"
    book.save(first)
    result, second = import_marked(project, first)
    assert second
    sheet = load_workbook(second)["Sheet1"]
    assert (1, "a-loi-2.xlsx", [LISTING, "Sheet1"]) == (
        result.products.new,
        second.name,
        load_workbook(second).sheetnames,
    )
    assert (None, "00000000") == (sheet["C2"].comment, sheet["C2"].fill.fgColor.rgb)
    assert (True, RED) == (bool(sheet["B3"].comment), sheet["B3"].fill.fgColor.rgb)
    book = load_workbook(second)
    book["Sheet1"]["B3"] = "Lào Cai"
    book.save(second)
    last, none = import_marked(project, second)
    assert (1, (), None) == (last.products.new, last.issues, none)
    assert {"Chè", "Trà"} == {product.name.vi for product in project.collection().products}


def test_all_else_stays(project: Project) -> None:
    """Formats, widths, merged cells, notes of others, drop-down lists, pictures, names and other sheets."""
    list_ = rich_list(project.folder)
    _, file = import_marked(project, list_)
    assert file
    book = load_workbook(file)
    sheet, other = book["Sheet1"], book["Khác"]
    assert ("30.0", "A1:C1", True) == (
        str(sheet.column_dimensions["A"].width),
        str(next(iter(sheet.merged_cells.ranges))),
        bool(sheet["A1"].font.b),
    )
    assert ("FF00FF00", "0.00") == (sheet["A3"].fill.fgColor.rgb, sheet["C4"].number_format)
    assert (RED, "0.00", True) == (sheet["C3"].fill.fgColor.rgb, sheet["C3"].number_format, bool(sheet["C3"].font.i))
    own, shared = sheet["A4"].comment, sheet["C3"].comment
    assert own
    assert shared
    assert ("Ghi của cán bộ", "Cán bộ") == (own.text, own.author)
    assert shared.text.startswith("Xem lại")
    assert "từ 1 đến 5" in shared.text
    assert (1, "=1+1") == (len(sheet.data_validations.dataValidation), other["B2"].value)
    with ZipFile(file) as archive:
        assert "xl/media/image1.png" in archive.namelist()
    assert "'Khác'!$A$1" == other.defined_names["Local"].attr_text


def rich_list(folder: Path) -> Path:
    """A list with all kinds of things in its workbook."""
    list_ = workbooks.save(
        folder / "rich.xlsx",
        [["DANH SÁCH"], ["Tên sản phẩm", "Tỉnh", "Hạng sao"], ["Chè", "Lào Cai", 7], ["Trà", "Lào Cai", 4]],
        merged=["A1:C1"],
        formats={"C3": "0.00", "C4": "0.00"},
    )
    book = load_workbook(list_)
    sheet, other = book["Sheet1"], book.create_sheet("Khác")
    sheet.column_dimensions["A"].width = 30
    sheet["A1"].font, sheet["C3"].font = Font(bold=True), Font(italic=True)
    sheet["A3"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["A4"].comment, sheet["C3"].comment = Comment("Ghi của cán bộ", "Cán bộ"), Comment("Xem lại", "Cán bộ")
    rule = DataValidation("list", formula1='"Lào Cai,Sơn La"')
    rule.add("B3:B4")
    sheet.add_data_validation(rule)
    picture = BytesIO()
    Picture.new("RGB", (8, 8), "red").save(picture, "PNG")
    other.add_image(Image(picture), "D4")
    other["B2"] = "=1+1"
    other.defined_names.add(DefinedName("Local", attr_text="'Khác'!$A$1"))
    book.save(list_)
    return list_


@pytest.mark.parametrize("suffix", ["ods", "xls", "csv"])
def test_lists_in_other_formats_become_a_marked_xlsx(project: Project, suffix: str) -> None:
    """With their texts in the same cells; merged cells stay merged."""
    rows = [["DANH SÁCH"], ["Tên sản phẩm", "Tỉnh", "Hạng sao"], ["Chè & <b>", "Lào Cai", 7]]
    if suffix == "csv":
        list_ = project.folder / "a.csv"
        list_.write_text("DANH SÁCH,,\nTên sản phẩm,Tỉnh,Hạng sao\nChè & <b>,Lào Cai,7\n", encoding="utf-8")
    else:
        xlsx = workbooks.save(project.folder / "a.xlsx", rows, merged=["A1:C1"])
        list_ = workbooks.convert([xlsx], suffix, project.folder)["a"]
    _, file = import_marked(project, list_)
    assert file
    sheet = load_workbook(file).worksheets[1]
    areas = [str(area) for area in sheet.merged_cells.ranges]
    assert ("a-loi.xlsx", "Chè & <b>", "7", RED) == (
        file.name,
        sheet["A3"].value,
        sheet["C3"].value,
        sheet["C3"].fill.fgColor.rgb,
    )
    assert ([] if suffix == "csv" else ["A1:C1"]) == areas
    again = import_table(file, project.products, Wishes(day=DAY))
    assert [("award-stars", "C3")] == [(one.id, one.source.cell.rpartition("!")[2]) for one in again.issues]


def test_a_mistake_in_merged_cells_is_marked_where_it_is_seen(project: Project) -> None:
    """In the first of them; what several rows say there stands in one note, the same once."""
    rows = [["Tên sản phẩm", "Tỉnh", "Hạng sao"], ["Chè", "Lào Cay", 4], ["Trà", None, 3], ["Mận", None, 3]]
    list_ = workbooks.save(project.folder / "a.xlsx", rows, merged=["B2:B4"])
    _, file = import_marked(project, list_)
    assert file
    sheet = load_workbook(file)["Sheet1"]
    assert RED == sheet["B2"].fill.fgColor.rgb
    assert sheet["B2"].comment
    assert 1 == sheet["B2"].comment.text.count("Lào Cay")


def test_what_cannot_be_read_is_not_marked(project: Project) -> None:
    """It was told; no file is written."""
    list_ = project.folder / "a.xlsx"
    list_.write_bytes(b"PK\x03\x04 no workbook")
    assert None is import_marked(project, list_)[1]
    assert ["a.xlsx"] == [path.name for path in project.folder.glob("*.xlsx")]


def test_hostile_text_is_text_in_the_marked_workbook(project: Project) -> None:
    """Neither formulas nor XML, in sheets that are written anew and in the list of mistakes."""
    hostile = "<x>]]>&amp;\"'{{}} _x000D_ =cmd()"
    text = f'Tên sản phẩm,Tỉnh,Hạng sao\n"{hostile.replace(chr(34), chr(34) * 2)}",Lào Cai,"=1+{hostile[:4]}"\n'
    list_ = project.folder / "a.csv"
    list_.write_text(text, encoding="utf-8")
    _, file = import_marked(project, list_)
    assert file
    sheets = {sheet.name: sheet.rows for sheet in read_workbook(file)}
    assert hostile == sheets["Danh sách"][2][0]
    assert all(cell.data_type != "f" for sheet in load_workbook(file) for row in sheet.iter_rows() for cell in row)
