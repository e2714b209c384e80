"""Reads texts with the register of synonyms: a text in, out come the numbers of the groups that lead to it.

Phrases are compared with their marks, because dừa, dứa and dưa are three things. Knows nothing of indexes and products.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.languages.words import without_place_of_tone, words_of
from generator.registers import SynonymGroup, SynonymsFile

Phrase = tuple[str, ...]
"""The words of a phrase as they are compared."""
_VOWELS = frozenset("aeiou")


class Synonyms:
    """The groups of the register by their numbers, which count from 0 in the order of the file."""

    def __init__(self, register: SynonymsFile) -> None:
        """Arrange the phrases by their words, and find out which groups each group belongs to."""
        self.groups = tuple(tuple(_spellings(group)) for group in register.groups)
        self._start = _Step()
        for number, group in enumerate(register.groups):
            for text in self.groups[number]:
                self._step(text).groups.append(number)
            for text in group.except_:
                self._step(text).exceptions.append(number)
        self._wider = _wider(register.groups)

    def groups_in(self, text: str) -> frozenset[int]:
        """The groups whose phrases lead to a text: those of its own phrases and all wider ones.

        Where phrases overlap the longer one is meant, so that "nước mắm" is not also "mắm".
        """
        passages = self._passages(phrase_of(text))
        exceptions = [passage for passage in passages if passage[2].exceptions]
        found: set[int] = set()
        taken = 0
        for start, end, step in passages:
            groups = step.groups
            if exceptions:
                groups = [number for number in groups if not _is_excepted(number, start, end, exceptions)]
            if groups and start >= taken:
                taken = end
                found.update(*map(self._wider.__getitem__, groups))
        return frozenset(found)

    def _passages(self, words: Phrase) -> "list[_Passage]":
        """What the register knows of the words, in their order; of those that begin in one place the longest first."""
        passages: list[_Passage] = []
        for start, word in enumerate(words):
            step, end, known = self._start.after.get(word), start + 1, len(passages)
            while step is not None:
                if step.groups or step.exceptions:
                    passages.insert(known, (start, end, step))
                step, end = (step.after.get(words[end]), end + 1) if end < len(words) else (None, end)
        return passages

    def _step(self, text: str) -> "_Step":
        step = self._start
        for word in phrase_of(text):
            step = step.after.setdefault(word, _Step())
        return step


@dataclass(slots=True)
class _Step:
    """A place in the phrases: what may follow, and of which groups a phrase ends here."""

    after: "dict[str, _Step]" = field(default_factory=dict)
    groups: list[int] = field(default_factory=list)
    exceptions: list[int] = field(default_factory=list)


_Passage = tuple[int, int, _Step]
"""Words of a text that the register knows: where they begin, where the next one begins, and what is known."""


def phrase_of(text: str) -> Phrase:
    """The words of a phrase as they are compared: upper case and the place of the tone make no difference."""
    return tuple(map(_compared, words_of(text)))


@lru_cache(maxsize=16384)
def _compared(word: str) -> str:
    return word if word.isascii() else without_place_of_tone(word)


def _is_excepted(group: int, start: int, end: int, exceptions: Sequence[_Passage]) -> bool:
    """Whether the words from `start` to `end` belong to a phrase that the group does not mean."""
    return any(first <= start and end <= last and group in step.exceptions for first, last, step in exceptions)


def _wider(groups: Sequence[SynonymGroup]) -> list[set[int]]:
    """For each group itself and the groups that cover it, directly or through others."""
    numbers = group_numbers(groups)
    above: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for text in group.covers:
            for covered in numbers.get(phrase_of(text), ()):
                above[covered].add(number)
    return [_reached(number, above) for number in range(len(groups))]


def _reached(number: int, above: dict[int, set[int]]) -> set[int]:
    reached, ahead = {number}, [number]
    while ahead:
        new = above.get(ahead.pop(), set()) - reached
        reached |= new
        ahead += new
    return reached


def group_numbers(groups: Sequence[SynonymGroup]) -> dict[Phrase, list[int]]:
    """The groups of each phrase, usually one."""
    numbers: dict[Phrase, list[int]] = {}
    for number, group in enumerate(groups):
        for phrase in dict.fromkeys(map(phrase_of, group.phrases)):
            numbers.setdefault(phrase, []).append(number)
    return numbers


def _spellings(group: SynonymGroup) -> dict[str, None]:
    """The phrases of a group as they may be typed, each once."""
    return dict.fromkeys([*group.phrases, *(plural for text in group.en for plural in _plurals(text))])


def _plurals(text: str) -> tuple[str, ...]:
    """The regular plurals of an English phrase; words like tomato are written both ways often enough."""
    before, last = text[-2:-1], text[-1:]
    if text.endswith(("ch", "sh", "x")):
        return (f"{text}es",)
    if last == "y" and before not in _VOWELS:
        return (f"{text[:-1]}ies",)
    if last == "o" and before not in _VOWELS:
        return f"{text}es", f"{text}s"
    return () if last == "s" else (f"{text}s",)
