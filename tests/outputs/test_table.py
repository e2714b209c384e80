"""The tables open in a spreadsheet with their marks, hold the facts, and run no formula; the package describes them."""

import csv
import hashlib
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.table import COLUMNS, guarded

VI, EN = "api/v1/products.vi.csv", "api/v1/products.en.csv"


@pytest.fixture
def rows_of(catalogue_of: Callable[..., Any], files_of: Callable[..., Any]) -> Callable[..., list[dict[str, str]]]:
    """Reads a table back, its cells by column id."""

    def make(products: Any = None, path: str = VI, **more: Any) -> list[dict[str, str]]:
        text = files_of(catalogue_of(products, **more))[path].decode("utf-8-sig")
        _, *rows = csv.reader(StringIO(text, newline=""))
        names = [*(column.id for column in COLUMNS), "url"]
        return [dict(zip(names, row, strict=True)) for row in rows]

    return make


@pytest.mark.parametrize("path", [VI, EN])
def test_table_is_utf8_with_mark_and_rfc_4180_lines(
    catalogue_of: Callable[..., Any], files_of: Callable[..., Any], path: str
) -> None:
    """Excel needs the byte-order mark; every line ends with CRLF and has as many cells; no heading twice."""
    content = files_of(catalogue_of())[path]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    headings, row = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    assert len(headings) == len(set(headings)) == len(row)


def test_cells_hold_the_facts_in_the_words_of_the_language(rows_of: Callable[..., Any]) -> None:
    """Days and stars are plain values; names, quantities and standings are written for the reader."""
    [vi], [en] = rows_of(), rows_of(path=EN)
    assert ("Chè đinh Tân Cương", "Tan Cuong bud tea") == (vi["name"], vi["name_other"])
    assert ("Tan Cuong bud tea", "Chè đinh Tân Cương") == (en["name"], en["name_other"])
    assert ("5", "2025-03-01", "2028-03-01") == (vi["stars"], vi["issued"], vi["expires"])
    assert ("1.500 hộp", "1,500 boxes") == (vi["minimum_order"], en["minimum_order"])
    assert ("Nhật Bản, Đức", "Japan, Germany") == (vi["markets"], en["markets"])
    assert ("VietGAP 12 (đã hết hạn)", "VietGAP 12 (expired)") == (vi["certifications"], en["certifications"])
    assert "xã Tân Cương, TP. Thái Nguyên, Thái Nguyên" == vi["stated_place"]
    assert ("suy ra", "inferred") == (vi["set_inferred"], en["set_inferred"])
    assert "https://example.vn/ocop/en/p/che-dinh/" == en["url"]


def test_a_product_with_only_a_name_has_empty_cells(rows_of: Callable[..., Any]) -> None:
    """What is not stated is empty, never "None"."""
    [row] = rows_of({"a": {"name": {"vi": "Chè"}}})
    stated = {name: cell for name, cell in row.items() if cell}
    expected = {"id": "a", "name": "Chè", "standing": "Chưa có hạng sao", "url": "https://example.vn/ocop/vi/p/a/"}
    assert expected == stated


@pytest.mark.parametrize(
    ("awards", "proposals", "expected"),
    [
        ([{"stars": "5", "issued": "2020-01-01"}], "", ("", "Hết hạn 01/01/2023")),
        ([{"stars": "5", "year": "2019"}], "", ("", "Đã quá hạn · công nhận năm 2019")),
        ([{"stars": "4", "year": "2025"}], "", ("4", "4 sao OCOP · không nêu thời hạn")),
        ("", [{"stars": "5"}], ("", "Đề nghị 5 sao – chưa công nhận")),
        ("", [{"year": "2025"}], ("", "Mới đề nghị – chưa công nhận")),
        ([{"year": "2025"}], "", ("", "Không nêu hạng sao")),
        ([{"stars": "2", "issued": "2025-01-01"}], "", ("", "Chưa có hạng sao")),
    ],
)
def test_standing_is_said_in_words_and_stars_only_where_held(
    rows_of: Callable[..., Any], tea: Callable[..., Any], awards: Any, proposals: Any, expected: tuple[str, str]
) -> None:
    """A reader who sorts by stars never finds a product that does not hold them."""
    [row] = rows_of({"a": tea(awards=awards, proposals=proposals)})
    assert expected == (row["stars"], row["standing"])


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\u00a0=", "\u3000＝", "\n="]
)
def test_a_text_that_would_run_as_a_formula_is_guarded(start: str) -> None:
    """The first letter after any spaces decides."""
    assert f"'{start}1+1" == guarded(f"{start}1+1")


@pytest.mark.parametrize("text", ["", "Chè", "a=1", "'=1", " Chè", "1-2", "5 sao"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    """Nothing is added where nothing can run."""
    assert text == guarded(text)


@given(st.text())
def test_guarding_can_be_undone(text: str) -> None:
    """A guarded text is the text itself, after an apostrophe or not, and never begins like a formula."""
    safe = guarded(text)
    assert text in (safe, safe.removeprefix("'"))
    assert safe.lstrip(" \n\u00a0\u3000")[:1] not in set("=+-@\t\r＝＋－＠")


def test_formulas_commas_quotes_and_line_ends_come_back(rows_of: Callable[..., Any], tea: Callable[..., Any]) -> None:
    """What was written is read again, apart from the guard."""
    name = '=HYPERLINK("https://x.example","a,b")'
    [row] = rows_of({"a": tea(name={"vi": name, "en": "+84"}, origin={"stated": {"address": '-1, "A"'}})})
    assert (f"'{name}", "'+84", '\'-1, "A"') == (row["name"], row["name_other"], row["stated_place"])


def test_package_knows_size_checksum_and_columns(
    catalogue_of: Callable[..., Any], files_of: Callable[..., Any]
) -> None:
    """Every table is described in the shape of Data Package v2, with the headings it has."""
    files = files_of(catalogue_of())
    package = json.loads(files["api/v1/datapackage.json"])
    assert "https://datapackage.org/profiles/2.0/datapackage.json" == package["$schema"]
    assert ["CC-BY-4.0"] == [one["name"] for one in package["licenses"]]
    assert ["products.vi.csv", "products.en.csv"] == [one["path"] for one in package["resources"]]
    for resource in package["resources"]:
        content = files[f"api/v1/{resource['path']}"]
        expected = (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        assert expected == (resource["bytes"], resource["hash"])
        headings = next(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
        assert headings == [field["name"] for field in resource["schema"]["fields"]]
        assert headings[:1] == resource["schema"]["primaryKey"]


def test_declared_types_hold_in_every_row(rows_of: Callable[..., Any], awarded: Callable[..., Any]) -> None:
    """A cell of a date column is a date, one of a number column a number, or empty."""
    for row in rows_of({"a": awarded(), "b": awarded("5", "2020-01-01"), "c": {"name": {"vi": "C"}}}):
        for column in COLUMNS:
            cell = row[column.id]
            assert column.type != "date" or not cell or date.fromisoformat(cell)
            assert column.type != "integer" or not cell or cell.isdecimal()
