"""Each choice on the browse page changes what is asked in one way, and begins again at the first page."""

from typing import Any

from tests.scripts.node import evaluate, scripts

EMPTY: dict[str, Any] = {
    "q": "",
    "literal": [],
    "filters": {},
    "ranges": {},
    "sort": "relevance",
    "view": "grid",
    "page": 1,
    "compare": [],
    "list": None,
}


def after(expression: str, **state: Any) -> Any:
    """What an expression makes of a state."""
    return evaluate(scripts("browse/10-state"), f"OCOP.state.{expression}", state={**EMPTY, **state})


def test_a_value_is_chosen_and_let_go() -> None:
    """A facet without values leaves nothing behind in the address."""
    assert {**EMPTY, "filters": {"stars": ["5"]}} == after("toggled(state, 'stars', '5')", page=3)
    chosen = {"stars": ["5", "4"], "province": ["dak-lak"]}
    assert {"stars": ["4"], "province": ["dak-lak"]} == after("toggled(state, 'stars', '5').filters", filters=chosen)
    assert {} == after("toggled(state, 'stars', '5').filters", filters={"stars": ["5"]})


def test_choices_leave_the_state_before_as_it_was() -> None:
    """It may still be the address that the reader goes back to."""
    expression = "toggled(state, 'stars', '4') && state.filters.stars"
    assert ["5"] == after(expression, filters={"stars": ["5"]})


def test_a_range_that_leaves_nothing_out_is_none() -> None:
    """Both ends open, with or without products that state nothing."""
    assert {} == after("ranged(state, 'price', {missing: 'without'}).ranges", ranges={"price": {"from": 5}})
    assert {} == after("ranged(state, 'price', {missing: 'with', unit: 'VND'}).ranges")
    assert {"price": {"missing": "only"}} == after("ranged(state, 'price', {missing: 'only'}).ranges")
    assert {"price": {"from": 0}} == after("ranged(state, 'price', {from: 0}).ranges")


def test_clearing_keeps_order_view_and_selection() -> None:
    """Only what narrows the results goes."""
    kept = {"sort": "name", "view": "table", "compare": ["tra-a", "tra-b"]}
    narrowed = {
        "q": "trà",
        "literal": ["5 sao"],
        "filters": {"stars": ["5"]},
        "ranges": {"price": {"to": 9}},
        "page": 4,
    }
    assert {**EMPTY, **kept} == after("cleared(state)", **narrowed, **kept)


def test_pages_shown_are_the_first_the_last_and_those_near() -> None:
    """As on the listings that are made with the site; 0 is a gap."""
    steps = "[[1, 1], [1, 3], [1, 9], [5, 9], [9, 9], [417, 834]].map((one) => OCOP.state.steps(one[0], one[1]))"
    expected = [
        [1],
        [1, 2, 3],
        [1, 2, 3, 0, 9],
        [1, 0, 3, 4, 5, 6, 7, 0, 9],
        [1, 0, 7, 8, 9],
        [1, 0, 415, 416, 417, 418, 419, 0, 834],
    ]
    assert expected == evaluate(scripts("browse/10-state"), steps)
