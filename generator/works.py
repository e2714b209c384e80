"""All the work of a build, and what each piece is made from: pages, search index, facts, data, files.

A catalogue in, tasks out: some pieces of work each, dealt out to the processes. Does none of it itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from generator.assets import Assets
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.marks import Marks
from generator.catalogue.pictures import Gallery
from generator.fingerprints import fingerprint, folder_print, program_print
from generator.outputs.files import SitemapPage, make_outputs
from generator.pages.facts import PART, make_facts_part
from generator.pages.home import make_root
from generator.pages.made_from import MadeFrom
from generator.pages.navigation import POLICY
from generator.pages.plan import (
    Page,
    PageMaker,
    by_neighbourhood,
    depends_on_bundles,
    page_changed,
    page_path,
    plan_pages,
)
from generator.pages.shell import Shell
from generator.pages.texts import Texts, read_texts
from generator.pages.view import View
from generator.parallel import split
from generator.search.index import Part, SearchIndex
from generator.search.source import Source
from generator.settings import Settings
from generator.site import File, Work
from generator.templates import make_environment

Shells = Mapping[str, Mapping[int, Shell]]
"""A shell by language and depth."""
Task = Callable[[], Iterable[Work]]
PAGE_TASKS, CARD_TASKS, FACT_TASKS = 48, 16, 8
"""How many tasks the pages are divided into, the cards of the index, and the facts of a language."""


@dataclass(frozen=True)
class Works:
    """Everything that there is to do. What the processes share is worked out once, before they divide."""

    settings: Settings
    catalogue: Catalogue
    gallery: Gallery
    marks: Marks
    shells: Shells
    assets: Assets
    others: Mapping[str, bytes]
    """Files that MkDocs made, by path."""

    @cached_property
    def views(self) -> dict[str, View]:
        """The catalogue as each language sees it."""
        return {
            language: make_view(self.settings, self.catalogue, self.gallery, language)
            for language in self.settings.languages
        }

    @cached_property
    def plans(self) -> dict[str, list[Page]]:
        """All pages of each language."""
        return {language: plan_pages(view) for language, view in self.views.items()}

    @cached_property
    def index(self) -> SearchIndex:
        """The search index."""
        return SearchIndex(search_source(self.views, self.catalogue, self.gallery))

    @cached_property
    def shared(self) -> str:
        """The fingerprint of what everything is made from, whatever product it is about and on whatever day."""
        nowhere, settings = Path(), self.settings
        told = replace(settings, products=nowhere, theme=nowhere, site=nowhere, cache=None, processes=None, limit=None)
        told = replace(told, as_of=date.min)
        shells = (shell for by_depth in self.shells.values() for shell in by_depth.values())
        texts = (text for shell in shells for text in (*shell.holes, *shell.texts))
        theme = (folder_print(settings.theme / folder) for folder in ("catalogue", "locales"))
        known = (repr(told), repr(self.catalogue.places), self.marks.registers)
        return fingerprint(program_print(), *known, *theme, *texts, *self.assets.files)

    def tasks(self) -> list[Task]:
        """All tasks, the longest first. The directories of the index come when all others are done."""
        return [self._data, *self._index_tasks(), *self._facts_tasks(), *self._page_tasks(), self._files]

    def _data(self) -> Iterator[Work]:
        day, entries = self.catalogue.as_of.isoformat(), self.catalogue.entries
        made_from = fingerprint(self.shared, day, *sorted(self.others), *self.marks.of(entries))
        yield Work("data", made_from, self._make_data)

    def _make_data(self) -> Iterable[File]:
        pages = sitemap_pages(self.views, self.plans, self.others)
        return make_outputs(self.catalogue, self.settings, self._texts, pages)

    def _index_tasks(self) -> Iterator[Task]:
        numbered = fingerprint(self.shared, *self.index.numbering())
        parts = self.index.parts()
        whole = [part for part in parts if not part.is_one_of_many]
        for some in (*([part] for part in whole), *split(parts[len(whole) :], CARD_TASKS)):
            yield partial(self._index_works, some, numbered)

    def _index_works(self, parts: Sequence[Part], numbered: str) -> Iterator[Work]:
        for part in parts:
            yield Work(f"search/{part.name}", fingerprint(numbered, *self.marks.of(part.entries)), part.make)

    def _facts_tasks(self) -> Iterator[Task]:
        numbers = range(-(-len(self.index.entries) // PART))
        return (partial(self._facts, view, some) for view in self.views.values() for some in split(numbers, FACT_TASKS))

    def _facts(self, view: View, numbers: Iterable[int]) -> Iterator[Work]:
        for number in numbers:
            entries = self.index.entries[number * PART : (number + 1) * PART]
            made_from = fingerprint(self.shared, view.language, *self.marks.of(entries))
            yield Work(f"facts/{view.language}/{number}", made_from, partial(_facts_file, number, entries, view))

    def _page_tasks(self) -> Iterator[Task]:
        """Products of one set and province stand in one task: they show each other's cards."""
        makers = {
            language: PageMaker(
                view, self.shells[language], MadeFrom(view, self.shared, self.marks), self.assets.sheets["bundle"]
            )
            for language, view in self.views.items()
        }
        pages = [
            (makers[language], page)
            for language, plan in self.plans.items()
            for page in by_neighbourhood(plan, self.views[language])
        ]
        return (partial(_page_works, part) for part in split(pages, PAGE_TASKS))

    def _files(self) -> Iterator[Work]:
        yield Work("root", "", self._make_root)
        for files in (self.gallery.files, self.assets.files, self.others):
            for path in files:
                yield Work(path, "", partial(_as_file, path, files))

    def _make_root(self) -> Iterator[File]:
        files = {"styles": self.assets.styles, "head_script": self.assets.head_script, "icon": "assets/icon.svg"}
        page = make_root(self.settings, self._texts, files, POLICY)
        yield "", self.views[self.settings.main_language].render("root.html", page=page)

    @property
    def _texts(self) -> dict[str, Texts]:
        return {language: view.texts for language, view in self.views.items()}


