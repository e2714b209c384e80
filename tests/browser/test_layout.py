"""Pages fit small screens, large text, paper and the chosen scheme, and nothing moves while they load."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, Web
from tests.browser.kinds import FULL_PAGES, REAL_KINDS
from tests.browser.server import launch
from tests.real_site import Site

pytestmark = pytest.mark.browser
SMALLEST_TARGET = 24
MOST_SHIFT = 0.02
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
  const inside = (one) => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      if (scrolls(up) && up.getBoundingClientRect().right <= wide + 1) return true;
    }
    return false;
  };
  const stands = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.right > wide + 1 && getComputedStyle(one).visibility === "visible" && !inside(one);
  };
  const parts = document.querySelectorAll("#main *, .cat-header *, .cat-footer *, .cat-root *");
  return {
    page: document.documentElement.scrollWidth - wide,
    parts: [...parts].filter(stands).map((one) => one.outerHTML.slice(0, 160)).slice(0, 5),
  };
}"""
TARGETS = """(smallest) => {
  const shown = (one) => one.getClientRects().length && getComputedStyle(one).visibility === "visible";
  const inSentence = (one) => {
    const around = [...one.parentElement.childNodes];
    const words = around.some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return getComputedStyle(one).display === "inline" && words;
  };
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, select")]
    .filter((one) => shown(one) && !one.matches(".cat-skip") && !one.closest(".cat-card") && !inSentence(one))
    .map((one) => [one.outerHTML.slice(0, 200), one.getBoundingClientRect()])
    .filter(([, box]) => box.width < smallest || box.height < smallest)
    .map(([text, box]) => [text, box.width, box.height]);
}"""
OBSERVE = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""
DARK_PAPER = "rgb(17, 25, 22)"
ALL_KINDS = (*REAL_KINDS, *FULL_PAGES)


def overflow(page: Page) -> tuple[bool, list[str]]:
    """Whether a page is wider than its window, and elements that stand out of it."""
    found = page.evaluate(OVERFLOW)
    return found["page"] > 0, found["parts"]


@pytest.fixture(scope="module")
def enlarged(browser: Browser) -> Iterator[Page]:
    """A window of 640 px in a browser of its own, whose text is set to twice the usual size."""
    with closing(launch(browser.browser_type, "--blink-settings=defaultFontSize=32")) as large:
        yield large.new_page(viewport={"width": 640, "height": 800})


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_nothing_stands_out_of_a_narrow_or_enlarged_page(kind: str, web: Web, visit: Visit, enlarged: Page) -> None:
    """At 320 px, and at 640 px in a browser whose reader set text to 200 %."""
    assert (False, []) == overflow(visit(web.address(kind), width=320))
    enlarged.goto(web.address(kind))
    assert "32px" == enlarged.evaluate("getComputedStyle(document.documentElement).fontSize")
    assert (False, []) == overflow(enlarged)


@pytest.mark.parametrize("width", [360, 768, 1100])
@pytest.mark.parametrize("path", ["en/products/?view=table", "vi/products/", "vi/enquiry/", "en/list/"])
def test_what_scripts_draw_stays_inside_the_page(path: str, width: int, rich: tuple[Site, str], visit: Visit) -> None:
    """Wide tables move sideways in a place of their own."""
    page = visit(rich[1] + path, width=width)
    expect(page.locator(".cat-rows, .cat-browse .cat-card[data-product], .cat-desk .cat-empty").first).to_be_visible()
    assert (False, []) == overflow(page)


def test_the_foot_of_a_short_page_ends_the_window(web: Web, visit: Visit) -> None:
    """No strip of paper shows below it."""
    page = visit(web.address("not found"), width=1280, height=1400)
    assert 1400 == page.locator(".cat-footer").evaluate("one => one.getBoundingClientRect().bottom")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "kind", ["root", "home", "export", "second page", "groups", "valid", "full product", "producer"]
)
def test_targets_are_large_enough(kind: str, width: int, web: Web, visit: Visit) -> None:
    """24 px each way (WCAG 2.5.8); links inside sentences are exempt there too, and a card's link is the whole card."""
    page = visit(web.address(kind), width=width)
    assert [] == page.evaluate(TARGETS, SMALLEST_TARGET)


def test_the_chosen_scheme_holds_on_the_next_page(web: Web, visit: Visit) -> None:
    """Before anything is painted, also on the root page; and against the system's own scheme."""
    page = visit(web.address("home"), color_scheme="light")
    page.locator("button.cat-scheme").click()
    for kind in ("valid", "root", "about"):
        page.goto(web.address(kind))
        expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
        assert DARK_PAPER == page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(web.address("home"))
    page.locator("button.cat-scheme").click()
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert DARK_PAPER != page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_systems_scheme_holds_without_a_choice(web: Web, visit: Visit) -> None:
    """Also without scripts."""
    page = visit(web.address("home"), color_scheme="dark", java_script_enabled=False)
    assert DARK_PAPER == page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")


def sheets(page: Page, file: Path) -> int:
    """How many sheets of A4 a page prints on."""
    data = page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", data))


@pytest.mark.parametrize("kind", ["valid", "expiring", "lapsed", "withdrawn", "proposed", "undated"])
def test_a_product_prints_on_one_sheet(kind: str, web: Web, visit: Visit, tmp_path: Path) -> None:
    """Real records, in Vietnamese; black on white also when the screen is dark."""
    page = visit(web.address(kind), color_scheme="dark")
    assert 1 == sheets(page, tmp_path / "sheet.pdf")
    page.emulate_media(media="print")
    assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(page.locator(".cat-share__url")).to_be_visible()
    expect(page.locator(".cat-header")).to_be_hidden()


def test_a_record_with_every_field_prints_on_few_sheets(web: Web, visit: Visit, tmp_path: Path) -> None:
    """A record of nine tables and every field needs more than one sheet, but not a leaflet."""
    assert sheets(visit(web.address("full product")), tmp_path / "sheets.pdf") <= 4


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "export", "all products", "valid", "full product"])
def test_nothing_moves_while_a_page_loads(kind: str, width: int, web: Web, visit: Visit) -> None:
    """The sum of all layout shifts, with fonts arriving late and while the reader scrolls."""
    page = visit(width=width)
    page.add_init_script(OBSERVE)
    page.goto(web.address(kind), wait_until="load")
    page.evaluate("document.fonts.ready")
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += 700) {"
        " scrollTo(0, y); await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))); } }"
    )
    assert page.evaluate("window.shift") <= MOST_SHIFT
