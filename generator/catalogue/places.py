"""Where products and producers stand: on pages of their own, or with others on one, so that a site has fewer files.

Standings in, addresses out. Which page one shares is read from its id alone, so that a link can be made without knowing
the others; `theme/scripts/search/78-places.js` does the same. Makes no page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from zlib import crc32

from generator import urls
from generator.catalogue.entry import Entry
from generator.standing import IN_FORCE, STATES, State
from generator.validation.validator import PackedProducer

Choice: TypeAlias = Literal["none", "lapsed", "all"]
HELD: frozenset[State] = IN_FORCE | {"undated"}
"""States in which stars may be shown as held."""
BUNDLED: Mapping[str, tuple[State, ...]] = {
    "none": (),
    "lapsed": tuple(state for state in STATES if state not in HELD),
    "all": STATES,
}
"""States of the products that share a page, by the choice of the settings."""
MOST_TOGETHER = 24
"""Products on a shared page on the average, at most. Each adds 0.4 to 0.9 kB to the page as hosts send it, about as
much as a listing has. Of 20,000 files 1,024 are left; with twice as many products on a page it would be 512."""


@dataclass(frozen=True, slots=True)
class Bundles:
    """How products of a language share pages: those in `states`, on `number` pages, a power of two.

    All producers share `makers` pages; 0 where they have their own.
    """

    states: tuple[State, ...] = ()
    number: int = 0
    makers: int = 0

    def place(self, entry: Entry) -> int:
        """The number of the page that a product shares, from 1; 0 when it has its own."""
        if entry.standing.state not in self.states:
            return 0
        return _page(entry.id, self.number)

    def place_of_maker(self, producer: str) -> int:
        """The number of the page that the producer with an id shares, from 1; 0 when it has its own."""
        return _page(producer, self.makers) if self.makers else 0


def _page(one: str, pages: int) -> int:
    return crc32(one.encode()) % pages + 1


NONE = Bundles()


@dataclass(frozen=True, slots=True)
class Places:
    """Where products stand in each language; on pages of their own in languages that are not named."""

    bundles: Mapping[str, Bundles] = field(default_factory=dict)

    def of(self, language: str) -> Bundles:
        """How products share pages in a language."""
        return self.bundles.get(language, NONE)

    def product(self, language: str, entry: Entry) -> str:
        """The path at which a product stands, with the anchor on a page that it shares."""
        number, name = self.of(language).place(entry), entry.id
        return urls.bundled(language, "bundle", number, name) if number else urls.product(language, name)

    def producer(self, language: str, producer: str) -> str:
        """The path at which the producer with an id stands, with the anchor on a page that it shares."""
        number = self.of(language).place_of_maker(producer)
        if number:
            return urls.bundled(language, "makers", number, producer)
        return urls.listing(language, "producer", producer)

    def own_of_makers(self, languages: Iterable[str]) -> tuple[str, ...]:
        """The languages in which producers have their own pages."""
        return tuple(language for language in languages if not self.of(language).makers)

    def own(self, languages: Iterable[str], entry: Entry) -> tuple[str, ...]:
        """The languages in which a product has its own page."""
        return tuple(language for language in languages if entry.standing.state not in self.of(language).states)

    def alike(self, languages: Iterable[str], language: str) -> tuple[str, ...]:
        """The languages whose shared pages hold the same products as those of `language`, itself among them."""
        return tuple(one for one in languages if self.of(one) == self.of(language))


def make_places(entries: Iterable[Entry], producers: int, bundle: Mapping[str, str]) -> Places:
    """The places of all products and of a number of producers; `bundle` has the choice of each language."""
    counted = dict.fromkeys(STATES, 0)
    for entry in entries:
        counted[entry.standing.state] += 1
    made = {}
    for language, choice in bundle.items():
        states = BUNDLED[choice]
        together = sum(counted[state] for state in states)
        if together:
            makers = pages_for(producers) if producers and choice == "all" else 0
            made[language] = Bundles(states, pages_for(together), makers)
    return Places(made)


def pages_for(held: int) -> int:
    """How many pages so many share: a power of two, so that it seldom changes when some are added."""
    number = 1
    while number * MOST_TOGETHER < held:
        number *= 2
    return number


def by_page(entries: Iterable[Entry], bundles: Bundles) -> dict[int, list[Entry]]:
    """The products of each shared page, in the order of `entries`; pages without products are left out."""
    pages: dict[int, list[Entry]] = {}
    for entry in entries:
        number = bundles.place(entry)
        if number:
            pages.setdefault(number, []).append(entry)
    return dict(sorted(pages.items()))


def makers_by_page(producers: Iterable[PackedProducer], bundles: Bundles) -> dict[int, list[PackedProducer]]:
    """The producers of each shared page, in the order of `producers`; empty where they have their own pages."""
    pages: dict[int, list[PackedProducer]] = {}
    for producer in producers:
        number = bundles.place_of_maker(producer.facts.id)
        if number:
            pages.setdefault(number, []).append(producer)
    return dict(sorted(pages.items()))
