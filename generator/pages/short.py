"""The pages of short codes, `p/<code>/`: each leads to its product, in the language of the reader.

Small documents of their own, made in groups of neighbouring codes: what is left out or made anew is a group.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from generator import urls
from generator.assets import Assets
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.marks import Marks
from generator.codes.ledger import Former
from generator.fingerprints import fingerprint
from generator.model import LocalText
from generator.model.flat import unpack_field
from generator.pages.contexts import Phrase, ShortDoor, ShortPage
from generator.pages.head import shorten
from generator.pages.navigation import POLICY
from generator.pages.view import View
from generator.settings import Settings
from generator.site import File, Work

_GROUP = 2
"""Signs that the codes of a group share: of 20,000 pages, a group has some 55."""
_SCRIPT = "short"
_ICON = "assets/icon.svg"


def short_address(settings: Settings, catalogue: Catalogue, product_id: str) -> str:
    """The full short address of a product; empty when it has no code, or codes have no pages."""
    code = catalogue.ledger.codes.get(product_id)
    return urls.absolute(settings.site_url, urls.short(code)) if code and settings.codes else ""


@dataclass(frozen=True)
class ShortPages:
    """The pages of all codes that lead somewhere."""

    views: Mapping[str, View]
    assets: Assets
    marks: Marks
    shared: str
    """The fingerprint of what all pages are made from."""

    @cached_property
    def owners(self) -> Mapping[str, Entry | Former]:
        """What each code leads to, in the order of the codes."""
        if not self.settings.codes:
            return {}
        ledger = self.catalogue.ledger
        entries = {entry.id: entry for entry in self.catalogue.entries}
        found = ((code, entries.get(one) or ledger.former.get(one)) for code, one in ledger.owners().items())
        return {code: one for code, one in sorted(found) if one}

    def works(self) -> Iterator[Work]:
        """A piece of work for each group of codes."""
        groups: dict[str, list[str]] = {}
        for code in self.owners:
            groups.setdefault(code[:_GROUP], []).append(code)
        for name, codes in groups.items():
            made_from = fingerprint(self.shared, *(f"{code} {self.mark(self.owners[code])}" for code in codes))
            yield Work(urls.short(name), made_from, partial(self._make, codes))
        if groups:
            yield self.work_above(urls.SHORT)

    def work_above(self, path: str) -> Work:
        """The page above those of codes or article numbers: who shortens an address comes to all products."""
        doors = {language: urls.listing(language, "products") for language in self.views}
        names = (Phrase(self.main.texts["nav.products"]),)
        page = self._page(path, names, doors, [self._door_above(view, path) for view in self.views.values()])
        return Work(path, fingerprint(self.shared, path), lambda: [(path, self.main.render("short.html", page=page))])

    def _door_above(self, view: View, path: str) -> ShortDoor:
        href = urls.way_up(path) + urls.listing(view.language, "products")
        return ShortDoor(view.language, href, view.texts["nav.products"], "")

    def mark(self, owner: Entry | Former) -> str:
        """What tells whether anything has changed that is known of a product."""
        return self.marks.products[owner.id] if isinstance(owner, Entry) else repr(owner)

    def _make(self, codes: Sequence[str]) -> Iterator[File]:
        for code in codes:
            path = urls.short(code)
            page = self.make_page(path, self.owners[code])
            yield path, self.main.render("short.html", page=page)

    def make_page(self, path: str, owner: Entry | Former) -> ShortPage:
        """What `short.html` is given for the page at `path`."""
        up, places = urls.way_up(path), self.places(owner)
        doors = [_door(self.views[language], up + place, owner) for language, place in places.items()]
        return self._page(path, tuple(_names(owner)), places, doors)

    def _page(
        self, path: str, names: tuple[Phrase, ...], places: Mapping[str, str], doors: Iterable[ShortDoor]
    ) -> ShortPage:
        up = urls.way_up(path)
        return ShortPage(
            f"{names[0].text} – {self.settings.name_in(self.main.language)}",
            shorten(" – ".join(name.text for name in names)),
            names,
            urls.absolute(self.settings.site_url, places[self.main.language].partition("#")[0]),
            self.settings.name_in(self.main.language),
            up,
            up + _ICON,
            up + self.assets.styles,
            up + self.assets.head_script,
            up + self.assets.bundles[_SCRIPT],
            POLICY,
            urls.absolute(self.settings.site_url, path),
            tuple(doors),
            self.main.language,
        )

    def places(self, owner: Entry | Former) -> dict[str, str]:
        """The path in each language."""
        if isinstance(owner, Entry):
            return {language: view.place(owner) for language, view in self.views.items()}
        return {language: urls.product(language, owner.id) for language in self.views}

    @property
    def main(self) -> View:
        """The view of the main language."""
        return next(iter(self.views.values()))

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue."""
        return self.main.catalogue

    @property
    def settings(self) -> Settings:
        """The settings of the build."""
        return self.main.settings


def _names(owner: Entry | Former) -> Iterator[Phrase]:
    """The name as the source states it, then the one beside it for readers of English; an id where none is known."""
    if isinstance(owner, Entry):
        name = unpack_field(LocalText, owner.packed.content, "name")
        yield Phrase(*name.original)
        beside = name.beside("en")
        if beside:
            yield Phrase(*beside, beside[1] in name.translated)
        return
    stated = [Phrase(words, language) for words, language in ((owner.vi, "vi"), (owner.en, "en")) if words]
    yield from stated or [Phrase(owner.id)]


def _door(view: View, href: str, owner: Entry | Former) -> ShortDoor:
    t = view.texts
    if isinstance(owner, Entry):
        return ShortDoor(view.language, href, t["short.open"], "")
    told = t.fill("short.renamed" if owner.renamed_to else "short.removed", date=view.day(owner.left))
    return ShortDoor(view.language, href, t["short.former"], told)
