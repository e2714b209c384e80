"""A row whose cells hold several things at once in, the same row with each in its own column out.

Only what is certain is taken apart: a decision with its day and office, an address that ends in known places.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.importing.awards import is_central_city
from generator.importing.tables import Row
from generator.registers import Registers, place_key

_NUMBER = re.compile(r"\d[\w./-]*\s*/\s*QĐ[-–\w./]*", re.IGNORECASE)
_REST = re.compile(
    r"[\s,;.:(]*(?:(?:ban hành\s+)?(?P<day>ngày\s*\d{1,2}\s*(?:[./-]|tháng)\s*\d{1,2}\s*(?:[./-]|,?\s*năm)\s*\d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}))?[\s,;.)]*(?:của\s+(?P<office>[^.;,()]+))?[\s,;.)]*",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:quyết định|qđ)?\s*(?:số)?[\s:.]*", re.IGNORECASE)
_KIND = re.compile(r"(?:tỉnh|thành phố|thị xã|huyện|quận)\s+|(?:TP|TX|T)\.\s?|TP\s", re.IGNORECASE)
_PROVINCE_KIND = re.compile(r"tỉnh|T\.", re.IGNORECASE)
_TAKEN_APART = frozenset({"decision_number", "address"})
_ADDRESS = re.compile(r"[\s,;.(–-]+(?:địa\s*chỉ|đ/c|đc)\s*[:.]\s*", re.IGNORECASE)
_CONTACT = re.compile(
    r"[\s,;.(–-]+(?:(?:số\s*)?điện\s*thoại|s?đt|tel|hotline|zalo)\s*[:.]?\s*[+\d(][\d\s.()+–-]*\s*$", re.IGNORECASE
)
_DIVIDER = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
_KINDS = {
    "commune_old": re.compile(r"(?:xã|phường|thị trấn|đặc khu)\s|(?:TT|P|X)\.\s?", re.IGNORECASE),
    "district_old": re.compile(r"(?:huyện|quận|thị xã|thành phố)\s|(?:TX|TP|H|Q)\.\s?|TP\s", re.IGNORECASE),
    "province_old": re.compile(r"tỉnh\s|T\.\s?", re.IGNORECASE),
}


def split_row(row: Row, registers: Registers) -> Row:
    """The row with what its cells hold besides; a column that the list has keeps its own cell."""
    producer = _producer(row)
    row = replace(row, cells={**row.cells, **producer}) if producer else row
    found = {**_decision_of(row), **_places(row, registers)}
    both = _NUMBER.search(row.get("issued_at"))
    added = {
        name: cell
        for name, cell in found.items()
        if name in _TAKEN_APART or not row.get(name) or (both and name == "issued_at")
    }
    return replace(row, cells={**row.cells, **added}) if added else row


def read_decision(text: str) -> dict[str, str]:
    """Number, day and office of the one decision that a text names somewhere; nothing when it names several or none."""
    numbers = list(_NUMBER.finditer(text))
    if len({one[0] for one in numbers}) != 1:
        return {}
    return {"decision_number": numbers[0][0].rstrip(".-"), **_after(text[numbers[0].end() :])}


def _decision_of(row: Row) -> dict[str, str]:
    """The decision of a row, also where it stands in the column of days: "1289/QĐ-UBND ngày 15/5/2023"."""
    day = row.get("issued_at")
    return _decision(row.get("decision_number") or day)


def _decision(cell: str) -> dict[str, str]:
    """A cell that holds a decision and nothing that is not understood."""
    numbers = _NUMBER.findall(cell)
    if len(numbers) != 1 or numbers[0] == cell:
        return {}
    before, _, after = cell.partition(numbers[0])
    rest = _REST.fullmatch(after)
    if not _BEFORE.fullmatch(before) or not rest:
        return {}
    # "Số 12/QĐ" is a way to write a number; a record keeps it as the list has it, unless there is more to it.
    return {"decision_number": numbers[0], **_parts(rest)} if rest["day"] or rest["office"] else {}


def _after(text: str) -> dict[str, str]:
    rest = _REST.match(text)
    return _parts(rest) if rest else {}


def _parts(rest: re.Match[str]) -> dict[str, str]:
    found = {"issued_at": rest["day"] or "", "authority": (rest["office"] or "").strip(" ,")}
    return {name: text for name, text in found.items() if text}


def _producer(row: Row) -> dict[str, str]:
    """A producer with address and telephone in the same cell. A telephone needs a consent, so no list brings one."""
    cell = row.get("producer")
    name, *addresses = _ADDRESS.split(_CONTACT.sub("", cell), 1)
    if name == cell or not name:
        return {}
    address = _CONTACT.sub("", addresses[0]).strip(" ,;.)") if addresses else ""
    added = {"address": address} if address and not row.get("address") else {}
    return {"producer": name.strip(" ,;.("), **added}


def _places(row: Row, registers: Registers) -> dict[str, str]:
    """The places at the end of an address, the smallest first, where the list has no columns for them."""
    address = row.get("address")
    if not address or any(row.get(name) for name in ("province_new", "commune_current", "commune_old")):
        return {}
    parts = _DIVIDER.split(address)
    if not row.get("province_old"):
        return dict(_named(parts, registers))
    while parts and place_key(parts[-1]) in {place_key(row.get(name)) for name in ("province_old", "district_old")}:
        parts.pop()
    wanted = ["commune_old"] if row.get("district_old") else ["district_old", "commune_old"]
    return dict(_below(parts, wanted))


def _named(parts: Sequence[str], registers: Registers) -> Iterator[tuple[str, str]]:
    """Places from the end of an address on; the last must be a province, since nothing else says where that is."""
    last = parts[-1].strip(" .")
    if place_key(last) not in registers.province_names or not _is_province(last, registers):
        return
    yield "province_old", _tidy(last)
    yield from _below(parts[:-1], ["district_old", "commune_old"])


def _below(parts: Sequence[str], wanted: list[str]) -> Iterator[tuple[str, str]]:
    """Places of the `wanted` kinds from the end of an address on, then what is left of it."""
    left = list(parts)
    while left and (kind := next((name for name in wanted if _KINDS[name].match(left[-1])), None)):
        yield kind, left.pop()
        wanted = wanted[wanted.index(kind) + 1 :]
    yield "address", ", ".join(left)


def _is_province(name: str, registers: Registers) -> bool:
    """Whether a place with the name of a province is one: "TP. Hải Dương" was a city in the province of that name."""
    for kind in ("commune_old", "district_old"):
        if found := _KINDS[kind].match(name):
            return kind == "district_old" and is_central_city(name[found.end() :], registers)
    return True


def read_place(text: str, registers: Registers) -> Mapping[str, str]:
    """The province or district that a text is the name of; nothing when it is something else."""
    if _KINDS["district_old"].match(text) and not _is_province(text, registers):
        return {"district_old": _tidy(text)}
    known = place_key(text) in registers.province_names and _is_province(text, registers)
    return {"province_old": _tidy(text)} if known else {}


def _tidy(name: str) -> str:
    """A place as records write it: "TỈNH HẬU GIANG" is Hậu Giang, "HUYỆN ĐỒNG VĂN" is huyện Đồng Văn."""
    kind = _KIND.match(name)
    words, before = (name[kind.end() :], name[: kind.end()]) if kind else (name, "")
    if name.isupper():
        words = " ".join(map(str.capitalize, words.split()))
        before = before if before.upper().startswith("TP") else before.lower()
    return words if before and _PROVINCE_KIND.match(before) else before + words
