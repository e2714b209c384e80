"""`home.html`, `listing.html` and `index.html`: pages that lead on to others."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.contexts.shared import CardSection, Crumb, PageLink, Pagination, Phrase, Picture


@dataclass(frozen=True, slots=True)
class Door:
    """One of the two ways into the catalogue; its words are ``home.<id>.*`` of the locale."""

    id: str
    """export or market."""
    href: str
    count: str
    """Sentence with the true count (``home.export.count`` filled)."""
    links: tuple[PageLink, ...] = ()
    """A few ways further in: 5 stars, markets, certificates; 3 stars, provinces."""


@dataclass(frozen=True, slots=True)
class GroupTile:
    """One of the six groups with its drawing and some of its sets."""

    href: str
    name: str
    count: str
    """Number with its noun: ``128 sản phẩm``."""
    picture: Picture
    tone: str
    sets: tuple[PageLink, ...] = ()
    """The fullest sets of the group, three at most."""


@dataclass(frozen=True, slots=True)
class StarLine:
    """What one star level means, in one line."""

    stars: int
    stars_label: str
    text: str
    href: str
    """The listing of the level."""
    count: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A true count: ``240`` ``sản phẩm``."""

    value: str
    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class HomePage:
    """``home.html``."""

    search_action: str
    """Where the search form leads: the list of all products."""
    doors: tuple[Door, ...]
    figures: tuple[Figure, ...]
    """Products, in force, producers, provinces."""
    programme_href: str
    """The page of numbers."""
    featured: tuple[CardSection, ...]
    """Export-capable cards: 5 stars, then 4; empty sections are left out."""
    export_href: str
    groups: tuple[GroupTile, ...]
    groups_href: str
    provinces: tuple[PageLink, ...]
    """In the order of the language's alphabet, with counts, those without products left out."""
    provinces_href: str
    stars: tuple[StarLine, ...]
    stars_href: str
    """The hand-written page on the meaning of the stars."""
    more: tuple[PageLink, ...]
    """Producers, certifications, markets, all products."""
    as_of: str
    """The day the standings were worked out, written for the language."""


@dataclass(frozen=True, slots=True)
class Listing:
    """``listing.html``: any list of products, one page of it."""

    crumbs: tuple[Crumb, ...]
    title: Phrase
    count: str
    """``listing.range`` or ``listing.count`` filled; ``listing.empty`` when there is none."""
    sections: tuple[CardSection, ...]
    """Empty when the listing has no product."""
    lead: str | None = None
    """One or two sentences on what is gathered here; first page only."""
    notes: tuple[str, ...] = ()
    """Smaller remarks: former provinces, how it is sorted, what "validity not stated" means."""
    sublinks: tuple[PageLink, ...] = ()
    """Narrower or neighbouring listings: sets of a group, groups of a province."""
    sublinks_title: str = ""
    letters: tuple[PageLink, ...] = ()
    """A-Z bar; each leads to the page and anchor of its letter."""
    pagination: Pagination | None = None
    picture: Picture | None = None
    """Drawing of the group, for group and set listings."""
    rows: bool = False
    """True lays the cards out as lines with a small picture, for the A-Z list."""
    empty_href: str = ""
    """Where an empty listing leads on to: the list of all products."""
    browse_help: str = ""
    """Given for the page that scripts turn into the browse page: where readers find help; empty for others."""


@dataclass(frozen=True, slots=True)
class IndexSection:
    """A block of an index page: a group with its sets, a letter with its producers, or the only block."""

    links: tuple[PageLink, ...]
    title: str | None = None
    href: str | None = None
    count: str | None = None
    text: str | None = None
    picture: Picture | None = None
    tone: str = ""
    stars: int | None = None
    """Draws the symbols of a star level before the title; ``text`` says what it means."""
    stars_label: str = ""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """``index.html``: groups, provinces, producers, certifications, markets or star levels with counts."""

    crumbs: tuple[Crumb, ...]
    title: str
    sections: tuple[IndexSection, ...]
    lead: str | None = None
    notes: tuple[str, ...] = ()
    letters: tuple[PageLink, ...] = ()
    pagination: Pagination | None = None
    empty: str = ""
    """Said when there are no sections (``index.empty``)."""
    empty_href: str = ""