def _page_works(pages: Iterable[tuple[PageMaker, Page]]) -> Iterator[Work]:
    return (maker.work(page) for maker, page in pages)


def _facts_file(number: int, entries: Sequence[Entry], view: View) -> Iterator[File]:
    yield make_facts_part(number, entries, view)


def _as_file(path: str, files: Mapping[str, str] | Mapping[str, bytes]) -> Iterator[File]:
    yield path, files[path]


def search_source(views: Mapping[str, View], catalogue: Catalogue, gallery: Gallery) -> Source:
    """What the search index is made from: products are numbered by standing, in the main language's order."""
    language = next(iter(views))
    codes = catalogue.registers.hs_codes
    stated = {code for entry in catalogue.entries for code in entry.product.hs}
    return Source(
        catalogue.ranked[language],
        catalogue.registers,
        catalogue.as_of,
        {language: view.texts for language, view in views.items()},
        gallery.pictures,
        {code: f"{codes.get(code[:4], '')} {codes.get(code[:6], '')}".strip() for code in stated},
        catalogue.places,
    )


def make_view(settings: Settings, catalogue: Catalogue, gallery: Gallery, language: str) -> View:
    """One language's view of a catalogue, with its texts and templates."""
    texts = read_texts(settings.theme, language)
    return View(settings, catalogue, language, texts, make_environment(settings.theme, texts), gallery.pictures)


def sitemap_pages(
    views: Mapping[str, View], plans: Mapping[str, Sequence[Page]], others: Iterable[str]
) -> list[SitemapPage]:
    """Every page with the languages it exists in and the newest day it states."""
    language, view = next(iter(views.items()))

    @cache
    def newest(kind: str, key: str) -> date | None:
        return page_changed(Page(kind, key), view)

    pages = [SitemapPage("", (), None)]
    pages += (
        _in_sitemap(page, view, tuple(views), newest(page.kind, page.key))
        for page in plans[language]
        if page.kind not in ("product", "producer") and not depends_on_bundles(page)
    )
    pages += (
        _in_sitemap(Page("product", entry.product.id), view, own, entry.changed)
        for entry in view.catalogue.entries
        if (own := view.catalogue.places.own(views, entry))
    )
    pages += _makers_in_sitemap(views, plans)
    pages += _bundles_in_sitemap(views, plans)
    hand_written = sorted(path for path in others if path.startswith(f"{language}/") and path.endswith("/index.html"))
    names = [path.partition("/")[2].removesuffix("index.html") for path in hand_written]
    return [*pages, *(SitemapPage(name, tuple(views), None) for name in names)]


def _in_sitemap(page: Page, view: View, languages: tuple[str, ...], changed: date | None) -> SitemapPage:
    return SitemapPage(page_path(page, view.language).partition("/")[2], languages, changed)


def _bundles_in_sitemap(views: Mapping[str, View], plans: Mapping[str, Sequence[Page]]) -> Iterator[SitemapPage]:
    """Pages that products share: translations of each other where they hold the same products."""
    for language, view in views.items():
        alike = view.catalogue.places.alike(views, language)
        if alike[0] == language:
            for page in plans[language]:
                if depends_on_bundles(page):
                    yield _in_sitemap(page, view, alike, page_changed(page, view))


def _makers_in_sitemap(views: Mapping[str, View], plans: Mapping[str, Sequence[Page]]) -> Iterator[SitemapPage]:
    """Pages of producers, in the languages in which these have their own."""
    languages = next(iter(views.values())).catalogue.places.own_of_makers(views)
    for page in plans[languages[0]] if languages else ():
        if page.kind == "producer":
            view = views[languages[0]]
            yield _in_sitemap(page, view, languages, page_changed(page, view))
