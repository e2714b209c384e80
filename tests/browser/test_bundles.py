"""Products or producers that share a page: it shows the one its address names; every address of one leads there."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.server import served
from tests.browser.test_accessibility import ALL_RULES, COLOUR_RULES, serious
from tests.real_site import Site, bundled_site

pytestmark = pytest.mark.browser
SHOWN = ".cat-bundle__item:visible"


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """In Vietnamese products without a rating share pages, in English all do."""
    return bundled_site(tmp_path_factory)


@pytest.fixture(scope="module")
def root(bundled: Site) -> Iterator[str]:
    """The address of the site on a host that shows `404.html` for unknown addresses."""
    with served(bundled.folder) as address:
        yield address


def path(site: Site, state: str, language: str) -> str:
    """Where a product with a standing is, from the root of the site."""
    (found,) = [product for product in site.products if product["id"] == site.states[state]]
    address: str = found["urls"][language]
    return address.split("/", 3)[3]


def expect_alone(page: Page, address: str, name: str) -> None:
    """The page at an address shows one product and no other."""
    expect(page).to_have_url(address)
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(SHOWN)).to_have_attribute("data-product", name)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("file", ["", "index.html"])
def test_a_former_address_leads_to_the_product(
    language: str, file: str, root: str, bundled: Site, visit: Visit
) -> None:
    """On a host that answers unknown addresses with the page for them; in the language of the address."""
    name = bundled.states["lapsed"]
    page = visit(f"{root}{language}/p/{name}/{file}")
    expect_alone(page, root + path(bundled, "lapsed", language), name)
    heading = page.locator(f"{SHOWN} h2").inner_text()
    assert page.title().startswith(f"{heading} – ")


def test_a_former_address_of_a_producer_leads_to_it(root: str, bundled: Site, visit: Visit) -> None:
    """Also of a further page of its products; the header leads to its own page in Vietnamese, and back."""
    name = next(product["producer"]["id"] for product in bundled.products if "producer" in product)
    for former in (f"en/producers/{name}/", f"en/producers/{name}/2/", f"en/m/900/#m-{name}"):
        page = visit(root + former)
        expect(page).to_have_url(re.compile(rf"/en/m/\d+/#m-{name}$"))
        expect(page.locator(SHOWN)).to_have_count(1)
        expect(page.locator(SHOWN)).to_have_attribute("id", f"m-{name}")
    there = page.url
    page.locator(".cat-language").click()
    expect(page).to_have_url(f"{root}vi/producers/{name}/")
    page.locator(".cat-language").click()
    expect(page).to_have_url(there)
    page = visit(f"{root}vi/m/3/#m-{name}")
    expect(page).to_have_url(f"{root}vi/producers/{name}/")


def test_the_way_back_skips_the_former_address(root: str, bundled: Site, visit: Visit) -> None:
    """Who goes back is not sent forward again."""
    page = visit(f"{root}vi/")
    page.goto(f"{root}vi/p/{bundled.states['lapsed']}/")
    expect(page).to_have_url(re.compile("#p-"))
    page.go_back()
    expect(page).to_have_url(f"{root}vi/")


def test_a_product_that_left_the_page_is_found(root: str, bundled: Site, visit: Visit) -> None:
    """On another of these pages, also one that is no more; or on its own."""
    for state in ("lapsed", "valid"):
        there = root + path(bundled, state, "vi")
        for number in (1, 2, 900):
            page = visit(f"{root}vi/b/{number}/#p-{bundled.states[state]}")
            expect(page).to_have_url(there)


def test_what_is_nowhere_stays_an_unknown_address(root: str, visit: Visit) -> None:
    """The page for unknown addresses looks, and says what it says; a shared page tells that it is gone."""
    page = visit(f"{root}vi/p/khong-co-san-pham-nay/")
    with page.expect_request(re.compile("search/all/i-")):
        page.reload()
    expect(page.locator("[data-seeking]:visible")).to_have_count(0)
    expect(page).to_have_url(f"{root}vi/p/khong-co-san-pham-nay/")
    page = visit(f"{root}vi/b/1/#p-khong-co-san-pham-nay")
    expect(page.locator("[data-gone]")).to_be_visible()
    page.locator("[data-gone] a").click()
    expect(page).to_have_url(f"{root}vi/products/")


def test_without_scripts_the_anchor_alone_shows_the_product(root: str, bundled: Site, visit: Visit) -> None:
    """From its card, and from there to the other language, and to the others of the page."""
    page = visit(f"{root}en/products/", java_script_enabled=False)
    card = page.locator(".cat-card a").first
    card.click()
    expect(page).to_have_url(re.compile(r"/en/b/\d+/#p-[a-z0-9-]+$"))
    name = page.url.partition("#p-")[2]
    expect_alone(page, page.url, name)
    page.locator(".cat-bundle__all a:visible").click()
    assert 5 < page.locator(SHOWN).count()
    page.goto(root + path(bundled, "lapsed", "vi"))
    page.locator(f"{SHOWN} a[hreflang=en]").click()
    expect_alone(page, root + path(bundled, "lapsed", "en"), bundled.states["lapsed"])


def test_without_scripts_a_former_address_offers_list_and_search(root: str, bundled: Site, visit: Visit) -> None:
    """The list by letters leads to every product."""
    page = visit(f"{root}vi/p/{bundled.states['lapsed']}/", java_script_enabled=False)
    expect(page.locator("[role=search]")).to_be_visible()
    expect(page.locator("[data-seeking]:visible")).to_have_count(0)
    page.locator("#main a[href='/vi/products/']").click()
    assert page.locator(".cat-card").count()


def test_the_header_leads_to_the_product_in_the_other_language(root: str, bundled: Site, visit: Visit) -> None:
    """And follows when another product of the page is shown; from an own page to a shared one and back."""
    page = visit(root + path(bundled, "valid", "vi"))
    page.locator(".cat-language").click()
    expect_alone(page, root + path(bundled, "valid", "en"), bundled.states["valid"])
    page.locator(".cat-language").click()
    expect(page).to_have_url(root + path(bundled, "valid", "vi"))


def test_another_product_of_the_page_takes_its_place(root: str, bundled: Site, visit: Visit) -> None:
    """By the list of names, after all were shown; the way to the content leaves the product alone."""
    page = visit(root + path(bundled, "lapsed", "vi"))
    page.keyboard.press("Tab")
    page.evaluate("location.hash = '#main'")
    expect(page.locator(SHOWN)).to_have_count(1)
    page.locator(".cat-bundle__all a").click()
    names = page.locator(".cat-bundle__names a")
    assert names.count() == page.locator(SHOWN).count()
    chosen = (names.last.get_attribute("href") or "").removeprefix("#p-")
    names.last.click()
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(SHOWN)).to_have_attribute("data-product", chosen)


def test_a_product_is_kept_from_a_shared_page(root: str, bundled: Site, visit: Visit) -> None:
    """Its buttons know it, and the list leads back to it."""
    page = visit(root + path(bundled, "lapsed", "vi"))
    page.locator(f"{SHOWN} [data-pick=save]").click()
    page.goto(f"{root}vi/list/")
    link = page.locator(f"[data-desk] a[href$='#p-{bundled.states['lapsed']}']")
    link.first.click()
    expect_alone(page, root + path(bundled, "lapsed", "vi"), bundled.states["lapsed"])


def test_the_search_leads_to_a_shared_page(root: str, bundled: Site, visit: Visit) -> None:
    """Hits have the same addresses as cards."""
    page = visit(f"{root}en/products/?q={bundled.states['lapsed'].replace('-', '+')}")
    page.locator(".cat-browse__main .cat-card a").first.click()
    expect(page).to_have_url(re.compile(r"/en/b/\d+/#p-[a-z0-9-]+$"))
    expect(page.locator(SHOWN)).to_have_count(1)


def test_from_a_disk_cards_lead_to_shared_pages(bundled: Site, visit: Visit) -> None:
    """An address with an anchor names its file there."""
    page = visit(bundled.file("en/provinces/dong-nai/").as_uri())
    page.locator(".cat-card a").first.click()
    expect(page).to_have_url(re.compile(r"^file:.*/en/b/\d+/index\.html#p-[a-z0-9-]+$"))
    expect(page.locator(SHOWN)).to_have_count(1)


@pytest.mark.parametrize("kind", ["products", "one product", "producers"])
def test_axe_finds_nothing_serious_on_a_shared_page(kind: str, root: str, bundled: Site, visit: Visit) -> None:
    """With one product and with all, in both schemes; nothing is wider than the narrowest phone."""
    pages = {"products": "vi/b/1/", "one product": path(bundled, "lapsed", "vi"), "producers": "en/m/1/"}
    page = visit(root + pages[kind], color_scheme="light")
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert [] == serious(page, ALL_RULES), width
        page.emulate_media(color_scheme="dark")
        assert [] == serious(page, COLOUR_RULES), width
        assert width >= page.evaluate("document.documentElement.scrollWidth"), width
