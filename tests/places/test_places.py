"""Which products share a page, and which page it is: the same in Python and in the scripts of the search."""

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.catalogue.entry import Entry
from generator.catalogue.places import BUNDLED, MOST_TOGETHER, Bundles, Places, by_page, make_places, pages_for
from generator.standing import STATES, Standing, State
from tests.search.engine import open_engine

IDS = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,4}", fullmatch=True)
VECTORS = ((1, "a", 1), (2, "che-dinh", 2), (16, "che-dinh", 8), (1024, "mat-ong-bac-ha", 148), (32768, "0", 24354))
"""Pages, id, number of the page: what was published once must be found again."""


def entry(name: str, state: State) -> Entry:
    """An entry as far as its place asks: the id of its product, and its standing."""
    return cast("Entry", SimpleNamespace(id=name, standing=Standing(state)))


@pytest.mark.parametrize(
    ("choice", "alone"),
    [("none", set(STATES)), ("lapsed", {"valid", "expiring", "grace", "undated"}), ("all", set())],
)
def test_products_without_a_rating_that_holds_share_pages(choice: str, alone: set[State]) -> None:
    """Those of which stars may be shown as held keep their own, unless all are to share."""
    places = make_places([entry(state, state) for state in STATES], 0, {"vi": choice})
    assert alone == {state for state in STATES if places.own(("vi",), entry(state, state))}
    assert ("en",) == places.own(("en",), entry("a", "lapsed"))


@given(st.integers(1, 10**7))
def test_number_of_pages_is_a_power_of_two(products: int) -> None:
    """As few as hold `MOST_TOGETHER` each on the average, so that it doubles only when the products do."""
    pages = pages_for(products)
    assert 0 == pages & (pages - 1)
    assert pages * MOST_TOGETHER >= products
    assert pages == 1 or pages // 2 * MOST_TOGETHER < products


@given(st.sets(IDS, max_size=60), st.sampled_from(sorted(BUNDLED)), st.data())
def test_each_product_has_one_place(names: set[str], choice: str, data: st.DataObject) -> None:
    """An own page, or an anchor on one of the pages; the pages together hold all that share."""
    entries = [entry(name, data.draw(st.sampled_from(STATES))) for name in sorted(names)]
    places = make_places(entries, 0, {"vi": choice})
    pages = by_page(entries, places.of("vi"))
    shared = [one for entries in pages.values() for one in entries]
    own = [one for one in entries if places.own(("vi",), one)]
    assert sorted(names) == sorted(one.id for one in (*shared, *own))
    paths = {one.id: places.product("vi", one) for one in entries}
    assert len(names) == len(set(paths.values()))
    for number, together in pages.items():
        assert 1 <= number <= places.of("vi").number
        expected = {f"vi/b/{number}/#p-{one.id}" for one in together}
        assert expected == {paths[one.id] for one in together}
    assert {urls.product("vi", one.id) for one in own} == {paths[one.id] for one in own}


@pytest.mark.parametrize(("pages", "name", "number"), VECTORS)
def test_place_does_not_change_between_versions(pages: int, name: str, number: int) -> None:
    """The checksum of zip files, divided by the number of pages; scripts have the same."""
    assert number == Bundles(STATES, pages).place(entry(name, "lapsed"))
    with open_engine() as engine:
        found = engine.call("core.placesOf", {"places": [["vi", pages, STATES]]}, name, "lapsed")
    assert {"vi": f"vi/b/{number}/#p-{name}"} == found


def test_scripts_know_the_same_places() -> None:
    """On any number of pages, in every state, for plain ids and long ones."""
    names = [*(f"san-pham-{number}" for number in range(200)), "x" * 80]
    with open_engine() as engine:
        for pages in (1, 2, 64, 32768):
            places = Places({"vi": Bundles(BUNDLED["lapsed"], pages), "en": Bundles(STATES, pages * 2, pages)})
            told = [[one, places.of(one).number, places.of(one).states, places.of(one).makers] for one in ("vi", "en")]
            for number, name in enumerate(names):
                state = STATES[number % len(STATES)]
                expected = {one: places.product(one, entry(name, state)) for one in ("vi", "en")}
                assert expected == engine.call("core.placesOf", {"places": told}, name, state)
                makers = {one: places.producer(one, name) for one in ("vi", "en")}
                assert makers == engine.call("core.placesOfMaker", {"places": told}, name)
