"""A product with what the catalogue knows about it on the as-of date."""

from dataclasses import dataclass
from datetime import date

from generator.model import CurrentPlace, Producer, Product
from generator.registers import Group, ProductSet, Province, Registers
from generator.standing import Standing, standing_of


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One product of the catalogue. Compared by identity: one entry a product."""

    product: Product
    standing: Standing
    producer: Producer | None
    province: Province | None
    """Today's province."""
    place: CurrentPlace
    """Commune and province of today, as far as known."""
    set: ProductSet | None
    group: Group | None
    changed: date | None
    """The newest day the record states about itself: an award, a withdrawal or a source check up to the as-of date."""


def make_entry(product: Product, producer: Producer | None, registers: Registers, day: date) -> Entry:
    """Join a product with its producer and the registers, and work out its standing on `day`."""
    one_set = registers.sets[product.category.set] if product.category else None
    return Entry(
        product,
        standing_of(product.awards, product.proposals, day, registers.star_rules),
        producer,
        registers.province_today(product.origin),
        registers.place_today(product.origin),
        one_set,
        registers.groups[one_set.group] if one_set else None,
        _changed(product, day),
    )


def _changed(product: Product, day: date) -> date | None:
    days = [award.issued for award in product.awards]
    days += [award.withdrawn.date for award in product.awards if award.withdrawn]
    days += [source.checked for source in product.sources]
    return max((one for one in days if one and one <= day), default=None)
