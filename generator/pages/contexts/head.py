"""`head.html` and `root.html`: what stands in the head of a page, and the page that offers the languages."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup


class Alternate(NamedTuple):
    """The same page in one language; ``lang`` may be ``x-default``."""

    lang: str
    href: str
    """Absolute."""


class SocialImage(NamedTuple):
    """The picture shown when the page is shared."""

    url: str
    """Absolute."""
    width: int
    height: int
    alt: str


class HeadContext(NamedTuple):
    """``head.html``: what stands in the head of one page, besides what the shell brings."""

    title: str
    """Complete, site name included."""
    description: str
    canonical: str
    """Absolute."""
    alternates: tuple[Alternate, ...]
    """Every language of the page, itself included, and x-default."""
    site_name: str
    locale: str
    """Open Graph form: vi_VN, en_GB."""
    other_locale: str | None
    kind: str = "website"
    """Open Graph type: website, product."""
    image: SocialImage | None = None
    structured: Markup | None = None
    """Serialised JSON-LD with every ``<`` escaped; None leaves the block out."""
    robots: str | None = None
    """For example ``noindex``; None leaves the tag out."""
    previous: str | None = None
    """Relative, for a page of a listing."""
    next: str | None = None
    sheet: str | None = None
    """Relative address of a style sheet that only this kind of page needs."""


class RootDoor(NamedTuple):
    """One language on the root page."""

    lang: str
    href: str
    """Relative: ``vi/``."""
    name: str
    """The language in itself."""
    title: str
    text: str
    action: str


class RootPage(NamedTuple):
    """``root.html``: a complete document; offers the languages."""

    title: str
    description: str
    canonical: str
    """Absolute."""
    alternates: tuple[Alternate, ...]
    site_name: str
    styles: str
    """Relative address of our stylesheet."""
    head_script: str
    """Relative address of the script that sets the colour scheme before the page is painted."""
    policy: str
    """The Content-Security-Policy."""
    doors: tuple[RootDoor, ...]
    structured: Markup | None = None
    icon: str = ""
    """Relative address of the icon."""
