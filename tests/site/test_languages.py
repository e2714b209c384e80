"""Words in another language than the page's are marked, so that they are read aloud and hyphenated rightly."""

from typing import Any

import pytest
from lxml import html

from tests.real_site import LANGUAGES, Site
from tests.site.brute import Published


def language_of(element: html.HtmlElement) -> str:
    """The language an element is in, by its own mark or that of what it stands in."""
    (found,) = element.xpath("(ancestor-or-self::*[@lang])[last()]/@lang")
    return str(found)


def name_language(name: dict[str, Any]) -> str:
    """The language of the name that heads a product or producer: the first that is no translation."""
    stated = [language for language in ("vi", "en", "fr", "de", "zh", "ja", "ko") if language in name]
    return next(language for language in stated if language not in name.get("translated", []))


def test_names_of_products_are_marked(site: Site, full: Site) -> None:
    """The heading of every product page is in the language its record states, in both languages of the site."""
    for one in (site, full):
        for product in one.products:
            for language in LANGUAGES:
                (heading,) = one.tree(f"{language}/p/{product['id']}/").xpath("//h1")
                expected = name_language(product["name"])
                assert (product["name"][expected], expected) == (heading.text_content(), language_of(heading))


def test_names_of_producers_are_marked(site: Site) -> None:
    """The heading of a producer's page, and every link to it from a product."""
    for product in site.products:
        producer = product.get("producer")
        if not producer:
            continue
        known = name_language(producer["name"])
        expected = (producer["name"][known], known)
        for language in LANGUAGES:
            (heading,) = site.tree(f"{language}/producers/{producer['id']}/").xpath("//h1")
            assert expected == (heading.text_content(), language_of(heading))
            (link,) = site.tree(f"{language}/p/{product['id']}/").xpath("//p[@class='cat-product__maker']/a")
            assert expected == (link.text_content(), language_of(link))


def vietnamese_words(product: Published) -> set[str]:
    """What the record quotes in Vietnamese: places, decisions, authorities, the category of the source.

    Names that are the same in English, "Gia Lai", are English words on an English page.
    """
    found = {product.get("category", {}).get("stated", "")}
    for award in (*product.get("awards", ()), *product.get("proposals", ())):
        found |= {award.get("authority", ""), award.get("decision", "")}
    stated, today = product.get("origin", {}).get("stated", {}), product.get("place_today", {})
    found.add(", ".join(stated[part] for part in ("address", "commune", "district", "province") if part in stated))
    found.add(", ".join(today[part] for part in ("commune", "province") if part in today))
    return found - {"", today.get("province_en", "")}


@pytest.mark.parametrize("name", ["site", "full"])
def test_places_and_decisions_are_marked(name: str, request: pytest.FixtureRequest) -> None:
    """On English product pages, every place, authority and decision that is quoted is marked as Vietnamese."""
    built: Site = request.getfixturevalue(name)
    for product in built.products:
        quoted = vietnamese_words(product)
        main = built.tree(f"en/p/{product['id']}/").get_element_by_id("main")
        found = [one for one in main.iter("dd", "td", "th", "a", "span", "p", "li") if own_text(one) in quoted]
        assert found or not quoted, product["id"]
        assert {"vi"} >= {language_of(one) for one in found}, product["id"]


def own_text(element: html.HtmlElement) -> str:
    """The text of an element without that of the elements in it."""
    return " ".join("".join([element.text or "", *(child.tail or "" for child in element)]).split())


def test_cards_mark_the_language_of_names(site: Site) -> None:
    """Names and producers on the cards of English listings are in the language their record states."""
    by_id = {product["id"]: product for product in site.products}
    checked = 0
    for page in ("en/", "en/export/", "en/products/", "en/stars/5/", "en/provinces/hai-phong/"):
        for card in site.tree(page).xpath("//article[contains(@class, 'cat-card')]"):
            (link,) = card.xpath(".//h3/a")
            product = by_id[link.get("href").split("/")[-2]]
            assert name_language(product["name"]) == language_of(link), product["id"]
            for maker in card.xpath(".//*[@class='cat-card__maker']/span[not(@class)]"):
                assert name_language(product["producer"]["name"]) == language_of(maker), product["id"]
            checked += 1
    assert 100 <= checked


def test_translated_names_are_called_translations(site: Site, full: Site) -> None:
    """On cards, under headings and in titles of both languages; names of the source are not."""
    words = {"vi": "bản dịch", "en": "translation"}
    for one in (site, full):
        by_id = {product["id"]: product["name"].get("translated", []) for product in one.products}
        for language in LANGUAGES:
            for card in one.tree(f"{language}/products/").xpath("//article[contains(@class, 'cat-card')]"):
                for gloss in card.xpath(".//p[@class='cat-card__gloss']"):
                    translated = by_id[card.xpath(".//h3/a/@href")[0].split("/")[-2]]
                    marked = gloss.text_content().endswith(f" ({words[language]})")
                    assert (language_of(gloss[0]) in translated) == marked
            for product, translated in by_id.items():
                page = one.tree(f"{language}/p/{product}/")
                shown = page.xpath("//p[@class='cat-product__other'][span[@class='cat-mark']]/span[1]")
                assert [language_of(name) in translated for name in shown] == [True] * len(shown)
                assert bool(shown) == (f"({words[language]})" in page.findtext(".//title"))


def test_notes_on_sources_in_another_language_are_folded(site: Site) -> None:
    """They are there for whoever checks the data, marked with their language and called by it, but closed."""
    for product in site.products:
        notes = [one["note"]["en"] for one in product.get("sources", ()) if "vi" not in one.get("note", {"vi": ""})]
        tree = site.tree(f"vi/p/{product['id']}/")
        folded = tree.xpath("//ol[@class='cat-sources']/li/details[not(@open)]/span")
        assert notes == [one.text_content() for one in folded]
        assert {"en"} >= {language_of(one) for one in folded}
        labels = tree.xpath("//ol[@class='cat-sources']//summary/text()")
        assert ["Ghi chú (Tiếng Anh)"] * len(notes) == labels
        assert not site.tree(f"en/p/{product['id']}/").xpath("//ol[@class='cat-sources']//details")


def test_the_other_language_offers_itself_in_its_own_words(site: Site) -> None:
    """`Tiếng Việt` is Vietnamese on an English page, `English` is English on a Vietnamese one."""
    for page, words, language in (("en/", "Tiếng Việt", "vi"), ("vi/", "English", "en")):
        (link,) = site.tree(page).xpath("//a[contains(@class, 'cat-language')]")
        assert (words, language) == (link.text_content(), language_of(link))
