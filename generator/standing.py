"""What a product's awards amount to on a day. The one place that knows how stars and time go together.

Awards and a day in, a `Standing` out. Rules: Decision 26/2026/QĐ-TTg and its predecessors, kept as the register
`star_rules.yml`. Reads no clock: the day is always given.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from generator.model import Award, Proposal
from generator.registers import StarRules

State = Literal["valid", "expiring", "grace", "lapsed", "withdrawn", "undated", "proposed", "unrated"]
Course = tuple[tuple[date, State], ...]

IN_FORCE: frozenset[State] = frozenset({"valid", "expiring", "grace"})
STATES: tuple[State, ...] = ("valid", "expiring", "grace", "undated", "lapsed", "proposed", "unrated", "withdrawn")
LOWEST_CERTIFIED = 3
LOWEST_EXPORT = 4
_ONE_DAY = timedelta(days=1)
_RANKS: dict[State, int] = {state: 0 if state in IN_FORCE else rank for rank, state in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class Standing:
    """What stars amount to on a day.

    `stars` are those of `award`, also when it lapsed: never show them without `state`. `expires` is the last day of
    validity, stated or computed; None when no day can be known. `course` holds every (first day, state) of the award,
    so that a reader's own date can be looked up without knowing the rules.
    """

    state: State
    stars: int | None = None
    award: Award | None = None
    proposal: Proposal | None = None
    expires: date | None = None
    course: Course = ()

    @property
    def in_force(self) -> bool:
        """Whether the award is valid, in its last half year, or extended."""
        return self.state in IN_FORCE

    @property
    def rated(self) -> bool:
        """Whether the stars may be shown as held: in force, or awarded without a known end."""
        return self.stars is not None and (self.in_force or self.state == "undated")

    @property
    def export_capable(self) -> bool:
        """Four or five stars in force. Says nothing about where the product is really sold (see `markets`)."""
        return self.in_force and (self.stars or 0) >= LOWEST_EXPORT

    @property
    def rank(self) -> tuple[int, int]:
        """Sort key: in force first, then undated, lapsed and the rest; more stars before fewer."""
        return _RANKS[self.state], -(self.stars or 0)


@lru_cache(maxsize=8192)
def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later; the last of the month when there is none (29 February + 36)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(award: Award, rules: StarRules) -> date | None:
    """Last day of validity: as stated, else 36 months from issue (26/2026 art. 4.3); None when undated.

    The months are those of the decision in force on the day of issue. The last day itself is still valid.
    """
    if award.expires or not award.issued:
        return award.expires
    period = rules.period(award.issued)
    return add_months(award.issued, period.validity_months if period else rules.validity_months)


def last_of_month(month: str) -> date:
    """The last day of a month such as "2025-06"."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, monthrange(year, number)[1])


def surely_over(award: Award, rules: StarRules) -> date | None:
    """Last day on which an award known only by its month or year can be valid.

    Whichever day of its month it was, validity counted from the last one is the longest possible. A round of a year is
    decided at the latest in the next one, so there it is counted from the end of that. Nothing is claimed before this
    day; after it the award cannot be in force.
    """
    if award.month:
        return add_months(last_of_month(award.month), rules.validity_months)
    return add_months(date(award.year + 1, 12, 31), rules.validity_months) if award.year else None


def extended_until(award: Award, end: date, rules: StarRules) -> date:
    """Last day including an announced extension, at most 180 days past the end (26/2026 art. 12)."""
    longest = end + timedelta(days=rules.extension.longest_days)
    return min(max(award.extended or end, end), longest)


def course_of(award: Award, rules: StarRules) -> Course:
    """Every state an award goes through, each with its first day, oldest first. Never empty."""
    steps = _dated_course(award, rules)
    if award.withdrawn is None:
        return tuple(steps)
    taken_back = award.withdrawn.date or date.min
    return (*(step for step in steps if step[0] < taken_back), (taken_back, "withdrawn"))


def _dated_course(award: Award, rules: StarRules) -> list[tuple[date, State]]:
    if award.stars is None or award.stars < LOWEST_CERTIFIED:
        return [(date.min, "unrated")]
    end = last_day(award, rules)
    if end is None:
        over = surely_over(award, rules)
        return [(date.min, "undated"), *([(over + _ONE_DAY, "lapsed")] if over else [])]  # type: ignore[list-item]
    steps: list[tuple[date, State]] = [(date.min, "valid")]
    steps.append((end - timedelta(days=rules.reassessment.opens_days_before), "expiring"))
    longest = extended_until(award, end, rules)
    if longest > end:
        steps.append((end + _ONE_DAY, "grace"))
    steps.append((longest + _ONE_DAY, "lapsed"))
    return steps


def state_on(course: Course, day: date) -> State:
    """The state of a course on a day."""
    return next(state for first, state in reversed(course) if first <= day)


def begins(award: Award) -> date:
    """First day an award can count: its day of issue, else the first of its month or year, else always."""
    if award.month and not award.issued:
        return last_of_month(award.month).replace(day=1)
    return award.issued or (date(award.year, 1, 1) if award.year else date.min)


def current_award(awards: Iterable[Award], day: date) -> Award | None:
    """The award that counts on a day: the newest issued by then; a re-assessment replaces what was before it."""
    issued = [award for award in awards if begins(award) <= day]
    return max(reversed(issued), key=begins) if issued else None


def standing_of(awards: Sequence[Award], proposals: Sequence[Proposal], day: date, rules: StarRules) -> Standing:
    """What awards and proposals amount to on `day`. A proposal never counts as stars."""
    award = current_award(awards, day)
    if award is None:
        return Standing("proposed", proposal=proposals[-1]) if proposals else Standing("unrated")
    course = course_of(award, rules)
    return Standing(state_on(course, day), award.stars, award, None, last_day(award, rules), course)
