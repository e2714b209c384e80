"""Which pages a language has, and how each is made. A page is a small tuple until it is made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, TypeAlias

from generator import urls
from generator.catalogue.catalogue import Neighbours
from generator.catalogue.entry import Entry
from generator.pages import bundles, former, home, indexes, producer, product, programme
from generator.pages.cards import Cards
from generator.pages.contexts import HeadContext
from generator.pages.listings import INDEXES, ListingPages, page_count, paginate
from generator.pages.made_from import WHOLE, MadeFrom
from generator.pages.shell import Shell
from generator.pages.view import View
from generator.site import Work

SINGLE_LISTINGS = ("products", "export", "market")
DEPTHS = (1, 2, 3, 4)
"""Depths of the addresses of catalogue pages; one shell is needed for each."""


Parts: TypeAlias = "tuple[HeadContext, str]"
"""What fills the holes of a shell: the head, and the HTML of the content."""


class Page(NamedTuple):
    """A page to be made: what it is, of what, and which number of several."""

    kind: str
    key: str = ""
    number: int = 1


def plan_pages(view: View) -> list[Page]:
    """All pages of a language, in a fixed order."""
    return [
        Page("home"),
        Page("programme"),
        *(Page("index", kind, number) for kind in INDEXES for number in _numbers(indexes.index_pages(kind, view))),
        *_plan_listings(view),
        *(Page("bundle", str(number)) for number in view.bundles),
        *(Page("makers", str(number)) for number in view.makers),
        *(Page("former", one) for one in sorted(view.catalogue.ledger.former)),
        *(Page("product", entry.id) for entry in view.catalogue.entries if view.has_page(entry)),
    ]


def _numbers(pages: int) -> range:
    return range(1, pages + 1)


def _plan_listings(view: View) -> Iterator[Page]:
    registers = view.catalogue.registers
    keys: dict[str, list[str]] = {kind: [""] for kind in SINGLE_LISTINGS}
    keys |= {"stars": ["5", "4", "3"], "group": list(registers.groups), "province": list(registers.provinces)}
    keys["set"] = [one.id for one in registers.sets.values()]
    keys["producer"] = [] if view.makers else sorted(view.catalogue.producers)
    keys |= {kind: sorted(view.catalogue.keys(view.language, kind)) for kind in ("certification", "market_of")}
    for kind, names in keys.items():
        for key in names:
            held = len(view.catalogue.listing(view.language, kind, key))
            for number in _numbers(page_count(held, view.settings.page_size)):
                yield Page(kind, key, number)


def by_neighbourhood(pages: Sequence[Page], view: View) -> list[Page]:
    """The same pages, with products of one set and province together: they show each other's cards.

    Whoever makes such a part makes few cards that are made elsewhere too.
    """
    products = {page.key: page for page in pages if page.kind == "product"}
    near = sorted(view.catalogue.ranked[view.language], key=_neighbourhood)
    others = [page for page in pages if page.kind != "product"]
    return others + [products[entry.id] for entry in near if entry.id in products]


def _neighbourhood(entry: Entry) -> tuple[str, str]:
    return entry.set.id if entry.set else "", entry.province.id if entry.province else ""


def page_path(page: Page, language: str) -> str:
    """The address of a page, relative to the site's root."""
    if page.kind == "home":
        return urls.home(language)
    if page.kind == "programme":
        return urls.programme(language)
    if page.kind in ("product", "former"):
        return urls.product(language, page.key)
    if page.kind == "index":
        return urls.listing(language, page.key, "", page.number)
    return urls.listing(language, page.kind, page.key, page.number)


def depends_on_bundles(page: Page) -> bool:
    """Whether a page is there only where products or producers share pages; languages may differ in which do."""
    return page.kind in urls.ANCHORS or (page.kind == "index" and page.key in urls.ANCHORS)


def page_changed(page: Page, view: View) -> date | None:
    """The newest day stated by what a page shows; None when nothing states one."""
    if page.kind in WHOLE:
        return max((entry.changed for entry in view.catalogue.entries if entry.changed), default=None)
    if page.kind == "bundle":
        entries = view.bundles[int(page.key)]
    elif page.kind == "makers":
        makers = (one.facts.id for one in view.makers[int(page.key)])
        entries = [entry for one in makers for entry in view.catalogue.listing(view.language, "producer", one).entries]
    else:
        entries = view.catalogue.listing(view.language, page.kind, page.key).entries
    return max((entry.changed for entry in entries if entry.changed), default=None)


