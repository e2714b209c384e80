"""What single cells of a list say, as a record writes it: text in, text out.

What is not understood stays as it is, so that validation tells it with the officer's own words.
"""

import re
from functools import lru_cache

from anyascii import anyascii
from pydantic import TypeAdapter, ValidationError

from generator.fields import Url
from generator.importing.words import read_countries
from generator.languages.codes import word_key
from generator.records.raw import Raw

LONGEST_ID = 80
_STAR_SIGNS = "★⭐✪"
_DRAWN = re.compile(rf"\s*((?:[{_STAR_SIGNS}]\ufe0f?\s*)+)(?:☆\s*)*|\s*((?:\*\s*)+)")
_STARS = re.compile(
    r"(?:(?:ocop|hạng|đạt|đạt hạng|chuẩn|sản phẩm)\s+)*"
    rf"(?:0?(\d)|(ba|bốn|năm)(?:\s*\(0?\d\))?)\s*(?:sao|stars?|[*{_STAR_SIGNS}]\ufe0f?)?"
    r"(?:[\s,(]+(?:ocop|cấp tỉnh|cấp quốc gia|cấp trung ương|cấp huyện)\)?)*",
    re.IGNORECASE,
)
_WORDS = {"ba": "3", "bốn": "4", "năm": "5"}
_PROPOSED = re.compile(
    r"(?:tiềm năng|đề nghị|đề xuất|dự kiến|potential|proposed)\b.*?(?:0?([1-5])\s*(?:sao|stars?).*)?"
    r"|0?([1-5])\s*(?:sao|stars?)[\s(,–-]+(?:tiềm năng|đề nghị|đề xuất|dự kiến|potential|proposed)\b.*",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(\d+)(?:[.,](\d{1,3}))?\s*(?:điểm|đ|points?)?(?:\s*/\s*100)?", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:the|of|by|from|with|and|for|are|was|were|not|only|given|stated|address|source)\b", re.IGNORECASE | re.ASCII
)
"""Words of English remarks that no Vietnamese sentence holds."""
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def compact(**values: Raw) -> dict[str, Raw]:
    """A map without the values that hold nothing."""
    return {name: value for name, value in values.items() if value}


def stars(cell: str) -> str:
    """The number in "4 sao", "04 sao", "OCOP 4 sao", "bốn sao", "★★★★" or "★★★★☆"; also of a proposal."""
    if drawn := _DRAWN.fullmatch(cell):
        return str(len((drawn[1] or drawn[2]).replace("\ufe0f", "").replace(" ", "")))
    if found := _STARS.fullmatch(cell):
        return found[1] or _WORDS[found[2].lower()]
    proposed = _PROPOSED.fullmatch(cell)
    return (proposed[1] or proposed[2] or "") if proposed else cell


def is_proposed(cell: str) -> bool:
    """Whether a cell for stars says that they are only proposed: "Tiềm năng 5 sao"."""
    return bool(_PROPOSED.fullmatch(cell))


def number(cell: str) -> str:
    """A number with a point before its decimals, also from 92,4 and "92,4 điểm"."""
    found = _SCORE.fullmatch(cell)
    if not found:
        return cell
    return f"{found[1]}.{found[2]}" if found[2] else found[1]


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
        _address().validate_python(cell)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=1)
def _address() -> TypeAdapter[str]:
    return TypeAdapter(Url)


def countries(cell: str) -> list[str] | None:
    """Codes of the countries that a cell lists by name; None when it says anything else."""
    known = read_countries()
    names = [name for name in re.split(r"\s*[;,]\s*", cell) if name]
    codes = [known.get(word_key(name)) for name in names]
    return [code for code in dict.fromkeys(codes) if code] if all(codes) else None
