"""How many products have a finding of each kind, by province. Entries in, numbers out; tallies are added up."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.catalogue.entry import Entry
from generator.quality.aspects import SHEET
from generator.quality.deadlines import has_deadline
from generator.quality.findings import DUE, TWIN, Found
from generator.quality.links import FAULTS

UNSTATED = "unstated"
"""Stands for the province of products that state none."""
COLUMNS: Mapping[str, frozenset[str]] = {
    "english": frozenset({"name_en", "summary_en"}),
    **{kind: frozenset({kind}) for kind in ("picture", "contact", "decision", "date")},
    "sheet": SHEET,
    **{kind: frozenset({kind}) for kind in DUE},
    TWIN: frozenset({TWIN}),
    "links": frozenset(FAULTS),
}
"""What is counted for each province: products with a finding of any of these kinds."""
PRODUCTS, SCORES, DEADLINES = ":products", ":scores", ":deadlines"
"""Also counted: products, the sum of their scores, ratings with a last day to come."""
Tally = Counter[str]
"""Numbers by kind of finding, by column as "=column", and by the names above."""
Tallies = dict[str, Tally]
"""Tallies by the id of a province or `UNSTATED`."""


def province_of(entry: Entry) -> str:
    """The key under which a product is counted."""
    return entry.facts.province or UNSTATED


def count(found: Iterable[tuple[Entry, Found]]) -> Tallies:
    """Count the findings of products; twins are for `count_twins`, which must know all products."""
    tallies: Tallies = {}
    for entry, one in found:
        _add(tallies.setdefault(province_of(entry), Counter()), entry, one)
    return tallies


def _add(tally: Tally, entry: Entry, found: Found) -> None:
    kinds = {finding.kind for finding in found.findings if finding.kind != TWIN}
    tally.update([PRODUCTS, *kinds, *(f"={column}" for column, ones in COLUMNS.items() if kinds & ones)])
    tally[SCORES] += found.score
    tally[DEADLINES] += has_deadline(entry)


def count_twins(twins: Iterable[Entry]) -> Tallies:
    """Count products that have twins, and nothing else of them."""
    tallies: Tallies = {}
    for entry in twins:
        tallies.setdefault(province_of(entry), Counter()).update([TWIN, f"={TWIN}"])
    return tallies


def add_up(parts: Iterable[Tallies]) -> Tallies:
    """The tallies of all parts together."""
    tallies: Tallies = {}
    for part in parts:
        for key, tally in part.items():
            tallies.setdefault(key, Counter()).update(tally)
    return tallies


def pack(tallies: Tallies) -> bytes:
    """Tallies as bytes, the same for the same numbers."""
    return json.dumps(tallies, sort_keys=True, separators=(",", ":")).encode()


def unpack(packed: bytes) -> Tallies:
    """The tallies that were packed."""
    return {key: Counter(tally) for key, tally in json.loads(packed).items()}


def total(tallies: Tallies) -> Tally:
    """The numbers of all provinces together."""
    whole: Tally = Counter()
    for tally in tallies.values():
        whole.update(tally)
    return whole
