"""What is read of a workbook: sheets of texts, as a person sees them, and the limits that hold while reading.

A hostile workbook ends in a `WorkbookError` before it takes much time or memory.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

MOST_ROWS = 50_000
"""Filled rows of a workbook; the lists of a whole year of the country have about 10,000."""
MOST_BLANK_ROWS = 100_000
"""Rows that are written out one by one and hold nothing."""
MOST_CELLS = 2_000_000
MOST_LETTERS = 64 * 1024 * 1024
MOST_COLUMNS = 500
MOST_AREAS = 100_000


class Limits(NamedTuple):
    """How much is read of a workbook; what is not said holds for lists."""

    rows: int = MOST_ROWS
    cells: int = MOST_CELLS
    letters: int = MOST_LETTERS
    columns: int = MOST_COLUMNS


class Computed(str):
    """What a formula amounted to when the workbook was saved: nobody wrote it down."""

    __slots__ = ()


@dataclass
class WorkbookError(Exception):
    """Why a workbook is not read: `kind` is the id of its message, `value` and `largest` fill it."""

    kind: str
    value: str = ""
    largest: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged into one: rows count from 1, columns from 0, the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """The filled cells of a sheet: by row from 1, then by column from 0, in their order."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    since_1904: bool = False
    """Whether days that are kept as numbers count from 1904 here, not from 1900."""


class Room:
    """How much may still be read of a workbook; all its sheets share it."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008  it cannot be changed
        """Nothing is taken yet."""
        self._limits = limits
        self._rows = self._blank = self._cells = self._letters = self._areas = 0

    def end_row(self, sheet: Sheet, row: int, cells: dict[int, str], times: int = 1) -> None:
        """Put a row into a sheet, `times` in succession; a row without cells is only counted."""
        self.count_row(cells, times)
        if cells:
            for number in range(row, row + times):
                sheet.rows[number] = cells

    def count_row(self, cells: dict[int, str], times: int) -> None:
        """Count a row, `times` in succession."""
        if not cells:
            self._blank += 1
            _check("workbook-blank-rows", self._blank, MOST_BLANK_ROWS)
            return
        self._rows += times
        self._cells += times * len(cells)
        self._letters += times * sum(map(len, cells.values()))
        _check("import-rows", self._rows, self._limits.rows)
        _check("workbook-cells", self._cells, self._limits.cells)
        _check("workbook-letters", self._letters, self._limits.letters)
        _check("workbook-columns", max(cells) + 1, self._limits.columns)

    def keep(self, text: str) -> str:
        """A text that cells will share."""
        self._letters += len(text)
        _check("workbook-letters", self._letters, self._limits.letters)
        return text

    def merge(self, sheet: Sheet, area: Area) -> None:
        """Put an area of merged cells into a sheet."""
        self._areas += 1
        _check("workbook-cells", self._areas, MOST_AREAS)
        sheet.merged.append(area)


def _check(kind: str, found: int, largest: int) -> None:
    if found > largest:
        raise WorkbookError(kind, str(found), largest)
