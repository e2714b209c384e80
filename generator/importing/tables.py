"""A list in a CSV file in, rows of cells by our own column names out, or the issues that stop it.

Knows the form of a list (encoding, delimiter, where its headings are), not what a product is.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.importing.words import read_words, word_key
from generator.issues import Issue, Source

LARGEST_TABLE = 32 * 1024 * 1024
"""Bytes of a list; 20,000 products have about 10 million."""
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LAST_HEADING_ROW = 20
"""Lists of offices begin with a title of some rows; the headings stand among the first rows or not at all."""
_DELIMITERS = ",;\t"
_NAME_COLUMNS = ("name_vi", "name_en", "name_other", "name_source")
_DASHES = frozenset("-–—")

_Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: the line it begins on, and its filled cells by our column names."""

    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell of a column; empty when the list has no such cell."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """What was read of a list; `file` is its name in messages."""

    file: str
    rows: tuple[Row, ...]
    issues: tuple[Issue, ...]


def read_table(file: Path) -> Table:
    """Read a CSV list in UTF-8, divided by comma, semicolon or tab; a list that cannot be read has issues and no rows."""
    name = file.as_posix()
    with file.open("rb") as stream:
        data = stream.read(LARGEST_TABLE + 1)
    if len(data) > LARGEST_TABLE:
        return Table(name, (), (_issue(name, "file-too-large", largest=str(LARGEST_TABLE // 1024)),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Table(name, (), (_issue(name, "file-encoding", value=str(error.start + 1)),))
    return _parse(text, name)


def _parse(text: str, file: str) -> Table:
    try:
        lines = max((_lines(text, delimiter) for delimiter in _DELIMITERS), key=_known_headings)
        return _table(lines, list(lines_of(text, lines[1])), file) if lines[0] is not None else _headless(file)
    except csv.Error as error:
        return Table(file, (), (_issue(file, "import-csv", value=str(error)),))
