"""The register of criteria is that of the decision, and a damaged one is told, not believed."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.criteria import COLUMNS, PARTS, Criteria
from generator.registers import Registers
from tests.conftest import REGISTERS

TEXT = (REGISTERS / "criteria.csv").read_text(encoding="utf-8")


def test_all_26_sets_add_up_to_100(registers: Registers) -> None:
    """A 40, B 25, C 35 in every set (annex II)."""
    sums = {
        number: [sum(one.most for one in sheet.part(part)) for part in PARTS]
        for number, sheet in registers.criteria.sheets.items()
    }
    assert {number: [40, 25, 35] for number in range(1, 27)} == sums
    assert () == tuple(registers.criteria.issues)


def test_floors_are_those_of_the_decision(registers: Registers) -> None:
    """A few of them, and how many there are of each."""
    fruit, fish_sauce = registers.criteria.sheets[1].by_code, registers.criteria.sheets[9].by_code
    assert {5: 3} == fruit["1.3"].floors
    assert {4: 2, 5: 3} == fruit["1.5"].floors
    assert {3: 2, 4: 3, 5: 5} == fish_sauce["4.1"].floors
    assert [0, 2, 3, 5, 5] == [fish_sauce["4.1"].floor(stars) for stars in (2, 3, 4, 5, 6)]
    every = (one for sheet in registers.criteria.sheets.values() for one in sheet.criteria)
    assert 464 == sum(len(one.floors) for one in every)


def test_a_criterion_without_steps_has_no_known_floors(registers: Registers) -> None:
    """The register holds no steps for criteria that are a group of their own; nothing is claimed of them."""
    fruit = registers.criteria.sheets[1]
    assert ["2.4", "7", "8", "9", "10", "11", "12"] == [one.code for one in fruit.criteria if not one.has_known_floors]
    assert 0 == fruit.by_code["12"].floor(5)


def test_every_criterion_is_named_in_both_languages(registers: Registers) -> None:
    """And a name means the same everywhere."""
    every = [one for sheet in registers.criteria.sheets.values() for one in sheet.criteria]
    assert 787 == len(every)
    english = Counter((one.names["vi"], one.names["en"]) for one in every)
    assert len({vi for vi, _ in english}) == len(english)


@given(st.text(max_size=40), st.integers(0, len(TEXT)), st.integers(0, 200))
def test_any_damage_is_told_or_harmless(put: str, at: int, cut: int) -> None:
    """Whatever is written into the file, nothing breaks; what is left of each row is within its maximum."""
    criteria = Criteria(TEXT[:at] + put + TEXT[at + cut :], "criteria.csv")
    assert all(issue.source.line > 0 for issue in criteria.issues)
    for sheet in criteria.sheets.values():
        for one in sheet.criteria:
            assert all(0 <= points <= one.most for points in (*one.options, *one.floors.values()))


def test_an_empty_file_has_no_criteria() -> None:
    """Nothing, remarks only, headings only: no sheets and nothing to tell."""
    for text in ("", "# x\n", ",".join(COLUMNS) + "\n"):
        assert ({}, []) == (dict(Criteria(text).sheets), list(Criteria(text).issues))
