"""What is written into a workbook beside what it holds: marks of cells, and a first sheet that lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from generator.workbooks.letters import column_letters
from generator.workbooks.splicing import as_xml

Kind = Literal["error", "warning"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WIDTHS = (6, 20, 10, 12, 70, 70, 24)
_LINE_HEIGHT, _TITLE_MORE = 15, 5
_SPREAD = 1.1
"""How much wider texts are than as many digits, by which widths of columns count; lines end between words."""
_LAST = column_letters(len(_WIDTHS))


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: row and column count from 1."""

    sheet: str
    row: int
    column: int

    @property
    def name(self) -> str:
        """As a spreadsheet writes it, without the sheet: "D7"."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def address(self) -> str:
        """As a link names it: "'Năm 2024'!D7"."""
        return "'" + self.sheet.replace("'", "''") + f"'!{self.name}"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said of a cell."""

    place: Place
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a link to a cell, where it is one, how bad it is, and three texts."""

    place: Place | None
    kind: Kind
    word: str
    texts: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The sheet that lists marks; `replaces` names the sheet of an earlier list that it takes the place of."""

    name: str
    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    lines: Sequence[Line]
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class ListingStyles:
    """Numbers of the styles of its cells."""

    title: int
    head: int
    text: int
    link: int
    error: int
    warning: int


def listing_xml(listing: Listing, styles: ListingStyles) -> str:
    """The sheet: title, notes, headings, then a row for each mark with a link to its cell."""
    rows = [_row(1, [listing.title], [styles.title])]
    rows += [_row(number, [note], [styles.text]) for number, note in enumerate(listing.notes, 2)]
    head = len(rows) + 1
    rows.append(_row(head, listing.headings, [styles.head] * len(_WIDTHS)))
    links = []
    for number, line in enumerate(listing.lines, head + 1):
        place, kind = line.place, styles.error if line.kind == "error" else styles.warning
        cells = [str(number - head), place.sheet if place else "", place.name if place else "", line.word, *line.texts]
        rows.append(_row(number, cells, [styles.text, styles.text, styles.link, kind, *[styles.text] * 3]))
        if place:
            links.append(f'<hyperlink ref="C{number}" location="{_quoted(place.address)}"/>')
    merged = "".join(f'<mergeCell ref="A{row}:{_LAST}{row}"/>' for row in range(1, head))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="{head}" topLeftCell="A{head + 1}" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{_columns()}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<mergeCells count="{head - 1}">{merged}</mergeCells>'
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _columns() -> str:
    return "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_WIDTHS, 1)
    )


def _row(number: int, texts: Sequence[str], styles: Sequence[int]) -> str:
    cells = "".join(
        f'<c r="{column_letters(column)}{number}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{as_xml(text)}</t></is></c>'
        for column, (text, style) in enumerate(zip(texts, styles, strict=True), 1)
    )
    return f'<row r="{number}" ht="{_height(texts)}" customHeight="1">{cells}</row>'


def _height(texts: Sequence[str]) -> int:
    """Points that the longest cell takes: programs do not measure texts when they open a workbook."""
    widths = [sum(_WIDTHS)] if len(texts) == 1 else _WIDTHS
    lines = max(ceil(len(text) * _SPREAD / width) for text, width in zip(texts, widths, strict=True))
    return _LINE_HEIGHT * max(lines, 1) + (_TITLE_MORE if len(texts) == 1 else 0)


def _quoted(text: str) -> str:
    return as_xml(text).replace('"', "&quot;")
