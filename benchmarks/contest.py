"""One size of the benchmark: the same product pages made by this project and by Hugo, in turns."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import distribution
from pathlib import Path
from statistics import median

from benchmarks.measure import Run, measure
from benchmarks.peer import describe_difference, make_peer, unequal_pages
from benchmarks.project import make_project
from benchmarks.synthetic import AS_OF
from generator.plugin import read_settings

OURS = (str(Path(sys.executable).parent / "ocop"), "build", "--as-of", AS_OF.isoformat(), "--quiet")
SAME = (sys.executable, "-m", "benchmarks.same_pages", AS_OF.isoformat())
PEER = ("build", "--quiet", "--noBuildLock", "--noTimes", "--noChmod")
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(Path(__file__).parents[1])}


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
    """All sides at one size: the whole build, the peer's pages by both; `same` and `peer` None when not compared."""

    products: int
    ours: Side
    same: Side | None = None
    peer: Side | None = None
    equal: int = 0

    @property
    def fair(self) -> bool:
        """Whether the peer made every product page to the same bytes."""
        return self.peer is None or self.equal == self.products


class Contest:
    """The projects of one size in a folder of their own."""

    def __init__(self, folder: Path, products: int, languages: tuple[str, ...], seed: int) -> None:
        """Make the synthetic project; the peer's is made once there is a page to take the shell from."""
        self._products = products
        config = make_project(folder, products, languages, seed)
        self._settings = replace(read_settings(str(config), AS_OF), site=folder / "site")
        self._folder, self._peer, self._old = folder, folder / "peer", folder / "old"
        self._binary = str(_hugo())

    def run(self, runs: int) -> Result:
        """Run all sides in turns, once for memory and `runs` times with a stopwatch."""
        sides = {"ours": _Runs(partial(self._build, OURS), self._settings.site)}
        self._take_turn(sides, memory=True)
        if self._compared:
            make_peer(self._settings, self._peer)
            others = {
                "same": _Runs(partial(self._build, SAME), self._settings.site),
                "peer": _Runs(self._build_peer, self._peer / "public"),
            }
            self._take_turn(others, memory=True)
            sides |= others
        for _ in range(runs):
            self._take_turn(sides)
        result = Result(self._products, **{name: side.side() for name, side in sides.items()})
        if not self._compared:
            return result
        unequal = unequal_pages(self._settings, self._peer)
        if unequal:
            print(describe_difference(*unequal[0]), flush=True)
        return replace(result, equal=self._products - len(unequal))

    @staticmethod
    def _take_turn(sides: Mapping[str, "_Runs"], *, memory: bool = False) -> None:
        for side in sides.values():
            side.run(memory=memory)

    @property
    def _compared(self) -> bool:
        return self._settings.languages == ("en",)

    def _build(self, command: Sequence[str], *, memory: bool) -> Run:
        self._put_aside(self._settings.site)
        return measure(command, self._folder, ENVIRONMENT, memory=memory)

    def _build_peer(self, *, memory: bool) -> Run:
        self._put_aside(self._peer / "public")
        return measure((self._binary, *PEER), self._peer, {}, memory=memory)

    def _put_aside(self, site: Path) -> None:
        """Let a build start from nothing, as on a new machine.

        Nothing is deleted before the end: for some minutes ext4 does not use the numbers of deleted files again, and
        looks at each of them for every file that is made, so that one build would pay for those before it.
        """
        if site.exists():
            self._old.mkdir(exist_ok=True)
            site.rename(self._old / str(len(list(self._old.iterdir()))))


class _Runs:
    """The runs of one side so far; the first measured memory and was counted, the others time."""

    def __init__(self, build: Callable[..., Run], site: Path) -> None:
        self._build, self._site = build, site
        self._runs: list[Run] = []
        self._files: list[Path] = []

    def run(self, *, memory: bool) -> None:
        self._runs.append(self._build(memory=memory))
        self._files = self._files or [file for file in self._site.rglob("*") if file.is_file()]

    def side(self) -> Side:
        timed = self._runs[1:]
        return Side(
            median(run.wall for run in timed),
            median(run.cpu for run in timed),
            self._runs[0].memory,
            sum(file.suffix == ".html" for file in self._files),
            len(self._files),
        )


def _hugo() -> Path:
    """Hugo itself: the command of the package is a Python program that starts it."""
    return Path(str(distribution("hugo").locate_file("hugo/binaries/hugo")))
