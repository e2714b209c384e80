"""A list of products in, record files under `products/` out, and an account of what was done.

A row that is wrong is told and left out, the others are imported; importing the same list again changes nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
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
from generator.records.raw import Kind, RawRecord
from generator.records.reader import Reading, read_folder
from generator.registers import Registers
from generator.validation.validator import validate

UNPLACED = "unplaced"
"""Folder of products whose province is not known."""


def import_table(
    file: Path, products: Path, *, dry_run: bool = False, mapping: Path | None = None, decide: Path | None = None
) -> ImportResult:
    """Import a list into the records under `products`; nothing is written in a dry run.

    `mapping` is a file that says what the list calls its columns, `decide` one that says which near matches are the
    same; what is still open is added to it. Nothing is written when the list, the mapping or a
    file under `products` cannot be read. A missing list is an `OSError`.
    """
    reading = read_folder(products)
    registers, issues = _registers(reading, products)
    told = read_mapping(mapping) if mapping else Told()
    decisions = read_decisions(decide) if decide else Decisions()
    own = read_own_headings(reading.records)
    issues = [*reading.issues, *issues, *told.issues, *own.issues, *decisions.issues]
    if registers is None or has_errors(issues):
        return ImportResult(issues=tuple(issues), dry_run=dry_run)
    list_ = _read(file, read_headings(own.names, told.columns), told, registers)
    issues += [*list_.issues, *(one for table in list_.tables for one in table.issues)]
    drafts, found = read_drafts(list_.tables, registers)
    records, producers = collect(drafts, products, reading, registers, decisions)
    changes = (*records.write(dry_run=dry_run), *producers.write(dry_run=dry_run))
    issues += found
    issues += name_columns(records.issues, *list_.tables)
    issues += name_columns(producers.issues, *list_.tables, producer=True)
    if decide and decisions.open and not dry_run:
        decide.write_text(decisions.render(), encoding="utf-8")
    ordered = tuple(sorted(issues, key=lambda one: one.order))
    lost = _count_lost(ordered, list_)
    return ImportResult(records.counts, producers.counts, changes, ordered, lost, dry_run, list_.tables)


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
