"""The desk as a buyer uses it: over http or from a disk without a network, by mouse or by keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.real_site import Site

PLACES = ("http", "disk")
MOST_TABS = 160
KEPT = "() => JSON.parse(localStorage.getItem('cat-desk') || 'null')"


def first_ids(site: Site, number: int) -> list[str]:
    """The first products of a catalogue, by id."""
    return sorted(product["id"] for product in site.products)[:number]


@dataclass(frozen=True)
class Desk:
    """One built site, reached over http or from disk."""

    site: Site
    web: str
    place: str
    visit: Visit

    def at(self, path: str) -> str:
        """The address of a path of the site: `vi/compare/?compare=a,b`."""
        page, _, query = path.partition("?")
        if self.place == "http":
            return f"{self.web}{path}"
        file = Path(self.site.folder, page, "index.html" if not page or page.endswith("/") else "").as_uri()
        return f"{file}?{query}" if query else file

    def open(self, path: str, width: int = 1440, **options: object) -> Page:
        """A page in a browser that knows nothing yet; from disk the network is off."""
        page = self.visit(width=width, height=900, reduced_motion="reduce", **options)
        if self.place == "disk":
            page.context.set_offline(True)
        page.goto(self.at(path))
        return ready(page)

    def ids(self, number: int) -> list[str]:
        """The first products of the catalogue, by id."""
        return first_ids(self.site, number)


def ready(page: Page) -> Page:
    """The page once its part of the desk is there."""
    expect(page.locator("[data-desk][aria-busy]")).to_have_count(0)
    return page


def press_until(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until an element has the focus; fails when it never has."""
    for _ in range(MOST_TABS):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
    expect(target).to_be_focused()


Press = Callable[[Locator], None]


def by_mouse(target: Locator) -> None:
    """Press with the mouse."""
    target.click()


def by_keyboard(target: Locator) -> None:
    """Go there with Tab and press Enter."""
    press_until(target.page, target)
    target.page.keyboard.press("Enter")


@pytest.fixture(params=PLACES)
def desk(request: pytest.FixtureRequest, rich: tuple[Site, str], visit: Visit) -> Desk:
    """The catalogue of records with trade terms."""
    return Desk(rich[0], rich[1], request.param, visit)


@pytest.fixture(params=[by_mouse, by_keyboard], ids=["mouse", "keyboard"])
def press(request: pytest.FixtureRequest) -> Press:
    """How something is pressed."""
    chosen: Press = request.param
    return chosen


@pytest.fixture
def width(request: pytest.FixtureRequest, desk: Desk) -> int:
    """A phone or a desk; over both places and both ways of pressing, each width meets each of them."""
    keyboard = "press" in request.fixturenames and request.getfixturevalue("press") is by_keyboard
    return 360 if (desk.place == "http") == keyboard else 1440
