"""A card made in the browser is the card made with the site, word for word."""

from typing import Any

import pytest
from lxml import html

from tests.browser.conftest import Visit, Web
from tests.real_site import FULL, LANGUAGES, Site, full_site

pytestmark = pytest.mark.browser
ALL_CARDS = """async () => {
  await OCOP.need(["words", "elements", "search"]);
  const engine = await OCOP.engine();
  const found = await engine.search({ size: engine.size });
  return found.hits.map((hit) => [hit.id, OCOP.card(hit, engine.asOf).outerHTML]);
}"""
OWN = {"data-product"}
"""Attributes that only the browser's cards have: others find the id in the link."""


def shape(element: html.HtmlElement) -> list[Any]:
    """An element without what makes no difference: the order of attributes, blank text, line ends."""
    attributes = sorted((name, value) for name, value in element.attrib.items() if name not in OWN)
    inside = [part for child in element for part in (shape(child), (child.tail or "").strip())]
    return [element.tag, attributes, (element.text or "").strip(), *inside]


def made_with_the_site(site: Site, language: str) -> dict[str, list[Any]]:
    """All cards of the list by letters, by id."""
    found = {}
    for page in site.pages:
        if page.startswith(f"{language}/products/"):
            for card in site.tree(page).xpath("//article"):
                link = card.xpath(".//h3/a/@href")[0]
                up = "../" * (page.count("/") - 2)
                text = html.tostring(card, encoding="unicode").replace(f'"{up}../../', '"../../')
                text = text.replace(f", {up}../../", ", ../../")
                found[link.rstrip("/").rpartition("/")[2]] = shape(html.fromstring(text))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["real", "full", "rich"])
def test_both_kinds_of_cards_are_the_same(
    name: str,
    language: str,
    web: Web,
    rich: tuple[Site, str],
    visit: Visit,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Stars, standing, names, producer, province, picture and facts of every product."""
    sites = {"real": (web.site, web.real), "full": (full_site(tmp_path_factory), web.full), "rich": rich}
    site, address = sites[name]
    page = visit(f"{address}{language}/products/#a-z")
    made = {one: shape(html.fromstring(text)) for one, text in page.evaluate(ALL_CARDS)}
    expected = made_with_the_site(site, language)
    assert sorted(expected) == sorted(made)
    for one, shown in expected.items():
        assert shown == made[one]


def test_a_badge_follows_the_readers_own_day(web: Web, visit: Visit) -> None:
    """Cards of the browse page lapse as all others do, and a picture stays what it is."""
    page = visit()
    page.clock.set_fixed_time("2035-01-01T12:00:00Z")
    page.goto(f"{web.full}vi/products/")
    card = page.locator(f"article[data-product={FULL}]")
    assert "lapsed" == card.locator(".cat-badge").get_attribute("data-state")
    assert card.locator("img").get_attribute("srcset")
