"""The only place that makes an address or an output path.

A page is named by its path from the site's root (`vi/p/che-dinh/`). Links inside the site are written as `ROOT` plus
such a path; `ROOT` becomes the way up when a page is finished, so the same fragment fits a page at any depth.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from posixpath import normpath
from urllib.parse import quote

DEFAULT_LANGUAGE = "en"
ROOT = "\x02"
"""Stands for the relative way from a page to the site's root. No record can hold it: control characters are refused."""

_REFUSED = re.compile(r"[\\\x00-\x1f]")
"""Signs that lead elsewhere on some systems, or end a name."""
_PLAIN = re.compile(r"[a-z0-9/._-]*(?:#[a-z0-9-]+)?")
"""Signs that stand in an address as they are; most paths have no others. An anchor is one of ours."""

LISTING_FOLDERS = {
    "products": "products",
    "export": "export",
    "market": "home-market",
    "stars": "stars",
    "group": "groups",
    "set": "sets",
    "province": "provinces",
    "producer": "producers",
    "certification": "certifications",
    "market_of": "markets",
    "product": "p",
    "bundle": "b",
    "makers": "m",
    "quality": "quality",
}
"""Folder of each kind of listing, of the products themselves, and of pages that products or producers share."""
ANCHORS = {"bundle": "p-", "makers": "m-"}
"""Begins the anchor of a product or producer on a page that it shares: no id can be that of anything else there."""
STATIC_PATHS = {
    "sitemap": "sitemap.xml",
    "robots": "robots.txt",
    "json": "api/v1/products.json",
    "schema": "api/v1/products.schema.json",
    "package": "api/v1/datapackage.json",
    "not_found": "404.html",
}


def home(language: str) -> str:
    """Path of the home page of a language."""
    return f"{language}/"


def product(language: str, product_id: str) -> str:
    """Path of a product's page."""
    return listing(language, "product", product_id)


SHORT, DIGITAL_LINKS = "p/", "01/"
"""Paths above the pages of short codes and of article numbers."""


def short(code: str) -> str:
    """Path of the page of a short code, the same for all languages."""
    return f"{SHORT}{code}/"


def digital_link(gtin: str) -> str:
    """Path of an article number as GS1 Digital Link writes it: with 14 digits."""
    return f"{DIGITAL_LINKS}{gtin.zfill(14)}/"


def bundled(language: str, kind: str, number: int, one: str) -> str:
    """Path of a product (kind `bundle`) or a producer (`makers`) on page `number` of those that they share."""
    return f"{listing(language, kind, str(number))}#{ANCHORS[kind]}{one}"


def listing(language: str, kind: str, key: str = "", number: int = 1) -> str:
    """Path of page `number` of a listing; `key` is empty for listings that exist once, and for index pages."""
    path = f"{language}/{LISTING_FOLDERS[kind]}/{key}/" if key else f"{language}/{LISTING_FOLDERS[kind]}/"
    return f"{path}{number}/" if number > 1 else path


def about(language: str, page: str) -> str:
    """Path of a hand-written page."""
    return f"{language}/about/{page}/"


def programme(language: str) -> str:
    """Path of the page of numbers, with the map of the provinces."""
    return f"{language}/programme/"


def feed(language: str) -> str:
    """Path of the Atom feed of a language."""
    return f"{language}/feed.xml"


def calendar(language: str, key: str) -> str:
    """Path of the calendar file of the deadlines of a province."""
    return f"{language}/quality/{key}.ics"


def table(language: str) -> str:
    """Path of the CSV file in a language."""
    return f"api/v1/products.{language}.csv"


def link(path: str) -> str:
    """The address of a path for use inside a page."""
    return ROOT + path


def desk(language: str, page: str) -> str:
    """Path of one of the pages at which a buyer works: `compare`, `list`, `enquiry`."""
    return f"{language}/{page}/"


def way_up(path: str) -> str:
    """The relative way from the page at `path` to the site's root: `../../../` for `vi/p/che-dinh/`."""
    return "../" * path.count("/")


@lru_cache(maxsize=4096)
def absolute(site_url: str, path: str) -> str:
    """The full address of a path."""
    return site_url + (path if _PLAIN.fullmatch(path) else quote(path))


def base_path(site_url: str) -> str:
    """The path part of the site's address, with slashes at both ends: `/ocop/` for a project page."""
    after_host = site_url.split("://", 1)[-1].partition("/")[2]
    return "/" + after_host.strip("/") + "/" if after_host.strip("/") else "/"


def output_file(path: str) -> str:
    """The file a page or asset is written to, relative to the site folder; raises ValueError for a way out of it."""
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if normpath(file) != file or file == "." or file.startswith(("/", "..")) or _REFUSED.search(file):
        message = f"not a path inside the site: {path!r}"
        raise ValueError(message)
    return file


def default_path(path: str, languages: Sequence[str]) -> str:
    """The path offered to readers of any other language (x-default) for a page without its language, `p/che-dinh/`.

    Home pages lead to the root, where the reader chooses; other pages to English, where the site has it.
    """
    if not path:
        return ""
    return f"{DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages else languages[0]}/{path}"


def other_language(path: str, language: str) -> str:
    """The path of the same page in another language."""
    return language + path[path.index("/") :]
