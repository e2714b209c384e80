from datetime import date

import pytest

from generator.registers import Registers

PERIODS = [
    (date(2019, 8, 20), None),
    (date(2019, 8, 21), "1048/QĐ-TTg"),
    (date(2023, 2, 23), "1048/QĐ-TTg"),
    (date(2023, 2, 24), "148/QĐ-TTg"),
    (date(2025, 7, 5), "148/QĐ-TTg"),
    (date(2025, 7, 6), "1489/QĐ-TTg"),
    (date(2026, 5, 21), "1489/QĐ-TTg"),
    (date(2026, 5, 22), "26/2026/QĐ-TTg"),
    (date(2100, 12, 31), "26/2026/QĐ-TTg"),
]


@pytest.mark.parametrize(("day", "decision"), PERIODS)
def test_decision_in_force(registers: Registers, day: date, decision: str | None) -> None:
    """The first and the last day of each decision, and the day before the first of all."""
    period = registers.star_rules.period(day)
    assert decision == (period.decision if period else None)


@pytest.mark.parametrize(
    ("score", "stars"),
    [(0, 1), (29.99, 1), (30, 2), (49.99, 2), (50, 3), (69.99, 3), (70, 4), (89.99, 4), (90, 5), (100, 5)],
)
def test_bands(registers: Registers, score: float, stars: int) -> None:
    """30, 50, 70 and 90 belong to the upper band."""
    assert stars == registers.star_rules.stars_for(score)


def test_three_stars_were_the_district_s_from_2023_to_2025(registers: Registers) -> None:
    """Only Decision 148 let districts award three stars."""
    awarding = {period.decision: period.awarded_by[3] for period in registers.star_rules.periods}
    assert ("district",) == awarding.pop("148/QĐ-TTg")
    assert {("province",)} == set(awarding.values())


def test_five_stars_are_always_the_ministry_s(registers: Registers) -> None:
    """A province scores and proposes; it never awards five stars."""
    assert {("ministry",)} == {period.awarded_by[5] for period in registers.star_rules.periods}
