"""What the flow of a build reports to: phases one after the other, counts, and processor seconds by folder.

The only module with a stopwatch. What it measures is told to people and goes into no file of the site.
"""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self

from generator.settings import SITE_LANGUAGES

Clock = Callable[[], float]
"""Seconds since any moment, never less than before."""
PhaseName = Literal["read", "check", "texts", "write", "publish", "list", "rows", "records", "book"]
"""Records are read, checked and gathered; MkDocs makes its pages; all else is written, and put in its place.

An import reads a list, understands its rows and writes records; an export writes a workbook."""
Sums = tuple[int, dict[str, float]]
"""Pages that were made, and processor seconds by folder of the site; plain data, which travels between processes."""
FIRST_GUESS = 1.0
"""Seconds of counting before which no rate is told: it would jump."""
LOOKED_BACK = 5.0
"""Seconds that a rate is taken from: pages are slow while the index is made, and come in heaps from other processes."""
ENOUGH = 0.1
"""Part of the whole that must be done before the time left is guessed."""


@dataclass(slots=True)
class Phase:
    """One phase: what is done, of how much, and how long it took."""

    name: PhaseName
    begun: float
    """Like `now` a time of the build's clock."""
    done: int = 0
    total: int | None = None
    seconds: float = 0.0
    """Known when it has ended."""
    marks: deque[tuple[float, int]] = field(default_factory=deque)
    """What was done at which time, as far back as a rate looks."""

    def mark(self, now: float) -> None:
        """Remember what is done by now."""
        self.marks.append((now, self.done))
        while len(self.marks) > 1 and self.marks[1][0] <= now - LOOKED_BACK:
            self.marks.popleft()

    def rate(self, now: float) -> float | None:
        """How many are done in a second, lately; None where none was done, and at the very beginning."""
        since, before = self.marks[0]
        passed, done = now - since, self.done - before
        return done / passed if done > 0 and passed >= FIRST_GUESS else None

    def left(self, now: float) -> float | None:
        """Seconds to the end at that rate, 0 or more; None where nobody can know."""
        rate = self.rate(now)
        if self.total is None or rate is None or self.done < ENOUGH * self.total:
            return None
        return max(self.total - self.done, 0) / rate


class Tally:
    """Counts the pages that one task makes."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._pages = 0

    def add(self, path: str) -> None:
        """A page or file was written; the path of a page ends with a slash."""
        self._pages += path.endswith("/")

    def sums(self) -> Sums:
        """What was counted."""
        return self._pages, {}


class TimedTally(Tally):
    """Takes the time from one file to the next too: making and writing it, in whichever process."""

    def __init__(self, clock: Clock = time.process_time) -> None:
        """Make it when the task begins: the first file is made from then on."""
        super().__init__()
        self._clock = clock
        self._last = clock()
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def add(self, path: str) -> None:
        """A page or file was written; the seconds since the last one are those of its folder."""
        super().add(path)
        now = self._clock()
        self._seconds[folder_of(path)] += now - self._last
        self._last = now

    def sums(self) -> Sums:
        """What was counted and measured."""
        return self._pages, dict(self._seconds)


def folder_of(path: str) -> str:
    """The folder of the site a path belongs to, in any language: "p" for `vi/p/che-dinh/`, "" for `vi/`."""
    first, _, inside = path.partition("/")
    folder, slash, _ = (inside if first in SITE_LANGUAGES else path).partition("/")
    return folder if slash else ""


class Progress:
    """What a build reports to. This one takes no time and tells nobody; it is that of builds nobody follows."""

    def speak(self, language: str) -> None:
        """Messages are told in this language from now on."""

    def begin(self, phase: PhaseName) -> None:
        """A phase begins, and with that the one before has ended."""

    def expect(self, total: int) -> None:
        """So many more things are to be done in this phase."""

    def advance(self, count: int = 1) -> None:
        """So many more are done."""

    def tally(self) -> Tally:
        """What counts in one task, in any process."""
        return Tally()

    def receive(self, sums: Sums) -> None:
        """A task has ended; only for the process in which phases begin."""


SILENT = Progress()


class Display:
    """What shows phases to people. This one shows nothing."""

    def show(self, phase: Phase, now: float, language: str) -> None:
        """A phase has begun or come further."""

    def finish(self, phase: Phase, language: str) -> None:
        """A phase has ended."""

    def clear(self) -> None:
        """Make way for other lines."""


class Stopwatch(Progress):
    """Times the phases of one build and has them shown. A block that fails ends without a word on its last phase."""

    def __init__(self, display: Display, *, timed: bool = False, clock: Clock = time.perf_counter) -> None:
        """The build begins now; with `timed`, tasks say which processor seconds they took."""
        self.phases: list[Phase] = []
        self.folders: defaultdict[str, float] = defaultdict(float)
        """Processor seconds by folder of the site, of all processes."""
        self.language = "vi"
        self.loading = time.process_time()
        """Processor seconds that Python and the packages took before."""
        self.begun = clock()
        self._clock, self._display, self._timed = clock, display, timed

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._display.clear()
        if kind is None:
            self._finish(self._clock())

    def speak(self, language: str) -> None:
        """Messages are told in this language from now on."""
        self.language = language

    def begin(self, phase: PhaseName) -> None:
        """A phase begins, and with that the one before has ended."""
        now = self._clock()
        self._finish(now)
        self.phases.append(Phase(phase, now))
        self._show(self.phases[-1], now)

    def _finish(self, now: float) -> None:
        if self.phases:
            self.phases[-1].seconds = now - self.phases[-1].begun
            self._display.finish(self.phases[-1], self.language)

    def expect(self, total: int) -> None:
        """So many more things are to be done in this phase; the rate is counted from now on."""
        phase = self.phases[-1]
        phase.total = total + (phase.total or 0)
        phase.marks.clear()
        self._show(phase, self._clock())

    def advance(self, count: int = 1) -> None:
        """So many more are done."""
        phase = self.phases[-1]
        phase.done += count
        self._show(phase, self._clock())

    def _show(self, phase: Phase, now: float) -> None:
        phase.mark(now)
        self._display.show(phase, now, self.language)

    def tally(self) -> Tally:
        """What counts in one task, in any process."""
        return TimedTally() if self._timed else Tally()

    def receive(self, sums: Sums) -> None:
        """A task has ended: its pages are done, its seconds are added."""
        pages, folders = sums
        self._add(folders)
        self.advance(pages)

    def _add(self, folders: Mapping[str, float]) -> None:
        for folder, seconds in folders.items():
            self.folders[folder] += seconds
