"""Record files on their way: what rows say goes in one by one, changed files come out.

Keeps apart what was new, changed or said already; tells where a list and a record differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.importing.doubts import check_same_day
from generator.importing.merging import Difference, merge
from generator.importing.writing import is_inside, loses_comments, write_record
from generator.issues import Issue, Source
from generator.model import Producer, Product
from generator.progress.phases import SILENT, Progress
from generator.records.books.source import book_of
from generator.records.raw import Raw, RawRecord


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records were new, changed, or as the list says already."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is written: new, or with other values in some fields."""

    file: str
    fields: tuple[str, ...]
    new: bool


@dataclass(slots=True)
class _Target:
    """A record as it was and as it becomes; `file` is relative to the project."""

    file: str
    before: Mapping[str, Raw]
    after: dict[str, Raw]


class Targets:
    """The records of one kind that a list speaks of."""

    def __init__(self, products: Path, model: type[Product] | type[Producer], existing: Iterable[RawRecord]) -> None:
        """`products` is the folder of all records."""
        self.issues: list[Issue] = []
        self._products = products
        self._model = model
        self._existing = {record.id: record for record in reversed([*existing])}
        self._targets: dict[str, _Target] = {}

    def add(self, record: str, folder: str, values: Mapping[str, Raw], row: Source) -> None:
        """Merge what a row says into a record; a new one gets its file in `folder` below `products`."""
        target = self._targets.get(record) or self._begin(record, folder)
        before = target.after
        target.after, differences = merge(before, values)
        self.issues += check_same_day(before.get("awards", []), target.after.get("awards", []), row)
        self.issues += [self._difference(record, one, row) for one in differences]
        self._targets[record] = target

    def put(self, record: str, folder: str, values: Mapping[str, Raw]) -> None:
        """Give a record these values and no others; a new one gets its file in `folder` below `products`."""
        target = self._begin(record, folder)
        target.after = dict(values)
        self._targets[record] = target

    def holds(self, record: str, field: str) -> bool:
        """Whether a record that has a file states a field already."""
        return record in self._existing and bool(self._existing[record].values.get(field))

    def _begin(self, record: str, folder: str) -> _Target:
        known = self._existing.get(record)
        if known:
            return _Target(known.file, known.values, dict(known.values))
        return _Target(f"{self._products.name}/{folder}/{record}.yml", {}, {})

    def _difference(self, record: str, difference: Difference, row: Source) -> Issue:
        path, old, new = difference
        details = {"record": record, "value": new[:120], "other": old[:120]}
        return Issue("import-differs", replace(row, path=path), "warning", details)

    @property
    def counts(self) -> Counts:
        """How many of the records are new, change, or stay."""
        changes = [target.before != target.after for target in self._targets.values()]
        new = sum(not target.before for target in self._targets.values())
        return Counts(new, sum(changes) - new, len(changes) - sum(changes))

    @property
    def changed(self) -> int:
        """How many records are new or change."""
        return self.counts.new + self.counts.changed

    def write(self, *, dry_run: bool, progress: Progress = SILENT) -> list[Change]:
        """Write the files that change, unless it is a dry run; what changes, by the names of files."""
        changed = [target for target in self._targets.values() if target.before != target.after]
        written = [target for target in changed if self._may_write(target)]
        if not dry_run:
            for target in written:
                write_record(self._products.parent / target.file, target.after, self._model)
                progress.advance()
        return sorted(map(_change, written), key=lambda change: change.file)

    def _may_write(self, target: _Target) -> bool:
        path = self._products.parent / target.file
        if workbook := book_of(target.file):
            record = target.file.rpartition("/")[2]
            self.issues.append(Issue("book-held", Source(target.file), details={"value": record, "other": workbook}))
            return False
        if not is_inside(path, self._products):
            self.issues.append(Issue("file-link", Source(target.file)))
            return False
        if loses_comments(path, target.after, self._model):
            self.issues.append(Issue("import-comments", Source(target.file), "warning"))
        return True


def _change(target: _Target) -> Change:
    fields = (*target.before, *(field for field in target.after if field not in target.before))
    changed = tuple(field for field in fields if target.before.get(field) != target.after.get(field))
    return Change(target.file, changed, not target.before)
