"""Which records go into a workbook: what an officer asked for in, a yes or no for each record out."""

import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from generator.issues import Issue, Source
from generator.model import Product
from generator.records.raw import Raw, RawRecord
from generator.registers import Registers, place_key
from generator.standing import IN_FORCE, STATES, standing_of
from generator.validation.conversion import convert

IN_FORCE_WORD = "in-force"
STANDINGS = (*STATES, IN_FORCE_WORD)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for: of each kind any of the words; of a kind without words, everything."""

    provinces: tuple[str, ...] = ()
    """Ids or names of today's provinces."""
    groups: tuple[str, ...] = ()
    stars: tuple[int, ...] = ()
    standings: tuple[str, ...] = ()
    """Words of `STANDINGS`."""
    producers: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def is_for_all(self) -> bool:
        """Whether nothing in particular is asked for."""
        return not (self.provinces or self.groups or self.stars or self.standings or self.producers or self.ids)


class Selection:
    """Tells which products are meant, and packs what they say."""

    def __init__(self, wishes: Wishes, registers: Registers, day: date) -> None:
        """`day` is the one for which standings are worked out."""
        self.wishes = wishes
        self._registers = registers
        self._day = day
        known = registers.current_names
        self._provinces = {known[key].id for one in wishes.provinces if (key := place_key(one)) in known}
        self._provinces |= {one for one in wishes.provinces if one in registers.provinces}
        self._standings = {*wishes.standings, *(IN_FORCE if IN_FORCE_WORD in wishes.standings else ())}

    def issues(self) -> Iterator[Issue]:
        """Words that name no province, and no group."""
        known = self._registers.current_names
        provinces = (one for one in self.wishes.provinces if place_key(one) not in known)
        yield from _unknown(provinces, "--province", self._registers.provinces)
        yield from _unknown(self.wishes.groups, "--group", self._registers.groups)

    def pack(self, record: RawRecord) -> bytes:
        """What a record says, as bytes; none when it is a product that is not meant."""
        if record.kind == "product" and not self.wishes.is_for_all and not self._is_meant(record):
            return b""
        return marshal.dumps(dict(record.values))

    def _is_meant(self, record: RawRecord) -> bool:
        wishes = self.wishes
        if wishes.ids and record.id not in wishes.ids:
            return False
        if wishes.producers and record.values.get("producer") not in wishes.producers:
            return False
        if not (self._provinces or wishes.groups or wishes.stars or self._standings):
            return True
        product = convert(record, Product, {**record.values, "id": record.id})
        return isinstance(product, Product) and self._is_like(product)

    def _is_like(self, product: Product) -> bool:
        registers, wishes = self._registers, self.wishes
        if self._provinces:
            province = registers.province_today(product.origin)
            if province is None or province.id not in self._provinces:
                return False
        group = registers.sets[product.category.set].group if product.category else None
        if wishes.groups and group not in wishes.groups:
            return False
        standing = standing_of(product.awards, product.proposals, self._day, registers.star_rules)
        if wishes.stars and standing.stars not in wishes.stars:
            return False
        return not self._standings or standing.state in self._standings


def _unknown(words: Iterable[str], option: str, known: Collection[str]) -> Iterator[Issue]:
    for word in (one for one in words if one not in known):
        near = get_close_matches(word, known, n=1)
        details = {"value": word, "allowed": ", ".join(known), **({"suggestion": near[0]} if near else {})}
        yield Issue("book-filter", Source(option), details=details)


def unpack(packed: bytes) -> Mapping[str, Raw]:
    """What was packed."""
    values: Mapping[str, Raw] = marshal.loads(packed)  # noqa: S302  packed by this process or its children
    return values
