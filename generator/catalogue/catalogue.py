"""The catalogue: every entry, and the listings of each language. Made once; never changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from generator.catalogue.entry import Entry, Opened, make_entry
from generator.catalogue.listings import Listing, by_name, by_standing, make_listings, memberships
from generator.catalogue.places import Places, make_places
from generator.catalogue.statistics import Statistics, count_products
from generator.codes.ledger import NO_LEDGER, Ledger
from generator.languages.sorting import sort_key
from generator.registers import Registers
from generator.validation.validator import Collection, PackedProducer, Producers

RELATED = 4
_LOOKED_AT = 24


@dataclass(frozen=True)
class Catalogue:
    """All products on the as-of date.

    `entries` are in the order of their ids. For each language, `ranked` has them by standing, and `listings` every
    listing that is not empty by kind and key, sorted for that language.
    """

    as_of: date
    entries: tuple[Entry, ...]
    producers: Producers
    registers: Registers
    ranked: Mapping[str, list[Entry]]
    listings: Mapping[str, Mapping[tuple[str, str], Listing]]
    places: Places = field(default_factory=Places)
    """Where each product and producer stands."""
    ledger: Ledger = NO_LEDGER
    """The short codes, and the products that left."""

    @cached_property
    def statistics(self) -> Statistics:
        """How many products there are of what."""
        return count_products(self.entries)

    def listing(self, language: str, kind: str, key: str = "") -> Listing:
        """A listing, empty when no product belongs to it."""
        return self.listings[language].get((kind, key)) or Listing(kind, key)

    def keys(self, language: str, kind: str) -> list[str]:
        """Keys of all listings of a kind that hold a product."""
        return [key for one, key in self.listings[language] if one == kind]

    def producers_by_name(self, language: str) -> list[PackedProducer]:
        """All producers in the alphabet of the language."""
        key = sort_key(language)
        return sorted(self.producers.packed.values(), key=lambda one: (key(one.facts.name), one.facts.id))


def make_catalogue(
    collection: Collection, day: date, languages: tuple[str, ...], bundle: Mapping[str, str] = MappingProxyType({})
) -> Catalogue:
    """Work out standings on `day` and gather the listings for each language; `bundle` as in the settings."""
    registers = collection.registers
    products = sorted(collection.packed, key=lambda one: one.facts.id)
    opened = Opened()
    entries = tuple([make_entry(one, collection.producers, registers, day, opened) for one in products])
    named = {language: by_name(entries, language) for language in languages}
    ranked = {language: by_standing(named[language]) for language in languages}
    belongs = {entry: tuple(memberships(entry)) for entry in entries}
    listings = {language: make_listings(ranked[language], belongs) for language in languages}
    for language in languages if entries else ():
        listings[language]["products", ""] = Listing("products", "", named[language])
    places = make_places(entries, len(collection.producers), bundle)
    return Catalogue(day, entries, collection.producers, registers, ranked, listings, places)


class Neighbours:
    """Finds related products: rated ones of the same set and province first, then rated ones of the set, then others.

    Looks at a fixed number of entries around each product, so that the cost does not grow with the listing.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Index the positions of the entries of each set once; they are the same whatever the language."""
        self._near: dict[tuple[str, str], list[Entry]] = {}
        self._position: dict[tuple[int, str], int] = {}
        self._found: dict[Entry, list[Entry]] = {}
        for entry in by_standing(entries):
            for key in self._keys(entry):
                bucket = self._near.setdefault(key, [])
                self._position[id(entry), key[1]] = len(bucket)
                bucket.append(entry)

    @staticmethod
    def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
        if entry.set:
            if entry.province:
                yield entry.set.id, entry.province.id
            yield entry.set.id, ""

    def related(self, entry: Entry) -> list[Entry]:
        """At most `RELATED` other products, the nearest first."""
        found = self._found.get(entry)
        if found is None:
            found = self._found[entry] = self._find(entry)
        return found

    def _find(self, entry: Entry) -> list[Entry]:
        rated: dict[Entry, None] = {}
        others: dict[Entry, None] = {}
        for key in self._keys(entry):
            for other in self._around(entry, key):
                (rated if other.standing.rated else others)[other] = None
                if len(rated) == RELATED:
                    return list(rated)
        return [*rated, *others][:RELATED]

    def _around(self, entry: Entry, key: tuple[str, str]) -> Iterator[Entry]:
        """The entries after this one in its bucket, which is closed to a ring."""
        bucket = self._near[key]
        start = self._position[id(entry), key[1]] + 1
        return (bucket[(start + step) % len(bucket)] for step in range(min(len(bucket) - 1, _LOOKED_AT)))
