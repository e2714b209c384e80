"""A page that several products or producers share: the sheet of each, with an anchor. Which: `catalogue/places.py`."""

from collections.abc import Callable, Iterator, Sequence

from generator import urls
from generator.catalogue.entry import Entry
from generator.model import Producer
from generator.pages import structured
from generator.pages.cards import Cards
from generator.pages.contexts import (
    BundledMaker,
    BundledProduct,
    BundlePage,
    Crumb,
    Grid,
    HeadContext,
    PageLink,
    Phrase,
    ProductPage,
)
from generator.pages.head import encode, make_head, only_in
from generator.pages.listings import INDEXES
from generator.pages.producer import make_producer
from generator.pages.product import make_producer_node, make_product, make_product_node
from generator.pages.standings import make_badge
from generator.pages.view import View

_GRIDS = ("certificates", "awards", "proposals", "tests", "shops")


def make_bundle(kind: str, number: int, view: View, cards: Cards, sheet: str) -> BundlePage:
    """What the template of the kind is given for page `number`; `sheet` is the path of its own style sheet."""
    t = view.texts
    items: tuple[BundledProduct | BundledMaker, ...]
    if kind == "bundle":
        items = tuple(_product(entry, view, cards) for entry in view.bundles[number])
        count, href = view.count("listing.count", len(items)), urls.listing(view.language, "products")
    else:
        items = tuple(_maker(one.model, view, cards) for one in view.makers[number])
        count, href = view.count("makers.count", len(items)), urls.listing(view.language, "producer")
    lead, names, every, ways = (t[f"{kind}.{part}"] for part in ("lead", "names", "all", "ways"))
    title, crumbs = _title(kind, number, view), make_crumbs(kind, number, view)
    return BundlePage(urls.link(sheet), crumbs, title, lead, count, urls.link(href), ways, names, every, items)


def make_bundle_head(kind: str, number: int, view: View) -> HeadContext:
    """The head of page `number`: what machines are told of all that share it, as their own pages would tell it."""
    path = urls.listing(view.language, kind, str(number))
    languages = view.catalogue.places.alike(view.settings.languages, view.language)
    told = (
        _product_nodes(view.bundles[number], view)
        if kind == "bundle"
        else _maker_nodes([one.model for one in view.makers[number]], view)
    )
    nodes = [*told, encode(structured.breadcrumb_node(make_crumbs(kind, number, view), view))]
    names = ", ".join(phrase.text for phrase in _names(kind, number, view))
    words = _title(kind, number, view), view.texts.fill(f"{kind}.description", names=names)
    return only_in(languages, make_head(view, path, words, nodes), view, path)


def make_crumbs(kind: str, number: int, view: View) -> tuple[Crumb, ...]:
    """Home, what these pages are, the page."""
    home = Crumb(view.texts["site.home"], urls.link(urls.home(view.language)))
    above = Crumb(view.texts[f"index.{INDEXES[kind]}.title"], urls.link(urls.listing(view.language, kind)))
    return (home, above, Crumb(_title(kind, number, view)))


def _title(kind: str, number: int, view: View) -> str:
    return view.texts.fill(f"{kind}.title", number=view.number(number))


def _names(kind: str, number: int, view: View) -> Iterator[Phrase]:
    if kind == "bundle":
        yield from (view.heading(entry) for entry in view.bundles[number])
    else:
        yield from (view.original(one.model.name) for one in view.makers[number])


def _product_nodes(entries: Sequence[Entry], view: View) -> Iterator[str]:
    for entry in entries:
        yield encode(make_product_node(entry, view))
    makers = {entry.producer.id: entry.producer for entry in entries if entry.producer}
    yield from _maker_nodes(list(makers.values()), view)


def _maker_nodes(producers: Sequence[Producer], view: View) -> Iterator[str]:
    return (make_producer_node(producer, view) for producer in producers)


def _product(entry: Entry, view: View, cards: Cards) -> BundledProduct:
    made = make_product(entry, view, cards, [])
    name = entry.id
    return BundledProduct(
        name,
        f"{urls.ANCHORS['bundle']}{name}",
        made,
        tuple(picture for picture in made.pictures if not picture.placeholder),
        tuple(_grids(made)),
        _in_other_language(view, lambda other: view.catalogue.places.product(other, entry)),
    )


def _grids(made: ProductPage) -> Iterator[tuple[str, Grid]]:
    """The tables without anchors, which many on one page would share."""
    for name in _GRIDS:
        grid: Grid | None = getattr(made, name)
        if grid:
            yield name, grid._replace(id="")


def _maker(producer: Producer, view: View, cards: Cards) -> BundledMaker:
    """A producer with a line for each of its products."""
    entries = view.catalogue.listing(view.language, "producer", producer.id).entries
    return BundledMaker(
        f"{urls.ANCHORS['makers']}{producer.id}",
        make_producer(producer, view, cards, [], None, 1),
        tuple((_link(entry, view), make_badge(entry.standing, view)) for entry in entries),
        _in_other_language(view, lambda other: view.catalogue.places.producer(other, producer.id)),
    )


def _link(entry: Entry, view: View) -> PageLink:
    name = view.heading(entry)
    return PageLink(urls.link(view.place(entry)), name.text, lang=name.lang)


def _in_other_language(view: View, place: Callable[[str], str]) -> PageLink | None:
    """A link to where the other language has the same; None on a site in one."""
    other = next((one for one in view.settings.languages if one != view.language), None)
    return PageLink(urls.link(place(other)), view.texts["site.language"], lang=other) if other else None
