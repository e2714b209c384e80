"""`product.html` and `producer.html`: pages about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.pages.contexts.shared import (
    CardSection,
    Crumb,
    Enquiry,
    Grid,
    PageLink,
    Pagination,
    Phrase,
    Picture,
    Row,
    ScoreChart,
    Sheet,
    Source,
    Standing,
)


class ProducerView(NamedTuple):
    """Who makes the product, as shown on its page."""

    name: Phrase
    href: str
    kind: str | None
    """``producer.kind.<kind>``."""
    places: tuple[Row, ...]
    """Place today and place as stated in the decision; only the stated ones."""
    products: str
    """``producer.products`` filled with the number of its products."""


class Share(NamedTuple):
    """The block a reader copies into a message."""

    url: str
    """Absolute address of the page."""
    short: str
    """The short address, which never changes; empty without one."""
    names: str
    standing: str
    """Stars and standing on the as-of day, with that day; the script puts what holds on the reader's own day here."""
    producer: str | None


class ProductPage(NamedTuple):
    """``product.html``."""

    crumbs: tuple[Crumb, ...]
    name: Phrase
    """The Vietnamese name (with lang on an English page)."""
    other_name: Phrase | None
    """The English name, or the only other one; ``translated`` marks the catalogue's own."""
    summary: Phrase | None
    standing: Standing
    verdict: str
    """``standing.<state>.meaning`` filled: what the standing means for the reader, one sentence."""
    award: tuple[Row, ...]
    """Decision, date, expiry, authority, evidence of the award (or proposal) the standing rests on."""
    pictures: tuple[Picture, ...]
    """At least one; the placeholder when the record has none."""
    facts: tuple[Row, ...]
    """The strip a buyer decides by, six at most, only the stated; may be empty."""
    producer: ProducerView | None
    enquiry: Enquiry
    sheets: tuple[Sheet, ...]
    certificates: Grid | None
    awards: Grid | None
    """History, newest first."""
    proposals: Grid | None
    """What is no award: kept apart, under headings of its own."""
    tests: Grid | None
    shops: Grid | None
    """Where to buy at home: shops and e-commerce links."""
    story: tuple[Phrase, ...]
    """Paragraphs."""
    export_note: tuple[Phrase, ...]
    sources: tuple[Source, ...]
    evidence: str | None
    """``evidence.<grade>`` with the grade."""
    collections: tuple[PageLink, ...]
    """Listings the product stands in; a `note` names the day for those it stands in by its rating."""
    related: tuple[Markup, ...]
    """Cards, four at most."""
    share: Share
    tone: str = "food"
    """Group id, as in Card."""
    code: str | None = None
    """Official OCOP code, shown under the name when known."""
    brand: str | None = None
    ask: str = ""
    """Where an enquiry about the product is written."""
    scores: ScoreChart | None = None
    """The points of the award the standing rests on."""
    other_names: tuple[Phrase, ...] = ()
    """Names in further languages (fr, zh, ja, ko)."""
    correction: PageLink | None = None
    """Where a reader proposes a correction; leaves the site, or begins a letter."""


@dataclass(frozen=True, slots=True)
class ProducerPage:
    """``producer.html``."""

    crumbs: tuple[Crumb, ...]
    name: Phrase
    other_name: Phrase | None
    kind: str | None
    facts: tuple[Row, ...]
    """Place today and as stated, tax code, GLN, certificates it holds."""
    enquiry: Enquiry
    story: tuple[Phrase, ...]
    export_note: tuple[Phrase, ...]
    count: str
    """``listing.count`` filled."""
    sections: tuple[CardSection, ...]
    sources: tuple[Source, ...]
    pagination: Pagination | None = None
    """From page 2 on the facts are left out by giving none."""


class BundledProduct(NamedTuple):
    """A product on a page that it shares."""

    id: str
    anchor: str
    page: ProductPage
    """What a page of its own would show; cards of related products are left out."""
    pictures: tuple[Picture, ...]
    """Photos only."""
    grids: tuple[tuple[str, Grid], ...]
    """Its tables of several columns by name, without anchors."""
    alternate: PageLink | None
    """The product in the other language of the site."""


class BundledMaker(NamedTuple):
    """A producer on a page that it shares."""

    anchor: str
    page: ProducerPage
    """What a page of its own would show, without cards."""
    products: tuple[tuple[PageLink, Standing], ...]
    alternate: PageLink | None
    """The producer in the other language of the site."""


@dataclass(frozen=True, slots=True)
class BundlePage:
    """``bundle.html`` and ``makers.html``: products or producers that share a page."""

    styles: str
    """The style sheet that only these pages need."""
    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    count: str
    """``listing.count`` or ``makers.count`` filled."""
    all_href: str
    """The list of all of them, on whatever page they stand."""
    all_text: str
    names: str
    """Label of the list of names."""
    show_all: str
    """What leads from one of them to all on the page."""
    items: tuple[BundledProduct | BundledMaker, ...]
