"""Finds the record files under `products/` and reads them: files in, raw records and issues of form out."""

import os
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from generator.fingerprints import content_print
from generator.issues import Issue, PlainIssue, Source
from generator.parallel import run_parts
from generator.progress.phases import SILENT, Progress
from generator.records.books.source import book_files, read_books
from generator.records.raw import Kind, Raw, RawRecord, without_blanks
from generator.records.strict_yaml import StrictYamlError, find_lost_text, parse

LARGEST_FILE = 256 * 1024
"""Bytes; a record of 200 lines has about 8,000."""
_USUAL_FILE = 16 * 1024
FOLDERS: dict[str, Kind] = {"records": "product", "producers": "producer", "registers": "register"}
_SUFFIXES = (".yml", ".yaml")
Then = Callable[[RawRecord], object]
"""What makes something of a record where it is read, as plain values."""
State: TypeAlias = tuple[int, int, int]
"""How a file looks without opening it: its bytes, and when it and what is known of it were last changed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: raw records in the order of their files, and the issues of files that could not be read."""

    records: tuple[RawRecord, ...]
    issues: tuple[Issue, ...]
    states: Mapping[str, State] = field(default_factory=dict)
    """How each file looked before it was read."""
    books: Mapping[str, str] = field(default_factory=dict)
    """What tells each workbook from every other, by its name."""


NOTHING_KNOWN: Mapping[str, tuple[str, State | None]] = MappingProxyType({})


def read_folder(
    products: Path,
    processes: int | None = None,
    then: Then | None = None,
    known: Mapping[str, tuple[str, State | None]] = NOTHING_KNOWN,
    progress: Progress = SILENT,
    folders: Iterable[str] = tuple(FOLDERS),
) -> Reading:
    """Read all record files in `folders` below `products`; one that cannot be read becomes an issue.

    A record goes through `then` in the process that has read it; its values stay there, since they are long. Of files
    that are `known` by their fingerprints and looks no values are read, nor are those opened that look as they did.
    `progress` hears of each part.
    """
    found: list[tuple[Kind, str, str]] = []
    states: dict[str, State] = {}
    issues: list[Issue] = []
    kinds = {FOLDERS[folder]: folder for folder in folders}
    for kind, folder in kinds.items():
        if (products / folder).is_symlink():
            issues.append(Issue("file-link", Source(f"{products.name}/{folder}")))
            continue
        for file, state in _walk(products / folder, f"{products.name}/{folder}", issues):
            found.append((kind, file, f"{products.parent}/{file}"))
            states[file] = state
    progress.expect(len(found))
    to_read = [one for one in found if known.get(one[1], ("", None))[1] != states[one[1]]]
    progress.advance(len(found) - len(to_read))
    parts = run_parts(partial(_read_part, then, known), to_read, processes, partial(_receive, progress))
    read = {record.file: record for part in parts for record in part.records}
    unread = {file for _, file, _ in found}.difference(file for _, file, _ in to_read)
    records = [
        RawRecord(kind, _id_of(file), file, {}, (), known[file][0]) if file in unread else read[file]
        for kind, file, _ in found
        if file in unread or file in read
    ]
    told = [*issues, *(issue for part in parts for issue in part.issues)]
    books = read_books(products, kinds, then, known, processes)
    states |= _looks_of_books(products)
    return Reading((*records, *books.records), (*told, *books.issues), states, books.prints)


def looks(products: Path) -> dict[str, State]:
    """How all files of records look that `read_folder` would read, by their names."""
    folders = (folder for folder in FOLDERS if not (products / folder).is_symlink())
    found = (one for folder in folders for one in _walk(products / folder, f"{products.name}/{folder}", []))
    return dict(found) | _looks_of_books(products)


def _looks_of_books(products: Path) -> dict[str, State]:
    return {f"{products.name}/{file.name}": _state(file.lstat()) for file in book_files(products)}


