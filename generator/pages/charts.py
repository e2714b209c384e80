"""Charts: numbers in rows and columns become tables whose rows are drawn as bars, pieces of which stand for columns."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from generator.pages.contexts import Bar, Chart, ChartColumn, ChartRow
from generator.pages.view import View

Key = TypeVar("Key", bound=Hashable)


class Counted(NamedTuple):
    """A row before it is drawn: what it is called, where it leads, and its numbers by column."""

    label: str
    href: str | None
    numbers: Mapping[Any, int]


def make_chart(
    view: View, name: str, columns: Mapping[Key, ChartColumn], rows: Iterable[Counted], note: str | None = None
) -> Chart:
    """The chart called `name`, whose words are `programme.<name>.*` of the locale; `columns` in their order."""
    held = [(row, [row.numbers.get(key, 0) for key in columns]) for row in rows]
    longest = max((sum(numbers) for _, numbers in held), default=0)
    sums = [sum(numbers) for numbers in zip(*(numbers for _, numbers in held), strict=True)] or [0] * len(columns)
    fills = [column.fill for column in columns.values()]
    return Chart(
        name,
        view.texts[f"programme.{name}.title"],
        view.texts[f"programme.{name}.lead"],
        view.texts[f"programme.{name}.heading"],
        tuple(columns.values()),
        tuple(_row(row, numbers, tuple(_bars(numbers, fills, longest)), view) for row, numbers in held),
        _row(Counted(view.texts["programme.total"], None, {}), sums, (), view),
        note,
    )


def _row(row: Counted, numbers: Sequence[int], bars: tuple[Bar, ...], view: View) -> ChartRow:
    return ChartRow(row.label, row.href, bars, tuple(map(view.number, numbers)), view.number(sum(numbers)))


def _bars(numbers: Sequence[int], fills: Sequence[int], longest: int) -> Iterator[Bar]:
    before = 0
    for number, fill in zip(numbers, fills, strict=True):
        if number:
            yield Bar(fill, _percent(before, longest), _percent(number, longest))
        before += number


def _percent(number: int, whole: int) -> str:
    return f"{round(10_000 * number / whole) / 100:g}%"
