"""Two states of a record in, the later one out as far as a workbook can have meant it.

What a workbook has no column for, it says nothing about; and texts that say the same stay as they were written.
"""

from collections.abc import Mapping
from typing import Any

from generator.records.books.joining import Page, canonical
from generator.records.books.layout import SheetPlan, Steps
from generator.records.raw import Raw


def settle(old: Any, new: Raw) -> Raw:
    """The new value; the old one wherever both say the same."""
    if type(old) is type(new) and canonical(old) == canonical(new):
        same: Raw = old
        return same
    if isinstance(old, dict) and isinstance(new, dict):
        return {name: settle(old.get(name), value) for name, value in new.items()}
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [settle(one, other) for one, other in zip(old, new, strict=True)]
    return new


def keep_unspoken(
    plan: SheetPlan, old: Mapping[str, Raw], new: dict[str, Raw], pages: Mapping[str, Page]
) -> dict[str, Raw]:
    """The new values, with the old ones of fields whose columns or sheets the workbook lacks."""
    page = pages.get(plan.mark)
    spoken = {column.steps for column in page.fields.values()} if page else set()
    for column in plan.columns:
        if column.steps not in spoken:
            _copy(old, new, column.steps)
    for steps, inner in plan.inner.items():
        if inner.mark not in pages:
            _copy(old, new, steps)
            continue
        before, after = _get(old, steps), _get(new, steps)
        if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
            for one, other in zip(before, after, strict=True):
                if isinstance(one, dict) and isinstance(other, dict):
                    keep_unspoken(inner, one, other, pages)
    return new


def _get(values: Any, steps: Steps) -> Any:
    for step in steps:
        values = values.get(step) if isinstance(values, dict) else None
    return values


def _copy(old: Mapping[str, Raw], new: dict[str, Raw], steps: Steps) -> None:
    value = _get(old, steps)
    if value:
        part: Any = new
        for step in steps[:-1]:
            part = part.setdefault(step, {})
        part[steps[-1]] = value
