"""The sitemap is valid, complete and honest about dates; robots.txt leads to it."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from generator.outputs import sitemap
from generator.outputs.sitemap import SitemapPage, make_robots, make_sitemaps
from generator.settings import Settings

DATA = Path(__file__).parent / "data"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
DAY = date(2026, 10, 1)
PAGES = (
    SitemapPage("", ()),
    SitemapPage("", ("vi", "en")),
    SitemapPage("p/che-dinh/", ("vi", "en"), DAY),
    SitemapPage("about/buy/", ("vi",)),
)


@pytest.fixture
def settings() -> Settings:
    """Settings of a site that is not at the root of its host."""
    return Settings("OCOP", "https://example.vn/ocop/", Path(), Path(), Path(), date(2026, 11, 23))


def parse(content: bytes, schema: str) -> etree._Element:
    """The parsed content, once it is found valid."""
    tree = etree.fromstring(content)
    etree.XMLSchema(etree.parse(DATA / schema)).assertValid(tree)
    return tree


def locations(tree: etree._Element) -> list[str]:
    """The addresses in a sitemap or an index."""
    return tree.xpath("//s:loc/text()", namespaces=NAMES)


def test_sitemap_is_valid_and_holds_every_page_in_every_language(settings: Settings) -> None:
    """One part suffices: only sitemap.xml, valid by the rules of the protocol, each address once."""
    made = dict(make_sitemaps(PAGES, settings))
    assert ["sitemap.xml"] == list(made)
    site = "https://example.vn/ocop/"
    expected = ["", "vi/", "en/", "vi/p/che-dinh/", "en/p/che-dinh/", "vi/about/buy/"]
    assert [site + path for path in expected] == locations(parse(made["sitemap.xml"], "sitemap.xsd"))


def test_each_address_names_itself_its_translations_and_the_default(settings: Settings) -> None:
    """Alternates are reciprocal; x-default is English, or the first language where there is no English."""
    tree = parse(dict(make_sitemaps(PAGES, settings))["sitemap.xml"], "sitemap.xsd")
    found = {}
    for url in tree.iterfind("s:url", NAMES):
        links = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)}
        found[url.findtext("s:loc", namespaces=NAMES).removeprefix(settings.site_url)] = links
    vi, en = ("https://example.vn/ocop/vi/p/che-dinh/", "https://example.vn/ocop/en/p/che-dinh/")
    assert {"vi": vi, "en": en, "x-default": en} == found["vi/p/che-dinh/"] == found["en/p/che-dinh/"]
    assert found["vi/about/buy/"]["vi"] == found["vi/about/buy/"]["x-default"]
    assert {} == found[""]


def test_lastmod_is_the_day_the_record_states_or_is_left_out(settings: Settings) -> None:
    """No page claims the day of the build."""
    tree = parse(dict(make_sitemaps(PAGES, settings))["sitemap.xml"], "sitemap.xsd")
    expected = [None, None, None, "2026-10-01", "2026-10-01", None]
    assert expected == [url.findtext("s:lastmod", namespaces=NAMES) for url in tree.iterfind("s:url", NAMES)]


def test_more_addresses_than_a_file_may_hold_go_into_parts(settings: Settings) -> None:
    """50,001 addresses make two parts and an index; a page's languages are never torn apart."""
    pages = (SitemapPage(f"p/a{number}/", ("vi", "en"), DAY) for number in range(25_001))
    made = dict(make_sitemaps(pages, settings))
    assert ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"] == list(made)
    assert 50_000 == len(locations(parse(made["sitemap-1.xml"], "sitemap.xsd")))
    assert 2 == len(locations(parse(made["sitemap-2.xml"], "sitemap.xsd")))
    index = parse(made["sitemap.xml"], "sitemap-index.xsd")
    assert [settings.site_url + name for name in ("sitemap-1.xml", "sitemap-2.xml")] == locations(index)
    assert ["2026-10-01"] * 2 == index.xpath("//s:lastmod/text()", namespaces=NAMES)


def test_a_part_stays_within_the_bytes_allowed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part ends before it would grow over the limit, its last tag included."""
    monkeypatch.setattr(sitemap, "MOST_BYTES", 2_000)
    made = dict(make_sitemaps([SitemapPage(f"p/a{number}/", ("vi", "en")) for number in range(9)], settings))
    parts = [content for name, content in made.items() if name != "sitemap.xml"]
    assert all(len(part) <= 2_000 for part in parts)
    assert 18 == sum(len(locations(parse(part, "sitemap.xsd"))) for part in parts)


def test_an_address_with_special_letters_is_escaped(settings: Settings) -> None:
    """A path outside the usual letters is percent-encoded, and nothing breaks out of the element."""
    made = dict(make_sitemaps([SitemapPage("p/chè<&>/", ("vi",))], settings))
    expected = ["https://example.vn/ocop/vi/p/ch%C3%A8%3C%26%3E/"]
    assert expected == locations(parse(made["sitemap.xml"], "sitemap.xsd"))


def test_robots_allows_everything_and_names_the_sitemap(settings: Settings) -> None:
    """The address of the sitemap is absolute, below the site's own path."""
    expected = "User-agent: *\nAllow: /\n\nSitemap: https://example.vn/ocop/sitemap.xml\n"
    assert ("robots.txt", expected) == make_robots(settings)
