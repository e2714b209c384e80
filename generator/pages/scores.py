"""The points of an award on a product page: parts A, B and C as bars, with their numbers as text.

Bars are lengths of a drawing, which need no style of their own, and say nothing that the numbers do not say.
"""

from decimal import Decimal

from generator.catalogue.entry import Entry
from generator.model import Award
from generator.pages.contexts import ScoreChart, ScoreLine
from generator.pages.view import View
from generator.registers import Maxima
from generator.scoring import Tally, maxima_of, sheet_of, tally_of
from generator.standing import current_award

_WHOLE = 100
"""Most points in all, and the length of a bar."""


def make_score_chart(entry: Entry, view: View) -> ScoreChart | None:
    """The points of the award that the standing rests on; None when no part of them is known."""
    award = current_award(entry.product.awards, view.catalogue.as_of)
    tally = _tally(award, entry, view) if award else None
    if award is None or tally is None:
        return None
    maxima = maxima_of(award, view.catalogue.registers.star_rules)
    lines = [
        _line(view.texts[f"score.part.{name}"], points, getattr(maxima, name, None), view)
        for name, points in tally.parts
        if points is not None
    ]
    total = award.score if award.score is not None else tally.total
    return ScoreChart(
        _caption(award, view),
        tuple(lines),
        None if total is None else _line(view.texts["score.total"], total, _WHOLE, view),
        _remarks(award, maxima, view),
    )


def parts_told(award: Award, entry: Entry, view: View) -> str | None:
    """The parts on one line, for the history of awards: "A 30 · B 22,5 · C 32"."""
    tally = _tally(award, entry, view)
    if tally is None:
        return None
    return " · ".join(f"{name.upper()} {view.number(points)}" for name, points in tally.parts if points is not None)


def _tally(award: Award, entry: Entry, view: View) -> Tally | None:
    if award.scores is None:
        return None
    tally = tally_of(award.scores, sheet_of(award, entry.product, view.catalogue.registers))
    return None if all(points is None for _, points in tally.parts) else tally


def _line(label: str, points: Decimal, most: int | None, view: View) -> ScoreLine:
    if most is None:
        return ScoreLine(label, view.texts.fill("award.score", score=view.number(points)))
    words = view.texts.fill("score.of", points=view.number(points), most=view.number(most))
    return ScoreLine(label, words, f"{min(points * _WHOLE / most, Decimal(_WHOLE)):.2f}")


def _caption(award: Award, view: View) -> str:
    if award.issued:
        return view.texts.fill("score.caption.day", date=view.day(award.issued))
    return view.texts.fill("score.caption.year", year=award.year) if award.year else view.texts["score.caption"]


def _remarks(award: Award, maxima: Maxima | None, view: View) -> str:
    """Who gave the points, on which sheet, and why no maxima are named."""
    t, number = view.texts, award.scores.set if award.scores else None
    told = [t["score.note"]]
    if number:
        told.append(t.fill("score.set", number=number, name=view.local(view.catalogue.registers.sets[number].name)))
    if maxima is None:
        told.append(t["score.maxima.unknown"])
    return " ".join(told)
