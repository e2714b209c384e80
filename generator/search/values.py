"""Which products share a value: for every facet its values, each with its products.

Besides the facets there are values that only help to find: former provinces, codes of the Harmonized System and
groups of words that say the same. The order is that of the registers, the same for every language.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.entry import Entry
from generator.catalogue.listings import memberships
from generator.facts.said import FIELDS as SEARCHED
from generator.languages import formats
from generator.model import LocalText
from generator.registers import Registers
from generator.search.source import Source
from generator.standing import STATES

LISTED = {
    "export": "export",
    "stars": "stars",
    "group": "group",
    "set": "set",
    "province": "province",
    "certification": "certification",
    "market_of": "market",
}
"""Facets that are listings too, by the kind of listing."""
FACETS = (
    *("standing", "export", "stars", "group", "set", "province", "certification", "market", "producer_type"),
    "stated",
)
MULTIPLE = frozenset({"certification", "market", "stated"})
"""Facets of which a product can have several values."""
FIELDS = {"province": "place", "former": "place", "synonym": "meaning"}
"""The field that the name of a value counts as; the last one for all others."""
HIDDEN = ("former", "hs")
_KEYS = {"standing": "standing.{}.name", "stars": "stars.{}", "producer_type": "producer.kind.{}"}
"""Keys of the words for values in the interface texts."""
PRODUCER_KINDS = ("enterprise", "cooperative", "cooperative-group", "household", "other")
STATED = ("picture", "price", "minimum_order")


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the numbers of its products, ascending."""

    facet: str
    id: str
    numbers: Sequence[int]


def field_of(facet: str, *, loosely: bool = False) -> int:
    """The number of the field that a name counts as; the last one when only some of the products ever had it."""
    return SEARCHED.index("text" if loosely else FIELDS.get(facet, "text"))


def find_values(source: Source) -> list[Value]:
    """All values that any product has, facet by facet; the place of a value is its number.

    Groups of synonyms come after them; see `synonyms.py`.
    """
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(source.entries):
        for key in _values_of(entry, source):
            found[key].append(number)
    return [
        Value(facet, one, found[facet, one])
        for facet in (*FACETS, *HIDDEN)
        for one in _order(facet, found, source)
        if (facet, one) in found
    ]


def _order(facet: str, found: Iterable[tuple[str, str]], source: Source) -> Iterable[str]:
    registers = source.registers
    known: dict[str, Iterable[str]] = {
        "standing": STATES,
        "export": ("yes",),
        "stars": ("5", "4", "3"),
        "group": registers.groups,
        "set": [one.id for _, one in sorted(registers.sets.items())],
        "province": registers.provinces,
        "certification": registers.schemes,
        "producer_type": PRODUCER_KINDS,
        "stated": STATED,
    }
    return known[facet] if facet in known else sorted(one for kind, one in found if kind == facet)


def _values_of(entry: Entry, source: Source) -> Iterator[tuple[str, str]]:
    facts, day = entry.facts, source.as_of.toordinal()
    yield "standing", entry.standing.state
    for kind, one in memberships(entry):
        if kind in LISTED:
            yield LISTED[kind], one or "yes"
    if entry.maker and entry.maker.facts.kind:
        yield "producer_type", entry.maker.facts.kind
    if facts.images:
        yield "stated", "picture"
    if any(day <= price.get("valid_until", day) for price in facts.prices):
        yield "stated", "price"
    if facts.minimum_order:
        yield "stated", "minimum_order"
    former = source.former_province(entry)
    if former:
        yield "former", former.code
    yield from {("hs", code): None for code in facts.hs if code in source.headings}


def label(value: Value, language: str, source: Source) -> str:
    """What readers of a language call a value."""
    name = _register_name(value, source.registers)
    if name:
        return source.wordings[language].best(name)
    if value.facet == "certification":
        return source.registers.schemes[value.id].name
    if value.facet == "market":
        return formats.country(value.id.upper(), language)
    return source.texts[language][_KEYS.get(value.facet, f"facet.{value.facet}.{{}}").format(value.id)]


def _register_name(value: Value, registers: Registers) -> LocalText | None:
    match value.facet:
        case "group":
            return registers.groups[value.id].name
        case "set":
            return next(one.short for one in registers.sets.values() if one.id == value.id)
        case "province":
            return registers.provinces[value.id].name
    return None
