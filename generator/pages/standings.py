"""A standing as a badge: its words, symbols and the days on which it changes."""

from datetime import date

from markupsafe import Markup

from generator.catalogue.wording import stars_told
from generator.pages.contexts import Standing as Badge
from generator.pages.view import View
from generator.standing import Standing


def make_badge(standing: Standing, view: View) -> Badge:
    """The badge of a standing on the as-of date, ready for the reader's own date to check."""
    # The standing is kept too: as long as it is, no other object can have its id.
    _, badge = view.once(("badge", id(standing)), lambda: (standing, _make_badge(standing, view)))
    return badge


def _make_badge(standing: Standing, view: View) -> Badge:
    stars = standing.stars if standing.rated else None
    return Badge(
        standing.state,
        view.wording.standing(standing),
        stars,
        view.texts.fill("stars.label", stars=stars) if stars else "",
        stars_told(standing),
        view.day(standing.expires) if standing.expires else "",
        _transitions(standing, view.catalogue.as_of),
    )


def verdict(standing: Standing, view: View) -> str:
    """What the standing means for the reader, in a sentence."""
    return view.wording.standing(standing, "meaning")


def _transitions(standing: Standing, as_of: date) -> str:
    """The states from the as-of date on, with their first days; empty when nothing will change."""
    course = standing.course
    coming = [step for step in course if step[0] > as_of]
    if not coming:
        return ""
    now = [step for step in course if step[0] <= as_of][-1]
    # Days and states only: nothing here needs escaping, and each escaped quote would cost five bytes.
    steps = ",".join([f'["{first}","{state}"]' for first, state in (now, *coming)])
    return Markup(f"[{steps}]")  # noqa: S704
