"""Axe finds nothing serious on any kind of page, in both schemes, on a phone and on a desk."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Visit, Web
from tests.browser.kinds import FULL_PAGES, REAL_KINDS

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")
WIDTHS = (360, 1440)
ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""Only these can come out differently in the other scheme."""
FINISHED = "() => Promise.all([document.fonts.ready, ...document.getAnimations().map(one => one.finished)])"
SHOW_ALL = r"""() => {
  const met = new Set();
  for (const one of document.querySelectorAll(".cat-card, .cat-browse tbody tr")) {
    one.style.contentVisibility = "visible";
    const without = one.outerHTML.replace(/>[^<]+</g, "><");
    const shape = without.replace(/\s(?!class|data-state|lang|hidden|role)[\w-]+=("[^"]*"|'[^']*')/g, "");
    if (met.has(shape)) (one.closest("li") ?? one).remove();
    met.add(shape);
  }
}"""
"""Shows what stands far below. Of cards and rows alike but for their words and addresses one is left: axe looks at each
element, and finds the same in all."""
AXE = Axe()


def serious(page: Page, rules: list[str]) -> list[Any]:
    """What axe finds on a page that is serious or worse: rule, help, the first elements."""
    page.evaluate(FINISHED)
    options = {"resultTypes": ["violations"], "runOnly": rules}
    found = [one for one in AXE.run(page, options=options).response["violations"] if one["impact"] in SERIOUS]
    return [(one["id"], one["help"], [node["html"][:300] for node in one["nodes"]][:5]) for one in found]


@pytest.mark.parametrize("kind", [*REAL_KINDS, *FULL_PAGES])
def test_axe_finds_nothing_serious(kind: str, web: Web, visit: Visit) -> None:
    """WCAG 2.2 A and AA and best practice; cards far below are shown, so that they are looked at too."""
    page = visit(web.address(kind), color_scheme="light")
    page.evaluate(SHOW_ALL)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert [] == serious(page, ALL_RULES), width
        page.emulate_media(color_scheme="dark")
        assert [] == serious(page, COLOUR_RULES), width


def test_axe_finds_planted_faults(web: Web, visit: Visit) -> None:
    """The check above is able to fail: pale text in the dark scheme, and a picture without words."""
    page = visit(web.address("home"), color_scheme="dark")
    page.evaluate("document.querySelector('.cat-door p').style.color = '#555'")
    page.evaluate("document.querySelector('img').removeAttribute('alt')")
    assert ["color-contrast"] == [found[0] for found in serious(page, COLOUR_RULES)]
    assert {"color-contrast", "image-alt"} == {found[0] for found in serious(page, ALL_RULES)}
