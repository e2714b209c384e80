"""What listings must hold, counted from the open data alone: no code of the generator is used here."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

Published = dict[str, Any]
PAGE_SIZE = 48
IN_FORCE = ("valid", "expiring", "grace")
ORDER = (("valid", "expiring", "grace"), ("undated",), ("lapsed",), ("proposed",), ("unrated",), ("withdrawn",))
"""States from the front of a listing to its end; those in force stand together."""
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Level, grave, hook, tilde, acute, dot: the order of Vietnamese dictionaries."""


def award_stars(product: Published) -> int:
    """The stars that decide the order: of a lapsed or withdrawn award too, none of a proposal."""
    standing = product["standing"]
    if standing["state"] == "withdrawn":
        return max(award.get("stars") or 0 for award in product["awards"] if "withdrawn" in award)
    if standing["state"] == "unrated":
        return max([award.get("stars") or 0 for award in product.get("awards", [])], default=0)
    return standing["stars"] or standing.get("award_stars") or 0


def name_of(product: Published) -> str:
    """The name on the card: as the source states it, Vietnamese before English before French."""
    names = product["name"]
    stated = (one for one in ("vi", "en", "fr") if one in names and one not in names.get("translated", []))
    return str(names[next(stated)])


def vietnamese_order(text: str) -> tuple[list[int], list[int]]:
    """Letters of the Vietnamese alphabet; then tones."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFC", text).lower():
        parts = unicodedata.normalize("NFD", letter)
        tone = next((rank for rank, mark in enumerate(TONES) if mark and mark in parts), 0)
        base = unicodedata.normalize("NFC", parts.replace(TONES[tone], "") if tone else parts)
        tones.append(tone)
        letters.append(_rank(base))
    return letters, tones


def _rank(letter: str) -> int:
    if letter.isspace():
        return 0
    if letter.isdigit():
        return 10 + int(letter)
    return 100 + ALPHABET.index(letter) if letter in ALPHABET else 1000 + ord(letter[0])


def english_order(text: str) -> tuple[str, str]:
    """Letters without marks; then the exact form."""
    bare = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFD", text.lower())).replace("đ", "d")
    return bare, text


def rank(product: Published) -> tuple[int, int]:
    """The standing, then more stars."""
    place = next(place for place, states in enumerate(ORDER) if product["standing"]["state"] in states)
    return place, -award_stars(product)


def in_order(products: Iterable[Published], language: str) -> list[str]:
    """Ids by standing, then more stars, then the name in the alphabet of the language."""
    alphabet: Callable[[str], Any] = vietnamese_order if language == "vi" else english_order

    def place(product: Published) -> tuple[Any, ...]:
        return *rank(product), alphabet(name_of(product)), product["id"]

    return [product["id"] for product in sorted(products, key=place)]


def by_alphabet(products: Iterable[Published], language: str) -> list[str]:
    """Ids by name in the alphabet of the language."""
    alphabet: Callable[[str], Any] = vietnamese_order if language == "vi" else english_order
    return [one["id"] for one in sorted(products, key=lambda one: (alphabet(name_of(one)), one["id"]))]


def members(products: Iterable[Published]) -> dict[str, list[Published]]:
    """The products of every listing by its address without the language: `stars/5/`, `provinces/son-la/`."""
    found: dict[str, list[Published]] = {}
    for product in products:
        for address in addresses(product):
            found.setdefault(address, []).append(product)
    return found


def addresses(product: Published) -> list[str]:
    """Listings a product must stand in."""
    standing = product["standing"]
    stars, in_force = standing["stars"], standing["state"] in IN_FORCE
    found = ["products/"]
    if (stars or 0) >= 4 and (in_force or standing["state"] == "undated"):
        found.append("export/")
    if in_force:
        found.append("home-market/")
    if stars:
        found.append(f"stars/{stars}/")
    if "set" in product:
        found += [f"groups/{product['group']['id']}/", f"sets/{product['set']['id']}/"]
    if "province_id" in product.get("place_today", {}):
        found.append(f"provinces/{product['place_today']['province_id']}/")
    if "producer" in product:
        found.append(f"producers/{product['producer']['id']}/")
    found += {f"certifications/{one['scheme']}/": None for one in product.get("certifications", [])}
    found += {f"markets/{one['country'].lower()}/": None for one in product.get("markets", [])}
    return found
