"""Pages of listings: a title, cards in order, page numbers, and the way to narrower listings."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from math import ceil

from generator import urls
from generator.catalogue.entry import Entry
from generator.languages.folding import fold
from generator.languages.sorting import TONE_MARKS
from generator.pages import structured
from generator.pages.cards import Cards
from generator.pages.contexts import (
    CardSection,
    Crumb,
    HeadContext,
    Listing,
    PageLink,
    PageStep,
    Pagination,
    Phrase,
    Picture,
)
from generator.pages.head import make_head
from generator.pages.pictures import group_drawing
from generator.pages.view import View
from generator.registers import ProductSet

_PARENTS = {
    "stars": "stars",
    "group": "group",
    "set": "group",
    "province": "province",
    "certification": "certification",
    "market_of": "market_of",
}
RATED = ("stars", "export", "market")
"""Listings in which products stand by a rating that may lapse after the build: their numbers name the day."""
_SUBLINKS = {"group": "listing.sets", "products": "browse.ways"}
_NEAR = 2
A_TO_Z = "a-z"
"""Anchor of the list by letters on the first page of all products, where scripts show the browse page instead."""
WAYS_IN = {
    "group": "groups",
    "set": "sets",
    "province": "provinces",
    "stars": "levels",
    "certification": "certifications",
    "market_of": "markets",
    "producer": "producers",
    "export": "export",
}
"""Other ways into the catalogue, with the keys of their words in the navigation."""


def page_count(total: int, size: int) -> int:
    """How many pages `total` products need; an empty listing has one."""
    return max(1, ceil(total / size))


def paginate(view: View, kind: str, key: str, number: int, pages: int) -> Pagination | None:
    """Links to the first, the last and the nearest pages; None when there is only one."""
    if pages == 1:
        return None

    def href(page: int) -> str:
        path = urls.listing(view.language, kind, key, page)
        return urls.link(f"{path}#{A_TO_Z}" if kind == "products" and page == 1 else path)

    return Pagination(
        tuple(_steps(view, number, pages, href)),
        href(number - 1) if number > 1 else None,
        href(number + 1) if number < pages else None,
    )


def _steps(view: View, number: int, pages: int, href: Callable[[int], str]) -> Iterator[PageStep]:
    shown = sorted({1, pages, *range(max(1, number - _NEAR), min(pages, number + _NEAR) + 1)})
    last = 0
    for page in shown:
        if page > last + 1:
            yield PageStep(view.texts["pages.gap"])
        label = view.texts.fill("pages.current" if page == number else "pages.page", page=page)
        yield PageStep(view.number(page), href(page), page == number, label)
        last = page


class ListingPages:
    """Makes the pages of all listings of one language."""

    def __init__(self, view: View, cards: Cards) -> None:
        """Use the finished cards of the language."""
        self._view = view
        self._cards = cards

    def make(self, kind: str, key: str, number: int) -> Listing:
        """What `listing.html` is given for page `number` of a listing."""
        view = self._view
        entries = view.catalogue.listing(view.language, kind, key).entries
        size = view.settings.page_size
        shown = entries[(number - 1) * size : number * size]
        first = number == 1
        return Listing(
            crumbs=self.crumbs(kind, key),
            title=self.title(kind, key),
            count=self._count(kind, len(entries), number, len(shown)),
            sections=tuple(self._sections(kind, shown)),
            lead=self.lead(kind, key) if first else None,
            notes=(view.texts[f"listing.sort.{'name' if kind == 'products' else 'standing'}"],)
            if first and entries
            else (),
            sublinks=tuple(self._sublinks(kind, key)) if first else (),
            sublinks_title=view.texts[_SUBLINKS.get(kind, "listing.near")],
            letters=self._letters if kind == "products" else (),
            pagination=paginate(view, kind, key, number, page_count(len(entries), size)),
            picture=self._picture(kind, key),
            rows=kind == "products",
            empty_href=urls.link(urls.listing(view.language, "products")),
            browse_help=urls.link(urls.about(view.language, "buy")) if kind == "products" and first else "",
        )

    def head(self, kind: str, key: str, number: int) -> HeadContext:
        """The head of page `number` of a listing."""
        view = self._view
        listing = view.catalogue.listing(view.language, kind, key)
        size = view.settings.page_size
        title = self.title(kind, key).text
        if kind == "set":
            title = f"{self._set(key).number}. {title}"  # a group and its only set may share their name
        shown = listing.entries[(number - 1) * size : number * size]
        if number > 1:
            title = view.texts.fill("listing.page", title=title, page=number)
        count = view.count("listing.count", len(listing))
        description = f"{title}. {self.lead(kind, key) or ''} {view.dated(count) if kind in RATED else count}"
        nodes = [
            structured.list_node(shown, view, len(listing)),
            structured.breadcrumb_node(self.crumbs(kind, key), view),
        ]
        return make_head(view, urls.listing(view.language, kind, key, number), (title, description), nodes)

    def title(self, kind: str, key: str) -> Phrase:
        """The name of a listing."""
        view, registers = self._view, self._view.catalogue.registers
        if kind == "group":
            return view.phrase(registers.groups[key].name)
        if kind == "set":
            return view.phrase(self._set(key).name)
        if kind == "stars":
            return Phrase(view.texts[f"stars.{key}.title"])
        names = {
            "province": lambda: view.local(registers.provinces[key].full),
            "certification": lambda: registers.schemes[key].name,
            "market_of": lambda: view.country(key.upper()),
        }
        name = names[kind]() if kind in names else ""
        return Phrase(view.texts.fill(f"listing.{kind}.title", name=name))

    def lead(self, kind: str, key: str) -> str | None:
        """What is gathered here, in a sentence or two."""
        view, registers = self._view, self._view.catalogue.registers
        if kind == "stars":
            return view.texts[f"stars.{key}.meaning"]
        if kind == "province":
            return self._former(key)
        if kind == "certification":
            full = registers.schemes[key].full
            return view.local(full) if full else None
        if kind == "set":
            return view.texts.fill("listing.set.number", number=self._set(key).number)
        return view.texts.get(f"listing.{kind}.lead")

    def _former(self, key: str) -> str | None:
        """The provinces that make up one of today, when it is not simply itself."""
        names = [former.name for former in self._view.catalogue.registers.provinces[key].former]
        if len(names) < 2:  # noqa: PLR2004
            return None
        return self._view.texts.fill("listing.province.former", names=", ".join(names))

    def _set(self, key: str) -> ProductSet:
        return next(one for one in self._view.catalogue.registers.sets.values() if one.id == key)

    def _export_count(self, total: int) -> str:
        """How many are export-capable, and how many more state no validity: two numbers, never one."""
        view = self._view
        capable = sum(
            entry.standing.export_capable for entry in view.catalogue.listing(view.language, "export").entries
        )
        known = view.count("home.export.count", capable)
        return known if total == capable else f"{known}; {view.count('listing.export.more', total - capable)}"

    def _count(self, kind: str, total: int, number: int, shown: int) -> str:
        if not total:
            return self._view.texts["listing.empty"]
        count = self._counted(kind, total, number, shown)
        return self._view.dated(count) if kind in RATED else count

    def _counted(self, kind: str, total: int, number: int, shown: int) -> str:
        view = self._view
        if kind == "export" and number == 1:
            return self._export_count(total)
        if total <= view.settings.page_size:
            return view.count("listing.count", total)
        first = (number - 1) * view.settings.page_size + 1
        places = {"from": view.number(first), "to": view.number(first + shown - 1), "count": view.number(total)}
        return view.texts.fill("listing.range", **places)

    def _sections(self, kind: str, shown: Sequence[Entry]) -> Iterator[CardSection]:
        """One run of cards; the export listing keeps undated stars apart, the A-Z list its letters."""
        if kind == "products":
            yield from self._letter_sections(shown)
        elif kind == "export":
            known = [entry for entry in shown if entry.standing.in_force]
            unknown = [entry for entry in shown if not entry.standing.in_force]
            texts = self._view.texts
            if known:
                yield self._cards.section(known)
            if unknown:
                note = texts["listing.export.undated.note"]
                yield self._cards.section(unknown, texts["listing.export.undated"], note)
        elif shown:
            yield self._cards.section(list(shown))

    def _letter_sections(self, shown: Sequence[Entry]) -> Iterator[CardSection]:
        letters: dict[str, list[Entry]] = {}
        for entry in shown:
            letters.setdefault(self._letter(entry), []).append(entry)
        for letter, entries in letters.items():
            yield CardSection(tuple(self._cards.card(entry) for entry in entries), letter, id=anchor(letter))

    def _letter(self, entry: Entry) -> str:
        return first_letter(entry.facts.name, self._view.language)

    @cached_property
    def _letters(self) -> tuple[PageLink, ...]:
        """Each letter with the page and anchor it begins at; found once for all pages of the A-Z list."""
        path = partial(urls.listing, self._view.language, "products", "")
        pages = page_letters(self._view)
        return tuple(PageLink(urls.link(f"{path(page)}#{anchor(letter)}"), letter) for letter, page in pages.items())

    def _sublinks(self, kind: str, key: str) -> Iterator[PageLink]:
        """The sets of a group; the other sets of a set's group; the other star levels; other ways in."""
        view = self._view
        registers = view.catalogue.registers
        if kind in ("group", "set"):
            group = key if kind == "group" else self._set(key).group
            for one in registers.sets.values():
                if one.group == group and one.id != key:
                    yield from self._sublink("set", one.id, view.phrase(one.short))
        if kind in ("stars", "export", "market"):
            for level in ("5", "4", "3"):
                if level != key:
                    yield from self._sublink("stars", level, Phrase(view.texts[f"stars.{level}"]))
        if kind == "products":
            for way, name in WAYS_IN.items():
                yield PageLink(urls.link(urls.listing(view.language, way)), view.texts[f"nav.{name}"])

    def _sublink(self, kind: str, key: str, text: Phrase) -> Iterator[PageLink]:
        """A link to another listing, if it holds anything."""
        view = self._view
        held = len(view.catalogue.listing(view.language, kind, key))
        if held:
            href = urls.link(urls.listing(view.language, kind, key))
            yield PageLink(href, text.text, view.number(held), lang=text.lang)

    def _picture(self, kind: str, key: str) -> Picture | None:
        registers = self._view.catalogue.registers
        if kind == "group":
            return group_drawing(registers.groups[key])
        return group_drawing(registers.groups[self._set(key).group]) if kind == "set" else None

    def crumbs(self, kind: str, key: str) -> tuple[Crumb, ...]:
        """Home, the index of this kind of listing, the listing."""
        view, title = self._view, self.title(kind, key)
        crumbs = [Crumb(view.texts["site.home"], urls.link(urls.home(view.language)))]
        if kind in _PARENTS:
            parent = _PARENTS[kind]
            crumbs.append(
                Crumb(view.texts[f"index.{INDEXES[parent]}.title"], urls.link(urls.listing(view.language, parent)))
            )
        if kind == "set":
            group = view.catalogue.registers.groups[self._set(key).group]
            name = view.phrase(group.name)
            crumbs.append(Crumb(name.text, urls.link(urls.listing(view.language, "group", group.id)), name.lang))
        return (*crumbs, Crumb(title.text, None, title.lang))


