"""Communes before 1 July 2025 and today: the text of `registers/former-communes.csv` in, look-ups and its mistakes out.

13,000 rows, sorted by keys that stand in them: they are cut into lines when first asked for, and searched by halves.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from generator.issues import Issue, Source

COLUMNS = ("key", "commune", "district", "province", "today")
_HEAD = ",".join(COLUMNS)
_ALIKE = 0.9
"""How much of two keys, with that of the province, is the same."""
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_KINDS = ("phường ", "thị trấn ", "đặc khu ", "xã ", "")
Key = Callable[[str], str]
"""Makes keys of names of places."""


class FormerCommune(NamedTuple):
    """A commune as it was, and the communes of today that took in all of it or a part; a unit of today has no name."""

    commune: str
    district: str
    province: str
    today: tuple[str, ...]


@dataclass(frozen=True)
class FormerCommunes:
    """The register; an empty one knows nothing."""

    text: str = ""
    file: str = ""
    """Name in messages."""
    unreadable: tuple[Issue, ...] = ()
    """Why there is no text."""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.partition(f"{_HEAD}\n")[2].splitlines()

    def named(self, province: str, commune: str) -> list[FormerCommune]:
        """The units, former and of today, with these keys, in the order of the file."""
        key = f"{province}/{commune},"
        found: list[FormerCommune] = []
        for number in range(bisect_left(self._lines, key), len(self._lines)):
            if not self._lines[number].startswith(key):
                break
            cells = self._lines[number].split(",")
            if len(cells) == len(COLUMNS):  # others are told
                found.append(FormerCommune(cells[1], cells[2], cells[3], tuple(cells[4].split("|"))))
        return found

    def near(self, province: str, commune: str) -> list[str]:
        """The commune of a province, with its district, that is called so or almost so, if there is one."""
        if (asked := (province, commune)) not in self._asked:
            self._asked[asked] = self._find_near(province, commune)
        return self._asked[asked]

    @cached_property
    def _asked(self) -> dict[tuple[str, str], list[str]]:
        """What was asked before: a list may spell a commune in its own way in hundreds of rows."""
        return {}

    def _find_near(self, province: str, commune: str) -> list[str]:
        begin = bisect_left(self._lines, f"{province}/")
        end = bisect_left(self._lines, f"{province}0", begin)  # 0 comes after the stroke
        keys = {line.partition(",")[0]: line for line in reversed(self._lines[begin:end])}  # former ones stand first
        near = get_close_matches(f"{province}/{commune}", keys, n=1, cutoff=_ALIKE)
        cells = [keys[one].split(",") for one in near]
        return [f"{row[1]}, {row[2]}" if row[1] else row[-1].partition("|")[0] for row in cells]

    @property
    def issues(self) -> Iterator[Issue]:
        """Mistakes of the file: rows that are not of its columns, or stand where they are not found."""
        yield from self.unreadable
        if not self.text:
            return
        if not self._lines:
            yield Issue("communes-columns", Source(self.file), details={"allowed": _HEAD})
        before, first = "", self.text.partition(f"{_HEAD}\n")[0].count("\n") + 2
        for line, row in enumerate(self._lines, first):
            if row.count(",") != len(COLUMNS) - 1 or row <= before:
                yield Issue("communes-row", Source(self.file, (), line), details={"value": row[:120], "allowed": _HEAD})
            before = row.partition(",")[0]


class CommunesToday:
    """Today's communes of former ones: what a project states itself goes before the table of all."""

    def __init__(self, own: Iterable[FormerCommune], table: FormerCommunes, key: Key) -> None:
        """`own` are the units of a project; `key` makes keys of names."""
        self._table, self._key = table, key
        self._own: dict[tuple[str, str], list[FormerCommune]] = {}
        for unit in own:
            self._own.setdefault((key(unit.province), commune_key(unit.commune, key)), []).append(unit)
        self._asked: dict[tuple[str, str, tuple[str, ...]], tuple[str, ...]] = {}

    def find(self, commune: str, district: str, provinces: tuple[str, ...]) -> tuple[str, ...]:
        """The communes of today that a stated one may be, none when it is not known.

        The first of `provinces` is the stated one; the others are one with it today, as newer lists name it.
        """
        asked = commune, district, provinces
        if asked not in self._asked:
            units = as_stated(self._units(*asked), commune)
            self._asked[asked] = tuple(sorted({today for unit in units for today in unit.today}))
        return self._asked[asked]

    def _units(self, commune: str, district: str, provinces: Sequence[str]) -> list[FormerCommune]:
        name = commune_key(commune, self._key)
        stated, *others = map(self._key, provinces)
        own, units = self._own.get((stated, name), []), self._table.named(stated, name)
        if not district:
            return [unit for unit in own if not unit.district] or [*own, *units]
        found = self._of(own, district) or self._of(units, district)
        return found or self._of([unit for one in others for unit in self._table.named(one, name)], district)

    def _of(self, units: Iterable[FormerCommune], district: str) -> list[FormerCommune]:
        """Units of a district: former ones, since there are no districts today."""
        return [unit for unit in units if unit.commune and self._key(unit.district) == self._key(district)]


def commune_key(name: str, key: Key) -> str:
    """The key of a commune: "Phường 08" and "P.8" are one."""
    found = key(name)
    return found.lstrip("0") if found.isdecimal() else found


def as_stated(units: Sequence[FormerCommune], commune: str) -> list[FormerCommune]:
    """Of units with one key those spelt as `commune` is, then those of its kind; all of them where none is."""
    same = list(units)
    if not commune.isascii():  # without marks nothing tells "Hoằng Thành" from "Hoằng Thanh"
        same = [unit for unit in units if _spelling(commune).endswith(_spelling(_without_kind(unit)))] or same
    return [unit for unit in same if commune.lower().startswith(_kind(unit))] or same


def _name(unit: FormerCommune) -> str:
    return unit.commune or unit.today[0]


def _kind(unit: FormerCommune) -> str:
    return next(kind for kind in _KINDS if _name(unit).startswith(kind))


def _without_kind(unit: FormerCommune) -> str:
    return _name(unit)[len(_kind(unit)) :]


def _spelling(name: str) -> str:
    """A name with the mark of each tone behind its word: "hoà" and "hòa" are spelt the same."""
    words = unicodedata.normalize("NFD", name.lower()).split()
    return " ".join(_TONE.sub("", word) + "".join(_TONE.findall(word)) for word in words)
