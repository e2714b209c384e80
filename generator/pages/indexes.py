"""Index pages: all groups with their sets, sets by number, provinces, producers, certificates, markets, star levels."""

from collections.abc import Iterator
from itertools import groupby

from generator import urls
from generator.model import Producer
from generator.pages import structured
from generator.pages.contexts import Crumb, HeadContext, IndexPage, IndexSection, PageLink
from generator.pages.head import make_head, only_in
from generator.pages.listings import INDEXES, RATED, WAYS_IN, first_letter, page_count, paginate
from generator.pages.pictures import group_drawing
from generator.pages.view import View
from generator.registers import Group, Province

PRODUCERS_ON_A_PAGE = 400


def index_pages(kind: str, view: View) -> int:
    """How many pages the index of a kind of listing has; none where no products share pages."""
    if kind in urls.ANCHORS:
        return int(bool(view.bundles if kind == "bundle" else view.makers))
    return page_count(len(view.catalogue.producers), PRODUCERS_ON_A_PAGE) if kind == "producer" else 1


def make_index(kind: str, view: View, number: int = 1) -> IndexPage:
    """What `index.html` is given for the index of a kind of listing."""
    name, t = INDEXES[kind], view.texts
    sections = {
        "group": _groups,
        "set": _sets,
        "province": _provinces,
        "certification": _certifications,
        "market_of": _markets,
        "stars": _stars,
        "product": _ways,
        "bundle": _ways,
        "makers": _ways_to_makers,
    }
    made = tuple(_producers(view, number) if kind == "producer" else sections[kind](view))
    return IndexPage(
        crumbs=make_crumbs(kind, view),
        title=t[f"index.{name}.title"],
        sections=made,
        lead=t[f"index.{name}.lead"],
        notes=(t.fill("home.as_of", date=view.as_of),) if kind in RATED else (),
        pagination=paginate(view, kind, "", number, index_pages(kind, view)),
        empty="" if made else t["index.empty"],
        empty_href=urls.link(urls.listing(view.language, "products")),
    )


def make_index_head(kind: str, view: View, number: int = 1) -> HeadContext:
    """The head of an index page."""
    name, t = INDEXES[kind], view.texts
    title = t[f"index.{name}.title"]
    if number > 1:
        title = t.fill("listing.page", title=title, page=number)
    nodes = [structured.breadcrumb_node(make_crumbs(kind, view), view)]
    path, words = urls.listing(view.language, kind, "", number), (title, t[f"index.{name}.lead"])
    head = make_head(view, path, words, nodes)
    if kind not in urls.ANCHORS:
        return head
    return only_in(view.catalogue.places.alike(view.settings.languages, view.language), head, view, path)


def make_crumbs(kind: str, view: View) -> tuple[Crumb, ...]:
    """Home and the index itself."""
    home = Crumb(view.texts["site.home"], urls.link(urls.home(view.language)))
    return (home, Crumb(view.texts[f"index.{INDEXES[kind]}.title"]))


def listing_link(
    view: View, kind: str, key: str, text: str, lang: str | None = None, note: str | None = None
) -> PageLink:
    """A link to a listing with the number of its products."""
    held = len(view.catalogue.listing(view.language, kind, key))
    return PageLink(urls.link(urls.listing(view.language, kind, key)), text, view.number(held), note, lang)


def _groups(view: View) -> Iterator[IndexSection]:
    for group in view.catalogue.registers.groups.values():
        name = view.phrase(group.name)
        yield IndexSection(
            tuple(set_links(group, view)),
            name.text,
            urls.link(urls.listing(view.language, "group", group.id)),
            view.number(len(view.catalogue.listing(view.language, "group", group.id))),
            picture=group_drawing(group),
            tone=group.id,
        )


def set_links(group: Group, view: View) -> Iterator[PageLink]:
    """The sets of a group, with their official numbers."""
    for one in view.catalogue.registers.sets.values():
        if one.group == group.id:
            name = view.phrase(one.name)
            yield listing_link(view, "set", one.id, f"{one.number}. {name.text}", name.lang)


