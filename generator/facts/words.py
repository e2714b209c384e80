"""The words by which a record is found, packed by parts of the alphabet, and a fingerprint for each part.

The search index is made part by part: a word that is mended changes the terms of its own part only.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from zlib import crc32

from generator.languages.folding import fold
from generator.languages.words import words_of

SECTIONS = ("", *"abcdefghijklmnopqrstuvwxyz", "{")
"""Parts of the alphabet of folded words, by the sign with which each begins: figures, each letter, everything else."""
PRINT = 4
"""Bytes of the fingerprint of the words of one section."""
_FIRST, _LAST = ord("a") - 1, len(SECTIONS) - 1


class Tokens(dict[str, tuple[str, ...]]):
    """Takes texts apart; what stands between two spaces is worked out once, so that many texts are quick."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        """Take a token apart that was not met before."""
        words = self[token] = tuple(words_of(token))
        return words

    def words(self, text: str) -> list[str]:
        """The same as `words_of`."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))


class FoldedWords(dict[str, str]):
    """Folded words by their written form, each worked out once."""

    def __missing__(self, word: str) -> str:
        """Fold a word not met before."""
        folded = self[word] = word if word.isascii() else fold(word)
        return folded


def section_of(folded: str) -> int:
    """The number of the section of a folded word."""
    return min(max(ord(folded[0]) - _FIRST, 0), _LAST)


class _Sections(dict[str, int]):
    """The section of a word, worked out once."""

    def __init__(self, folded: FoldedWords) -> None:
        super().__init__()
        self._folded = folded

    def __missing__(self, word: str) -> int:
        section = self[word] = section_of(self._folded[word])
        return section


class WordFinder:
    """Takes the texts of records apart."""

    def __init__(self) -> None:
        """Start with no word known."""
        self.tokens = Tokens()
        self.folded = FoldedWords()
        self._sections = _Sections(self.folded)

    def find(self, fields: Iterable[str], names: Iterable[Iterable[str]]) -> tuple[bytes, bytes]:
        """The words of texts, then the neighbouring words of names, packed (see `words_in`), and their fingerprints.

        The fingerprints are `PRINT` bytes for each section.
        """
        columns = [dict.fromkeys(self.tokens.words(text)) for text in fields]
        columns += [dict.fromkeys(self._pairs(each)) for each in names]
        told: list[list[str]] = [[] for _ in SECTIONS]
        for column, words in enumerate(columns):
            for word in words:
                told[self._sections[word]].append(f"{column}{word}")
        packed = "\n".join(map(" ".join, told)).encode()
        return packed, b"".join([crc32(line).to_bytes(PRINT) for line in packed.split(b"\n")])

    def _pairs(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            for one, other in pairwise(map(self.folded.__getitem__, self.tokens.words(name))):
                yield one + other


def words_in(packed: bytes, sections: Iterable[int], columns: int) -> list[set[str]]:
    """The words of some sections: those of each text, then the neighbouring ones of each of the names."""
    found: list[set[str]] = [set() for _ in range(columns)]
    lines = packed.decode().split("\n")
    for section in sections:
        for told in lines[section].split():
            found[int(told[0])].add(told[1:])
    return found
