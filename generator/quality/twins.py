"""Products that may be one product twice: the same name, producer and place, whatever the marks, case and spaces."""

from collections.abc import Iterable, Mapping
from string import punctuation, whitespace
from typing import TypeAlias

from generator.catalogue.entry import Entry
from generator.languages.codes import word_key
from generator.settings import SITE_LANGUAGES

_ENGLISH = SITE_LANGUAGES.index("en")
"""Names are sorted without marks in English, so that need not be worked out again."""
_NO_LETTERS = str.maketrans("", "", punctuation + whitespace)

Twins: TypeAlias = Mapping[Entry, tuple[Entry, ...]]
"""The products that have twins, each with all others of its kind."""


def find_twins(entries: Iterable[Entry]) -> Twins:
    """The products that have twins, each with all others of its kind, in the order of `entries`.

    Producers are compared by their names too, since a product entered twice often came with its producer.
    """
    alike: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in entries:
        name = entry.facts.places[_ENGLISH][0].translate(_NO_LETTERS)
        alike.setdefault((name, entry.facts.province), []).append(entry)
    groups: dict[tuple[str, str | None, str], list[Entry]] = {}
    for (name, province), found in alike.items():
        for entry in found if len(found) > 1 else ():
            maker = word_key(entry.maker.facts.name) if entry.maker else ""
            groups.setdefault((name, province, maker), []).append(entry)
    return {
        one: tuple(other for other in group if other is not one)
        for group in groups.values()
        for one in group
        if len(group) > 1
    }
