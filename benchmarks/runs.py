"""The runs of one side of a benchmark: one for memory, then those with a stopwatch, of which the middle one counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, seconds of all processors, and bytes when memory was sampled, else 0."""

    wall: float
    cpu: float
    memory: int
    said: str = ""
    """What it wrote to its output."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side needed: seconds of each timed run, memory of a run of its own, and what it wrote."""

    walls: tuple[float, ...]
    """Seconds by the clock, in the order of the runs."""
    cpus: tuple[float, ...]
    """Seconds of all processors."""
    memory: int
    """Bytes at the peak; 0 when it was not measured."""
    pages: int
    files: int
    size: int
    """Bytes of all files."""

    @property
    def wall(self) -> float:
        """The middle time."""
        return median(self.walls)

    @property
    def cpu(self) -> float:
        """The middle time of all processors."""
        return median(self.cpus)

    @property
    def pages_per_second(self) -> float:
        """HTML pages a second."""
        return self.pages / self.wall


@dataclass(slots=True)
class Runs:
    """The runs of one side so far; what the first one wrote into `site` is counted."""

    build: Callable[[bool], Run]
    """Builds once; True asks for memory instead of time."""
    site: Path
    timed: list[Run] = field(default_factory=list)
    memory: int = 0
    files: list[tuple[str, int]] = field(default_factory=list)
    """Ending of the name and bytes of each file."""

    def run(self, *, memory: bool = False) -> None:
        """Build once more."""
        done = self.build(memory)
        if memory:
            self.memory = done.memory
        else:
            self.timed.append(done)
        self.files = self.files or [
            (file.suffix, file.stat().st_size) for file in self.site.rglob("*") if file.is_file()
        ]

    def side(self) -> Side:
        """What the runs amount to; raises `StatisticsError` later when none was timed."""
        return Side(
            tuple(run.wall for run in self.timed),
            tuple(run.cpu for run in self.timed),
            self.memory,
            sum(suffix == ".html" for suffix, _ in self.files),
            len(self.files),
            sum(size for _, size in self.files),
        )


def take_turns(sides: Iterable[Runs], runs: int) -> None:
    """Time every side `runs` times, one after the other, so that what slows the machine down meets them all."""
    every = list(sides)
    for _ in range(runs):
        for side in every:
            side.run()


class Aside:
    """Where folders go that a build must not find, until the end of a benchmark.

    Nothing is deleted before: for some minutes ext4 does not use the numbers of deleted files again, and looks at each
    of them for every file that is made, so that one build would pay for those before it.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` must be on the same disk as what is put into it."""
        self._folder = folder
        self._count = 0

    def put(self, *folders: Path) -> None:
        """Move folders out of the way, those that exist."""
        for folder in folders:
            if folder.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                folder.rename(self._folder / str(self._count))
                self._count += 1
