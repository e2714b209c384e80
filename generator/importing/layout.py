"""Where the table of a sheet is: rows of cells in, the rows with its headings and what each column is called out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from generator.importing.cleaning import clean
from generator.importing.headings import NAMES, Headings
from generator.importing.tables import Column
from generator.languages.codes import word_key
from generator.workbooks.letters import column_letters
from generator.workbooks.sheet import Area, Sheet

LAST_HEADING_ROW = 40
"""Lists of offices begin with a title of some rows; the headings stand among the first rows or not at all."""
_DEEPEST = 4
"""Rows that headings take at most."""
Cells = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The first and the last row of the headings, and the columns below them."""

    first: int
    last: int
    columns: tuple[Column, ...]

    @property
    def known(self) -> int:
        """How many different columns of ours there are; 0 without a name of a product."""
        names = {column.name for column in self.columns}
        return len(names - {None}) if names & NAMES else 0


def find_layout(sheet: Sheet, headings: Headings) -> Layout | None:
    """The layout in which most headings are known; None when no row names a column for the product."""
    best: Layout | None = None
    for row in islice(sheet.rows, LAST_HEADING_ROW):
        if sum(headings.knows(clean(cell)) for cell in sheet.rows[row].values()) == 0:
            continue
        found = _layout_at(sheet, row, headings)
        if found.known > (best.known if best else 0):
            best = found
    return best


def _layout_at(sheet: Sheet, row: int, headings: Headings) -> Layout:
    """The layout when headings begin with `row`: a merged cell above them says what columns below it have in common."""
    last = _last_heading_row(sheet, row, headings)
    over = [area for area in sheet.merged if area.left < area.right and row - 1 <= area.top <= last]
    width = max((number for one in range(row, last + 1) for number in sheet.rows.get(one, ())), default=-1)
    columns = (_column(number, list(_parts(sheet, row, last, number, over)), headings) for number in range(width + 1))
    return Layout(row, last, tuple(columns))


def _last_heading_row(sheet: Sheet, row: int, headings: Headings) -> int:
    """Headings reach as far down as their merged cells do; without merged cells, as rows consist of headings only."""
    here = [area for area in sheet.merged if area.top == row]
    high = [area.bottom for area in here if area.bottom > row and area.left == area.right]
    if high:
        return min(max(high), row + _DEEPEST - 1)
    below = sheet.rows.get(row + 1, {})
    spanned = _spanned(sheet.rows.get(row, {}), here)
    split = [column for column in below if column in spanned]
    is_heading = below and len(split) == len(below) and any(headings.knows(clean(below[one])) for one in split)
    return row + 1 if is_heading else row


def _spanned(cells: Cells, areas: Iterable[Area]) -> set[int]:
    """Columns that have no heading of their own in a row, or share a merged one: such may have one below it."""
    merged = {column for area in areas for column in range(area.left, area.right + 1)}
    filled = sorted(cells)
    blank = {
        column for one in filled for column in range(one, (filled[-1] if filled else 0) + 2) if column not in cells
    }
    return merged | blank | {column - 1 for column in blank if column - 1 in cells}


def _parts(sheet: Sheet, first: int, last: int, column: int, over: Iterable[Area]) -> Iterator[str]:
    """What stands above a column, from the top: its own headings and the merged ones that it shares."""
    areas = [area for area in over if area.left <= column <= area.right]
    before = ""
    for row in range(first - 1, last + 1):
        shared = next((area for area in areas if area.top <= row <= area.bottom), None)
        if row < first and (not shared or _is_title(shared, sheet, first)):
            continue
        text = clean(sheet.rows.get(row, {}).get(shared.left if shared else column, ""))
        if text and text != before:
            yield text
            before = text


def _is_title(area: Area, sheet: Sheet, row: int) -> bool:
    """Whether a merged cell above the headings spans all of them, as a title does."""
    cells = sheet.rows.get(row, {})
    return not cells or (area.left <= min(cells) + 1 and area.right >= max(cells) - 1)


def _column(number: int, parts: list[str], headings: Headings) -> Column:
    letters = column_letters(number + 1)
    told = next(
        (
            headings.told[key]
            for key in (word_key(f"cot {letters}"), word_key(f"column {letters}"))
            if key in headings.told
        ),
        None,
    )
    if told is not None:
        return Column(number, " ".join(parts), told, "mapping")
    name, found = headings.find(parts) if any(map(word_key, parts)) else (None, "unknown")
    if name is None and (stars := headings.stars_of(parts)):
        return Column(number, " ".join(parts), "stars", "name", stars)
    return Column(number, " ".join(parts), name, found if name is not None else "unknown")
