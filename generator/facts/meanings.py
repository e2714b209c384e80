"""Which groups of synonyms a product is about: those of which a name or keyword holds a phrase."""

from collections.abc import Iterable, Sequence

from generator.languages.words import without_place_of_tone, words_of
from generator.registers import SynonymsFile
from generator.synonyms import Synonyms


class MeaningFinder:
    """Finds the groups of names. Phrases are made of known words: names are read run by run of those, each run once."""

    def __init__(self, register: SynonymsFile) -> None:
        """Learn the words of all phrases."""
        self._synonyms = Synonyms(register)
        phrases = [text for group in register.groups for text in (*group.phrases, *group.except_)]
        phrases += [text for group in self._synonyms.groups for text in group]
        self._known = _Known({without_place_of_tone(word) for text in phrases for word in words_of(text)})
        self._runs: dict[tuple[str, ...], frozenset[int]] = {}

    def find(self, names: Iterable[Sequence[str]]) -> tuple[int, ...]:
        """The numbers of the groups of a product with names and keywords of these words."""
        groups: set[int] = set()
        for words in names:
            for run in self._runs_of(words):
                found = self._runs.get(run)
                if found is None:
                    found = self._runs[run] = frozenset(self._synonyms.groups_in(" ".join(run)))
                groups |= found
        return tuple(sorted(groups))

    def _runs_of(self, words: Sequence[str]) -> Iterable[tuple[str, ...]]:
        known = list(map(self._known.__getitem__, words))
        start = 0
        while True in known[start:]:
            first = known.index(True, start)
            end = known.index(False, first) if False in known[first:] else len(known)
            yield tuple(words[first:end])
            start = end


class _Known(dict[str, bool]):
    """Whether a word stands in a phrase, worked out once a word."""

    def __init__(self, words: set[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> bool:
        known = self[word] = without_place_of_tone(word) in self._words
        return known
