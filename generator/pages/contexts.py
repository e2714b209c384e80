"""What each template of ``theme/catalogue/`` is given, as frozen dataclasses.

In: nothing; out: the types only. Every text is finished and in the language of the page, every date and number is
already written for that language, every ``href`` and ``src`` is already relative to the page (absolute where said so).
A template is rendered with two names: ``page`` (the dataclass named after it) and ``t`` (the texts of the language
from ``theme/locales/``); ``card.html`` gets ``card`` and ``t``. Nothing here decides anything about a product.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

# Shared pieces


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and its language when that is not the language of the page."""

    text: str
    """The words, plain text; escaped by the template."""
    lang: str | None = None
    """BCP 47 tag, or None when the text is in the language of the page."""
    translated: bool = False
    """True when the words are the catalogue's own translation; the template says so."""


@dataclass(frozen=True, slots=True)
class Crumb:
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


@dataclass(frozen=True, slots=True)
class Picture:
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


@dataclass(frozen=True, slots=True)
class Standing:
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
    """JSON ``[["2024-07-01", "valid"], ["2027-01-02", "expiring"], ...]``, oldest first; empty when nothing can change."""


@dataclass(frozen=True, slots=True)
class Value:
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


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a product sheet: a label and one or more values, each on its own line."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of two columns; made only when at least one row is stated."""

    id: str
    """Anchor, unique in the page: identity, origin, content, packing, keeping, home, trade, markets, traceability."""
    caption: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of several columns (awards, certificates, tests, shops); on a phone each row becomes a block."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    """As many cells as there are columns; None is a cell with nothing stated. The first cell heads its row."""
    note: str | None = None
    """One line below the table."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record's facts come from."""

    title: str
    href: str | None = None
    """Absolute, leaves the site."""
    checked: str | None = None
    """The day it was last read, written for the language."""
    note: str | None = None
    lang: str | None = None
    """Language of title and note when not the page's."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a producer."""

    kind: str
    """email, phone, website, zalo, whatsapp, person or address; names the icon and ``contact.<kind>`` the label."""
    label: str
    text: str
    href: str | None = None
    """mailto:, tel: or https:; None prints the text only."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """What is always in reach on a product or producer page."""

    contacts: tuple[Contact, ...]
    """Stated ways to reach the producer, the best first; empty when none is stated."""
    primary: Contact | None
    """The one behind the button (its ``text`` is the button's words); None when no way is stated."""
    help_href: str
    """The how-to-buy page."""


@dataclass(frozen=True, slots=True)
class Card:
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
    facts: tuple[str, ...] = ()
    """At most three short trade facts: minimum order, certificate, market, price at home."""
    tone: str = "food"
    """Group id, tints the placeholder: food, beverages, herbs, handicrafts, ornamental, tourism."""


@dataclass(frozen=True, slots=True)
class CardSection:
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


@dataclass(frozen=True, slots=True)
class PageStep:
    """One number in the pagination; ``href`` None and ``current`` False is a gap."""

    text: str
    href: str | None = None
    current: bool = False
    label: str = ""
    """Spoken name (``pages.page`` filled); empty for a gap."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """Links between the pages of a listing; made only when there are two or more."""

    steps: tuple[PageStep, ...]
    previous: str | None = None
    """Address of the page before, None on the first."""
    next: str | None = None


# head.html


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in one language; ``lang`` may be ``x-default``."""

    lang: str
    href: str
    """Absolute."""


@dataclass(frozen=True, slots=True)
class SocialImage:
    """The picture shown when the page is shared."""

    url: str
    """Absolute."""
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class HeadContext:
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


# home.html


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


# listing.html


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


# index.html


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


# product.html and producer.html


@dataclass(frozen=True, slots=True)
class ProducerView:
    """Who makes the product, as shown on its page."""

    name: Phrase
    href: str
    kind: str | None
    """``producer.kind.<kind>``."""
    places: tuple[Row, ...]
    """Place today and place as stated in the decision; only the stated ones."""
    products: str
    """``producer.products`` filled with the number of its products."""


@dataclass(frozen=True, slots=True)
class Share:
    """The block a reader copies into a message."""

    url: str
    """Absolute address of the page."""
    text: str
    """Two or three lines: name, stars and standing, producer, address; plain text."""


@dataclass(frozen=True, slots=True)
class ProductPage:
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
    """History, newest first, proposals included and called so."""
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
    """Listings the product stands in: stars, group, set, province, markets, certifications."""
    related: tuple[Markup, ...]
    """Cards, four at most."""
    share: Share
    tone: str = "food"
    """Group id, as in Card."""
    code: str | None = None
    """Official OCOP code, shown under the name when known."""
    brand: str | None = None
    other_names: tuple[Phrase, ...] = ()
    """Names in further languages (fr, zh, ja, ko)."""


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


# root.html


@dataclass(frozen=True, slots=True)
class RootDoor:
    """One language on the root page."""

    lang: str
    href: str
    """Relative: ``vi/``."""
    name: str
    """The language in itself."""
    title: str
    text: str
    action: str


@dataclass(frozen=True, slots=True)
class RootPage:
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
