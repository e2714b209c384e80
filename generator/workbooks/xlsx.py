"""An xlsx file in, its sheets out, read row by row. ECMA-376 part 1, chapter 18, in its usual and its strict form.

Own code, since no library tells in one pass what a cell holds, by which format it is shown, and that a formula made it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from posixpath import dirname, join, normpath

from generator.workbooks.archive import Archive, local_names
from generator.workbooks.formats import BUILT_IN, GENERAL, read_number
from generator.workbooks.sheet import Area, Computed, Room, Sheet, WorkbookError

ROOT = "_rels/.rels"
USUAL_BOOK = "xl/workbook.xml"
_RELATION = "/relationships/"
_SHEETS = 500
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""A letter that XML or its readers would not keep, in a text (22.9.2.19): _x000D_; _x005F_ is the line itself."""
_LONGEST_TYPES = 1024 * 1024


def read_xlsx(archive: Archive, room: Room) -> list[Sheet]:
    """The sheets of a workbook in their order; raises `WorkbookError` when it is broken, hostile or has macros."""
    _refuse_unsafe(archive)
    links = part_links(archive, ROOT, "")
    name = next((target for kind, target in links.values() if kind == "officeDocument"), USUAL_BOOK)
    book = Book()
    archive.parse(name, book)
    links = part_links(archive, links_name(name), dirname(name))
    others = dict(links.values())
    strings, styles = _Strings(room), _Styles()
    for kind, part in (("sharedStrings", strings), ("styles", styles)):
        if kind in others:
            archive.parse(others[kind], part)
    sheets = []
    for title, hidden, link in book.sheets[:_SHEETS]:
        kind, target = links.get(link, ("", ""))
        if kind == "worksheet":
            sheet = Sheet(title, hidden, since_1904=book.since_1904)
            archive.parse(target, _Cells(sheet, room, strings.found, styles.codes()))
            sheets.append(sheet)
    return sheets


def links_name(part: str) -> str:
    """The part that says what another one is linked with."""
    return f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels"


def _refuse_unsafe(archive: Archive) -> None:
    """Macros and whatever a workbook would fetch from elsewhere have no place in a list."""
    names = [name.lower() for name in archive.names]
    if any(name.endswith("vbaproject.bin") for name in names):
        raise WorkbookError("workbook-macros")
    if b"macroEnabled" in archive.read("[Content_Types].xml", _LONGEST_TYPES):
        raise WorkbookError("workbook-macros")
    for name in names:
        if "/externallinks/" in name or name.endswith("/connections.xml") or "/querytables/" in name:
            raise WorkbookError("workbook-links", name)


class Quiet:
    """Hears everything and keeps nothing."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text inside an element."""


def part_links(archive: Archive, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """What a part is linked with: kind and name of the other part by the id of the link."""
    links = _Links(folder)
    if name in archive.names:
        archive.parse(name, links)
    return links.found


class _Links(Quiet):
    def __init__(self, folder: str) -> None:
        self.found: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else normpath(join(self._folder, target))
            self.found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition(_RELATION)[2], path


class Book(Quiet):
    """The part that lists the sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool, str]] = []
        self.since_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A sheet, or what holds for all."""
        if name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true")
        elif name == "sheet":
            found = local_names(attributes)
            self.sheets.append((found.get("name", ""), found.get("state", "visible") != "visible", found.get("id", "")))


class _Strings(Quiet):
    """The texts that cells share."""

    def __init__(self, room: Room) -> None:
        self.found: list[str] = []
        self._room = room
        self._pieces: list[str] = []
        self._open = self._aside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002  the shape of a part
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._aside = True
        self._open = name == "t" and not self._aside

    def end(self, name: str) -> None:
        self._open = False
        if name == "rPh":
            self._aside = False
        elif name == "si":
            self.found.append(self._room.keep(_unescape("".join(self._pieces))))

    def text(self, text: str) -> None:
        if self._open:
            self._pieces.append(text)


class _Styles(Quiet):
    """By which formats numbers are shown."""

    def __init__(self) -> None:
        self._own: dict[str, str] = {}
        self._used: list[str] = []
        self._in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._own[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._used.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def codes(self) -> list[str]:
        """The format of each style of a cell."""
        return [self._own.get(one) or BUILT_IN.get(int(one) if one.isdecimal() else 0, GENERAL) for one in self._used]


class _Cells(Quiet):
    """One sheet."""

    def __init__(self, sheet: Sheet, room: Room, strings: Sequence[str], codes: Sequence[str]) -> None:
        self._sheet, self._room, self._strings, self._codes = sheet, room, strings, codes
        self._row, self._column = 0, -1
        self._cells: dict[int, str] = {}
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._open = self._computed = self._aside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._open = not self._aside
        elif name == "f":
            self._computed = True
        elif name == "row":
            self._row = int(attributes.get("r") or self._row + 1)
            self._column, self._cells = -1, {}
        elif name == "rPh":
            self._aside = True
        elif name == "mergeCell":
            self._room.merge(self._sheet, read_area(attributes.get("ref", "")))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = attributes.get("r")
        self._column = read_place(place)[1] if place else self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._pieces.clear()
        self._computed = False

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._open = False
        elif name == "rPh":
            self._aside = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._room.end_row(self._sheet, self._row, self._cells)

    def text(self, text: str) -> None:
        if self._open:
            self._pieces.append(text)

    def _end_cell(self) -> None:
        raw = "".join(self._pieces)
        text = _READERS.get(self._kind, _read_text)(raw, self) if raw else ""
        if self._computed:
            text = Computed(text or "=")
        if text and not text.isspace():
            self._cells[self._column] = text

    def shared(self, raw: str) -> str:
        """The shared text of a number."""
        try:
            return self._strings[int(raw)]
        except IndexError as error:
            raise WorkbookError("workbook-broken", raw) from error

    def number(self, raw: str) -> str:
        """A number as it is shown."""
        value = float(raw)
        style = int(self._style)
        code = self._codes[style] if style < len(self._codes) else GENERAL
        return read_number(value, code, since_1904=self._sheet.since_1904) if isfinite(value) else raw


def _read_text(raw: str, _: _Cells) -> str:
    return _unescape(raw)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _read_truth(raw: str, _: _Cells) -> str:
    return "TRUE" if raw == "1" else "FALSE"


_READERS: Mapping[str, Callable[[str, _Cells], str]] = {
    "s": lambda raw, cells: cells.shared(raw),
    "n": lambda raw, cells: cells.number(raw),
    "b": _read_truth,
    "e": lambda raw, _: Computed(raw),
}
"""By the kind of a cell; what is not here is text, days in the form of ISO 8601 among it."""


@lru_cache(maxsize=4096)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def read_place(place: str) -> tuple[int, int]:
    """Row from 1 and column from 0 of a place such as "D7"; raises `WorkbookError`."""
    letters = place.rstrip("0123456789")
    row = place[len(letters) :]
    if not (letters.isascii() and letters.isupper() and letters.isalpha() and row and len(place) <= len("XFD1048576")):
        raise WorkbookError("workbook-broken", place[:20])
    return int(row), _column(letters)


def read_area(area: str) -> Area:
    """An area such as "A1:C3"; raises `WorkbookError`."""
    first, _, last = area.partition(":")
    top, left = read_place(first)
    bottom, right = read_place(last or first)
    return Area(top, left, bottom, right)
