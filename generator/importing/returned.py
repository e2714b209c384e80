"""A workbook of records comes back: what was edited in it goes into the record files, and nothing else.

Each row carries what its record said when it was written out. So an edit in the workbook is told from one in the record
file; where both were edited, the row waits for a person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.facts import ProductFacts
from generator.importing.account import ImportResult
from generator.importing.collecting import UNPLACED
from generator.importing.overlaying import keep_unspoken, settle
from generator.importing.targets import Targets
from generator.issues import Issue, Source, has_errors
from generator.model import Producer, Product
from generator.progress.phases import SILENT, Progress
from generator.records.books.joining import BookRecord, canonical, values_print
from generator.records.books.layout import FOLDERS
from generator.records.books.reading import Book, read_book
from generator.records.books.source import book_of, name_of
from generator.records.hs_codes import HsCodes
from generator.records.raw import Kind, Raw, RawRecord
from generator.records.reader import Reading, read_folder
from generator.validation.examiner import Examiner
from generator.validation.together import check_producers
from generator.validation.validator import read_registers

_SOMEWHERE = "products/returned.xlsx"
"""Stands for the workbook, wherever it is: places are looked up in what was read of it."""


def import_book(
    file: Path, products: Path, day: date, progress: Progress = SILENT, *, dry_run: bool = False
) -> ImportResult:
    """Bring what was edited in a workbook of records into the files below `products`; `day` is the as-of date.

    Nothing is written when the workbook has rows that belong nowhere, or a file below `products` cannot be read. A
    record that is not in the workbook stays as it is. A missing workbook is an `OSError`.
    """
    progress.begin("read")
    reading = read_folder(products, progress=progress)
    registers, issues = read_registers(reading, products, HsCodes(products / "registers"))
    progress.begin("list")
    book = read_book(file, file.as_posix())
    issues = [*reading.issues, *issues, *book.issues]
    if registers is None or has_errors(issues):
        return ImportResult(issues=tuple(issues), dry_run=dry_run)
    returned = _Returned(products, reading, book, Examiner(registers, products, day))
    progress.begin("rows")
    progress.expect(len(book.records))
    for record in book.records:
        returned.take(record)
        progress.advance()
    progress.begin("records")
    targets = [returned.targets[kind] for kind in FOLDERS]
    progress.expect(sum(one.changed for one in targets))
    changes = [change for one in targets for change in one.write(dry_run=dry_run, progress=progress)]
    issues = [*returned.issues, *(issue for one in targets for issue in one.issues)]
    ordered = tuple(sorted(issues, key=lambda issue: issue.order))
    of_products, of_producers = (one.counts for one in targets)
    return ImportResult(of_products, of_producers, tuple(changes), ordered, len(returned.refused), dry_run)


@dataclass(frozen=True, slots=True)
class _Base:
    """What a row says of the record that was written out there; both are empty in a row that a person began."""

    id: str
    print: str

    @classmethod
    def of(cls, record: BookRecord) -> "_Base":
        name, _, print_ = record.base.partition(" ")
        return cls(name, print_)


class _Returned:
    """The records of a workbook beside those that there are."""

    def __init__(self, products: Path, reading: Reading, book: Book, examiner: Examiner) -> None:
        self.issues: list[Issue] = []
        self.refused: set[tuple[Kind, str]] = set()
        models: Mapping[Kind, type[Product | Producer]] = {"product": Product, "producer": Producer}
        known = {kind: [one for one in reading.records if one.kind == kind] for kind in FOLDERS}
        self.targets = {kind: Targets(products, models[kind], known[kind]) for kind in FOLDERS}
        self._known = {(one.kind, one.id): one for one in reversed(reading.records)}
        self._book = book
        self._ids = {(one.kind, one.id) for one in book.records}
        self._producers = {name for kind, name in (*self._known, *self._ids) if kind == "producer"}
        self._examiner = examiner

    def take(self, record: BookRecord) -> None:
        """Find out what has become of a record, and keep it for writing when it is sound."""
        old = self._known.get((record.kind, record.id))
        base = _Base.of(record)
        if base.id not in ("", record.id):
            if old is not None or (record.kind, base.id) not in self._ids:
                self._refuse(
                    record, Issue("book-id-changed", Source(""), details={"value": record.id, "other": base.id})
                )
                return
            base = _Base("", "")  # a row that was copied to begin a new record
        if old is None:
            self._put(record, record.values)
            return
        values = self._edited(record, old, base)
        if canonical(values) == canonical(old.values):
            self.targets[record.kind].put(record.id, "", old.values)
        elif workbook := book_of(old.file):
            self._refuse(record, Issue("book-held", Source(""), details={"value": record.id, "other": workbook}))
        elif base.print not in ("", values_print(old.values)):
            fields = (name for name in {**old.values, **values} if old.values.get(name) != values.get(name))
            details = {"value": record.id, "fields": ", ".join(fields)}
            self._refuse(record, Issue("book-changed", Source(""), details=details))
        else:
            self._put(record, values)

    def _edited(self, record: BookRecord, old: RawRecord, base: _Base) -> Mapping[str, Raw]:
        """What the record says now: what it said, where the row is as it was written out."""
        if base.print and values_print(record.values) == base.print:
            return old.values
        whole = keep_unspoken(record.item.page.plan, old.values, record.values, self._book.pages)
        settled = settle(old.values, whole)
        return settled if isinstance(settled, dict) else whole

    def _put(self, record: BookRecord, values: Mapping[str, Raw]) -> None:
        name = name_of(_SOMEWHERE, record)
        content, facts, plain = self._examiner.examine(RawRecord(record.kind, record.id, name, values))
        issues = [Issue.of(one) for one in plain]
        folder = "producers"
        if record.kind == "product" and content:
            product = ProductFacts(*facts)
            folder = f"records/{product.province or UNPLACED}"
            issues += check_producers([(product, name)], self._producers)
        self.issues += self._placed(record, issues)
        if has_errors(issues):
            self.refused.add((record.kind, record.id))
        else:
            self.targets[record.kind].put(record.id, folder, values)

    def _refuse(self, record: BookRecord, issue: Issue) -> None:
        self.issues += self._placed(record, [issue])
        self.refused.add((record.kind, record.id))

    def _placed(self, record: BookRecord, issues: list[Issue]) -> Iterator[Issue]:
        return (replace(issue, source=record.source(self._book.name, issue.source.path)) for issue in issues)
