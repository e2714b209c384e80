"""Workbooks of records beside or instead of record files: `products/*.xlsx` in, raw records and issues of form out.

A record of a workbook is called after both, `products/2026.xlsx/records/che-dinh`, as if the workbook were a folder.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.fingerprints import content_print
from generator.issues import Issue, Source
from generator.parallel import run_parts
from generator.records.books.joining import BookRecord, values_print
from generator.records.books.layout import FOLDERS
from generator.records.books.reading import read_book
from generator.records.raw import Kind, RawRecord
from generator.workbooks.workbook import LARGEST_FILE

SUFFIX = ".xlsx"
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}
_STEPS = 4
"""Parts of the name of a record: folder of products, workbook, folder of the kind, id."""
Then = Callable[[RawRecord], object]
Known = Mapping[str, tuple[str, object]]
"""Fingerprints of workbooks and of their records, by their names."""


class BookReading(NamedTuple):
    """What was read of all workbooks."""

    records: list[RawRecord]
    issues: list[Issue]
    prints: dict[str, str]
    """How many records each workbook has, and its fingerprint, by its name."""


def book_files(products: Path) -> list[Path]:
    """The workbooks in a folder of products, sorted; what programs put beside one that is open is none."""
    if not products.is_dir():
        return []
    found = (file for file in products.iterdir() if file.name.lower().endswith(SUFFIX))
    return sorted(file for file in found if not file.name.startswith(("~", ".")) and not file.is_dir())


def book_of(file: str) -> str:
    """The workbook in which a record stands, by its name; empty for one in a file of its own."""
    steps = file.split("/", _STEPS - 1)
    in_book = len(steps) == _STEPS and steps[1].lower().endswith(SUFFIX) and steps[2] in _KINDS
    return "/".join(steps[:2]) if in_book else ""


def name_of(book: str, record: BookRecord) -> str:
    """What a record of a workbook is called."""
    return f"{book}/{FOLDERS[record.kind]}/{record.id}"


def read_books(
    products: Path, kinds: Iterable[Kind], then: Then | None, known: Known, processes: int | None
) -> BookReading:
    """Read all workbooks in a folder of products. Nothing is read of one that is `known` by its fingerprint.

    Other records go through `then`, in whatever process is free, unless they are `known` by theirs.
    """
    reading = BookReading([], [], {})
    wanted = FOLDERS.keys() & set(kinds)
    for file in book_files(products) if wanted else ():
        name = f"{products.name}/{file.name}"
        if file.is_symlink():
            reading.issues.append(Issue("file-link", Source(name)))
            continue
        try:
            whole = content_print(file.read_bytes()) if file.stat().st_size <= LARGEST_FILE else ""
            records = _recall(name, whole, known) if whole else None
            if records is None:
                records = _read(file, name, reading)
        except OSError as error:
            reading.issues.append(Issue("file-unreadable", Source(name), details={"value": error.strerror or ""}))
            continue
        reading.prints[name] = _book_print(len(records), whole)
        reading.records.extend(record for record in records if record.kind in wanted)
    if then:
        return reading._replace(records=_examine(reading.records, then, known, processes))
    return reading


def _book_print(count: int, whole: str) -> str:
    return f"{count} {whole}"


def _recall(name: str, whole: str, known: Known) -> list[RawRecord] | None:
    """The records of a workbook that looks as it did, without their values; None when not all are known."""
    if known.get(name, ("",))[0].partition(" ")[2] != whole:
        return None
    begin = f"{name}/"
    found = [(file, print_) for file, (print_, _) in known.items() if file.startswith(begin)]
    if _book_print(len(found), whole) != known[name][0]:
        return None
    return [RawRecord(*_named(file), file, {}, (), print_) for file, print_ in found]


def _named(file: str) -> tuple[Kind, str]:
    _, _, folder, name = file.split("/", _STEPS - 1)
    return _KINDS[folder], name


def _read(file: Path, name: str, reading: BookReading) -> list[RawRecord]:
    book = read_book(file, name)
    reading.issues.extend(book.issues)
    return [_raw(one, name) for one in book.records]


def _raw(record: BookRecord, book: str) -> RawRecord:
    file = name_of(book, record)
    return RawRecord(record.kind, record.id, file, record.values, (), values_print(record.values))


def _examine(records: Sequence[RawRecord], then: Then, known: Known, processes: int | None) -> list[RawRecord]:
    new = [one for one in records if known.get(one.file, ("",))[0] != one.fingerprint]
    parts: list[list[object]] = run_parts(partial(_examine_part, then), new, processes)
    made = [one for part in parts for one in part]
    found = {one.file: one.with_made(result) for one, result in zip(new, made, strict=True)}
    return [found.get(one.file, one) for one in records]


def _examine_part(then: Then, records: Sequence[RawRecord]) -> list[object]:
    return [then(record) for record in records]


def place_in_books(issues: Iterable[Issue], root: Path) -> Iterator[Issue]:
    """The same issues, those of records of workbooks below `root` with their cells; each workbook is read once more."""
    books: dict[str, dict[str, BookRecord]] = {}
    for issue in issues:
        name = book_of(issue.source.file)
        if name and name not in books:
            records = read_book(root / name, name).records if (root / name).is_file() else []
            books[name] = {name_of(name, one): one for one in records}
        record = books[name].get(issue.source.file) if name else None
        if record:
            yield Issue(issue.id, record.source(name, issue.source.path), issue.severity, issue.details)
        else:
            yield issue
