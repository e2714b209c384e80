"""A list in plain text in (CSV), its cells as a sheet out. Knows delimiters and quotes, not what columns mean."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.importing.cleaning import clean
from generator.importing.headings import NAMES, Headings
from generator.importing.layout import LAST_HEADING_ROW, Layout
from generator.issues import Issue, Source
from generator.workbooks.sheet import MOST_ROWS, Sheet

LARGEST_TABLE = 32 * 1024 * 1024
"""Bytes of a list; 20,000 products have about 10 million."""
_DELIMITERS = (",", ";", "\t")

_Lines = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class TextList:
    """The cells of a list, by the lines that rows begin on; how many cells each row has, and the sign between them."""

    sheet: Sheet
    widths: dict[int, int]
    delimiter: str


@dataclass
class TableError(Exception):
    """A mistake of form that ends the reading of a list."""

    issue: Issue


def read_text_list(file: Path, headings: Headings) -> TextList:
    """Read a list in UTF-8, divided by comma, semicolon or tab; raises `TableError`."""
    name = file.as_posix()
    with file.open("rb") as stream:
        data = stream.read(LARGEST_TABLE + 1)
    if len(data) > LARGEST_TABLE:
        raise TableError(Issue("file-too-large", Source(name), details={"largest": str(LARGEST_TABLE // 1024)}))
    try:
        # Excel writes "Unicode text" as UTF-16 with tabs.
        text = data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(Issue("file-encoding", Source(name), details={"value": str(error.start + 1)})) from error
    delimiter = _find_delimiter(text, headings)
    found = TextList(Sheet(""), {}, delimiter)
    for line, row in _lines(text, delimiter, name):
        cells = {number: cell for number, cell in enumerate(row) if cell and not cell.isspace()}
        if any(map(clean, cells.values())):
            found.sheet.rows[line], found.widths[line] = cells, len(row)
    if len(found.sheet.rows) > MOST_ROWS:
        details = {"value": str(len(found.sheet.rows)), "largest": str(MOST_ROWS)}
        raise TableError(Issue("import-rows", Source(name), details=details))
    return found


def _find_delimiter(text: str, headings: Headings) -> str:
    """The delimiter with which one of the first rows holds most headings."""
    found = [
        (_known(row, headings), delimiter)
        for delimiter in _DELIMITERS
        for _, row in islice(_lines(text, delimiter), LAST_HEADING_ROW)
    ]
    return max(found, key=lambda one: one[0], default=(0, ","))[1]


def _known(row: list[str], headings: Headings) -> int:
    columns = {headings.find((clean(cell),))[0] for cell in row}
    return len(columns - {None}) if columns & NAMES else 0


def _lines(text: str, delimiter: str, strict: str = "") -> _Lines:
    """Rows with the number of the line each begins on; `strict` names the file of which mistakes are told."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=bool(strict))
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise TableError(Issue("import-csv", Source(strict, (), begins), details={"value": str(error)})) from error


def cut_rows(found: TextList, layout: Layout, file: str) -> Iterator[Issue]:
    """Take out the rows with more cells than headings and tell them, also when the last are blank: a cell was cut."""
    widest = max(found.widths[row] for row in range(layout.first, layout.last + 1) if row in found.widths)
    sign = "Tab" if found.delimiter == "\t" else found.delimiter
    for line in [line for line, width in found.widths.items() if line > layout.last and width > widest]:
        details = {"value": str(found.widths[line]), "expected": str(widest), "delimiter": sign}
        yield Issue("import-row-length", Source(file, (), line), details=details)
        del found.sheet.rows[line]
