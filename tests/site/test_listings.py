"""Listings hold what the open data says, each product once, in order; every count printed is true."""

import re
from collections.abc import Iterator
from math import ceil

import pytest
from lxml import html

from tests.real_site import LANGUAGES, Site
from tests.site.brute import IN_FORCE, PAGE_SIZE, Published, by_alphabet, in_order, members
from tests.site.test_links import target

CARD = "//article[contains(@class, 'cat-card')]//h3/a/@href"
COUNTED = "//*[@id='main']//li/a[span[@class='cat-count']]"
DAYS = {"vi": ", tính đến 23/11/2026", "en": ", as of 23 November 2026"}
"""What stands behind a number of products that hold a rating."""
RATED = ("export/", "home-market/", "stars/3/", "stars/4/", "stars/5/")
LISTED = re.compile(
    r"(vi|en)/(products|export|home-market|stars/\d|groups/.+|sets/.+|provinces/.+|producers/.+|certifications/.+|markets/.+)/"
)


@pytest.fixture(scope="session")
def held(site: Site) -> dict[str, list[Published]]:
    """The products of every listing that holds any."""
    return members(site.products)


def cards(site: Site, page: str) -> list[str]:
    """Ids of the products whose cards stand on a page, in order."""
    return [target(page, address).split("/")[-2] for address in site.tree(page).xpath(CARD)]


def pages_of(site: Site, listing: str) -> list[str]:
    """A listing's pages, found by following its links to the next one."""
    pages = [listing]
    while following := site.tree(pages[-1]).xpath("//a[@rel='next']/@href"):
        pages.append(target(pages[-1], following[0]))
    return pages


def numbers(text: str) -> list[int]:
    """The numbers in a text, with the marks between thousands of either language."""
    return [int(re.sub(r"[.,]", "", one)) for one in re.findall(r"\d+(?:[.,]\d{3})*", text)]


def counted(text: str) -> list[int]:
    """The numbers in a text that counts ratings; the day on which they are held is no count."""
    for day in DAYS.values():
        text = text.replace(day, "")
    return numbers(text)


def listings(held: dict[str, list[Published]]) -> Iterator[tuple[str, str, list[Published]]]:
    """Language, path and products of every listing that holds any."""
    for language in LANGUAGES:
        for path, products in held.items():
            yield language, path, products


def test_every_product_stands_once_in_each_of_its_listings(site: Site, held: dict[str, list[Published]]) -> None:
    """Over all pages of a listing, in the order of the language, 48 to a page."""
    for language, path, products in listings(held):
        pages = pages_of(site, f"{language}/{path}")
        order = by_alphabet if path == "products/" else in_order
        assert order(products, language) == [one for page in pages for one in cards(site, page)], (language, path)
        assert ceil(len(products) / PAGE_SIZE) == len(pages)


def test_pages_of_a_listing_know_each_other(site: Site, held: dict[str, list[Published]]) -> None:
    """Each has its number in its address, names the page before, and links to the first and last."""
    for language, path, _ in listings(held):
        listing = f"{language}/{path}"
        pages = pages_of(site, listing)
        assert [listing, *(f"{listing}{number}/" for number in range(2, len(pages) + 1))] == pages
        for number, page in enumerate(pages):
            before = [target(page, address) for address in site.tree(page).xpath("//a[@rel='prev']/@href")]
            assert pages[:number][-1:] == before
            linked = {target(page, address) for address in site.tree(page).xpath("//nav[@class='cat-pages']//a/@href")}
            assert {pages[0], pages[-1]} - {page} <= linked or len(pages) == 1


def test_listings_without_products_say_so(site: Site, held: dict[str, list[Published]]) -> None:
    """Pages exist for every province, group, set and star level; one without products holds no card and says it."""
    pages = [
        page for page in site.pages if LISTED.fullmatch(page) and not re.search(r"/\d+/$", page.replace("stars/", ""))
    ]
    for page in pages:
        if page[3:] not in held:
            assert [] == cards(site, page)
            assert site.tree(page).xpath("//*[@class='cat-empty']"), page


def test_the_count_of_a_listing_is_true(site: Site, held: dict[str, list[Published]]) -> None:
    """The number under its title, with the day where it counts ratings; the export list tells apart what is undated."""
    for language, path, products in listings(held):
        (count,) = site.tree(f"{language}/{path}").xpath("//p[@class='cat-head__count']")
        known = [one for one in products if one["standing"]["state"] in IN_FORCE]
        if path == "export/":
            assert [len(known), len(products) - len(known)] == counted(count.text_content())
        else:
            assert len(products) == counted(count.text_content())[-1], (language, path)
        assert (path in RATED) == (DAYS[language] in count.text_content()), (language, path)


