"""The whole flow in one place: records → validation → catalogue → pages and outputs → site.

`load` reads and judges; `write` publishes. Nothing is written before everything is known to be valid.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.catalogue.catalogue import Catalogue, make_catalogue
from generator.catalogue.pictures import Gallery, make_gallery
from generator.issues import Issue, has_errors
from generator.assets import Assets
from generator.outputs.files import SitemapPage, make_outputs
from generator.pages.home import make_root
from generator.pages.navigation import POLICY
from generator.pages.plan import Page, PageMaker, page_changed, page_path, plan_pages
from generator.pages.shell import Shell
from generator.pages.texts import Texts, read_texts
from generator.pages.view import View
from generator.parallel import processes_for, run_parts
from generator.records.hs_codes import read_hs_codes
from generator.records.reader import Reading, read_folder
from generator.settings import Settings
from generator.site import SiteWriter
from generator.templates import make_environment
from generator.validation.conversion import place_issues
from generator.validation.validator import validate

Shells = Mapping[str, Mapping[int, Shell]]
"""A shell by language and depth."""


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


def load(settings: Settings) -> Loaded:
    """Read and validate all records, and gather the catalogue of the as-of date."""
    reading = limit_products(read_folder(settings.products, settings.processes), settings.limit)
    hs_codes = read_hs_codes(settings.products / "registers") if _names_hs_codes(reading) else frozenset()
    verdict = validate(reading, settings.products, settings.as_of, hs_codes)
    if verdict.collection is None or has_errors(verdict.issues):
        return Loaded(None, None, verdict.issues)
    collection = verdict.collection
    images = settings.products / "images"
    gallery = make_gallery(collection.products, collection.files, images, settings.cache)
    issues = (*verdict.issues, *place_issues(gallery.issues, settings.products.parent))
    if has_errors(issues):
        return Loaded(None, None, issues)
    return Loaded(make_catalogue(collection, settings.as_of, settings.languages), gallery, issues)


def limit_products(reading: Reading, limit: int | None) -> Reading:
    """The first `limit` products with everything else, for a quick preview; all when `limit` is None."""
    if limit is None:
        return reading
    others = tuple(record for record in reading.records if record.kind != "product")
    products = tuple(record for record in reading.records if record.kind == "product")
    return Reading(others + products[:limit], reading.issues)


def _names_hs_codes(reading: Reading) -> bool:
    return any("hs" in record.values for record in reading.records if record.kind == "product")


def write(
    loaded: Loaded, settings: Settings, shells: Shells, assets: Assets, others: Mapping[str, bytes], *, keep: bool
) -> Written:
    """Write the site: pages in shells, outputs, pictures, assets, and `others` (files that MkDocs made).

    Files that are no longer made are removed, unless `keep` says that somebody else writes to the folder too.
    """
    catalogue, gallery = loaded.catalogue, loaded.gallery
    if catalogue is None or gallery is None:
        message = "a catalogue with errors cannot be written"
        raise ValueError(message)
    views = {language: make_view(settings, catalogue, gallery, language) for language in settings.languages}
    plans = {language: plan_pages(view) for language, view in views.items()}
    writer = SiteWriter(settings.site)
    paths, changed = _write_pages(writer, views, plans, shells)
    texts = {language: view.texts for language, view in views.items()}
    root = views[settings.main_language].render("root.html", page=make_root(settings, texts, _root_files(assets), POLICY))
    outputs = make_outputs(catalogue, settings, texts, sitemap_pages(views, plans, others))
    for path, content in chain([("", root)], outputs, gallery.files.items(), assets.files.items(), others.items()):
        writer.write(path, content)
    kept = writer.written | {f"{path}index.html" for path in paths}
    removed = 0 if keep else writer.remove_others(kept)
    return Written(len(kept), writer.changed + changed, removed)


def make_view(settings: Settings, catalogue: Catalogue, gallery: Gallery, language: str) -> View:
    """One language's view of a catalogue, with its texts and templates."""
    texts = read_texts(settings.theme, language)
    return View(settings, catalogue, language, texts, make_environment(settings.theme), gallery.pictures)


def _root_files(assets: Assets) -> dict[str, str]:
    return {"styles": assets.styles, "head_script": assets.head_script, "icon": "assets/icon.svg"}


def _write_pages(
    writer: SiteWriter, views: Mapping[str, View], plans: Mapping[str, Sequence[Page]], shells: Shells
) -> tuple[list[str], int]:
    """Make and write all pages, in parallel when that pays; their paths and how many changed."""
    jobs = [(language, page) for language, plan in plans.items() for page in plan]
    processes = processes_for(len(jobs), next(iter(views.values())).settings.processes)

    def write_part(part: Sequence[tuple[str, Page]]) -> int:
        before = writer.changed
        makers = {language: PageMaker(views[language], shells[language]) for language in {job[0] for job in part}}
        for language, page in part:
            writer.write(*makers[language].make(page))
        return writer.changed - before

    changed = run_parts(write_part, jobs, processes)
    return [page_path(page, language) for language, page in jobs], sum(changed[1:])


def sitemap_pages(
    views: Mapping[str, View], plans: Mapping[str, Sequence[Page]], others: Iterable[str]
) -> list[SitemapPage]:
    """Every page with the languages it exists in and the newest day it states."""
    language, view = next(iter(views.items()))
    changes = {entry.product.id: entry.changed for entry in view.catalogue.entries}

    @lru_cache(maxsize=None)
    def newest(kind: str, key: str) -> date | None:
        return page_changed(Page(kind, key), view)

    pages = [SitemapPage("", (), None)]
    for page in plans[language]:
        changed = changes[page.key] if page.kind == "product" else newest(page.kind, page.key)
        pages.append(SitemapPage(page_path(page, language).partition("/")[2], tuple(views), changed))
    hand_written = sorted(path for path in others if path.startswith(f"{language}/") and path.endswith("/index.html"))
    for path in hand_written:
        pages.append(SitemapPage(path.partition("/")[2].removesuffix("index.html"), tuple(views), None))
    return pages
