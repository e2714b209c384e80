"""What stands around the rows of a table and holds for them: titles, names of parts and of the sheet.

"Kèm theo Quyết định số 12/QĐ-UBND ngày 20/7/2024" is the decision of every row, where the rows have none; below "Sản
phẩm 4 sao" stand products of four stars. All of it is told, so that an officer can say no.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.importing.splitting import read_decision, read_place, split_row
from generator.importing.tables import Row, Table
from generator.issues import Issue, Source
from generator.registers import Registers

_PROPOSED = re.compile(
    r"danh sách.*(?:đề nghị (?!của)|đề xuất|tiềm năng|dự kiến|tham gia|đăng ký)|dự thảo", re.IGNORECASE
)
_STARS = re.compile(r"(?:^|[^\d])0?([3-5])\s*(?:sao|star)|\b(ba|bốn|năm)\s+sao\b", re.IGNORECASE)
_WORDS = {"ba": "3", "bốn": "4", "năm": "5"}
_NUMBERING = re.compile(
    r"^(?:[IVXLC]+|[A-Z]|\d+)(?:[.):]|\s[-–])\s*|^(?:phần|mục|phụ lục)\s+\w+\s*[.:]?\s*", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:^|[\s,(])((?:tỉnh|thành phố|TP\.?)\s+[^\d,;:().–-]+?)"
    r"(?=\s+(?:năm|giai đoạn|đợt|đạt|được|lần|quý)\b|\s*[\d,;:().–-]|\s*$)",
    re.IGNORECASE,
)
_PLACES = ("district_old", "province_old", "province_new", "address", "commune_current")


def with_context(table: Table, registers: Registers) -> Table:
    """The table with what holds for its rows written into them, and told; columns of the list itself go first."""
    whole = dict(_of_titles(table, registers))
    parts = [(row, text, dict(_of_part(text, table, registers))) for row, text in table.parts]
    if not whole and not any(found for _, _, found in parts):
        return table
    begins, states = _states(parts)
    # What a row says itself goes first, also where it says it in its address.
    stated = (split_row(row, registers) for row in table.rows)
    rows = tuple(_with(row, {**whole, **states[bisect_right(begins, row.line)]}) for row in stated)
    return replace(table, rows=rows, issues=(*table.issues, *_told(table, whole, parts)))


def with_cells(table: Table, cells: Mapping[str, str]) -> Table:
    """The table with cells that hold for all rows; a cell of the list itself goes first."""
    return replace(table, rows=tuple(_with(row, cells) for row in table.rows)) if cells else table


def _states(parts: list[tuple[int, str, dict[str, str]]]) -> tuple[list[int], list[dict[str, str]]]:
    """What holds below each part; another one of its kind ends it, and another province its districts."""
    begins: list[int] = []
    states: list[dict[str, str]] = [{}]
    for row, _, found in parts:
        kept = {
            name: text for name, text in states[-1].items() if name != "district_old" or "province_old" not in found
        }
        begins.append(row)
        states.append({**kept, **found})
    return begins, states


def _with(row: Row, found: Mapping[str, str]) -> Row:
    added = {name: text for name, text in found.items() if not row.get(name)}
    return replace(row, cells={**row.cells, **added}) if added else row


def _of_titles(table: Table, registers: Registers) -> Iterator[tuple[str, str]]:
    title = ". ".join(text for _, text in table.title)
    proposed = bool(_PROPOSED.search(title))
    if proposed and "status" not in table.headings:
        yield "status", "đề nghị"
    if not proposed and "decision_number" not in table.headings:
        own = table.headings
        yield from ((name, text) for name, text in read_decision(title).items() if name not in own)
    if not any(name in table.headings for name in _PLACES[1:]):
        names = [found[1] for _, text in table.title for found in _PLACE.finditer(text)]
        places = [read_place(name, registers) for name in (*names, table.sheet)]
        provinces = list(dict.fromkeys(place["province_old"] for place in places if "province_old" in place))
        if len({name.casefold() for name in provinces}) == 1:
            yield "province_old", provinces[0]


def _of_part(text: str, table: Table, registers: Registers) -> Iterator[tuple[str, str]]:
    name = _NUMBERING.sub("", text).strip(" .:")
    found = _STARS.search(name)
    if found and "stars" not in table.headings and not _PROPOSED.search(f"danh sách {name}"):
        yield "stars", found[1] or _WORDS[found[2].lower()]
    place = read_place(name, registers)
    yield from ((column, stated) for column, stated in place.items() if column not in table.headings)


def _told(table: Table, whole: Mapping[str, str], parts: list[tuple[int, str, dict[str, str]]]) -> Iterator[Issue]:
    """One issue for the titles, one for the parts: where it stands and what was taken from it."""
    if whole:
        row = table.title[0][0] if table.title else table.heading_row
        yield _taken(table, row, ", ".join(whole.values()))
    used = [(row, text) for row, text, found in parts if found]
    if used:
        yield _taken(table, used[0][0], "; ".join(text for _, text in used))


def _taken(table: Table, row: int, text: str) -> Issue:
    place = Source(table.file, (), row, 1 if table.sheet else 0, table.sheet)
    return Issue("import-context", place, "warning", {"value": text[:120]})
