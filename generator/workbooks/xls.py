"""An xls file of Excel 97 to 2003 in, its sheets out. Structure of its records: [MS-XLS] 2.3.

xlrd reads the cells; what it does not tell, which cells are formulas and whether there are links, is looked up in the
records themselves.
"""

import struct
from collections.abc import Iterator, Sequence
from io import StringIO

import xlrd
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_DATE,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XL_CELL_NUMBER,
    XLRDError,
)
from xlrd.compdoc import CompDoc, CompDocError

from generator.workbooks.formats import GENERAL, read_number
from generator.workbooks.sheet import Area, Computed, Room, Sheet, WorkbookError

_BROKEN = (XLRDError, CompDocError, struct.error, IndexError, KeyError, ValueError, AssertionError, TypeError)
"""What xlrd ends with when the bytes are not what they say."""
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORMULA, _BOUND_SHEET, _SUPPORTING_BOOK, _FILE_PASSWORD = 0x0006, 0x0085, 0x01AE, 0x002F
_OWN_BOOK = (b"\x01\x04", b"\x01\x3a")
"""How a supporting book is marked that is the workbook itself, or an add-in's functions."""
_STREAMS = ("Workbook", "Book")
_HEAD = 4


def read_xls(data: bytes, room: Room) -> list[Sheet]:
    """The sheets of a workbook in their order; raises `WorkbookError` when it is broken, locked or has macros."""
    if _ENCRYPTED in data:
        raise WorkbookError("workbook-locked")
    if _MACROS in data:
        raise WorkbookError("workbook-macros")
    try:
        computed = _computed(data)
        with xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO()) as book:
            return [_read_sheet(book, sheet, computed[number], room) for number, sheet in enumerate(book.sheets())]
    except _BROKEN as error:
        raise WorkbookError("workbook-broken", str(error)) from error


def _computed(data: bytes) -> list[set[tuple[int, int]]]:
    """Rows and columns of the formulas of each sheet, from 0; raises when the workbook is linked or locked."""
    document = CompDoc(data, logfile=StringIO())
    if _has_loop(document.SAT) or _has_loop(document.SSAT):
        raise WorkbookError("workbook-broken", "sectors")
    streams = (document.get_named_stream(name) for name in _STREAMS)
    stream = next(filter(None, streams), b"")
    found: dict[int, set[tuple[int, int]]] = {}
    begins: list[int] = []
    current: set[tuple[int, int]] = set()
    for place, kind, body in _records(bytes(stream)):
        if kind == _FILE_PASSWORD:
            raise WorkbookError("workbook-locked")
        if kind == _SUPPORTING_BOOK and body[2:4] not in _OWN_BOOK:
            raise WorkbookError("workbook-links")
        if kind == _BOUND_SHEET:
            begins.append(int.from_bytes(body[:4], "little"))
        if place in begins:
            current = found.setdefault(place, set())
        if kind == _FORMULA:
            current.add(struct.unpack_from("<HH", body))
    return [found.get(begin, set()) for begin in begins]


def _has_loop(following: Sequence[int]) -> bool:
    """Whether sectors follow each other in a circle, which xlrd would go round for ever."""
    seen_from = [-1] * len(following)
    for start in range(len(following)):
        sector = start
        while 0 <= sector < len(following) and seen_from[sector] < 0:
            seen_from[sector] = start
            sector = following[sector]
        if 0 <= sector < len(following) and seen_from[sector] == start:
            return True
    return False


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + _HEAD <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield place, kind, stream[place + _HEAD : place + _HEAD + length]
        place += _HEAD + length


def _read_sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet, computed: set[tuple[int, int]], room: Room) -> Sheet:
    found = Sheet(sheet.name, sheet.visibility != 0, since_1904=book.datemode == 1)
    for row in range(sheet.nrows):
        cells = {}
        for column, cell in enumerate(sheet.row(row)):
            text = _text_of(book, cell)
            if (row, column) in computed:
                text = Computed(text or "=")
            if text and not text.isspace():
                cells[column] = text
        room.end_row(found, row + 1, cells)
    for top, bottom, left, right in sheet.merged_cells:
        room.merge(found, Area(top + 1, left, bottom, right - 1))
    return found


def _text_of(book: xlrd.Book, cell: xlrd.sheet.Cell) -> str:
    if cell.ctype in (XL_CELL_NUMBER, XL_CELL_DATE):
        style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
        form = book.format_map.get(style.format_key) if style else None
        return read_number(float(cell.value), form.format_str if form else GENERAL, since_1904=book.datemode == 1)
    if cell.ctype in (XL_CELL_EMPTY, XL_CELL_BLANK):
        return ""
    if cell.ctype == XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return Computed("#") if cell.ctype == XL_CELL_ERROR else str(cell.value)
