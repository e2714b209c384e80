"""Points for the criteria of a set, made for tests: nobody's product."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import strategies as st

from generator.criteria import ScoreSheet
from generator.registers import Registers


def halves(most: int) -> st.SearchStrategy[Decimal]:
    """Points from 0 to `most` in steps of a half: a mean of two members of a council."""
    return st.integers(0, 2 * most).map(lambda number: Decimal(number) / 2)


@st.composite
def filled(draw: st.DrawFn, registers: Registers) -> tuple[ScoreSheet, dict[str, Decimal]]:
    """Any set with points for every criterion; often many of them, as a low sum says little about stars."""
    sheet = registers.criteria.sheets[draw(st.integers(1, 26))]
    generous = draw(st.booleans())
    return sheet, {
        one.code: max(draw(halves(one.most)), draw(halves(one.most)) if generous else Decimal())
        for one in sheet.criteria
    }


def as_items(points: Mapping[str, Decimal]) -> list[dict[str, str]]:
    """Points as a record states them."""
    return [{"code": code, "points": str(one)} for code, one in points.items()]
