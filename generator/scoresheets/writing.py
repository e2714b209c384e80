"""An empty score sheet: the criteria of a set in, an xlsx workbook out. The same set gives the same bytes.

Only the cells to fill are open; sums are formulas, so that the sheet adds up while it is being filled.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.criteria import FLOOR_STARS, PARTS, Criterion, PartName, ScoreSheet
from generator.scoresheets.layout import (
    CODE,
    FIRST_FILLED_ROW,
    FLOORS,
    HEADING_ROW,
    MOST,
    NAME_EN,
    NAME_VI,
    POINTS,
    SET_ROW,
    STEPS,
    both,
    headings,
)
from generator.workbooks.moment import FIXED, without_moment

Names = Mapping[str, str]
"""A name by language."""
_WIDTHS = {CODE: 13, NAME_VI: 46, NAME_EN: 40, MOST: 9, POINTS: 11, STEPS: 16} | dict.fromkeys(FLOORS, 9)
_BOLD, _SMALL, _TITLE = Font(bold=True), Font(size=9, color="555555"), Font(bold=True, size=14)
_SHADE, _OPEN = PatternFill("solid", fgColor="E7EEE6"), PatternFill("solid", fgColor="FFF9E5")
_LINE = Side("thin", "BBBBBB")
_EDGE = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WORDS, _NUMBERS = (Alignment(side, "center", wrap_text=True) for side in ("left", "center"))
_NOTE_HEIGHT = 30


class _Row(NamedTuple):
    """What goes into the columns of names and maxima of a row that is no criterion."""

    names: Names
    most: int
    points: str
    """Formula of the sum."""


def make_score_sheet(sheet: ScoreSheet, name: Names, parts: Mapping[PartName, Names]) -> bytes:
    """The workbook of a set called `name`; `parts` are the names of the parts A, B and C."""
    book = Workbook()
    page = book.active
    if not isinstance(page, Worksheet):
        raise TypeError(type(page))
    page.title = both("sheet-name").replace("/", "-")
    _write_head(page, sheet.number, name)
    _write_criteria(page, sheet, parts)
    _lay_out(page)
    book.properties.creator, book.properties.title = "OCOP", page.title
    book.properties.created = FIXED.replace(tzinfo=None)
    raw = BytesIO()
    book.save(raw)
    return without_moment(raw)


def _write_head(page: Worksheet, number: int, name: Names) -> None:
    _put(page, 1, CODE, both("sheet-title")).font = _TITLE
    _put(page, SET_ROW, CODE, headings().set).font = _BOLD
    _put(page, SET_ROW, NAME_VI, f"{number}. {name['vi']}").font = _BOLD
    _put(page, SET_ROW, NAME_EN, name["en"])
    for row, word in enumerate(("sheet-product", "sheet-producer", "sheet-day"), FIRST_FILLED_ROW):
        _put(page, row, CODE, both(word))
        _open(_put(page, row, NAME_VI, ""))
    note = _put(page, HEADING_ROW - 1, CODE, both("sheet-note"))
    note.font, note.alignment = _SMALL, _WORDS
    page.merge_cells(start_row=note.row, end_row=note.row, start_column=CODE, end_column=FLOORS[-1])
    page.row_dimensions[note.row].height = _NOTE_HEIGHT


def _write_criteria(page: Worksheet, sheet: ScoreSheet, parts: Mapping[PartName, Names]) -> None:
    stars = [both("sheet-floor", stars=one) for one in FLOOR_STARS]
    words = [headings().code, both("sheet-criterion-vi"), both("sheet-criterion-en"), both("sheet-most")]
    for column, text in enumerate([*words, headings().points, both("sheet-steps"), *stars], 1):
        cell = _put(page, HEADING_ROW, column, text)
        cell.font, cell.fill, cell.border = _BOLD, _SHADE, _EDGE
    row, sums = HEADING_ROW, []
    for part in PARTS:
        row += 1
        first, last = row, row
        group: Names = {}
        for one in sheet.part(part):
            if one.group and one.group != group:
                last += 1
                _put(page, last, NAME_VI, one.group["vi"]).font = _BOLD
                _put(page, last, NAME_EN, one.group["en"]).font = _BOLD
            group, last = one.group, last + 1
            _write_criterion(page, last, one)
        sums.append(f"{_column(POINTS)}{first}")
        most = sum(one.most for one in sheet.part(part))
        _write_sum(page, first, _Row(parts[part], most, f"=SUM({_points(first + 1)}:{_points(last)})"))
        row = last
    total = {language: both("sheet-total") if language == "vi" else "" for language in ("vi", "en")}
    _write_sum(page, row + 1, _Row(total, 100, f"={'+'.join(sums)}"))


def _write_criterion(page: Worksheet, row: int, one: Criterion) -> None:
    floors = [one.floors.get(stars) for stars in FLOOR_STARS] if one.has_known_floors else ["?", "?", "?"]
    steps = ", ".join(map(str, one.options)) or "?"
    for column, value in enumerate([one.code, one.names["vi"], one.names["en"], one.most, None, steps, *floors], 1):
        _put(page, row, column, value).border = _EDGE
    _open(page.cell(row, POINTS))
    rule = DataValidation("decimal", operator="between", formula1="0", formula2=str(one.most), allow_blank=True)
    rule.error, rule.errorTitle = both("sheet-refused", most=one.most), one.code
    rule.showErrorMessage = True
    page.add_data_validation(rule)
    rule.add(page.cell(row, POINTS))


def _write_sum(page: Worksheet, row: int, what: _Row) -> None:
    for column, value in ((NAME_VI, what.names["vi"]), (NAME_EN, what.names["en"]), (MOST, what.most)):
        _put(page, row, column, value)
    page.cell(row, POINTS).value, page.cell(row, POINTS).alignment = what.points, _NUMBERS
    for column in range(CODE, FLOORS[-1] + 1):
        cell = page.cell(row, column)
        cell.font, cell.fill, cell.border = _BOLD, _SHADE, _EDGE


def _put(page: Worksheet, row: int, column: int, value: str | int | None) -> Cell:
    """A value as it is: a text that begins with = stays a text."""
    cell = page.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(type(cell))
    cell.value = value
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", "@"
    if row >= HEADING_ROW:
        cell.alignment = _WORDS if column in (NAME_VI, NAME_EN) else _NUMBERS
    return cell


def _open(cell: object) -> None:
    if isinstance(cell, Cell):
        cell.protection, cell.fill, cell.border = Protection(locked=False), _OPEN, _EDGE


def _column(number: int) -> str:
    return get_column_letter(number)


def _points(row: int) -> str:
    return f"{_column(POINTS)}{row}"


def _lay_out(page: Worksheet) -> None:
    """Widths, what stays in sight, one page wide on paper, and which cells are open."""
    for column, width in _WIDTHS.items():
        page.column_dimensions[_column(column)].width = width
    page.freeze_panes = f"A{HEADING_ROW + 1}"
    page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", "9"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.protection.enable()
    page.protection.formatColumns, page.protection.formatRows = False, False
