"""The map of the provinces under keyboard, finger and screen reader, with colours taken away, and on paper."""

from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Web

pytestmark = pytest.mark.browser
MIDDLE = """() => {
  const box = document.activeElement.querySelector("path").getBBox();
  return box.y + box.height / 2;
}"""
MAP = "svg[role=group]"
SHAPES = f"{MAP} > a"
DRAWN = """fill => {
  const one = document.querySelector(`.cat-legend rect[fill='${fill}']`).closest("svg").getBoundingClientRect();
  return {x: one.x, y: one.y, width: one.width, height: one.height};
}"""


def test_the_keyboard_goes_over_the_map_from_north_to_south(web: Web, visit: Visit) -> None:
    """Province after province, then on to the table; the skip in front of it leads there at once."""
    page = visit(web.address("programme"))
    page.get_by_role("link", name="Xem bảng").focus()
    middles = []
    for _ in range(34):
        page.keyboard.press("Tab")
        middles.append(page.evaluate(MIDDLE))
        assert page.evaluate(f"document.activeElement.matches('{SHAPES}')")
    assert sorted(middles) == middles
    page.get_by_role("link", name="Xem bảng").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#provinces-table')")


def test_each_province_is_a_link_with_its_name_and_number(web: Web, visit: Visit) -> None:
    """As assistive technology gets it; the numbers drawn on top are for the eye only."""
    page = visit(web.address("programme in English"))
    shapes = page.get_by_role("group", name="Provinces and cities by number of export-capable products")
    expect(shapes.get_by_role("link")).to_have_count(34)
    expect(shapes.get_by_role("link", name="Lam Dong: 4 export-capable products")).to_have_count(1)
    expect(shapes.get_by_role("link", name="Khanh Hoa, with the Truong Sa archipelago: 0")).to_have_count(1)


def test_a_press_on_a_province_leads_to_its_products(web: Web, visit: Visit) -> None:
    """Also on one without products, which is not filled with any pattern of products."""
    page = visit(web.address("programme"), width=360)
    for key in ("lam-dong", "nghe-an"):
        page.locator(f"{SHAPES}[href$='/{key}/'] path").first.click()
        page.wait_for_url(f"**/vi/provinces/{key}/")
        page.go_back()


def test_archipelagos_are_named_on_a_small_screen(web: Web, visit: Visit) -> None:
    """Hoàng Sa and Trường Sa, in letters that can be read, inside the picture."""
    page = visit(web.address("programme"), width=320)
    frame = page.locator(MAP).bounding_box()
    for name in ("Hoàng Sa", "Trường Sa"):
        box = page.locator(f"{MAP} text", has_text=name).bounding_box()
        assert frame is not None
        assert box is not None
        assert box["height"] >= 20
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_classes_are_told_apart_without_colours(scheme: str, web: Web, visit: Visit) -> None:
    """Drawn in grey, no two patterns of the legend are alike: the share of dark dots grows from class to class."""
    page = visit(web.address("programme"), color_scheme=scheme)
    shares = [darkness(page, fill) for fill in fills(page)]
    assert 5 == len(shares)
    steps = [abs(later - before) for before, later in pairwise(shares)]
    assert min(steps) > 0.03
    assert shares in (sorted(shares), sorted(shares, reverse=True))


def fills(page: Page) -> list[str]:
    """The patterns of the legend, in its order."""
    return page.locator(".cat-legend rect").evaluate_all("found => found.map(one => one.getAttribute('fill'))")


def darkness(page: Page, fill: str) -> float:
    """How much of a swatch is not as light as white, from 0 to 1, read from a picture of it."""
    page.locator(".cat-legend").scroll_into_view_if_needed()
    box = page.evaluate(DRAWN, fill)
    picture = Image.open(BytesIO(page.screenshot(clip=box))).convert("L")
    return 1 - sum(picture.tobytes()) / len(picture.tobytes()) / 255
