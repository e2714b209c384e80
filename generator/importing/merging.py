"""What a record holds already and what a list says, in; the record with what the list adds, and where they differ, out.

A record is only added to: what an officer wrote stays. A part whose stated values contradict the list stays whole.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from generator.issues import Path
from generator.languages.codes import word_key
from generator.records.raw import Raw

Values: TypeAlias = "dict[str, Raw]"
Difference = tuple[Path, str, str]
"""Where the two differ, what the record says, what the list says."""

_OFFICIAL = frozenset({"authority", "decision"})
_SUBJECTS = {
    "inferred": ("set", "commune", "district", "province"),
    "month": ("issued", "date"),
    "year": ("issued", "date", "month"),
}
"""Fields that say something only as long as none of others is stated already."""


def merge(existing: Mapping[str, Raw], incoming: Mapping[str, Raw]) -> tuple[Values, list[Difference]]:
    """The values of both; those of `existing` where they differ, and the differences."""
    merged = dict(existing)
    differences: list[Difference] = []
    for field, value in incoming.items():
        old = merged.get(field)
        if not old:
            merged[field] = value
        elif isinstance(old, dict) and isinstance(value, dict):
            merged[field] = _fill(old, value, (field,), differences)
        elif isinstance(old, list) and isinstance(value, list):
            merged[field] = _join(old, value, field, differences)
        elif old != value:
            differences.append(((field,), str(old), str(value)))
    return merged, differences


def _fill(old: Values, new: Values, path: Path, differences: list[Difference]) -> Values:
    """A part with what the list adds to it; the part as it was when any of its values contradicts the list."""
    found = list(_contradictions(old, new, path))
    differences += found
    if found:
        return old
    filled = dict(old)
    for field, value in new.items():
        both = old.get(field)
        if isinstance(both, dict) and isinstance(value, dict):
            filled[field] = _fill(both, value, (*path, field), differences)
        elif not both and not any(old.get(subject) for subject in _SUBJECTS.get(field, ())):
            filled[field] = value
    return _with_translations(filled, old, new)


def _contradictions(old: Values, new: Values, path: Path) -> Iterator[Difference]:
    for field, value in new.items():
        both = old.get(field)
        if isinstance(both, str) and isinstance(value, str) and both and not _equal(field, both, value):
            yield (*path, field), both, value


def _with_translations(filled: Values, old: Values, new: Values) -> Values:
    """A text with its marks: only a language that the list adds can be marked by it as a translation."""
    marks, added = old.get("translated", []), new.get("translated", [])
    if not isinstance(marks, list) or not isinstance(added, list):
        return filled
    both = [*marks, *(one for one in added if one not in (*marks, *old))]
    return {**filled, "translated": both} if both else {name: filled[name] for name in filled if name != "translated"}


def _join(old: list[Raw], new: list[Raw], field: str, differences: list[Difference]) -> list[Raw]:
    """A list with the items it does not hold yet; an item that it holds is filled in."""
    joined = list(old)
    for item in new:
        number = next((number for number, one in enumerate(joined) if _same(field, one, item)), None)
        if number is None:
            joined.append(item)
        elif isinstance(one := joined[number], dict) and isinstance(item, dict):
            joined[number] = _fill(one, item, (field, number), differences)
    return joined


def _same(field: str, one: Raw, other: Raw) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return _IDENTITIES.get(field, _same_values)(one, other)
    return one == other


def _same_values(one: Values, other: Values) -> bool:
    return one == other


def _same_market(one: Values, other: Values) -> bool:
    return one.get("country") == other.get("country")


def _same_source(one: Values, other: Values) -> bool:
    return all(one.get(field) == other.get(field) for field in ("title", "url", "repository"))


def _same_award(one: Values, other: Values) -> bool:
    """Two entries tell of one award: the same decision, or the same time and nothing that speaks against it."""
    if not _agree(one, other, "decision") or not _agree(one, other, "issued", "date"):
        return False
    if not _same_time(one, other) and one.get("month") and other.get("month"):
        return False
    if one.get("decision") and other.get("decision"):
        return True
    return _same_time(one, other) and _agree(one, other, "stars") and _agree(one, other, "authority")


def _agree(one: Values, other: Values, *fields: str) -> bool:
    """Whether no field is stated differently by both."""
    return all(
        not one.get(field) or not other.get(field) or _equal(field, one[field], other[field]) for field in fields
    )


def _equal(field: str, one: Raw, other: Raw) -> bool:
    return _office_key(one) == _office_key(other) if field in _OFFICIAL else one == other


def _office_key(value: Raw) -> str:
    """Offices and decisions as they are meant: "Ủy ban nhân dân tỉnh" is "UBND tỉnh", "Số 12/QĐ" is "12/QĐ"."""
    key = word_key(str(value)).replace("uybannhandan", "ubnd")
    return key.removeprefix("quyetdinh").removeprefix("so")


def _same_time(one: Values, other: Values) -> bool:
    """Whether two awards are of one time, as far as both state it: a day, a month, a year, or nothing at all."""
    first, second = _time(one), _time(other)
    known = min(len(first), len(second))
    return first[:known] == second[:known] if known else first == second


def _time(award: Values) -> str:
    """The day, the month or the year of an award; empty when it has no time."""
    return str(award.get("issued") or award.get("date") or award.get("month") or award.get("year") or "")


_IDENTITIES: dict[str, Callable[[Values, Values], bool]] = {
    "awards": _same_award,
    "proposals": _same_award,
    "markets": _same_market,
    "sources": _same_source,
}
