"""Counts, filters, ranges and orders must equal what the open data gives by brute force."""

from random import Random
from typing import Any

import pytest

from tests.search import brute
from tests.search.engine import Engine
from tests.search.indexes import SEED, Index
from tests.site.brute import rank

WORDS = ("", "", "tra", "cà phê", "organic", "hộp", "fish sauce", "mat ong", "hoa", "haccp", "japan", "an giang", "th")
ROUNDS = range(40)


def some_filters(random: Random, facets: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Up to three facets with one to three values each."""
    chosen = random.sample(facets, random.randrange(4))
    ids = ([value["id"] for value in facet["values"]] for facet in chosen)
    return {
        facet["key"]: random.sample(known, min(len(known), random.randrange(1, 4)))
        for facet, known in zip(chosen, ids, strict=True)
    }


def some_ranges(random: Random, ranges: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """One range in a third of the cases, with open ends too."""
    known = [one for one in ranges if one["units"]]
    if not known or random.random() < 0.66:
        return {}
    one = random.choice(known)
    unit = random.choice(one["units"])
    choice: dict[str, Any] = {"unit": unit["id"]}
    for end in ("from", "to"):
        if random.random() < 0.6:
            choice[end] = random.uniform(unit["lowest"], unit["highest"])
    if random.random() < 0.5:
        choice["missing"] = random.choice(["only", "with", "without"])
    return {one["key"]: choice}


@pytest.fixture(scope="module")
def settings(made_up: Engine) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Facets and ranges to choose from."""
    return made_up.call("facets"), made_up.call("ranges")


@pytest.mark.parametrize("round_number", ROUNDS)
def test_random_queries(made_up: Engine, synthetic: Index, settings: tuple[Any, Any], round_number: int) -> None:
    """Hits and all numbers: any value of a facet, all across facets, and a facet's own choice left out."""
    random = Random(SEED + round_number)  # noqa: S311  the same every time
    facets, ranges = settings
    q = random.choice(WORDS)
    matched = [synthetic.products[one] for one in made_up.ids(q, literal=[q])]
    filters, choices = some_filters(random, facets), some_ranges(random, ranges)
    found = made_up.search(q, literal=[q], filters=filters, ranges=choices, count=True, size=100_000)
    assert {hit["id"] for hit in found["hits"]} == {
        product["id"] for product in matched if brute.fits(product, filters, choices)
    }
    for facet in facets:
        left = [product for product in matched if brute.fits(product, filters, choices, facet["key"])]
        expected = {
            value["id"]: sum(value["id"] in brute.values(product, facet["key"]) for product in left)
            for value in facet["values"]
        }
        assert expected == found["counts"][facet["key"]]
    for one in ranges:
        left = [product for product in matched if brute.fits(product, filters, choices, one["key"])]
        stated = [brute.amounts(product, one["key"]) for product in left]
        assert sum(map(bool, stated)) == found["rangeCounts"][one["key"]]["stated"]
        assert sum(not one for one in stated) == found["rangeCounts"][one["key"]]["missing"]
        units = {
            unit["id"]: sum(unit["id"] in {name for name, _, _ in told} for told in stated) for unit in one["units"]
        }
        assert units == found["rangeCounts"][one["key"]]["units"]


@pytest.mark.parametrize("language", ["vietnamese", "english"])
def test_every_value_of_the_real_records(request: pytest.FixtureRequest, real: Index, language: str) -> None:
    """Each value filters exactly the products that have it, and its number says so."""
    engine = request.getfixturevalue(language)
    for facet in engine.call("facets"):
        for value in facet["values"]:
            expected = {
                one for one, product in real.products.items() if value["id"] in brute.values(product, facet["key"])
            }
            assert expected == set(engine.ids(filters={facet["key"]: [value["id"]]}))
            assert len(expected) == value["count"]


def test_facets_show_every_value_that_a_product_has(made_up: Engine, synthetic: Index) -> None:
    """None is missing and none is empty."""
    for facet in made_up.call("facets"):
        held = set().union(*(brute.values(product, facet["key"]) for product in synthetic.products.values()))
        assert held == {value["id"] for value in facet["values"]}


@pytest.mark.parametrize("sort", ["standing", "stars", "expiry", "newest", "name", "minimum_order"])
def test_orders(made_up: Engine, synthetic: Index, sort: str) -> None:
    """Equal products stay in the order of standing, equal ones in that of ids; none is lost for want of the key."""
    products = sorted(synthetic.products.values(), key=lambda one: (rank(one), one["id"]))
    unit = next(one for one in made_up.call("ranges") if one["key"] == "minimum_order")["units"][0]["id"]
    expected = brute.in_sorted_order(products, sort, unit)
    found = made_up.ids(sort=sort)
    if sort == "minimum_order":  # amounts in other units follow unit by unit
        in_unit = [one for one in expected if brute.order_place(synthetic.products[one], unit)[0] == 0]
        without = [one for one in expected if brute.order_place(synthetic.products[one], unit)[0] == 2]
        assert in_unit == found[: len(in_unit)]
        assert without == found[-len(without) :]
        assert sorted(expected) == sorted(found)
    else:
        assert expected == found


@pytest.mark.parametrize("language", ["vi", "en"])
def test_names_are_in_the_alphabet_of_the_language(request: pytest.FixtureRequest, real: Index, language: str) -> None:
    """The order of the language's readers, though numbers are the same for both."""
    engine = request.getfixturevalue("vietnamese" if language == "vi" else "english")
    assert brute.by_alphabet(real.products.values(), language) == engine.ids(sort="name")


def test_pages_divide_the_hits(made_up: Engine) -> None:
    """Every hit on one page, in the same order; a page past the end is the last one."""
    every = made_up.ids("tra")
    first = made_up.search("tra", size=7)
    pages = [made_up.search("tra", size=7, page=page) for page in range(1, first["pages"] + 1)]
    assert every == [hit["id"] for page in pages for hit in page["hits"]]
    past = made_up.search("tra", size=7, page=first["pages"] + 5)
    assert (first["pages"], pages[-1]["hits"]) == (past["page"], past["hits"])


def test_unknown_values_leave_nothing(made_up: Engine) -> None:
    """A value that no product has hides all rather than showing all; facets that are not there do nothing."""
    assert [] == made_up.ids(filters={"province": ["nowhere"]})
    assert made_up.call("size") == len(made_up.ids(filters={"colour": ["red"]}))
