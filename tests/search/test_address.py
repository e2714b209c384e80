"""The address of a page says everything of its state, in one way only, and takes no harm from what others write."""

from random import Random
from typing import Any

import pytest

from tests.search.engine import Engine
from tests.search.indexes import SEED

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
FULL: dict[str, Any] = {
    "q": "cà phê & trà 100% = ?#+,",
    "literal": ["5 sao"],
    "filters": {"province": ["dak-lak", "gia-lai"], "stars": ["5"]},
    "ranges": {
        "minimum_order": {"from": 10, "to": 200.5, "unit": "thung", "missing": "with"},
        "shelf_life": {"from": 90},
    },
    "sort": "name",
    "view": "table",
    "page": 3,
    "compare": ["b", "a-1"],
    "list": {"name": "Quà ~ Tết, 2027", "ids": ["b", "a-1"]},
}


def test_the_default_has_no_address(bare: Engine) -> None:
    """Neither the empty state nor one that says only defaults."""
    assert "" == bare.call("address.write", {})
    assert "" == bare.call("address.write", EMPTY)
    assert EMPTY == bare.call("address.read", "")
    assert EMPTY == bare.call("address.read", "?")


def test_everything_comes_back(bare: Engine) -> None:
    """A full state survives, with or without the question mark."""
    text = bare.call("address.write", FULL)
    assert FULL == bare.call("address.read", text)
    assert FULL == bare.call("address.read", text[1:])


def test_equal_states_have_equal_addresses(bare: Engine) -> None:
    """The order in which filters were chosen does not show."""
    one = bare.call("address.write", {"filters": {"stars": ["5", "4"], "group": ["food"]}})
    other = bare.call("address.write", {"filters": {"group": ["food"], "stars": ["4", "5"]}})
    assert "?f.group=food&f.stars=4,5" == one == other


def test_states_at_random(bare: Engine) -> None:
    """Whatever is written can be read, and is written the same again."""
    random = Random(SEED)  # noqa: S311  the same every time
    letters = "aà&=+%#?~|,:. \u2028đ😀"
    for _ in range(100):
        state = EMPTY | {
            "q": "".join(random.choices(letters, k=random.randrange(8))),
            "filters": {
                key: ["a", "b-c"][: random.randrange(1, 3)] for key in random.sample(["set", "market", "stars"], 2)
            },
            "ranges": {"price": {"unit": "VND", "from": random.randrange(100)}} if random.random() < 0.5 else {},
            "page": random.randrange(1, 50),
            "list": {"name": "".join(random.choices(letters, k=3)), "ids": ["x"]} if random.random() < 0.5 else None,
        }
        text = bare.call("address.write", state)
        assert text.isascii()
        assert state == bare.call("address.read", text)


@pytest.mark.parametrize(
    "text",
    [
        "?f.__proto__=x&r.__proto__=1..2&__proto__=y",
        "?page=0&page=-1&page=x&page=99999999",
        "?sort=evil&view=evil",
        "?r.price=x..y&r.price=1",
        "?%&%zz=%zz&q=%E0%A4%A",
        "?compare=../x,<b>,%22&f.=x",
        "?=x&q&&",
    ],
)
def test_strange_addresses_say_nothing(bare: Engine, text: str) -> None:
    """What cannot be understood is left out; nothing breaks."""
    read = bare.call("address.read", text)
    assert EMPTY == read | {"ranges": {key: value for key, value in read["ranges"].items() if value}}


def test_lists_are_limited(bare: Engine) -> None:
    """A very long address cannot fill the page."""
    read = bare.call("address.read", "?compare=" + ",".join(f"p-{number}" for number in range(5000)))
    assert 100 == len(read["compare"])
    assert 200 == len(bare.call("address.read", "?q=" + "a" * 5000)["q"])
