"""How answers are judged: by what the open data say of the products that were found."""

from typing import Any

import pytest

from benchmarks.search.answers import Case, Reply, is_right, read_cases
from benchmarks.search.wire import read_queries


def product(name: str, stars: int = 3, province: str = "Hà Nội") -> dict[str, Any]:
    """A product of the open data."""
    name_in_both = {"vi": name, "en": "Tea", "translated": ["en"]}
    return {"name": name_in_both, "standing": {"stars": stars}, "origin": {"stated": {"province": province}}}


PRODUCTS = {
    "tra": product("Trà hoà tan", stars=5),
    "trai": product("Trái cây sấy"),
    "ca-phe": product("Cà phê", province="Đắk Lắk"),
    "rated": {"name": {"vi": "Chè"}, "standing": {}},
}


@pytest.mark.parametrize(
    ("right", "case", "reply"),
    [
        (True, Case("ca phe", "Cà phê", "marks folded"), Reply(2, ["tra", "ca-phe"])),
        (False, Case("ca phe", "Cà phê", "marks folded"), Reply(1, ["trai"])),
        (False, Case("ca phe", "Cà phê", "marks folded"), Reply(0, [])),
        (True, Case("dak lak", "Đắk Lắk", "đ folded in a place"), Reply(1, ["ca-phe"])),
        (True, Case("hòa", "Hòa tan", "tone position"), Reply(1, ["tra"])),
        (True, Case("trà", "Trà", "exact form before others"), Reply(2, ["tra", "trai"])),
        (False, Case("trà", "Trà", "exact form before others"), Reply(2, ["trai", "tra"])),
        (True, Case("x", "cà phê; trà", "all kinds found"), Reply(2, ["tra", "ca-phe"])),
        (False, Case("x", "cà phê; trà", "all kinds found"), Reply(1, ["ca-phe"])),
        (True, Case("5 sao", "stars = 5", "a filter"), Reply(1, ["tra"])),
        (False, Case("5 sao", "stars = 5", "a filter"), Reply(2, ["tra", "rated"])),
        (True, Case("x", 'says that "xyzzyq" is unknown', ""), Reply(0, [])),
        (False, Case("x", 'says that "xyzzyq" is unknown', ""), Reply(1, ["tra"])),
        (True, Case("o", "nothing or a few", ""), Reply(0, [])),
        (False, Case("o", "nothing or a few", ""), Reply(1, ["tra"])),
    ],
)
def test_an_answer_is_judged_by_its_case(case: Case, reply: Reply, *, right: bool) -> None:
    """One rule for both sides."""
    assert right == is_right(case, reply, PRODUCTS)


def test_all_cases_are_read() -> None:
    """Each with a query, what must be found, and its rule."""
    cases = read_cases()
    assert 26 <= len(cases)
    assert all(case.query and case.expected and case.rule for case in cases)


def test_the_list_of_queries_is_fixed() -> None:
    """Fifty different ones."""
    queries = read_queries()
    assert (50, 50) == (len(queries), len(set(queries)))
