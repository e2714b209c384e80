"""Which pages the sitemap names, in which languages each exists, and the newest day that it states."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from generator.outputs.files import SitemapPage
from generator.pages.plan import Page, depends_on_bundles, page_changed, page_path
from generator.pages.view import View


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
        if page.kind not in ("product", "producer", "former") and not depends_on_bundles(page)
    )
    pages += (
        _in_sitemap(Page("product", entry.id), view, own, entry.changed)
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
