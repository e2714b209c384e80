"""`quality.html` and `quality_list.html`: what officers can still do for records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.pages.contexts.lists import Figure
from generator.pages.contexts.shared import Crumb, Grid, PageLink, Pagination, Phrase


class Remark(NamedTuple):
    """A finding that says more than that something is lacking."""

    label: str
    text: str
    """A day, a name, an address; an address is never a link."""
    href: str | None = None
    """The page of a twin."""
    file: str | None = None
    """Given when it does not stand in the product's own file."""


class QualityRow(NamedTuple):
    """A product with what there is to do about it."""

    name: Phrase
    href: str
    file: str
    """The file to open, relative to the project."""
    score: str
    lacking: str
    """Everything that is lacking in the product's own file, in one line; empty for nothing."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class QualityList:
    """``quality_list.html``: the products of a province, one page of them."""

    crumbs: tuple[Crumb, ...]
    title: str
    count: str
    calendar: PageLink | None
    """The calendar file of the province's deadlines; first page only."""
    deadlines: Grid | None
    """The next deadlines; first page only."""
    rows: tuple[QualityRow, ...]
    pagination: Pagination | None


@dataclass(frozen=True, slots=True)
class QualityPage:
    """``quality.html``: numbers of all provinces, and the formula of the score."""

    crumbs: tuple[Crumb, ...]
    as_of: str
    """The day the findings were worked out for, written for the language."""
    figures: tuple[Figure, ...]
    kinds: Grid
    """Each kind of finding with its number, its points, and what to do."""
    provinces: Grid | None
