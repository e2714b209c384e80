"""A rating that runs out after the build is shown as lapsed on the reader's day, and not a day before."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, Web
from tests.real_site import AS_OF

pytestmark = pytest.mark.browser
LAPSED = {"vi": "hết hạn", "en": "lapsed"}
VALID = {"vi": "hiệu lực đến", "en": "valid until"}
EXPIRING = {"vi": "sắp hết hạn", "en": "expires soon"}
SECTION = "section.cat-standing"
WINDOW = timedelta(days=180)
ONE_DAY = timedelta(days=1)
VIETNAM = timedelta(hours=7)
LANGUAGES = ("vi", "en")
LAPSES = "all => all.map((one) => JSON.parse(one.dataset.standing).find((step) => step[1] === 'lapsed')[0])"
"""The day on which each badge lapses."""


def last_day(web: Web, state: str = "valid") -> date:
    """The last day of validity of the product that stands for a state."""
    (product,) = [one for one in web.site.products if one["id"] == web.site.states[state]]
    return date.fromisoformat(product["standing"]["expires"])


def open_on(visit: Visit, address: str, day: date, at: time = time(12)) -> Page:
    """Open a page when the clock in Việt Nam shows this day and time."""
    page = visit(timezone_id="America/Los_Angeles")
    page.clock.set_fixed_time(datetime.combine(day, at, UTC) - VIETNAM)
    page.goto(address)
    return page


def badge(page: Page) -> Locator:
    """The badge of the product itself."""
    return page.locator(f"{SECTION} .cat-badge")


def product_page(web: Web, language: str, state: str = "valid") -> str:
    """The address of the product that stands for a state."""
    return f"{web.real}{language}/p/{web.site.states[state]}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rating_lapses_on_the_page_the_day_after_its_last(language: str, web: Web, visit: Visit) -> None:
    """Words, state, sentence and colour change, and the stars are gone for eye and ear."""
    page = open_on(visit, product_page(web, language), last_day(web) + ONE_DAY, time(0, 30))
    expect(badge(page)).to_have_attribute("data-state", "lapsed")
    expect(badge(page)).to_contain_text(LAPSED[language], ignore_case=True)
    expect(badge(page)).not_to_contain_text("sao OCOP")
    expect(page.locator(SECTION)).to_have_attribute("data-state", "lapsed")
    expect(page.locator(f"{SECTION} [data-meaning]")).to_contain_text(LAPSED[language])
    expect(badge(page).locator("svg")).to_be_hidden()
    assert "img" not in badge(page).aria_snapshot()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rating_is_in_force_on_its_last_day(language: str, web: Web, visit: Visit) -> None:
    """Until the day ends in Việt Nam, whatever the clock says where the reader is."""
    page = open_on(visit, product_page(web, language), last_day(web), time(23, 30))
    expect(badge(page)).to_have_attribute("data-state", "expiring")
    expect(badge(page)).to_contain_text(EXPIRING[language], ignore_case=True)
    expect(badge(page).locator("svg")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rating_stays_as_it_is_before_its_last_half_year(language: str, web: Web, visit: Visit) -> None:
    """181 days before the last day it is valid, 180 days before it expires soon."""
    address = product_page(web, language)
    page = open_on(visit, address, last_day(web) - WINDOW - ONE_DAY)
    expect(badge(page)).to_have_attribute("data-state", "valid")
    expect(badge(page)).to_contain_text(VALID[language], ignore_case=True)
    page = open_on(visit, address, last_day(web) - WINDOW)
    expect(badge(page)).to_have_attribute("data-state", "expiring")


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_lapse_too(language: str, web: Web, visit: Visit) -> None:
    """Far in the future no card of the home page shows a rating as held."""
    page = open_on(visit, f"{web.real}{language}/", date(2035, 1, 1))
    badges = page.locator("article .cat-badge")
    assert 5 <= badges.count()
    expect(page.locator("article .cat-badge:not([data-state=lapsed])")).to_have_count(0)
    # Cards out of view are not laid out, so that only the rule can be asked, not the box.
    stars = page.locator("article .cat-badge .cat-stars")
    assert {"none"} == set(stars.evaluate_all("all => all.map((one) => getComputedStyle(one).display)"))
    for text in badges.all_text_contents():
        assert LAPSED[language] in text.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_to_send_lapses_too(language: str, web: Web, visit: Visit) -> None:
    """It says what the badge says, and what is copied is what is shown."""
    page = open_on(visit, product_page(web, language), last_day(web) + ONE_DAY)
    expect(page.locator("#share-text")).to_contain_text(badge(page).inner_text())
    expect(page.locator("#share-text")).not_to_contain_text("OCOP ·")


def test_a_lapsed_rating_stands_in_no_listing_of_ratings(web: Web, visit: Visit) -> None:
    """Links to star levels and to products for export go, those to its set and province stay."""
    listed = ".cat-collections a:visible"
    page = open_on(visit, product_page(web, "en"), last_day(web))
    assert ["stars", "sets", "provinces"] == [kind for kind in kinds_of(page, listed) if kind != "export"]
    page = open_on(visit, product_page(web, "en"), last_day(web) + ONE_DAY)
    assert ["sets", "provinces"] == kinds_of(page, listed)


def kinds_of(page: Page, links: str) -> list[str]:
    """The folders of the listings that links lead to."""
    addresses = page.locator(links).evaluate_all("all => all.map((one) => one.pathname)")
    return [address.split("/")[2] for address in addresses]


def test_no_lapsed_product_leads_on_the_home_page(web: Web, visit: Visit) -> None:
    """Its card leaves the products for export; far in the future nothing is left of them."""
    page = open_on(visit, f"{web.real}en/", AS_OF)
    shown = page.locator(".cat-featured .cat-card:visible").count()
    assert 5 <= shown
    first_to_go = min(page.locator(".cat-featured .cat-badge").evaluate_all(LAPSES))
    page = open_on(visit, f"{web.real}en/", date.fromisoformat(first_to_go))
    assert shown > page.locator(".cat-featured .cat-card:visible").count()
    expect(page.locator(".cat-featured .cat-card:visible [data-state=lapsed]")).to_have_count(0)
    page = open_on(visit, f"{web.real}en/", date(2035, 1, 1))
    expect(page.locator(".cat-featured")).to_be_hidden()


def test_a_comparison_follows_the_readers_day(web: Web, visit: Visit) -> None:
    """The row of stars names none that have lapsed since the build."""
    ids = ",".join([web.site.states["valid"], web.site.states["lapsed"]])
    row = "tr:has(th:text-is('Stars'))"
    page = open_on(visit, f"{web.real}en/compare/?compare={ids}", last_day(web))
    expect(page.locator(row)).to_be_visible()
    page = open_on(visit, f"{web.real}en/compare/?compare={ids}", last_day(web) + ONE_DAY)
    expect(page.locator(".cat-compare")).to_be_visible()
    expect(page.locator(row)).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_extension_ends(language: str, web: Web, visit: Visit) -> None:
    """A rating kept during re-assessment lapses after the announced day, and names its own last day."""
    address = f"{web.full}{language}/p/mat-ong-gia-han/"
    page = open_on(visit, address, date(2027, 1, 15))
    expect(badge(page)).to_have_attribute("data-state", "grace")
    page = open_on(visit, address, date(2027, 1, 16))
    expect(badge(page)).to_have_attribute("data-state", "lapsed")
    expect(badge(page)).to_contain_text({"vi": "01/09/2026", "en": "1 September 2026"}[language])


@pytest.mark.parametrize("state", ["withdrawn", "proposed", "unrated", "lapsed"])
def test_other_states_never_change(state: str, web: Web, visit: Visit) -> None:
    """No day gives stars to what holds none."""
    page = open_on(visit, product_page(web, "en", state), date(2040, 1, 1))
    expect(badge(page)).to_have_attribute("data-state", state)
    expect(badge(page).locator("svg")).to_have_count(0)


def test_undated_stars_lapse_when_they_must_have_run_out(web: Web, visit: Visit) -> None:
    """A year alone is known: however it is counted, the months are over by then."""
    dated = [one for one in web.site.products if one["standing"]["state"] == "undated" and "course" in one["standing"]]
    page = open_on(visit, f"{web.real}en/p/{dated[0]['id']}/", date(2040, 1, 1))
    expect(badge(page)).to_have_attribute("data-state", "lapsed")
    assert "{" not in page.locator(SECTION).inner_text()


@pytest.mark.parametrize("state", ["valid", "expiring", "undated"])
def test_as_many_stars_are_drawn_as_are_held(state: str, web: Web, visit: Visit) -> None:
    """The drawing is as many times wider than high as there are stars."""
    held = {one["id"]: one["standing"]["stars"] for one in web.site.products}[web.site.states[state]]
    box = visit(product_page(web, "en", state)).locator(f"{SECTION} .cat-stars").bounding_box()
    assert box
    assert held == round(box["width"] / box["height"])
