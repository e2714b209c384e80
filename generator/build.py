"""The whole flow in one place: records → validation → catalogue → pages and outputs → site.

`load` reads and judges; `write` publishes. Nothing is written before everything is known to be valid.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.assets import Assets
from generator.catalogue.catalogue import Catalogue, make_catalogue
from generator.catalogue.marks import Marks, make_marks
from generator.catalogue.pictures import Gallery, make_gallery
from generator.issues import Issue, has_errors
from generator.kept import Made, forget, kept_file, read_kept, write_kept
from generator.parallel import collector_paused, meanwhile, processes_for, run_all
from generator.progress.phases import SILENT, Progress, Sums
from generator.records.hs_codes import read_hs_codes
from generator.records.reader import Reading, read_folder
from generator.settings import Settings
from generator.site import Change, File, SiteWriter, Work
from generator.validation.conversion import place_issues
from generator.validation.remembered import read_memory, write_memory
from generator.validation.validator import gather, judge, names_hs_codes
from generator.works import Shells, Task, Works


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `catalogue` is None when an error forbids a build."""

    catalogue: Catalogue | None
    gallery: Gallery | None
    issues: tuple[Issue, ...]
    marks: Marks | None = None
    remember: Callable[[], None] = lambda: None
    """Keeps what was read for the next build."""


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
    memory = read_memory(settings.cache)
    found = read_folder(settings.products, settings.processes, memory.convert, memory.fingerprints, progress)
    reading = limit_products(found, settings.limit)
    progress.begin("check")
    hs_codes = read_hs_codes(settings.products / "registers") if names_hs_codes(reading) else {}
    gathered = gather(reading, settings.products, hs_codes)
    collection = gathered.collection
    judging = partial(judge, gathered, settings.products, settings.as_of)
    if collection is None or has_errors(gathered.issues):
        return Loaded(None, None, judging())
    with meanwhile(judging, processes_for(len(reading.records), settings.processes)) as judged:
        catalogue = make_catalogue(collection, settings.as_of, settings.languages, settings.bundle)
        issues = judged()
    if has_errors(issues):
        return Loaded(None, None, issues)
    images, copies = settings.products / "images", settings.cache and settings.cache / "pictures"
    gallery = make_gallery(collection.products, collection.files, images, copies)
    issues = (*issues, *place_issues(gallery.issues, settings.products.parent))
    if has_errors(issues):
        return Loaded(None, None, issues)
    marks = make_marks(reading, catalogue, gallery.pictures)
    return Loaded(catalogue, gallery, issues, marks, lambda: write_memory(settings.cache, memory.after(found)))


def limit_products(reading: Reading, limit: int | None) -> Reading:
    """The first `limit` products with everything else, for a quick preview; all when `limit` is None."""
    if limit is None:
        return reading
    others = tuple(record for record in reading.records if record.kind != "product")
    products = tuple(record for record in reading.records if record.kind == "product")
    return Reading(others + products[:limit], reading.issues)


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
    works = Works(settings, catalogue, gallery, marks, shells, assets, others)
    pages = sum(map(len, works.plans.values()))
    processes = processes_for(pages, settings.processes)
    with collector_paused(), meanwhile(loaded.remember, processes) as remembered:
        tasks = works.tasks()
        progress.expect(pages)
        written = _write_all(settings, tasks, works.index.directories, processes, progress)
        remembered()
    return written


def _write_all(
    settings: Settings,
    tasks: Sequence[Task],
    make_last: Callable[[Iterable[str]], Iterable[File]],
    processes: int,
    progress: Progress,
) -> Written:
    """Do the work of all tasks, then what `make_last` makes of their paths, and publish it."""
    memory = kept_file(settings.cache, settings.site) if settings.cache else None
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
        results.append(receive(do_all(lambda: [Work("directories", "", partial(make_last, sorted(files)))])))
        works = [made for done, _ in results for made in done]
        files.update(path for path, _, _ in works[-1].files)
        progress.begin("publish")
        forget(memory)
        changed, removed = writer.publish(files, chain.from_iterable(changes for _, changes in results), strangers())
        progress.advance(changed + removed)
        write_kept(memory, works)
    return Written(len(files), changed, removed)
