"""Records in, a workbook out, row by row: nothing of it is held but what packs into the file.

Texts are texts whatever they begin with; only numbers and days that say the same are kept as such.
"""

from collections.abc import Collection, Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font

from generator.exporting.choices import Choices
from generator.exporting.labels import Label, read_guide, read_labels
from generator.exporting.sheets import Sheet, protect
from generator.issues import Path
from generator.records.books.joining import values_print
from generator.records.books.layout import plans
from generator.records.books.splitting import split
from generator.records.raw import Kind, Raw
from generator.registers import Registers
from generator.workbooks.moment import FIXED, without_moment

_BOLD, _TITLE = Font(bold=True), Font(bold=True, size=14)
_TOP = Alignment(vertical="top", wrap_text=True)


class BookWriter:
    """A workbook that records are added to."""

    def __init__(self, registers: Registers, used: Collection[tuple[str, str]]) -> None:
        """`used` are mark of the sheet and key of every column that will hold anything."""
        labels = read_labels()
        self._choices = Choices(registers, labels)
        self._labels = labels
        self._book = Workbook(write_only=True)
        self._add_guide()
        first = sorted(plans().values(), key=lambda plan: bool(plan.lists))
        keys = {plan.mark: {key for mark, key in used if mark == plan.mark} for plan in first}
        self._sheets = {plan.mark: Sheet(self._book, plan, labels, self._choices, keys[plan.mark]) for plan in first}

    def add(self, kind: Kind, name: str, values: Mapping[str, Raw]) -> list[Path]:
        """Add a record without blanks; where values stand that no cell can hold. With such values it is not added."""
        rows, lost = split(kind, values)
        if not lost:
            base = f"{name} {values_print(values)}"
            for row in rows:
                sheet = self._sheets[row.plan.mark]
                sheet.add(name, row.numbers, row.cells, "" if row.plan.lists else base)
        return lost

    def content(self) -> bytes:
        """The file; nothing can be added afterwards. The same records give the same bytes."""
        self._add_lists()
        self._book.properties.creator = "OCOP"
        self._book.properties.created = FIXED.replace(tzinfo=None)
        raw = BytesIO()
        self._book.save(raw)
        return without_moment(raw)

    def _add_guide(self) -> None:
        page = self._page(self._labels.sheets["guide"])
        page.column_dimensions["A"].width = page.column_dimensions["B"].width = 78
        for number, line in enumerate(read_guide()):
            page.append([_text(page, text, None if number else _TITLE) for text in line])

    def _page(self, label: Label) -> Any:
        page: Any = self._book.create_sheet(label.vi)
        protect(page)
        return page

    def _add_lists(self) -> None:
        page = self._page(self._labels.sheets["lists"])
        for number, row in enumerate(self._choices.rows()):
            page.append([_text(page, one, None if number else _BOLD) for one in row])


def _text(page: Any, value: str | int | None, font: Font | None = None) -> Cell | None:
    if value is None:
        return None
    cell: Cell = WriteOnlyCell(page, value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = _TOP
    if font:
        cell.font = font
    return cell
