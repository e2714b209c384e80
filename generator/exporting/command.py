"""`ocop export`: records in, a workbook out, and what is said of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.exporting.selection import Selection, Wishes, unpack
from generator.exporting.writing import BookWriter
from generator.issues import Issue, Source, has_errors
from generator.languages.messages import read_messages
from generator.progress.phases import SILENT, Progress
from generator.records.books.layout import FOLDERS
from generator.records.books.splitting import split
from generator.records.hs_codes import HsCodes
from generator.records.raw import Kind, Raw, RawRecord
from generator.records.reader import by_id, read_folder
from generator.refusals import refusal_issues
from generator.registers import Registers
from generator.report import render_text
from generator.settings import Settings
from generator.validation.conversion import place_issues
from generator.validation.together import check_ids
from generator.validation.validator import read_registers
from generator.writing import UnwritableError, replace_file, writing


class Told(NamedTuple):
    """What is said, and whether all is well."""

    text: str
    is_well: bool


def export(
    file: Path, wishes: Wishes, settings: Settings, language: str, progress: Progress = SILENT, *, replace: bool = False
) -> Told:
    """Write the records that are asked for into a workbook; one that is there is only replaced when told so.

    A record that cannot be read, or that no workbook can hold, is told and left out.
    """
    if file.exists() and not replace:
        return _told([Issue("book-exists", Source(file.as_posix()))], language)
    progress.begin("read")
    registered = read_folder(settings.products, 1, folders=("registers",))
    registers, issues = read_registers(registered, settings.products, HsCodes(settings.products / "registers"))
    issues = [*registered.issues, *issues]
    if registers is None or has_errors(issues):
        return _told(issues, language)
    selection = Selection(wishes, registers, settings.as_of)
    if wrong := list(selection.issues()):
        return _told(wrong, language)
    records, issues = _read(selection, settings, progress)
    if not wishes.is_for_all and not any(one.kind == "product" for one in records):
        return _told([*issues, Issue("book-none", Source(file.as_posix()))], language)
    content, lost = _write(records, registers, progress)
    issues += place_issues(lost, settings.products.parent, books=True)
    try:
        with writing(file):
            replace_file(file, content)
    except UnwritableError as error:
        return _told(refusal_issues(error, settings), language)
    left = {issue.source.file for issue in lost}
    return _account(file, [one for one in records if one.file not in left], issues, language)


def _account(file: Path, records: Sequence[RawRecord], issues: Sequence[Issue], language: str) -> Told:
    counts = Counter(one.kind for one in records)
    counted = {"products": counts["product"], "producers": counts["producer"]}
    done = read_messages(language).word("exported").format(file=file, **counted)
    if not issues:
        return Told(done, is_well=True)
    return Told(f"{_told(issues, language).text}\n{done}", is_well=not has_errors(issues))


def _read(selection: Selection, settings: Settings, progress: Progress) -> tuple[list[RawRecord], list[Issue]]:
    """The records that are meant, packed: products, then producers; of those that share an id the first."""
    folders = FOLDERS.values()
    reading = read_folder(settings.products, settings.processes, selection.pack, progress=progress, folders=folders)
    groups = {kind: by_id(reading.records, kind) for kind in FOLDERS}
    issues = [*reading.issues, *(issue for kind in FOLDERS for issue in check_ids(groups[kind]))]
    first = {kind: [records[0] for records in groups[kind].values()] for kind in FOLDERS}
    return _selected(first, selection.wishes), issues


def _selected(records: Mapping[Kind, Sequence[RawRecord]], wishes: Wishes) -> list[RawRecord]:
    """The products that are meant and, unless all are, the producers that they name."""
    products = [one for one in records["product"] if one.made]
    if wishes.is_for_all:
        return [*products, *records["producer"]]
    named = {_values(one).get("producer") for one in products} | {*wishes.producers}
    return [*products, *(one for one in records["producer"] if one.id in named)]


def _values(record: RawRecord) -> Mapping[str, Raw]:
    packed: Any = record.made
    return unpack(packed)


def _write(records: Sequence[RawRecord], registers: Registers, progress: Progress) -> tuple[bytes, list[Issue]]:
    """The workbook, and the records that it cannot hold."""
    progress.begin("book")
    progress.expect(len(records))
    writer = BookWriter(registers, set(_used(records)))
    lost: list[Issue] = []
    for record in records:
        paths = writer.add(record.kind, record.id, _values(record))
        lost += [Issue("book-lost", Source(record.file, path)) for path in paths]
        progress.advance()
    return writer.content(), lost


def _used(records: Sequence[RawRecord]) -> Iterator[tuple[str, str]]:
    """Sheets and columns that hold anything."""
    for record in records:
        for row in split(record.kind, _values(record)).rows:
            yield from ((row.plan.mark, row.plan.columns[number].key) for number in row.cells)


def _told(issues: Sequence[Issue], language: str) -> Told:
    return Told(render_text(issues, language, show_all=True, unchanged=False), is_well=False)
