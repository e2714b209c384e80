"""A list of products in, record files under `products/` out, and an account of what was done.

A row that is wrong is told and left out, the others are imported; importing the same list again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.importing.account import ImportResult
from generator.importing.columns import name_columns
from generator.importing.context import with_cells, with_context
from generator.importing.drafts import Draft, read_drafts
from generator.importing.headings import Headings, read_headings
from generator.importing.lists import read_list
from generator.importing.mapping import Told, read_mapping, read_own_headings
from generator.importing.matching import Producers, Products
from generator.importing.places import agreed
from generator.importing.tables import List
from generator.importing.targets import Targets
from generator.issues import Issue, has_errors
from generator.model import Producer, Product
from generator.records.raw import Kind, RawRecord
from generator.records.reader import Reading, read_folder
from generator.registers import Registers
from generator.validation.validator import validate

UNPLACED = "unplaced"
"""Folder of products whose province is not known."""


def import_table(file: Path, products: Path, *, dry_run: bool = False, mapping: Path | None = None) -> ImportResult:
    """Import a list into the records under `products`; nothing is written in a dry run.

    `mapping` is a file that says what the list calls its columns. Nothing is written when the list, the mapping or a
    file under `products` cannot be read. A missing list is an `OSError`.
    """
    reading = read_folder(products)
    registers, issues = _registers(reading, products)
    told = read_mapping(mapping) if mapping else Told()
    own = read_own_headings(reading.records)
    issues = [*reading.issues, *issues, *told.issues, *own.issues]
    if registers is None or has_errors(issues):
        return ImportResult(issues=tuple(issues), dry_run=dry_run)
    list_ = _read(file, read_headings(own.names, told.columns), told, registers)
    issues += [*list_.issues, *(one for table in list_.tables for one in table.issues)]
    drafts, found = read_drafts(list_.tables, registers)
    records, producers = _collect(drafts, products, reading, registers)
    changes = (*records.write(dry_run=dry_run), *producers.write(dry_run=dry_run))
    issues += found
    issues += name_columns(records.issues, *list_.tables)
    issues += name_columns(producers.issues, *list_.tables, producer=True)
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


def _collect(
    drafts: Sequence[Draft], products: Path, reading: Reading, registers: Registers
) -> tuple[Targets, Targets]:
    """The products and the producers that the drafts speak of, merged with those that exist."""
    known_products, known_producers = list(_of_kind(reading, "product")), list(_of_kind(reading, "producer"))
    records = Targets(products, Product, known_products)
    producers = Targets(products, Producer, known_producers)
    product_ids, producer_ids = Products(known_products, registers), Producers(known_producers, registers)
    by_producer: dict[str, list[Draft]] = {}
    for draft in drafts:
        producer = producer_ids.id_of(draft) if draft.producer else ""
        record = product_ids.id_of(draft, producer)
        if other := product_ids.holder_of_gtin(draft, record):
            details = {"value": str(draft.product["gtin"]), "other": other}
            records.issues.append(Issue("gtin-twice", replace(draft.source, path=("gtin",)), details=details))
            continue
        if producer:
            by_producer.setdefault(producer, []).append(draft)
            producers.add(producer, "producers", producer_ids.values_of(draft, producer), draft.source)
        values = {**draft.product, "producer": producer} if producer else draft.product
        records.add(record, f"records/{draft.province or UNPLACED}", values, draft.source)
    _place_producers(producers, by_producer)
    return records, producers


def _place_producers(producers: Targets, by_producer: dict[str, list[Draft]]) -> None:
    """Give a producer without a place the place on which all its products in the list agree."""
    for producer, drafts in by_producer.items():
        place = agreed([draft.origin for draft in drafts])
        if place and not producers.holds(producer, "origin"):
            producers.add(producer, "producers", {"origin": place}, drafts[0].source)
