"""What points amount to, held against the rules read a second time, as questions about one score sheet."""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.criteria import ScoreSheet
from generator.model import Scores
from generator.registers import Registers
from generator.scoring import is_sum, maxima_of, next_star, part_points, periods_of, stars_reached, tally_of
from tests.conftest import AS_OF
from tests.scoring.sheets import as_items, filled, halves
from tests.standing.records import make_award


def stars_by_the_law(sheet: ScoreSheet, points: dict[str, Decimal]) -> int:
    """How many stars, asked one by one from the top."""
    total = sum(points.values())
    for stars, fewest in ((5, 90), (4, 70), (3, 50)):
        needed = [(one.code, floor) for one in sheet.criteria for of, floor in one.floors.items() if of <= stars]
        if total >= fewest and all(points[code] >= floor for code, floor in needed):
            return stars
    return 2 if total >= 30 else 1


@given(st.data())
def test_stars_are_those_of_the_law(registers: Registers, data: st.DataObject) -> None:
    """The band and every floor of these and of fewer stars."""
    sheet, points = data.draw(filled(registers))
    total = sum(points.values(), Decimal())
    assert stars_by_the_law(sheet, points) == stars_reached(total, points, sheet, registers.star_rules)


@given(st.data())
def test_more_points_are_never_fewer_stars(registers: Registers, data: st.DataObject) -> None:
    """For any criterion."""
    sheet, points = data.draw(filled(registers))
    one = data.draw(st.sampled_from(sheet.criteria))
    more = points | {one.code: max(points[one.code], data.draw(halves(one.most)))}
    rules = registers.star_rules
    before = stars_reached(sum(points.values(), Decimal()), points, sheet, rules)
    assert before <= stars_reached(sum(more.values(), Decimal()), more, sheet, rules)


@given(st.data())
def test_what_is_missing_is_enough_and_needed(registers: Registers, data: st.DataObject) -> None:
    """With every shortfall made good and the rest gained elsewhere the next star is reached; with less it is not."""
    sheet, points = data.draw(filled(registers))
    total, rules = sum(points.values(), Decimal()), registers.star_rules
    missing = next_star(total, points, sheet, rules)
    if missing is None:
        assert 5 == stars_reached(total, points, sheet, rules)
        return
    better = points | {short.criterion.code: Decimal(short.floor) for short in missing.shortfalls}
    left = missing.elsewhere
    for one in sheet.criteria:
        gained = min(left, one.most - better[one.code])
        better[one.code] += gained
        left -= gained
    assert 0 == left
    assert missing.stars == max(3, stars_reached(total, points, sheet, rules) + 1)
    assert missing.stars <= stars_reached(sum(better.values(), Decimal()), better, sheet, rules)
    for short in missing.shortfalls:
        worse = better | {short.criterion.code: short.floor - Decimal("0.5")}
        assert missing.stars > stars_reached(Decimal(100), worse, sheet, rules)


@given(st.data())
def test_parts_are_the_sums_of_their_criteria(registers: Registers, data: st.DataObject) -> None:
    """And none where a criterion of the part has no points, or another sum is stated."""
    sheet, points = data.draw(filled(registers))
    scores = Scores.model_validate({"criteria": as_items(points)})
    tally = tally_of(scores, sheet)
    assert sum(points.values()) == tally.total
    for name, part in tally.parts:
        assert part == sum(points[one.code] for one in sheet.part(name))
    lost = data.draw(st.sampled_from(sheet.criteria))
    fewer = {code: one for code, one in points.items() if code != lost.code}
    incomplete = tally_of(Scores.model_validate({"criteria": as_items(fewer)}), sheet)
    assert None is incomplete.total
    assert [lost.part] == [name for name, part in incomplete.parts if part is None]
    assert part_points(sheet, lost.part, fewer) is None
    stated = Scores.model_validate({lost.part: "7.25", "criteria": as_items(points)})
    assert Decimal("7.25") == dict(tally_of(stated, sheet).parts)[lost.part]


numbers = st.decimals(0, 40, places=4)
digits = st.integers(1, 3)


@given(st.tuples(numbers, numbers, numbers), st.tuples(digits, digits, digits), st.integers(1, 3))
def test_rounding_is_no_mistake(parts: tuple[Decimal, ...], places: tuple[int, ...], of_total: int) -> None:
    """Numbers rounded each to its own digits still count as the sum of one another."""
    total = rounded(sum(parts, Decimal()), of_total)
    assert is_sum(total, [rounded(one, digit) for one, digit in zip(parts, places, strict=True)])


def rounded(number: Decimal, places: int) -> Decimal:
    """A number with so many decimals."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


@given(st.lists(st.integers(0, 40), min_size=3, max_size=3), st.integers(-9, 9))
def test_whole_numbers_are_exact(parts: list[int], off: int) -> None:
    """One point more or less is a mistake."""
    assert (off == 0) == is_sum(Decimal(sum(parts) + off), map(Decimal, parts))


@given(st.dates(date(2018, 1, 1), date(2100, 12, 31)))
def test_maxima_are_those_of_the_day(registers: Registers, day: date) -> None:
    """A 35, B 25, C 40 from August 2019 until 23 February 2023; A 40, B 25, C 35 from the day after."""
    maxima = maxima_of(make_award(issued=day), registers.star_rules)
    if day < date(2019, 8, 21):
        assert maxima is None
    else:
        expected = (35, 25, 40) if day < date(2023, 2, 24) else (40, 25, 35)
        assert maxima is not None
        assert expected == (maxima.a, maxima.b, maxima.c)


@pytest.mark.parametrize(
    ("year", "decisions", "part_a"),
    [
        (2018, [], None),
        (2019, ["1048/QĐ-TTg"], 35),
        (2022, ["1048/QĐ-TTg"], 35),
        (2023, ["1048/QĐ-TTg", "148/QĐ-TTg"], None),
        (2024, ["148/QĐ-TTg"], 40),
        (2025, ["148/QĐ-TTg", "1489/QĐ-TTg"], 40),
        (2026, ["1489/QĐ-TTg", "26/2026/QĐ-TTg"], 40),
        (AS_OF.year + 1, ["26/2026/QĐ-TTg"], 40),
    ],
)
def test_a_year_may_lie_under_two_decisions(
    registers: Registers, year: int, decisions: list[str], part_a: int | None
) -> None:
    """Maxima are named only where every decision of the year has the same."""
    award = make_award(year=year)
    assert decisions == [period.decision for period in periods_of(award, registers.star_rules)]
    maxima = maxima_of(award, registers.star_rules)
    assert part_a == (maxima.a if maxima else None)


def test_an_award_without_a_day_may_be_of_any_time(registers: Registers) -> None:
    """Nothing is claimed of its maxima."""
    assert 4 == len(periods_of(make_award(stars=4), registers.star_rules))
    assert maxima_of(make_award(stars=4), registers.star_rules) is None
