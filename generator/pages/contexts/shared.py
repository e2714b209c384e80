"""Pieces that several templates share: phrases, links, pictures, badges, values, tables, cards, pagination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup


class Phrase(NamedTuple):
    """A text and its language when that is not the language of the page."""

    text: str
    """The words, plain text; escaped by the template."""
    lang: str | None = None
    """BCP 47 tag, or None when the text is in the language of the page."""
    translated: bool = False
    """True when the words are the catalogue's own translation; the template says so."""


class Crumb(NamedTuple):
    """One step of the path above a page; the last one, the page itself, has no ``href``."""

    text: str
    href: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to another page of the catalogue."""

    href: str
    text: str
    count: str | None = None
    """Number of products behind the link, written for the language (``1.234``); None leaves it out."""
    note: str | None = None
    """A second, smaller line: former names of a province, place of a producer."""
    lang: str | None = None
    current: bool = False
    """True when the link leads to the page it stands on (``aria-current``)."""


class Picture(NamedTuple):
    """A photo of the product, or the drawing that stands for its group."""

    src: str
    width: int
    height: int
    alt: str
    """Empty for a placeholder."""
    placeholder: bool = False
    """True for a drawing from ``assets/placeholders/``: it is framed differently and never called a photo."""
    srcset: str = ""
    """``a-400.webp 400w, a-800.webp 800w``; empty leaves the attribute out."""
    credit: str | None = None
    """Who made the picture and under which licence."""
    alt_lang: str | None = None


class Standing(NamedTuple):
    """What the awards amount to on the as-of day, ready to print."""

    state: str
    """One of valid, expiring, grace, lapsed, withdrawn, undated, proposed, unrated."""
    label: str
    """``standing.<state>.label`` of the locale with its places filled; for unrated likewise."""
    stars: int | None = None
    """3, 4 or 5 draws that many star symbols; must be None unless the state is valid, expiring, grace or undated."""
    stars_label: str = ""
    """Spoken name of the symbols (``stars.label`` filled); empty when ``stars`` is None."""
    number: int | None = None
    """The stars the label speaks of, also when none are drawn (lapsed); the script fills ``{stars}`` from it."""
    date: str = ""
    """The date the label speaks of, written for the language; the script fills ``{date}`` from it."""
    transitions: str = ""
    """JSON ``[["2024-07-01", "valid"], ["2027-01-02", "expiring"], ...]``, oldest first; empty when nothing changes."""


class Value(NamedTuple):
    """One value in a table or in the strip of facts."""

    text: str
    lang: str | None = None
    href: str | None = None
    """Makes the value a link. Addresses that leave the site must have passed the URL allow-list."""
    external: bool = False
    """True for a link that leaves the catalogue (gets ``rel``)."""
    note: str | None = None
    """A smaller remark after the value: ``per case``, ``valid until 31/12/2026``."""
    inferred: bool = False
    """Marked "suy ra / inferred"."""
    translated: bool = False
    """Marked "bản dịch của danh mục / catalogue's translation"."""
    below: bool = False
    """True for a value that stands below another one in its row."""
    until: str = ""
    """Its last day, YYYY-MM-DD, for what runs out; the script marks it as expired from the next day on."""
    past: bool = False
    """Whether that day was over on the as-of day."""


class Row(NamedTuple):
    """A line of a product sheet: a label with a plain text, or with one or more values, each on its own line."""

    label: str
    text: str | None
    values: tuple[Value, ...] = ()
    """Empty where there is a text."""


class Sheet(NamedTuple):
    """A table of two columns; made only when at least one row is stated."""

    id: str
    """Anchor, unique in the page: identity, origin, content, packing, keeping, home, trade, markets, traceability."""
    caption: str
    rows: tuple[Row, ...]


class Cell(NamedTuple):
    """What a table of several columns says in one place: plain text, or a value with more to it, or nothing."""

    label: str | None
    """The label of its column; None for the cell that heads the row."""
    text: str | None
    value: Value | None = None


class Grid(NamedTuple):
    """A table of several columns (awards, certificates, tests, shops); on a phone each row becomes a block."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """As many cells as there are columns; the first heads its row."""
    note: str | None = None
    """One line below the table."""


class ScoreLine(NamedTuple):
    """A part of the points, or all of them."""

    label: str
    text: str
    """``36 / 40 điểm``."""
    length: str = ""
    """Of the bar, 0 to 100; empty where the maximum is not known and no bar can be drawn."""


class ScoreChart(NamedTuple):
    """The points of an award by part, as a table with bars."""

    caption: str
    lines: tuple[ScoreLine, ...]
    total: ScoreLine | None
    note: str


class Source(NamedTuple):
    """Where a record's facts come from."""

    title: str
    href: str | None = None
    """Absolute, leaves the site."""
    checked: str | None = None
    """The day it was last read, written for the language."""
    note: Phrase | None = None
    note_label: str | None = None
    """What a note in another language is folded under; None where it can be read as it is."""
    evidence: str | None = None
    """``evidence.full`` filled, where the source itself states a grade."""


class Contact(NamedTuple):
    """One way to reach a producer."""

    kind: str
    """email, phone, website, zalo, whatsapp, person or address; names the icon and ``contact.<kind>`` the label."""
    label: str
    text: str
    href: str | None = None
    """mailto:, tel: or https:; None prints the text only."""


class Enquiry(NamedTuple):
    """What is always in reach on a product or producer page."""

    contacts: tuple[Contact, ...]
    """Stated ways to reach the producer, the best first; empty when none is stated."""
    primary: Contact | None
    """The one behind the button (its ``text`` is the button's words); None when no way is stated."""
    help_href: str
    """The how-to-buy page."""


class CardFact(NamedTuple):
    """A short trade fact; `until` and `past` as in Value."""

    text: str
    until: str = ""
    past: bool = False


class Card(NamedTuple):
    """A product in a listing; given to ``card.html`` as ``card``.

    Rendered once per product, language and depth; listings, home, producer and product pages take the finished
    markup, so that one card can stand in many listings at no cost.
    """

    href: str
    name: Phrase
    """The Vietnamese name; in its own language when the record has no Vietnamese one."""
    gloss: Phrase | None
    """The name in the other language, or the one-line summary; None when neither is stated."""
    producer: Phrase | None
    province: str | None
    """Today's province."""
    standing: Standing
    picture: Picture
    facts: tuple[CardFact, ...] = ()
    """At most three short trade facts: minimum order, certificate, market, price."""
    tone: str = "food"
    """Group id, tints the placeholder: food, beverages, herbs, handicrafts, ornamental, tourism."""


class CardSection(NamedTuple):
    """A run of cards under an optional heading."""

    cards: tuple[Markup, ...]
    """Each rendered by ``card.html``."""
    title: str | None = None
    """None for the one section of a plain listing; the template then prints a hidden heading."""
    note: str | None = None
    id: str | None = None
    """Anchor, for a letter of the A-Z list."""
    lang: str | None = None
    """Language of the title when not the page's."""


class PageStep(NamedTuple):
    """One number in the pagination; ``href`` None and ``current`` False is a gap."""

    text: str
    href: str | None = None
    current: bool = False
    label: str = ""
    """Spoken name (``pages.page`` filled); empty for a gap."""


class Pagination(NamedTuple):
    """Links between the pages of a listing; made only when there are two or more."""

    steps: tuple[PageStep, ...]
    previous: str | None = None
    """Address of the page before, None on the first."""
    next: str | None = None
