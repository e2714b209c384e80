"""Which queries each side answers right: the Vietnamese cases of the tests, asked of the real catalogue.

Both sides are judged by the same facts, the open data of the products they name, never by what they print.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.languages.words import without_place_of_tone

CASES = Path(__file__).parents[2] / "tests" / "cases" / "search" / "vietnamese.tsv"
FIRST = 10
"""Results that are looked at."""
FEW = 0.05
"""Greatest share of all products that are still a few."""
STANDS_FOR = {"miến dong": "miến"}
"""What no real record says, and what stands for it."""
Product = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A query, what must be among the first results, and the rule it stands for."""

    query: str
    expected: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a side says to a query: how many products, and the first of them by their ids."""

    total: int
    ids: Sequence[str]


def read_cases() -> list[Case]:
    """All cases."""
    rows = (line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [Case(*row) for row in rows if len(row) > 1]


def read_products(site: Path) -> dict[str, Product]:
    """The open data of a built site, by the ids of products."""
    document = json.loads((site / "api" / "v1" / "products.json").read_text(encoding="utf-8"))
    return {product["id"]: product for product in document["products"]}


def is_right(case: Case, reply: Reply, products: Mapping[str, Product]) -> bool:
    """Whether a reply is what the case asks for."""
    found = [products[one] for one in reply.ids]
    match case.expected:
        case "stars = 5":
            return {5} == {product["standing"].get("stars") for product in found}
        case 'says that "xyzzyq" is unknown':
            return reply.total == 0  # whether it also names the word is not held against a side
        case "nothing or a few":
            return reply.total <= FEW * len(products)
    texts = [comparable(said_of(product)) for product in found]
    wanted = [comparable(STANDS_FOR.get(one, one)) for one in case.expected.split("; ")]
    # Where the exact form comes first, it is the very first result that must have it.
    looked_at = texts[:1] if "exact form" in case.rule else texts
    return all(any(one in text for text in looked_at) for one in wanted)


def said_of(product: Product) -> str:
    """Names and places of a product."""
    places = [*product.get("origin", {}).get("stated", {}).values(), *product.get("place_today", {}).values()]
    return " | ".join(text for text in [*product["name"].values(), *places] if isinstance(text, str))


def comparable(text: str) -> str:
    """A text in which it does not matter which letter of a word bears the tone."""
    return " ".join(map(without_place_of_tone, text.casefold().split()))
