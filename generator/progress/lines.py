"""Shows phases as text: one line that is redrawn on a terminal, one line a finished phase elsewhere."""

import os
from collections.abc import Callable
from typing import TextIO

from generator.progress import words
from generator.progress.phases import Display, Phase

PAUSE = 0.1
"""Seconds between two drawings of one phase."""
USUAL_WIDTH = 80
"""Columns of a terminal that does not tell its own."""


def display_on(stream: TextIO) -> Display:
    """What suits a stream: redrawn where that is a terminal that can, plain lines in a pipe or a log."""
    if stream.isatty() and os.environ.get("TERM") != "dumb":
        return TerminalLine(stream, lambda: width_of(stream))
    return PlainLines(stream)


def width_of(stream: TextIO) -> int:
    """Columns of the terminal behind a stream; not those of standard output, which may lead elsewhere."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except OSError:
        return USUAL_WIDTH


class PlainLines(Display):
    """One line for each phase when it has ended: "Đọc hồ sơ: 385 tệp, 0,4 giây"."""

    def __init__(self, stream: TextIO) -> None:
        """Nothing is written yet."""
        self._stream = stream

    def finish(self, phase: Phase, language: str) -> None:
        """Write the line of a phase."""
        told = filter(None, (words.amount(phase, language), words.seconds(phase.seconds, language)))
        self._stream.write(f"{words.name_of(phase.name, language)}: {', '.join(told)}\n")
        self._stream.flush()


class TerminalLine(Display):
    """One line for the phase that is going on. Nothing of it stays in the end.

    Signs that steer a terminal are not used, apart from the return to the start of the line: every system knows that.
    """

    def __init__(self, stream: TextIO, width: Callable[[], int]) -> None:
        """`width` is asked for the columns at each drawing: a window may be made narrower meanwhile."""
        self._stream = stream
        self._width = width
        self._shown = ""
        self._phase: Phase | None = None
        self._drawn = 0.0

    def show(self, phase: Phase, now: float, language: str) -> None:
        """Draw the line of a phase: at once when it is another one, else after a pause."""
        if phase is self._phase and now - self._drawn < PAUSE:
            return
        text = running(phase, now, language, self._width())
        if text != self._shown:
            self._draw(text + " " * (len(self._shown) - len(text)))
        self._shown, self._phase, self._drawn = text, phase, now

    def clear(self) -> None:
        """Take the line away; the next drawing brings it back."""
        if self._shown:
            self._draw(" " * len(self._shown) + "\r")
            self._shown, self._phase = "", None

    def _draw(self, text: str) -> None:
        self._stream.write(f"\r{text}")
        self._stream.flush()


def running(phase: Phase, now: float, language: str, width: int) -> str:
    """The line of a phase that is going on, shorter than `width` columns: what says least is left out first."""
    name, count = words.name_of(phase.name, language), words.count(phase, language)
    rate, left = words.rate(phase, now, language), words.left(phase, now, language)
    for told in ((count, rate, left), (count, left), (count,)):
        text = f"{name}: {' · '.join(filter(None, told))}".removesuffix(": ")
        if len(text) < width:
            return text
    return name[: max(width - 1, 0)]
