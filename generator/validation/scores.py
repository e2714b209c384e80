"""What is wrong with the points of awards: maxima, sums, the band of the stars and floors.

A product and the registers in, mistakes out. What cannot be is an error; what the law would not expect, but a decision
may say all the same, is a warning. The rules themselves are in `scoring.py`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.criteria import ScoreSheet
from generator.issues import Path, Severity
from generator.model import Award, Product, Scores, plain
from generator.registers import Registers, StarRules
from generator.scoring import (
    is_sum,
    part_points,
    periods_of,
    points_of,
    sheet_of,
    shortfalls,
    stars_reached,
    tally_of,
)

Found = tuple[str, Path, Mapping[str, object], Severity]
"""Id, path inside the award, details, severity."""
_LARGEST_SCALE = 100


def check_scores(product: Product, registers: Registers) -> Iterator[Found]:
    """Mistakes in the points of each award, with paths inside the product."""
    rules = registers.star_rules
    for number, award in enumerate(product.awards):
        if award.score is None and award.scores is None:
            continue
        known = _known(award, product, registers)
        found = [*_mistakes(award, known, product, registers)] if award.scores else []
        if all(severity == "warning" for _, _, _, severity in found):
            # Points that cannot be say nothing about stars.
            found += _stars_mistakes(award, known, rules)
        for kind, path, details, severity in found:
            yield kind, ("awards", number, *path), details, severity


class _Known(NamedTuple):
    """The score sheet of an award and the points in all, as far as they are known."""

    sheet: ScoreSheet | None
    points: Mapping[str, Decimal]
    total: Decimal | None


def _known(award: Award, product: Product, registers: Registers) -> _Known:
    scores = award.scores
    if scores is None:
        return _Known(None, {}, award.score)
    sheet = sheet_of(award, product, registers)
    points = {code: one for code, one in points_of(scores).items() if sheet and code in sheet.by_code}
    return _Known(sheet, points, award.score if award.score is not None else tally_of(scores, sheet).total)


def _mistakes(award: Award, known: _Known, product: Product, registers: Registers) -> Iterator[Found]:
    scores, rules = award.scores or Scores(), registers.star_rules
    yield from _maxima_mistakes(award, scores, rules)
    if scores.criteria:
        yield from _criteria_mistakes(award, known, product, registers)
    yield from _sum_mistakes(award, scores, known)
    own = product.category.set if product.category else None
    if scores.set and own and scores.set != own:
        yield "score-set", ("scores", "set"), {"value": scores.set, "set": own}, "warning"


def _maxima_mistakes(award: Award, scores: Scores, rules: StarRules) -> Iterator[Found]:
    """Parts with more points than they have, under every rule that the award may be made under."""
    periods = periods_of(award, rules)
    for part in ("a", "b", "c"):
        points = getattr(scores, part)
        most = max((getattr(period.maxima, part) for period in periods), default=_LARGEST_SCALE)
        if points is not None and points > most:
            details = {"value": points, "part": part.upper(), "most": most}
            if len(periods) == 1:
                yield "score-part-dated", ("scores", part), {**details, "decision": periods[0].decision}, "error"
            else:
                yield "score-part", ("scores", part), details, "error"


def _criteria_mistakes(award: Award, known: _Known, product: Product, registers: Registers) -> Iterator[Found]:
    """Points of criteria without a sheet to hold them against, else what is wrong with each."""
    scores, path = award.scores or Scores(), ("scores", "criteria")
    periods = periods_of(award, registers.star_rules)
    if not any(period.criteria for period in periods):
        decision = periods[-1].decision if periods else "490/QĐ-TTg"
        day = award.issued or award.year
        yield "score-period", path, {"value": day, "decision": decision}, "error"
    elif not scores.set and not product.category:
        yield "score-set-missing", ("scores",), {}, "error"
    elif known.sheet is None:
        yield "score-register", path, {}, "error"
    else:
        yield from _points_mistakes(scores, known.sheet)


def _points_mistakes(scores: Scores, sheet: ScoreSheet) -> Iterator[Found]:
    seen: set[str] = set()
    for number, one in enumerate(scores.criteria):
        path: Path = ("scores", "criteria", number)
        criterion = sheet.by_code.get(one.code)
        if criterion is None:
            codes = ", ".join(sheet.by_code)
            yield "score-code", (*path, "code"), {"value": one.code, "set": sheet.number, "codes": codes}, "error"
        elif one.code in seen:
            yield "score-twice", (*path, "code"), {"value": one.code}, "error"
        elif one.points > criterion.most:
            details = {"value": plain(one.points), "code": one.code, "most": criterion.most}
            yield "score-points", (*path, "points"), details, "error"
        seen.add(one.code)
    if missing := [one.code for one in sheet.criteria if one.code not in seen]:
        details = {"value": ", ".join(missing), "set": sheet.number}
        yield "score-missing", ("scores", "criteria"), details, "warning"


def _sum_mistakes(award: Award, scores: Scores, known: _Known) -> Iterator[Found]:
    tally = tally_of(scores, known.sheet)
    for part, points in tally.parts:
        added = part_points(known.sheet, part, known.points) if known.sheet else None
        if points is not None and added is not None and not is_sum(points, added):
            details = {"value": points, "part": part.upper(), "sum": plain(sum(added, Decimal()))}
            yield "score-part-sum", ("scores", part), details, "error"
    stated = [points for _, points in tally.parts if points is not None]
    if award.score is not None and tally.total is not None and not is_sum(award.score, stated):
        yield "score-sum", ("score",), {"value": award.score, "sum": plain(tally.total)}, "error"


def _stars_mistakes(award: Award, known: _Known, rules: StarRules) -> Iterator[Found]:
    """Stars that are not those of the band, unless a floor explains them; criteria below the floors of the stars."""
    total, stars = known.total, award.stars
    if total is None or stars is None:
        return
    band = rules.stars_for(float(total))
    reached = stars_reached(total, known.points, known.sheet, rules) if known.sheet else band
    if stars not in (band, reached):
        path: Path = ("score",) if award.score is not None else ("scores",)
        yield "award-band", path, {"value": plain(total), "stars": stars, "band": band}, "warning"
    if known.sheet is None:
        return
    places = {one.code: number for number, one in reversed(list(enumerate((award.scores or Scores()).criteria)))}
    for short in shortfalls(known.points, known.sheet, stars):
        code = short.criterion.code
        told = {"code": code, "points": plain(short.points), "floor": short.floor, "total": plain(total)}
        path = ("scores", "criteria", places[code], "points")
        yield "score-floor", path, {"value": plain(short.points), "stars": stars, **told}, "warning"
