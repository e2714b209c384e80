"""What points amount to: sums, bands of stars and floors. The one place that knows how points and stars go together.

Rules: Decision 26/2026/QĐ-TTg (article 3, annex II) and those before it, kept as the registers `star_rules.yml` and
`criteria.csv`. Points in, stars and what is missing for more out; what a record got wrong is told by
`validation/scores.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.criteria import PARTS, Criterion, PartName, ScoreSheet
from generator.model import Award, Product, Scores
from generator.registers import FOREVER, Maxima, Period, Registers, StarRules

Points = Mapping[str, Decimal]
"""Points by the code of their criterion."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Points of the parts A, B and C; None where they are neither stated nor can be summed up."""

    a: Decimal | None = None
    b: Decimal | None = None
    c: Decimal | None = None

    @property
    def parts(self) -> tuple[tuple[PartName, Decimal | None], ...]:
        """The parts with their points, in their order."""
        return ("a", self.a), ("b", self.b), ("c", self.c)

    @property
    def total(self) -> Decimal | None:
        """Points in all, if those of every part are known."""
        if self.a is None or self.b is None or self.c is None:
            return None
        return self.a + self.b + self.c


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A criterion whose points are below its floor."""

    criterion: Criterion
    points: Decimal
    floor: int


@dataclass(frozen=True, slots=True)
class NextStar:
    """What is missing for `stars`: points in all, and criteria below their floors."""

    stars: int
    points: Decimal
    """Points still to gain in all; 0 when the sum is enough."""
    shortfalls: tuple[Shortfall, ...]
    elsewhere: Decimal
    """What is left of `points` once every shortfall is made good."""


def points_of(scores: Scores) -> dict[str, Decimal]:
    """The points stated for criteria; of a code that stands twice, the first."""
    found: dict[str, Decimal] = {}
    for one in scores.criteria:
        found.setdefault(one.code, one.points)
    return found


def tally_of(scores: Scores, sheet: ScoreSheet | None) -> Tally:
    """The parts as stated, else summed up, which takes the points of every criterion of the part."""
    points = points_of(scores)
    return Tally(*(_part(name, scores, sheet, points) for name in PARTS))


def _part(name: PartName, scores: Scores, sheet: ScoreSheet | None, points: Points) -> Decimal | None:
    stated: Decimal | None = getattr(scores, name)
    added = part_points(sheet, name, points) if sheet and stated is None else None
    return stated if added is None else sum(added, Decimal())


def part_points(sheet: ScoreSheet, name: PartName, points: Points) -> list[Decimal] | None:
    """The points of every criterion of a part; None when one of them has none."""
    found = [points.get(one.code) for one in sheet.part(name)]
    return None if None in found else [one for one in found if one is not None]


def is_sum(total: Decimal, addends: Iterable[Decimal]) -> bool:
    """Whether numbers add up to a total, as far as numbers rounded to the digits they are written with can."""
    numbers = list(addends)
    slack = sum((_rounding(one) for one in (*numbers, total)), Decimal())
    return abs(sum(numbers, Decimal()) - total) <= slack


def _rounding(number: Decimal) -> Decimal:
    """How far a number with decimals may be from the one that was rounded to it; whole numbers are exact."""
    exponent = int(number.as_tuple().exponent)
    return Decimal(5).scaleb(exponent - 1) if exponent < 0 else Decimal()


def periods_of(award: Award, rules: StarRules) -> tuple[Period, ...]:
    """The decisions that an award may be made under: one by its day, more by its year, all when neither is known.

    None before August 2019, when there were no national criteria.
    """
    if award.issued:
        period = rules.period(award.issued)
        return (period,) if period else ()
    if not award.year:
        return tuple(rules.periods)
    first, last = date(award.year, 1, 1), date(award.year, 12, 31)
    return tuple(one for one in rules.periods if one.from_ <= last and (one.until or FOREVER) >= first)


def maxima_of(award: Award, rules: StarRules) -> Maxima | None:
    """Most points of the parts under the rules of the award; None where it may be under one rule or another."""
    found = [period.maxima for period in periods_of(award, rules)]
    return found[0] if found and all(one == found[0] for one in found) else None


def sheet_of(award: Award, product: Product, registers: Registers) -> ScoreSheet | None:
    """The criteria that the points of an award belong to: of the set stated for them, else of the product's.

    None without a set, without the register, or for an award that was made under other criteria.
    """
    number = award.scores.set if award.scores else None
    number = number or (product.category.set if product.category else None)
    if number is None or not any(period.criteria for period in periods_of(award, registers.star_rules)):
        return None
    return registers.criteria.sheets.get(number)


def shortfalls(points: Points, sheet: ScoreSheet, stars: int) -> tuple[Shortfall, ...]:
    """Criteria with points below the floor for so many stars. A criterion without points is none of them."""
    return tuple(
        Shortfall(one, points[one.code], one.floor(stars))
        for one in sheet.criteria
        if one.code in points and points[one.code] < one.floor(stars)
    )


def stars_reached(total: Decimal, points: Points, sheet: ScoreSheet, rules: StarRules) -> int:
    """The most stars that both the band of the total and every floor that is known allow."""
    band = rules.stars_for(float(total))
    return next((stars for stars in range(band, 1, -1) if not shortfalls(points, sheet, stars)), 1)


def next_star(total: Decimal, points: Points, sheet: ScoreSheet, rules: StarRules) -> NextStar | None:
    """What is missing for the next number of stars that is certified; None with five."""
    reached = stars_reached(total, points, sheet, rules)
    certified = sorted(band.stars for band in rules.bands if band.certified and band.stars > reached)
    if not certified:
        return None
    stars = certified[0]
    missing = max(rules.fewest_points(stars) - total, Decimal())
    below = shortfalls(points, sheet, stars)
    gained = sum((one.floor - one.points for one in below), Decimal())
    return NextStar(stars, missing, below, max(missing - gained, Decimal()))


def unknown_floors(sheet: ScoreSheet) -> Iterator[Criterion]:
    """Criteria for which the register cannot tell how many points a number of stars needs."""
    return (one for one in sheet.criteria if not one.has_known_floors)
