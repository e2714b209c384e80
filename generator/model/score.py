"""Points of a council: what its score sheet says, by part and by criterion."""

from generator.fields import Amount, Line, SetNumber
from generator.model.text import Many, Part


class CriterionScore(Part):
    """Points for one criterion of `registers/criteria.csv`."""

    code: Line
    """Number of the criterion on the score sheet, for example 1.3."""
    points: Amount


class Scores(Part):
    """A score sheet: points of the parts A, B and C, and of each criterion where the source states them."""

    set: SetNumber | None = None
    """The product set whose sheet was used, if it is not the set of the product."""
    a: Amount | None = None
    """Part A: product and strength of the community."""
    b: Amount | None = None
    """Part B: marketing."""
    c: Amount | None = None
    """Part C: quality."""
    criteria: Many[CriterionScore] = ()
