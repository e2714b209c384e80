"""A workbook of records that was edited comes back: only the edit shows in the files."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.importing.account import ImportResult
from generator.importing.returned import import_book
from generator.records.books.reading import is_book
from generator.records.reader import read_folder
from generator.registers import Registers
from tests.exporting.books import edit, write_book
from tests.importing.project import DAY, Project, ids
from tests.importing.workbooks import convert, save

TEA = "records/thai-nguyen/che-dinh.yml"
FILES = {
    TEA: """\
# Đã kiểm tra
name:
  vi: Chè đinh   # như giấy
  translated: []
story:
  vi: |
    Một

    hai
producer: htx-mau
origin:
  stated: {province: Thái Nguyên}
awards:
  # lần đầu
  - {stars: 3, issued: 2021-07-20}
  - stars: 4
    issued: 2024-08-01
    decision: "90/QĐ-UBND"
home: {price: {low: 65000, currency: VND}}
""",
    "records/lao-cai/che-shan.yml": "name: {vi: Chè Shan}\norigin: {stated: {province: Lào Cai}}\n",
    "producers/htx-mau.yml": "name:\n  vi: HTX Mẫu\nkind: cooperative\n",
}


@pytest.fixture
def filled(project: Project) -> Project:
    """A project with records, written as people do."""
    for name, text in FILES.items():
        (project.products / name).parent.mkdir(parents=True, exist_ok=True)
        (project.products / name).write_text(text, encoding="utf-8")
    return project


@pytest.fixture
def book(filled: Project, registers: Registers) -> Path:
    """Its workbook."""
    records = [one for one in read_folder(filled.products, 1).records if one.kind != "register"]
    return write_book(filled.folder / "all.xlsx", records, registers)


def come_back(project: Project, book: Path, *, dry_run: bool = False) -> ImportResult:
    """Import a workbook."""
    assert is_book(book)
    return import_book(book, project.products, DAY, dry_run=dry_run)


def changes(project: Project) -> Mapping[str, str]:
    """Files that are not as they were."""
    found = {name: content.decode() for name, content in project.files().items()}
    return {name: text for name, text in found.items() if text != FILES.get(name)}


def test_what_was_not_edited_is_not_touched(filled: Project, book: Path) -> None:
    """No file, whatever it looks like."""
    result = come_back(filled, book)
    assert ({}, (), [], 2, 1) == (
        changes(filled), result.written, ids(result), result.products.unchanged, result.producers.unchanged
    )  # fmt: skip


EDITS = [
    ({("product", "che-dinh", None, "name.vi"): "Chè đinh mới"}, "vi: Chè đinh   #", "vi: Chè đinh mới   #"),
    ({("product", "che-dinh", None, "home.price.low"): 70000}, "low: 65000", "low: 70000"),
    ({("product:awards", "che-dinh", 2, "stars"): 5}, "stars: 4", "stars: 5"),
    ({("product", "che-dinh", None, "brand"): "-5% Nhãn"}, "producer:", "brand: -5% Nhãn\nproducer:"),
    ({("product:markets", "che-dinh", 1, "country"): "JP"}, "VND}}\n", "VND}}\nmarkets:\n  - country: JP\n"),
    ({("product", "che-dinh", None, "story.vi"): None}, "story:\n  vi: |\n    Một\n\n    hai\n", ""),
    (
        {("product:awards", "che-dinh", 3, key): value for key, value in (("stars", 5), ("decision", "7/QĐ"))},
        '"90/QĐ-UBND"\n',
        '"90/QĐ-UBND"\n  - stars: 5\n    decision: 7/QĐ\n',
    ),
]


@pytest.mark.parametrize(("cells", "old", "new"), EDITS)
def test_only_the_edit_shows(
    filled: Project, book: Path, cells: Mapping[tuple[str, str, int | None, str], object], old: str, new: str
) -> None:
    """Comments, order and the way the rest is written stay; a second import finds nothing to do."""
    edit(book, cells)
    assert (TEA,) == tuple(name.removeprefix("products/") for name in come_back(filled, book, dry_run=True).written)
    assert {} == changes(filled)
    assert [] == ids(come_back(filled, book))
    assert 1 == FILES[TEA].count(old)
    assert {TEA: FILES[TEA].replace(old, new)} == changes(filled)
    assert () == come_back(filled, book).written


def test_an_edit_in_another_program_shows_alone(filled: Project, book: Path) -> None:
    """LibreOffice saves the whole workbook in its own way."""
    edit(book, {("product:awards", "che-dinh", 2, "decision"): "91/QĐ-UBND"})
    saved = convert([book], "ods", filled.folder)["all"]
    assert [] == ids(come_back(filled, saved))
    assert {TEA: FILES[TEA].replace("90/", "91/")} == changes(filled)


def test_a_row_of_its_own_is_a_new_record(filled: Project, book: Path) -> None:
    """In the folder of its province; also one that was copied from another row, with what is hidden in it."""
    cells = {("product", "mien-dong", None, "name.vi"): "Miến", ("product", "mien-dong", None, "producer"): "htx-moi"}
    origin = {("product", "mien-dong", None, "origin.stated.province"): "Sơn La"}
    copied = {("product", "mien-dong", None, "#base"): "che-dinh 123"}
    edit(book, {**cells, **origin, **copied, ("producer", "htx-moi", None, "name.vi"): "HTX Mới"})
    assert [] == ids(come_back(filled, book))
    assert {"records/son-la/mien-dong.yml", "producers/htx-moi.yml"} == changes(filled).keys()


def test_what_both_edited_waits(filled: Project, book: Path) -> None:
    """A record that changed since is only written over by nobody; one that only changed there stays as it is."""
    edit(book, {("product", "che-dinh", None, "brand"): "Nhãn"})
    shan, tea = (filled.products / name for name in ("records/lao-cai/che-shan.yml", TEA))
    for file in (shan, tea):
        file.write_text(file.read_text("utf-8") + "variety: Mới\n", "utf-8")
    before = filled.files()
    result = come_back(filled, book)
    assert (["book-changed"], before, 1) == (ids(result), filled.files(), result.left_out)
    assert "variety, brand" == result.issues[0].details["fields"]
    assert "'Sản phẩm'!A5" == result.issues[0].source.cell


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({("product:awards", "che-dinh", 2, "stars"): 7}, ("award-stars", "'Hạng sao'!C5")),
        ({("product:awards", "che-dinh", 2, "issued"): "hôm qua"}, ("date-form", "'Hạng sao'!G5")),
        ({("product", "che-dinh", None, "producer"): "htx-mua"}, ("producer-unknown", "'Sản phẩm'!AH5")),
        ({("product", "che-dinh", None, "origin.stated.province"): "Thái Nguyen Cũ"}, ("province-unknown", "")),
        ({("product", "Chè Đinh", None, "name.vi"): "Chè"}, ("id-form", "'Sản phẩm'!A6")),
        ({("product:awards", "che-khac", 1, "stars"): 4}, ("book-record", "'Hạng sao'!A6")),
        ({("product:awards", "che-dinh", 2, "#"): "hai"}, ("book-number", "'Hạng sao'!B5")),
        ({("product", "che-dinh", None, "keywords.vi"): 'a; "b'}, ("book-list", "")),
        ({("product", "che-dinh", None, "brand"): "=1+1"}, ("book-formula", "")),
        ({("product", "che-dinh", None, "#base"): "che-cu 12"}, ("book-id-changed", "'Sản phẩm'!A5")),
        ({("product:awards:scores.criteria", "che-dinh", 1, "code"): "1.1"}, ("book-number", "'Điểm tiêu chí'!B4")),
    ],
)
def test_mistakes_are_told_with_their_cells(
    filled: Project, book: Path, cells: Mapping[tuple[str, str, int | None, str], object], told: tuple[str, str]
) -> None:
    """And change nothing."""
    edit(book, cells)
    result = come_back(filled, book)
    found = [(issue.id, issue.source.cell if told[1] else "") for issue in result.issues if issue.severity == "error"]
    assert ([told], {}) == (found, changes(filled))


def test_a_list_is_no_workbook_of_records(tmp_path: Path) -> None:
    """Also one that speaks of such workbooks."""
    rows = [["Tên sản phẩm", "Ghi chú"], ["Chè", "ocop:product là khóa"]]
    assert not is_book(save(tmp_path / "list.xlsx", rows))
    assert not is_book(Path(__file__))
