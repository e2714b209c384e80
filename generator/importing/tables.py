"""The shape in which lists come to the rest of the import: rows of cells by our column names, and their headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.issues import Issue, Source

Found = Literal["name", "beginning", "content", "mapping", "unknown"]
"""How a column was understood: its heading is known, or begins like a known one; what stands in it; what was told."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: the line it begins on, its filled cells by our column names, and its sheet in a workbook."""

    line: int
    cells: Mapping[str, str]
    sheet: str = ""

    def get(self, column: str) -> str:
        """The cell of a column; empty when the list has no such cell."""
        return self.cells.get(column, "")

    def source(self, file: str) -> Source:
        """The place of the row."""
        return Source(file, (), self.line, 0, self.sheet)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its number from 0, what the list calls it, our name of it, and how that was found.

    The name is empty for a column that is left out, None for one that is not known.
    """

    number: int
    heading: str
    name: str | None
    found: Found = "name"
    stars: str = ""
    """The stars that a mark in this column means, where each number of stars has a column of its own."""


@dataclass(frozen=True, slots=True)
class Table:
    """What was read of a list or of one sheet of it; `file` is its name in messages."""

    file: str
    rows: tuple[Row, ...]
    issues: tuple[Issue, ...]
    columns: tuple[Column, ...] = ()
    sheet: str = ""
    heading_row: int = 0
    title: tuple[tuple[int, str], ...] = ()
    """What stands above the headings, by row."""
    parts: tuple[tuple[int, str], ...] = ()
    """Names of parts of the list between its rows, by row."""
    passed: int = 0
    """Rows that are no products: repeated headings, totals, notes, names of parts."""

    @property
    def headings(self) -> Mapping[str, tuple[int, str]]:
        """By our name of a column, its number from 0 and what the list calls it; of two the first counts."""
        return {column.name: (column.number, column.heading) for column in reversed(self.columns) if column.name}


@dataclass(frozen=True, slots=True)
class List:
    """A file with products: its tables, and what is wrong with the file as a whole."""

    file: str
    tables: tuple[Table, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of all tables."""
        return [row for table in self.tables for row in table.rows]
