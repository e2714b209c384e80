"""Finds the record files under `products/` and reads them: files in, raw records and issues of form out."""

import os
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generator.fingerprints import content_print
from generator.issues import Issue, Source
from generator.parallel import run_parts
from generator.progress.phases import SILENT, Progress
from generator.records.raw import Kind, Raw, RawRecord, without_blanks
from generator.records.strict_yaml import StrictYamlError, find_lost_text, parse

LARGEST_FILE = 256 * 1024
"""Bytes; a record of 200 lines has about 8,000."""
_USUAL_FILE = 16 * 1024
FOLDERS: dict[str, Kind] = {"records": "product", "producers": "producer", "registers": "register"}
_SUFFIXES = (".yml", ".yaml")
Next = Callable[[RawRecord], RawRecord]
"""What is done to a record once it is read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: raw records in the order of their files, and the issues of files that could not be read."""

    records: tuple[RawRecord, ...]
    issues: tuple[Issue, ...]


def read_folder(
    products: Path,
    processes: int | None = None,
    then: Next = lambda record: record,
    known: Mapping[str, str] = MappingProxyType({}),
    progress: Progress = SILENT,
) -> Reading:
    """Read all record files below `products`; a file that cannot be read becomes an issue, the others are read.

    Other processes only read: text travels between processes at a fifth of the cost of models. Each record goes
    through `then` in this one, while the others go on reading. Of files whose content has the fingerprint that is
    `known`, by the names of the files, no values are read. `progress` hears of each part.
    """
    found: list[tuple[Kind, str, str]] = []
    issues: list[Issue] = []
    for folder, kind in FOLDERS.items():
        if (products / folder).is_symlink():
            issues.append(Issue("file-link", Source(f"{products.name}/{folder}")))
            continue
        files = _walk(products / folder, f"{products.name}/{folder}", issues)
        found.extend((kind, file, f"{products.parent}/{file}") for file in files)
    progress.expect(len(found))
    parts = run_parts(partial(_read_part, known), found, processes, partial(_go_on, then, progress))
    records = tuple(record for part in parts for record in part.records)
    return Reading(records, tuple(issues) + tuple(issue for part in parts for issue in part.issues))


def _walk(folder: Path, name: str, issues: list[Issue]) -> Iterator[str]:
    """Names of the record files below `folder`, sorted; links are told and left out, so no loop can arise."""
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
            yield path


def _is_unicode(name: str) -> bool:
    """Whether a file name is text; one that is not can neither be told nor made into an address."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


_Part = tuple[list[tuple[Kind, str, str, Mapping[str, Raw], str]], list[Issue]]
"""Records and issues of a part of the files. Records are plain tuples: those travel quickly between processes."""


def _go_on(then: Next, progress: Progress, part: _Part) -> Reading:
    records, issues = part
    read = (RawRecord(kind, name, file, values, (), content) for kind, name, file, values, content in records)
    made = tuple(map(then, read))
    progress.advance(len(made))
    return Reading(made, tuple(issues))


def _read_part(known: Mapping[str, str], files: Sequence[tuple[Kind, str, str]]) -> _Part:
    records: list[tuple[Kind, str, str, Mapping[str, Raw], str]] = []
    issues: list[Issue] = []
    for kind, file, path in files:
        result = read_file(kind, file, path, known.get(file))
        if isinstance(result, RawRecord):
            records.append((result.kind, result.id, result.file, result.values, result.fingerprint))
            issues += result.remarks
        else:
            issues.append(result)
    return records, issues


def read_file(kind: Kind, file: str, path: str, known: str | None = None) -> RawRecord | Issue:
    """Read the file at `path`, called `file` in messages; the issue when its form is wrong.

    No values are read when its content has the fingerprint that is `known`.
    """
    try:
        text = read_text(path)
    except OSError as error:
        return Issue("file-unreadable", Source(file), details={"value": error.strerror or ""})
    if text is None:
        return Issue("file-too-large", Source(file), details={"largest": str(LARGEST_FILE // 1024)})
    name = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
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
