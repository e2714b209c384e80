"""A workbook in, its records out. It is read row by row, within limits that 20,000 products fill to a fifth."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.issues import Issue, Source
from generator.records.books.joining import BookRecord, Joiner, Page
from generator.records.books.layout import BASE, HEADINGS, MARK, MODELS, NUMBER, plans
from generator.workbooks.archive import Archive
from generator.workbooks.sheet import Limits, Room, Sheet, WorkbookError
from generator.workbooks.workbook import is_workbook, read_workbook

_LIMITS = Limits(rows=500_000, cells=6_000_000, letters=128 * 1024 * 1024, columns=600)
_PARTS, _SHEETS, _MOST_PARTS = ("content.xml", "sharedStrings.xml"), "/worksheets/", 100
"""Where texts of cells are kept, in ods and in xlsx."""
_BEGINNING = 1024 * 1024
"""Bytes of a part; the row of keys comes early."""
_MARKED = re.compile(f">{MARK}(?:{'|'.join(MODELS)})[:<]".encode())
_LAST_KEY_ROW = 20
"""People put a letterhead above."""


class Book(NamedTuple):
    """What was read of a workbook: its name in messages, its records, its sheets by marks, what is wrong with rows."""

    name: str
    records: list[BookRecord]
    issues: list[Issue]
    pages: Mapping[str, Page]


def is_book(path: Path) -> bool:
    """Whether a file is a workbook with sheets of records, as far as the beginnings of its parts tell.

    Lists may be long: none is read for that. A missing file is an `OSError`.
    """
    if not is_workbook(path):
        return False
    try:
        archive = Archive(path)
    except WorkbookError:
        return False
    try:
        parts = [name for name in archive.names if name.endswith(_PARTS) or _SHEETS in name][:_MOST_PARTS]
        return any(_MARKED.search(archive.read(name, _BEGINNING)) for name in parts)
    except WorkbookError:
        return False
    finally:
        archive.close()


def read_book(path: Path, name: str) -> Book:
    """All records of a workbook, called `name` in messages; one that cannot be read is told and empty.

    A missing one is an `OSError`.
    """
    joiner = Joiner(name)
    rows = _Rows(_LIMITS, name, joiner)
    try:
        read_workbook(path, rows)
    except WorkbookError as error:
        details = {"value": error.value[:120], "largest": str(error.largest)}
        return Book(name, [], [Issue(error.kind, Source(name), details=details)], {})
    if not rows.found:
        return Book(name, [], [Issue("book-shape", Source(name))], {})
    records = joiner.records()
    return Book(name, records, joiner.issues, joiner.pages)


class _Rows(Room):
    """Hands rows on as they are read; no sheet keeps them."""

    def __init__(self, limits: Limits, name: str, joiner: Joiner) -> None:
        super().__init__(limits)
        self.found = False
        self._name = name
        self._joiner = joiner
        self._sheet: Sheet | None = None
        self._page: Page | None = None

    def end_row(self, sheet: Sheet, row: int, cells: dict[int, str], times: int = 1) -> None:
        """Take a row."""
        self.count_row(cells, times)
        if sheet is not self._sheet:
            self._sheet, self._page = sheet, None
        if self._page is None:
            if row <= _LAST_KEY_ROW and any(cell.startswith(MARK) for cell in cells.values()):
                self._begin(sheet, row, cells)
        elif row >= self._page.first and cells:
            for number in range(row, row + times):
                self._joiner.add(self._page, number, cells)

    def _begin(self, sheet: Sheet, row: int, cells: Mapping[int, str]) -> None:
        """Begin a sheet with its row of keys."""
        self.found = True
        keys = {text.strip(): place for place, text in reversed([*cells.items()])}
        plan = next((found for key in keys if (found := plans().get(key))), None)
        if plan is None:
            mark = next(key for key in keys if key.startswith(MARK))
            self._tell("book-sheet", sheet, row, keys[mark], mark)
            return
        columns = {column.key: column for column in plan.columns}
        for key, place in keys.items():
            if key not in columns and key not in plan.heads:
                self._tell("book-column", sheet, row, place, key)
        twice = [place for place, text in cells.items() if keys[text.strip()] != place]
        for place in twice:
            self._tell("book-column-twice", sheet, row, place, cells[place].strip())
        heads = {key: place for key, place in keys.items() if key in plan.heads}
        for key in plan.heads:
            if key not in heads and key not in (NUMBER, BASE):
                self._tell("book-column-missing", sheet, row, 0, key)
                return
        fields = {place: columns[key] for key, place in keys.items() if key in columns}
        self._page = Page(sheet.name, plan, heads, fields, row + HEADINGS + 1)
        self._joiner.pages[plan.mark] = self._page

    def _tell(self, kind: str, sheet: Sheet, row: int, place: int, value: str) -> None:
        source = Source(self._name, (), row, place + 1, sheet.name)
        self._joiner.issues.append(Issue(kind, source, details={"value": value[:120]}))
