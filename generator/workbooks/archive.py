"""A zip file with XML in it, as xlsx and ods are: parts by name in, calls for their elements out.

Sizes are looked at before anything is unpacked, and parts are unpacked piece by piece. Whatever XML could fetch or
multiply (a document type with entities) is refused.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.workbooks.sheet import WorkbookError

MOST_PARTS = 10_000
LARGEST_PART = 128 * 1024 * 1024
"""Bytes of a part when unpacked; 20,000 products have about 30 million."""
USUAL_PART = 8 * 1024 * 1024
HIGHEST_RATIO = 100
"""How much smaller a part over `USUAL_PART` may have become by packing; sheets of real lists become 10 to 20 times."""
MOST_ELEMENTS = 12_000_000
_PIECE = 256 * 1024
_FAULTS = (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)
"""What the zip file of the standard library raises for damaged parts."""
_ENCRYPTED = 1


class Part(Protocol):
    """What listens to the elements of a part; names come without their prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text inside an element."""


class Archive:
    """An opened zip file of which the directory was found harmless."""

    def __init__(self, path: Path | BinaryIO) -> None:
        """Open it; raises `WorkbookError`."""
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, NotImplementedError, ValueError, UnicodeDecodeError) as error:
            raise WorkbookError("workbook-broken", str(error)) from error
        self.names = {info.filename: info for info in self._zip.infolist()}
        self._left = MOST_ELEMENTS
        if len(self.names) > MOST_PARTS:
            raise WorkbookError("workbook-bomb", str(len(self.names)), MOST_PARTS)
        for info in self.names.values():
            _check(info)

    def parse(self, name: str, part: Part) -> None:
        """Read a part; raises `WorkbookError` when it is missing or broken."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_document_type
        parser.StartElementHandler = self._counted(part.start)
        parser.EndElementHandler = lambda name: part.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = part.text
        try:
            for piece in self.pieces(name):
                parser.Parse(piece)
            parser.Parse(b"", True)  # noqa: FBT003  the C function takes no names
        except (expat.ExpatError, KeyError, *_FAULTS) as error:
            raise WorkbookError("workbook-broken", f"{name}: {error}") from error

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part in pieces of bounded size."""
        with self._zip.open(name) as stream:
            while piece := stream.read(_PIECE):
                yield piece

    def _counted(self, start: Callable[[str, Mapping[str, str]], None]) -> Callable[[str, dict[str, str]], None]:
        def begin(name: str, attributes: dict[str, str]) -> None:
            self._left -= 1
            if self._left < 0:
                raise WorkbookError("workbook-cells", str(MOST_ELEMENTS), MOST_ELEMENTS)
            start(name.rpartition(":")[2], attributes)

        return begin

    def read(self, name: str, longest: int) -> bytes:
        """The first bytes of a small part; none when it is missing. Raises `WorkbookError` when it is broken."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as stream:
                return stream.read(longest)
        except _FAULTS as error:
            raise WorkbookError("workbook-broken", f"{name}: {error}") from error

    def whole(self, name: str) -> bytes:
        """All of a part; raises `WorkbookError` when it is missing or broken."""
        try:
            return b"".join(self.pieces(name))
        except (KeyError, *_FAULTS) as error:
            raise WorkbookError("workbook-broken", f"{name}: {error}") from error

    def close(self) -> None:
        """Give the file back."""
        self._zip.close()


def _check(info: ZipInfo) -> None:
    """Raise when a part is locked, or so much larger than what it is packed in that somebody made it so."""
    if info.flag_bits & _ENCRYPTED:
        raise WorkbookError("workbook-locked")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise WorkbookError("workbook-broken", info.filename)
    if info.file_size > LARGEST_PART or (
        info.file_size > USUAL_PART and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1)
    ):
        raise WorkbookError("workbook-bomb", str(info.file_size // 1024 // 1024), LARGEST_PART // 1024 // 1024)


def _refuse_document_type(*_: object) -> None:
    raise WorkbookError("workbook-entities")


def local_names(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes by their names without prefix."""
    return {name.rpartition(":")[2]: value for name, value in attributes.items()}