def _state(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _walk(folder: Path, name: str, issues: list[Issue]) -> Iterator[tuple[str, State]]:
    """Names and looks of the record files below `folder`, sorted; links are told and left out: no loop can arise."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: (unicodedata.normalize("NFC", entry.name), entry.name))
    for entry in ordered:
        path = f"{name}/{entry.name}"
        if not _is_unicode(entry.name):
            issues.append(Issue("file-name", Source(path.encode("utf-8", "backslashreplace").decode())))
        elif entry.is_symlink():
            issues.append(Issue("file-link", Source(path)))
        elif entry.is_dir():
            yield from _walk(Path(entry.path), path, issues)
        elif entry.is_file() and entry.name.lower().endswith(_SUFFIXES):
            yield path, _state(entry.stat(follow_symlinks=False))


def _is_unicode(name: str) -> bool:
    """Whether a file name is text; one that is not can neither be told nor made into an address."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


_Part = tuple[list[tuple[Kind, str, str, Mapping[str, Raw], str, object]], list[PlainIssue], int]
"""Records and issues of a part of the files, and how many files it has. All plain: that travels quickly."""


def _receive(progress: Progress, part: _Part) -> Reading:
    records, issues, files = part
    progress.advance(files)
    read = [RawRecord(kind, name, file, values, (), print_, made) for kind, name, file, values, print_, made in records]
    return Reading(tuple(read), tuple(map(Issue.of, issues)))


def _read_part(
    then: Then | None, known: Mapping[str, tuple[str, State | None]], files: Sequence[tuple[Kind, str, str]]
) -> _Part:
    records: list[tuple[Kind, str, str, Mapping[str, Raw], str, object]] = []
    issues: list[PlainIssue] = []
    for kind, file, path in files:
        expected = known.get(file, ("", None))[0]
        result = read_file(kind, file, path, expected)
        if not isinstance(result, RawRecord):
            issues.append(result.plain)
        elif then is None or result.fingerprint == expected:
            records.append((kind, result.id, file, result.values, result.fingerprint, None))
            issues += [remark.plain for remark in result.remarks]
        else:
            records.append((kind, result.id, file, {}, result.fingerprint, then(result)))
    return records, issues, len(files)


def _id_of(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def read_file(kind: Kind, file: str, path: str, known: str = "") -> RawRecord | Issue:
    """Read the file at `path`, called `file` in messages; the issue when its form is wrong.

    No values are read when its content has the fingerprint that is `known`.
    """
    try:
        text = read_text(path)
    except OSError as error:
        return Issue("file-unreadable", Source(file), details={"value": error.strerror or ""})
    if text is None:
        return Issue("file-too-large", Source(file), details={"largest": str(LARGEST_FILE // 1024)})
    name = _id_of(file)
    text = text.removeprefix(BOM_UTF8)
    fingerprint = content_print(text)
    if fingerprint == known:
        return RawRecord(kind, name, file, {}, (), fingerprint)
    try:
        values = parse(text.decode())
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        return Issue("file-encoding", Source(file, (), line))
    except StrictYamlError as error:
        return Issue(error.kind, Source(file, (), error.line, error.column), details={"value": error.value[:120]})
    # Few records have such a sign at all; to look for its bytes is all that it costs the others.
    remarks = tuple(_remarks(text, file)) if b" #" in text else ()
    return RawRecord(kind, name, file, without_blanks(values), remarks, fingerprint)


def _remarks(text: bytes, file: str) -> Iterator[Issue]:
    for line, column, lost, whole in find_lost_text(text.decode()):
        details = {"value": lost[:120], "suggestion": whole[:120]}
        yield Issue("text-lost", Source(file, (), line, column), "warning", details)


def read_text(path: str) -> bytes | None:
    """The bytes of a record file; None when it is larger than `LARGEST_FILE`."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        # Room for the largest file would be asked for and given back 20,000 times: a fifth of the time of reading.
        text = os.read(descriptor, _USUAL_FILE)
        if len(text) == _USUAL_FILE:
            text += os.read(descriptor, LARGEST_FILE + 1 - _USUAL_FILE)
    finally:
        os.close(descriptor)
    return text if len(text) <= LARGEST_FILE else None


def by_id(records: Iterable[RawRecord], kind: Kind) -> dict[str, list[RawRecord]]:
    """The records of one kind by id; more than one file where an id is used twice."""
    found: dict[str, list[RawRecord]] = {}
    for record in records:
        if record.kind == kind:
            found.setdefault(unicodedata.normalize("NFC", record.id).casefold(), []).append(record)
    return found
