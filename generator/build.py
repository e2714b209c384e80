"""The whole flow in one place: records → validation → catalogue → pages and outputs → site.

`load` reads and judges; `write` publishes. Nothing is written before everything is known to be valid.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.assets import Assets
from generator.catalogue.catalogue import Catalogue, make_catalogue
from generator.catalogue.gallery import Gallery, make_gallery
from generator.catalogue.marks import Marks, make_marks
from generator.codes.ledger import Ledger
from generator.fingerprints import fingerprint
from generator.issues import Issue, has_errors
from generator.kept import Made, forget, kept_place, read_kept, write_kept
from generator.parallel import collector_paused, meanwhile, processes_for, run_all
from generator.progress.phases import SILENT, Progress, Sums
from generator.records.hs_codes import HsCodes
from generator.records.ledger_files import read_ledger_files
from generator.records.reader import Reading, State, read_folder
from generator.settings import Settings
from generator.site import Change, SiteWriter, Work
from generator.validation.codes import check_codes
from generator.validation.conversion import place_issues
from generator.validation.examiner import Examiner
from generator.validation.remembered import Memory
from generator.validation.tables import check_tables
from generator.validation.validator import Collection, gather, read_registers
from generator.works import Shells, Task, Works
from generator.writing import temporary_folder


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `catalogue` is None when an error forbids a build."""

    catalogue: Catalogue | None
    gallery: Gallery | None
    issues: tuple[Issue, ...]
    marks: Marks | None = None
    remember: Callable[[], None] = lambda: None
    """Keeps what was read for the next build."""
    examiner: Examiner | None = None
    """What judged the records."""
    states: Mapping[str, State] = field(default_factory=dict)
    """How the files of records looked before they were read."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: files of the site, how many of them changed, how many were removed."""

    files: int
    changed: int
    removed: int


def load(settings: Settings, progress: Progress = SILENT) -> Loaded:
    """Read and validate all records, and gather the catalogue of the as-of date."""
    with collector_paused():
        return _load(settings, progress)


def _load(settings: Settings, progress: Progress) -> Loaded:
    progress.begin("read")
    hs_codes = HsCodes(settings.products / "registers")
    written = read_folder(settings.products, 1, progress=progress, folders=("registers",))
    registers, issues = read_registers(written, settings.products, hs_codes)
    tables = (registers.criteria.text, registers.former_communes.text) if registers else ()
    prints = fingerprint(*(f"{one.id} {one.fingerprint}" for one in written.records), hs_codes.fingerprint, *tables)
    memory = Memory(settings.cache, prints, settings.as_of)
    if not memory.known:  # else the registers are those of the last build, which found them right
        issues += check_tables(registers)
    examiner = Examiner(registers, settings.products, settings.as_of)
    found = read_folder(
        settings.products, settings.processes, examiner.examine, memory.known, progress, ("records", "producers")
    )
    reading = memory.recall(found)
    progress.begin("check")
    ledger = read_ledger_files(settings.products)
    told = (*written.issues, *issues, *reading.issues, *check_codes(ledger, reading))
    verdict = gather(limit_products(replace(reading, issues=told), settings.limit), registers, settings.products)
    if verdict.collection is None or has_errors(verdict.issues):
        return Loaded(None, None, verdict.issues)
    loaded = _catalogue_of(verdict.collection, verdict.issues, settings, prints, ledger)
    states = {**written.states, **found.states}
    return replace(loaded, remember=partial(memory.write, reading), examiner=examiner, states=states)


def _catalogue_of(
    collection: Collection, issues: tuple[Issue, ...], settings: Settings, prints: str, ledger: Ledger
) -> Loaded:
    gallery = make_gallery(collection.packed, settings.products / "images", settings.cache)
    issues = (*issues, *place_issues(gallery.issues, settings.products.parent, books=True))
    if has_errors(issues):
        return Loaded(None, None, issues)
    catalogue = make_catalogue(collection, settings.as_of, settings.languages, settings.bundle)
    catalogue = replace(catalogue, ledger=ledger)
    return Loaded(catalogue, gallery, issues, make_marks(catalogue, gallery.pictures, prints))


def limit_products(reading: Reading, limit: int | None) -> Reading:
    """The first `limit` products with everything else, for a quick preview; all when `limit` is None."""
    if limit is None:
        return reading
    others = tuple(record for record in reading.records if record.kind != "product")
    products = tuple(record for record in reading.records if record.kind == "product")
    return replace(reading, records=others + products[:limit])


def write(
    loaded: Loaded,
    settings: Settings,
    shells: Shells,
    assets: Assets,
    others: Mapping[str, bytes],
    progress: Progress = SILENT,
) -> Written:
    """Write the site: pages in shells, outputs, pictures, assets, and `others` (files that MkDocs made).

    Files that are no longer made are removed.
    """
    catalogue, gallery, marks = loaded.catalogue, loaded.gallery, loaded.marks
    if catalogue is None or gallery is None or marks is None:
        message = "a catalogue with errors cannot be written"
        raise ValueError(message)
    progress.begin("write")
    with ExitStack() as held, collector_paused():
        place = settings.cache and kept_place(settings.cache, settings.site)
        folder = place or Path(held.enter_context(TemporaryDirectory(dir=temporary_folder())))
        works = Works(settings, catalogue, gallery, marks, shells, assets, others, folder)
        pages = works.page_count
        processes = processes_for(pages, settings.processes)
        remembered = held.enter_context(meanwhile(loaded.remember, processes))
        tasks = works.tasks()
        progress.expect(pages)
        written = _write_all(settings, tasks, works.last, processes, progress)
        works.pieces.tidy()
        remembered()
    return written


def _write_all(
    settings: Settings,
    tasks: Sequence[Task],
    last: Callable[[Iterable[str]], Iterable[Work]],
    processes: int,
    progress: Progress,
) -> Written:
    """Do the work of all tasks, then what `last` lists for their paths, and publish it."""
    memory = kept_place(settings.cache, settings.site).with_suffix(".bin") if settings.cache else None
    kept = read_kept(memory, settings.site)
    with SiteWriter(settings.site, kept) as writer, meanwhile(writer.strangers, processes) as strangers:

        def do_all(works: Task) -> tuple[list[Made], list[Change], Sums]:
            tally = progress.tally()
            return [writer.do(work, tally.add) for work in works()], writer.take_changes(), tally.sums()

        def receive(result: tuple[list[Made], list[Change], Sums]) -> tuple[list[Made], list[Change]]:
            progress.receive(result[2])
            return [Made(*made) for made in result[0]], result[1]

        results = run_all([partial(do_all, task) for task in tasks], processes, receive)
        files = {path for done, _ in results for made in done for path, _, _ in made.files}
        # Put in their places as they stand here: the directories after the files that they name.
        results.append(receive(do_all(partial(last, files))))
        works = [made for done, _ in results for made in done]
        files.update(path for made in results[-1][0] for path, _, _ in made.files)
        progress.begin("publish")
        forget(memory)
        changed, removed = writer.publish(files, chain.from_iterable(changes for _, changes in results), strangers())
        progress.advance(changed + removed)
        write_kept(memory, works)
    return Written(len(files), changed, removed)
