"""The index proper: for every word its written forms, and for each form the products that say it, field by field.

Words of a value (see `values.py`) do not repeat its products: they name the value. Neighbouring words of a name, and
names of places and of values, are terms written as one too: they serve those who type so, and tell words side by side
from scattered ones.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from generator.catalogue.entry import Entry
from generator.facts.said import FIELDS
from generator.facts.words import SECTIONS, FoldedWords, section_of, words_in
from generator.languages.words import without_place_of_tone, words_of
from generator.search.thinning import Thinning

Numbers = list[int]
FEW_MAKERS, MAKERS_SHARE = 40, 50
"""Words side by side in the producers of more products than these, or of more than one in so many, say what kind of
producer it is (công ty, hợp tác xã): they would fill the largest files and tell nothing apart."""
_JOINED = FIELDS[:3]
"""Fields whose texts are names: neighbouring words of them are written as one too."""
_MAKERS = _JOINED.index("producer")
_OWN_COLUMNS, _MAKER_COLUMNS = 7, 2
"""Columns of words in the facts of products and producers (`facts/records.py`)."""

_NO_WORDS = b"\n" * len(SECTIONS)


@dataclass(frozen=True, slots=True)
class Form:
    """A written form with its products by field, and codes of the values it names."""

    written: str
    fields: Sequence[Sequence[int]]
    codes: Sequence[int]


@dataclass(frozen=True, slots=True)
class Term:
    """A folded word with its forms; `together` is what has it as neighbouring words written as one."""

    text: str
    forms: Sequence[Form]
    together: Form | None


class _Lists(dict[str, Callable[[int], None]]):
    """What adds a number to the list of a word; the lists themselves are in `numbers`."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, Numbers] = {}

    def __missing__(self, word: str) -> Callable[[int], None]:
        numbers = self.numbers[word] = []
        add = self[word] = numbers.append
        return add

    def add(self, words: Iterable[str], number: int) -> None:
        """Add a number to the lists of different words."""
        for append in map(self.__getitem__, words):
            append(number)


class Terms:
    """Collects the words of products in the order of their numbers, and the words of values, of some sections."""

    def __init__(self, sections: Collection[int]) -> None:
        """Of other `sections` no word is collected."""
        self._sections = sections
        self._folded = FoldedWords()
        self._chosen = _Chosen(self._folded, sections)
        self._fields = {field: _Lists() for field in FIELDS}
        self._joined = {field: _Lists() for field in _JOINED}
        self._values: defaultdict[str, set[int]] = defaultdict(set)
        self._joined_values: defaultdict[str, set[int]] = defaultdict(set)
        self._products = 0

    def add_product(self, number: int, entry: Entry) -> None:
        """Add the words of a product; each form counts in the first field that has it."""
        names, brand, places, remarks, *pairs = words_in(entry.facts.words, self._sections, _OWN_COLUMNS)
        maker = entry.maker.facts.words if entry.maker else _NO_WORDS
        makers, maker_pairs = words_in(maker, self._sections, _MAKER_COLUMNS)
        self._products += 1
        _add_once(self._fields.values(), (names, makers | brand, places, set(), remarks), number)
        _add_once(self._joined.values(), (pairs[0], maker_pairs | pairs[1], pairs[2]), number)

    def add_value(self, number: int, name: str, *, loosely: bool = False) -> None:
        """Add the words of a name of value `number`, and its neighbouring words as one.

        A name that only part of its products ever had leads to them `loosely`.
        """
        words, code = words_of(name), 2 * number + loosely
        for word in self._chosen.among(words):
            self._values[word].add(code)
        folded = [self._folded[word] for word in words]
        if len(folded) > 1:
            for together in self._chosen.among(["".join(folded), *map("".join, pairwise(folded))]):
                self._joined_values[together].add(code)

    def each(self, thinning: Thinning, section: int) -> Iterator[Term]:
        """All terms of a section in ascending order."""
        forms = self._forms_of_terms(section)
        joined = chain(*(lists.numbers for lists in self._joined.values()), self._joined_values)
        for term in sorted({*forms, *(one for one in joined if section_of(one) == section)}, key=utf16):
            together = self._together(term, thinning)
            yield Term(term, [self._form(words, thinning) for words in forms.get(term, ())], together)

    def _together(self, term: str, thinning: Thinning) -> Form | None:
        """What has a term as neighbouring words of names: of products, producers, places and values."""
        fields = [lists.numbers.get(term, []) for lists in self._joined.values()]
        if len(fields[_MAKERS]) > max(FEW_MAKERS, self._products // MAKERS_SHARE):
            fields[_MAKERS] = []
        codes = self._joined_values.get(term, ())
        if not (any(fields) or codes):
            return None
        return Form("", fields, thinning.kept(_merged(fields), codes))

    def _forms_of_terms(self, section: int) -> dict[str, list[list[str]]]:
        """The written forms of each term; those that differ only in the place of the tone stand together."""
        alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        every = set[str]().union(*self._fields.values(), self._values)
        for word in sorted(word for word in every if section_of(self._folded[word]) == section):
            alike[self._folded[word], word if word.isascii() else without_place_of_tone(word)].append(word)
        forms: defaultdict[str, list[list[str]]] = defaultdict(list)
        for (term, _), words in alike.items():
            forms[term].append(words)
        return forms

    def _form(self, words: Sequence[str], thinning: Thinning) -> Form:
        fields = [_merged([one.numbers[word] for word in words if word in one]) for one in self._fields.values()]
        codes = set[int]().union(*(self._values[word] for word in words if word in self._values))
        return Form(words[0], *(thinning.thin(fields, codes) if codes else (fields, ())))


class _Chosen(dict[str, bool]):
    """Whether a word is of some sections, worked out once a word."""

    def __init__(self, folded: FoldedWords, sections: Collection[int]) -> None:
        super().__init__()
        self._folded = folded
        self._sections = sections

    def __missing__(self, word: str) -> bool:
        chosen = self[word] = section_of(self._folded[word]) in self._sections
        return chosen

    def among(self, words: Iterable[str]) -> set[str]:
        """The words that are."""
        return set(filter(self.__getitem__, words))


def _add_once(lists: Iterable[_Lists], words: Iterable[set[str]], number: int) -> None:
    """Add a number to the lists of words field by field, each word in the first field that has it."""
    met = set[str]()
    for one, found in zip(lists, words, strict=True):
        one.add(found - met, number)
        met |= found


def utf16(text: str) -> bytes:
    """JavaScript compares texts by their UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def _merged(lists: Sequence[Numbers]) -> Numbers:
    if not lists:
        return []
    return lists[0] if len(lists) == 1 else sorted(set[int]().union(*lists))
