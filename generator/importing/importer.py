"""A list of products in, record files under `products/` out, and an account of what was done.

A row that is wrong is told and left out, the others are imported; importing the same list again changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.importing.account import ImportResult
from generator.importing.collecting import collect
from generator.importing.columns import name_columns
from generator.importing.context import with_cells, with_context
from generator.importing.decisions import Decisions, read_decisions
from generator.importing.drafts import read_drafts
from generator.importing.headings import Headings, read_headings
from generator.importing.lists import read_list
from generator.importing.mapping import Told, read_mapping, read_own_headings
from generator.importing.tables import List
from generator.issues import Issue, has_errors
from generator.progress.phases import SILENT, Progress
from generator.records.raw import Kind, RawRecord
from generator.records.reader import Reading, read_folder
from generator.registers import Registers
from generator.validation.validator import validate

UNPLACED = "unplaced"
"""Folder of products whose province is not known."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a list is to be imported."""

    dry_run: bool = False
    """Only say what would change."""
    mapping: Path | None = None
    """A file that says what the list calls its columns."""
    decide: Path | None = None
    """A file that says which near matches are the same; what is still open is added to it."""
    day: date = date.max
    """The day that ratings are judged on."""


def import_table(file: Path, products: Path, wishes: Wishes, progress: Progress = SILENT) -> ImportResult:
    """Import a list into the records under `products`; `progress` hears how far it is.

    Nothing is written when the list, a file of `wishes` or one under `products` cannot be read. A missing list is an
    `OSError`.
    """
    progress.begin("read")
    reading = read_folder(products, progress=progress)
    registers, issues = _registers(reading, products)
    told = read_mapping(wishes.mapping) if wishes.mapping else Told()
    decisions = read_decisions(wishes.decide) if wishes.decide else Decisions()
    own = read_own_headings(reading.records)
    issues = [*reading.issues, *issues, *told.issues, *own.issues, *decisions.issues]
    if registers is None or has_errors(issues):
        return ImportResult(issues=tuple(issues), dry_run=wishes.dry_run)
    progress.begin("list")
    list_ = _read(file, read_headings(own.names, told.columns), told, registers)
    progress.begin("rows")
    drafts, found = read_drafts(list_.tables, registers, wishes.day, progress)
    records, producers = collect(drafts, products, reading, registers, decisions)
    progress.begin("records")
    progress.expect(records.changed + producers.changed)
    changes = [
        change for one in (records, producers) for change in one.write(dry_run=wishes.dry_run, progress=progress)
    ]
    if wishes.decide and decisions.open and not wishes.dry_run:
        wishes.decide.write_text(decisions.render(), encoding="utf-8")
    issues += [*list_.issues, *(one for table in list_.tables for one in table.issues), *found]
    issues += name_columns(records.issues, *list_.tables)
    issues += name_columns(producers.issues, *list_.tables, producer=True)
    ordered = tuple(sorted(issues, key=lambda one: one.order))
    lost = _count_lost(ordered, list_)
    return ImportResult(records.counts, producers.counts, tuple(changes), ordered, lost, wishes.dry_run, list_.tables)


def _read(file: Path, headings: Headings, told: Told, registers: Registers) -> List:
    """A list with what its titles, and the mapping, say about all of its rows."""
    list_ = read_list(file, headings)
    tables = (with_context(with_cells(table, told.all_rows), registers) for table in list_.tables)
    return replace(list_, tables=tuple(tables))


def _count_lost(issues: Iterable[Issue], list_: List) -> int:
    """Rows of a list that were not imported."""
    places = (one.source for one in issues if one.severity == "error" and one.source.file == list_.file)
    return len({(place.sheet, place.line) for place in places if place.line}) if list_.rows else 0


def _registers(reading: Reading, products: Path) -> tuple[Registers | None, list[Issue]]:
    """The registers alone, so that a mistake in some product does not stop an import."""
    verdict = validate(Reading(tuple(_of_kind(reading, "register")), ()), products, date.min)
    return (verdict.collection.registers, []) if verdict.collection else (None, list(verdict.issues))


def _of_kind(reading: Reading, kind: Kind) -> Iterable[RawRecord]:
    return (record for record in reading.records if record.kind == kind)
