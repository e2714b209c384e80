"""Every address in pages and style sheets leads somewhere, and nothing is fetched from elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html

from tests.real_site import ORIGIN, Site

ATTRIBUTES = ("href", "src", "action", "formaction", "poster", "data")
FETCHED = (
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //link[@rel!='canonical' and @rel!='alternate']/@href"
)
OUTWARD = ("http", "https", "mailto", "tel")
NOT_FOUND = "404.html"
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")


def addresses(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Every address of a page, with the name of the element that holds it."""
    for attribute in ATTRIBUTES:
        for element in tree.xpath(f"//*[@{attribute}]"):
            yield str(element.tag), element.get(attribute)
    for element in tree.xpath("//*[@srcset]"):
        for candidate in element.get("srcset").split(","):
            yield "srcset", candidate.split()[0]


def target(page: str, address: str) -> str:
    """The path an address inside the site leads to from a page; raises ValueError for a way out of the site."""
    path = unquote(urlsplit(address).path)
    parts = [] if path.startswith("/") else page.split("/")[:-1]
    for part in path.lstrip("/").split("/") if path else []:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts) if path else page


@lru_cache(maxsize=2000)
def anchors(site: Site, page: str) -> frozenset[str]:
    """The anchors of a page."""
    return frozenset(site.tree(page).xpath("//@id"))


def broken(site: Site, page: str) -> Iterator[tuple[str, str]]:
    """Pages and addresses of links on a page that lead nowhere."""
    for _, address in addresses(site.tree(page)):
        if urlsplit(address).scheme or address.startswith("//"):
            continue
        path, fragment = urldefrag(target(page, address) + ("#" + urldefrag(address)[1]))
        found = path if not path or path.endswith(("/", ".html")) else None
        if site.file(path).relative_to(site.folder).as_posix() not in site.files or (
            fragment and (found is None or unquote(fragment) not in anchors(site, found))
        ):
            yield page, address


def test_every_link_inside_the_site_leads_to_a_file(site: Site, full: Site, bundled: Site) -> None:
    """Files exist for links, pictures, scripts, styles and forms, and anchors exist on their pages."""
    assert [] == [found for one in (site, full, bundled) for page in one.pages for found in broken(one, page)]


@pytest.mark.parametrize("name", ["site", "full", "bundled"])
def test_every_folder_above_a_page_is_a_page(name: str, request: pytest.FixtureRequest) -> None:
    """Who shortens an address by a step finds a page there, up to the root."""
    site: Site = request.getfixturevalue(name)
    folders = [page.rstrip("/").split("/")[:-1] for page in site.pages if page]
    above = {"".join(f"{part}/" for part in parts[:depth]) for parts in folders for depth in range(len(parts) + 1)}
    assert set() == above - set(site.pages)


def test_addresses_of_the_site_are_relative(site: Site) -> None:
    """So that it works below any folder and from disk; only the page for unknown addresses needs whole paths."""
    for page in site.pages:
        absolute = [address for _, address in addresses(site.tree(page)) if address.startswith("/")]
        assert (page == NOT_FOUND) == bool(absolute), page


def test_pages_fetch_nothing_from_elsewhere(site: Site, full: Site) -> None:
    """No script, style, picture, font or frame has an address with a host."""
    for one in (site, full):
        for page in one.pages:
            foreign = [address for address in one.tree(page).xpath(FETCHED) if urlsplit(address).netloc]
            assert [] == foreign, page


def test_style_sheets_fetch_only_files_of_the_site(site: Site) -> None:
    """Every `url()` is a file beside the style sheet or a drawing inside it."""
    sheets = [name for name in site.files if name.endswith(".css")]
    assert 2 <= len(sheets)
    for sheet in sheets:
        text = site.read(sheet)
        assert "@import" not in text
        for address in _CSS_URL.findall(text):
            if not address.startswith(("data:", "#")):
                assert target(sheet, address) in site.files, (sheet, address)


def test_links_that_leave_the_site_are_guarded(site: Site, full: Site) -> None:
    """Only known schemes, and `rel="noopener"` on every link to another host."""
    for one in (site, full):
        for page in one.pages:
            for link in one.tree(page).xpath("//body//a[@href]"):
                parts = urlsplit(link.get("href"))
                assert parts.scheme in (*OUTWARD, ""), (page, link.get("href"))
                if parts.netloc and not link.get("href").startswith(ORIGIN):
                    assert "noopener" in (link.get("rel") or "").split(), (page, link.get("href"))


def test_pages_hold_no_inline_script_or_style(site: Site, full: Site) -> None:
    """The Content-Security-Policy allows neither: data blocks only, no handlers, no style attributes."""
    for one in (site, full):
        for page in one.pages:
            tree = one.tree(page)
            kinds = {script.get("type") for script in tree.xpath("//script[not(@src)]")}
            assert kinds <= {"application/ld+json", "application/json"}, page
            assert [] == tree.xpath("//style | //*[@style] | //base | //@*[starts-with(name(), 'on')]"), page
