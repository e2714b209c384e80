"""Points in records: what any record states is either well or told at its place."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Product
from generator.registers import Registers
from generator.validation.scores import check_scores
from tests.build.project import run, small_project
from tests.scoring.sheets import as_items, filled


def product(number: int, scores: dict[str, Any], **award: Any) -> Product:
    """A product of a set with one award, made in June 2026."""
    stated = {"issued": "2026-06-30", "scores": scores, **award}
    return Product.model_validate(
        {"id": "x", "name": {"vi": "X"}, "category": {"set": str(number)}, "awards": [stated]}
    )


def told(registers: Registers, one: Product, severity: str = "error") -> list[tuple[str, tuple[Any, ...]]]:
    """Ids and paths of what is told."""
    return [(kind, path) for kind, path, _, level in check_scores(one, registers) if level == severity]


def parts_of(points: dict[str, Decimal]) -> dict[str, str]:
    """Sums of the parts, added up another way: a part is known by the first number of its criteria."""
    sums = {"a": Decimal(), "b": Decimal(), "c": Decimal()}
    for code, one in points.items():
        group = int(code.partition(".")[0])
        sums["a" if group <= 3 else "b" if group <= 5 else "c"] += one
    return {name: str(points) for name, points in sums.items()}


@given(st.data())
def test_a_score_sheet_that_adds_up_has_no_error(registers: Registers, data: st.DataObject) -> None:
    """Points within their maxima, with their sums; what is warned of are floors of the stars, and nothing else."""
    sheet, points = data.draw(filled(registers))
    sums = parts_of(points)
    total = sum(points.values(), Decimal())
    stars = registers.star_rules.stars_for(float(total))
    one = product(sheet.number, sums | {"criteria": as_items(points)}, score=str(total), stars=str(stars))
    assert [] == told(registers, one)
    below = {
        ("score-floor", ("awards", 0, "scores", "criteria", place, "points"))
        for place, (code, of) in enumerate(points.items())
        if of < sheet.by_code[code].floor(stars)
    }
    assert below == set(told(registers, one, "warning"))


@given(st.data())
def test_a_wrong_number_is_told_where_it_stands(registers: Registers, data: st.DataObject) -> None:
    """Points above a maximum, a code of no criterion, a code twice, a part that is no sum, a total that is none."""
    sheet, points = data.draw(filled(registers))
    place = data.draw(st.integers(0, len(sheet.criteria) - 1))
    one, items = sheet.criteria[place], as_items(points)
    at = ("awards", 0, "scores", "criteria", place)
    above = [{**item, "points": str(one.most + 1)} if item["code"] == one.code else item for item in items]
    assert [("score-points", (*at, "points"))] == told(registers, product(sheet.number, {"criteria": above}))
    other = [{**item, "code": "99.9"} if item["code"] == one.code else item for item in items]
    assert [("score-code", (*at, "code"))] == told(registers, product(sheet.number, {"criteria": other}))
    twice = product(sheet.number, {"criteria": [*items, items[place]]})
    assert [("score-twice", (*at[:-1], len(items), "code"))] == told(registers, twice)

    sums = parts_of(points)
    wrong = sums | {one.part: str(abs(Decimal(sums[one.part]) - 1))}
    mistakes = told(registers, product(sheet.number, wrong | {"criteria": items}))
    assert [("score-part-sum", ("awards", 0, "scores", one.part))] == mistakes
    total = str(abs(sum(points.values(), Decimal()) - 2))
    assert [("score-sum", ("awards", 0, "score"))] == told(registers, product(sheet.number, sums, score=total))


def test_stars_below_the_band_are_right_where_a_floor_says_so(registers: Registers) -> None:
    """100 points but for one floor of five stars: four stars are well, five are told, three are not of the band."""
    sheet = registers.criteria.sheets[1]
    points = {one.code: Decimal(one.most) for one in sheet.criteria} | {"1.3": Decimal(2)}

    def kinds(stars: int) -> list[str]:
        one = product(1, {"criteria": as_items(points)}, stars=str(stars))
        return [kind for kind, _ in told(registers, one, "warning")]

    assert [] == kinds(4)
    assert ["score-floor"] == kinds(5)
    assert ["award-band"] == kinds(3)


def test_points_of_earlier_awards_follow_the_rules_of_their_day(registers: Registers) -> None:
    """36 points for part A were too many until 23 February 2023, 36 for part C are from the day after."""
    for day, a, c in (("2023-02-23", [("score-part-dated", "a")], []), ("2023-02-24", [], [("score-part-dated", "c")])):
        for scores, expected in (({"a": "36"}, a), ({"c": "36"}, c)):
            found = told(registers, product(1, scores, issued=day))
            assert expected == [(kind, path[-1]) for kind, path in found]


def test_a_register_that_breaks_after_a_build_is_told(tmp_path: Path) -> None:
    """What a build found right is not looked at again, unless it has changed."""
    project = small_project(tmp_path / "project")
    project.build()
    file = project.products / "registers" / "criteria.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n25,C,7,", "\n25,B,7,"), encoding="utf-8")
    assert "[criteria-sum]" in run(project.folder, "ocop", "check", "--lang", "en").stdout
    file.write_text(text, encoding="utf-8")
    assert 0 == run(project.folder, "ocop", "check").returncode
