"""Which products the groups of synonyms are about: those of which a name or keyword holds a phrase of the group."""

from collections.abc import Iterable, Sequence

from generator.languages.words import without_place_of_tone, words_of
from generator.search.source import Source
from generator.search.values import Value


class SynonymFinder:
    """Collects products group by group, in the order of their numbers.

    Phrases are made of known words, so a name is read run by run of those, and equal runs are read once.
    """

    def __init__(self, source: Source) -> None:
        """Learn the words of all phrases."""
        self._synonyms = source.synonyms
        self._found: list[list[int]] = [[] for _ in self._synonyms.groups]
        phrases = [text for group in source.registers.synonyms.groups for text in (*group.phrases, *group.except_)]
        phrases += [text for group in self._synonyms.groups for text in group]
        self._known = _Known({without_place_of_tone(word) for text in phrases for word in words_of(text)})
        self._runs: dict[tuple[str, ...], frozenset[int]] = {}

    def add(self, number: int, names: Iterable[Sequence[str]]) -> None:
        """Add a product with the words of its names and keywords."""
        groups: set[int] = set()
        for words in names:
            for run in self._runs_of(words):
                found = self._runs.get(run)
                if found is None:
                    found = self._runs[run] = frozenset(self._synonyms.groups_in(" ".join(run)))
                groups |= found
        for group in groups:
            self._found[group].append(number)

    def _runs_of(self, words: Sequence[str]) -> Iterable[tuple[str, ...]]:
        known = list(map(self._known.__getitem__, words))
        start = 0
        while True in known[start:]:
            first = known.index(True, start)
            end = known.index(False, first) if False in known[first:] else len(known)
            yield tuple(words[first:end])
            start = end

    def values(self) -> list[Value]:
        """All groups in the order of the register, those without a product too."""
        return [Value("synonym", str(number), found) for number, found in enumerate(self._found)]


class _Known(dict[str, bool]):
    """Whether a word stands in a phrase, worked out once a word."""

    def __init__(self, words: set[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> bool:
        known = self[word] = without_place_of_tone(word) in self._words
        return known