INDEXES = {
    "stars": "stars",
    "group": "groups",
    "set": "sets",
    "province": "provinces",
    "producer": "producers",
    "certification": "certifications",
    "market_of": "markets",
    "product": "product_pages",
    "bundle": "bundles",
    "makers": "makers",
}
"""Text keys of the index pages by kind of listing; every folder of an address has one."""


def page_letters(view: View) -> dict[str, int]:
    """The letters of the A-Z list with the number of the page that each begins on."""
    pages: dict[str, int] = {}
    for position, entry in enumerate(view.catalogue.listing(view.language, "products").entries):
        letter = first_letter(entry.facts.name, view.language)
        pages.setdefault(letter, position // view.settings.page_size + 1)
    return pages


def first_letter(name: str, language: str) -> str:
    """The letter a name stands under: Đ and Ă are letters of their own in Vietnamese, not in English."""
    for letter in name:
        if letter.isalpha():
            return _base_letter(letter) if language == "vi" else fold(letter)[:1].upper()
        if letter.isdigit():
            return "0–9"
    return "#"


def _base_letter(letter: str) -> str:
    """A Vietnamese letter without its tone."""
    parts = unicodedata.normalize("NFD", letter.upper())
    kept = "".join(part for part in parts if part not in TONE_MARKS)
    return unicodedata.normalize("NFC", kept)


def anchor(letter: str) -> str:
    """The anchor of a letter in the A-Z list."""
    return "letter-" + "-".join(f"{ord(part):x}" for part in letter)
