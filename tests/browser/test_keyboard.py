"""Everything is reached and seen with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Web

pytestmark = pytest.mark.browser
KINDS = ("home", "export", "valid", "full product", "programme", "about", "producer", "not found")
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
  const card = one.tagName === "A" && one.closest(".cat-card"), ring = card ? getComputedStyle(card) : look;
  return {
    tag: one.tagName, name: one.className, text: (one.textContent || one.getAttribute("aria-label") || "").trim(),
    ring: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: (() => {
      const header = document.querySelector(".cat-header");
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
      return !!header && !header.contains(one) && header.contains(top);
    })(),
    end: one === document.body,
  };
}"""
MOST_STOPS = 60


def stops(page: Page, most: int = MOST_STOPS) -> list[dict[str, object]]:
    """What has the focus at each press of Tab, from the top of the page on."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["end"]:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_skip_link_comes_first_and_works(kind: str, web: Web, visit: Visit) -> None:
    """It appears when it has the focus, and what follows is the content."""
    page = visit(web.address(kind))
    page.keyboard.press("Tab")
    skip = page.locator("a.cat-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_always_seen(kind: str, width: int, web: Web, visit: Visit) -> None:
    """Every stop has a ring, stands on the screen and is not covered by the header."""
    page = visit(web.address(kind), width=width, reduced_motion="reduce")
    found = stops(page)
    assert 10 <= len(found)
    assert [] == [stop for stop in found if not stop["ring"] or not stop["inside"] or stop["covered"]]


def test_the_menu_of_a_phone_opens_with_the_keyboard(web: Web, visit: Visit) -> None:
    """At 360 px the summary is a stop; Enter opens it; its links come among the next stops."""
    page = visit(web.address("valid"), width=360)
    summary = page.locator("details.cat-menu summary")
    expect(page.locator("nav.cat-nav")).to_be_hidden()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    links = page.locator("nav.cat-nav a")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(web.real + "vi/export/")


def test_a_card_is_one_link_and_two_buttons(web: Web, visit: Visit) -> None:
    """One link a card, with the product's name as its words; a press anywhere else on the card follows it."""
    page = visit(web.address("export"))
    cards = page.locator("article.cat-card")
    focusable = "a[href], button, input, [tabindex]"
    stops = cards.evaluate_all(
        f"cards => cards.map(card => [...card.querySelectorAll('{focusable}')].map(one => one.tagName).join())"
    )
    assert {"A,BUTTON,BUTTON"} == set(stops)
    card = cards.first
    name, address = card.locator("a").inner_text(), card.locator("a").get_attribute("href")
    box = card.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 8, box["y"] + 8)
    expect(page.locator("h1")).to_have_text(name)
    assert address
    assert page.url.endswith(address.removeprefix("../../"))


def test_the_scheme_button_tells_its_state(web: Web, visit: Visit) -> None:
    """Pressed with the keyboard it changes the scheme and says so."""
    page = visit(web.address("home"), color_scheme="light")
    button = page.locator("button.cat-scheme")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
