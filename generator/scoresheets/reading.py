"""A filled score sheet in, points and the mistakes of cells out. What points amount to is not decided here.

The file is a stranger's: it is looked at as a zip file before a library unpacks it, and only the rows and columns of a
score sheet are read. Nothing in it is run; of a formula its stored result counts.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import zip_longest
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from generator.criteria import Criterion, ScoreSheet
from generator.issues import Issue, Severity, Source
from generator.scoresheets.layout import LONGEST_HEAD, LONGEST_SHEET, WIDEST_SHEET, Headings, headings

LARGEST_FILE, LARGEST_CONTENT = 4 * 1024 * 1024, 32 * 1024 * 1024
"""Bytes of the file, and of all that is packed in it; an empty sheet has 11,000 and 60,000."""
MOST_PARTS, MOST_PAGES = 500, 20
_MEBIBYTE = 1024 * 1024
_XML = (".xml", ".rels", ".vml")
_UNREADABLE = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError)
"""What the library lets out of files that are no workbooks; broken XML is a `SyntaxError`."""
_TEXT_NUMBER = re.compile(r"\d{1,3}([.,]\d{1,4})?", re.ASCII)
_DIGITS = 6
"""Decimals that a person can have meant; the rest is how a machine keeps them."""
Row = tuple[object, ...]


@dataclass(frozen=True)
class FilledSheet:
    """What a score sheet says."""

    points: Mapping[str, Decimal]
    """By the code of the criterion."""
    cells: Mapping[str, str]
    """The cell of the points of each criterion: E12."""
    issues: tuple[Issue, ...]


class _Grid(NamedTuple):
    """Cells as a person sees them, and the same with formulas in place of results."""

    shown: list[Row]
    written: list[Row]


class _Columns(NamedTuple):
    """Where the headings are: the index of their row, and of the columns."""

    row: int
    code: int
    points: int


def read_score_sheet(path: Path, sheet: ScoreSheet) -> FilledSheet:
    """Read a sheet of the criteria of a set. All mistakes at once, each with its cell; the file is `path.name` in them.

    Raises `OSError` when the machine does not let the file be read.
    """
    refused = _refused(path)
    grid = None if refused else _read_grid(path)
    if grid is None:
        return FilledSheet({}, {}, (refused or Issue("sheet-file", Source(path.name)),))
    return _Reading(path.name, sheet, grid).filled()


def _refused(path: Path) -> Issue | None:
    """Why a file is not opened; sizes are asked of its directory, before anything is unpacked."""
    size = path.stat().st_size
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            content = sum(part.file_size for part in parts)
            if size <= LARGEST_FILE and content <= LARGEST_CONTENT and len(parts) <= MOST_PARTS:
                # A document type is how XML fetches other files, or grows a thousandfold.
                texts = (archive.read(part) for part in parts if part.filename.endswith(_XML))
                has_types = any(b"<!DOCTYPE" in text.replace(b"\0", b"") for text in texts)
                return Issue("sheet-file", Source(path.name)) if has_types else None
    except (BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Issue("sheet-file", Source(path.name))
    told = f"{max(size, content) / _MEBIBYTE:.1f} MB" if len(parts) <= MOST_PARTS else str(len(parts))
    return Issue("sheet-large", Source(path.name), details={"value": told})


def _read_grid(path: Path) -> _Grid | None:
    try:
        return _Grid(_rows(path, results=True), _rows(path, results=False))
    except _UNREADABLE:
        return None
    except SyntaxError:
        return None


def _rows(path: Path, *, results: bool) -> list[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that we do not read
        with path.open("rb") as stream:
            book = load_workbook(stream, read_only=True, data_only=results, keep_links=False)
            pages = [_rows_of(page) for page in book.worksheets[:MOST_PAGES]]
            return next((rows for rows in pages if _find_columns(rows, headings())), pages[0])


def _rows_of(page: Any) -> list[Row]:
    return list(page.iter_rows(max_row=LONGEST_SHEET, max_col=WIDEST_SHEET, values_only=True))


class _Reading:
    """Goes through the rows of one sheet."""

    def __init__(self, file: str, sheet: ScoreSheet, grid: _Grid) -> None:
        self._file, self._sheet, self._grid = file, sheet, grid
        self._issues: list[Issue] = []
        self._points: dict[str, Decimal] = {}
        self._cells: dict[str, str] = {}

    def filled(self) -> FilledSheet:
        words = headings()
        columns = _find_columns(self._grid.shown, words)
        if columns is None:
            self._add(_issue("sheet-headings", self._file, code=words.code, points=words.points))
        elif not self._is_of_another_set(words):
            for number, (shown, written) in self._below(columns):
                self._read_row(number, shown, written, columns)
            for one in self._sheet.criteria:
                if one.code not in self._cells:
                    self._add(_issue("sheet-row", self._file, value=one.code))
        return FilledSheet(self._points, self._cells, tuple(self._issues))

    def _below(self, columns: _Columns) -> Iterator[tuple[int, tuple[Row, Row]]]:
        pairs = zip_longest(self._grid.shown, self._grid.written, fillvalue=())
        return ((number, pair) for number, pair in enumerate(pairs) if number > columns.row)

    def _is_of_another_set(self, words: Headings) -> bool:
        """Whether the sheet says so; one that has lost the line is taken for what it was said to be."""
        for number, row in enumerate(self._grid.shown[:LONGEST_HEAD]):
            labels = [column for column, value in enumerate(row) if _text(value) == words.set]
            for column in labels:
                stated = _text(_at(row, column + 1)).partition(".")[0]
                if stated.isascii() and stated.isdigit() and int(stated) != self._sheet.number:
                    place = (number, column + 1)
                    self._add(_issue("sheet-other-set", self._file, place, value=stated, set=str(self._sheet.number)))
                    return True
        return False

    def _read_row(self, number: int, shown: Row, written: Row, columns: _Columns) -> None:
        code, where, place = _text(_at(shown, columns.code)), (number, columns.code), (number, columns.points)
        criterion = self._sheet.by_code.get(code)
        if criterion is None:
            if _TEXT_NUMBER.fullmatch(code.partition(".")[0]):
                self._add(_issue("sheet-unknown", self._file, where, value=code, set=str(self._sheet.number)))
        elif code in self._cells:
            self._add(_issue("sheet-twice", self._file, where, value=code, other=self._cells[code]))
        else:
            self._cells[code] = _cell(place)
            self._read_points(_at(shown, columns.points), _at(written, columns.points), criterion, place)

    def _read_points(self, value: object, written: object, one: Criterion, place: tuple[int, int]) -> None:
        if _text(value) == "":
            if _text(written).startswith("="):
                self._add(_issue("sheet-formula", self._file, place, code=one.code))
            return
        if isinstance(value, date | datetime | time):
            self._add(_issue("sheet-day", self._file, place, code=one.code, value=str(value).removesuffix(" 00:00:00")))
            return
        points = _number(value)
        if points is None or not 0 <= points <= one.most:
            self._add(_issue("sheet-number", self._file, place, code=one.code, value=_text(value), most=str(one.most)))
            return
        self._points[one.code] = points
        if one.options and points not in one.options:
            told = {"code": one.code, "value": _text(value), "steps": ", ".join(map(str, one.options))}
            self._add(_issue("sheet-step", self._file, place, "warning", **told))

    def _add(self, issue: Issue) -> None:
        self._issues.append(issue)


_Place = tuple[int, int]
"""Row and column, counted from 0."""


def _issue(kind: str, file: str, place: _Place | None = None, severity: Severity = "error", **details: str) -> Issue:
    """A mistake of a cell, or of the whole sheet."""
    if place is None:
        return Issue(kind, Source(file), severity, details)
    source = Source(file, (), place[0] + 1, place[1] + 1)
    return Issue(kind, source, severity, {"cell": _cell(place), **details})


def _find_columns(rows: list[Row], words: Headings) -> _Columns | None:
    for number, row in enumerate(rows[:LONGEST_HEAD]):
        texts = [_text(value) for value in row]
        if words.code in texts and words.points in texts:
            return _Columns(number, texts.index(words.code), texts.index(words.points))
    return None


def _at(row: Row, column: int) -> object:
    return row[column] if column < len(row) else None


def _text(value: object) -> str:
    """A value as text on one line; a whole number without the point of a machine."""
    if isinstance(value, float) and isfinite(value):
        return str(int(value)) if value == int(value) else str(value)
    return "" if value is None else " ".join(str(value).split())


def _number(value: object) -> Decimal | None:
    """The number that a cell holds, or that is written in it as text, also with a decimal comma."""
    if isinstance(value, str):
        text = value.strip()
        return _trimmed(Decimal(text.replace(",", "."))) if _TEXT_NUMBER.fullmatch(text) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return _trimmed(round(Decimal(str(value)), _DIGITS)) if isinstance(value, float) else Decimal(value)


def _trimmed(number: Decimal) -> Decimal:
    """Without noughts at the end of decimals."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _cell(place: tuple[int, int]) -> str:
    return f"{get_column_letter(place[1] + 1)}{place[0] + 1}"
