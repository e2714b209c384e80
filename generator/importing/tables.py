"""A list in a CSV file in, rows of cells by our own column names out, or the issues that stop it.

Knows the form of a list (encoding, delimiter, where its headings are), not what a product is.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.importing.words import read_words
from generator.issues import Issue, Severity, Source
from generator.languages.codes import word_key

LARGEST_TABLE = 32 * 1024 * 1024
"""Bytes of a list; 20,000 products have about 10 million."""
MOST_ROWS = 50_000
LAST_HEADING_ROW = 20
"""Lists of offices begin with a title of some rows; the headings stand among the first rows or not at all."""
_DELIMITERS = (",", ";", "\t")
_NAMES = frozenset({"name_vi", "name_en", "name_other", "name_source"})
_SPACES = " \t\r\n\u00a0\u3000"
_DASHES = "-–—"

_Lines = Iterator[tuple[int, list[str]]]


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
    headings: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """By our name of a column, its number from 0 and what the list calls it."""


@dataclass
class TableError(Exception):
    """A mistake of form that ends the reading of a list: the cause, in the words of the reader, and the line."""

    cause: str
    line: int


def read_table(file: Path) -> Table:
    """Read a CSV list in UTF-8, divided by comma, semicolon or tab; a list that cannot be read is told and empty."""
    name = file.as_posix()
    with file.open("rb") as stream:
        data = stream.read(LARGEST_TABLE + 1)
    if len(data) > LARGEST_TABLE:
        return Table(name, (), (_issue(name, "file-too-large", largest=LARGEST_TABLE // 1024),))
    try:
        return _parse(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        return Table(name, (), (_issue(name, "file-encoding", value=error.start + 1),))
    except TableError as error:
        return Table(name, (), (Issue("import-csv", Source(name, (), error.line), details={"value": error.cause}),))


def _parse(text: str, file: str) -> Table:
    delimiter, skipped = _find_headings(text)
    lines = _lines(text, delimiter, strict=True)
    headings = next(islice(lines, skipped, None), (0, []))[1]
    columns = [_column(heading) for heading in headings]
    if not _NAMES.intersection(columns):
        return Table(file, (), (_issue(file, "import-headings", value=", ".join(headings)[:120]),))
    issues = list(_heading_issues(headings, columns, file))
    rows = list(_rows(lines, columns, file, issues, delimiter))
    if len(rows) > MOST_ROWS:
        issues.append(_issue(file, "import-rows", value=len(rows), largest=MOST_ROWS))
        rows = []
    found = {column: (number, _clean(headings[number])) for number, column in reversed([*enumerate(columns)]) if column}
    return Table(file, tuple(rows), tuple(issues), found)


def _find_headings(text: str) -> tuple[str, int]:
    """The delimiter and the number of rows before the headings: where most headings are known."""
    found = [
        (_known(row), delimiter, number)
        for delimiter in _DELIMITERS
        for number, (_, row) in enumerate(islice(_lines(text, delimiter, strict=False), LAST_HEADING_ROW))
    ]
    _, delimiter, number = max(found, key=lambda one: one[0], default=(0, ",", 0))
    return delimiter, number


def _known(row: Sequence[str]) -> int:
    columns = {_column(cell) for cell in row}
    return len(columns - {None}) if columns & _NAMES else 0


def _lines(text: str, delimiter: str, *, strict: bool) -> _Lines:
    """Rows with the number of the line each begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise TableError(str(error), begins) from error


def _column(heading: str) -> str | None:
    """Our name of a column; empty for one that is left out, None for one that is not known."""
    tables, key = read_words("headings.yml"), word_key(heading)
    return "" if key in tables["left_out"] else tables["columns"].get(key)


def _heading_issues(headings: Sequence[str], columns: Sequence[str | None], file: str) -> Iterator[Issue]:
    first: dict[str, str] = {}
    for heading, column in zip(headings, columns, strict=True):
        if column is None and word_key(heading):
            yield _issue(file, "import-column", "warning", value=_clean(heading))
        elif column and first.setdefault(column, heading) is not heading:
            details = {"value": _clean(heading), "other": _clean(first[column])}
            yield _issue(file, "import-column-twice", "warning", **details)


def _rows(
    lines: _Lines, columns: Sequence[str | None], file: str, issues: list[Issue], delimiter: str
) -> Iterator[Row]:
    """Filled rows; one with more cells than headings is told, also when the last are blank: a cell was cut in two."""
    for line, values in lines:
        cells = [_clean(value) for value in values]
        if any(cells) and len(cells) > len(columns):
            sign = "Tab" if delimiter == "\t" else delimiter
            details = {"value": str(len(cells)), "expected": str(len(columns)), "delimiter": sign}
            issues.append(Issue("import-row-length", Source(file, (), line), details=details))
        elif any(cells):
            yield Row(line, _by_column(columns, cells))


def _by_column(columns: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    """Filled cells by column; where two columns have one name, the first filled one counts."""
    found: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and cell:
            found.setdefault(column, cell)
    return found


def _clean(cell: str) -> str:
    """A cell in NFC with single spaces; one that holds nothing but dashes is empty."""
    text = unicodedata.normalize("NFC", cell)
    words = "".join(" " if letter in _SPACES else letter for letter in text).split(" ")
    line = " ".join(word for word in words if word)
    return "" if not line.strip(_DASHES) else line


def _issue(file: str, kind: str, severity: Severity = "error", **details: object) -> Issue:
    return Issue(kind, Source(file), severity, {name: str(value) for name, value in details.items()})
