"""Workbooks that mean harm end in a message, within seconds and bounded memory; nothing of them is written."""

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.workbooks.sheet import WorkbookError
from generator.workbooks.workbook import is_workbook, read_workbook
from tests.importing import workbooks
from tests.importing.project import ROOT, Project, ids

ROWS = [["STT", "Tên sản phẩm", "Tỉnh", "Hạng sao"], [1, "Chè", "Lào Cai", 4]]
SHEET = "xl/worksheets/sheet1.xml"
MOST_MEMORY = 500
"""Megabytes of the process that reads, Python and all packages included."""
MOST_SECONDS = 60
"""On a machine that does much else; alone it takes a few."""
READ = """
import sys
from pathlib import Path
from generator.workbooks.sheet import WorkbookError
from generator.workbooks.workbook import read_workbook
try:
    print(sum(len(sheet.rows) for sheet in read_workbook(Path(sys.argv[1]))))
except WorkbookError as error:
    print(error.kind)
print(int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024)
"""
# Not `ru_maxrss`: it begins with what the process that started this one holds.


def altered(path: Path, parts: Mapping[str, bytes | None]) -> Path:
    """A sound workbook of which parts are others, added or taken out."""
    sound = io.BytesIO(workbooks.save(path, ROWS).read_bytes())
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return path


def sheet_of(rows: bytes) -> bytes:
    """A sheet with these rows."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + rows + b"</sheetData></worksheet>"


def read_apart(file: Path) -> tuple[str, int]:
    """Read a workbook in a process of its own: the number of rows or the mistake, and the most memory in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=True,
    )
    told, memory = done.stdout.split()
    return told, int(memory)


