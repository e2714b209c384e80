"""The JSON-LD of every page: right types and properties, the facts of the open data, no ratings by customers."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import pytest
from pyld import jsonld

from tests.real_site import FULL, LANGUAGES, MINIMAL, ORIGIN, Site
from tests.site.brute import award_stars
from tests.site.test_listings import cards
from tests.site.vocabulary import Node, context, mistakes

STATUS = "https://schema.org/Certification"
IN_FORCE = ("valid", "expiring", "grace")
NO_CERTIFICATION = ("proposed", "unrated")
SAMPLE = 12


def structured_pages(site: Site) -> list[str]:
    """Pages of the catalogue that say something: none that is hand-written, for officers, or only leads on."""
    others = re.compile("/(about|compare|list|enquiry|quality)/|^404.html$|^01/")
    return [page for page in site.pages if not others.search(page)]


def nodes(value: Any) -> Iterator[Node]:
    """Every node in a value, at any depth."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(one)


def of_type(site: Site, page: str, kind: str) -> list[Node]:
    """The nodes of one type that a page's graph holds directly."""
    return [node for node in site.structured(page) if node["@type"] == kind]


def test_every_node_fits_the_vocabulary(site: Site, full: Site) -> None:
    """Types and properties are those of schema.org, and values have the types it asks for."""
    for one in (site, full):
        for page in structured_pages(one):
            graph = one.structured(page)
            ids = frozenset(str(node["@id"]) for node in graph if "@id" in node)
            assert [] == [(page, found) for node in graph for found in mistakes(node, ids)]


@lru_cache(maxsize=1)
def local_context() -> Node:
    """The vendored terms as a JSON-LD context."""
    return context()


def load(address: str, _options: object) -> Node:
    """A document loader without a network: it knows the context of schema.org and nothing else."""
    assert "https://schema.org" == address
    return {"contextUrl": None, "documentUrl": address, "document": local_context()}


def count_keys(value: Any) -> Counter[str]:
    """How often each property stands in a document; values of URL type count as their property."""
    found: Counter[str] = Counter()
    for node in nodes(value):
        found.update(key.rpartition("/")[2] for key in node if not key.startswith("@"))
    return found


def sample(site: Site) -> list[str]:
    """Pages of every kind, and products of every state."""
    kinds = [
        "",
        *(f"{language}/{path}" for language in LANGUAGES for path in ("", "export/", "products/2/", "groups/")),
    ]
    products = [f"{language}/p/{one}/" for language in LANGUAGES for one in site.states.values()]
    producers = [page for page in site.pages if "/producers/" in page][:SAMPLE]
    return [*kinds, *products, *producers]


@pytest.mark.parametrize("name", ["site", "full"])
def test_a_reader_of_json_ld_drops_nothing(name: str, request: pytest.FixtureRequest) -> None:
    """Expanded by a JSON-LD processor, every property is still there."""
    built: Site = request.getfixturevalue(name)
    pages = [page for page in sample(built) if page in built.pages]
    assert 10 <= len(pages)
    for page in pages:
        (text,) = built.tree(page).xpath('//script[@type="application/ld+json"]/text()')
        document = json.loads(text)
        assert "https://schema.org" == document["@context"]
        expanded = jsonld.expand(document, {"documentLoader": load})
        assert count_keys(document["@graph"]) == count_keys(expanded), page


def test_nothing_is_a_rating_by_customers(site: Site, later: Site, full: Site) -> None:
    """No AggregateRating or Review anywhere; a Rating stands only inside a Certification."""
    for one in (site, later, full):
        for page in structured_pages(one):
            graph = one.structured(page)
            kinds = Counter(node.get("@type") for node in nodes(graph))
            assert not {"AggregateRating", "Review"} & set(kinds), page
            assert not [node for node in nodes(graph) if {"aggregateRating", "review"} & set(node)]
            inside = [node["certificationRating"] for node in nodes(graph) if "certificationRating" in node]
            assert kinds["Rating"] == len(inside)


def stars_of(product: Node) -> list[Node]:
    """The certifications of a product that are its stars."""
    return [one for one in product.get("hasCertification", []) if "certificationRating" in one]


