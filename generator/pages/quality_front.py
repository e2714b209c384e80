"""The front page of officers: numbers by province, and each kind of task with its points, which is the formula shown.

Made from what was counted of the pieces of the catalogue, when all of them are there.
"""

from collections.abc import Iterator

from generator import urls
from generator.pages.contexts import Figure, Grid, HeadContext, Value
from generator.pages.contexts.quality import QualityPage
from generator.pages.quality import (
    KIND,
    called,
    make_crumbs,
    make_grid,
    make_quality_head,
    ordered_keys,
    province_name,
)
from generator.pages.view import View
from generator.quality.aspects import ASPECTS
from generator.quality.findings import DUE, KINDS
from generator.quality.tallies import (
    COLUMNS,
    DEADLINES,
    PRODUCTS,
    SCORES,
    Tallies,
    Tally,
    add_up,
    count_twins,
    total,
)
from generator.quality.twins import Twins

_ASPECTS = {one.id: one for one in ASPECTS}


def make_front(view: View, tallies: Tallies, twins: Twins) -> QualityPage:
    """What `quality.html` is given; `tallies` are those of all pieces, without twins."""
    counted = add_up((tallies, count_twins(twins)))
    whole = total(counted)
    return QualityPage(
        make_crumbs(view),
        view.as_of,
        tuple(_figures(view, whole)),
        _kinds(view, whole),
        _provinces(view, counted) if counted else None,
    )


def make_front_head(view: View) -> HeadContext:
    """Its head."""
    words = view.texts["quality.title"], view.texts["quality.lead"]
    return make_quality_head(view, urls.listing(view.language, KIND), words)


def _figures(view: View, whole: Tally) -> Iterator[Figure]:
    yield Figure(view.number(whole[PRODUCTS]), view.texts["quality.figure.products"])
    yield Figure(_mean(view, whole), view.texts["quality.figure.score"])
    for kind in DUE:
        yield Figure(view.number(whole[kind]), view.texts[f"quality.column.{kind}"])


def _mean(view: View, tally: Tally) -> str:
    """The mean score, rounded as the scores are."""
    held = tally[PRODUCTS]
    return view.number((2 * tally[SCORES] + held) // (2 * held)) if held else "–"


def _kinds(view: View, whole: Tally) -> Grid:
    t = view.texts
    rows = (
        (called(view, kind), view.number(whole[kind]), _points(view, kind), t[f"quality.{kind}.todo"]) for kind in KINDS
    )
    return make_grid(view, "kinds", ("kind", "products", "points", "todo"), rows)


def _points(view: View, kind: str) -> str | Value | None:
    aspect = _ASPECTS.get(kind)
    if aspect is None:
        return None
    points = view.number(aspect.points)
    return points if aspect.scope == "all" else Value(points, note=view.texts[f"quality.scope.{aspect.scope}"])


def _provinces(view: View, tallies: Tallies) -> Grid:
    rows = (tuple(_province(view, key, tallies[key])) for key in ordered_keys(view) if key in tallies)
    return make_grid(view, "provinces", ("province", "products", "score", *COLUMNS, "calendar"), rows)


def _province(view: View, key: str, tally: Tally) -> Iterator[str | Value | None]:
    """Noughts are left out: what there is to do stands out."""
    yield Value(province_name(view, key), href=urls.link(urls.listing(view.language, KIND, key)))
    yield view.number(tally[PRODUCTS])
    yield _mean(view, tally)
    yield from (view.number(held) if (held := tally[f"={column}"]) else None for column in COLUMNS)
    link = Value(f"{view.texts['quality.column.calendar']} .ics", href=urls.link(urls.calendar(view.language, key)))
    yield link if tally[DEADLINES] else None
