"""A product with what the catalogue knows about it on the as-of date."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from generator.facts import ProductFacts
from generator.model import Award, CurrentPlace, Price, Producer, Product, Proposal
from generator.model.flat import restore
from generator.registers import Group, ProductSet, Province, Registers
from generator.standing import Standing, standing_of
from generator.validation.validator import PackedProducer, PackedProduct, Producers


class Opened:
    """Holds the product that was unpacked last: a page asks a hundred times for the same one."""

    def __init__(self) -> None:
        """Hold none yet."""
        self._last: tuple[PackedProduct, Product] | None = None

    def product(self, packed: PackedProduct) -> Product:
        """The model of a packed product."""
        last = self._last
        if last is None or last[0] is not packed:
            last = self._last = packed, packed.model
        return last[1]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One product of the catalogue. Compared by identity: one entry a product.

    What lists need stands in `facts`; `product`, `producer` and `place` are unpacked when asked for.
    """

    id: str
    facts: ProductFacts
    """What is known without unpacking."""
    packed: PackedProduct
    standing: Standing
    province: Province | None
    """Today's province."""
    set: ProductSet | None
    group: Group | None
    changed: date | None
    """The newest day the record states about itself: an award, a withdrawal or a source check up to the as-of date."""
    registers: Registers
    producers: Producers
    opened: Opened
    """Shared by the entries of a catalogue."""

    @property
    def product(self) -> Product:
        """The product."""
        return self.opened.product(self.packed)

    @property
    def producer(self) -> Producer | None:
        """Who makes it; None when that is not stated."""
        return self.maker.model if self.maker else None

    @property
    def maker(self) -> PackedProducer | None:
        """The same without unpacking."""
        return self.producers.packed.get(self.facts.producer or "")

    @property
    def place(self) -> CurrentPlace:
        """Commune and province of today, as far as known."""
        return self.registers.place_today(self.product.origin)

    @property
    def prices(self) -> list[Price]:
        """The stated prices: for the trade, then at home."""
        return [restore(Price, flat) for flat in self.facts.prices]


def make_entry(
    packed: PackedProduct, producers: Producers, registers: Registers, day: date, opened: Opened | None = None
) -> Entry:
    """Join a product with its producer and the registers, and work out its standing on `day`."""
    facts = packed.facts
    one_set = registers.sets[facts.set] if facts.set else None
    awards = [restore(Award, flat) for flat in facts.awards]
    proposals = [restore(Proposal, flat) for flat in facts.proposals]
    passed = bisect_right(facts.days, day.toordinal())
    return Entry(
        facts.id,
        facts,
        packed,
        standing_of(awards, proposals, day, registers.star_rules),
        registers.provinces[facts.province] if facts.province else None,
        one_set,
        registers.groups[one_set.group] if one_set else None,
        date.fromordinal(facts.days[passed - 1]) if passed else None,
        registers,
        producers,
        opened or Opened(),
    )
