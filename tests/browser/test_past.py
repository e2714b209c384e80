"""A price or certificate that runs out after the build is marked on the reader's day, wherever it is shown."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Web
from tests.browser.test_standing import open_on
from tests.real_site import FULL

pytestmark = pytest.mark.browser
TRADE = date(2027, 1, 31)
"""The last day of the price for the trade of the fullest record."""
ONE_DAY = timedelta(days=1)
MARK = {"vi": "đã hết hạn", "en": "expired"}
PLACES = {
    "strip of facts": ("p/{}/", ".cat-facts dd:has-text('USD')"),
    "product sheet": ("p/{}/", "#trade td:has-text('USD')"),
    "comparison": ("compare/?compare={},ten-thoi", ".cat-compare td:has-text('USD')"),
    "table": ("products/?view=table", "[data-product='{}'] td[data-column=price]"),
}


def shown(page: Page, place: str) -> str:
    """The words of the price in a place."""
    return page.locator(PLACES[place][1].format(FULL)).first.inner_text()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", MARK)
def test_a_price_is_marked_from_the_day_after_its_last(language: str, place: str, web: Web, visit: Visit) -> None:
    """Until then it is shown with its last day alone."""
    address = f"{web.full}{language}/{PLACES[place][0].format(FULL)}"
    assert MARK[language] not in shown(open_on(visit, address, TRADE), place)
    assert MARK[language] in shown(open_on(visit, address, TRADE + ONE_DAY), place)


def test_a_price_in_a_list_is_marked(web: Web, visit: Visit) -> None:
    """On the page of lists, also one that came with a link."""
    address = f"{web.full}en/list/?list=Tea~{FULL}"
    line = ".cat-mine__facts"
    expect(open_on(visit, address, TRADE).locator(f"{line} .cat-past")).to_be_hidden()
    expect(open_on(visit, address, TRADE + ONE_DAY).locator(line)).to_contain_text("until 31 January 2027 expired")


def test_a_certificate_is_marked_too(web: Web, visit: Visit) -> None:
    """In the table of certificates of a product's page."""
    marks = "#certificates .cat-past:visible"
    address = f"{web.full}en/p/{FULL}/"
    before = open_on(visit, address, date(2026, 11, 23)).locator(marks).count()
    assert before < open_on(visit, address, date(2040, 1, 1)).locator(marks).count()
