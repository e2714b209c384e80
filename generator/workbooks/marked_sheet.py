"""A sheet in, the same with marked cells out: their styles are others, cells that were not there are made."""

import re
from collections.abc import Callable, Mapping

from generator.workbooks.letters import column_letters
from generator.workbooks.marked_styles import MarkedStyles
from generator.workbooks.marks import Kind
from generator.workbooks.splicing import Splice, UnmarkableError, listen, opened, prefix_of, with_attributes
from generator.workbooks.xlsx import read_place

Cells = Mapping[int, Mapping[int, Kind]]
"""Kinds of marks by row from 1 and column from 0."""
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = b"http://purl.oclc.org/ooxml"
_SELECTED = re.compile(r"""\stabSelected\s*=\s*("[^"]*"|'[^']*')""")
_AFTER_NOTES = frozenset(
    {"legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)
"""What stands behind the drawing of notes in a sheet: ECMA-376 part 1, 18.3.1.99."""


class MarkedSheet:
    """A sheet on its way."""

    def __init__(self, data: bytes, cells: Cells, styles: MarkedStyles, notes_link: str) -> None:
        """`notes_link` is the id of the link to the drawing of notes; empty without notes.

        Raises `UnmarkableError` when the sheet is not one that marks can be put into.
        """
        if _STRICT in data[:2048]:
            raise UnmarkableError("strict")
        self._splice, self._cells, self._styles = Splice(data), cells, styles
        self._rows = sorted(cells, reverse=True)
        self._columns: list[int] = []
        self._row, self._column = 0, -1
        self._row_tag = self._data_tag = (0, 0)
        self._depth = 0
        self._notes_link = notes_link
        self._prefix = ""
        listen(data, self)

    def done(self) -> bytes:
        """The sheet with its marks."""
        return self._splice.done()

    def start(self, name: str, attributes: Mapping[str, str], begin: int, end: int) -> None:
        """Rows and cells; what else there is only tells where something goes."""
        self._depth += 1
        if name == "c":
            self._begin_cell(attributes, begin, end)
        elif name == "row":
            self._begin_row(attributes, begin, end)
        elif name == "sheetData":
            self._data_tag = begin, end
        elif name == "sheetView":
            tag = self._splice.tag(begin, end)
            self._splice.replace(begin, end, _SELECTED.sub("", tag))
        elif self._depth == 1:
            self._prefix = prefix_of(self._splice.tag(begin, end))
        elif self._depth == 2:  # noqa: PLR2004  a child of the sheet
            self._begin_child(name, begin)

    def _begin_child(self, name: str, begin: int) -> None:
        if name == "legacyDrawing":
            self._notes_link = ""  # the drawing that is there takes the notes in
        elif name in _AFTER_NOTES:
            self._link_notes(begin)

    def _link_notes(self, place: int) -> None:
        if self._notes_link:
            link = f'<{self._prefix}legacyDrawing xmlns:r="{RELATIONS}" r:id="{self._notes_link}"/>'
            self._splice.insert(place, link)
            self._notes_link = ""

    def _begin_row(self, attributes: Mapping[str, str], begin: int, end: int) -> None:
        self._row = int(attributes.get("r") or self._row + 1)
        self._column, self._row_tag = -1, (begin, end)
        while self._rows and self._rows[-1] < self._row:
            self._splice.insert(begin, self._new_row(self._rows.pop()))
        if self._rows and self._rows[-1] == self._row:
            self._rows.pop()
            self._columns = sorted(self._cells[self._row], reverse=True)
        else:
            self._columns = []

    def _begin_cell(self, attributes: Mapping[str, str], begin: int, end: int) -> None:
        place = attributes.get("r")
        if not place and self._columns:
            raise UnmarkableError("cells")
        self._column = read_place(place)[1] if place else self._column + 1
        self._splice.insert(begin, self._new_cells(lambda column: column < self._column))
        style = int(attributes.get("s", "0"))
        if self._columns and self._columns[-1] == self._column:
            wanted = self._styles.of(style, self._cells[self._row][self._columns.pop()])
        else:
            wanted = self._styles.without(style)
        if wanted != style:
            self._splice.replace(begin, end, with_attributes(self._splice.tag(begin, end), s=str(wanted)))

    def end(self, name: str, begin: int, end: int) -> None:
        """Where rows, and the sheet, end: what was not there yet goes in."""
        self._depth -= 1
        if name == "row" and self._columns:
            self._close(self._row_tag, begin, end, self._new_cells(lambda _: True))
        elif name == "sheetData" and self._rows:
            rows = [self._new_row(row) for row in reversed(self._rows)]
            self._rows.clear()
            self._close(self._data_tag, begin, end, "".join(rows))
        elif not self._depth:
            self._link_notes(begin)

    def _close(self, tag: tuple[int, int], begin: int, end: int, text: str) -> None:
        """Put something in before the end of an element, also of one that had nothing in it."""
        if begin < end:
            self._splice.insert(begin, text)
        else:
            first, last = opened(self._splice.tag(*tag))
            self._splice.replace(*tag, f"{first}{text}{last}")

    def _new_row(self, row: int) -> str:
        self._columns = sorted(self._cells[row], reverse=True)
        before, self._row = self._row, row
        text = f'<{self._prefix}row r="{row}">{self._new_cells(lambda _: True)}</{self._prefix}row>'
        self._row = before
        return text

    def _new_cells(self, fits: Callable[[int], bool]) -> str:
        text = ""
        while self._columns and fits(self._columns[-1]):
            column = self._columns.pop()
            style = self._styles.of(0, self._cells[self._row][column])
            text += f'<{self._prefix}c r="{column_letters(column + 1)}{self._row}" s="{style}"/>'
        return text
