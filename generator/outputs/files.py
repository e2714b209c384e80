"""Everything that is published besides pages, as paths and contents, one file in memory at a time."""

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import Texts
from generator.outputs.document import make_document
from generator.outputs.feed import make_feed
from generator.outputs.package import Download, describe, make_package
from generator.outputs.published_schema import make_document_schema
from generator.outputs.sitemap import SitemapPage, make_robots, make_sitemaps
from generator.outputs.table import make_table
from generator.settings import Settings

__all__ = ["SitemapPage", "make_outputs"]

Output = tuple[str, str | bytes]


def make_outputs(
    catalogue: Catalogue, settings: Settings, texts: Mapping[str, Texts], pages: Sequence[SitemapPage]
) -> Iterator[Output]:
    """Sitemap, robots, feeds and open data. `texts` are the interface texts by language, `pages` all pages made."""
    yield make_robots(settings)
    yield from make_sitemaps(pages, settings)
    for language in settings.languages:
        yield make_feed(catalogue, settings, language, texts[language])
    yield make_document(catalogue, settings)
    yield make_document_schema(settings)
    yield from _tables(catalogue, settings, texts)


def _tables(catalogue: Catalogue, settings: Settings, texts: Mapping[str, Texts]) -> Iterator[Output]:
    """The tables, then their description, which needs their checksums but not their bytes."""
    downloads: list[Download] = []
    for language in settings.languages:
        path, content = make_table(catalogue, settings, language, texts[language])
        downloads.append(describe(language, path, content))
        yield path, content
        del content
    yield make_package(downloads, settings, texts, catalogue.as_of)