BOMB = b"<row><c t='inlineStr'><is><t>" + b"A" * 60_000_000 + b"</t></is></c></row>"
BLANK = b'<row r="1"/>'
BOMBS = {
    "ratio": ({SHEET: sheet_of(BOMB)}, "workbook-bomb"),
    "blank rows": ({SHEET: sheet_of(BLANK * 1_000_000)}, "workbook-bomb"),
    "blank rows, well mixed": (
        {SHEET: sheet_of(b"".join(b'<row r="%d" ht="%d"/>' % (n, n * 7919 % 65536) for n in range(1, 400_000)))},
        "workbook-blank-rows",
    ),
    "far cell": ({SHEET: sheet_of(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}, "workbook-columns"),
    "rows": (
        {SHEET: sheet_of(b"".join(b"<row><c><v>%d</v></c></row>" % (n * 7919) for n in range(60_000)))}, "import-rows",
    ),
    "entities": (
        {SHEET: b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + sheet_of(b"&b;")},
        "workbook-entities",
    ),
    "outside entity": (
        {SHEET: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + sheet_of(b"&a;")}, "workbook-entities",
    ),
    "macros": ({"xl/vbaProject.bin": b"x"}, "workbook-macros"),
    "links": ({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}, "workbook-links"),
    "connections": ({"xl/connections.xml": b"<connections/>"}, "workbook-links"),
    "broken sheet": ({SHEET: b"<worksheet><sheetData><row"}, "workbook-broken"),
    "no sheet": ({SHEET: None}, "workbook-broken"),
    "no book": ({"xl/workbook.xml": None}, "workbook-broken"),
    "wrong place": ({SHEET: sheet_of(b'<row r="1"><c r="A-1"><v>1</v></c></row>')}, "workbook-broken"),
    "wrong row": ({SHEET: sheet_of(b'<row r="x"/>')}, "workbook-broken"),
    "wrong number": ({SHEET: sheet_of(b'<row r="1"><c r="A1"><v>x</v></c></row>')}, "workbook-broken"),
    "wrong text": ({SHEET: sheet_of(b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>')}, "workbook-broken"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_workbook_is_refused(project: Project, name: str) -> None:
    """With one issue that says why, and not a file."""
    parts, issue = BOMBS[name]
    result = project.import_list(altered(project.folder / "list.xlsx", parts))
    assert ([issue], {}) == (ids(result), project.files())


@pytest.mark.parametrize("name", ["ratio", "blank rows", "blank rows, well mixed", "far cell", "rows"])
def test_a_bomb_takes_neither_time_nor_memory(tmp_path: Path, name: str) -> None:
    """In a process of its own, the packages of Python included."""
    parts, issue = BOMBS[name]
    told, memory = read_apart(altered(tmp_path / "list.xlsx", parts))
    assert issue == told
    assert memory < MOST_MEMORY


def test_a_size_that_is_a_lie_is_found(tmp_path: Path) -> None:
    """A part that says it is small, and is not, ends where it said it would."""
    path = altered(tmp_path / "list.xlsx", {SHEET: sheet_of(BOMB)})
    data = bytearray(path.read_bytes())
    size = struct.pack("<L", len(sheet_of(BOMB)))
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = struct.pack("<L", 1000)
    path.write_bytes(data)
    with pytest.raises(WorkbookError):
        read_workbook(path)


def ods_of(table: str) -> bytes:
    """The content of an ods file with one sheet."""
    spaces = "".join(
        f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    inside = f'<office:spreadsheet><table:table table:name="A">{table}</table:table></office:spreadsheet>'
    return f"<office:document-content{spaces}><office:body>{inside}</office:body></office:document-content>".encode()


CELL = '<table:table-cell office:value-type="string"><text:p>Chè</text:p></table:table-cell>'
WIDE = CELL.replace("-cell ", '-cell table:number-columns-repeated="99999" ', 1)
ROW = "<table:table-row>{}</table:table-row>"
REPEATED = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'


@pytest.mark.parametrize(
    ("parts", "issue"),
    [
        ({"content.xml": ods_of(REPEATED.format(CELL))}, "import-rows"),
        ({"content.xml": ods_of(ROW.format(WIDE))}, "workbook-columns"),
        ({"content.xml": ods_of("<table:table-row/>" * 200_000)}, "workbook-blank-rows"),
        ({"content.xml": ods_of('<table:table-source table:href="file:///x.ods"/>')}, "workbook-links"),
        ({"content.xml": ods_of(""), "Basic/Standard/Module1.xml": b"x"}, "workbook-macros"),
        ({"content.xml": b"<!DOCTYPE x []>" + ods_of("")}, "workbook-entities"),
        ({"content.xml": ods_of(""), "META-INF/manifest.xml": b"<encryption-data/>"}, "workbook-locked"),
        ({"content.xml": ods_of("<table:table-row table:number-rows-repeated='x'/>")}, "workbook-broken"),
    ],
)  # fmt: skip
def test_a_hostile_ods_is_refused(project: Project, parts: Mapping[str, bytes], issue: str) -> None:
    """Rows and columns that repeat, links, macros, passwords."""
    path = project.folder / "list.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert ([issue], {}) == (ids(project.import_list(path)), project.files())


def test_rows_that_repeat_to_the_end_are_no_harm(project: Project) -> None:
    """Every sheet of LibreOffice ends in a million blank rows, written as one."""
    cells = [[CELL.replace("Chè", text) for text in texts] for texts in (("Tên sản phẩm", "Tỉnh"), ("Chè", "Lào Cai"))]
    rows = [ROW.format("".join(row)) for row in cells]
    end = REPEATED.format('<table:table-cell table:number-columns-repeated="16384"/>')
    path = project.folder / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", ods_of("".join([*rows, end])))
    assert 1 == project.import_list(path).products.new


LONG = """
import sys
from pathlib import Path
from generator.importing.importer import Wishes, import_table
result = import_table(Path(sys.argv[1]), Path(sys.argv[2]), Wishes())
print(result.products.new, int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024)
"""


def test_a_long_list_takes_bounded_memory(tmp_path: Path) -> None:
    """In a process of its own, whatever the number of rows."""
    for count in (1_000, 4_000):
        project = Project(tmp_path / str(count))
        head = ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao", "Số quyết định", "Ngày ban hành"]
        same = ["80,5", "4 sao", "1/QĐ-UBND", "1/2/2024"]
        rows = [
            [n, f"Chè Mẫu {n}", f"HTX Mẫu {n // 2}", f"xã Mẫu {n % 90}, huyện Mẫu, tỉnh Lào Cai", *same]
            for n in range(1, count + 1)
        ]
        file = workbooks.save(project.folder / "list.xlsx", [head, *rows])
        command = [sys.executable, "-c", LONG, str(file), str(project.products)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=True)
        new, memory = map(int, done.stdout.split())
        assert (count, True) == (new, memory < MOST_MEMORY)


def test_formulas_are_never_data(project: Project) -> None:
    """A formula in a column of ours is told with its cell; running numbers and totals may be some."""
    rows = [
        ["STT", "Tên sản phẩm", "Tỉnh", "Hạng sao", "Điểm"],
        ["=ROW()-1", "Chè", "Lào Cai", 4, 80],
        [2, '=HYPERLINK("https://vi-du.example","Trà")', "Lào Cai", 4, 80],
        [3, "Mật ong", "Lào Cai", 4, "=40+41"],
        ["Tổng cộng", "=COUNTA(B2:B4)", None, None, "=SUM(E2:E4)"],
    ]
    result = project.import_list(workbooks.save(project.folder / "list.xlsx", rows))
    assert [("import-formula", "Sheet1!B3"), ("import-formula", "Sheet1!E4")] == [
        (i.id, i.source.cell) for i in result.issues
    ]
    assert ["Chè"] == [product.name.vi for product in project.collection().products]


def test_formulas_are_found_in_every_format(tmp_path: Path) -> None:
    """Also in xls, where they stand in records of their own, and after LibreOffice has computed them."""
    rows = [["Tên sản phẩm", "Tỉnh", "Điểm"], ["Chè", "Lào Cai", "=40+41"], ["Trà", "Lào Cai", 80]]
    file = workbooks.save(tmp_path / "list.xlsx", rows)
    for suffix in ("ods", "xls", "xlsx"):
        project = Project(tmp_path / f"project-{suffix}")
        saved = workbooks.convert([file], suffix, project.folder)["list"]
        (issue,) = project.import_list(saved).issues
        assert ("import-formula", "Sheet1!C2", "81") == (issue.id, issue.source.cell, issue.details["value"])


def test_web_pages_that_are_called_workbooks_are_told(project: Project) -> None:
    """As portals give them out."""
    path = project.folder / "list.xls"
    path.write_text("<html><table><tr><td>Tên sản phẩm</td></tr></table></html>", encoding="utf-8")
    assert ["workbook-web-page"] == ids(project.import_list(path))


def test_a_workbook_with_a_password_is_told(project: Project) -> None:
    """Office keeps it in the form of the old format."""
    path = project.folder / "list.xlsx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"))
    assert ["workbook-locked"] == ids(project.import_list(path))


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A workbook in each format."""
    folder = tmp_path_factory.mktemp("sound")
    file = workbooks.quang_ninh(folder / "list.xlsx")
    others = [workbooks.convert([file], suffix, tmp_path_factory.mktemp(suffix))["list"] for suffix in ("ods", "xls")]
    return [file, *others]


parts = st.floats(0, 1, exclude_max=True)


CHANGES = st.lists(st.tuples(parts, st.integers(0, 255)), max_size=8)
FACTS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)


def read_broken(sound: Path, path: Path, changes: list[tuple[float, int]], end: float) -> None:
    """Read a workbook of which bytes were changed, or cut off at the end."""
    content = bytearray(sound.read_bytes())
    for place, byte in changes:
        content[int(place * len(content))] = byte
    path.write_bytes(content[: int(end * len(content))])
    if is_workbook(path):
        with suppress(WorkbookError):
            read_workbook(path)


@FACTS
@given(st.integers(0, 1), CHANGES, parts | st.just(1.0))
def test_whatever_is_broken_ends_in_a_message(
    tmp_path: Path, sound: list[Path], which: int, changes: list[tuple[float, int]], end: float
) -> None:
    """Bytes of xlsx and ods that are changed or cut off anywhere: a message or some sheets, and nothing else."""
    read_broken(sound[which], tmp_path / "list", changes, end)


@settings(FACTS, derandomize=True)
@given(CHANGES, parts | st.just(1.0))
def test_a_broken_xls_ends_in_a_message(
    tmp_path: Path, sound: list[Path], changes: list[tuple[float, int]], end: float
) -> None:
    """The same bytes in every run: a new fault of xlrd, which is not ours, shall not stop another change."""
    read_broken(sound[2], tmp_path / "list", changes, end)
