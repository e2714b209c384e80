"""The head of every page: what search engines, feeds and people who share a page read."""

from collections import Counter

import pytest
from lxml import html

from tests.real_site import LANGUAGES, ORIGIN, Site

NOT_FOUND = "404.html"
GRAPH_TAGS = ("og:type", "og:site_name", "og:title", "og:description", "og:url")
LOCALES = {"vi": "vi_VN", "en": "en_GB"}
LONGEST_DESCRIPTION = 200


def published(site: Site) -> list[str]:
    """Every page except the one for unknown addresses, which has no address of its own."""
    return [page for page in site.pages if page != NOT_FOUND]


def alternates(tree: html.HtmlElement) -> dict[str, str]:
    """The addresses of a page's translations by language."""
    links = tree.xpath("//head/link[@rel='alternate'][@hreflang]")
    found = {link.get("hreflang"): link.get("href") for link in links}
    assert len(links) == len(found)
    return found


def graph(tree: html.HtmlElement, name: str) -> list[str]:
    """The contents of an Open Graph tag."""
    return [str(text) for text in tree.xpath("//head/meta[@property=$name]/@content", name=name)]


def test_every_page_has_one_title_and_one_description(site: Site, full: Site) -> None:
    """Neither is empty, and a description is not cut off by search engines."""
    for one in (site, full):
        for page in published(one):
            tree = one.tree(page)
            (title,) = tree.xpath("//head/title/text()")
            (description,) = tree.xpath("//head/meta[@name='description']/@content")
            assert title.strip(), page
            assert 0 < len(description.strip()) <= LONGEST_DESCRIPTION, page


def test_titles_tell_pages_apart(site: Site) -> None:
    """No two pages of a language share a title, except products and producers that share their name."""
    for language in LANGUAGES:
        pages = [page for page in published(site) if page.startswith(f"{language}/") and "/p/" not in page]
        pages = [page for page in pages if "/producers/" not in page]
        titles = Counter(site.tree(page).findtext(".//title") for page in pages)
        assert [] == [title for title, count in titles.items() if count > 1]


def test_the_canonical_address_is_the_pages_own(site: Site) -> None:
    """Every page names exactly one, its own."""
    for page in published(site):
        assert [ORIGIN + page] == site.tree(page).xpath("//head/link[@rel='canonical']/@href")


def test_translations_are_complete_and_reciprocal(site: Site) -> None:
    """Every page names itself, its translation and a default, and the translation names the same addresses."""
    pages = set(site.pages)
    for page in published(site):
        named = alternates(site.tree(page))
        assert {"vi", "en", "x-default"} == set(named), page
        assert all(address.startswith(ORIGIN) for address in named.values())
        paths = {language: address.removeprefix(ORIGIN) for language, address in named.items()}
        assert set(paths.values()) <= pages, page
        assert page in paths.values()
        for language in LANGUAGES:
            assert paths[language].startswith(f"{language}/")
            assert named == alternates(site.tree(paths[language])), page


def test_the_language_link_leads_to_the_same_page(site: Site) -> None:
    """The link in the header of a page leads to the translation its head names."""
    for page in published(site):
        links = site.tree(page).xpath("//a[contains(@class, 'cat-language')]")
        if not links:
            assert "" == page
            continue
        other = "en" if page.startswith("vi/") else "vi"
        up = page.count("/")
        assert "../" * up + other + page[2:] == links[0].get("href").replace("./", "", 0), page
        assert other == links[0].get("hreflang") == links[0].get("lang")


def test_pages_state_their_language(site: Site) -> None:
    """`lang` of the document is that of the address."""
    for page in site.pages:
        expected = page[:2] if page[:3] in ("vi/", "en/") else "vi"
        assert expected == site.tree(page).get("lang"), page


def test_pages_carry_open_graph_tags(site: Site) -> None:
    """Each once, with the page's own address; products say that they are products, and name their locale."""
    for page in published(site):
        tree = site.tree(page)
        for tag in GRAPH_TAGS:
            (content,) = graph(tree, tag)
            assert content.strip(), (page, tag)
        assert [ORIGIN + page] == graph(tree, "og:url")
        product = "/p/" in page and not page.endswith("/p/")
        assert ["product" if product else "website"] == graph(tree, "og:type")
        if page:
            assert [LOCALES[page[:2]]] == graph(tree, "og:locale")


def test_the_shared_picture_is_whole(full: Site) -> None:
    """A product with a picture names a file of the site with its size and words for it."""
    tree = full.tree("vi/p/tra-mau-day-du/")
    (address,) = graph(tree, "og:image")
    assert address.removeprefix(ORIGIN) in full.files
    assert ["1280"] == graph(tree, "og:image:width")
    assert ["960"] == graph(tree, "og:image:height")
    assert ["Gói trà vẽ cho kiểm thử"] == graph(tree, "og:image:alt")


@pytest.mark.parametrize("name", ["site", "full"])
def test_a_large_card_is_asked_for_only_with_a_picture(name: str, request: pytest.FixtureRequest) -> None:
    """A page that names no picture is shared as words alone."""
    site: Site = request.getfixturevalue(name)
    for page in published(site):
        tree = site.tree(page)
        card = tree.xpath("//head/meta[@name='twitter:card']/@content")
        assert not page or ["summary_large_image" if graph(tree, "og:image") else "summary"] == card, page


def test_the_policy_comes_first(site: Site) -> None:
    """A Content-Security-Policy in a page holds only for what follows it."""
    for page in site.pages:
        first = site.tree(page).find("head")[0]
        assert "Content-Security-Policy" == first.get("http-equiv"), page
        assert "default-src 'none'" in first.get("content")
        assert "unsafe" not in first.get("content")


def test_the_page_for_unknown_addresses_is_not_found_by_search(site: Site) -> None:
    """It must not be listed as a page of its own."""
    assert ["noindex"] == site.tree(NOT_FOUND).xpath("//meta[@name='robots']/@content")
