"""Values as cells of a workbook hold them: short lists in one cell, and which values no cell can hold."""

import re
from collections.abc import Sequence

LONGEST_CELL = 32_767
"""What spreadsheets take, in units of UTF-16."""
BETWEEN = "; "
_PLAIN = re.compile(r'[^\s;"](?:[^;"\n\r]*[^\s;"])?')
"""An item that needs no quotes."""
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;"]*?))\s*(?:;|$)')


def join_list(items: Sequence[str]) -> str:
    """The items in one cell: `vi; en`; one with a semicolon or a quotation mark stands in quotation marks."""
    return BETWEEN.join(item if _PLAIN.fullmatch(item) else '"' + item.replace('"', '""') + '"' for item in items)


def split_list(cell: str) -> list[str] | None:
    """The items of a cell; None when quotation marks do not come in pairs. A semicolon at the end begins no item."""
    items: list[str] = []
    place = 0
    cell = cell.rstrip()
    while place < len(cell):
        found = _ITEM.match(cell, place)
        if not found:
            return None
        items.append(found[2] if found[1] is None else found[1].replace('""', '"'))
        place = found.end()
    return items


def fits(text: str) -> bool:
    """Whether a cell can hold a text: one that is blank is nothing to a spreadsheet, one that is too long is cut."""
    if not text or text.isspace():
        return False
    return len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST_CELL
