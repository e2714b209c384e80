"""One state of the records: all products with what they amount to on a day. A folder in, entries and issues out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.catalogue.entry import Entry, make_entry
from generator.issues import Issue, has_errors
from generator.model import Producer
from generator.records.hs_codes import HsCodes
from generator.records.reader import Reading, read_folder
from generator.registers import Registers
from generator.validation.examiner import Examiner
from generator.validation.validator import Collection, Producers, gather, read_registers

_RECORDS = ("records", "producers")


@dataclass(frozen=True, slots=True)
class State:
    """Products and producers by id."""

    entries: Mapping[str, Entry]
    producers: Mapping[str, Producer]
    registers: Registers
    register_prints: frozenset[tuple[str, str]]
    """File and fingerprint of each register."""
    examined: Mapping[tuple[str, str], object]
    """What was made of each record, by its file and fingerprint."""


def read_state(products: Path, day: date) -> tuple[State | None, tuple[Issue, ...]]:
    """The state of a folder on a day, with its issues; None when an error forbids to publish it."""
    written = read_folder(products, 1, folders=("registers",))
    registers, issues = read_registers(written, products, HsCodes(products / "registers"))
    reading = read_folder(products, then=Examiner(registers, products, day).examine, folders=_RECORDS)
    told = (*written.issues, *issues, *reading.issues)
    verdict = gather(replace(reading, issues=told), registers, products)
    if verdict.collection is None or has_errors(verdict.issues):
        return None, verdict.issues
    return _make_state(verdict.collection, written, reading, day), verdict.issues


def read_earlier(products: Path, day: date, later: State) -> State:
    """An earlier state on a day: what is sound of it, since nobody can mend it any more.

    Files that are the same in the `later` state are not looked at again, unless registers changed, which are part of
    what is made of records. Its registers stand in where there are none.
    """
    written = read_folder(products, 1, folders=("registers",))
    # A table of communes that has grown is no news to a buyer.
    tables = later.registers.hs_codes, later.registers.former_communes
    registers = read_registers(written, products, *tables)[0] or later.registers
    known = (
        {file: (print_, None) for file, print_ in later.examined} if _prints(written) == later.register_prints else {}
    )
    reading = read_folder(products, None, Examiner(registers, products, day).examine, known, folders=_RECORDS)
    examined = [
        record if record.made is not None else record.with_made(later.examined[record.file, record.fingerprint])
        for record in reading.records
    ]
    reading = replace(reading, records=tuple(examined))
    collection = gather(reading, registers, products).collection or Collection((), Producers({}), registers)
    return _make_state(collection, written, reading, day)


def _make_state(collection: Collection, registers: Reading, reading: Reading, day: date) -> State:
    makers = collection.producers
    entries = {one.facts.id: make_entry(one, makers, collection.registers, day) for one in collection.packed}
    examined = {(record.file, record.fingerprint): record.made for record in reading.records}
    return State(entries, makers, collection.registers, _prints(registers), examined)


def _prints(registers: Reading) -> frozenset[tuple[str, str]]:
    return frozenset((record.file, record.fingerprint) for record in registers.records)
