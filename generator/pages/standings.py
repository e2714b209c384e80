"""A standing as a badge: its words, symbols and the days on which it changes."""

import json
from datetime import date

from markupsafe import Markup

from generator.model import Award
from generator.pages.contexts import Standing as Badge
from generator.pages.view import View
from generator.standing import LOWEST_CERTIFIED, Standing

_ENCODER = json.JSONEncoder(separators=(",", ":"))


def make_badge(standing: Standing, view: View) -> Badge:
    """The badge of a standing on the as-of date, ready for the reader's own date to check."""
    # The standing is kept too: as long as it is, no other object can have its id.
    _, badge = view.once(("badge", id(standing)), lambda: (standing, _make_badge(standing, view)))
    return badge


def _make_badge(standing: Standing, view: View) -> Badge:
    stars = standing.stars if standing.rated else None
    number = _number(standing)
    return Badge(
        standing.state,
        view.texts.fill(f"standing.{_wording(standing)}.label", **_places(standing, view)),
        stars,
        view.texts.fill("stars.label", stars=stars) if stars else "",
        number,
        view.day(standing.expires) if standing.expires else "",
        _transitions(standing, view.catalogue.as_of),
    )


def verdict(standing: Standing, view: View) -> str:
    """What the standing means for the reader, in a sentence."""
    return view.texts.fill(f"standing.{_wording(standing)}.meaning", **_places(standing, view))


def _number(standing: Standing) -> int | None:
    if standing.proposal:
        return standing.proposal.stars
    return standing.stars if (standing.stars or 0) >= LOWEST_CERTIFIED else None


def _wording(standing: Standing) -> str:
    """The words for a state: some states are told differently when a part is not known."""
    if standing.state == "lapsed" and standing.expires is None:
        return "lapsed.year"
    if standing.state == "proposed" and _number(standing) is None:
        return "proposed.unstated"
    if standing.state == "withdrawn" and standing.award and _was_dropped(standing.award):
        return "withdrawn.removed"
    if standing.state == "unrated" and standing.award is not None:
        return "unrated.unstated"
    return standing.state


def _was_dropped(award: Award) -> bool:
    """Whether an award only ran out and left the list, with nobody at fault."""
    return award.withdrawn is not None and award.withdrawn.reason == "not-renewed"


def _places(standing: Standing, view: View) -> dict[str, object]:
    return {
        "stars": _number(standing),
        "date": view.day(standing.expires) if standing.expires else "",
        "year": standing.award.year if standing.award else "",
    }


def _transitions(standing: Standing, as_of: date) -> str:
    """The states from the as-of date on, with their first days; empty when nothing will change."""
    course = standing.course
    coming = [step for step in course if step[0] > as_of]
    if not coming:
        return ""
    now = [step for step in course if step[0] <= as_of][-1]
    # Days and states only: nothing here needs escaping, and each escaped quote would cost five bytes.
    steps = [[first.isoformat(), state] for first, state in (now, *coming)]
    return Markup(_ENCODER.encode(steps))  # noqa: S704
