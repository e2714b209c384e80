"""Words: a text in, its words out as they are compared, in lower case and with their marks."""

import re
import unicodedata

from generator.languages.sorting import TONE_MARKS

_WORD = re.compile(r"[^\W_]+")
_LOOSE_MARK = re.compile("[\u0300-\u036f]")
"""A mark that belongs to no letter of Unicode; a word is not cut where it stands."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, with their marks: letters and digits, everything else divides."""
    lower = unicodedata.normalize("NFC", text).lower()
    return _WORD.findall(lower if lower.isascii() else _LOOSE_MARK.sub("", lower))


def without_place_of_tone(word: str) -> str:
    """The same for every spelling of a word that differs only in which letter bears the tone: hoà and hòa."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in letters if letter in TONE_MARKS)
    return "".join(letter for letter in letters if letter not in TONE_MARKS) + tones
