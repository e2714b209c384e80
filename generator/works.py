"""All the work of a build, and what each piece is made from: pages, search index, facts, data, files.

A catalogue in, tasks out: some pieces of work each, dealt out to the processes. Does none of it itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from operator import itemgetter
from pathlib import Path

from generator.assets import Assets
from generator.catalogue.catalogue import Catalogue, Neighbours
from generator.catalogue.entry import Entry
from generator.catalogue.gallery import Gallery
from generator.catalogue.marks import Marks
from generator.fingerprints import fingerprint, folder_print, program_print
from generator.model.flat import UNPACKED
from generator.officers import Officers
from generator.outputs.files import make_data, make_feeds, make_sitemap
from generator.outputs.pieces import make_piece
from generator.pages.cards import Cards, render_card
from generator.pages.digital_link import digital_link_works
from generator.pages.facts import PART, make_facts_part
from generator.pages.home import make_root
from generator.pages.made_from import MadeFrom
from generator.pages.navigation import POLICY
from generator.pages.plan import (
    Page,
    PageMaker,
    by_neighbourhood,
    plan_pages,
)
from generator.pages.shell import Shell
from generator.pages.short import ShortPages
from generator.pages.texts import Texts
from generator.pages.view import View, make_view
from generator.parallel import split
from generator.pieces import Piece, Pieces, cards_part, pack_cards
from generator.quality.notes import make_notes
from generator.quality.twins import find_twins
from generator.search.index import Part, SearchIndex
from generator.search.source import make_source
from generator.settings import Settings
from generator.site import File, Work
from generator.sitemap_pages import sitemap_pages

Shells = Mapping[str, Mapping[int, Shell]]
"""A shell by language and depth."""
Task = Callable[[], Iterable[Work]]
PAGE_TASKS, CARD_TASKS, PIECE_TASKS, SHORT_TASKS = 48, 24, 96, 8
"""How many tasks pages are divided into, at least; cards and facts of the search; pieces, at most; pages of codes."""
MOST_PAGES = UNPACKED // 2
"""Pages of a language in one task: the next language shall find its products unpacked."""


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
    folder: Path
    """Where pieces are kept; need not exist."""

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
        return SearchIndex(make_source(self.catalogue, self.gallery, self._texts))

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
        """All tasks, first what others need, then the longest; see `last` for what comes when they are done."""
        index, pages = self._index_tasks(), self._page_tasks()
        codes = [*self.short.works(), *digital_link_works(self.short)]
        return [
            *self._piece_tasks(),
            self._outputs,
            *index,
            *self._card_tasks(),
            *pages,
            *(partial(iter, some) for some in split(codes, SHORT_TASKS)),
            *self.officers.tasks(),
            self._files,
        ]

    @cached_property
    def short(self) -> ShortPages:
        """The pages of short codes."""
        return ShortPages(self.views, self.assets, self.marks, self.shared)

    def _outputs(self) -> Iterator[Work]:
        pages = sitemap_pages(self.views, self.plans, self.others)
        made_from = fingerprint(self.shared, *(f"{one.path} {one.languages} {one.changed}" for one in pages))
        yield Work("sitemap", made_from, partial(make_sitemap, pages, self.settings))
        yield Work("feeds", self._all_products, partial(make_feeds, self.catalogue, self.settings, self._texts))

    @cached_property
    def _all_products(self) -> str:
        """The fingerprint of everything about all products."""
        return fingerprint(self.shared, self.catalogue.as_of.isoformat(), *self.marks.of(self.catalogue.entries))

    @cached_property
    def pieces(self) -> Pieces:
        """The pieces that open data and listings are put together from."""

        def name(entries: Sequence[Entry]) -> str:
            return fingerprint(self.shared, *self.marks.of(entries))

        return Pieces(self.folder, self.catalogue.entries, name, self._make_piece)

    @cached_property
    def officers(self) -> Officers:
        """The pages and files for officers."""
        return Officers(
            self.views, self.shells, self.pieces, self.marks, self.shared, find_twins(self.catalogue.entries)
        )

    @property
    def page_count(self) -> int:
        """How many pages there are to be made."""
        return sum(map(len, self.plans.values())) + self.officers.page_count + len(self.short.owners)

    def _make_piece(self, entries: Sequence[Entry]) -> Piece:
        wordings = {language: view.wording for language, view in self.views.items()}
        data = make_piece(entries, self.settings, self.catalogue, wordings)
        return (
            data
            | make_notes(entries, self.catalogue.as_of)
            | {
                cards_part(language): pack_cards(render_card(entry, view) for entry in entries)
                for language, view in self.views.items()
            }
        )

    def _piece_tasks(self) -> Iterator[Task]:
        numbers = range(len(self.pieces))
        return (partial(self._pieces, some) for some in split(numbers, min(len(numbers), PIECE_TASKS)))

    def _pieces(self, numbers: Iterable[int]) -> Iterator[Work]:
        return (Work(f"piece {number}", "", partial(self._provide, number)) for number in numbers)

    def _provide(self, number: int) -> Iterable[File]:
        self.pieces.provide(number)
        return ()

    def last(self, paths: Iterable[str]) -> Iterator[Work]:
        """What can only be done when all tasks are: `paths` are those of the files that they made."""
        yield Work("data", self._all_products, self._make_data)
        yield from self.officers.last(self._all_products)
        yield Work("directories", "", partial(self.index.directories, sorted(paths)))

    def _make_data(self) -> Iterable[File]:
        return make_data(self.pieces.read, self.settings, self._texts)

    def _index_tasks(self) -> Iterator[Task]:
        return (partial(self._index_works, parts) for parts in self.index.parts())

    def _index_works(self, parts: Iterable[Part]) -> Iterator[Work]:
        for part in parts:
            told = [part.made_from] if part.made_from else self.marks.of(part.entries)
            made_from = fingerprint(self._numbered, *told)
            yield Work(f"search/{part.name}", made_from, part.make)

    @cached_property
    def _numbered(self) -> str:
        return fingerprint(self.shared, *self.index.numbering())

    def _card_tasks(self) -> Iterator[Task]:
        """Cards and facts of the same products stand in one task, so that each product is unpacked once."""
        lists = [list(self._index_works(self.index.cards(language))) for language in self.views]
        lists += [list(self._facts(view)) for view in self.views.values()]
        placed = [(place / len(works), work) for works in lists for place, work in enumerate(works)]
        works = [work for _, work in sorted(placed, key=itemgetter(0))]
        return (partial(iter, some) for some in split(works, CARD_TASKS))

    def _facts(self, view: View) -> Iterator[Work]:
        for number, first in enumerate(range(0, len(self.index.entries), PART)):
            entries = self.index.entries[first : first + PART]
            made_from = fingerprint(self.shared, view.language, *self.marks.of(entries))
            yield Work(f"facts/{view.language}/{number}", made_from, partial(make_facts_part, number, entries, view))

    def _page_tasks(self) -> Iterator[Task]:
        """Products of one set and province stand in one task, in all languages: they show each other's cards."""
        shared = Neighbours(self.catalogue.entries), self.assets.sheets["bundle"]
        makers = [
            PageMaker(
                Cards(view, partial(self.pieces.card, language)),
                view,
                self.shells[language],
                MadeFrom(view, self.shared, self.marks),
                *shared,
            )
            for language, view in self.views.items()
        ]
        plans = [by_neighbourhood(self.plans[language], view) for language, view in self.views.items()]
        parts = max(PAGE_TASKS, len(plans[0]) // MOST_PAGES)
        for part in zip(*(split(plan, parts) for plan in plans), strict=True):
            yield partial(_page_works, list(zip(makers, part, strict=True)))

    def _files(self) -> Iterator[Work]:
        yield Work("root", "", self._make_root)
        for path in self.gallery.files:  # which name what they show
            yield Work(path, fingerprint(program_print(), path), partial(_as_file, path, self.gallery.files))
        for files in (self.assets.files, self.others):
            for path in files:
                yield Work(path, "", partial(_as_file, path, files))

    def _make_root(self) -> Iterator[File]:
        files = {"styles": self.assets.styles, "head_script": self.assets.head_script, "icon": "assets/icon.svg"}
        page = make_root(self.settings, self._texts, files, POLICY)
        yield "", self.views[self.settings.main_language].render("root.html", page=page)

    @property
    def _texts(self) -> dict[str, Texts]:
        return {language: view.texts for language, view in self.views.items()}


def _page_works(parts: Iterable[tuple[PageMaker, Iterable[Page]]]) -> Iterator[Work]:
    return (maker.work(page) for maker, pages in parts for page in pages)


def _as_file(path: str, files: Mapping[str, str] | Mapping[str, bytes] | Mapping[str, Path | bytes]) -> Iterator[File]:
    content = files[path]
    yield path, content.read_bytes() if isinstance(content, Path) else content