def test_counts_beside_links_are_true(site: Site, held: dict[str, list[Published]]) -> None:
    """On home, index and listing pages: the number in a link to a listing is that of its products."""
    checked = 0
    for page in site.pages:
        if "/p/" in page or page == "404.html":
            continue
        for link in site.tree(page).xpath(COUNTED):
            (count,) = link.xpath("span[@class='cat-count']")
            path = target(page, link.get("href"))[3:]
            assert [len(held.get(path, []))] == numbers(count.text_content()), (page, path)
            checked += 1
    assert 500 <= checked


def test_counts_in_headings_of_indexes_are_true(site: Site, held: dict[str, list[Published]]) -> None:
    """Groups and star levels carry their number in the heading."""
    for language in LANGUAGES:
        for index in ("groups", "stars"):
            page = f"{language}/{index}/"
            headings = site.tree(page).xpath("//h2[a][span[@class='cat-count']]")
            assert {"groups": 6, "stars": 3}[index] == len(headings)
            for heading in headings:
                path = target(page, heading.find("a").get("href"))[3:]
                assert [len(held.get(path, []))] == numbers(heading.xpath("span")[0].text_content()), path


def one_number(element: html.HtmlElement) -> int:
    """The only number in an element."""
    (number,) = counted(element.text_content())
    return number


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_of_the_home_page_are_true(site: Site, language: str) -> None:
    """Products, those in force, producers, provinces."""
    products = site.products
    expected = [
        len(products),
        sum(one["standing"]["state"] in IN_FORCE for one in products),
        len({one["producer"]["id"] for one in products if "producer" in one}),
        len({one["place_today"]["province_id"] for one in products if "province_id" in one.get("place_today", {})}),
    ]
    figures = site.tree(f"{language}/").xpath("//dl[@class='cat-figures']//dd")
    assert expected == [one_number(figure) for figure in figures]


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_of_doors_groups_and_levels_are_true(
    site: Site, held: dict[str, list[Published]], language: str
) -> None:
    """The other counts of the home page; the door for export counts only what is in force."""
    home = site.tree(f"{language}/")
    export = [one for one in held["export/"] if one["standing"]["state"] in IN_FORCE]
    doors = home.xpath("//p[@class='cat-door__count']")
    assert [len(export), len(held["home-market/"])] == [one_number(door) for door in doors]
    assert all(DAYS[language] in door.text_content() for door in doors)
    for tile in home.xpath("//div[starts-with(@class, 'cat-group ')]"):
        path = target(f"{language}/", tile.xpath(".//h3/a/@href")[0])[3:]
        assert len(held.get(path, [])) == one_number(tile.xpath(".//p[@class='cat-group__count']")[0])
    for level in home.xpath("//ul[@class='cat-levels']/li"):
        path = target(f"{language}/", level.find("a").get("href"))[3:]
        assert len(held.get(path, [])) == one_number(level.xpath("span[@class='cat-count']")[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_puts_export_capable_products_in_front(site: Site, language: str) -> None:
    """Only products in force, five stars before four, each run in the order of the export listing."""
    shown = cards(site, f"{language}/")
    export = [one for one in cards(site, f"{language}/export/") if one in shown]
    by_id = {one["id"]: one["standing"] for one in site.products}
    assert export == shown
    assert {True} == {by_id[one]["export_capable"] for one in shown}
    stars = [by_id[one]["stars"] for one in shown]
    assert sorted(stars, reverse=True) == stars


@pytest.mark.parametrize("language", LANGUAGES)
def test_producers_show_how_many_products_they_have(
    site: Site, held: dict[str, list[Published]], language: str
) -> None:
    """The link from a product to its producer's other products tells their number."""
    for product in site.products:
        if "producer" in product:
            links = site.tree(f"{language}/p/{product['id']}/").xpath("//*[@id='contact']//p[@class='cat-note']/a")
            expected = len(held[f"producers/{product['producer']['id']}/"])
            assert expected in [number for link in links for number in numbers(link.text_content())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_product_has_a_page_and_every_page_a_product(site: Site, language: str) -> None:
    """Product pages are those of the open data, no more and no less, and the page above them."""
    pages = {page.split("/")[2] for page in site.pages if page.startswith(f"{language}/p/")}
    assert {"", *(product["id"] for product in site.products)} == pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_lead_to_their_first_product(site: Site, language: str) -> None:
    """The A-Z list: a letter's link leads to the page and place where its first product stands."""
    page = f"{language}/products/"
    for link in site.tree(page).xpath("//nav[@class='cat-letters']//a"):
        path, _, anchor = link.get("href").partition("#")
        (section,) = site.tree(target(page, path)).xpath("//section[@id=$anchor]", anchor=anchor)
        assert link.text_content().strip() == section.find("h2").text_content().strip()
