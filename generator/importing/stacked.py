"""Tables that stand below each other in one sheet: a sheet in, its first table and what is below that out.

Headings that are repeated as they are, as on each new page, begin no other table.
"""

from collections.abc import Iterator

from generator.importing.cleaning import clean
from generator.importing.layout import Layout
from generator.workbooks.sheet import Area, Sheet

_FEWEST = 3
"""Headings that a row must have in common with those of the sheet to be one of headings."""
_MOST_ABOVE = 2
"""Rows of a title between two tables."""


def cut_below(sheet: Sheet, layout: Layout) -> tuple[Sheet | None, Sheet]:
    """What is below the first table, None when nothing is, and the first table with what is above it."""
    begin = next(_headings_below(sheet, layout), 0)
    if not begin:
        return None, sheet
    return _part(sheet, begin, max(sheet.rows) + 1), _part(sheet, 0, begin)


def _headings_below(sheet: Sheet, layout: Layout) -> Iterator[int]:
    """Rows with the headings of the table at other columns."""
    columns = {column.heading: column.number for column in layout.columns if column.heading}
    for number, cells in sheet.rows.items():
        if number > layout.last:
            texts = {clean(cell): column for column, cell in cells.items() if clean(cell) in columns}
            if len(texts) >= _FEWEST and any(columns[text] != column for text, column in texts.items()):
                yield number


def _part(sheet: Sheet, begin: int, end: int) -> Sheet:
    def belongs(area: Area) -> bool:
        return begin <= area.top < end

    rows = {number: cells for number, cells in sheet.rows.items() if begin <= number < end}
    return Sheet(sheet.name, sheet.hidden, rows, list(filter(belongs, sheet.merged)), sheet.since_1904)


def above_next(sheet: Sheet) -> list[tuple[int, str]]:
    """What a table ends with that may be the title of the next one: its last rows of one text."""
    found: list[tuple[int, str]] = []
    for number in sorted(sheet.rows, reverse=True)[:_MOST_ABOVE]:
        texts = {clean(cell) for cell in sheet.rows[number].values()} - {""}
        if len(texts) != 1:
            break
        found.append((number, texts.pop()))
    return found[::-1]
