"""Which products stand together on a page, in which order.

Entries in, listings out. A listing is kept once for all languages as a set of entries; each language has one order of
all entries, and a listing is read in that order, so nothing is sorted twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue.entry import Entry
from generator.settings import SITE_LANGUAGES

UNPAGED_KINDS = ("products", "export", "market")
"""Listings that exist once, without a key."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Products that share something: `kind` says what (a key of `urls.LISTING_FOLDERS`), `key` which one."""

    kind: str
    key: str
    entries: list[Entry] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.entries)


def memberships(entry: Entry) -> Iterator[tuple[str, str]]:
    """Kind and key of every listing an entry belongs to.

    Star levels hold only stars that may be shown as held; groups, places and producers hold every product.
    """
    facts, standing = entry.facts, entry.standing
    yield "products", ""
    if standing.export_capable or (standing.state == "undated" and (standing.stars or 0) >= 4):  # noqa: PLR2004
        yield "export", ""
    if standing.in_force:
        yield "market", ""
    if standing.rated:
        yield "stars", str(standing.stars)
    if entry.set and entry.group:
        yield "group", entry.group.id
        yield "set", entry.set.id
    if entry.province:
        yield "province", entry.province.id
    if facts.producer:
        yield "producer", facts.producer
    yield from [("certification", scheme) for scheme in facts.schemes]
    yield from [("market_of", country) for country in facts.markets]


def make_listings(
    entries: Iterable[Entry], belongs: Mapping[Entry, Sequence[tuple[str, str]]]
) -> dict[tuple[str, str], Listing]:
    """All listings that hold at least one of `entries`, each in the order of `entries`; `belongs` has memberships."""
    listings: dict[tuple[str, str], Listing] = {}
    for entry in entries:
        for member in belongs[entry]:
            found = listings.get(member)
            if found is None:
                found = listings[member] = Listing(*member)
            found.entries.append(entry)
    return listings


def by_name(entries: Sequence[Entry], language: str) -> list[Entry]:
    """Entries in the order of the alphabet of the language."""
    place = SITE_LANGUAGES.index(language)
    return sorted(entries, key=lambda entry: (entry.facts.places[place], entry.id))


def by_standing(entries: Sequence[Entry]) -> list[Entry]:
    """Entries in force first, more stars first, then in the order given."""
    return sorted(entries, key=lambda entry: entry.standing.rank)
