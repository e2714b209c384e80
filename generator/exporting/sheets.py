"""One sheet of records: its headings, the look of its columns, what may be typed into them; then rows, one by one."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from generator.exporting.cells import cell_value
from generator.exporting.choices import Choices
from generator.exporting.labels import Labels
from generator.records.books.layout import BASE, HEADINGS, Form, SheetPlan

_WIDTHS: dict[Form, int] = {"text": 24, "number": 11, "day": 12, "list": 18}
_ID_WIDTH, _NAME_WIDTH, _HEAD_WIDTH = 32, 36, 9
_FORMATS: dict[Form, str] = {"text": "@", "number": "General", "day": "dd/mm/yyyy", "list": "@"}
_LAST_ROW = 1_048_576
_OTHER_LANGUAGES = frozenset({"fr", "de", "zh", "ja", "ko"})
_SHADES = [PatternFill("solid", fgColor=color) for color in ("E7EEE6", "DCE6F1")]
"""Beside each other stand parts in different shades."""
_BOLD, _SMALL = Font(bold=True), Font(size=9, color="555555")
_LINE = Side("thin", "BBBBBB")
_EDGE = Border(left=_LINE, right=_LINE, bottom=_LINE)
_WORDS, _TOP = Alignment("left", "center", wrap_text=True), Alignment(vertical="top")
_HEIGHTS = (46, 34)
_OPEN = Protection(locked=False)


class _Reused(Cell):
    """A cell that is used for every row: new ones, and looking for their style, would take half of the time."""

    __slots__ = ("_style_id",)

    def dress(self, code: str) -> "_Reused":
        """Give it the look of a column."""
        self.number_format, self.protection, self.alignment = code, _OPEN, _TOP
        self._style_id = super().style_id
        return self

    @property
    def style_id(self) -> int:
        """The number of its look."""
        return self._style_id

    def put(self, value: str | float | date) -> "_Reused":
        """Give it a value; a text stays one, also when it begins with =."""
        self._value = value
        self.data_type = "s" if isinstance(value, str) else "d" if isinstance(value, date) else "n"
        return self


class Sheet:
    """A sheet that rows are added to."""

    def __init__(
        self, book: Workbook, plan: SheetPlan, labels: Labels, choices: Choices, used: Collection[str]
    ) -> None:
        """`used` are the keys of columns that hold anything: other languages without anything are out of sight."""
        self.plan = plan
        self._page: Any = book.create_sheet(labels.sheet(plan).vi)
        self._before = len(plan.heads) - (not plan.lists)
        self._lay_out(used)
        self._add_headings(labels)
        self._add_choices(choices)
        forms: list[Form] = ["text", *(["number"] * (self._before - 1)), *(one.form for one in plan.columns)]  # type: ignore[list-item]
        self._cells = [_Reused(self._page, 1, 1).dress(_FORMATS[form]) for form in [*forms, "text"]]

    def _letter(self, number: int) -> str:
        return str(get_column_letter(number + 1))

    def _lay_out(self, used: Collection[str]) -> None:
        page, plan = self._page, self.plan
        page.freeze_panes = f"{self._letter(self._before + (not plan.lists))}{HEADINGS + 2}"
        for number in range(self._before):
            self._dress(number, "number" if number else "text", _HEAD_WIDTH if number else _ID_WIDTH)
        for number, column in enumerate(plan.columns, self._before):
            is_name = column.steps == ("name", "vi")
            self._dress(number, column.form, _NAME_WIDTH if is_name else _WIDTHS[column.form])
            if column.steps[-1] in _OTHER_LANGUAGES and column.key not in used:
                page.column_dimensions[self._letter(number)].hidden = True
        if not plan.lists:
            last = self._before + len(plan.columns)
            self._dress(last, "text", _ID_WIDTH)
            page.column_dimensions[self._letter(last)].hidden = True
        page.row_dimensions[1].hidden = True
        for row, height in enumerate(_HEIGHTS, 2):
            page.row_dimensions[row].height = height
        page.sheet_properties.tabColor = "2E6B4F" if not plan.lists else "A8C3B2"
        page.print_title_rows = f"2:{HEADINGS + 1}"
        page.page_setup.orientation = "landscape"
        protect(page)

    def _dress(self, number: int, form: Form, width: int) -> None:
        """Cells that are still empty are open, and keep what is typed as it is typed."""
        column = self._page.column_dimensions[self._letter(number)]
        column.width, column.number_format, column.protection = width, _FORMATS[form], _OPEN

    def _add_headings(self, labels: Labels) -> None:
        plan = self.plan
        heads = [one for one in plan.heads if one != BASE]
        found = [labels.head(one, plan) for one in heads] + [labels.column(one) for one in plan.columns]
        keys = [*heads, *(column.key for column in plan.columns)]
        if not plan.lists:
            keys, found = [*keys, BASE], [*found, labels.head(BASE, plan)]
        groups = ["", *([""] * (self._before - 1)), *(column.steps[0] for column in plan.columns), ""]
        self._page.append([self._heading(key, 0, _SMALL) for key in keys])
        shades = list(_alternate(groups))
        for texts, font in (([one.vi for one in found], _BOLD), ([one.en for one in found], _SMALL)):
            self._page.append([self._heading(text, shades[number], font) for number, text in enumerate(texts)])

    def _heading(self, text: str, shade: int, font: Font) -> Cell:
        cell: Cell = WriteOnlyCell(self._page, text)
        cell.data_type, cell.font, cell.fill = "s", font, _SHADES[shade]
        cell.border, cell.alignment = _EDGE, _WORDS
        return cell

    def _add_choices(self, choices: Choices) -> None:
        for number, column in enumerate(self.plan.columns, self._before):
            name = choices.of(column)
            area = choices.producer_range() if column.steps == ("producer",) else name and choices.area(name)
            prompt = choices.prompt(column)
            if column.form == "list":
                area = None
            if not area and not prompt:
                continue
            rule = DataValidation("list", formula1=area, allow_blank=True) if area else DataValidation()
            # A register may lack what a source says, and records may write it in other ways: asked, not refused.
            rule.errorStyle, rule.showErrorMessage = "warning", bool(area)
            rule.prompt, rule.showInputMessage = prompt or None, bool(prompt)
            letter = self._letter(number)
            rule.add(f"{letter}{HEADINGS + 2}:{letter}{_LAST_ROW}")
            self._page.data_validations.append(rule)

    def add(self, name: str, numbers: Sequence[int], cells: Mapping[int, str], base: str = "") -> None:
        """Add a row: the id of the record, the numbers of items, texts by the number of their field."""
        row: list[Cell | None] = [None] * len(self._cells)
        row[0] = self._fill(0, name, "text")
        for place, number in enumerate(numbers, 1):
            row[place] = self._fill(place, str(number), "number")
        for number, text in cells.items():
            row[self._before + number] = self._fill(self._before + number, text, self.plan.columns[number].form)
        if base:
            row[-1] = self._fill(len(row) - 1, base, "text")
        self._page.append(row)

    def _fill(self, place: int, text: str, form: Form) -> Cell:
        return self._cells[place].put(cell_value(text, form))


def protect(page: Any) -> None:
    """Headings stay as they are; rows, widths and order are free. No password: it is against slips."""
    page.protection.enable()
    for what in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(page.protection, what, False)


def _alternate(groups: Sequence[str]) -> list[int]:
    shades = [0]
    for before, group in pairwise(groups):
        shades.append(shades[-1] if before == group else 1 - shades[-1])
    return shades
