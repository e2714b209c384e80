"""A Chromium, the built sites on a port of their own, and a fresh page for every test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.kinds import FULL_PAGES, page_of
from tests.browser.server import launch, served
from tests.real_site import Site, full_site, real_site, rich_site

SLOWEST = 15_000
"""Milliseconds a page may take on a busy machine."""


@dataclass(frozen=True)
class Web:
    """The sites as a browser reaches them."""

    site: Site
    real: str
    full: str

    def address(self, kind: str) -> str:
        """The address of the page of a kind."""
        return self.full + FULL_PAGES[kind] if kind in FULL_PAGES else self.real + page_of(kind, self.site)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real catalogue."""
    return real_site(tmp_path_factory)


@pytest.fixture(scope="session")
def web(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Both sites, served from this machine."""
    with served(site.folder) as real, served(full_site(tmp_path_factory).folder) as full:
        yield Web(site, real, full)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright:
        started = launch(playwright.chromium)
        yield started
        started.close()


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A catalogue of records with trade terms, and its address."""
    site = rich_site(tmp_path_factory)
    with served(site.folder) as address:
        yield site, address


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page in a context of its own: `visit(address, width=360, color_scheme="dark")`."""
    contexts: list[BrowserContext] = []

    def open_page(address: str = "", width: int = 1280, height: int = 800, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(SLOWEST)
        contexts.append(context)
        page = context.new_page()
        if address:
            page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
