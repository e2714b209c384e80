"""`ocop export` as an officer types it, and what the workbook looks like to a spreadsheet."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli import main
from generator.records.books.layout import plans
from tests.exporting.books import ROOT, read_values, sheet_by_mark

CONFIG = str(ROOT / "mkdocs.yml")


def run_export(file: Path, *words: str) -> Result:
    """Export from the repository's records, as of a day."""
    arguments = ["export", str(file), "-f", CONFIG, "--as-of", "2026-11-23", "--lang", "en", *words]
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of all records."""
    file = tmp_path_factory.mktemp("export") / "all.xlsx"
    result = run_export(file)
    assert (0, f"workbook written: {file}, with 240 products and 136 producers\n") == (result.exit_code, result.output)
    return file


@pytest.fixture(scope="module")
def book(whole: Path) -> Any:
    """The same, as another program reads it."""
    return load_workbook(whole)


def products(file: Path) -> set[str]:
    """Ids of the products of a workbook."""
    return {name for kind, name in read_values(file) if kind == "product"}


def test_headings_stay_in_sight_and_as_they_are(book: Any) -> None:
    """Vietnamese above English; only they are locked, ids and cells still empty are open."""
    for plan in plans().values():
        page = sheet_by_mark(book, plan.mark.removeprefix("ocop:"))
        assert (True, True) == (page.protection.sheet, page["A2"].protection.locked)
        assert page.freeze_panes.endswith("4")
        assert not page.column_dimensions["A"].protection.locked
    page = book["Sản phẩm"]
    assert ("Tên › tiếng Việt", "Name › Vietnamese") == (page["B2"].value, page["B3"].value)
    assert page.row_dimensions[1].hidden


def rules(page: Any) -> dict[str, Any]:
    """What may be typed into the columns of a sheet, by their keys."""
    keys = {cell.column_letter: cell.value for cell in page[1]}
    return {
        keys[str(area).split(":")[0].rstrip("0123456789")]: rule
        for rule in page.data_validations.dataValidation
        for area in rule.sqref.ranges
    }


def words(book: Any, rule: Any) -> Iterable[object]:
    """The words of a drop-down list."""
    name, _, area = rule.formula1.rpartition("!")
    return [row[0].value for row in book[name.strip("'")][area.replace("$", "")]]


def test_registers_are_drop_down_lists(book: Any) -> None:
    """Provinces of today, sets, schemes, countries, and the words of fields that take few; producers that there are."""
    of_products, of_awards = rules(book["Sản phẩm"]), rules(book["Hạng sao"])
    provinces = words(book, of_products["origin.today.province"])
    assert (34, True) == (len(list(provinces)), "Lâm Đồng" in provinces)
    assert [*range(1, 27)] == words(book, of_products["category.set"])
    assert "haccp" in words(book, rules(book["Chứng nhận"])["scheme"])
    assert "JP" in words(book, rules(book["Thị trường"])["country"])
    assert ["ministry", "province", "district"] == words(book, of_awards["level"])
    assert "province: tỉnh" in of_awards["level"].prompt
    assert words(book, of_products["producer"])[:1] == [book["Chủ thể"]["A4"].value]


def test_the_first_sheet_says_how_it_is_used(book: Any) -> None:
    """In both languages, beside each other."""
    first = book.worksheets[0]
    assert ("Hướng dẫn", "Danh mục sản phẩm OCOP – sổ hồ sơ") == (first.title, first["A1"].value)
    assert "ocop import" in first["A3"].value
    assert "ocop import" in first["B3"].value


def test_no_cell_is_a_formula(whole: Path) -> None:
    """Whatever records say."""
    with ZipFile(whole) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/worksheets/" in name]
    assert (16, []) == (len(sheets), [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet])


def test_the_same_records_give_the_same_bytes(whole: Path, tmp_path: Path) -> None:
    """No moment, no machine."""
    run_export(tmp_path / "again.xlsx")
    assert whole.read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_a_filter_leaves_the_rest_out(tmp_path: Path, whole: Path) -> None:
    """Words of one kind add up, kinds narrow; producers are those of the products that are left."""
    file = tmp_path / "some.xlsx"
    assert 0 == run_export(file, "--province", "lam-dong", "--province", "Lào Cai").exit_code
    both = products(file)
    run_export(file, "--province", "lam-dong", "--replace")
    values = read_values(file)
    assert set() < products(file) < both < products(whole)
    named = {one["producer"] for (kind, _), one in values.items() if kind == "product" and "producer" in one}
    assert named == {name for kind, name in values if kind == "producer"}
    run_export(file, "--province", "lam-dong", "--stars", "5", "--standing", "undated", "--replace")
    assert products(file) < both
    one = min(both)
    run_export(file, "--id", one, "--replace")
    assert {one} == products(file)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--province", "lam-dog"), "did you mean lam-dong?"),
        (("--group", "nothing"), "[book-filter]"),
        (("--id", "nothing"), "[book-none]"),
    ],
)
def test_a_filter_without_products_is_told(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """And nothing is written."""
    result = run_export(tmp_path / "a.xlsx", *arguments)
    assert (1, [], True) == (result.exit_code, list(tmp_path.iterdir()), told in result.output)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """The file may be the one that an officer has edited for hours."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"mine")
    result = run_export(file)
    assert (1, b"mine", True) == (result.exit_code, file.read_bytes(), "[book-exists]" in result.output)
