"""How many products there are of what, on the as-of date: by province, group, stars, state, year, and last year.

Entries in, numbers out, in one pass. A product is counted once in each of them; what a record does not state is
counted under None. Knows no words and draws nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from generator.catalogue.entry import Entry
from generator.model import Award
from generator.standing import LOWEST_CERTIFIED, Standing, State

Part = Literal["export", "home", "undated", "none"]
"""What a product's stars amount to for a buyer: 4 or 5 in force, 3 in force, held without a known end, none held."""
PARTS: tuple[Part, ...] = ("export", "home", "undated", "none")

Row = TypeVar("Row")
Column = TypeVar("Column")


class Counts(Generic[Row, Column]):
    """Numbers of products by row and column; those that nobody counted are 0."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._counts: dict[Row, Counter[Column]] = {}

    def add(self, row: Row, column: Column) -> None:
        """Count a product."""
        self._counts.setdefault(row, Counter())[column] += 1

    def row(self, row: Row) -> Mapping[Column, int]:
        """The numbers of a row by column."""
        return self._counts.get(row, Counter())

    @property
    def rows(self) -> set[Row]:
        """All rows that have a product."""
        return set(self._counts)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The numbers of a catalogue. Provinces and groups are named by their ids; None stands for what is not stated."""

    provinces: Counts[str | None, Part] = field(default_factory=Counts)
    groups: Counts[str | None, Part] = field(default_factory=Counts)
    stars: Counts[int, Part] = field(default_factory=Counts)
    """Stars that are held."""
    states: Counts[State, int | None] = field(default_factory=Counts)
    """By the stars of the award that counts; None without an award, or with one that states fewer than 3 or none."""
    years: Counts[int | None, Part] = field(default_factory=Counts)
    """By the year of the award that counts; products without an award are left out."""
    ends: Counts[int, Part] = field(default_factory=Counts)
    """Ratings in force by the year of their last day."""


def count_products(entries: Iterable[Entry]) -> Statistics:
    """Count all products of a catalogue."""
    counted = Statistics()
    for entry in entries:
        part = part_of(entry.standing)
        counted.provinces.add(entry.province.id if entry.province else None, part)
        counted.groups.add(entry.group.id if entry.group else None, part)
        _count_award(entry.standing, part, counted)
    return counted


def _count_award(standing: Standing, part: Part, counted: Statistics) -> None:
    stars, award = standing.stars, standing.award
    counted.states.add(standing.state, stars if stars and stars >= LOWEST_CERTIFIED else None)
    if stars and standing.rated:
        counted.stars.add(stars, part)
    if award:
        counted.years.add(award_year(award), part)
    if standing.in_force and standing.expires:
        counted.ends.add(standing.expires.year, part)


def award_year(award: Award) -> int | None:
    """The year of an award, where anything states it."""
    return award.issued.year if award.issued else award.year


def part_of(standing: Standing) -> Part:
    """What the stars of a product amount to."""
    if standing.export_capable:
        return "export"
    if standing.in_force:
        return "home"
    return "undated" if standing.rated else "none"
