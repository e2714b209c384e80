"""The order of names in each language's alphabet.

Vietnamese: 29 letters (đ after d, ă and â after a, ê after e, ô and ơ after o, ư after u), f, j, w and z where the
Latin alphabet has them; tones decide only between words whose letters are equal, in the order of Vietnamese
dictionaries: level, grave, hook, tilde, acute, dot. English: letters without marks, then the exact form.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from generator.languages.folding import fold

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
TONE_MARKS = frozenset(_TONES)
"""The five combining tone marks."""
_RANKS = {letter: f"{rank:02}" for rank, letter in enumerate(_LETTERS, start=40)}


@lru_cache(maxsize=4096)
def _letter(letter: str) -> tuple[str, str]:
    """Rank of one letter and of its tone."""
    tone = "0"
    base = ""
    for part in unicodedata.normalize("NFD", letter):
        if part in _TONES:
            tone = _TONES[part]
        else:
            base += part
    base = unicodedata.normalize("NFC", base)
    if base.isdigit():
        return f"2{base}", tone
    return _RANKS.get(base) or ("10" if base.isspace() else f"95{base}"), tone


@lru_cache(maxsize=32768)
def vietnamese_key(text: str) -> tuple[str, str]:
    """Sort key of a name in the Vietnamese alphabet: letters first, tones only between equal letters."""
    ranks = [_letter(letter) for letter in unicodedata.normalize("NFC", text).lower()]
    return "".join(rank for rank, _ in ranks), "".join(tone for _, tone in ranks)


@lru_cache(maxsize=32768)
def english_key(text: str) -> tuple[str, str]:
    """Sort key of a name in the English alphabet: marks decide only between equal letters."""
    return fold(text), text


def sort_key(language: str) -> Callable[[str], tuple[str, str]]:
    """The sort key function of a language."""
    return vietnamese_key if language == "vi" else english_key
