"""Chips say what narrows the results, and hold the state in which it is gone."""

from typing import Any

import pytest

from tests.scripts.node import evaluate, scripts
from tests.scripts.test_state import EMPTY

FILES = scripts("elements/10-texts", "browse/10-state", "browse/20-chips", "browse/35-ranges")
ENGINE = {
    "facets": [
        {"key": "stars", "label": "Hạng sao", "values": [{"id": "5", "label": "5 sao"}, {"id": "4", "label": "4 sao"}]},
        {"key": "province", "label": "Tỉnh", "values": [{"id": "dak-lak", "label": "Đắk Lắk"}]},
    ],
    "ranges": [
        {
            "key": "price",
            "label": "Giá",
            "stated": 3,
            "units": [{"id": "VND", "label": "VND"}, {"id": "USD", "label": "USD"}],
        },
        {"key": "shelf_life", "label": "Hạn sử dụng", "stated": 2, "units": [{"id": "", "label": "ngày"}]},
    ],
}
NOTHING: dict[str, Any] = {"words": [], "filters": []}
FIVE_STARS = {"facet": "stars", "value": "5", "label": "5 sao", "text": "5 sao"}


def chips(understood: dict[str, Any] = NOTHING, **state: Any) -> list[dict[str, Any]]:
    """The chips of a state."""
    found: list[dict[str, Any]] = evaluate(
        FILES, "OCOP.chips(state, engine, understood)", state={**EMPTY, **state}, engine=ENGINE, understood=understood
    )
    return found


def test_chips_stand_in_the_order_of_the_facets() -> None:
    """The words of the query first, then what was understood, then what was chosen."""
    found = chips(
        {"words": ["trà", "sen"], "filters": [FIVE_STARS]},
        q="trà sen 5 sao",
        filters={"province": ["dak-lak"], "stars": ["4"]},
        ranges={"price": {"from": 5}},
    )
    assert ["“trà sen”", "5 sao", "4 sao", "Đắk Lắk", "Giá: từ 5 VND"] == [chip["label"] for chip in found]
    names = ["“trà sen”", "Hạng sao: 5 sao", "Hạng sao: 4 sao", "Tỉnh: Đắk Lắk", "Giá: từ 5 VND"]
    assert names == [chip["name"] for chip in found]


def test_each_chip_takes_only_itself_away() -> None:
    """Words go from the query, choices are let go."""
    state: dict[str, Any] = {"q": "trà 5 sao", "filters": {"province": ["dak-lak"]}, "ranges": {"price": {"to": 9}}}
    words, understood, province, price = chips({"words": ["trà"], "filters": [FIVE_STARS]}, **state)
    assert {**EMPTY, **state, "q": "5 sao"} == words["without"]
    assert {**EMPTY, **state, "q": "trà"} == understood["without"]
    assert {**EMPTY, **state, "filters": {}} == province["without"]
    assert {**EMPTY, **state, "ranges": {}} == price["without"]


def test_of_several_stars_typed_together_the_others_stay() -> None:
    """They become choices; no product is called "4-5 sao", so the words are not searched for."""
    both = [{**FIVE_STARS, "value": value, "label": f"{value} sao", "text": "4-5 sao"} for value in "45"]
    _, four, five = chips({"words": ["trà"], "filters": both}, q="trà 4-5 sao")
    assert {**EMPTY, "q": "trà", "filters": {"stars": ["5"]}} == four["without"]
    assert {**EMPTY, "q": "trà", "filters": {"stars": ["4"]}} == five["without"]


def test_a_place_taken_away_is_searched_for_as_words() -> None:
    """Products may be called after it."""
    place = {"facet": "province", "value": "dak-lak", "label": "Đắk Lắk", "text": "Đắk Lắk"}
    (chip,) = chips({"words": [], "filters": [place]}, q="Đắk Lắk")
    assert {**EMPTY, "q": "Đắk Lắk", "literal": ["Đắk Lắk"]} == chip["without"]


@pytest.mark.parametrize(
    ("words", "unknown", "left"),
    [
        (["cà", "phê", "xyzzyq"], ["xyzzyq"], ["cà phê 5 sao"]),
        (["xyzzyq"], ["xyzzyq"], []),
        (["tea", "gift"], [], ["gift 5 sao", "tea 5 sao"]),
        (["tea"], [], []),
    ],
)
def test_single_words_can_be_let_go(words: list[str], unknown: list[str], left: list[str]) -> None:
    """Those that no product has, together; where each is known, one of them. What was understood stays."""
    understood = {"words": words, "filters": [FIVE_STARS]}
    found = evaluate(
        FILES, "OCOP.wordChips(state, understood, unknown)", state=EMPTY, understood=understood, unknown=unknown
    )
    assert left == [chip["without"]["q"] for chip in found]


def test_values_the_catalogue_does_not_have_are_told_too() -> None:
    """An old link may name them; nothing narrows the results unseen."""
    found = chips(filters={"stars": ["7"], "colour": ["red"]}, ranges={"weight": {"missing": "only"}})
    assert ["7", "red", "weight: không nêu"] == [chip["label"] for chip in found]


@pytest.mark.parametrize(
    ("key", "choice", "words"),
    [
        ("price", {"from": 50000, "to": 200000, "unit": "VND"}, "Giá: 50.000 – 200.000 VND"),
        ("price", {"from": 1.5, "unit": "USD"}, "Giá: từ 1,5 USD"),
        ("price", {"to": 10, "missing": "with"}, "Giá: đến 10 VND, hoặc không nêu"),
        ("price", {"missing": "only"}, "Giá: không nêu"),
        ("shelf_life", {"from": 180}, "Hạn sử dụng: từ 180 ngày"),
    ],
)
def test_ranges_are_put_into_words(key: str, choice: dict[str, Any], words: str) -> None:
    """Ends, unit, and what becomes of products that state nothing."""
    assert [words] == [chip["label"] for chip in chips(ranges={key: choice})]


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("vi", "50.000", 50000),
        ("vi", "1.250.000", 1250000),
        ("vi", "1.250,5", 1250.5),
        ("vi", "12,5", 12.5),
        ("vi", "12.5", 12.5),
        ("en", "50,000", 50000),
        ("en", "1.5", 1.5),
        ("vi", " 200 000 ", 200000),
        ("vi", "200", 200),
    ],
)
def test_amounts_are_read_as_the_language_writes_them(language: str, text: str, amount: float) -> None:
    """50.000 is fifty thousand in Vietnamese and fifty in English."""
    assert amount == evaluate(FILES, "OCOP.readAmount(text)", language, text=text)


@pytest.mark.parametrize("text", ["abc", "5 kg", "-3", "1..2", "1.2.3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """NaN, so that the field can say so."""
    assert evaluate(FILES, "Number.isNaN(OCOP.readAmount(text))", text=text)


def test_an_empty_end_is_open() -> None:
    """Nothing typed means no limit."""
    assert evaluate(FILES, "OCOP.readAmount('  ') === undefined")
