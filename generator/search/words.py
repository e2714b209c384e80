"""Words of many texts, quickly: what was taken apart once is not taken apart again."""

from itertools import chain

from generator.languages.folding import fold
from generator.languages.words import words_of


class Tokens(dict[str, tuple[str, ...]]):
    """Takes texts apart; what stands between two spaces is worked out once, so that many texts are quick."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        """Take a token apart that was not met before."""
        words = self[token] = tuple(words_of(token))
        return words

    def words(self, text: str) -> list[str]:
        """The same as `words_of`."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))

    def different_words(self, text: str) -> set[str]:
        """Each word of a text once."""
        return set[str]().union(*map(self.__getitem__, text.split()))


def shared_length(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginnings."""
    for place, (sign, same) in enumerate(zip(one, other, strict=False)):
        if sign != same:
            return place
    return min(len(one), len(other))


class FoldedWords(dict[str, str]):
    """Folded words by their written form, each worked out once."""

    def __missing__(self, word: str) -> str:
        """Fold a word not met before."""
        folded = self[word] = word if word.isascii() else fold(word)
        return folded
