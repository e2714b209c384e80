"""A row in, its awards and proposals out: which words of a list are stars that an authority gave, and which are not.

A proposal, a council's count and a claim that contradicts the law never become an award.
"""

import re
import unicodedata

from generator.importing import cells, dates
from generator.importing.cells import compact
from generator.importing.tables import Row
from generator.importing.words import read_words
from generator.languages.codes import word_key
from generator.records.raw import Raw
from generator.registers import Registers, place_key

KINDS = {"recognised": "", "re-recognised": "renewal", "upgraded": "upgrade", "downgraded": "downgrade", "removed": ""}
"""The kind of award that a status states."""
PROPOSED = frozenset({"proposed", "council_result", "conflicting"})
EXPLAINED = frozenset({"removed", "conflicting"})
"""Statuses whose note explains the award or the proposal itself, not its source."""

_FIVE_PROPOSED = re.compile(
    r"proposed(?: to the ministry)? for 5 stars|5-star assessment|potential 5.star"
    r"|tiềm năng (?:đạt )?5 sao|(?:đề nghị|đề xuất)[^.;]* 5 sao",
    re.IGNORECASE,
)
_NOT_RENEWED = re.compile(
    r"without (?:a )?(?:re-?assessment|renewal)|not (?:been )?(?:re-?assessed|renewed)"
    r"|(?:không|chưa) (?:được |tham gia |nộp hồ sơ |đề nghị )?(?:đánh giá lại|công nhận lại)",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"^bộ\b|\btrung ương\b|\bquốc gia\b")
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã)\b")
_PROVINCE = re.compile(r"\btỉnh\b")
_CITY = re.compile(r"\b(?:thành phố|tp)\b\.? *(.+)$")


def status(row: Row) -> str | None:
    """What became of the rating; None when the word is not known. A list that states stars states awards."""
    stated = row.get("status")
    if cells.is_proposed(row.get("stars")):
        return "proposed"
    if stated:
        return read_words("words.yml")["status"].get(word_key(stated))
    return "recognised" if row.get("stars") or row.get("decision_number") else "unknown"


def is_graded(row: Row) -> bool:
    """Whether the row becomes an award or a proposal, which keeps its grade of evidence."""
    return status(row) in {*KINDS, *PROPOSED}


def awards(row: Row, registers: Registers) -> list[Raw]:
    """The awards a row states, an earlier one before the latest; a blank star stays blank."""
    now = status(row)
    if now not in KINDS:
        return []
    latest = compact(
        stars=cells.stars(row.get("stars")),
        level=level(row.get("authority"), registers),
        authority=row.get("authority"),
        decision=row.get("decision_number"),
        **dates.time(row.get("issued_at"), row.get("cert_year")),
        expires=dates.last_day(row.get("valid_until_stated")),
        withdrawn=_withdrawal(row) if now == "removed" else {},
        kind=KINDS[now],
        score=cells.number(row.get("score")),
        evidence=row.get("verification"),
    )
    return [award for award in (_previous(row, registers), latest) if award]


def _previous(row: Row, registers: Registers) -> dict[str, Raw]:
    return compact(
        stars=cells.stars(row.get("previous_stars")),
        level=level(row.get("previous_authority"), registers),
        authority=row.get("previous_authority"),
        decision=row.get("previous_decision"),
        **dates.time(row.get("previous_issued"), row.get("previous_year")),
        expires=dates.last_day(row.get("previous_expires")),
    )


def _withdrawal(row: Row) -> Raw:
    """What a row says of a withdrawal, in its own words; the reason only where the words state it."""
    stated, note = row.get("status"), row.get("notes")
    reason = "not-renewed" if _NOT_RENEWED.search(f"{stated}; {note}") else ""
    return compact(reason=reason, note=cells.local_text(note or stated))


def proposals(row: Row) -> list[Raw]:
    """The proposal or council's count a row states, if that is what it is."""
    now = status(row)
    if now not in PROPOSED:
        return []
    proposal = compact(
        stars=cells.stars(row.get("stars")) or ("5" if _FIVE_PROPOSED.search(row.get("notes")) else ""),
        authority=row.get("authority"),
        decision=row.get("decision_number"),
        **dates.time(row.get("issued_at"), row.get("cert_year"), "date"),
        score=cells.number(row.get("score")),
        evidence=row.get("verification"),
        note=cells.local_text(row.get("notes")) if now in EXPLAINED else {},
    )
    return [proposal] if proposal else []


def level(authority: str, registers: Registers) -> str:
    """The level of an authority from its own words; a city is a province where the register calls it centrally run."""
    words = unicodedata.normalize("NFC", authority).lower()
    if _MINISTRY.search(words):
        return "ministry"
    if _DISTRICT.search(words):
        return "district"
    if _PROVINCE.search(words):
        return "province"
    city = _CITY.search(words)
    if not city:
        return ""
    return "province" if is_central_city(city[1], registers) else "district"


def is_central_city(name: str, registers: Registers) -> bool:
    """Whether a city is run by the centre, as a province is, today or before."""
    province = registers.province_names.get(place_key(name))
    if not province:
        return False
    key = place_key(name)
    own = (*province.name.all(), *province.full.all(), *province.aliases) if province.kind == "city" else ()
    former = (spelling for one in province.former if one.kind == "city" for spelling in (one.name, *one.aliases))
    return key in {place_key(spelling) for spelling in (*own, *former)}
