"""The facts of products and producers."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.facts.meanings import MeaningFinder
from generator.facts.said import keywords, names, place_names, places, remarks
from generator.facts.words import WordFinder
from generator.languages.sorting import sort_key
from generator.model import Award, Producer, Product
from generator.model.flat import Flat, flatten
from generator.registers import Registers, StarRules
from generator.settings import SITE_LANGUAGES
from generator.standing import begins, course_of

_ONE_DAY = timedelta(days=1)


class ProductFacts(NamedTuple):
    """Of a product. Days are counted as Python does (`date.toordinal`)."""

    id: str
    name: str
    """The name it is sorted by: the one that heads its card."""
    places: tuple[tuple[str, str], ...]
    """The place of the name in the alphabet of each of `SITE_LANGUAGES`, as sort keys."""
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
    words: bytes
    """The words by which it is found: of its name, its brand, its places, of what else is said; then the neighbouring
    ones of name, brand and places. Packed section by section (`words.py`)."""
    prints: bytes
    """The fingerprints of these words, section by section."""
    meanings: tuple[int, ...]
    """Groups of synonyms."""


class ProducerFacts(NamedTuple):
    """Of a producer."""

    id: str
    name: str
    """The name it is sorted by."""
    kind: str | None
    turns: tuple[int, ...]
    words: bytes
    """The words of its name, then the neighbouring ones."""
    prints: bytes


class FactFinder:
    """Finds the facts of records; what was taken apart once is not taken apart again."""

    def __init__(self, registers: Registers) -> None:
        """`registers` tell today's places, the rules of stars, and words that say the same."""
        self._registers = registers
        self._words = WordFinder()
        self._meanings = MeaningFinder(registers.synonyms)

    def of_product(self, product: Product) -> ProductFacts:
        """The facts of a product."""
        registers = self._registers
        province, stated = registers.province_today(product.origin), product.origin.stated
        order = product.trade.minimum_order if product.trade else None
        days = {day.toordinal() for day in _days(product)}
        turns = {day.toordinal() for day in _turns(product, registers.star_rules)}
        return ProductFacts(
            product.id,
            product.name.original[0],
            tuple([sort_key(language)(product.name.original[0]) for language in SITE_LANGUAGES]),
            product.gtin,
            product.producer,
            product.category.set if product.category else None,
            province.id if province else None,
            stated.province if stated else None,
            tuple(dict.fromkeys(one.scheme for one in product.certifications)),
            tuple(dict.fromkeys(one.country.lower() for one in product.markets)),
            product.hs,
            tuple([one.file for one in product.images]),
            tuple([_award(one) for one in product.awards]),
            tuple(map(flatten, product.proposals)),
            tuple(map(flatten, product.prices)),
            flatten(order) if order else None,
            product.keeping.shelf_life_days if product.keeping else None,
            tuple(sorted(days)),
            tuple(sorted(turns | days)),
            *self.words_of(product),
        )

    def words_of(self, product: Product) -> tuple[bytes, bytes, tuple[int, ...]]:
        """The words of a product, their fingerprints, and its groups of synonyms."""
        own, brand, registers = names(product.name), [product.brand or ""], self._registers
        fields = ("\n".join(own), *brand, places(product, registers), remarks(product))
        words, prints = self._words.find(fields, (own, brand, place_names(product, registers)))
        return words, prints, self._meanings.find(map(self._words.tokens.words, (*own, *keywords(product))))

    def of_producer(self, producer: Producer) -> ProducerFacts:
        """The facts of a producer."""
        agreed, own = producer.contact.consent if producer.contact else None, names(producer.name)
        turns = (agreed.toordinal(),) if agreed else ()
        name, words = producer.name.original[0], self._words.find(["\n".join(own)], [own])
        return ProducerFacts(producer.id, name, producer.kind, turns, *words)


def _award(award: Award) -> Flat:
    """An award without its score sheet, which is long and shown on the product's own page only."""
    flat = flatten(award)
    flat.pop("scores", None)
    return flat


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
