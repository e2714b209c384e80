"""What each page is made from, as a fingerprint: a page that is made from the same as last time need not be made.

Whatever a page comes to show must be named here; `tests/build/test_edits.py` compares random edits with builds anew.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from generator.catalogue.entry import Entry
from generator.catalogue.marks import Marks
from generator.fingerprints import fingerprint
from generator.pages.listings import RATED, page_letters
from generator.pages.view import View

WHOLE = ("home", "index", "programme")
"""Kinds of pages that show numbers of the whole catalogue; there are few but those of producers."""


class MadeFrom:
    """Fingerprints of the pages of one language."""

    def __init__(self, view: View, shared: str, marks: Marks) -> None:
        """`shared` is the fingerprint of what all pages are made from: program, settings, theme, registers."""
        self._view = view
        self._marks = marks
        self._shared = fingerprint(shared, view.language, marks.registers)

    def product(self, entry: Entry, related: Sequence[Entry]) -> str:
        """Of a product's page: the product, the number of its producer's products, the cards of related ones."""
        held = len(self._listed("producer", entry.facts.producer)) if entry.facts.producer else 0
        return fingerprint(self._shared, str(held), *self._files((entry,)), *self._marks.of((entry, *related)))

    def bundle(self, entries: Sequence[Entry]) -> str:
        """Of a page that products share: them, and the numbers of their producers' products."""
        held = (str(len(self._listed("producer", entry.facts.producer or ""))) for entry in entries)
        return fingerprint(self._shared, *held, *self._files(entries), *self._marks.of(entries))

    def _files(self, entries: Iterable[Entry]) -> Iterable[str]:
        """Where records stand, which pages name only to those who propose corrections."""
        return (entry.packed.file for entry in entries) if self._view.settings.corrections else ()

    def cards(self, entries: Iterable[Entry]) -> str:
        """Of a page that shows nothing of the catalogue but cards of these products."""
        return fingerprint(self._shared, *self._marks.of(entries))

    def makers(self, producers: Sequence[str]) -> str:
        """Of a page that producers with these ids share: their records, and all their products."""
        made_of = (self._marks.producers[one] for one in producers)
        products = (mark for one in producers for mark in (one, *self._marks.of(self._listed("producer", one))))
        return fingerprint(self._shared, *made_of, *products)

    def producer(self, key: str, number: int) -> str:
        """Of a page of a producer: its record, how many products it has, and those of the page."""
        listed = self._listed("producer", key)
        return fingerprint(self._shared, self._marks.producers[key], *self._shown(listed, number))

    @cached_property
    def whole(self) -> str:
        """Of a page that shows numbers of the whole catalogue: all products and producers, and the day."""
        catalogue, marks = self._view.catalogue, self._marks
        return fingerprint(
            self._shared, catalogue.as_of.isoformat(), *marks.of(catalogue.entries), *marks.producers.values()
        )

    @cached_property
    def producers(self) -> str:
        """Of a page of the index of producers: all of them, and how many products each has."""
        held = (f"{mark} {len(self._listed('producer', key))}" for key, mark in self._marks.producers.items())
        return fingerprint(self._shared, *held)

    def listing(self, kind: str, key: str, number: int) -> str:
        """Of a page of a listing: its products, how many there are in all, and the numbers of other listings.

        Numbers of products with a rating name the day.
        """
        listed = self._listed(kind, key)
        letters = self._letters if kind == "products" else ""
        day = self._view.as_of if kind in RATED else ""
        return fingerprint(self._shared, self._counts, letters, day, *self._shown(listed, number))

    def _listed(self, kind: str, key: str) -> Sequence[Entry]:
        return self._view.catalogue.listing(self._view.language, kind, key).entries

    def _shown(self, listed: Sequence[Entry], number: int) -> tuple[str, ...]:
        size = self._view.settings.page_size
        return str(len(listed)), *self._marks.of(listed[(number - 1) * size : number * size])

    @cached_property
    def _counts(self) -> str:
        """How many products each listing has, those of producers left out: only their own pages show them."""
        listings = self._view.catalogue.listings[self._view.language]
        held = [f"{kind} {key} {len(listing)}" for (kind, key), listing in listings.items() if kind != "producer"]
        capable = sum(entry.standing.export_capable for entry in self._listed("export", ""))
        return fingerprint(*sorted(held), str(capable))

    @cached_property
    def _letters(self) -> str:
        """On which page each letter of the A-Z list begins."""
        return fingerprint(*(f"{letter} {page}" for letter, page in page_letters(self._view).items()))
