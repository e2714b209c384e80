"""What a complete record states, what each of that weighs, and the score that follows: the one place of the formula.

The score of a record is the sum of the points of what it states, in hundredths of the points of all that a product of
its kind can state, rounded to a whole number. Points of all aspects together are 100.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from generator.catalogue.contacts import public_contact
from generator.catalogue.entry import Entry
from generator.issues import Path
from generator.model import Award, Product

Scope = Literal["all", "rated", "goods", "consumed"]
"""Which products can state something: all; those with an award; goods, not services; what is eaten, drunk or taken."""
GOODS, CONSUMED = range(1, 26), range(1, 21)
"""Numbers of product sets: 1 to 20 are food, drinks and herbs, 26 is tourism (Decision 26/2026/QĐ-TTg, annex I)."""
WHOLE = 100


@dataclass(frozen=True)
class Subject:
    """A product on a day, as the aspects look at it."""

    entry: Entry
    day: date

    @cached_property
    def product(self) -> Product:
        """The product, unpacked."""
        return self.entry.product

    @property
    def award(self) -> Award | None:
        """The award that counts; without its score sheet."""
        return self.entry.standing.award

    @property
    def is_reachable(self) -> bool:
        """Whether there is a way to the producer that may be shown."""
        producer = self.entry.producer
        return producer is not None and public_contact(producer, self.day) is not None

    @property
    def has_place(self) -> bool:
        """Whether a commune is known, by its former name or today's."""
        stated, today = self.product.origin.stated, self.product.origin.today
        return bool((stated and stated.commune) or (today and today.commune))


class Aspect(NamedTuple):
    """Something that a complete record states; its words are `quality.<id>.*` of the locale."""

    id: str
    points: int
    stated: Callable[[Subject], object]
    """What is true when it is stated."""
    path: Path
    """Where it belongs in the record; of an award, inside the award; of a contact, in the producer's record."""
    scope: Scope = "all"


ASPECTS = (
    Aspect("name_en", 10, lambda one: one.product.name.en, ("name", "en")),
    Aspect("summary", 5, lambda one: one.product.summary, ("summary",)),
    Aspect("summary_en", 5, lambda one: one.product.summary and one.product.summary.en, ("summary", "en")),
    Aspect("picture", 15, lambda one: one.entry.facts.images, ("images",)),
    Aspect("producer", 5, lambda one: one.entry.facts.producer, ("producer",)),
    Aspect("contact", 15, lambda one: one.is_reachable, ("contact",)),
    Aspect("decision", 10, lambda one: one.award and one.award.decision, ("decision",), "rated"),
    Aspect("date", 10, lambda one: one.award and (one.award.issued or one.award.expires), ("issued",), "rated"),
    Aspect("place", 3, lambda one: one.has_place, ("origin",)),
    Aspect("set", 2, lambda one: one.entry.facts.set, ("category", "set")),
    Aspect("net", 3, lambda one: one.product.content and one.product.content.net, ("content", "net"), "goods"),
    Aspect(
        "ingredients",
        3,
        lambda one: one.product.content and one.product.content.ingredients,
        ("content", "ingredients"),
        "consumed",
    ),
    Aspect(
        "shelf_life",
        3,
        lambda one: one.entry.facts.shelf_life_days is not None,
        ("keeping", "shelf_life_days"),
        "consumed",
    ),
    Aspect("packing", 2, lambda one: one.product.packing, ("packing",), "goods"),
    Aspect("price", 3, lambda one: one.entry.facts.prices, ("home", "price")),
    Aspect("order", 3, lambda one: one.entry.facts.minimum_order, ("trade", "minimum_order"), "goods"),
    Aspect("hs", 3, lambda one: one.entry.facts.hs, ("hs",), "goods"),
)
SHEET = frozenset({"net", "ingredients", "shelf_life", "packing", "price", "order", "hs"})
"""Aspects that are fields of the product sheet."""


def applies(scope: Scope, entry: Entry) -> bool:
    """Whether a product can state what has this scope; of one without a set, nothing is asked that not all have."""
    if scope == "rated":
        return entry.standing.award is not None
    return scope == "all" or entry.facts.set in (GOODS if scope == "goods" else CONSUMED)


def lacking(subject: Subject) -> tuple[list[Aspect], int]:
    """What a record lacks of all that it can state, in the order of `ASPECTS`, and its score from 0 to 100."""
    asked = [one for one in ASPECTS if applies(one.scope, subject.entry)]
    lacks = [one for one in asked if not one.stated(subject)]
    most = sum(one.points for one in asked)
    reached = most - sum(one.points for one in lacks)
    return lacks, (2 * WHOLE * reached + most) // (2 * most)
