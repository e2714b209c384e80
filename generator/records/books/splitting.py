"""A record in, its rows for the sheets of a workbook out, and what of it has no place there."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.issues import Path
from generator.records.books.cells import fits, join_list
from generator.records.books.layout import SheetPlan, Steps, main_plan
from generator.records.raw import Kind, Raw


class Row(NamedTuple):
    """A row of a sheet: `numbers` are those of the items, from 1; `cells` texts by the number of the column."""

    plan: SheetPlan
    numbers: tuple[int, ...]
    cells: Mapping[int, str]


class Rows(NamedTuple):
    """The rows of a record, and the places of values that are in none: of another shape than the models, too long."""

    rows: list[Row]
    lost: list[Path]


def split(kind: Kind, values: Mapping[str, Raw]) -> Rows:
    """The rows of a record whose blank values were left out before; that of the record itself comes first."""
    found = Rows([], [])
    _Splitter(found).add(main_plan(kind), (), values, ())
    return found


class _Splitter:
    """Goes through a record and its lists."""

    def __init__(self, found: Rows) -> None:
        self._found = found

    def add(self, plan: SheetPlan, numbers: tuple[int, ...], values: Mapping[str, Raw], place: Path) -> None:
        """Add the row of a record or an item, then those of its lists."""
        cells: dict[int, str] = {}
        lists: list[tuple[SheetPlan, list[Raw], Path]] = []
        if not values:
            self._found.lost.append(place)
        for steps, value in _ends(plan, values, ()):
            at = (*place, *steps)
            inner = plan.inner.get(steps)
            if inner and isinstance(value, list):
                lists.append((inner, value, at))
            elif (text := _cell(plan, steps, value)) is not None:
                cells[plan.numbers[steps]] = text
            else:
                self._found.lost.append(at)
        self._found.rows.append(Row(plan, numbers, cells))
        for inner, items, at in lists:
            for number, item in enumerate(items):
                if isinstance(item, dict):
                    self.add(inner, (*numbers, number + 1), item, (*at, number))
                else:
                    self._found.lost.append((*at, number))


def _ends(plan: SheetPlan, values: Mapping[str, Raw], before: Steps) -> Iterator[tuple[Steps, Raw]]:
    """The values that are no parts, with their steps."""
    for name, value in values.items():
        steps = (*before, name)
        if isinstance(value, dict) and value and steps in plan.parts:
            yield from _ends(plan, value, steps)
        else:
            yield steps, value


def _cell(plan: SheetPlan, steps: Steps, value: Raw) -> str | None:
    """The text of a cell; None when the value has no cell."""
    number = plan.numbers.get(steps)
    if number is None:
        return None
    if plan.columns[number].form != "list":
        return value if isinstance(value, str) and fits(value) else None
    if not isinstance(value, list):
        return None
    items = [item for item in value if isinstance(item, str)]
    text = join_list(items)
    return text if len(items) == len(value) and fits(text) else None
