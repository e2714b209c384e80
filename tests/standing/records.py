"""Awards and proposals made from days: records hold text, so days are written out first."""

from datetime import date
from typing import TypeVar

from generator.model import Award, Proposal, Withdrawal
from generator.model.text import Part

Model = TypeVar("Model", bound=Part)


def _make(model: type[Model], fields: dict[str, object]) -> Model:
    written = {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
    return model.model_validate({name: value for name, value in written.items() if value is not None})


def make_award(**fields: object) -> Award:
    """An award."""
    return _make(Award, fields)


def make_withdrawal(day: date | None = None) -> Withdrawal:
    """A withdrawal, with or without its day."""
    return _make(Withdrawal, {"date": day})


def make_proposal(**fields: object) -> Proposal:
    """A proposal."""
    return _make(Proposal, fields)
