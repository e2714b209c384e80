"""What filters, ranges and orders must give, worked out from the open data alone: no code of the generator is used."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from tests.real_site import AS_OF
from tests.site.brute import IN_FORCE, by_alphabet

Published = dict[str, Any]
Filters = Mapping[str, list[str]]
Choice = Mapping[str, Any]
LAST = "9999-12-31"


def values(product: Published, facet: str) -> set[str]:
    """The values of a facet that a product has."""
    standing, stars = product["standing"], product["standing"]["stars"]
    held = standing["state"] in IN_FORCE or standing["state"] == "undated"
    place, maker, trade = (product.get(part, {}) for part in ("place_today", "producer", "trade"))
    every = {
        "standing": {standing["state"]: True},
        "export": {"yes": held and (stars or 0) >= 4},
        "stars": {str(stars): stars},
        "group": {product.get("group", {}).get("id"): "group" in product},
        "set": {product.get("set", {}).get("id"): "set" in product},
        "province": {place.get("province_id"): "province_id" in place},
        "certification": {one["scheme"]: True for one in product.get("certifications", [])},
        "market": {one["country"].lower(): True for one in product.get("markets", [])},
        "producer_type": {maker.get("kind"): "kind" in maker},
        "stated": {
            "picture": "images" in product,
            "price": bool(offers(product)),
            "minimum_order": "minimum_order" in trade,
        },
    }
    return {name for name, there in every[facet].items() if there}


def amounts(product: Published, key: str) -> list[tuple[str, float, float]]:
    """Unit, low and high end of what a product states."""
    trade = product.get("trade", {})
    if key == "shelf_life":
        days = product.get("keeping", {}).get("shelf_life_days")
        return [] if days is None else [("", days, days)]
    if key == "price":
        ends = [(one.get("low", one.get("high")), one.get("high", one.get("low"))) for one in offers(product)]
        return [(one["currency"], *both) for one, both in zip(offers(product), ends, strict=True)]
    order = trade.get("minimum_order")
    return [(unit_id(order.get("unit")), order["amount"], order["amount"])] if order else []


def offers(product: Published) -> list[dict[str, Any]]:
    """The prices whose last day is not over."""
    prices = [product[part]["price"] for part in ("trade", "home") if "price" in product.get(part, {})]
    return [price for price in prices if price.get("valid_until", LAST) >= AS_OF.isoformat()]


def unit_id(unit: Mapping[str, Any] | None) -> str:
    """The words of a unit without marks."""
    if unit is None:
        return "none"
    text = unicodedata.normalize("NFD", unit.get("vi") or unit["en"]).lower().replace("đ", "d")
    return re.sub(r"[^0-9a-z]+", "-", re.sub("[\u0300-\u036f]", "", text))


def fits(product: Published, filters: Filters, ranges: Mapping[str, Choice], left_out: str = "") -> bool:
    """Whether a product passes all filters and ranges but that of one key."""
    return all(
        values(product, facet) & set(wanted) for facet, wanted in filters.items() if wanted and facet != left_out
    ) and all(in_range(product, key, choice) for key, choice in ranges.items() if key != left_out)


def in_range(product: Published, key: str, choice: Choice) -> bool:
    """Whether a product has an amount in the range, or states none where that is wanted."""
    stated = amounts(product, key)
    if choice.get("missing") == "only":
        return not stated
    low, high = choice.get("from", float("-inf")), choice.get("to", float("inf"))
    meets = any(unit == choice["unit"] and first <= high and last >= low for unit, first, last in stated)
    return meets or (choice.get("missing") == "with" and not stated)


def in_sorted_order(products: Iterable[Published], sort: str, unit: str) -> list[str]:
    """Ids of products, given in the order of standing, in another order; those without the key at the end."""
    given = list(products)
    if sort == "name":
        return by_alphabet(given, "en")
    keys = {
        "standing": lambda _: 0,
        "stars": lambda product: -(product["standing"]["stars"] or 0),
        "expiry": lambda product: reverse(product["standing"].get("expires", "")),
        "newest": lambda product: reverse(award_day(product)),
        "minimum_order": lambda product: order_place(product, unit),
    }
    return [product["id"] for product in sorted(given, key=keys[sort])]


def reverse(day: str) -> tuple[int, ...]:
    """Later days before earlier ones, and no day last."""
    return tuple(-ord(sign) for sign in day.ljust(11, "\0"))


def order_place(product: Published, unit: str) -> tuple[int, float]:
    """Amounts in the unit first, the least before others."""
    stated = amounts(product, "minimum_order")
    if not stated:
        return 2, 0
    return (0, stated[0][1]) if stated[0][0] == unit else (1, 0)


def award_day(product: Published) -> str:
    """The day of the award that counts on the as-of date: the last one begun; only its year where that is all."""
    awards = product.get("awards", [])
    days = [award.get("issued") or (f"{award['year']}-01-01" if "year" in award else "") for award in awards]
    return max((day for day in days if day <= "2026-11-23"), default="")
