"""What the pages of short codes and of products that left are given."""

from typing import NamedTuple

from generator.pages.contexts.shared import CardSection, Crumb, PageLink, Phrase, Row


class ShortDoor(NamedTuple):
    """One language on the page of a short code."""

    lang: str
    href: str
    """Relative."""
    action: str
    told: str
    """That the product left, and when; empty for a product of the catalogue."""


class ShortPage(NamedTuple):
    """``short.html``: a complete document; leads to a product in every language of the site."""

    title: str
    description: str
    names: tuple[Phrase, ...]
    """Each with its language."""
    canonical: str
    """Absolute."""
    site_name: str
    home: str
    """Relative, like the next five."""
    icon: str
    styles: str
    head_script: str
    script: str
    """Goes on at once in the language of the browser."""
    policy: str
    address: str
    """The short address or that of the article number, absolute."""
    doors: tuple[ShortDoor, ...]
    lang: str
    """Main language of the site."""
    linkset: str = ""
    """Relative address of what machines are told of an article number."""


class FormerStep(NamedTuple):
    """Something that happened to a product that left."""

    text: str
    goal: PageLink | None = None
    """Where it goes on."""


class FormerPage(NamedTuple):
    """``former.html``."""

    crumbs: tuple[Crumb, ...]
    name: Phrase
    other_name: Phrase | None
    steps: tuple[FormerStep, ...]
    note: str
    """In Vietnamese; empty when not stated."""
    award: tuple[Row, ...]
    told: str
    """How the award is to be understood, or that there was none."""
    links: tuple[PageLink, ...]
    near: tuple[CardSection, ...]
    address: str
    """The short address, absolute; empty without one."""
