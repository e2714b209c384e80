"""The search index: products in, files out. Its parts can be made in any order by different processes.

`SearchIndex` decides what is shared; each of its parts makes some files; `directories` names them all. `build_index`
does everything in turn.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from generator.catalogue.entry import Entry
from generator.facts.words import PRINT, SECTIONS
from generator.fingerprints import content_print, fingerprint
from generator.search.cards import CARDS_A_FILE, Cards
from generator.search.columns import find_amounts, make_columns, make_lists
from generator.search.directory import make_directory
from generator.search.naming import Naming
from generator.search.parts import FOLDER
from generator.search.shards import Shards
from generator.search.source import File, Source
from generator.search.terms import Terms
from generator.search.values import Value, find_values

TERM_GROUPS = 2
"""Lists into which the sections of the terms are dealt out; each goes through all products twice (`_Collected`)."""


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
        self._naming = Naming(source)
        self._ranges = find_amounts(source.entries, source.as_of)

    def parts(self) -> list[list[Part]]:
        """What makes all files but the cards and the directories, the longest first; each list shares work.

        Terms are made from words: nothing else that is said of a product makes them anew.
        """
        source = self._source
        lists = Part("lists", (), partial(make_lists, self._every, len(self.entries)), self._lists)
        columns = Part("columns", self.entries, partial(make_columns, source, self._ranges))
        return [*map(self._terms, range(TERM_GROUPS)), [columns], [lists]]

    def _terms(self, group: int) -> list[Part]:
        """The parts of every so many-th section of the terms."""
        sections = range(group, len(SECTIONS), TERM_GROUPS)
        collected = _Collected(self._source, self._naming, self._every, sections)
        return [Part(f"terms/{one}", (), partial(collected.make_files, one), self._words(one)) for one in sections]

    def _words(self, section: int) -> str:
        """The fingerprint of the words of a section, and of which products share values."""
        numbers = memoryview(self._prints).cast("I")
        rows = (numbers[place :: 2 * len(SECTIONS)] for place in (section, section + len(SECTIONS)))
        return content_print(self._lists.encode() + b"".join([row.tobytes() for row in rows]))

    @cached_property
    def _prints(self) -> bytes:
        """The fingerprints of the words of all products, each with those of its producer."""
        nobody = bytes(PRINT * len(SECTIONS))
        makers = ((entry, entry.maker) for entry in self.entries)
        return b"".join([entry.facts.prints + (maker.facts.prints if maker else nobody) for entry, maker in makers])

    @cached_property
    def _lists(self) -> str:
        """The fingerprint of the products of all values."""
        return fingerprint(*(str(value.numbers) for value in self._every))

    @cached_property
    def _every(self) -> list[Value]:
        """All values, those of synonyms last."""
        found: list[list[int]] = [[] for _ in self._source.synonyms.groups]
        for number, entry in enumerate(self.entries):
            for meaning in entry.facts.meanings:
                found[meaning].append(number)
        return [*self._values, *(Value("synonym", str(number), numbers) for number, numbers in enumerate(found))]

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
            make_directory(self._source, self._naming, language, self._values, self._ranges, paths)
            for language in self._source.texts
        )


class _Collected:
    """The terms of some sections, collected when they are made.

    The first that is asked for is collected alone: after an edit it is mostly the only one. Then come all others.
    """

    def __init__(self, source: Source, naming: Naming, values: Sequence[Value], sections: Collection[int]) -> None:
        self._source = source
        self._naming = naming
        self._values = values
        self._left = set(sections)
        self._terms: dict[int, Terms] = {}

    def make_files(self, section: int) -> Iterator[File]:
        """The files of a section."""
        if section not in self._terms:
            sections = self._left if self._terms else {section}
            self._terms |= dict.fromkeys(sections, self._collect(sections))
            self._left -= sections
        return Shards(self._values, len(self._source.entries)).make_files(self._terms[section], section)

    def _collect(self, sections: Collection[int]) -> Terms:
        terms = Terms(sections)
        for number, entry in enumerate(self._source.entries):
            terms.add_product(number, entry)
        _add_names(terms, self._naming, self._values)
        return terms


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
    for part in chain(*index.parts(), *map(index.cards, source.texts)):
        for path, content in part.make():
            paths.append(path)
            yield path, content
    yield from index.directories(paths)
