"""A workbook and marks in, the same workbook out with its cells filled and annotated and a first sheet that lists them.

Parts are changed in the bytes they have, so formats, widths, merged cells, pictures, charts and other sheets stay.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from posixpath import dirname
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.workbooks.archive import Archive
from generator.workbooks.marked_notes import MarkedNotes, mark_drawing
from generator.workbooks.marked_sheet import RELATIONS, MarkedSheet
from generator.workbooks.marked_styles import MarkedStyles
from generator.workbooks.marks import Kind, Listing, Mark, Place, listing_xml
from generator.workbooks.sheet import Sheet
from generator.workbooks.splicing import Splice, UnmarkableError, as_xml, listen, prefix_of, with_attributes
from generator.workbooks.xlsx import ROOT, USUAL_BOOK, Book, links_name, part_links

LARGEST_MARKED = 256 * 1024 * 1024
"""Bytes of all parts: to write a workbook again, all of it is unpacked."""
MOST_NOTES = 5_000
"""Notes of a sheet; cells beyond are filled and listed. A spreadsheet draws each note as a shape."""
_TYPES = "[Content_Types].xml"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_SHEET_TYPE = f"{_OFFICE}spreadsheetml.worksheet+xml"
_NOTES_TYPE = f"{_OFFICE}spreadsheetml.comments+xml"
_DRAWING_TYPE = f"{_OFFICE}vmlDrawing"
_LINKS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_LINKS = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_LINKS_SPACE}"></Relationships>'.encode()
_MOMENT = (2026, 1, 1, 0, 0, 0)
"""Stands for the moment of writing of new parts: the same marks give the same bytes."""


def mark_workbook(book: BinaryIO, marks: Sequence[Mark], listing: Listing, sheets: Iterable[Sheet]) -> bytes:
    """The marked workbook, an xlsx file; `sheets` are what was read of it.

    Raises `UnmarkableError` when marks cannot be put into a workbook of its form.
    """
    archive = Archive(book)
    try:
        if sum(info.file_size for info in archive.names.values()) > LARGEST_MARKED:
            raise UnmarkableError("size")
        return _Marking(archive, listing).write(visible(marks, sheets))
    finally:
        archive.close()


def visible(marks: Iterable[Mark], sheets: Iterable[Sheet]) -> dict[str, list[Mark]]:
    """Marks by sheet, one a cell, at the cell that is seen: of merged ones the first."""
    found: dict[Place, Mark] = {}
    for mark in _moved(list(marks), {sheet.name: sheet for sheet in sheets}):
        before = found.get(mark.place)
        if before and mark.text in before.text:
            continue
        if before:
            kind: Kind = "error" if "error" in (before.kind, mark.kind) else "warning"
            found[mark.place] = replace(mark, kind=kind, text=f"{before.text}\n\n{mark.text}")
        else:
            found[mark.place] = mark
    by_sheet: dict[str, list[Mark]] = {}
    for mark in found.values():
        by_sheet.setdefault(mark.place.sheet, []).append(mark)
    return by_sheet


def _moved(marks: Sequence[Mark], sheets: Mapping[str, Sheet]) -> Iterable[Mark]:
    by_place = {(mark.place.sheet, mark.place.row) for mark in marks}
    firsts: dict[Place, Place] = {}
    for sheet in sheets.values():
        rows = sorted(row for name, row in by_place if name == sheet.name)
        for area in sheet.merged:
            for row in rows[bisect_left(rows, area.top) : bisect_left(rows, area.bottom + 1)]:
                first = Place(sheet.name, area.top, area.left + 1)
                firsts |= {Place(sheet.name, row, column + 1): first for column in range(area.left, area.right + 1)}
    return (replace(mark, place=firsts.get(mark.place, mark.place)) for mark in marks)


class _Marking:
    """The parts of a workbook, and those that are written in place of them."""

    def __init__(self, archive: Archive, listing: Listing) -> None:
        self._archive, self._listing = archive, listing
        self._new: dict[str, bytes] = {}
        links = part_links(archive, ROOT, "")
        self._book = next((target for kind, target in links.values() if kind == "officeDocument"), USUAL_BOOK)
        links = part_links(archive, links_name(self._book), dirname(self._book))
        book = Book()
        archive.parse(self._book, book)
        there = ((title, links.get(link, ("", ""))) for title, _, link in book.sheets)
        self._sheets = {title: target for title, (kind, target) in there if kind == "worksheet"}
        self._styles_part = next((target for kind, target in links.values() if kind == "styles"), "")
        if not self._styles_part:
            raise UnmarkableError("styles")
        self._styles = MarkedStyles(archive.whole(self._styles_part))
        self._types: dict[str, str] = {}

    def write(self, marks: Mapping[str, Sequence[Mark]]) -> bytes:
        """The workbook with marks by the names of sheets."""
        for number, (title, part) in enumerate(self._sheets.items(), 1):
            if title != self._listing.replaces:
                self._mark_sheet(part, marks.get(title, ()), number)
        self._add_listing()
        self._new[self._styles_part] = self._styles.done()
        self._new[_TYPES] = _with_types(self._part(_TYPES), self._types)
        return self._packed()

    def _part(self, name: str) -> bytes:
        return self._new.get(name) or self._archive.whole(name)

    def _mark_sheet(self, part: str, marks: Sequence[Mark], number: int) -> None:
        noted = sorted(marks, key=lambda mark: (mark.place.row, mark.place.column))[:MOST_NOTES]
        link = self._annotate(part, noted, number)
        cells: dict[int, dict[int, Kind]] = {}
        for mark in marks:
            cells.setdefault(mark.place.row, {})[mark.place.column - 1] = mark.kind
        self._new[part] = MarkedSheet(self._archive.whole(part), cells, self._styles, link).done()

    def _annotate(self, part: str, marks: Sequence[Mark], number: int) -> str:
        """Write the notes of a sheet; the id of the link to their drawing where the sheet has none yet."""
        links = part_links(self._archive, links_name(part), dirname(part))
        there = dict(links.values())
        if not marks and "comments" not in there:
            return ""
        old = self._archive.whole(there["comments"]) if "comments" in there else b""
        notes = MarkedNotes(old, marks)
        drawing = self._archive.whole(there["vmlDrawing"]) if "vmlDrawing" in there else b""
        shapes = mark_drawing(drawing, notes)
        texts_part = there.get("comments") or f"{dirname(part)}/ocopNotes{number}.xml"
        shapes_part = there.get("vmlDrawing") or f"{dirname(part)}/ocopNotes{number}.vml"
        self._new |= {texts_part: notes.done(), shapes_part: shapes}
        self._types |= {texts_part: _NOTES_TYPE, shapes_part: _DRAWING_TYPE}
        wanted = {"comments": texts_part, "vmlDrawing": shapes_part}
        self._link(part, {kind: name for kind, name in wanted.items() if kind not in there})
        return "" if "vmlDrawing" in there else "ocopVmlDrawing"

    def _link(self, part: str, targets: Mapping[str, str]) -> None:
        """Link a part with others, by the kinds of the links."""
        name = links_name(part)
        old = self._part(name) if name in self._archive.names or name in self._new else _NO_LINKS
        added = "".join(
            f'<Relationship xmlns="{_LINKS_SPACE}" Id="ocop{kind[0].upper()}{kind[1:]}" Type="{RELATIONS}/{kind}" '
            f'Target="/{as_xml(target)}"/>'
            for kind, target in targets.items()
        )
        self._new[name] = _before_end(old, added)

    def _add_listing(self) -> None:
        part = self._sheets.get(self._listing.replaces)
        if part is None:
            part = f"{dirname(self._book)}/worksheets/ocopMarks.xml".lstrip("/")
            self._types[part] = _SHEET_TYPE
            self._link(self._book, {"worksheet": part})
            self._new[self._book] = _with_sheet(self._archive.whole(self._book), self._listing.name)
        self._new[part] = listing_xml(self._listing, self._styles.listing()).encode()

    def _packed(self) -> bytes:
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as target:
            for name, info in self._archive.names.items():
                entry = ZipInfo(name, info.date_time)
                entry.compress_type = ZIP_DEFLATED
                pieces = [self._new.pop(name)] if name in self._new else self._archive.pieces(name)
                with target.open(entry, "w") as out:
                    for piece in pieces:
                        out.write(piece)
            for name, data in self._new.items():
                entry = ZipInfo(name, _MOMENT)
                entry.compress_type = ZIP_DEFLATED
                target.writestr(entry, data)
        return stream.getvalue()


class _Ends:
    """Where the root of a part ends; the tags of a workbook that name sheets by their number."""

    def __init__(self) -> None:
        self.end_of_root = self.sheets = 0
        self.tags: list[tuple[str, Mapping[str, str], int, int]] = []
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str], begin: int, end: int) -> None:
        self._depth += 1
        if name == "sheets":
            self.sheets = end
        if name in ("sheet", "definedName", "workbookView", "Default", "Override"):
            self.tags.append((name, attributes, begin, end))

    def end(self, name: str, begin: int, end: int) -> None:
        self._depth -= 1
        if not self._depth:
            if begin == end:
                raise UnmarkableError(name)
            self.end_of_root = begin


def _before_end(data: bytes, text: str) -> bytes:
    splice, ends = Splice(data), _Ends()
    listen(data, ends)
    splice.insert(ends.end_of_root, text)
    return splice.done()


def _with_types(data: bytes, types: Mapping[str, str]) -> bytes:
    """The part that says what parts are, with those that are new."""
    splice, ends = Splice(data), _Ends()
    listen(data, ends)
    known = {tag[1].get("PartName", "") for tag in ends.tags} | {
        tag[1].get("Extension", "").lower() for tag in ends.tags
    }
    prefix = prefix_of(re.sub(r".*</", "<", splice.tag(ends.end_of_root, ends.end_of_root + 40)).replace("</", "<"))
    for part, kind in types.items():
        if part.endswith(".vml") and "vml" in known:
            continue
        if f"/{part}" not in known:
            splice.insert(ends.end_of_root, f'<{prefix}Override PartName="/{as_xml(part)}" ContentType="{kind}"/>')
    return splice.done()


def _with_sheet(data: bytes, name: str) -> bytes:
    """The part that lists sheets with one more in front, which is the one that opens."""
    splice, ends = Splice(data), _Ends()
    listen(data, ends)
    sheets = [tag for tag in ends.tags if tag[0] == "sheet"]
    if not sheets:
        raise UnmarkableError("sheets")
    taken = {int(tag[1].get("sheetId", "0")) for tag in sheets}
    prefix = prefix_of(splice.tag(sheets[0][2], sheets[0][3]))
    splice.insert(
        ends.sheets,
        f'<{prefix}sheet xmlns:r="{RELATIONS}" name="{as_xml(name)}" sheetId="{max(taken) + 1}" r:id="ocopWorksheet"/>',
    )
    for kind, attributes, begin, end in ends.tags:
        tag = splice.tag(begin, end)
        if kind == "workbookView":
            splice.replace(begin, end, with_attributes(tag, activeTab="0", firstSheet="0"))
        elif kind == "definedName" and "localSheetId" in attributes:
            splice.replace(begin, end, with_attributes(tag, localSheetId=str(int(attributes["localSheetId"]) + 1)))
    return splice.done()
