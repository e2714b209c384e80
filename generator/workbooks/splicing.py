"""Changes of an XML part in the bytes it has: what nobody asked to change stays as it was, to the byte.

Texts go in as ASCII with references, which every encoding holds that XML is written in but UTF-16.
"""

import re
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from generator.workbooks.sheet import WorkbookError

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Of a workbook, `_x000D_` is the end of a line (22.9.2.19)."""
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class UnmarkableError(Exception):
    """A workbook is of a form that marks are not put into; its argument says why."""


class Listener(Protocol):
    """Hears of elements with their places: `begin` and `end` are those of a tag."""

    def start(self, name: str, attributes: Mapping[str, str], begin: int, end: int) -> None:
        """A tag that begins an element, of which the name comes without prefix."""

    def end(self, name: str, begin: int, end: int) -> None:
        """A tag that ends one; it begins where it ends for an element of one tag."""


class Splice:
    """A part with what is to change in it."""

    def __init__(self, data: bytes) -> None:
        """Refuses, with `UnmarkableError`, what no reference can be written into."""
        if data.startswith(_WIDE) or b"\0" in data[:4]:
            raise UnmarkableError("UTF-16")
        self.data = data
        self._changes: list[tuple[int, int, bytes]] = []

    def insert(self, place: int, text: str) -> None:
        """Put XML in at a place, behind what was put there before."""
        self.replace(place, place, text)

    def replace(self, begin: int, end: int, text: str) -> None:
        """Put XML in place of what is there."""
        self._changes.append((begin, end, text.encode("ascii", "xmlcharrefreplace")))

    def tag(self, begin: int, end: int) -> str:
        """A tag as it stands."""
        return self.data[begin:end].decode("utf-8", "replace")

    def done(self) -> bytes:
        """The part with all changes."""
        pieces, last = [], 0
        for begin, end, text in sorted(self._changes, key=lambda change: change[:2]):
            pieces += [self.data[last:begin], text]
            last = end
        return b"".join([*pieces, self.data[last:]])


def listen(data: bytes, listener: Listener) -> None:
    """Read a part; raises `WorkbookError` when it is broken."""
    parser = expat.ParserCreate()
    alone: list[int] = []
    """For each open element where its tag ends if it is the only one, else 0: the parser tells no place for its end."""

    def start(name: str, attributes: dict[str, str]) -> None:
        begin = parser.CurrentByteIndex
        last = _end_of_tag(data, begin)
        alone.append(last if data.startswith(b"/>", last - 2) else 0)
        listener.start(name.rpartition(":")[2], attributes, begin, last)

    def end(name: str) -> None:
        only = alone.pop()
        begin = only or parser.CurrentByteIndex
        listener.end(name.rpartition(":")[2], begin, only or _end_of_tag(data, begin))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)  # noqa: FBT003  the C function takes no names
    except expat.ExpatError as error:
        raise WorkbookError("workbook-broken", str(error)) from error


def _end_of_tag(data: bytes, begin: int) -> int:
    found = _TAG.match(data, begin)
    if not found:
        raise UnmarkableError("tag")
    return found.end()


def with_attributes(tag: str, **values: str) -> str:
    """A tag that begins an element with these attributes in place of those it has; an empty one is taken out."""
    for name, value in values.items():
        tag = re.sub(rf"""\s{name}\s*=\s*("[^"]*"|'[^']*')""", "", tag, count=1)
        closing = "/>" if tag.endswith("/>") else ">"
        added = f" {name}={quoteattr(value)}" if value else ""
        tag = tag.removesuffix(closing).rstrip() + added + closing
    return tag


def opened(tag: str) -> tuple[str, str]:
    """The tags that begin and end an element which had only one, or of which `tag` is the first."""
    name = re.split(r"[\s/>]", tag[1:], maxsplit=1)[0]
    begin = tag.removesuffix("/>").rstrip() + ">" if tag.endswith("/>") else tag
    return begin, f"</{name}>"


def prefix_of(tag: str) -> str:
    """The prefix of the name of a tag, with its colon."""
    name = re.split(r"[\s/>]", tag[1:], maxsplit=1)[0]
    return name[: name.index(":") + 1] if ":" in name else ""


def as_xml(text: str) -> str:
    """A text as XML holds it, without signs that XML does not know; what looks like an escaped sign is text too."""
    return escape(_LIKE_ESCAPED.sub("_x005F_", _NOT_IN_XML.sub("\ufffd", text)))
