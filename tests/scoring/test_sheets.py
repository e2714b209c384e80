"""Score sheets: written, filled in, taken through LibreOffice, read again; and files that are none."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.languages.messages import LANGUAGES
from generator.registers import Registers
from generator.report import render_text
from generator.scoresheets.layout import CODE, NAME_VI, POINTS, SET_ROW
from generator.scoresheets.reading import read_score_sheet
from generator.scoresheets.telling import Verdict
from tests.scoring.conftest import fill, full_marks, rows_of, through_office

Empty = Callable[[int], Path]


def told(file: Path, registers: Registers, number: int) -> list[tuple[str, str]]:
    """Ids and cells of what is wrong with a sheet."""
    issues = read_score_sheet(file, registers.criteria.sheets[number]).issues
    for language in LANGUAGES:
        assert f"{file.name}" in render_text(issues, language) or not issues
    return [(issue.id, issue.details.get("cell", "")) for issue in issues]


@pytest.mark.parametrize("number", [1, 11, 26])
def test_a_sheet_survives_libreoffice(empty_sheet: Empty, registers: Registers, tmp_path: Path, number: int) -> None:
    """Every point comes back, halves and hundredths too, and the sums of the sheet are those of the rules."""
    sheet, random = registers.criteria.sheets[number], Random(number)  # noqa: S311  the same points every time
    points = {one.code: Decimal(random.randint(0, 100 * one.most)) / 100 for one in sheet.criteria}
    saved = through_office(fill(empty_sheet(number), points), tmp_path / "office")
    filled = read_score_sheet(saved, sheet)
    assert points == filled.points
    assert {"sheet-step"} >= {issue.id for issue in filled.issues}
    page = load_workbook(saved, data_only=True).worksheets[0]
    shown = [page.cell(row, POINTS).value for row in range(1, page.max_row + 1) if page.cell(row, CODE).value is None]
    sums = [sum(points[one.code] for one in sheet.part(part)) for part in ("a", "b", "c")]
    numbers = [round(Decimal(str(one)), 2) for one in shown if isinstance(one, int | float)]
    assert [*sums, sum(sums)] == numbers


def test_a_sheet_is_the_same_whenever_it_is_written(empty_sheet: Empty) -> None:
    """No moment of writing is in it."""
    first = empty_sheet(9).read_bytes()
    assert first == empty_sheet(9).read_bytes()
    with ZipFile(empty_sheet(9)) as archive:
        assert {(2026, 5, 22, 0, 0, 0)} == {part.date_time for part in archive.infolist()}
        assert archive.read("docProps/core.xml").count(b"2026-05-22T00:00:00Z") == 2


def test_only_the_cells_to_fill_are_open(empty_sheet: Empty, registers: Registers) -> None:
    """One for each criterion, with the range of its points, and three for what is assessed."""
    file = empty_sheet(9)
    page = load_workbook(file).worksheets[0]
    rows = rows_of(file)
    assert page.protection.sheet
    opened = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    assert {f"E{row}" for row in rows.values()} | {"B3", "B4", "B5"} == opened
    ranges = {str(rule.sqref): (rule.formula1, rule.formula2) for rule in page.data_validations.dataValidation}
    sheet = registers.criteria.sheets[9]
    assert {f"E{rows[one.code]}": ("0", str(one.most)) for one in sheet.criteria} == ranges


def test_an_empty_sheet_tells_what_is_to_be_filled(empty_sheet: Empty, registers: Registers) -> None:
    """Nothing is wrong with it, and every cell is named."""
    file, sheet = empty_sheet(3), registers.criteria.sheets[3]
    filled = read_score_sheet(file, sheet)
    assert ({}, ()) == (filled.points, filled.issues)
    assert {code: f"E{row}" for code, row in rows_of(file).items()} == filled.cells
    lines = list(Verdict(sheet, filled, registers.star_rules, "en").lines("Rice"))
    assert f"Still empty: {', '.join(f'{cell} ({code})' for code, cell in filled.cells.items())}" in lines


WRONG: tuple[tuple[object, str], ...] = (
    (4, "sheet-number"),
    (-1, "sheet-number"),
    (3.01, "sheet-number"),
    ("ba", "sheet-number"),
    ("3 điểm", "sheet-number"),
    ("1.2.3", "sheet-number"),
    ("२", "sheet-number"),
    (True, "sheet-number"),
    ("#REF!", "sheet-number"),
    (datetime(2026, 3, 2), "sheet-day"),  # noqa: DTZ001  as a spreadsheet keeps it
    ("=1+1", "sheet-formula"),
    ("=cmd|' /C calc'!A0", "sheet-formula"),
    (1.5, "sheet-step"),
)
RIGHT: tuple[tuple[object, str], ...] = ((2, "2"), (2.0, "2"), ("2", "2"), (" 3,0 ", "3"), (2.0000000000000004, "2"))


@pytest.mark.parametrize(("value", "kind"), WRONG)
def test_a_wrong_cell_is_told_with_its_place(
    empty_sheet: Empty, registers: Registers, value: object, kind: str
) -> None:
    """Whatever stands there instead of points."""
    file = empty_sheet(1)
    cell = f"E{rows_of(file)['1.3']}"
    assert [(kind, cell)] == told(fill(file, {"1.3": value}), registers, 1)


@pytest.mark.parametrize(("value", "points"), RIGHT)
def test_points_may_be_written_in_several_ways(
    empty_sheet: Empty, registers: Registers, value: object, points: str
) -> None:
    """As numbers or texts, with a comma, with what a machine adds."""
    filled = read_score_sheet(fill(empty_sheet(1), {"1.3": value}), registers.criteria.sheets[1])
    assert ({"1.3": points}, ()) == ({code: str(one) for code, one in filled.points.items()}, filled.issues)


def test_all_mistakes_are_told_at_once(empty_sheet: Empty, registers: Registers) -> None:
    """A code that is not of the set, one that stands twice, rows that are gone, a number that is too large."""
    file = empty_sheet(1)
    rows = rows_of(file)
    fill(file, {"1.1": "9.9", "1.2": "7"}, CODE)
    fill(file, {"1.3": 9})
    assert {
        ("sheet-unknown", f"A{rows['1.1']}"),
        ("sheet-number", f"E{rows['1.3']}"),
        ("sheet-twice", f"A{rows['7']}"),
        ("sheet-row", ""),
    } == set(told(file, registers, 1))


def test_a_sheet_of_another_set_is_not_worked_out(empty_sheet: Empty, registers: Registers) -> None:
    """It names the set that it is of."""
    assert [("sheet-other-set", f"B{SET_ROW}")] == told(empty_sheet(2), registers, 1)


def test_rows_and_columns_may_be_moved(empty_sheet: Empty, registers: Registers) -> None:
    """A letterhead above and a column before the points: headings and codes are looked for."""
    file = empty_sheet(1)
    sheet = registers.criteria.sheets[1]
    fill(file, full_marks(sheet))
    book = load_workbook(file)
    book.worksheets[0].insert_cols(NAME_VI)
    book.worksheets[0].insert_rows(1, 6)
    book.save(file)
    filled = read_score_sheet(file, sheet)
    assert (full_marks(sheet), ()) == (filled.points, filled.issues)
    assert "F18" == filled.cells["1.3"]


def test_the_page_of_the_sheet_is_looked_for(empty_sheet: Empty, registers: Registers) -> None:
    """A page put before it does no harm."""
    file, sheet = empty_sheet(1), registers.criteria.sheets[1]
    book = load_workbook(fill(file, full_marks(sheet)))
    book.create_sheet("Biên bản", 0)["A1"] = "Biên bản họp"
    book.save(file)
    assert (full_marks(sheet), ()) == (read_score_sheet(file, sheet).points, read_score_sheet(file, sheet).issues)


def test_without_headings_nothing_is_guessed(empty_sheet: Empty, registers: Registers) -> None:
    """The mistake names both headings."""
    file = empty_sheet(1)
    book = load_workbook(file)
    book.worksheets[0].delete_rows(7)
    book.save(file)
    assert [("sheet-headings", "")] == told(file, registers, 1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_never_breaks_the_reader(empty_sheet: Empty, registers: Registers, data: st.DataObject) -> None:
    """A part of the workbook with other bytes in it: told as no workbook, or read as far as it is sound."""
    file = empty_sheet(1)
    with ZipFile(file) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    at, cut = data.draw(st.integers(0, len(parts[name]))), data.draw(st.integers(0, 40))
    parts[name] = parts[name][:at] + data.draw(st.binary(max_size=9)) + parts[name][at + cut :]
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    told(file, registers, 1)


def test_files_that_are_no_workbooks_are_refused(empty_sheet: Empty, registers: Registers, tmp_path: Path) -> None:
    """Text, nothing, half a workbook, one with a document type, and one that unpacks to more than a sheet can hold."""
    whole = empty_sheet(1).read_bytes()
    for content in (b"", b"text", whole[: len(whole) // 2]):
        (tmp_path / "a.xlsx").write_bytes(content)
        assert [("sheet-file", "")] == told(tmp_path / "a.xlsx", registers, 1)
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    wide = "<?xml version='1.0'?>".encode("utf-16") + entities.decode().encode("utf-16")
    added = {
        "xl/note.xml": (entities, "sheet-file"),
        "xl/wide.xml": (wide, "sheet-file"),
        "xl/media/a.bin": (bytes(40 * 1024 * 1024), "sheet-large"),
    }
    for name, (content, kind) in added.items():
        file = tmp_path / "b.xlsx"
        file.write_bytes(whole)
        with ZipFile(file, "a", ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        assert [(kind, "")] == told(file, registers, 1)
