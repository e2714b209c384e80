"""What stands around the rows of a table and holds for them: titles, names of parts and of the sheet.

"Kèm theo Quyết định số 12/QĐ-UBND ngày 20/7/2024" is the decision of every row, where the rows have none; below "Sản
phẩm 4 sao" stand products of four stars. All of it is told, so that an officer can say no.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from generator.importing.splitting import read_decision, read_place, split_row
from generator.importing.tables import Row, Table
from generator.issues import Issue, Source
from generator.registers import Registers, place_key

_PROPOSED = re.compile(
    r"danh sách.*(?:đề nghị (?!của)|đề xuất|tiềm năng|dự kiến|tham gia|đăng ký)|dự thảo", re.IGNORECASE
)
_STARS = re.compile(r"(?:^|[^\d])0?([3-5])\s*(?:sao|star)|\b(ba|bốn|năm)\s+sao\b", re.IGNORECASE)
_WORDS = {"ba": "3", "bốn": "4", "năm": "5"}
_NUMBERING = re.compile(
    r"^(?:[IVXLC]+|[A-Z]|\d+)(?:[.):]|\s[-–])\s*|^(?:phần|mục|phụ lục)\s+\w+\s*[.:]?\s*", re.IGNORECASE
)
_KIND = re.compile(r"(?:^|[\s,(])((?:tỉnh|thành phố|TP\.?)\s+)(?=\S)", re.IGNORECASE)
_NOW = re.compile(r"\bnay (?:thuộc|là)\b", re.IGNORECASE)
"""What follows is the name of today of a place that was named before."""
_MOST_WORDS = 6
"""Words of the longest name of a province, with its dash: "Bà Rịa - Vũng Tàu"."""
_COUNTED = re.compile(r"\s*[(:–-]*\s*\d+\s*(?:SP|sản phẩm|chủ thể)\b.*$", re.IGNORECASE)
"""How many products a part has, behind its name: "Huyện Đắk Glong (02 SP)"."""
_AND_MORE = re.compile("trở lên|trở xuống", re.IGNORECASE)
_PLACES = ("province_old", "province_new")


def with_context(table: Table, registers: Registers) -> Table:
    """The table with what holds for its rows written into them, and told; columns of the list itself go first."""
    # What a row says itself goes first, also where it says it in its address.
    stated = [split_row(row, registers) for row in table.rows]
    whole = dict(_of_titles(table, registers))
    if all(row.get("province_old") or row.get("province_new") for row in stated):
        whole.pop("province_old", None)
    parts = [(row, text, dict(_of_part(text, table, registers))) for row, text in table.parts]
    if not whole and not any(found for _, _, found in parts):
        return table
    begins, states = _states(parts)
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
    if not proposed and "stars" not in table.headings:
        lines = (*(text for _, text in reversed(table.title)), table.sheet)
        found = next(filter(_STARS.search, lines), "")
        yield from (("stars", f"{stars} sao") for stars in _stars_of(found))
    if not proposed and "decision_number" not in table.headings:
        own = table.headings
        yield from ((name, text) for name, text in read_decision(title).items() if name not in own)
    if not any(name in table.headings for name in _PLACES):
        names = [name for _, text in table.title for name in _province_names(text, registers)]
        places = [read_place(name, registers) for name in (*names, table.sheet)]
        provinces = list(dict.fromkeys(place["province_old"] for place in places if "province_old" in place))
        if len({name.casefold() for name in provinces}) == 1:
            yield "province_old", provinces[0]


def _province_names(text: str, registers: Registers) -> Iterator[str]:
    """The provinces that a title names, each with the word for its kind: the longest name that is one."""
    before = _NOW.split(text)[0]
    for kind in _KIND.finditer(before):
        words = before[kind.end() :].split()[:_MOST_WORDS]
        names = (kind[1] + " ".join(words[:end]).rstrip(" ,.;:()") for end in range(len(words), 0, -1))
        yield from islice((name for name in names if place_key(name) in registers.province_names), 1)


def _stars_of(title: str) -> list[str]:
    """The one number of stars that a line of the title names; nothing when it names several, or a least one."""
    found = {one[1] or _WORDS[one[2].lower()] for one in _STARS.finditer(title)}
    return [*found] if len(found) == 1 and not _AND_MORE.search(title) else []


def _of_part(text: str, table: Table, registers: Registers) -> Iterator[tuple[str, str]]:
    name = _COUNTED.sub("", _NUMBERING.sub("", text)).strip(" .:")
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
