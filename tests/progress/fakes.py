"""What stands in for the clock, for streams and for the eyes of a reader."""

import io

from generator.progress.phases import Phase, PhaseName


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        """Any moment."""
        self.now = 1000.0

    def __call__(self) -> float:
        """The time."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


def phase_at(seconds: float, done: int, total: int | None, name: PhaseName = "write") -> tuple[Phase, float]:
    """A phase that has counted for so many seconds, and the time of the clock."""
    phase = Phase(name, 900.0, total=total)
    phase.mark(1000.0)
    phase.done = done
    return phase, 1000.0 + seconds


class Stream(io.StringIO):
    """Remembers what was written; a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        """Nothing is written yet."""
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._terminal

    @property
    def drawings(self) -> list[str]:
        """Each drawing of a line, without the blanks that cover what stood there before."""
        return [drawn.rstrip() for drawn in self.getvalue().split("\r") if drawn.strip()]

    @property
    def screen(self) -> str:
        """What a reader sees."""
        return screen(self.getvalue())


def screen(written: str) -> str:
    """What a terminal shows in the end, blanks at line ends left out; it knows line ends and returns to the start."""
    return "\n".join(_overwritten(line) for line in written.replace("\r\n", "\n").split("\n"))


def _overwritten(line: str) -> str:
    shown = ""
    for drawn in line.split("\r"):
        shown = drawn + shown[len(drawn) :]
    return shown.rstrip()
