"""Headings of columns in, our names of columns out: the words of `headings.yml`, of the project and of the list."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.importing.tables import Found
from generator.importing.words import read_words
from generator.languages.codes import word_key

NAMES = frozenset({"name_vi", "name_en", "name_other", "name_source"})
"""Columns of which a list needs one."""
_SHORTEST_BEGINNING = 5
_LONGEST_HEADING = 100
"""Letters; what is longer is a sentence."""
_STARS = re.compile(r"(?:hạng|đạt)?\s*0?([3-5])\s*(?:sao|stars?)", re.IGNORECASE)
_SHORT = {re.compile(rf"\b{short}\b"): full for short, full in {"QĐ": "quyết định", "SP": "sản phẩm"}.items()}
_BRACKETS = re.compile(r"\([^()]*\)")
_ANOTHER = re.compile(
    r"(?:denghi|dexuat|dukien|tudanhgia|tucham|dangky|caphuyen|caphuyn|truoc|tienganh|english|dienthoai|sdt|email|website"
    r"|fax|lienhe|nguoi|daidien|facebook|zalo|moi$|cu$|old|new)"
)
"""Words that make another column of one that is called almost the same: "Hạng sao đề nghị", "Địa chỉ email"."""


_OF_DECISION = {
    "so": "decision_number",
    "sohieu": "decision_number",
    **dict.fromkeys(("ngay", "ngaythang", "ngaythangnam", "ngayky", "ngaycap"), "issued_at"),
}
"""What stands under a heading that speaks of a decision."""
_LATEST = {"hientai", "hiennay", "gannhat", "moinhat", "current", "latest"}
"""What stands under a heading that several columns share, where it is the one of them that counts."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Our names of columns by the keys of headings; those that are left out have an empty one."""

    names: Mapping[str, str]
    told: Mapping[str, str] = field(default_factory=dict)
    """What this one list calls its columns, by the keys of headings: it goes before everything else."""
    _asked: dict[tuple[str, ...], tuple[str | None, Found]] = field(default_factory=dict)
    """Answers: rows of titles and of products are asked about too, with each delimiter."""

    def find(self, parts: Sequence[str]) -> tuple[str | None, Found]:
        """Our name of a column whose heading has these parts, the upper one first, and how it was found."""
        key = tuple(parts)
        if key not in self._asked:
            self._asked[key] = self._find(parts)
        return self._asked[key]

    def _find(self, parts: Sequence[str]) -> tuple[str | None, Found]:
        whole, last, pair = " ".join(parts), parts[-1] if parts else "", " ".join(parts[-2:])
        if len(last) > _LONGEST_HEADING:
            return None, "unknown"
        candidates = list(dict.fromkeys(filter(None, map(word_key, (whole, last)))))
        for one in candidates:
            if one in self.told:
                return self.told[one], "mapping"
        for one in _spellings((whole, pair, last)):
            if one in self.names:
                return self.names[one], "name"
        guesses = (self._by_beginning(last), self._by_group(parts), self._by_language(last))
        return next((name for name in guesses if name is not None), None), "beginning"

    def stars_of(self, parts: Sequence[str]) -> str:
        """The stars that a column stands for, as "4 sao" under "Kết quả" does; empty for proposed ones and others."""
        found = _STARS.fullmatch(parts[-1]) if parts else None
        return found[1] if found and not _ANOTHER.search(word_key(" ".join(parts))) else ""

    def knows(self, text: str) -> bool:
        """Whether a text is a heading."""
        return self.find((text,))[0] is not None

    def _by_beginning(self, heading: str) -> str | None:
        """The column with the longest known heading that this one begins with, unless the rest says something else."""
        key = word_key(_written_out(_BRACKETS.sub(" ", heading)))
        for end in range(len(key), _SHORTEST_BEGINNING - 1, -1):
            name = self.names.get(key[:end])
            if name is not None:
                return None if _ANOTHER.search(key[end:]) else name
        return None

    def _by_language(self, heading: str) -> str | None:
        """The column of a heading in two languages, "TT/No.", where both mean the same."""
        names = {self.names.get(word_key(one)) for one in heading.split("/")}
        return names.pop() if len(names) == 1 else None

    def _by_group(self, parts: Sequence[str]) -> str | None:
        """The column that a short heading is under a longer one: "Ngày" under "QĐ công nhận gần nhất"."""
        group, last = word_key(_written_out(" ".join(parts[:-1]))), word_key(parts[-1]) if parts else ""
        if "quyetdinh" in group and not _ANOTHER.search(group):
            return _OF_DECISION.get(last)
        return self.names.get(group) if last in _LATEST else None


def _spellings(headings: Iterable[str]) -> Iterable[str]:
    """Keys of headings as they stand, then with abbreviations written out, then without what is in brackets."""
    both = list(headings)
    full = [_written_out(one) for one in both]
    return filter(None, map(word_key, (*both, *full, *(_BRACKETS.sub(" ", one) for one in full))))


def _written_out(heading: str) -> str:
    """A heading with the abbreviations of offices written out: "Ngày QĐ", "Nhóm SP"."""
    for short, full in _SHORT.items():
        heading = short.sub(full, heading)
    return heading


def read_headings(own: Mapping[str, str], told: Mapping[str, str]) -> Headings:
    """The headings of the package, those of the project (`own`, by key), and those told for one list."""
    tables = read_words("headings.yml")
    return Headings({**tables["columns"], **dict.fromkeys(tables["left_out"], ""), **own}, told)
