"""When ratings are due for re-assessment: entries in, the days of their dossiers out. The rules are the register's.

A dossier is handed in between 180 and 120 days before the last day (Decision 26/2026/QĐ-TTg, article 7.6.a); a rating
that was extended is asked for nothing but its last day.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from generator.catalogue.entry import Entry
from generator.standing import begins, extended_until


class Deadline(NamedTuple):
    """The days of one rating."""

    entry: Entry
    last: date
    """The last day on which it is valid, extension included."""
    opens: date
    """First day for the dossier, and when to be reminded."""
    closes: date
    """Last day for the dossier."""
    stated: date
    """The day of the award, else the day on which the dossier opens: when all of this was known."""


def has_deadline(entry: Entry) -> bool:
    """Whether a rating holds and its last day is known."""
    return entry.standing.in_force and entry.standing.expires is not None


def holders(entries: Iterable[Entry]) -> list[Entry]:
    """The products that have a deadline, those whose validity ends next first, without extensions."""
    found = [
        (entry.standing.expires, entry.id, entry) for entry in entries if entry.standing.expires and has_deadline(entry)
    ]
    return [entry for _, _, entry in sorted(found)]


def find_deadlines(entries: Iterable[Entry]) -> list[Deadline]:
    """The deadlines of products that have one, the next first."""
    found = [_deadline(entry, entry.standing.expires) for entry in entries if entry.standing.expires]
    return sorted(found, key=lambda one: (one.last, one.entry.id))


def _deadline(entry: Entry, expires: date) -> Deadline:
    rules, award = entry.registers.star_rules, entry.standing.award
    last = extended_until(award, expires, rules) if award else expires
    opens = last - timedelta(days=rules.reassessment.opens_days_before)
    closes = last - timedelta(days=rules.reassessment.closes_days_before)
    known = begins(award) if award else date.min
    return Deadline(entry, last, opens, closes, known if known > date.min else opens)
