"""A page that several products share: the sheet of each, with an anchor. Which ones they are: `catalogue/places.py`."""

from collections.abc import Iterator, Sequence

from generator import urls
from generator.catalogue.entry import Entry
from generator.pages import structured
from generator.pages.cards import Cards
from generator.pages.contexts import BundledProduct, BundlePage, Crumb, Grid, HeadContext, PageLink, ProductPage
from generator.pages.head import encode, make_head, only_in
from generator.pages.product import make_producer_node, make_product, make_product_node
from generator.pages.view import View

_GRIDS = ("certificates", "awards", "proposals", "tests", "shops")


def make_bundle(number: int, view: View, cards: Cards, sheet: str) -> BundlePage:
    """What `bundle.html` is given for page `number`; `sheet` is the path of its own style sheet."""
    entries = view.bundles[number]
    return BundlePage(
        styles=urls.link(sheet),
        crumbs=make_crumbs(number, view),
        title=_title(number, view),
        lead=view.texts["bundle.lead"],
        count=view.count("listing.count", len(entries)),
        all_href=urls.link(urls.listing(view.language, "products")),
        products=tuple(_product(entry, view, cards) for entry in entries),
    )


def make_bundle_head(number: int, view: View) -> HeadContext:
    """The head of page `number`: the facts of all its products for machines, as their own pages would have them."""
    entries = view.bundles[number]
    path = urls.listing(view.language, "bundle", str(number))
    languages = view.catalogue.places.alike(view.settings.languages, view.language)
    nodes = [*_nodes(entries, view), encode(structured.breadcrumb_node(make_crumbs(number, view), view))]
    names = view.texts.fill("bundle.description", names=", ".join(view.heading(entry).text for entry in entries))
    return only_in(languages, make_head(view, path, (_title(number, view), names), nodes), view, path)


def make_crumbs(number: int, view: View) -> tuple[Crumb, ...]:
    """Home, what these pages are, the page."""
    home = Crumb(view.texts["site.home"], urls.link(urls.home(view.language)))
    above = Crumb(view.texts["index.bundles.title"], urls.link(urls.listing(view.language, "bundle")))
    return (home, above, Crumb(_title(number, view)))


def other_place(entry: Entry, view: View) -> PageLink | None:
    """Where a product stands in the other language; None on a site in one."""
    other = next((one for one in view.settings.languages if one != view.language), None)
    if other is None:
        return None
    path = view.catalogue.places.product(other, entry)
    return PageLink(urls.link(path), view.texts["site.language"], lang=other)


def _title(number: int, view: View) -> str:
    return view.texts.fill("bundle.title", number=view.number(number))


def _nodes(entries: Sequence[Entry], view: View) -> Iterator[str]:
    for entry in entries:
        yield encode(make_product_node(entry, view))
    for producer in {entry.producer.id: entry.producer for entry in entries if entry.producer}.values():
        yield make_producer_node(producer, view)


def _product(entry: Entry, view: View, cards: Cards) -> BundledProduct:
    made = make_product(entry, view, cards, [])
    return BundledProduct(
        entry.product.id,
        f"{urls.ANCHOR}{entry.product.id}",
        made,
        tuple(picture for picture in made.pictures if not picture.placeholder),
        tuple(_grids(made)),
        other_place(entry, view),
    )


def _grids(made: ProductPage) -> Iterator[tuple[str, Grid]]:
    """The tables without anchors, which many on one page would share."""
    for name in _GRIDS:
        grid: Grid | None = getattr(made, name)
        if grid:
            yield name, grid._replace(id="")
