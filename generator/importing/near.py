"""Which records may be the product of a row without being it for certain: names or producers that differ a little.

Drafts in, candidates out. Nothing is merged here: an officer decides (see `decisions.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.importing.drafts import Draft
from generator.importing.matching import first_name
from generator.importing.places import province_today
from generator.importing.words import organisation_key
from generator.languages.codes import word_key
from generator.languages.folding import fold
from generator.records.raw import Raw, RawRecord
from generator.registers import Registers

_ALIKE = 0.88
"""How much of two names must be the same; one slip in a name of ten letters is 0.9."""
_MOST_MORE = 2
"""Words that one of two names may have besides those of the other: "Chè đinh", "Chè đinh Tân Cương"."""
_FEWEST = 2
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Known:
    """A record as an officer knows it: names as they are written, today's province by its id."""

    id: str
    name: str
    producer: str
    producer_name: str
    province: str


class NearMatches:
    """The records that exist, by what rows may have in common with them."""

    def __init__(self, products: Iterable[RawRecord], producers: Iterable[RawRecord], registers: Registers) -> None:
        """Index the records; names of producers are compared with their legal form written out."""
        names = {record.id: first_name(record.values.get("name", {})) for record in producers}
        self._of_producer: dict[str, list[Known]] = {}
        self._alone: dict[str, list[Known]] = {}
        self._producers: dict[tuple[str, str], dict[str, str]] = {}
        for record in products:
            known = _known(record, names, registers)
            self._of_producer.setdefault(known.producer, []).append(known)
            self._alone.setdefault(word_key(known.name), []).append(known)
            for word in _ends(known.producer_name):
                same = self._producers.setdefault((known.province, word), {})
                same[known.producer] = organisation_key(known.producer_name)

    def candidates(self, draft: Draft, producer: str) -> list[Known]:
        """The records near to a draft, of which the producer has the id `producer`; none is the same for sure."""
        name = first_name(draft.product["name"])
        found = {known.id: known for known in self._near(name, draft, producer)}
        return [found[one] for one in sorted(found)]

    def _near(self, name: str, draft: Draft, producer: str) -> Iterator[Known]:
        if producer:
            yield from (known for known in self._of_producer.get(producer, ()) if are_near(name, known.name))
            for other in self._like(first_name(draft.producer["name"]), draft.province, producer):
                same = self._of_producer.get(other, ())
                yield from (known for known in same if _is_same(name, known.name) or are_near(name, known.name))
        for known in self._alone.get(word_key(name), ()):
            if bool(known.producer) != bool(producer) and known.province == draft.province:
                yield known

    def _like(self, name: str, province: str, producer: str) -> Iterator[str]:
        """Producers of the province that are called almost the same."""
        key, seen = organisation_key(name), {producer}
        for word in _ends(name):
            for other, other_key in self._producers.get((province, word), {}).items():
                if other not in seen and _alike(key, other_key):
                    seen.add(other)
                    yield other


def _known(record: RawRecord, producers: Mapping[str, str], registers: Registers) -> Known:
    province = province_today(record.values.get("origin", {}), registers)
    producer = str(record.values.get("producer", ""))
    name = first_name(record.values.get("name", {}))
    return Known(record.id, name, producer, producers.get(producer, ""), province.id if province else "")


def _ends(name: str) -> tuple[str, ...]:
    """The last two words of a name, without marks: a slip may be in one of them, legal forms are before."""
    return tuple(fold(name).split()[-2:])


def _is_same(one: str, other: str) -> bool:
    return word_key(one) == word_key(other)


def are_near(one: str, other: str) -> bool:
    """Whether two names differ a little and by no number: "Nước mắm 30N" and "Nước mắm 35N" are two products."""
    if _is_same(one, other) or _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    words, others = set(fold(one).split()), set(fold(other).split())
    fewer, more = sorted((words, others), key=len)
    contained = len(fewer) >= _FEWEST and fewer <= more and len(more) - len(fewer) <= _MOST_MORE
    return contained or _alike(word_key(one), word_key(other))


def _alike(one: str, other: str) -> bool:
    first, second = sorted((one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def told(known: Known) -> str:
    """A record in one line: "Chè đinh · HTX chè Ví Dụ"."""
    return " · ".join(filter(None, (known.name, known.producer_name)))


def producer_of(draft: Draft) -> str:
    """The name of the producer of a draft; empty when the row names none."""
    name: Raw = draft.producer.get("name", {})
    return first_name(name)
