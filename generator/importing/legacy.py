"""Text that was typed for old fonts in, Unicode out: TCVN3 (.VnTime) and VNI, of which the letters are other signs.

A text is converted when all of its words become Vietnamese syllables by one table and were none before. One that looks
like such a text and cannot be read by either table is told.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from generator.workbooks.sheet import Computed, Sheet

Font = Literal["TCVN3", "VNI"]
_FONTS: tuple[Font, ...] = ("TCVN3", "VNI")
_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
"""TCVN 5712:1993, table 3; capitals with marks were a font of their own, so they come out small."""
_MARKS = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ON_CIRCUMFLEX = {"à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323", "â": ""}
_ON_BREVE = {"è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323", "ê": ""}
_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


@lru_cache(maxsize=1)
def _vni() -> dict[str, str]:
    """What pairs and single letters of VNI stand for, both cases."""
    found = dict(_ALONE)
    for vowel, base in [*((one, one) for one in "aeouy"), ("ô", "ơ"), ("ö", "ư")]:
        found |= {vowel + sign: base + mark for sign, mark in _MARKS.items()}
    for vowel in "aeo":
        found |= {vowel + sign: f"{vowel}\u0302{mark}" for sign, mark in _ON_CIRCUMFLEX.items()}
    found |= {"a" + sign: f"a\u0306{mark}" for sign, mark in _ON_BREVE.items()}
    small = {signs: unicodedata.normalize("NFC", text) for signs, text in found.items()}
    capital = {signs.upper(): text.upper() for signs, text in small.items()}
    first = {signs[0].upper() + signs[1:]: text.upper() for signs, text in small.items()}
    return {**first, **capital, **small}


_VNI_SIGNS = re.compile("[AEOUYaeouyÔÖôö][ØÙÛÕÏøùûõïÀÁÅÃÄÂàáåãäâÈÉÚÜËÊèéúüëê]|[ÑÔÖÌÍÆÓÒÎñôöìíæóòî]")
_WORD = re.compile(r"[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_SYLLABLE = re.compile(
    r"(?:[bk]r?|ch?|d|đ|gh?|gi|h|kh|l|m|ng?h?|ph?|qu?|r|s|th?|tr|v|x)?"
    r"(?:[iy]?[êeaăâ]|u?[yô]?[êaăâeơ]?|ươ|ưa|o[aăe]|[aăâeêioôơuưy])"
    r"(?:ch?|k|m|ng?h?|p|t|[iyou])?",
)
_LATIN_1 = 0xFF
_STRANGE = re.compile("(?<=[A-Za-z\u00c0-\u00ff])[µ¸¶·¹¨»¾¼½©®ª×«¬¡¢§£¤¥¦÷\u00ad](?=[A-Za-z\u00c0-\u00ff])")
"""Signs inside words, which no language writes."""
_ENOUGH = 2
"""Cells of a column that are surely typed for a font before the others are taken for it; without them, strange signs of
one cell before it is told."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _is_syllable(word: str) -> bool:
    """Whether a word is a Vietnamese syllable: small, capital, or with a capital first; at most one tone."""
    if word not in (word.lower(), word.upper(), word.capitalize()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return sum(letter in _TONES for letter in letters) <= 1 and bool(_SYLLABLE.fullmatch(plain))


def _convert(text: str, font: Font) -> str:
    if font == "TCVN3":
        return text.translate(_TCVN3)
    table = _vni()
    return _VNI_SIGNS.sub(lambda found: table.get(found[0], found[0]), text)


@lru_cache(maxsize=65536)
def readings(text: str) -> Mapping[Font, str]:
    """The text in Unicode by each font that it may have been typed for; nothing where it may be what it looks like."""
    words = [] if _is_modern(text) else _marked_words(text)
    if all(map(_is_syllable, words)):
        return {}
    fits = (font for font in _FONTS if all(_is_syllable(_convert(word, font)) for word in words))
    return {font: _convert(text, font) for font in fits}


def read_legacy(text: str, usual: Font = _FONTS[0]) -> tuple[str, Font | None]:
    """The text in Unicode, and the font that it was typed for; where both may be it, the `usual` one of its sheet."""
    found = readings(text)
    font = usual if usual in found else next(iter(found), None)
    return (found[font], font) if font else (text, None)


def _is_modern(text: str) -> bool:
    """Whether a text has letters that no old font could show, or none but plain ones."""
    beyond = [letter for letter in text if ord(letter) > _LATIN_1]
    return text.isascii() or any(letter.isalpha() or unicodedata.combining(letter) for letter in beyond)


def _marked_words(text: str) -> list[str]:
    """The words with signs that are not ASCII; a sign alone, as in "½ kg", says nothing."""
    return [word for word in _WORD.findall(text) if not word.isascii() and re.search("[A-Za-z]", word)]


@dataclass(slots=True)
class Restored:
    """What was converted in a sheet: how many cells of which font, the first of all, and those that cannot be read."""

    fonts: dict[Font, int] = field(default_factory=dict)
    first: tuple[int, int] = (0, 0)
    failed: list[tuple[int, int, str]] = field(default_factory=list)


def restore(sheet: Sheet) -> Restored:
    """Convert the cells of a sheet in place, column by column: many a word of an old font looks like one of today's."""
    columns: dict[int, list[tuple[int, str]]] = {}
    for number, cells in sheet.rows.items():
        for column, cell in cells.items():
            if not cell.isascii():
                columns.setdefault(column, []).append((number, cell))
    read = (readings(cell) for cells in columns.values() for _, cell in cells)
    one_way = Counter(next(iter(one)) for one in read if len(one) == 1)
    usual = one_way.most_common(1)[0][0] if one_way else _FONTS[0]
    found = Restored()
    for column, cells_of_column in columns.items():
        _restore_column(sheet, column, cells_of_column, usual, found)
    return found


def _restore_column(sheet: Sheet, column: int, cells: list[tuple[int, str]], usual: Font, found: Restored) -> None:
    times = sum(read_legacy(cell, usual)[1] is not None for _, cell in cells)
    # Among letters of today, or where most cells may be what they look like, "xã" is "xã" and not "xó".
    all_old = times >= _ENOUGH and times * 2 >= len(cells) and not any(_is_modern(cell) for _, cell in cells)
    for number, cell in cells:
        text, font = read_legacy(cell, usual)
        if not font and not _is_modern(cell):
            text, font = _as_others(cell, usual) if all_old else (cell, None)
            if not font and len(_STRANGE.findall(cell)) >= (1 if times >= _ENOUGH else _ENOUGH):
                found.failed.append((number, column, cell))
        if font:
            sheet.rows[number][column] = Computed(text) if isinstance(cell, Computed) else text
            found.first = min(found.first, (number, column)) if found.fonts else (number, column)
            found.fonts[font] = found.fonts.get(font, 0) + 1


def _as_others(cell: str, font: Font) -> tuple[str, Font | None]:
    """A cell of a column that is typed for a font: converted when at least half of its words become syllables."""
    words = _marked_words(cell)
    become = sum(_is_syllable(_convert(word, font)) for word in words)
    return (_convert(cell, font), font) if words and become * 2 >= len(words) else (cell, None)
