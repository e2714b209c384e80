"""The search index: products in, files out. Its parts can be made in any order by different processes.

`SearchIndex` decides what is shared; each of its parts makes some files; `directories` names them all. `build_index`
does everything in turn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.catalogue.entry import Entry
from generator.fingerprints import fingerprint
from generator.search import said
from generator.search.cards import CARDS_A_FILE, Cards
from generator.search.columns import find_amounts, make_columns, make_lists
from generator.search.directory import make_directory
from generator.search.naming import Naming
from generator.search.parts import FOLDER
from generator.search.shards import Shards
from generator.search.source import File, Source
from generator.search.synonyms import SynonymFinder
from generator.search.terms import Terms
from generator.search.values import Value, find_values
from generator.search.words import Tokens


class Part(NamedTuple):
    """What makes some of the files, and the products that these say something of."""

    name: str
    entries: Sequence[Entry]
    make: Callable[[], Iterable[File]]
    made_from: str = ""
    """Fingerprint of what of the products it is made from; everything that is known of them where it is empty."""


class SearchIndex:
    """The index of all languages of a catalogue. What it works out is kept for all parts."""

    def __init__(self, source: Source) -> None:
        """Go through the products for what all parts need; done once, before processes divide."""
        self._source = source
        self.entries = source.entries
        """The products in the order of their numbers."""
        self._values = find_values(source)
        self._ranges = find_amounts(source.entries, source.as_of)

    def parts(self) -> list[Part]:
        """What makes all files but the cards and the directories, the longest first."""
        source = self._source
        return [
            Part("terms", self.entries, partial(make_terms, source, self._values), self._words()),
            Part("columns", self.entries, partial(make_columns, source, self._ranges)),
        ]

    def _words(self) -> str:
        """The fingerprint of what the terms are made from: the words of products, and which of these share values."""
        said = (f"{one.facts.said} {one.maker.facts.said if one.maker else ''}" for one in self.entries)
        return fingerprint(*said, *(str(value.numbers) for value in self._values))

    def cards(self, language: str) -> Iterator[Part]:
        """A part for each file of cards, in the order of the products."""
        cards = Cards(self._source, language, self._values)
        for number, first in enumerate(range(0, len(self.entries), CARDS_A_FILE)):
            entries = self.entries[first : first + CARDS_A_FILE]
            yield Part(f"{language}/{number}", entries, partial(cards.make_files, number, number + 1))

    def numbering(self) -> Iterator[str]:
        """What the values are, in the order of their numbers, by which all files call them."""
        return (f"{value.facet} {value.id}" for value in self._values)

    def directories(self, paths: Iterable[str]) -> Iterator[File]:
        """The directory of each language; `paths` are those of all files that the parts made, and may be more."""
        paths = [path for path in paths if path.startswith(f"{FOLDER}/")]
        return (
            make_directory(self._source, language, self._values, self._ranges, paths) for language in self._source.texts
        )


def make_terms(source: Source, values: Sequence[Value]) -> Iterator[File]:
    """The files of terms, and the products of all values."""
    tokens = Tokens()
    terms, finder = Terms(tokens), SynonymFinder(source)
    for number, entry in enumerate(source.entries):
        names = [tokens.words(name) for name in said.names(entry)]
        terms.add_product(number, entry, names)
        finder.add(number, [*names, *map(tokens.words, said.keywords(entry))])
    every = [*values, *finder.values()]
    _add_names(terms, Naming(source), every)
    yield from make_lists(every, len(source.entries))
    yield from Shards(every, len(source.entries)).make_files(terms)


def _add_names(terms: Terms, naming: Naming, values: Iterable[Value]) -> None:
    for number, value in enumerate(values):
        if value.numbers:
            for name in naming.names(value):
                terms.add_value(number, name)
        if value.facet == "province":
            for name in naming.former_names(value.id):
                terms.add_value(number, name, loosely=True)


def build_index(source: Source) -> Iterator[File]:
    """All files of the index."""
    index = SearchIndex(source)
    paths = []
    for part in (*index.parts(), *(part for language in source.texts for part in index.cards(language))):
        for path, content in part.make():
            paths.append(path)
            yield path, content
    yield from index.directories(paths)
