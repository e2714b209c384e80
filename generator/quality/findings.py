"""All findings of one product: an entry and a day in; what is due, what it lacks, its twins, its faulty links out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.catalogue.entry import Entry
from generator.issues import Path
from generator.model import Award
from generator.quality.aspects import ASPECTS, Aspect, Subject, lacking
from generator.quality.links import FAULTS, fault_of, producer_links, product_links

DUE = ("expiring", "grace", "lapsed")
"""States of a rating that ask for something: its last 180 days, an extension, over."""
TWIN = "twin"
KINDS = (*DUE, *(one.id for one in ASPECTS), TWIN, *FAULTS)
"""All kinds of findings, in the order in which they are told; their words are `quality.<kind>.*` of the locale."""


class Finding(NamedTuple):
    """Something to do about a record: of which kind, in which file, at which field, and what it is about.

    `value` is a last day (YYYY-MM-DD) or empty, the id of a twin, or an address; empty for what is lacking.
    """

    kind: str
    file: str
    path: Path
    value: str = ""


class Found(NamedTuple):
    """The findings of a record in the order of `KINDS`, and how complete it is, from 0 to 100."""

    findings: tuple[Finding, ...]
    score: int


def find(entry: Entry, day: date, twins: Sequence[Entry] = ()) -> Found:
    """Everything there is to do about a product; `day` is that of its standing, `twins` are those found for it."""
    lacks, score = lacking(Subject(entry, day))
    file = entry.packed.file
    findings = [
        *_due(entry),
        *(_lack(one, entry) for one in lacks),
        *(Finding(TWIN, file, ("name",), twin.id) for twin in twins),
        *sorted(_faulty(entry), key=lambda one: FAULTS.index(one.kind)),
    ]
    return Found(tuple(findings), score)


def _due(entry: Entry) -> Iterator[Finding]:
    standing = entry.standing
    if standing.state in DUE:
        last = standing.expires.isoformat() if standing.expires else ""
        field = "expires" if standing.award and standing.award.expires else "issued"
        yield Finding(standing.state, entry.packed.file, _in_award(entry, (field,)), last)


def _lack(aspect: Aspect, entry: Entry) -> Finding:
    if aspect.scope == "rated":
        return Finding(aspect.id, entry.packed.file, _in_award(entry, aspect.path))
    if aspect.id == "contact":
        maker = entry.maker
        return (
            Finding(aspect.id, maker.file, aspect.path)
            if maker
            else Finding(aspect.id, entry.packed.file, ("producer",))
        )
    return Finding(aspect.id, entry.packed.file, aspect.path)


def _in_award(entry: Entry, path: Path) -> Path:
    """The place of a field of the award that counts."""
    award = entry.standing.award
    same = (number for number, one in enumerate(entry.product.awards) if award and _told(one) == _told(award))
    return ("awards", next(same, 0), *path)


def _told(award: Award) -> tuple[object, ...]:
    return award.stars, award.decision, award.issued, award.month, award.year, award.expires


def _faulty(entry: Entry) -> Iterator[Finding]:
    for path, url in product_links(entry.product):
        if fault := fault_of(url):
            yield Finding(fault, entry.packed.file, path, url)
    if entry.maker:
        for path, url in producer_links(entry.maker.model):
            if fault := fault_of(url):
                yield Finding(fault, entry.maker.file, path, url)