class PageMaker:
    """Makes the finished HTML of the pages of one language."""

    def __init__(
        self,
        cards: Cards,
        view: View,
        shells: Mapping[int, Shell],
        made_from: MadeFrom,
        neighbours: Neighbours,
        bundle_sheet: str,
    ) -> None:
        """`shells` has a shell for every depth of `DEPTHS`; `bundle_sheet` is the style sheet of shared pages."""
        self._bundle_sheet = bundle_sheet
        self._view = view
        self._made_from = made_from
        self._shells = shells
        self._cards = cards
        self._listings = ListingPages(view, self._cards)
        self._neighbours = neighbours
        self._entries = {entry.id: entry for entry in view.catalogue.entries}
        self._head = view.templates.get_template("head.html")

    def work(self, page: Page) -> Work:
        """What makes a page, and what it makes it from."""
        path = page_path(page, self._view.language)
        parts: Callable[[], Parts]
        if page.kind == "product":
            entry = self._entries[page.key]
            related = self._neighbours.related(entry)
            made_from, parts = self._made_from.product(entry, related), partial(self._product, entry, related)
        else:
            made_from, parts = self._fingerprint(page), partial(self._parts, page, path)
        return Work(path, made_from, lambda: [(path, self._finish(path, self._alternate(page, path), *parts()))])

    def make_again(self, old: Entry, new: Entry) -> tuple[str, str]:
        """The page of a product of which another record is known now, among the products that it stood among."""
        page, path = Page("product", new.id), urls.product(self._view.language, new.id)
        parts = self._product(new, self._neighbours.related(old))
        return path, self._finish(path, self._alternate(page, path), *parts)

    def _fingerprint(self, page: Page) -> str:
        if page.kind in WHOLE:
            return self._made_from.producers if page.key == "producer" else self._made_from.whole
        if page.kind == "producer":
            return self._made_from.producer(page.key, page.number)
        if page.kind == "former":
            return former.former_print(page.key, self._view, self._made_from, self._entries)
        if page.kind == "bundle":
            return self._made_from.bundle(self._view.bundles[int(page.key)])
        if page.kind == "makers":
            return self._made_from.makers([one.facts.id for one in self._view.makers[int(page.key)]])
        return self._made_from.listing(*page)

    def _finish(self, path: str, alternate: str, head: HeadContext, main: str) -> str:
        """The HTML of a page; `alternate` is the path in the other language."""
        shell = self._shells[path.count("/")]
        return shell.fill(self._head.render(page=head, t=self._view.texts), main, urls.link(alternate))

    def _alternate(self, page: Page, path: str) -> str:
        """Where the other language shows the same; the list of all products where none of its pages does."""
        view, places = self._view, self._view.catalogue.places
        other = next((one for one in view.settings.languages if one != view.language), view.language)
        if page.kind == "product":
            return places.product(other, self._entries[page.key])
        if page.kind == "producer" and other not in places.own_of_makers([other]):
            return places.producer(other, page.key)
        if depends_on_bundles(page) and other not in places.alike([other], view.language):
            return urls.listing(other, "products")
        return urls.other_language(path, other)

    def _parts(self, page: Page, path: str) -> Parts:
        """Head and content of any page but a product's."""
        view = self._view
        if page.kind == "home":
            return home.make_home_head(view), view.render("home.html", page=home.make_home(view, self._cards))
        if page.kind == "programme":
            return programme.make_programme_head(view), view.render(
                "programme.html", page=programme.make_programme(view)
            )
        if page.kind == "index":
            shown = indexes.make_index(page.key, view, page.number)
            return indexes.make_index_head(page.key, view, page.number), view.render("index.html", page=shown)
        if page.kind in ("producer", "former"):
            return self._producer(page, path) if page.kind == "producer" else self._former(page.key)
        if page.kind in urls.ANCHORS:
            shown_bundle = bundles.make_bundle(page.kind, int(page.key), view, self._cards, self._bundle_sheet)
            head = bundles.make_bundle_head(page.kind, int(page.key), view)
            return head, view.render(f"{page.kind}.html", page=shown_bundle)
        shown_listing = self._listings.make(*page)
        return self._listings.head(*page), view.render("listing.html", page=shown_listing)

    def _product(self, entry: Entry, related: list[Entry]) -> Parts:
        view = self._view
        shown = product.make_product(entry, view, self._cards, related)
        return product.make_product_head(entry, view), view.render("product.html", page=shown)

    def _former(self, product_id: str) -> Parts:
        shown = former.make_former(product_id, self._view, self._cards, self._entries)
        return former.make_former_head(product_id, self._view), self._view.render("former.html", page=shown)

    def _producer(self, page: Page, path: str) -> Parts:
        view = self._view
        one = view.catalogue.producers[page.key]
        entries = view.catalogue.listing(view.language, "producer", page.key).entries
        size = view.settings.page_size
        steps = paginate(view, "producer", page.key, page.number, page_count(len(entries), size))
        part = entries[(page.number - 1) * size : page.number * size]
        shown = producer.make_producer(one, view, self._cards, part, steps, page.number)
        return producer.make_producer_head(one, view, path), view.render("producer.html", page=shown)
