"""The search field of a real page is asked as the benchmark asks it."""

import pytest
from playwright.sync_api import Browser

from benchmarks.search.browser import opened
from benchmarks.search.host import SLOW_4G, Host, served
from benchmarks.search.pagefind import make_page
from tests.real_site import Site

pytestmark = pytest.mark.browser


def test_results_are_timed_and_their_bytes_counted(site: Site, browser: Browser) -> None:
    """The first query brings scripts and index; a query asked again needs nothing more."""
    host = Host({"/": site.folder})
    page = f"vi/p/{site.products[0]['id']}/"
    with (
        served(host) as address,
        opened(browser, host, "ours", f"{address}/{page}", SLOW_4G) as phone,
    ):
        first, unknown, again = phone.ask("ca phe"), phone.ask("xyzzyq"), phone.ask("ca phe")
    assert any(one.path == "/search/vi/index.js" for one in first.answers)
    assert any(one.path.startswith("/assets/search.") for one in first.answers)
    assert all(one.took for one in (first, unknown, again))
    # Scripts, directory, terms and cards: each is known only when the one before is there.
    assert 4 * SLOW_4G.wait * 1000 <= (first.took or 0)
    assert 0 == again.size


def test_the_peers_page_is_ours_with_another_field(site: Site) -> None:
    """And without the policy that would forbid the peer's code."""
    page = make_page(site.read(f"vi/p/{site.products[0]['id']}/"))
    assert "Content-Security-Policy" not in page
    assert "cat-search" not in page
    assert '<div id="search"></div>' in page
    assert 1 == page.count("pagefind-ui.js")


def test_a_page_without_a_search_field_is_refused() -> None:
    """It would be measured without a search."""
    with pytest.raises(ValueError, match="search field"):
        make_page("<html><head></head></html>")
