"""How phases are shown: redrawn on a terminal, told once elsewhere, in the officers' language."""

import os
import pty
import struct
import termios
from fcntl import ioctl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.progress.lines import PlainLines, TerminalLine, display_on, running, width_of
from generator.progress.phases import Display, Stopwatch
from tests.progress.fakes import Clock, Stream, phase_at

WIDE = 120


def watch_on(display: Display, clock: Clock, language: str = "vi") -> Stopwatch:
    """The stopwatch of a build that speaks a language."""
    watch = Stopwatch(display, clock=clock)
    watch.speak(language)
    return watch


def build(watch: Stopwatch, clock: Clock) -> None:
    """A build of two phases: 20,000 records in 5 seconds, and 2 seconds in which nothing is counted."""
    with watch:
        watch.begin("read")
        watch.expect(20_000)
        for _ in range(20):
            clock.wait(0.25)
            watch.advance(1000)
        watch.begin("check")
        clock.wait(2)


def test_a_terminal_shows_count_rate_and_time_left(clock: Clock, terminal: Stream) -> None:
    """The line of a phase, from its beginning to its end."""
    build(watch_on(TerminalLine(terminal, lambda: WIDE), clock), clock)
    assert "Đọc hồ sơ" == terminal.drawings[0]
    assert "Đọc hồ sơ: 12.000/20.000 · 4.000/giây · còn khoảng 2 giây" in terminal.drawings
    assert ["Đọc hồ sơ: 20.000/20.000 · 4.000/giây", "Kiểm tra"] == terminal.drawings[-2:]


def test_a_terminal_has_one_line_and_in_the_end_none(clock: Clock, terminal: Stream) -> None:
    """Nothing is written below, a shorter line covers a longer one, and what follows begins on an empty line."""
    display = TerminalLine(terminal, lambda: WIDE)
    watch = watch_on(display, clock)
    watch.begin("write")
    watch.begin("check")
    assert "Kiểm tra" == terminal.screen
    with watch:
        pass
    terminal.write("9 files, 9 written, 0 removed\n")
    assert "9 files, 9 written, 0 removed\n" == terminal.screen


def test_a_terminal_is_left_clean_after_a_mistake(clock: Clock, terminal: Stream) -> None:
    """The message of an error does not begin behind the line."""
    watch = watch_on(TerminalLine(terminal, lambda: WIDE), clock)
    watch.begin("read")
    with pytest.raises(ZeroDivisionError), watch:
        _ = 1 // 0
    assert "" == terminal.screen


def test_the_line_makes_way_for_a_warning_and_comes_back(clock: Clock, terminal: Stream) -> None:
    """Also within the pause between two drawings."""
    display = TerminalLine(terminal, lambda: WIDE)
    watch = watch_on(display, clock)
    watch.begin("texts")
    display.clear()
    terminal.write("a warning\n")
    watch.advance()
    assert "a warning\nDựng trang soạn sẵn: 1 trang" == terminal.screen


def test_what_stays_the_same_is_not_drawn_again(clock: Clock, terminal: Stream) -> None:
    """Tasks that make no pages end too."""
    watch = watch_on(TerminalLine(terminal, lambda: WIDE), clock)
    watch.begin("write")
    watch.expect(100)
    for _ in range(5):
        clock.wait(1)
        watch.receive((0, {}))
    assert ["Ghi trang và chỉ mục", "Ghi trang và chỉ mục: 0/100"] == terminal.drawings


def test_ten_drawings_a_second_are_enough(clock: Clock, terminal: Stream) -> None:
    """A thousand steps in two seconds are drawn about twenty times."""
    watch = watch_on(TerminalLine(terminal, lambda: WIDE), clock)
    watch.begin("write")
    for _ in range(1000):
        clock.wait(0.002)
        watch.advance()
    assert 18 <= len(terminal.drawings) <= 22


@given(st.integers(min_value=0, max_value=200), st.sampled_from(("vi", "en")), st.integers(0, 10**7), st.booleans())
def test_a_line_fits_any_terminal(width: int, language: str, done: int, known: bool) -> None:  # noqa: FBT001  hypothesis
    """Shorter than the terminal is wide: a line that reaches the edge would go on below and not be covered."""
    phase, now = phase_at(3, done, 10**7 if known else None)
    assert len(running(phase, now, language, width)) <= max(width - 1, 0)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, "Đọc hồ sơ: 5.000/20.000 · 1.000/giây · còn khoảng 15 giây"),
        (50, "Đọc hồ sơ: 5.000/20.000 · còn khoảng 15 giây"),
        (40, "Đọc hồ sơ: 5.000/20.000"),
        (20, "Đọc hồ sơ"),
        (6, "Đọc h"),
        (0, ""),
    ],
)
def test_a_narrow_terminal_is_told_less(width: int, line: str) -> None:
    """First the rate is left out, then the time left, then the count."""
    assert line == running(*phase_at(5, 5000, 20_000, "read"), "vi", width)


@pytest.mark.parametrize(
    ("seconds", "vietnamese", "english"),
    [
        (0.4, "còn khoảng 1 giây", "about 1 second left"),
        (12, "còn khoảng 12 giây", "about 12 seconds left"),
        (99, "còn khoảng 99 giây", "about 99 seconds left"),
        (100, "còn khoảng 2 phút", "about 2 minutes left"),
        (3600, "còn khoảng 60 phút", "about 60 minutes left"),
    ],
)
def test_time_left_is_told_in_words(seconds: float, vietnamese: str, english: str) -> None:
    """Never as nought seconds while something is to be done; long times in minutes."""
    phase, now = phase_at(600, 30_000, 30_000 + round(seconds * 50))
    told = [running(phase, now, language, WIDE).rpartition(" · ")[2] for language in ("vi", "en")]
    assert [vietnamese, english] == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "Đọc hồ sơ: 20.000 tệp, 5,0 giây\nKiểm tra: 2,0 giây\n"),
        ("en", "Read records: 20,000 files, 5.0 s\nCheck records: 2.0 s\n"),
    ],
)
def test_elsewhere_a_line_is_told_for_each_phase(clock: Clock, log: Stream, language: str, told: str) -> None:
    """In a pipe or the log of a machine: what was done and how long it took, once it has ended; nothing is redrawn."""
    build(watch_on(PlainLines(log), clock, language), clock)
    assert told == log.getvalue()


def test_a_phase_that_failed_has_no_line(clock: Clock, log: Stream) -> None:
    """Only what was finished is told as such."""
    watch = watch_on(PlainLines(log), clock)
    watch.begin("read")
    watch.begin("check")
    with pytest.raises(ZeroDivisionError), watch:
        _ = 1 // 0
    assert "Đọc hồ sơ: 0 tệp, 0,0 giây\n" == log.getvalue()


def test_the_stream_decides(terminal: Stream, log: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line is redrawn on terminals that can go back to its start, and nowhere else."""
    monkeypatch.setenv("TERM", "xterm")
    assert (TerminalLine, PlainLines) == (type(display_on(terminal)), type(display_on(log)))
    monkeypatch.setenv("TERM", "dumb")
    assert PlainLines is type(display_on(terminal))


def test_the_width_is_that_of_the_terminal_written_to(log: Stream) -> None:
    """Not that of standard output; a stream without a width, or with none told, has 80 columns."""
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        widths = []
        for columns in (43, 0):
            ioctl(stream, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            widths.append(width_of(stream))
    os.close(master)
    assert ([43, 80], 80) == (widths, width_of(log))
