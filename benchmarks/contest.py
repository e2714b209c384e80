"""One size of the benchmark: the same product pages made by this project and by Hugo, in turns."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import distribution
from pathlib import Path
from statistics import median

from benchmarks.measure import Run, measure
from benchmarks.peer import describe_difference, make_peer, unequal_pages
from benchmarks.project import make_project
from benchmarks.synthetic import AS_OF
from generator.plugin import read_settings

OURS = (str(Path(sys.executable).parent / "ocop"), "build", "--as-of", AS_OF.isoformat(), "--quiet")
PEER = ("build", "--quiet", "--noBuildLock", "--noTimes", "--noChmod")
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Side:
    """What one side needed: middle of its timed runs, memory of a run of its own, and what it wrote."""

    wall: float
    cpu: float
    memory: int
    pages: int
    files: int

    @property
    def pages_per_second(self) -> float:
        """HTML pages a second."""
        return self.pages / self.wall


@dataclass(frozen=True, slots=True)
class Result:
    """Both sides at one size; `peer` is None when only this project was measured."""

    products: int
    ours: Side
    peer: Side | None
    equal: int = 0

    @property
    def same(self) -> bool:
        """Whether the peer made every product page to the same bytes."""
        return self.peer is None or self.equal == self.products


class Contest:
    """The projects of one size in a folder of their own."""

    def __init__(self, folder: Path, products: int, languages: tuple[str, ...], seed: int) -> None:
        """Make the synthetic project; the peer's is made once there is a page to take the shell from."""
        self._products = products
        config = make_project(folder, products, languages, seed)
        self._settings = replace(read_settings(str(config), AS_OF), site=folder / "site")
        self._folder, self._peer = folder, folder / "peer"
        self._binary = str(_hugo())

    def run(self, runs: int) -> Result:
        """Run both sides in turns, `runs` times with a stopwatch and once for memory."""
        ours, theirs = [self._build(memory=True)], list[Run]()
        if self._compared:
            make_peer(self._settings, self._peer)
            theirs.append(self._build_peer(memory=True))
        for _ in range(runs):
            ours.append(self._build())
            if self._compared:
                theirs.append(self._build_peer())
        side = _side(ours, self._settings.site)
        if not self._compared:
            return Result(self._products, side, None)
        peer = _side(theirs, self._peer / "public")
        unequal = unequal_pages(self._settings, self._peer)
        if unequal:
            print(describe_difference(*unequal[0]), flush=True)
        return Result(self._products, side, peer, self._products - len(unequal))

    @property
    def _compared(self) -> bool:
        return self._settings.languages == ("en",)

    def _build(self, *, memory: bool = False) -> Run:
        shutil.rmtree(self._settings.site, ignore_errors=True)
        return measure(OURS, self._folder, ENVIRONMENT, memory=memory)

    def _build_peer(self, *, memory: bool = False) -> Run:
        shutil.rmtree(self._peer / "public", ignore_errors=True)
        return measure((self._binary, *PEER), self._peer, {}, memory=memory)


def _side(runs: Sequence[Run], site: Path) -> Side:
    """The first run measured memory, the others time."""
    files = [file for file in site.rglob("*") if file.is_file()]
    timed = runs[1:]
    return Side(
        median(run.wall for run in timed),
        median(run.cpu for run in timed),
        runs[0].memory,
        sum(file.suffix == ".html" for file in files),
        len(files),
    )


def _hugo() -> Path:
    """Hugo itself: the command of the package is a Python program that starts it."""
    return Path(str(distribution("hugo").locate_file("hugo/binaries/hugo")))
