"""Everything that is published besides pages, as paths and contents, one file in memory at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import Texts
from generator.outputs.document import make_document
from generator.outputs.feed import make_feed
from generator.outputs.package import Download, describe, make_package
from generator.outputs.pieces import DOCUMENT
from generator.outputs.published_schema import make_document_schema
from generator.outputs.sitemap import SitemapPage, make_robots, make_sitemaps
from generator.outputs.table import make_table
from generator.settings import Settings

__all__ = ["SitemapPage", "make_data", "make_feeds", "make_sitemap"]

Output = tuple[str, str | bytes]


def make_sitemap(pages: Sequence[SitemapPage], settings: Settings) -> Iterator[Output]:
    """Sitemap and robots; `pages` are all pages made."""
    yield make_robots(settings)
    yield from make_sitemaps(pages, settings)


def make_feeds(catalogue: Catalogue, settings: Settings, texts: Mapping[str, Texts]) -> Iterator[Output]:
    """The feeds; `texts` are the interface texts by language."""
    for language in settings.languages:
        yield make_feed(catalogue, settings, language, texts[language])


def make_data(
    read: Callable[[str], Iterable[bytes]], settings: Settings, texts: Mapping[str, Texts]
) -> Iterator[Output]:
    """The open data; `read` gives the parts of all pieces, in their order (`pieces.py`).

    The description of the tables comes last: it needs their checksums but not their bytes.
    """
    yield make_document(read(DOCUMENT), settings, settings.as_of)
    yield make_document_schema(settings)
    downloads: list[Download] = []
    for language in settings.languages:
        path, content = make_table(read(language), language, texts[language])
        downloads.append(describe(language, path, content))
        yield path, content
        del content
    yield make_package(downloads, settings, texts, settings.as_of)