@pytest.mark.parametrize("name", ["site", "later", "full"])
def test_stars_are_a_certification_with_the_state_of_the_open_data(name: str, request: pytest.FixtureRequest) -> None:
    """Active in force, inactive lapsed or withdrawn, without a status where no end is known.

    A proposal, and an award whose source names no stars, is no certification.
    """
    built: Site = request.getfixturevalue(name)
    for product in built.products:
        state = product["standing"]["state"]
        for language in LANGUAGES:
            (node,) = of_type(built, f"{language}/p/{product['id']}/", "Product")
            if state in NO_CERTIFICATION or not award_stars(product):
                assert [] == stars_of(node), product["id"]
                continue
            (stars,) = stars_of(node)
            expected = None if state == "undated" else STATUS + ("Active" if state in IN_FORCE else "Inactive")
            assert expected == stars.get("certificationStatus"), product["id"]
            assert product["standing"].get("expires") == stars.get("expires")
            rating = stars["certificationRating"]
            shown = product["standing"]["stars"] or product["standing"].get("award_stars")
            assert (shown or rating["ratingValue"], 5, 1) == (
                rating["ratingValue"],
                rating["bestRating"],
                rating["worstRating"],
            )


def test_product_pages_name_product_producer_and_place(site: Site) -> None:
    """Product, Organization where the record names a producer, BreadcrumbList."""
    for product in site.products:
        for language in LANGUAGES:
            page = f"{language}/p/{product['id']}/"
            (node,) = of_type(site, page, "Product")
            assert ORIGIN + page == node["url"]
            assert product["name"].get("vi", node["name"]) == node["name"]
            producers = of_type(site, page, "Organization")
            assert ("producer" in product) == bool(producers)
            for producer in producers:
                assert producer["@id"] == node["manufacturer"]["@id"]
                names = product["producer"]["name"]
                assert names.get("vi", names.get("en")) == producer["name"]
            (crumbs,) = of_type(site, page, "BreadcrumbList")
            assert page == crumb_pages(crumbs, page)[-1]


def crumb_pages(crumbs: Node, page: str) -> list[str]:
    """The paths a breadcrumb list names, the page itself last; its positions count from one."""
    items = crumbs["itemListElement"]
    assert list(range(1, len(items) + 1)) == [item["position"] for item in items]
    assert "item" not in items[-1]
    return [*(item["item"].removeprefix(ORIGIN) for item in items[:-1]), page]


def test_breadcrumbs_lead_to_pages(site: Site) -> None:
    """Every step is a page of the site, in the language of the page, and the same as the one shown."""
    pages = set(site.pages)
    for page in structured_pages(site):
        for crumbs in of_type(site, page, "BreadcrumbList"):
            named = crumb_pages(crumbs, page)
            assert set(named) <= pages, page
            assert {page[:3]} == {one[:3] for one in named}
            shown = site.tree(page).xpath("//nav[@class='cat-crumbs']//li")
            assert [item["name"] for item in crumbs["itemListElement"]] == [one.text_content() for one in shown]


def test_listings_name_their_products(site: Site) -> None:
    """ItemList: the addresses of the cards on the page in their order, and how many the whole listing holds."""
    checked = 0
    for page in structured_pages(site):
        for listed in of_type(site, page, "ItemList"):
            addresses = [unquote(item["url"]) for item in listed["itemListElement"]]
            assert [f"{ORIGIN}{page[:3]}p/{one}/" for one in cards(site, page)] == addresses, page
            assert len(addresses) <= listed["numberOfItems"]
            checked += 1
    assert 150 <= checked


def test_home_and_root_name_the_site(site: Site) -> None:
    """WebSite, under the same identifier in every language."""
    found = [of_type(site, page, "WebSite") for page in ("", "vi/", "en/")]
    assert [1, 1, 1] == [len(one) for one in found]
    assert {f"{ORIGIN}#site"} == {one["@id"] for (one,) in found}


def test_producers_are_organisations(site: Site) -> None:
    """A producer's page names it under the identifier that its products use."""
    for product in site.products:
        if "producer" in product:
            page = f"vi/producers/{product['producer']['id']}/"
            (node,) = of_type(site, page, "Organization")
            (named,) = of_type(site, f"vi/p/{product['id']}/", "Organization")
            assert named["@id"] == node["@id"]


def test_certificates_and_offers_are_as_stated(full: Site) -> None:
    """A certificate that has run out is inactive; a price is an offer with its currency; no price is no offer."""
    (node,) = of_type(full, f"en/p/{FULL}/", "Product")
    others = {one["name"]: one for one in node["hasCertification"] if "certificationRating" not in one}
    assert {"HACCP": f"{STATUS}Active", "ISO 22000": f"{STATUS}Inactive"} == {
        name: one["certificationStatus"] for name, one in others.items()
    }
    assert ("AggregateOffer", 65000, 95000, "VND") == tuple(
        node["offers"][key] for key in ("@type", "lowPrice", "highPrice", "priceCurrency")
    )
    assert "08938505974194" == node["gtin"]
    (bare,) = of_type(full, f"en/p/{MINIMAL}/", "Product")
    assert not {"offers", "hasCertification", "manufacturer"} & set(bare)
