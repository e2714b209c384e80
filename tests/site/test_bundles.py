"""Products and producers that share pages: each has one place in each language, where nothing is left out."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO

from lxml import html

from generator.catalogue.places import HELD
from tests.real_site import LANGUAGES, ORIGIN, Site
from tests.site.test_links import anchors

SHARED = re.compile(r"(vi|en)/[bm]/\d+/")
REPEATED = ".//*[contains(@class, 'cat-facts')]//dd | .//nav//li"
"""What a page of its own says twice, in the strip of facts, and its ways to listings."""
ADDRESS = re.compile(re.escape(ORIGIN) + r"[^\s\"'<>\\]*")


def places(site: Site, language: str) -> dict[str, list[str]]:
    """Where each product stands, by its id: its own page, anchors of shared pages."""
    found: dict[str, list[str]] = {product["id"]: [] for product in site.products}
    for page in site.pages:
        parts = page.split("/")
        if parts[:2] == [language, "p"] and parts[2]:
            found[parts[2]].append(page)
        if SHARED.fullmatch(page) and parts[0] == language:
            for item in site.tree(page).xpath("//article[@data-product]"):
                found[item.get("data-product")].append(f"{page}#{item.get('id')}")
    return found


def makers(site: Site, language: str) -> dict[str, list[str]]:
    """Where each producer stands, by its id: its own page, anchors of shared pages."""
    found: dict[str, list[str]] = {}
    for page in site.pages:
        own = re.fullmatch(rf"{language}/producers/([a-z0-9-]*[a-z][a-z0-9-]*)/", page)
        if own:
            found.setdefault(own[1], []).append(page)
        if re.fullmatch(rf"{language}/m/\d+/", page):
            for anchor in site.tree(page).xpath("//article[starts-with(@id, 'm-')]/@id"):
                found.setdefault(anchor.removeprefix("m-"), []).append(f"{page}#{anchor}")
    return found


def lead_nowhere(site: Site, text: str) -> Iterator[str]:
    """Full addresses of the site in a text that are no page, file or anchor of it."""
    for address in set(ADDRESS.findall(text)):
        path, _, fragment = address.removeprefix(ORIGIN).partition("#")
        known = site.file(path).relative_to(site.folder).as_posix() in site.files
        named = fragment in ("", "org", "site", "product") or fragment in anchors(site, path)
        if not (known and named):
            yield address


def said(item: html.HtmlElement) -> set[str]:
    """Every cell, term and paragraph of a product."""
    cells = item.xpath(".//th | .//td | .//dt | .//dd | .//caption | .//li | .//p[not(@class)]")
    return {" ".join(cell.text_content().split()) for cell in cells}


def test_every_product_stands_in_one_place_in_each_language(bundled: Site) -> None:
    """In Vietnamese on a page of its own exactly while stars may be shown as held; in English never."""
    states = {product["id"]: product["standing"]["state"] for product in bundled.products}
    for language, own in (("vi", HELD), ("en", frozenset())):
        for name, found in places(bundled, language).items():
            assert 1 == len(found), (name, found)
            assert (states[name] in own) == ("/p/" in found[0]), (name, found)


def test_every_producer_stands_in_one_place_in_each_language(site: Site, bundled: Site) -> None:
    """In English on a shared page, in Vietnamese on its own; open data name the same."""
    every = set(makers(site, "vi"))
    for language, folder in (("vi", "producers"), ("en", "m")):
        found = makers(bundled, language)
        assert every == set(found)
        assert {folder} == {places[0].split("/")[1] for places in found.values()}
        assert {1} == set(map(len, found.values()))
        named = {
            product["producer"]["id"]: product["producer"]["urls"][language]
            for product in bundled.products
            if "producer" in product
        }
        assert named == {name: ORIGIN + found[name][0] for name in named}


def test_nothing_that_a_page_of_a_producer_says_is_lost(site: Site, bundled: Site) -> None:
    """Each cell, term and paragraph of it, and a line for each of its products, stand on the page that it shares."""
    for name, (place, *_) in makers(bundled, "en").items():
        page, _, anchor = place.partition("#")
        own = site.tree(f"en/producers/{name}/").xpath("//main | //*[@id='main']")[-1]
        (shared,) = bundled.tree(page).xpath(f"//article[@id='{anchor}']")
        cards = {text for card in own.xpath(".//article") for text in said(card)}
        ways = {" ".join(one.text_content().split()) for one in own.xpath(".//nav//li")}
        assert set() == said(own) - cards - ways - said(shared), name
        products = [card.split("/")[-2] for card in own.xpath(".//article//h3/a/@href")]
        listed = [link.partition("#p-")[2] for link in shared.xpath(".//li/a[contains(@href, '#p-')]/@href")]
        assert sorted(products) == sorted(listed), name


def test_open_data_and_tables_name_the_places(bundled: Site) -> None:
    """Each address in JSON and CSV is where the product stands in that language."""
    for language in LANGUAGES:
        there = {name: ORIGIN + found[0] for name, found in places(bundled, language).items()}
        assert there == {product["id"]: product["urls"][language] for product in bundled.products}
        table = csv.reader(StringIO(bundled.read(f"api/v1/products.{language}.csv").removeprefix("\ufeff")))
        assert there == {row[0]: row[-1] for row in list(table)[1:]}


def test_every_full_address_leads_to_a_place(bundled: Site) -> None:
    """Those of sitemap, feeds, canonical links, translations, structured data and texts to send."""
    for file in ("sitemap.xml", "vi/feed.xml", "en/feed.xml", "api/v1/products.json", *bundled.pages):
        assert [] == list(lead_nowhere(bundled, bundled.read(file))), file


def test_the_sitemap_has_each_page_once(bundled: Site) -> None:
    """Shared pages among them, without anchors; every page that may be found is there."""
    listed = re.findall("<loc>([^<]*)</loc>", bundled.read("sitemap.xml"))
    found = [page for page in bundled.pages if page != "404.html" and "/quality/" not in page]
    assert sorted(ORIGIN + page for page in found) == sorted(listed)


def test_translations_name_each_other(bundled: Site) -> None:
    """`hreflang` joins pages of the same content only, and each of them says the same."""
    for page in bundled.pages:
        told = {one.get("hreflang"): one.get("href") for one in bundled.tree(page).xpath("//link[@hreflang]")}
        for address in told.values():
            other = address.removeprefix(ORIGIN)
            again = bundled.tree(other).xpath("//link[@hreflang]")
            assert not other or told == {one.get("hreflang"): one.get("href") for one in again}, (page, other)
        if SHARED.fullmatch(page):
            assert {page[:2], "x-default"} == set(told), page
        if page.startswith("vi/producers/") and page != "vi/producers/":
            assert {"vi", "x-default"} == set(told), page


def test_each_product_leads_to_itself_in_the_other_language(bundled: Site) -> None:
    """From its own page by the header, from a shared page by a link of its own."""
    for language, other in (("vi", "en"), ("en", "vi")):
        there = {name: found[0] for name, found in places(bundled, other).items()}
        for name, (place, *_) in places(bundled, language).items():
            tree = bundled.tree(place.partition("#")[0])
            where = f"//article[@data-product='{name}']" if "#" in place else "//header"
            assert [f"../../../{there[name]}"] == tree.xpath(f"{where}//a[@hreflang='{other}']/@href"), place


def test_nothing_that_a_page_says_is_lost(site: Site, bundled: Site) -> None:
    """Each cell, term and paragraph of the own page of every product stands on the page that it shares."""
    for name, (place, *_) in places(bundled, "en").items():
        page, _, anchor = place.partition("#")
        (own,) = site.tree(f"en/p/{name}/").xpath("//article[@class='cat-product']")
        (shared,) = bundled.tree(page).xpath(f"//article[@id='{anchor}']")
        repeated = {" ".join(one.text_content().split()) for one in own.xpath(REPEATED)}
        assert set() == said(own) - said(shared) - repeated, name


def test_structured_data_tells_each_product_at_its_place(bundled: Site) -> None:
    """As many nodes as products, with the address at which each stands as its name."""
    for page in bundled.pages:
        if re.fullmatch("(vi|en)/b/[0-9]+/", page):
            items = bundled.tree(page).xpath("//article[@data-product]/@id")
            nodes = [node for node in bundled.structured(page) if node["@type"] == "Product"]
            assert [f"{ORIGIN}{page}#{item}" for item in items] == [node["@id"] for node in nodes]


def test_there_are_fewer_files(site: Site, bundled: Site) -> None:
    """A file for each product and producer in English is left out, less the pages that they share."""
    single = len(bundled.products) + len(makers(site, "en"))
    assert len(site.files) - len(bundled.files) > single - 40
    assert json.loads(bundled.read("api/v1/products.json"))["products"]
