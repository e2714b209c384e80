"""Notes (comments) of a sheet in, the same with ours out: their texts, and the drawing that shows them.

ECMA-376 part 1, 18.7; part 4, 19.4 for the drawing. Notes of others stay; ours of an earlier time go.
"""

import re
from collections.abc import Mapping, Sequence

from generator.workbooks.marks import MAIN, Mark
from generator.workbooks.splicing import Splice, UnmarkableError, as_xml, listen, prefix_of
from generator.workbooks.xlsx import read_place

AUTHOR = "OCOP"
_LONGEST = 1500
_SHAPE = re.compile(rb"<v:shape\b(?!type).*?</v:shape>", re.DOTALL)
_CELL = re.compile(rb"<x:(Row|Column)>\s*(\d+)\s*</x:\1>")
_SPACES = (b"xmlns:v=", b"xmlns:o=", b"xmlns:x=")
_EMPTY = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NOTE = (
    '<v:shape id="ocop_{number}" type="#_x0000_t202" fillcolor="#fffbe0" o:insetmode="auto" '
    'style="position:absolute;margin-left:60pt;margin-top:2pt;width:280pt;height:110pt;z-index:1;visibility:hidden">'
    '<v:fill color2="#fffbe0"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_WIDE, _HIGH = 5, 6


class MarkedNotes:
    """The notes of one sheet; `marks` are of different cells."""

    def __init__(self, old: bytes, marks: Sequence[Mark]) -> None:
        """`old` is the part with notes that is there, or nothing. Raises `UnmarkableError` when it cannot be read."""
        self._splice = Splice(old or _no_notes())
        found = _Found(self._splice)
        listen(self._splice.data, found)
        self._prefix = prefix_of(self._splice.tag(*found.root))
        self._texts = {mark.place.name: mark for mark in marks}
        self.gone: set[str] = set()
        """Cells of our earlier notes."""
        self.kept: list[str] = []
        """Cells of notes of others."""
        ours = self._author(found)
        for note in found.notes:
            self._keep_or_drop(note, ours)
        self.fresh = [mark for mark in marks if mark.place.name in self._texts]
        """Marks that had no note in their cell."""
        added = "".join(self._note(mark, ours) for mark in self.fresh)
        self._splice.insert(found.end_of_notes, added)

    def _author(self, found: "_Found") -> str:
        if AUTHOR in found.authors:
            return str(found.authors.index(AUTHOR))
        self._splice.insert(found.end_of_authors, f"<{self._prefix}author>{AUTHOR}</{self._prefix}author>")
        return str(len(found.authors))

    def _keep_or_drop(self, note: "_Note", ours: str) -> None:
        if note.author == ours:
            self._splice.replace(note.begin, note.end, "")
            self.gone.add(note.ref)
            return
        self.kept.append(note.ref)
        if mark := self._texts.pop(note.ref, None):
            p = self._prefix
            text = as_xml(f"\n{AUTHOR}: {mark.text[:_LONGEST]}")
            self._splice.insert(note.end_of_text, f'<{p}r><{p}t xml:space="preserve">{text}</{p}t></{p}r>')

    def _note(self, mark: Mark, author: str) -> str:
        p, text = self._prefix, as_xml(mark.text[:_LONGEST])
        return (
            f'<{p}comment ref="{mark.place.name}" authorId="{author}"><{p}text><{p}r>'
            f'<{p}t xml:space="preserve">{text}</{p}t></{p}r></{p}text></{p}comment>'
        )

    def done(self) -> bytes:
        """The part with all notes."""
        return self._splice.done()


def _no_notes() -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<comments xmlns="{MAIN}"><authors></authors>'
        "<commentList></commentList></comments>"
    ).encode()


class _Note:
    __slots__ = ("author", "begin", "end", "end_of_text", "ref")

    def __init__(self, ref: str, author: str, begin: int) -> None:
        self.ref, self.author, self.begin = ref, author, begin
        self.end = self.end_of_text = begin


class _Found:
    """Where notes and authors are."""

    def __init__(self, splice: Splice) -> None:
        self._splice = splice
        self.notes: list[_Note] = []
        self.authors: list[str] = []
        self.root = (0, 0)
        self.end_of_authors = self.end_of_notes = 0
        self._author_at = 0

    def start(self, name: str, attributes: Mapping[str, str], begin: int, end: int) -> None:
        if name == "comments":
            self.root = begin, end
        elif name == "author":
            self._author_at = end
        elif name == "comment":
            self.notes.append(_Note(attributes.get("ref", ""), attributes.get("authorId", ""), begin))

    def end(self, name: str, begin: int, end: int) -> None:
        if name in ("authors", "commentList", "text") and begin == end:
            raise UnmarkableError(name)
        if name == "authors":
            self.end_of_authors = begin
        elif name == "commentList":
            self.end_of_notes = begin
        elif name == "text" and self.notes:
            self.notes[-1].end_of_text = begin
        elif name == "comment":
            self.notes[-1].end = end
        elif name == "author":
            self.authors.append(self._splice.tag(self._author_at, begin).strip())


def mark_drawing(old: bytes, notes: MarkedNotes) -> bytes:
    """The drawing of notes with boxes for those that are new, without those that are gone.

    One of an unusual form that holds nothing but notes is drawn anew; of others `UnmarkableError` is raised.
    """
    data = old or _EMPTY.encode()
    cells = [(mark.place.row, mark.place.column - 1) for mark in notes.fresh]
    if not all(space in data for space in _SPACES) or b"</xml>" not in data:
        if data.count(b"ObjectType=") != data.count(b'ObjectType="Note"'):
            raise UnmarkableError("drawing")
        data = _EMPTY.encode()
        cells += [read_place(ref) for ref in notes.kept]
    places = {read_place(ref) for ref in notes.gone}
    data = _SHAPE.sub(lambda shape: b"" if _place(shape[0]) in places else shape[0], data)
    kind = "" if b'"_x0000_t202"' in data else _SHAPE_TYPE
    boxes = "".join(_box(number, *cell) for number, cell in enumerate(cells, 1))
    before, end, after = data.rpartition(b"</xml>")
    return before + (kind + boxes).encode("ascii") + end + after


def _place(shape: bytes) -> tuple[int, int]:
    cell = {found[1]: int(found[2]) for found in _CELL.finditer(shape)}
    return cell.get(b"Row", -1) + 1, cell.get(b"Column", -1)


def _box(number: int, row: int, column: int) -> str:
    """A box for the note of a cell: row from 1, column from 0."""
    corners = {"left": column + 1, "top": max(row - 2, 0), "right": column + 1 + _WIDE, "bottom": row - 1 + _HIGH}
    return _NOTE.format(number=number, row=row - 1, column=column, **corners)
