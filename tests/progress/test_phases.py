"""What the flow reports: phases follow each other, counts add up, and nobody is told nonsense about the time left."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.progress.phases import (
    FIRST_GUESS,
    LOOKED_BACK,
    SILENT,
    Display,
    Progress,
    Stopwatch,
    Tally,
    TimedTally,
    folder_of,
)
from tests.progress.fakes import Clock, phase_at

COUNTS = st.integers(min_value=0, max_value=10**9)
STEPS = st.lists(st.tuples(st.floats(min_value=0, max_value=1e6), COUNTS), max_size=30)


@given(STEPS, st.none() | COUNTS)
def test_time_left_is_never_negative(steps: list[tuple[float, int]], total: int | None) -> None:
    """Whatever is counted, however long it takes: nothing, or a number that is not less than nought."""
    clock = Clock()
    watch = Stopwatch(Display(), clock=clock)
    watch.begin("write")
    if total is not None:
        watch.expect(total)
    for seconds, count in steps:
        clock.wait(seconds)
        watch.advance(count)
        left = watch.phases[0].left(clock.now)
        assert left is None or (left >= 0 and math.isfinite(left))


def test_time_left_follows_from_the_rate() -> None:
    """300 of 1,200 in 5 seconds: 60 a second, and 15 seconds for the rest."""
    phase, now = phase_at(5, 300, 1200)
    assert (60, 15) == (phase.rate(now), phase.left(now))


def test_time_before_counting_does_not_count(clock: Clock) -> None:
    """A phase that prepared for 100 seconds is as quick as it counts."""
    watch = Stopwatch(Display(), clock=clock)
    watch.begin("write")
    clock.wait(100)
    watch.expect(1000)
    clock.wait(4)
    watch.advance(40)
    assert 10 == watch.phases[0].rate(clock.now)


def test_the_rate_is_that_of_the_last_seconds(clock: Clock) -> None:
    """After a slow beginning the time left is soon that of the pages to come."""
    watch = Stopwatch(Display(), clock=clock)
    watch.begin("write")
    watch.expect(10_000)
    clock.wait(20)
    for _ in range(12):
        clock.wait(LOOKED_BACK / 10)
        watch.advance(250)
    assert (500, 14) == (watch.phases[0].rate(clock.now), watch.phases[0].left(clock.now))


@pytest.mark.parametrize(
    ("done", "total", "passed"),
    [
        *((300, None, 5), (0, 1200, 5), (0, 0, 5)),
        *((300, 1200, 0), (300, 1200, -1), (300, 1200, FIRST_GUESS / 2), (100, 1200, 5)),
    ],
    ids=[
        *("total unknown", "nothing done", "nothing to do"),
        *("no time passed", "clock set back", "only begun", "hardly anything done"),
    ],
)
def test_nobody_knows_the_time_left(done: int, total: int | None, passed: float) -> None:
    """Nothing rather than a guess out of the air, and no division by nought."""
    phase, now = phase_at(passed, done, total)
    assert phase.left(now) is None


@pytest.mark.parametrize("done", [1200, 1300])
def test_no_time_is_left_when_all_is_done(done: int) -> None:
    """Nought, also when there was more than expected."""
    phase, now = phase_at(5, done, 1200)
    assert 0 == phase.left(now)


def test_phases_follow_each_other(clock: Clock) -> None:
    """Each ends when the next begins, the last with the block; together they take as long as the build."""
    with Stopwatch(Display(), clock=clock) as watch:
        clock.wait(1)
        watch.begin("read")
        clock.wait(2)
        watch.begin("check")
        clock.wait(4)
    assert [("read", 2), ("check", 4)] == [(phase.name, phase.seconds) for phase in watch.phases]
    assert 7 == watch.phases[0].begun - watch.begun + sum(phase.seconds for phase in watch.phases)


def test_counts_belong_to_the_phase_in_which_they_are_told(clock: Clock) -> None:
    """What is told after a phase began is its own."""
    watch = Stopwatch(Display(), clock=clock)
    watch.begin("read")
    watch.expect(5)
    watch.advance(3)
    watch.advance(2)
    watch.begin("texts")
    watch.advance()
    assert [(5, 5), (1, None)] == [(phase.done, phase.total) for phase in watch.phases]


def test_tasks_count_pages_and_no_other_files() -> None:
    """The address of a page ends with a slash."""
    tally = Tally()
    for path in ("vi/", "vi/p/che-dinh/", "search/vi/index.js", "", "vi/about/index.html"):
        tally.add(path)
    assert (2, {}) == tally.sums()


def test_timed_tasks_tell_the_seconds_of_each_folder(clock: Clock) -> None:
    """From the start of the task to its first file, and from file to file; languages are taken together."""
    tally = TimedTally(clock)
    for seconds, path in ((1, "vi/p/che-dinh/"), (2, "en/p/che-dinh/"), (4, "search/vi/index.js"), (8, "vi/")):
        clock.wait(seconds)
        tally.add(path)
    assert (3, {"p": 3, "search": 4, "": 8}) == tally.sums()


@pytest.mark.parametrize(("timed", "kind"), [(False, Tally), (True, TimedTally)])
def test_tasks_are_timed_only_when_asked_for(clock: Clock, *, timed: bool, kind: type[Tally]) -> None:
    """A clock that is asked 40,000 times costs time of its own."""
    assert kind is type(Stopwatch(Display(), timed=timed, clock=clock).tally())


def test_sums_of_all_tasks_are_added(clock: Clock) -> None:
    """Pages are done, seconds of a folder are summed over tasks."""
    watch = Stopwatch(Display(), clock=clock)
    watch.begin("write")
    watch.receive((3, {"p": 1.5}))
    watch.receive((4, {"p": 0.5, "search": 1.0}))
    assert (7, {"p": 2.0, "search": 1.0}) == (watch.phases[0].done, watch.folders)


@pytest.mark.parametrize(
    ("path", "folder"),
    [("vi/p/che-dinh/", "p"), ("vi/", ""), ("", ""), ("robots.txt", ""), ("en/feed.xml", ""), ("api/v1/a.json", "api")],
)
def test_folders_are_those_below_a_language(path: str, folder: str) -> None:
    """`vi/p/…` and `en/p/…` are one kind of work."""
    assert folder == folder_of(path)


def test_builds_that_nobody_follows_report_to_one_that_keeps_nothing() -> None:
    """`mkdocs serve` builds again and again: what is the same for all builds must not grow."""
    SILENT.begin("read")
    SILENT.expect(5)
    SILENT.advance(5)
    SILENT.receive((5, {}))
    assert (Progress, {}) == (type(SILENT), vars(SILENT))
