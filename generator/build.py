"""The whole flow in one place: records → validation → catalogue → pages and outputs → site.

`load` reads and judges; `write` publishes. Nothing is written before everything is known to be valid.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import chain

from generator.assets import Assets
from generator.catalogue.catalogue import Catalogue, make_catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.pictures import Gallery, make_gallery
from generator.issues import Issue, has_errors
from generator.outputs.files import SitemapPage, make_outputs
from generator.pages.facts import PART, make_facts_part
from generator.pages.home import make_root
from generator.pages.navigation import POLICY
from generator.pages.plan import Page, PageMaker, by_neighbourhood, page_changed, page_path, plan_pages
from generator.pages.shell import Shell
from generator.pages.texts import read_texts
from generator.pages.view import View
from generator.parallel import collector_paused, meanwhile, processes_for, run_all, split
from generator.progress.phases import SILENT, Progress, Sums
from generator.records.hs_codes import read_hs_codes
from generator.records.reader import Reading, read_folder
from generator.search.index import SearchIndex
from generator.search.source import Source
from generator.settings import Settings
from generator.site import SiteWriter
from generator.templates import make_environment
from generator.urls import output_file
from generator.validation.conversion import place_issues
from generator.validation.validator import convert_early, gather, judge, names_hs_codes

Shells = Mapping[str, Mapping[int, Shell]]
"""A shell by language and depth."""
File = tuple[str, str | bytes]
"""Path and content of something to write."""
Task = Callable[[], Iterable[File]]
"""Makes files; tasks are dealt out to the processes."""
FACTS_PARTS = 16
"""Parts of facts made by one task: 2,048 products."""
PAGE_PARTS = 48
"""Pages are made in so many parts, dealt out to the processes."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `catalogue` is None when an error forbids a build."""

    catalogue: Catalogue | None
    gallery: Gallery | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: files of the site, how many of them changed, how many were removed."""

    files: int
    changed: int
    removed: int


def load(settings: Settings, progress: Progress = SILENT) -> Loaded:
    """Read and validate all records, and gather the catalogue of the as-of date."""
    with collector_paused():
        return _load(settings, progress)


def _load(settings: Settings, progress: Progress) -> Loaded:
    progress.begin("read")
    everything = read_folder(settings.products, settings.processes, convert_early, progress)
    reading = limit_products(everything, settings.limit)
    progress.begin("check")
    hs_codes = read_hs_codes(settings.products / "registers") if names_hs_codes(reading) else {}
    gathered = gather(reading, settings.products, hs_codes)
    collection = gathered.collection
    judging = partial(judge, gathered, settings.products, settings.as_of)
    if collection is None or has_errors(gathered.issues):
        return Loaded(None, None, judging())
    with meanwhile(judging, processes_for(len(reading.records), settings.processes)) as judged:
        catalogue = make_catalogue(collection, settings.as_of, settings.languages)
        issues = judged()
    if has_errors(issues):
        return Loaded(None, None, issues)
    images = settings.products / "images"
    gallery = make_gallery(collection.products, collection.files, images, settings.cache)
    issues = (*issues, *place_issues(gallery.issues, settings.products.parent))
    return Loaded(None, None, issues) if has_errors(issues) else Loaded(catalogue, gallery, issues)


def limit_products(reading: Reading, limit: int | None) -> Reading:
    """The first `limit` products with everything else, for a quick preview; all when `limit` is None."""
    if limit is None:
        return reading
    others = tuple(record for record in reading.records if record.kind != "product")
    products = tuple(record for record in reading.records if record.kind == "product")
    return Reading(others + products[:limit], reading.issues)


def write(  # noqa: PLR0913  all that is published meets here
    loaded: Loaded,
    settings: Settings,
    shells: Shells,
    assets: Assets,
    others: Mapping[str, bytes],
    *,
    keep: bool,
    progress: Progress = SILENT,
) -> Written:
    """Write the site: pages in shells, outputs, pictures, assets, and `others` (files that MkDocs made).

    Files that are no longer made are removed, unless `keep` says that somebody else writes to the folder too.
    """
    catalogue, gallery = loaded.catalogue, loaded.gallery
    if catalogue is None or gallery is None:
        message = "a catalogue with errors cannot be written"
        raise ValueError(message)
    progress.begin("write")
    views = {language: make_view(settings, catalogue, gallery, language) for language in settings.languages}
    plans = {language: plan_pages(view) for language, view in views.items()}

    def make_others() -> Iterator[File]:
        texts = {language: view.texts for language, view in views.items()}
        page = make_root(settings, texts, _root_files(assets), POLICY)
        yield "", views[settings.main_language].render("root.html", page=page)
        yield from make_outputs(catalogue, settings, texts, sitemap_pages(views, plans, others))
        yield from chain(gallery.files.items(), assets.files.items(), others.items())

    pages = sum(map(len, plans.values()))
    processes = processes_for(pages, settings.processes)
    keep_others = keep or not settings.site.exists()
    with collector_paused():
        index = SearchIndex(search_source(views, catalogue, gallery))
        tasks = [make_others, *index.parts(), *_facts_tasks(views, index.entries), *_page_tasks(views, plans, shells)]
        progress.expect(pages)
        writer = SiteWriter(settings.site)
        return _write_all(writer, tasks, index.directories, processes, progress, keep=keep_others)


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
    )


def _facts_tasks(views: Mapping[str, View], entries: Sequence[Entry]) -> Iterator[Task]:
    """Makes the stated facts of all products in words, many parts a task."""
    parts = [entries[first : first + PART] for first in range(0, len(entries), PART)]

    def make(view: View, first: int) -> Iterator[File]:
        return (make_facts_part(number, parts[number], view) for number in range(first, len(parts))[:FACTS_PARTS])

    return (partial(make, view, first) for view in views.values() for first in range(0, len(parts), FACTS_PARTS))


def _page_tasks(views: Mapping[str, View], plans: Mapping[str, Sequence[Page]], shells: Shells) -> Iterator[Task]:
    """Makes all pages, in parts that can be made by different processes."""
    makers = {language: PageMaker(view, shells[language]) for language, view in views.items()}
    pages = [(language, page) for language, plan in plans.items() for page in by_neighbourhood(plan, views[language])]

    def make_part(part: Sequence[tuple[str, Page]]) -> Iterator[File]:
        return (makers[language].make(page) for language, page in part)

    return (partial(make_part, part) for part in split(pages, PAGE_PARTS))


def _write_all(
    writer: SiteWriter,
    tasks: Sequence[Task],
    make_last: Callable[[Iterable[str]], Iterable[File]],
    processes: int,
    progress: Progress,
    *,
    keep: bool,
) -> Written:
    """Write what the tasks make, then what `make_last` makes of their paths, and remove all else unless `keep`."""

    def write_files(make: Task) -> tuple[list[str], int, Sums]:
        before, written, tally = writer.changed, list[str](), progress.tally()
        for path, content in make():
            writer.write(path, content)
            written.append(output_file(path))
            tally.add(path)
        return written, writer.changed - before, tally.sums()

    def receive(result: tuple[list[str], int, Sums]) -> tuple[list[str], int]:
        progress.receive(result[2])
        return result[:2]

    results = run_all([partial(write_files, task) for task in tasks], processes, receive)
    files = {file for written, _ in results for file in written}
    results.append(receive(write_files(lambda: make_last(sorted(files)))))
    files.update(results[-1][0])
    progress.begin("remove")
    removed = 0 if keep else writer.remove_others(files)
    progress.advance(removed)
    return Written(len(files), sum(changed for _, changed in results), removed)


def make_view(settings: Settings, catalogue: Catalogue, gallery: Gallery, language: str) -> View:
    """One language's view of a catalogue, with its texts and templates."""
    texts = read_texts(settings.theme, language)
    return View(settings, catalogue, language, texts, make_environment(settings.theme, texts), gallery.pictures)


def _root_files(assets: Assets) -> dict[str, str]:
    return {"styles": assets.styles, "head_script": assets.head_script, "icon": "assets/icon.svg"}


def sitemap_pages(
    views: Mapping[str, View], plans: Mapping[str, Sequence[Page]], others: Iterable[str]
) -> list[SitemapPage]:
    """Every page with the languages it exists in and the newest day it states."""
    language, view = next(iter(views.items()))
    changes = {entry.product.id: entry.changed for entry in view.catalogue.entries}

    @cache
    def newest(kind: str, key: str) -> date | None:
        return page_changed(Page(kind, key), view)

    pages = [SitemapPage("", (), None)]
    for page in plans[language]:
        changed = changes[page.key] if page.kind == "product" else newest(page.kind, page.key)
        pages.append(SitemapPage(page_path(page, language).partition("/")[2], tuple(views), changed))
    hand_written = sorted(path for path in others if path.startswith(f"{language}/") and path.endswith("/index.html"))
    names = [path.partition("/")[2].removesuffix("index.html") for path in hand_written]
    return [*pages, *(SitemapPage(name, tuple(views), None) for name in names)]
