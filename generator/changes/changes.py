"""All that changed between two states of the records, in the words of one language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from generator.catalogue.contacts import public_contact
from generator.catalogue.entry import Entry
from generator.catalogue.wording import Wording
from generator.changes.facts import tell_facts
from generator.changes.ratings import tell_rating
from generator.changes.state import State
from generator.languages.sorting import sort_key
from generator.model import Producer
from generator.pages.texts import Texts
from generator.urls import listing, product

Kind = Literal["added", "changed", "dropped", "producers"]
KINDS: tuple[Kind, ...] = ("added", "changed", "dropped", "producers")


class Change(NamedTuple):
    """What changed of one product or producer, in plain text that may hold anything a record may hold."""

    id: str
    name: str
    remarks: tuple[str, ...]
    path: str
    """The page to read on at, from the site's root."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes by kind, each kind in the alphabet of the language."""

    language: str
    texts: Texts
    since: str
    """The earlier state, as it was asked for."""
    day: date
    """The day of the later state."""
    found: Mapping[Kind, tuple[Change, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.found.values())


class Days(NamedTuple):
    """The days on which the two states are looked at."""

    before: date
    after: date


def find_changes(before: State, after: State, days: Days, texts: Texts, since: str) -> Changes:
    """What changed from one state to the other; products are told apart by their ids."""
    language = texts.language
    old = Wording(language, texts, before.registers, days.before)
    new = Wording(language, texts, after.registers, days.after)
    key = sort_key(language)

    def ordered(changes: Iterator[Change]) -> tuple[Change, ...]:
        return tuple(sorted(changes, key=lambda one: (key(one.name), one.id)))

    return Changes(
        language,
        texts,
        since,
        days.after,
        {
            "added": ordered(_only_in(after, before, new, lambda one: product(language, one.product.id))),
            "changed": ordered(_changed(before, after, old, new)),
            "dropped": ordered(_only_in(before, after, old, lambda _: listing(language, "products"))),
            "producers": ordered(_producers(before, after, days, new)),
        },
    )


def _only_in(one: State, other: State, wording: Wording, path: Callable[[Entry], str]) -> Iterator[Change]:
    """The products that the other state does not have."""
    for key, entry in one.entries.items():
        if key not in other.entries:
            named = {
                "producer": wording.best(entry.producer.name) if entry.producer else "",
                "origin.province": entry.place.province,
            }
            facts = (f"{wording.texts[f'field.{name}']}: {words}" for name, words in named.items() if words)
            remarks = (wording.standing(entry.standing), *facts)
            yield Change(key, wording.names(entry.product.name), remarks, path(entry))


def _changed(before: State, after: State, old: Wording, new: Wording) -> Iterator[Change]:
    same_registers = before.register_prints == after.register_prints
    for key, entry in after.entries.items():
        earlier = before.entries.get(key)
        if earlier and not (same_registers and _is_same(earlier, entry)):
            remarks = *tell_rating(earlier.standing, entry.standing, new), *tell_facts(earlier, entry, old, new)
            if remarks:
                yield Change(key, new.names(entry.product.name), remarks, product(new.language, key))


def _is_same(before: Entry, after: Entry) -> bool:
    """Whether nothing can have changed, so that neither need be unpacked."""
    made, makers = (before.packed.content, after.packed.content), (before.maker, after.maker)
    return made[0] == made[1] and makers[0] == makers[1] and before.standing == after.standing


def _producers(before: State, after: State, days: Days, wording: Wording) -> Iterator[Change]:
    """Producers that are reached in another way than before; how is for their pages to say, which ask for consent."""
    for key, producer in after.producers.items():
        earlier = before.producers.get(key)
        if earlier and _ways(earlier, days.before) != _ways(producer, days.after):
            remark = wording.texts["changes.contact"]
            yield Change(key, wording.names(producer.name), (remark,), listing(wording.language, "producer", key))


def _ways(producer: Producer, day: date) -> object:
    return public_contact(producer, day)
