"""What was found about products, in a form that is kept: a note a product, and the numbers of all.

A note says in whose record a finding stands, not in which file: a record that is moved is still the same.
"""

import marshal
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.catalogue.entry import Entry
from generator.quality.findings import Finding, find
from generator.quality.tallies import count, pack

NOTES, TALLIES = "notes", "tallies"
"""The parts of a piece."""


class Note(NamedTuple):
    """What a list says about a product."""

    name: str
    """As the source states it."""
    language: str
    score: int
    findings: tuple[tuple[str, bool, str], ...]
    """Kind, whether it is the record of the producer that it stands in, and value of each; twins are not among them."""


def make_notes(entries: Iterable[Entry], day: date) -> dict[str, bytes]:
    """The parts of a piece that officers are told from."""
    found = [(entry, find(entry, day)) for entry in entries]
    notes = [_packed(entry, one.findings, one.score) for entry, one in found]
    return {NOTES: marshal.dumps(notes), TALLIES: pack(count(found))}


def _packed(entry: Entry, findings: Iterable[Finding], score: int) -> bytes:
    name, language = entry.product.name.original
    own = entry.packed.file
    told = tuple([(one.kind, one.file != own, one.value) for one in findings])
    return marshal.dumps((name, language, score, told))


def read_note(packed: bytes) -> Note:
    """The note that was packed."""
    return Note._make(marshal.loads(packed))  # noqa: S302  packed by ourselves
