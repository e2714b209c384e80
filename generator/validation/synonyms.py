"""What phrases of the register of synonyms say about each other: the register in, issues out."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from generator.issues import Issue, Path, Source
from generator.registers import SynonymGroup, SynonymsFile
from generator.synonyms import Phrase, group_numbers, phrase_of


def check_synonyms(register: SynonymsFile, file: str) -> Iterator[Issue]:
    """Phrases that stand twice in a group, in two groups, or are covered without standing in any."""
    numbers = group_numbers(register.groups)
    known = [text for group in register.groups for text in group.phrases]
    for number, group in enumerate(register.groups):
        yield from _repeated(number, group, file)
        yield from _shared(number, register.groups, numbers, file)
        for place, text in enumerate(group.covers):
            if phrase_of(text) not in numbers:
                near = get_close_matches(text, known, n=1)
                details = {"value": text, **({"suggestion": near[0]} if near else {})}
                yield Issue("synonym-unknown", Source(file, ("groups", number, "covers", place)), details=details)


def _phrases(number: int, group: SynonymGroup) -> Iterator[tuple[Path, str]]:
    for language, texts in (("vi", group.vi), ("en", group.en)):
        yield from ((("groups", number, language, place), text) for place, text in enumerate(texts))


def _repeated(number: int, group: SynonymGroup, file: str) -> Iterator[Issue]:
    """Told of each language on its own: a word like homestay belongs to both."""
    met: set[tuple[str | int, Phrase]] = set()
    for path, text in _phrases(number, group):
        phrase = (path[2], phrase_of(text))
        if phrase in met:
            yield Issue("synonym-twice", Source(file, path), details={"value": text})
        met.add(phrase)


def _shared(
    number: int, groups: Sequence[SynonymGroup], numbers: Mapping[Phrase, Sequence[int]], file: str
) -> Iterator[Issue]:
    """A warning only: a word can have two meanings, but more often two groups should be one."""
    for path, text in _phrases(number, groups[number]):
        first = numbers[phrase_of(text)][0]
        if first < number:
            details = {"value": text, "other": groups[first].phrases[0]}
            yield Issue("synonym-groups", Source(file, path), "warning", details)
