"""`programme.html`: numbers of the whole catalogue as charts with their tables, and a map of the provinces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.pages.contexts.lists import Figure
from generator.pages.contexts.shared import Crumb


class Bar(NamedTuple):
    """A piece of a bar; its places are percentages of the longest bar of the chart, written for SVG."""

    fill: int
    """Which of the patterns `bar-1` to `bar-4` fills it, the densest first."""
    x: str
    width: str


class ChartColumn(NamedTuple):
    """What a piece of each bar and a column of the table stand for."""

    fill: int
    label: str


class ChartRow(NamedTuple):
    """A row of a table with its bar; the bar says nothing that the numbers do not."""

    label: str
    href: str | None
    bars: tuple[Bar, ...]
    """Without pieces of no length."""
    numbers: tuple[str, ...]
    """One for each column, written for the language."""
    total: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of numbers whose rows are drawn as bars."""

    id: str
    """Anchor, unique in the page."""
    title: str
    lead: str
    heading: str
    """What the rows are: province, group, year."""
    columns: tuple[ChartColumn, ...]
    rows: tuple[ChartRow, ...]
    sums: ChartRow
    """The sums of the columns; has no bar."""
    note: str | None = None


class Archipelago(NamedTuple):
    """Islands far off the coast of a province: always drawn, always named."""

    path: str
    name: str
    province: str
    """The province in brackets, which is drawn below the name."""
    x: int
    y: int


class ProvinceShape(NamedTuple):
    """A province on the map, which leads to the list of its products."""

    path: str
    href: str | None
    """None for a shape that the register of provinces does not know."""
    label: str
    """Name and number, for tooltips and screen readers."""
    fill: int
    """Its class: 0 without products, else which of the patterns `map-1` to `map-4` fills it."""
    number: str
    """Empty for none."""
    x: int
    y: int
    archipelago: Archipelago | None = None


class MapClass(NamedTuple):
    """A line of the legend."""

    fill: int
    label: str
    provinces: str
    """How many provinces there are of the class, with the noun."""


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """The map of the provinces, from north to south."""

    view_box: str
    shapes: tuple[ProvinceShape, ...]
    legend: tuple[MapClass, ...]


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """``programme.html``."""

    crumbs: tuple[Crumb, ...]
    as_of: str
    """The day the standings were worked out, written for the language."""
    figures: tuple[Figure, ...]
    map: ProvinceMap
    provinces: Chart
    """The numbers of the map, and more."""
    charts: tuple[Chart, ...]
