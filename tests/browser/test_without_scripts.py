"""Every product is reached by links alone, in a browser that runs no scripts."""

import random
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Web

pytestmark = pytest.mark.browser
SEED = 20261123
WALKS = 3
NEXT = "nav.cat-pages a[rel=next]"


def walk_to(page: Page, product: str) -> None:
    """From an A-Z page on, turn pages until the product's card is there, and follow it."""
    card = page.locator(f"article.cat-card a[href$='/p/{product}/']")
    while not card.count():
        page.locator(NEXT).click()
    card.first.click()
    expect(page).to_have_url(re.compile(f"/p/{product}/$"))


@pytest.mark.parametrize("number", range(WALKS))
def test_a_product_is_reached_from_the_root_by_links(number: int, web: Web, visit: Visit) -> None:
    """Root, home, all products, page after page, the product; then the same product in the other language and back."""
    product = random.Random(SEED + number).choice(web.site.products)  # noqa: S311  seeded, to walk the same way again
    page = visit(web.real, java_script_enabled=False)
    page.locator("a[hreflang=vi]").click()
    page.locator("a[href$='vi/products/']").first.click()
    walk_to(page, product["id"])
    name = page.locator("h1").inner_text()
    page.locator("a.cat-language").click()
    expect(page).to_have_url(f"{web.real}en/p/{product['id']}/")
    expect(page.locator("h1")).to_have_text(name)
    page.locator("a.cat-language").click()
    expect(page).to_have_url(f"{web.real}vi/p/{product['id']}/")


@pytest.mark.parametrize("index", ["groups", "provinces", "producers", "stars"])
def test_a_product_is_reached_over_every_index(index: str, web: Web, visit: Visit) -> None:
    """Home, the index, its first listing with products, a card."""
    page = visit(web.real + "en/", java_script_enabled=False)
    page.locator(f"a[href$='en/{index}/'], a[href='{index}/']").first.click()
    expect(page).to_have_url(f"{web.real}en/{index}/")
    listing = page.locator("#main li a, #main h2 a").filter(has=page.locator("xpath=self::a[not(.='0')]"))
    for number in range(listing.count()):
        listing.nth(number).click()
        if page.locator("article.cat-card").count():
            break
        page.go_back()
    page.locator("article.cat-card a").first.click()
    expect(page).to_have_url(re.compile("/en/p/[a-z0-9-]+/$"))
    expect(page.locator("h1")).to_be_visible()


def test_the_search_field_leads_to_the_list_of_all_products(web: Web, visit: Visit) -> None:
    """Without scripts the form still goes somewhere useful, with the words in the address."""
    page = visit(web.real + "vi/", java_script_enabled=False)
    page.locator("#hero-search").fill("trà sen")
    page.locator("#hero-search").press("Enter")
    expect(page).to_have_url(re.compile(r"/vi/products/\?q=tr%C3%A0(\+|%20)sen$"))
    assert 40 <= page.locator("article.cat-card").count()


def test_what_needs_scripts_is_not_shown_without_them(web: Web, visit: Visit) -> None:
    """Copy, print and scheme buttons stay hidden; the menu of a phone opens as it is plain HTML."""
    page = visit(web.address("valid"), width=360, java_script_enabled=False)
    for button in page.locator("button[type=button]").all():
        expect(button).to_be_hidden()
    expect(page.locator("nav.cat-nav")).to_be_hidden()
    page.locator("details.cat-menu summary").click()
    expect(page.locator("nav.cat-nav a").first).to_be_visible()


def test_an_unknown_address_shows_the_way_back(web: Web, visit: Visit) -> None:
    """In both languages, from any depth."""
    page = visit(web.address("not found"), java_script_enabled=False)
    page.locator("#main a[href='/en/']").click()
    expect(page).to_have_url(web.real + "en/")
