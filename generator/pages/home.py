"""The home page of a language, and the root page that offers the languages."""

from collections.abc import Iterator

from generator import urls
from generator.catalogue.entry import Entry
from generator.pages import structured
from generator.pages.cards import Cards
from generator.pages.contexts import (
    CardSection,
    Door,
    Figure,
    GroupTile,
    HeadContext,
    HomePage,
    PageLink,
    RootDoor,
    RootPage,
    StarLine,
)
from generator.pages.head import alternates, make_head, serialise
from generator.pages.indexes import listing_link, province_links
from generator.pages.pictures import group_drawing
from generator.pages.texts import Texts
from generator.pages.view import View
from generator.registers import Group
from generator.settings import Settings

FEATURED = {5: 8, 4: 4}
"""How many export-capable cards of each star level stand on the home page."""
LEVELS = (5, 4, 3)
SETS_ON_A_TILE = 3


def make_home(view: View, cards: Cards) -> HomePage:
    """What `home.html` is given."""
    language = view.language
    return HomePage(
        search_action=urls.link(urls.listing(language, "products")),
        doors=tuple(_doors(view)),
        figures=tuple(_figures(view)),
        programme_href=urls.link(urls.programme(language)),
        featured=tuple(_featured(view, cards)),
        export_href=urls.link(urls.listing(language, "export")),
        groups=tuple(_tile(group, view) for group in view.catalogue.registers.groups.values()),
        groups_href=urls.link(urls.listing(language, "group")),
        provinces=tuple(province_links(view, only_held=True)),
        provinces_href=urls.link(urls.listing(language, "province")),
        stars=tuple(_star_line(level, view) for level in LEVELS),
        stars_href=urls.link(urls.about(language, "stars")),
        more=tuple(_more(view)),
        as_of=view.as_of,
    )


def make_home_head(view: View) -> HeadContext:
    """The head of the home page."""
    path = urls.home(view.language)
    return make_head(
        view, path, (view.texts["home.head"], view.texts["site.description"]), [structured.site_node(view)]
    )


def _export_capable(view: View) -> list[Entry]:
    """Products that are export-capable on the as-of date; undated ones are not counted."""
    listing = view.catalogue.listing(view.language, "export")
    return [entry for entry in listing.entries if entry.standing.export_capable]


def _doors(view: View) -> Iterator[Door]:
    market = len(view.catalogue.listing(view.language, "market"))
    for door, kind, held in (("export", "export", len(_export_capable(view))), ("market", "market", market)):
        count = view.dated(view.count(f"home.{door}.count", held))
        yield Door(door, urls.link(urls.listing(view.language, kind)), count, tuple(_door_links(door, view)))


def _door_links(door: str, view: View) -> Iterator[PageLink]:
    levels = (5, 4) if door == "export" else (3,)
    for level in levels:
        yield PageLink(urls.link(urls.listing(view.language, "stars", str(level))), view.texts[f"stars.{level}"])
    kinds = ("market_of", "certification") if door == "export" else ("province",)
    for kind in kinds:
        if view.catalogue.keys(view.language, kind):
            yield PageLink(urls.link(urls.listing(view.language, kind)), view.texts[_NAV[kind]])


_NAV = {
    "market_of": "nav.markets",
    "certification": "nav.certifications",
    "province": "nav.provinces",
    "producer": "nav.producers",
    "products": "nav.products",
    "stars": "nav.levels",
    "group": "nav.groups",
}


def _figures(view: View) -> Iterator[Figure]:
    catalogue, language, t = view.catalogue, view.language, view.texts
    counts = (
        ("products", len(catalogue.entries), urls.listing(language, "products")),
        ("in_force", len(catalogue.listing(language, "market")), urls.listing(language, "market")),
        ("producers", len(catalogue.producers), urls.listing(language, "producer")),
        ("provinces", len(catalogue.keys(language, "province")), urls.listing(language, "province")),
    )
    for name, held, path in counts:
        yield Figure(view.number(held), t[f"home.figure.{name}"], urls.link(path))


def _featured(view: View, cards: Cards) -> Iterator[CardSection]:
    capable = _export_capable(view)
    for level, most in FEATURED.items():
        entries = [entry for entry in capable if entry.standing.stars == level][:most]
        if entries:
            yield cards.section(entries, view.texts[f"home.featured.{level}"])


def _tile(group: Group, view: View) -> GroupTile:
    catalogue, language = view.catalogue, view.language
    held = len(catalogue.listing(language, "group", group.id))
    sets = [one for one in catalogue.registers.sets.values() if one.group == group.id]
    fullest = sorted(sets, key=lambda one: (-len(catalogue.listing(language, "set", one.id)), one.number))
    links = (listing_link(view, "set", one.id, view.local(one.short)) for one in fullest[:SETS_ON_A_TILE])
    return GroupTile(
        urls.link(urls.listing(language, "group", group.id)),
        view.local(group.name),
        view.count("count.products", held),
        group_drawing(group),
        group.id,
        tuple(link for link in links if link.count != view.number(0)),
    )


def _star_line(level: int, view: View) -> StarLine:
    held = len(view.catalogue.listing(view.language, "stars", str(level)))
    return StarLine(
        level,
        view.texts.fill("stars.label", stars=level),
        view.texts[f"stars.{level}.meaning"],
        urls.link(urls.listing(view.language, "stars", str(level))),
        view.count("count.products", held),
    )


def _more(view: View) -> Iterator[PageLink]:
    for kind in ("products", "producer", "certification", "market_of"):
        yield PageLink(urls.link(urls.listing(view.language, kind)), view.texts[_NAV[kind]])


def make_root(settings: Settings, texts: dict[str, Texts], files: dict[str, str], policy: str) -> RootPage:
    """What `root.html` is given: a document of its own that offers every language.

    `files` has the site-relative paths of styles, head_script and icon.
    """
    first = texts[settings.main_language]
    site = {
        "@type": "WebSite",
        "@id": f"{settings.site_url}#site",
        "url": settings.site_url,
        "name": settings.site_name,
    }
    doors = tuple(
        RootDoor(language, urls.home(language), t["root.name"], t["root.title"], t["root.text"], t["root.action"])
        for language, t in texts.items()
    )
    return RootPage(
        title=settings.site_name,
        description=first["site.description"],
        canonical=settings.site_url,
        alternates=alternates(settings, urls.home(settings.main_language)),
        site_name=settings.site_name,
        styles=files["styles"],
        head_script=files["head_script"],
        policy=policy,
        doors=doors,
        structured=serialise([site]),
        icon=files.get("icon", ""),
    )
