"""The index proper: for every word its written forms, and for each form the products that say it, field by field.

Words of a value (see `values.py`) do not repeat its products: they name the value. Neighbouring words of a name, and
names of places and of values, are terms written as one too: they serve those who type so, and tell words side by side
from scattered ones.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from generator.catalogue.entry import Entry
from generator.languages.words import without_place_of_tone, words_of
from generator.search import said
from generator.search.thinning import Thinning
from generator.search.words import FoldedWords, Tokens

Numbers = list[int]
FEW_MAKERS, MAKERS_SHARE = 40, 50
"""Words side by side in the producers of more products than these, or of more than one in so many, say what kind of
producer it is (công ty, hợp tác xã): they would fill the largest files and tell nothing apart."""
_JOINED = said.FIELDS[:3]
"""Fields whose texts are names: neighbouring words of them are written as one too."""
_MAKERS = _JOINED.index("producer")


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
    """Collects the words of products in the order of their numbers, and the words of values."""

    def __init__(self, tokens: Tokens) -> None:
        """`tokens` takes texts apart."""
        self._tokens = tokens
        self._folded = FoldedWords()
        self._fields = {field: _Lists() for field in said.FIELDS}
        self._joined = {field: _Lists() for field in _JOINED}
        self._values: defaultdict[str, set[int]] = defaultdict(set)
        self._joined_values: defaultdict[str, set[int]] = defaultdict(set)
        self._products = 0

    def add_product(self, number: int, entry: Entry, names: Sequence[Sequence[str]]) -> None:
        """Add the words of a product, those of its names given; each form counts in the first field that has it."""
        words = self._tokens.different_words
        met = set(chain.from_iterable(names))
        self._fields["name"].add(met, number)
        texts = {"producer": said.makers(entry), "place": said.places(entry), "text": said.remarks(entry)}
        for field, text in texts.items():
            found = words(text) - met
            self._fields[field].add(found, number)
            met |= found
        together = set[str]()
        self._products += 1
        makers = map(self._tokens.words, said.maker_names(entry))
        places = map(self._tokens.words, said.place_names(entry))
        for field, phrases in zip(_JOINED, (names, makers, places), strict=True):
            pairs = self._pairs(phrases) - together
            self._joined[field].add(pairs, number)
            together |= pairs

    def _pairs(self, names: Iterable[Sequence[str]]) -> set[str]:
        """Neighbouring words of names written as one."""
        folded = self._folded
        return {folded[one] + folded[other] for name in names for one, other in pairwise(name)}

    def add_value(self, number: int, name: str, *, loosely: bool = False) -> None:
        """Add the words of a name of value `number`, and its neighbouring words as one.

        A name that only part of its products ever had leads to them `loosely`.
        """
        words, code = words_of(name), 2 * number + loosely
        for word in words:
            self._values[word].add(code)
        folded = [self._folded[word] for word in words]
        if len(folded) > 1:
            for together in {"".join(folded), *(first + second for first, second in pairwise(folded))}:
                self._joined_values[together].add(code)

    def each(self, thinning: Thinning) -> Iterator[Term]:
        """All terms in ascending order."""
        forms = self._forms_of_terms()
        joined = chain.from_iterable(lists.numbers for lists in self._joined.values())
        for term in sorted({*forms, *joined, *self._joined_values}, key=utf16):
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

    def _forms_of_terms(self) -> dict[str, list[list[str]]]:
        """The written forms of each term; those that differ only in the place of the tone stand together."""
        alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for word in sorted(set[str]().union(*self._fields.values(), self._values)):
            alike[self._folded[word], word if word.isascii() else without_place_of_tone(word)].append(word)
        forms: defaultdict[str, list[list[str]]] = defaultdict(list)
        for (term, _), words in alike.items():
            forms[term].append(words)
        return forms

    def _form(self, words: Sequence[str], thinning: Thinning) -> Form:
        fields = [_merged([one.numbers[word] for word in words if word in one]) for one in self._fields.values()]
        codes = set[int]().union(*(self._values[word] for word in words if word in self._values))
        return Form(words[0], *(thinning.thin(fields, codes) if codes else (fields, ())))


def utf16(text: str) -> bytes:
    """JavaScript compares texts by their UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def _merged(lists: Sequence[Numbers]) -> Numbers:
    if not lists:
        return []
    return lists[0] if len(lists) == 1 else sorted(set[int]().union(*lists))