def _sets(view: View) -> Iterator[IndexSection]:
    """All sets by their official numbers, whatever their group."""
    every = (link for group in view.catalogue.registers.groups.values() for link in set_links(group, view))
    yield IndexSection(tuple(every))


def _ways(view: View) -> Iterator[IndexSection]:
    """The lists by which each product is reached: who shortens the address of a product's page comes here."""
    kinds = {"products": "products", **WAYS_IN}
    links = (
        PageLink(urls.link(urls.listing(view.language, kind)), view.texts[f"nav.{name}"])
        for kind, name in kinds.items()
    )
    yield IndexSection(tuple(links))


def _ways_to_makers(view: View) -> Iterator[IndexSection]:
    """The list by which each producer is reached."""
    link = PageLink(urls.link(urls.listing(view.language, "producer")), view.texts["nav.producers"])
    yield IndexSection((link,))


def _provinces(view: View) -> Iterator[IndexSection]:
    yield IndexSection(tuple(province_links(view)))


def province_links(view: View, *, only_held: bool = False) -> Iterator[PageLink]:
    """Today's provinces in the alphabet of the language, with their former names."""
    key = view.sort_key
    names = {one.id: view.local(one.name) for one in view.catalogue.registers.provinces.values()}
    for one in sorted(view.catalogue.registers.provinces.values(), key=lambda one: key(names[one.id])):
        if not only_held or len(view.catalogue.listing(view.language, "province", one.id)):
            yield listing_link(view, "province", one.id, names[one.id], note=_former(one, view))


def _former(province: Province, view: View) -> str | None:
    names = [former.name for former in province.former]
    return view.texts.fill("index.provinces.former", names=", ".join(names)) if len(names) > 1 else None


def _producers(view: View, number: int) -> Iterator[IndexSection]:
    """Producers by letter, `PRODUCERS_ON_A_PAGE` a page."""
    every = view.producers_by_name
    shown = every[(number - 1) * PRODUCERS_ON_A_PAGE : number * PRODUCERS_ON_A_PAGE]
    for letter, group in groupby(shown, key=lambda one: first_letter(one.facts.name, view.language)):
        yield IndexSection(tuple(_producer_link(one.model, view) for one in group), letter)


def _producer_link(producer: Producer, view: View) -> PageLink:
    name = view.original(producer.name)
    place = view.catalogue.registers.province_today(producer.origin)
    held = len(view.catalogue.listing(view.language, "producer", producer.id))
    where = view.local(place.name) if place else None
    return PageLink(urls.link(view.place_of_maker(producer.id)), name.text, view.number(held), where, name.lang)


def _certifications(view: View) -> Iterator[IndexSection]:
    schemes = view.catalogue.registers.schemes
    held = sorted(view.catalogue.keys(view.language, "certification"), key=lambda key: schemes[key].name.lower())
    if held:
        yield IndexSection(tuple(listing_link(view, "certification", key, schemes[key].name) for key in held))


def _markets(view: View) -> Iterator[IndexSection]:
    names = {key: view.country(key.upper()) for key in view.catalogue.keys(view.language, "market_of")}
    held = sorted(names, key=lambda key: view.sort_key(names[key]))
    if held:
        yield IndexSection(tuple(listing_link(view, "market_of", key, names[key]) for key in held))


def _stars(view: View) -> Iterator[IndexSection]:
    for level in (5, 4, 3):
        held = len(view.catalogue.listing(view.language, "stars", str(level)))
        yield IndexSection(
            (),
            view.texts[f"stars.{level}.title"],
            urls.link(urls.listing(view.language, "stars", str(level))),
            view.number(held),
            view.texts[f"stars.{level}.meaning"],
            stars=level,
            stars_label=view.texts.fill("stars.label", stars=level),
        )
