"""The sitemap with its translations, and robots.txt. Pages in, files out, one part in memory at a time.

Protocol 0.9 of sitemaps.org: at most 50,000 addresses and 50 MB a file; more go into parts behind an index.
`lastmod` is the day a record states, never the day of the build.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from urllib.parse import quote

from generator.outputs.xml import DECLARATION, xml_text
from generator.settings import Settings
from generator.urls import STATIC_PATHS, absolute, default_path

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = f'{DECLARATION}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'.encode()
_FOOT = b"</urlset>\n"


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page in all its languages."""

    path: str
    """Path without the language: `p/che-dinh/`; empty for the home page."""
    languages: tuple[str, ...] = ()
    """Languages the page exists in; none for a page that stands once at `path`, as the root does."""
    changed: date | None = None
    """Newest day stated by what the page shows; None when unknown."""


@dataclass(slots=True)
class _Part:
    """A finished part: its bytes and the newest day in it."""

    content: bytes
    changed: date | None


def make_sitemaps(pages: Iterable[SitemapPage], settings: Settings) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml`; with more than one part also `sitemap-1.xml` and so on, and `sitemap.xml` is their index."""
    parts = _parts(pages, settings)
    first = next(parts)
    second = next(parts, None)
    if second is None:
        yield STATIC_PATHS["sitemap"], first.content
        return
    listed: list[tuple[str, date | None]] = []
    for number, part in enumerate(chain((first, second), parts), start=1):
        name = f"sitemap-{number}.xml"
        listed.append((name, part.changed))
        yield name, part.content
    yield STATIC_PATHS["sitemap"], _index(listed, settings).encode()


def make_robots(settings: Settings) -> tuple[str, str]:
    """`robots.txt`: everything may be read; where the sitemap is."""
    address = absolute(settings.site_url, STATIC_PATHS["sitemap"])
    return STATIC_PATHS["robots"], f"User-agent: *\nAllow: /\n\nSitemap: {address}\n"


def _parts(pages: Iterable[SitemapPage], settings: Settings) -> Iterator[_Part]:
    content, count, changed = bytearray(_HEAD), 0, None
    for page in pages:
        entries = _entries(page, settings)
        size = sum(map(len, entries))
        if count and (count + len(entries) > MOST_ADDRESSES or len(content) + size + len(_FOOT) > MOST_BYTES):
            yield _Part(bytes(content + _FOOT), changed)
            content, count, changed = bytearray(_HEAD), 0, None
        for entry in entries:
            content += entry
        count += len(entries)
        changed = max(filter(None, (changed, page.changed)), default=None)
    yield _Part(bytes(content + _FOOT), changed)


def _entries(page: SitemapPage, settings: Settings) -> Sequence[bytes]:
    """The `url` elements of a page: one in each language, each naming all of them."""
    root, path = xml_text(settings.site_url), quote(page.path)
    day = _last_modified(page.changed)
    if not page.languages:
        return (f"<url><loc>{root}{path}</loc>{day}</url>\n".encode(),)
    addresses = {language: f"{root}{language}/{path}" for language in page.languages}
    default = xml_text(absolute(settings.site_url, default_path(page.path, page.languages)))
    links = "".join(_link(language, address) for language, address in addresses.items()) + _link("x-default", default)
    return [f"<url><loc>{address}</loc>{day}{links}</url>\n".encode() for address in addresses.values()]


def _link(language: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'


def _last_modified(day: date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""


def _index(parts: Sequence[tuple[str, date | None]], settings: Settings) -> str:
    lines = [
        f"<sitemap><loc>{xml_text(absolute(settings.site_url, name))}</loc>{_last_modified(changed)}</sitemap>\n"
        for name, changed in parts
    ]
    return f"{DECLARATION}<sitemapindex {_NAMESPACE}>\n{''.join(lines)}</sitemapindex>\n"
