"""An ods file in, its sheets out, read row by row. OpenDocument 1.3 part 3, chapter 9."""

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite

from generator.workbooks.archive import Archive, local_names
from generator.workbooks.formats import as_shown, plain
from generator.workbooks.sheet import MOST_COLUMNS, Area, Computed, Room, Sheet, WorkbookError

_CONTENT = "content.xml"
_BESIDE = frozenset({"annotation", "tracked-changes", "shapes", "dde-links", "forms", "object", "frame"})
"""Elements with texts or tables in them that are not those of the sheet."""
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})
_NUMBER = re.compile(r"[0-9]+")
_LOCKED = b"encryption-data"
_LONGEST_MANIFEST = 1024 * 1024


def read_ods(archive: Archive, room: Room) -> list[Sheet]:
    """The sheets of a workbook in their order; raises `WorkbookError` when it is broken, hostile or has macros."""
    if _LOCKED in archive.read("META-INF/manifest.xml", _LONGEST_MANIFEST):
        raise WorkbookError("workbook-locked")
    # LibreOffice writes script-lc.xml into every file; a library with something in it has a folder of its own.
    if any(name.startswith(("Basic/", "Scripts/")) and name.count("/") > 1 for name in archive.names):
        raise WorkbookError("workbook-macros")
    content = _Content(room)
    archive.parse(_CONTENT, content)
    return content.sheets


class _Content:
    """The part with all sheets."""

    def __init__(self, room: Room) -> None:
        self.sheets: list[Sheet] = []
        self._room = room
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._beside = 0
        self._row, self._column, self._times = 0, 0, 1
        self._cells: dict[int, str] = {}
        self._cell: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._open = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _BESIDE:
            self._beside += 1
        elif self._beside:
            return
        elif name in _CELLS:
            self._cell = local_names(attributes)
            self._pieces.clear()
        elif name == "p":
            if self._pieces:
                self._pieces.append("\n")
            self._open = True
        elif self._open:
            self._blank(name, attributes)
        else:
            self._begin(name, local_names(attributes))

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table-row":
            self._row += 1
            self._times = int(attributes.get("number-rows-repeated", "1"))
            self._column, self._cells = 0, {}
        elif name == "table":
            self.sheets.append(Sheet(attributes.get("name", ""), attributes.get("style-name") in self._hidden_styles))
            self._row = 0
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name in ("table-source", "database-source-sql", "database-source-table", "database-source-query"):
            raise WorkbookError("workbook-links", attributes.get("href", ""))

    def _blank(self, name: str, attributes: Mapping[str, str]) -> None:
        """A blank, a tab or the end of a line inside a text."""
        if name == "s":
            self._pieces.append(" " * min(int(local_names(attributes).get("c", "1")), 100))
        elif name in ("tab", "line-break"):
            self._pieces.append("\n" if name == "line-break" else " ")

    def end(self, name: str) -> None:
        if name in _BESIDE:
            self._beside -= 1
        elif self._beside:
            return
        elif name in _CELLS:
            self._end_cell(covered=name == "covered-table-cell")
        elif name == "p":
            self._open = False
        elif name == "table-row":
            self._room.end_row(self.sheets[-1], self._row, self._cells, self._times)
            self._row += self._times - 1

    def text(self, text: str) -> None:
        if self._open and not self._beside:
            self._pieces.append(text)

    def _end_cell(self, *, covered: bool) -> None:
        times = int(self._cell.get("number-columns-repeated", "1"))
        text = "" if covered else _text_of(self._cell, "".join(self._pieces))
        if "formula" in self._cell:
            text = Computed(text or "=")
        if text and not text.isspace():
            if self._column + times > MOST_COLUMNS:
                raise WorkbookError("workbook-columns", str(self._column + times), MOST_COLUMNS)
            self._cells |= dict.fromkeys(range(self._column, self._column + times), text)
            self._merge()
        self._column += times

    def _merge(self) -> None:
        wide = int(self._cell.get("number-columns-spanned", "1"))
        high = int(self._cell.get("number-rows-spanned", "1"))
        if wide > 1 or high > 1:
            area = Area(self._row, self._column, self._row + high - 1, self._column + wide - 1)
            self._room.merge(self.sheets[-1], area)


def _text_of(cell: Mapping[str, str], shown: str) -> str:
    """What a cell says: texts as they stand, days as far as they are shown, numbers with the digits that they have."""
    form = cell.get("value-type", "")
    if form == "date":
        return _day(cell.get("date-value", "")[:10], shown)
    if form in ("float", "currency", "percentage"):
        return _number(cell.get("value", ""), shown)
    return shown or cell.get("string-value", "")


def _day(value: str, shown: str) -> str:
    """A day; only its month or its year where the cell shows no more."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return shown
    numbers = [int(one) for one in _NUMBER.findall(shown)]
    if len(numbers) > len("my") or not numbers or numbers[-1] not in (day.year, day.year % 100):
        return day.isoformat()
    if len(numbers) == 1:
        return as_shown(day, "year" if shown.isdecimal() else "month")
    # "1 January 2025" names a day; "01/2025" and "tháng 1/2025" do not.
    names_day = not shown[0].isalpha() and any(map(str.isalpha, shown))
    return as_shown(day, "day" if names_day or numbers[0] != day.month else "month")


def _number(value: str, shown: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return shown
    if shown.isdecimal() and shown.startswith("0") and int(shown) == number:
        return shown
    return plain(number) if isfinite(number) else shown
