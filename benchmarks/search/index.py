"""One size of the benchmark: the index of the same products made by this project and by Pagefind, in turns."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from statistics import median

from benchmarks.contest import ENVIRONMENT
from benchmarks.measure import measure
from benchmarks.project import make_project
from benchmarks.search.host import sent_size
from benchmarks.search.in_build import read_seconds
from benchmarks.search.outcome import Files, IndexResult, Side
from benchmarks.search.pagefind import SETTINGS, START, bundle_files, make_command
from benchmarks.synthetic import AS_OF

DAY = AS_OF.isoformat()
BUNDLES = ("search", "browse", "elements")
"""Scripts that the search needs on a page, besides its texts; the peer's are in its folder too."""
FACTS = "sheets-"
"""Beginning of the names of files beside the index that only comparing and enquiries read."""


class Site:
    """A synthetic project in a folder of its own, built, and both indexes of it."""

    def __init__(self, folder: Path, products: int, languages: tuple[str, ...], seed: int) -> None:
        """Make the project; nothing is built yet."""
        self.languages = languages
        self.project = folder / "project"
        self._folder = folder
        make_project(self.project, products, languages, seed)

    @property
    def folder(self) -> Path:
        """The built site."""
        return self.project / "site"

    def bundle(self, setting: str) -> Path:
        """The folder of the peer's index."""
        return self._folder / f"pagefind-{setting}"

    @cached_property
    def in_build(self) -> float:
        """Build the site; seconds of all processors that the index took."""
        log = self._folder / "seconds"
        self._python("benchmarks.search.in_build", DAY, str(log))
        return read_seconds(log)

    def warm_up(self) -> None:
        """Read all records and product pages once, so that whoever comes first need not wait for the disk."""
        pages = (page for language in self.languages for page in (self.folder / language / "p").rglob("*.html"))
        for file in (*(self.project / "products").rglob("*.yml"), *pages):
            file.read_bytes()

    def index_alone(self) -> dict[str, float]:
        """Index the records with this project in one process; its seconds, see `alone.py`."""
        folder = self._folder / "alone"
        shutil.rmtree(folder, ignore_errors=True)
        times: dict[str, float] = json.loads(self._python("benchmarks.search.alone", DAY, str(folder)))
        return times

    def index_pages(self, setting: str) -> float:
        """Index the pages with the peer; its seconds."""
        shutil.rmtree(self.bundle(setting), ignore_errors=True)
        command = make_command(self.folder, self.languages, setting, self.bundle(setting))
        seconds = measure(command, self.project, {}).wall
        (self.bundle(setting) / "start.js").write_text(START, encoding="utf-8")
        return seconds

    def own_files(self) -> Files:
        """This project's index with the scripts that read it."""
        index = [file for file in (self.folder / "search").rglob("*.js") if not file.name.startswith(FACTS)]
        words = [f"words.{language}" for language in self.languages]
        scripts = [file for name in (*BUNDLES, *words) for file in (self.folder / "assets").glob(f"{name}.????????.js")]
        return count_files([*index, *scripts])

    def _python(self, module: str, *arguments: str) -> str:
        command = [sys.executable, "-m", module, *arguments]
        environment = {**os.environ, **ENVIRONMENT}
        done = subprocess.run(command, cwd=self.project, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout


def compare_indexes(site: Site, runs: int) -> IndexResult:
    """Build the site once, then let both sides index it in turns."""
    in_build = site.in_build
    site.warm_up()
    ours: list[dict[str, float]] = []
    peers: dict[str, list[float]] = {setting: [] for setting in SETTINGS}
    for _ in range(runs):
        ours.append(site.index_alone())
        for setting, seconds in peers.items():
            seconds.append(site.index_pages(setting))
    return IndexResult(
        Side(median(run["index"] for run in ours), site.own_files()),
        count_files((site.folder / "search").rglob(f"{FACTS}*.js")),
        median(run["read"] + run["index"] for run in ours),
        in_build,
        {name: Side(median(seconds), count_files(bundle_files(site.bundle(name)))) for name, seconds in peers.items()},
    )


def count_files(files: Iterable[Path]) -> Files:
    """What files amount to."""
    contents = [(file.name, file.read_bytes()) for file in files]
    sent = sum(sent_size(name, content) for name, content in contents)
    return Files(sum(len(content) for _, content in contents), sent, len(contents))
