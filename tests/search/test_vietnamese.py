"""What people type, and what must be among the first results: on real records and on synthetic ones."""

from pathlib import Path
from typing import Any

import pytest

from generator.languages.words import without_place_of_tone
from tests.search.engine import Engine
from tests.search.indexes import Index

CASES = Path(__file__).parents[1] / "cases" / "search"
FIRST = 10
MISSING = {"miến dong": "miến"}
"""What no real record says, and what stands for it."""
NOT_MADE_UP = {"dừa; dưa; dứa": "dừa", "mắm": "nước mắm", "đặc sản": "đặc"}
"""The same for synthetic ones."""


def read_cases(name: str) -> list[tuple[str, str]]:
    """Query and what must be found, line by line."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


def shown(hit: dict[str, Any], product: dict[str, Any]) -> str:
    """Name and places of a hit, as a reader sees them."""
    stated = [part for part in product.get("origin", {}).get("stated", {}).values() if isinstance(part, str)]
    today = product.get("place_today", {}).values()
    texts = [hit["name"], hit["other"], hit["province"], hit["formerProvince"], *stated, *today]
    return comparable(" | ".join(texts))


def comparable(text: str) -> str:
    """A text in which it does not matter which letter of a word bears the tone."""
    return " ".join(without_place_of_tone(word) for word in text.casefold().split())


def check(engine: Engine, index: Index, query: str, expected: str) -> None:
    """Look at the first results of a query."""
    found = engine.search(query, size=FIRST)
    texts = [shown(hit, index.products[hit["id"]]) for hit in found["hits"]]
    match expected:
        case "stars = 5":
            assert {5} == {index.products[hit["id"]]["standing"]["stars"] for hit in found["hits"]}
        case 'says that "xyzzyq" is unknown':
            assert (["xyzzyq"], 0, []) == (found["unknown"], found["total"], found["hits"])
        case "nothing or a few":
            assert engine.call("size") / 20 > found["total"]
        case _:
            for wanted in expected.casefold().split("; "):
                assert any(comparable(wanted) in text for text in texts), texts


@pytest.mark.parametrize(("query", "expected"), [*read_cases("vietnamese.tsv"), *read_cases("further.tsv")])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_real_records(request: pytest.FixtureRequest, real: Index, language: str, query: str, expected: str) -> None:
    """What people type finds what they mean, for readers of both languages."""
    engine = request.getfixturevalue("vietnamese" if language == "vi" else "english")
    check(engine, real, query, MISSING.get(expected, expected))


@pytest.mark.parametrize(("query", "expected"), [*read_cases("vietnamese.tsv"), *read_cases("made_up.tsv")])
def test_synthetic_records(made_up: Engine, synthetic: Index, query: str, expected: str) -> None:
    """The same among records with summaries, markets, certificates and former places."""
    check(made_up, synthetic, query, NOT_MADE_UP.get(expected, expected))
