"""What single cells of a list say, as a record writes it: text in, text out.

What is not understood stays as it is, so that validation tells it with the officer's own words.
"""

import re

from anyascii import anyascii
from pydantic import TypeAdapter, ValidationError

from generator.fields import Url
from generator.importing.words import read_countries
from generator.languages.codes import word_key
from generator.records.raw import Raw

LONGEST_ID = 80
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_STARS = re.compile(r"(?:ocop\s*)?(\d)\s*(?:sao|stars?)?(?:\s*ocop)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s*)?(\d{4})", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(\d+),(\d{1,2})")
_ENGLISH = re.compile(
    r"\b(?:the|of|by|from|with|and|for|are|was|were|not|only|given|stated|address|source)\b", re.IGNORECASE | re.ASCII
)
"""Words of English remarks that no Vietnamese sentence holds."""
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def compact(**values: Raw) -> dict[str, Raw]:
    """A map without the values that hold nothing."""
    return {name: value for name, value in values.items() if value}


def day(cell: str) -> str:
    """A day as YYYY-MM-DD, also from 26/6/2025."""
    if found := _ISO_DAY.fullmatch(cell):
        return found[1]
    found = _DAY_FIRST.fullmatch(cell)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else cell


def stars(cell: str) -> str:
    """The number in "4 sao" or "OCOP 4 sao"."""
    found = _STARS.fullmatch(cell)
    return found[1] if found else cell


def year(cell: str) -> str:
    """The number in "Năm 2024"."""
    found = _YEAR.fullmatch(cell)
    return found[1] if found else cell


def number(cell: str) -> str:
    """A number with a point before its decimals, also from 92,4."""
    found = _DECIMAL_COMMA.fullmatch(cell)
    return f"{found[1]}.{found[2]}" if found else cell


def local_text(cell: str) -> dict[str, Raw]:
    """A sentence under the language it is in: Vietnamese where more than a third of its words carry marks.

    An English remark may quote so many Vietnamese names that they do; then its small words tell.
    """
    if not cell:
        return {}
    words = cell.split()
    marked = sum(not word.isascii() for word in words)
    return {"vi" if marked * 3 > len(words) and not _ENGLISH.search(cell) else "en": cell}


def slug(text: str, longest: int = LONGEST_ID) -> str:
    """An id made from a name: letters without marks, digits and hyphens, cut between words where it is too long."""
    words = _NOT_IN_IDS.sub("-", anyascii(text).lower()).strip("-")
    if len(words) <= longest:
        return words
    return words[: longest + 1].rpartition("-")[0] or words[:longest]


def is_address(cell: str) -> bool:
    """Whether a cell is an address on the web that a record may hold."""
    try:
        TypeAdapter(Url).validate_python(cell)
    except ValidationError:
        return False
    return True


def countries(cell: str) -> list[str] | None:
    """Codes of the countries that a cell lists by name; None when it says anything else."""
    known = read_countries()
    names = [name for name in re.split(r"\s*[;,]\s*", cell) if name]
    codes = [known.get(word_key(name)) for name in names]
    return [code for code in dict.fromkeys(codes) if code] if all(codes) else None
