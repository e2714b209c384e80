"""A file in, the sheets of a workbook out. What a file is, its bytes tell, not its name."""

import re
from pathlib import Path

from generator.workbooks.archive import Archive
from generator.workbooks.ods import read_ods
from generator.workbooks.sheet import Room, Sheet, WorkbookError
from generator.workbooks.xls import read_xls
from generator.workbooks.xlsx import read_xlsx

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; 20,000 products have about 3 million as xlsx, and 10 million as xls."""
_ZIP, _OLE = b"PK", bytes.fromhex("d0cf11e0a1b11ae1")
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype html|html|table|\?xml[^>]*>\s*<(?:html|workbook|\?mso))", re.IGNORECASE)
_BEGINNING = 512


def is_workbook(path: Path) -> bool:
    """Whether a file is one of a spreadsheet, or pretends to be; a list in plain text is none."""
    with path.open("rb") as stream:
        begin = stream.read(_BEGINNING)
    return begin.startswith((_ZIP, _OLE)) or bool(_WEB_PAGE.match(begin.removeprefix(b"\xef\xbb\xbf")))


def read_workbook(path: Path, room: Room | None = None) -> list[Sheet]:
    """The sheets of an xlsx, ods or xls file in their order; raises `WorkbookError` when it is not read.

    Rows go through `room`, which may hand them on instead of keeping them.
    """
    room = room or Room()
    if path.stat().st_size > LARGEST_FILE:
        raise WorkbookError("file-too-large", largest=LARGEST_FILE // 1024)
    with path.open("rb") as stream:
        begin = stream.read(len(_OLE))
    if begin == _OLE:
        return read_xls(path.read_bytes(), room)
    if begin.startswith(_ZIP):
        return _read_archive(path, room)
    raise WorkbookError("workbook-web-page")


def _read_archive(path: Path, room: Room) -> list[Sheet]:
    archive = Archive(path)
    try:
        if "content.xml" in archive.names:
            return read_ods(archive, room)
        if "[Content_Types].xml" in archive.names:
            return read_xlsx(archive, room)
    finally:
        archive.close()
    raise WorkbookError("workbook-broken", path.name)
