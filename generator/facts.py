"""What whole lists need to know of each record: orders, places, memberships, days. The record itself stays packed.

Models in, plain values out: text, numbers, tuples and maps of them, which travel between processes and builds. They
depend on the record and the registers, not on the day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.fingerprints import fingerprint
from generator.model import Producer, Product
from generator.model.flat import Flat, flatten
from generator.registers import Registers, StarRules
from generator.standing import begins, course_of

_ONE_DAY = timedelta(days=1)


class ProductFacts(NamedTuple):
    """Of a product. Days are counted as Python does (`date.toordinal`)."""

    id: str
    name: str
    """The name it is sorted by: the one that heads its card."""
    gtin: str | None
    producer: str | None
    set: int | None
    province: str | None
    """Id of today's province."""
    stated_province: str | None
    schemes: tuple[str, ...]
    markets: tuple[str, ...]
    """Countries in small letters."""
    hs: tuple[str, ...]
    images: tuple[str, ...]
    """Names of files."""
    awards: tuple[Flat, ...]
    proposals: tuple[Flat, ...]
    prices: tuple[Flat, ...]
    """For the trade, then at home."""
    minimum_order: Flat | None
    shelf_life_days: int | None
    days: tuple[int, ...]
    """The days on which the record says that something about it happened or was looked up, ascending."""
    turns: tuple[int, ...]
    """The days from which on something of it is different: a state begins, an offer is over. Ascending."""
    said: str
    """Fingerprint of all words by which it is found (`search/said.py`)."""


class ProducerFacts(NamedTuple):
    """Of a producer."""

    id: str
    name: str
    """The name it is sorted by."""
    kind: str | None
    turns: tuple[int, ...]
    said: str


def product_facts(product: Product, registers: Registers) -> ProductFacts:
    """The facts of a product."""
    province, stated = registers.province_today(product.origin), product.origin.stated
    order = product.trade.minimum_order if product.trade else None
    days = sorted({day.toordinal() for day in _days(product)})
    return ProductFacts(
        product.id,
        product.name.original[0],
        product.gtin,
        product.producer,
        product.category.set if product.category else None,
        province.id if province else None,
        stated.province if stated else None,
        tuple(dict.fromkeys(one.scheme for one in product.certifications)),
        tuple(dict.fromkeys(one.country.lower() for one in product.markets)),
        product.hs,
        tuple([one.file for one in product.images]),
        tuple(map(flatten, product.awards)),
        tuple(map(flatten, product.proposals)),
        tuple(map(flatten, product.prices)),
        flatten(order) if order else None,
        product.keeping.shelf_life_days if product.keeping else None,
        tuple(days),
        tuple(sorted({day.toordinal() for day in _turns(product, registers.star_rules)}.union(days))),
        _said(product),
    )


def producer_facts(producer: Producer) -> ProducerFacts:
    """The facts of a producer."""
    agreed = producer.contact.consent if producer.contact else None
    turns = (agreed.toordinal(),) if agreed else ()
    said = fingerprint(*map(str, vars(producer.name).values()))
    return ProducerFacts(producer.id, producer.name.original[0], producer.kind, turns, said)


def _said(product: Product) -> str:
    origin, net = product.origin, product.content.net if product.content else None
    parts = (product.name, product.summary, product.keywords, origin.stated, origin.today)
    words = [str(value) for part in parts for value in (vars(part).values() if part else ("",))]
    own = (origin.indication, product.brand, product.variety, product.gtin, product.code, net)
    return fingerprint(*words, *map(str, own))


def _days(product: Product) -> Iterator[date]:
    stated = [award.issued for award in product.awards]
    stated += [award.withdrawn.date for award in product.awards if award.withdrawn]
    stated += [source.checked for source in product.sources]
    return filter(None, stated)


def _turns(product: Product, rules: StarRules) -> Iterator[date]:
    """Whatever else comes to depend on the day must be named here."""
    for award in product.awards:
        yield begins(award)
        yield from (first for first, _ in course_of(award, rules))
    lasts = [price.valid_until for price in product.prices]
    lasts += [certificate.expires for certificate in product.certifications]
    yield from (last + _ONE_DAY for last in lasts if last and last < date.max)
