"""Awards and proposals: what an authority decided about stars, and what is not a decision."""

from typing import Any, Literal, Self

from pydantic import model_validator

from generator.fields import Amount, Day, Line, Month, Stars, Year, mistake
from generator.model.score import Scores
from generator.model.text import LocalText, Part

Evidence = Literal["A", "B1", "B2", "C"]
Level = Literal["ministry", "province", "district"]
AwardKind = Literal["first", "upgrade", "downgrade", "renewal"]
WithdrawalReason = Literal["not-renewed", "standards", "false-documents", "law", "mark-misuse", "stopped", "other"]


def check_month(month: str, other: str) -> None:
    """Raise when a month is not in the year or of the day `other`."""
    if not other.startswith(month[: len(other)]):
        raise mistake("award-month", month, other=other)


class Withdrawal(Part):
    """An award that was taken back or dropped from the list (Decision 26/2026/QĐ-TTg, article 8)."""

    date: Day | None = None
    decision: Line | None = None
    reason: WithdrawalReason | None = None
    """Blank when the source does not state it."""
    note: LocalText | None = None


class _Dated(Part):
    """What happened on a day of which perhaps only the month or the year is known."""

    @model_validator(mode="before")
    @classmethod
    def know_the_year(cls, values: Any) -> Any:
        """A month that is stated states its year; nothing else is made up."""
        month = values.get("month") if isinstance(values, dict) else None
        if isinstance(month, str) and month[:4].isdecimal() and not values.get("year"):
            return {**values, "year": month[:4]}
        return values


class Award(_Dated):
    """One dated star rating that an authority gave. A proposal or a council's result is not an award."""

    stars: Stars | None = None
    """Stars of the decision; blank when the source does not name them."""
    level: Level | None = None
    """Level of the authority."""
    authority: Line | None = None
    decision: Line | None = None
    issued: Day | None = None
    month: Month | None = None
    """Month of the award, when the day is not known."""
    year: Year | None = None
    """Year of the award or its round, when the day is not known."""
    expires: Day | None = None
    """Last day of validity, only if the source states it; otherwise it is computed from `issued`."""
    extended: Day | None = None
    """Last day of an extension while re-assessment is pending, if one was announced."""
    withdrawn: Withdrawal | None = None
    kind: AwardKind | None = None
    score: Amount | None = None
    """Points in all: the mean of the council."""
    scores: Scores | None = None
    """What the points are made of, if the source states it."""
    evidence: Evidence | None = None
    note: LocalText | None = None

    @model_validator(mode="after")
    def dates_in_order(self) -> Self:
        """An award ends after it begins, an extension after the end, and a score is at most 100."""
        if self.month and (self.issued or self.year):
            check_month(self.month, str(self.issued or self.year))
        if self.issued and self.expires and self.expires <= self.issued:
            raise mistake("award-dates", self.expires, issued=self.issued)
        if self.expires and self.extended and self.extended <= self.expires:
            raise mistake("award-extension-dates", self.extended, expires=self.expires)
        if self.score is not None and self.score > 100:  # noqa: PLR2004  the scale of the law ends at 100
            raise mistake("award-score", self.score)
        return self


class Proposal(_Dated):
    """Stars that somebody proposed or a council counted, without a decision: "potential 5 stars"."""

    stars: Stars | None = None
    authority: Line | None = None
    decision: Line | None = None
    date: Day | None = None
    month: Month | None = None
    year: Year | None = None
    score: Amount | None = None
    evidence: Evidence | None = None
    note: LocalText | None = None

    @model_validator(mode="after")
    def month_fits(self) -> Self:
        """A month is that of the day and of the year, where these are stated too."""
        if self.month and (self.date or self.year):
            check_month(self.month, str(self.date or self.year))
        return self
