"""A second reading of the star rules, written as a list of questions about one day, to compare the module with."""

from datetime import date, timedelta

from generator.model import Award

WINDOW = 180
GRACE = 180


def state(award: Award, day: date) -> str:
    """What the law makes of an award on a day."""
    withdrawn = award.withdrawn
    if withdrawn and (withdrawn.date is None or day >= withdrawn.date):
        return "withdrawn"
    if award.stars not in (3, 4, 5):
        return "unrated"
    end = award.expires or (same_day_36_months_on(award.issued) if award.issued else None)
    if end is None:
        sure_end = date(award.year + 1 + 3, 12, 31) if award.year else None
        return "lapsed" if sure_end and day > sure_end else "undated"
    if day <= end:
        return "expiring" if (end - day).days <= WINDOW else "valid"
    extended = award.extended is not None and day <= award.extended and (day - end).days <= GRACE
    return "grace" if extended else "lapsed"


def same_day_36_months_on(day: date) -> date:
    """Three years later; the last of February where the day is missing."""
    try:
        return day.replace(year=day.year + 3)
    except ValueError:
        return date(day.year + 3, 2, 28)


def months_on(day: date, months: int) -> date:
    """The day `months` later: the first of that month, then as many days on as the month and the day allow."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))
