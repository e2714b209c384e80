"""What stands below the headings: rows of cells in, rows of products out, and what else there was.

Lists of offices repeat their headings, number their columns, name parts of the list between the rows, add totals and
end in notes and signatures. None of these is a product.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import ceil
from statistics import median
from typing import Literal

from generator.importing.cleaning import clean
from generator.importing.headings import NAMES
from generator.importing.layout import Layout
from generator.importing.tables import Row
from generator.languages.codes import word_key
from generator.workbooks.sheet import Computed, Sheet

Cells = Mapping[int, str]
_SHARE = 0.4
"""Which part of the cells of a usual row a row must have filled to be one, where no running number says that it is."""
_RUNNING = frozenset({"stt", "tt", "sothutu", "no"})
_NUMBER = re.compile(r"\d+[.)]?")
_TOTAL = re.compile(r"(?:tong|cong)(?:\d|$)|tongcong|tongso|total")
_NOTE = re.compile(
    r"ghichu|luuy|noinhan|nguoilap|danhsachnay|danhsachgom|thutruong|chutich|giamdoc|kychutich|tmuy|tmubnd|note|source"
    r"|nguon|ngay\d*thang"
)
_MARK = re.compile("[xXvV✓✔√+1]")
_ASIDE = ("*", "(*", "- ")
Kind = Literal["product", "part", "doubtful", "heading", "total", "note"]
_NUMBERING = re.compile(r"\(?(\d{1,2}|[a-z])\)?(?:=.*)?", re.IGNORECASE)


@dataclass(slots=True)
class Body:
    """Rows of products, names of parts of the list by the row they stand in, rows that may be lost, and a count."""

    rows: list[Row] = field(default_factory=list)
    parts: list[tuple[int, str]] = field(default_factory=list)
    doubtful: list[tuple[int, str]] = field(default_factory=list)
    """Rows with some cells filled that look like no product."""
    computed: list[tuple[int, int, str]] = field(default_factory=list)
    """Rows and columns of cells that a formula made, or that would be one: nobody wrote down what they say."""
    passed: int = 0


def read_body(sheet: Sheet, layout: Layout, name: str = "") -> Body:
    """The rows below the headings; `name` is that of the sheet in messages."""
    merged = _fill_down(sheet, layout)
    rows = [(number, cells) for number, cells in _clean_rows(sheet, layout, merged) if cells]
    judge = _Judge(layout, [cells for _, cells in rows])
    body = Body()
    for number, cells in rows:
        kind = judge.kind_of(cells)
        if kind == "product" and (made := _computed(layout, cells)):
            body.computed += [(number, column, cells[column]) for column in made]
        elif kind == "product":
            body.rows.append(Row(number, _by_column(layout, cells), name))
        elif kind == "part":
            body.parts.append((number, max(cells.values(), key=len)))
        elif kind == "doubtful":
            body.doubtful.append((number, " | ".join(dict.fromkeys(cells.values()))))
        body.passed += kind != "product"
    return body


def _fill_down(sheet: Sheet, layout: Layout) -> dict[int, dict[int, str]]:
    """What merged cells say in the rows below their first one, where nobody can write: it holds for all of them."""
    found: dict[int, dict[int, str]] = {}
    for area in sheet.merged:
        text = sheet.rows.get(area.top, {}).get(area.left)
        if text and area.top > layout.last:
            for row in range(area.top + 1, area.bottom + 1):
                if row in sheet.rows:
                    found.setdefault(row, {})[area.left] = text
    return found


def _clean_rows(sheet: Sheet, layout: Layout, merged: Mapping[int, Cells]) -> Iterator[tuple[int, dict[int, str]]]:
    for number, cells in sheet.rows.items():
        if number > layout.last:
            both = {**merged[number], **cells} if number in merged else cells
            yield number, {column: text for column, cell in both.items() if (text := clean(cell))}


class _Judge:
    """Says what rows below some headings are."""

    def __init__(self, layout: Layout, rows: Sequence[Cells]) -> None:
        self._ours = {column.number for column in layout.columns if column.name}
        self._names = {column.number for column in layout.columns if column.name in NAMES}
        self._keys = {column.number: word_key(column.heading) for column in layout.columns}
        self._running = {number for number, key in self._keys.items() if key in _RUNNING}
        numbered = [cells for cells in rows if self._is_numbered(cells)]
        filled = [len(self._ours & cells.keys()) for cells in numbered or rows]
        self._fewest = max(1, ceil(_SHARE * median(filled))) if filled else 1

    def _is_numbered(self, cells: Cells) -> bool:
        return any(_NUMBER.fullmatch(cells.get(number, "")) for number in self._running)

    def kind_of(self, cells: Cells) -> Kind:
        """What a row is; one that may be a product and looks like none is doubtful."""
        texts = list(dict.fromkeys(cells.values()))
        if self._is_heading(cells) or _is_numbering(texts):
            return "heading"
        keys = [word_key(text) for text in texts[:2]]
        numbered = self._is_numbered(cells)
        if not numbered and any(map(_TOTAL.match, keys)):
            return "total"
        filled = len(self._ours & cells.keys())
        alone = len(texts) == 1 and self._fewest > 1
        if filled >= (min(self._fewest, 2) if numbered else self._fewest) and not alone:
            return "product"
        if any(map(_NOTE.match, keys)) or texts[0].startswith(_ASIDE):
            return "note"
        words = {text for number, text in cells.items() if number not in self._running}
        return "part" if len(words) <= 1 and not numbered else "doubtful"

    def _is_heading(self, cells: Cells) -> bool:
        """Whether a row says again what the columns are called, as on each new page."""
        names = [number for number in self._names if number in cells]
        if not all(self._said_above(number, cells) for number in names):
            return False
        again = sum(self._said_above(number, cells) for number in cells)
        return again > 1 and again * 2 > len(cells)

    def _said_above(self, number: int, cells: Cells) -> bool:
        key = word_key(cells[number])
        return bool(key) and self._keys.get(number, "").endswith(key)


def _is_numbering(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3)."""
    found = [_NUMBERING.fullmatch(text) for text in texts]
    numbers = [int(one[1]) for one in found if one and one[1].isdecimal()]
    return len(numbers) > 2 and all(found) and all(a == b for a, b in zip(numbers, count(numbers[0]), strict=False))  # noqa: PLR2004


def _computed(layout: Layout, cells: Cells) -> list[int]:
    """Columns of ours in which a row has a formula, or a text that a spreadsheet would take for one."""
    ours = [column.number for column in layout.columns if column.name and column.number in cells]
    return [number for number in ours if isinstance(cells[number], Computed) or cells[number].startswith("=")]


def _by_column(layout: Layout, cells: Cells) -> dict[str, str]:
    """Filled cells by column; where two columns have one name, the first filled one counts."""
    found: dict[str, str] = {}
    for column in layout.columns:
        if column.name and column.number in cells:
            cell = cells[column.number]
            found.setdefault(column.name, column.stars if column.stars and _MARK.fullmatch(cell) else cell)
    return found
