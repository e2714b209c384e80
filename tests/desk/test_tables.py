"""A list as CSV and as a workbook: readable by spreadsheets, with nothing in it that would run."""

import csv
import io
import zipfile
import zlib

import pytest
from lxml import etree

from generator.outputs.table import guarded
from tests.desk.conftest import Run

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ["=1+1", "+84 24", "-5", "@cmd", "\t=1", "\r=1", " =1", "＝1", "\u00a0=1"]
PLAIN = ["", "chè", "5 – 10", "a=b", "'x", "1.234", "https://x.example/?a=b"]


def cells(workbook: bytes) -> list[list[str]]:
    """The texts of the first sheet, row by row; empty where a cell holds none."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{MAIN}row")]


@pytest.mark.parametrize("text", [*FORMULAS, *PLAIN])
def test_csv_guards_what_the_open_data_guards(run: Run, text: str) -> None:
    """One rule in both languages: the same cells get an apostrophe in front."""
    (row,) = csv.reader(io.StringIO(run("OCOP.csv([[given.text, 'x']])", text=text).removeprefix("\ufeff"), newline=""))
    assert [guarded(text), "x"] == row


def test_csv_begins_with_a_byte_order_mark_and_quotes(run: Run) -> None:
    """Quotes are doubled, lines end as in RFC 4180, commas and line ends inside a cell stay inside."""
    assert '\ufeffTên,"a ""b"", c"\r\n"x\ny","d;e"\r\n' == run(
        "OCOP.csv(given.rows)", rows=[["Tên", 'a "b", c'], ["x\ny", "d;e"]]
    )


def test_zip_is_read_and_checked(run: Run) -> None:
    """Names in UTF-8, contents as they were, sums right, the same bytes each time."""
    expression = "OCOP.zip(given.files.map((one) => [one[0], new TextEncoder().encode(one[1])]))"
    files = [["tệp/á.txt", "chè"], ["rỗng", ""], ["b", "x" * 70_000]]
    made = run(expression, files=files)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert files == [[info.filename, archive.read(info).decode()] for info in archive.infolist()]
        assert [zlib.crc32(text.encode()) for _, text in files] == [info.CRC for info in archive.infolist()]
    assert made == run(expression, files=files)


def test_workbook_holds_the_rows_as_text(run: Run) -> None:
    """Formulas, digits, markup and signs that XML cannot hold: all are text, or left out."""
    rows = [["Tên", "=1+1"], ['a <b> & "c"', "0123"], ["x\x00y\ud800z", "  hai  dòng\nở đây "]]
    expected = [["Tên", "=1+1"], ['a <b> & "c"', "0123"], ["xyz", "  hai  dòng\nở đây "]]
    workbook = run("OCOP.xlsx(given.rows, 'Danh sách')", rows=rows)
    assert expected == cells(workbook)
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        kinds = {cell.get("t") for cell in etree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(f"{MAIN}c")}
    assert {"inlineStr"} == kinds


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tết 2027", "Tết 2027"),
        ("a/b\\c?d*e[f]:g", "a b c d e f g"),
        ("'tên'", "tên"),
        ("", "OCOP"),
        ("x" * 40, "x" * 31),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_sheet_is_named_after_the_list(run: Run, title: str, name: str) -> None:
    """Without the signs that a sheet's name may not have, at most 31 units long."""
    with zipfile.ZipFile(io.BytesIO(run("OCOP.xlsx([['a']], given.title)", title=title))) as archive:
        (sheet,) = etree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    assert name == sheet.get("name")


def test_workbook_has_a_column_for_each_letter(run: Run) -> None:
    """The cell after Z1 is AA1."""
    with zipfile.ZipFile(io.BytesIO(run("OCOP.xlsx([Array(28).fill('x')], 't')"))) as archive:
        places = [cell.get("r") for cell in etree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(f"{MAIN}c")]
    assert ["A1", "Z1", "AA1", "AB1"] == [places[0], *places[25:]]


def test_list_has_one_row_for_each_product(run: Run) -> None:
    """What the buyer wrote stands beside what the catalogue states; a product that is gone keeps its note."""
    hit = {
        "name": "Chè đinh",
        "other": "Dinh tea",
        "expires": "2027-07-01",
        "producer": "HTX Tân Cương",
        "province": "Thái Nguyên",
        "minimumOrder": "200 thùng",
        "price": "9 USD",
        "shelfLifeDays": 540,
        "incoterms": ["FOB", "EXW"],
        "certifications": ["VietGAP"],
        "markets": ["Đức", "Nga"],
        "url": "vi/p/che-dinh/",
    }
    items = [
        {"id": "che-dinh", "quantity": "2 thùng", "note": "mẫu"},
        {"id": "da-bo", "quantity": "", "note": "hỏi lại"},
    ]
    rows = run(
        """OCOP.listTable({id: "1", name: "", items: given.items}, new Map([["che-dinh", given.hit]]), {
          text: (key) => key, day: (day) => "ngày " + day, days: (number) => number + " ngày",
          standing: () => "5 sao",
          price: (hit) => hit.price + " (hết hạn)", address: (url) => "https://x.example/" + url })""",
        items=items,
        hit=hit,
    )
    assert [15, 15, 15] == [len(row) for row in rows]
    assert ["list.column.product", "list.column.link"] == [rows[0][0], rows[0][-1]]
    assert (
        "Chè đinh|Dinh tea|2 thùng|mẫu|5 sao|ngày 2027-07-01|HTX Tân Cương|Thái Nguyên|200 thùng|9 USD (hết hạn)"
        "|540 ngày|FOB, EXW|VietGAP|Đức, Nga|https://x.example/vi/p/che-dinh/" == "|".join(rows[1])
    )
    assert ["da-bo", "list.gone", "", "hỏi lại"] == rows[2][:4]


@pytest.mark.parametrize(("name", "file"), [("Tết 2027: Đức", "tet-2027-duc"), ("…", "ocop"), ("a" * 90, "a" * 60)])
def test_file_is_named_after_the_list(run: Run, name: str, file: str) -> None:
    """In letters that every file system takes."""
    assert file == run("OCOP.fileName(given.name)", name=name)
