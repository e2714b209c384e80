"""Work in several processes: results in order, and a clear end when a child dies."""

import errno
import os
import resource
import signal
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator import parallel
from generator.parallel import WorkerError, meanwhile, processes_for, run_parts
from generator.writing import UnwritableError, temporary_folder

PARENT = os.getpid()


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)


def test_results_come_in_the_order_of_the_items() -> None:
    """Whatever process is first, the parts keep their order and every item is worked on once."""
    items = list(range(101))
    assert items == [one for part in run_parts(list, items, 2) for one in part]


def test_several_processes_work() -> None:
    """With two processes not everything is done in the parent."""
    seen = {pid for part in run_parts(_slow_pids, list(range(40)), 2) for pid in part}
    assert seen - {os.getpid()}


@pytest.mark.parametrize("items", [[], [1]])
def test_nothing_and_one_thing_are_work_too(items: list[int]) -> None:
    """Few items come back as they are."""
    assert items == [one for part in run_parts(list, items, 2) for one in part]


def test_a_killed_child_is_a_worker_error() -> None:
    """A process that the system kills is told as such; nothing hangs and no half result is taken for a whole."""
    with pytest.raises(WorkerError, match="process"):
        run_parts(_die_in_a_child, list(range(200)), 2)
    assert [] == _children()


def test_an_error_in_a_child_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    """An error in a child ends the work of the parent too; its cause is told."""
    with pytest.raises((WorkerError, ZeroDivisionError)) as raised:
        run_parts(_fail_in_a_child, list(range(200)), 2)
    told = capfd.readouterr().err + repr(raised.value) + repr(raised.value.__cause__)
    assert "ZeroDivisionError" in told
    assert [] == _children()


@pytest.mark.parametrize("place", ["site/vi/index.html", "site/" + "ạ" * 1000])
def test_what_a_child_could_not_write_is_told_by_the_parent(place: str, capfd: pytest.CaptureFixture[str]) -> None:
    """The error that the machine gave a child is that of the parent: the same reason, the same path, no traceback."""

    def write(part: Sequence[int]) -> int:
        sum(range(300_000))
        if os.getpid() != PARENT:
            raise UnwritableError(errno.ENOSPC, "no space", place)
        return len(part)

    with pytest.raises(UnwritableError) as raised:
        run_parts(write, list(range(200)), 2)
    assert (errno.ENOSPC, "no space", place) == (raised.value.errno, raised.value.strerror, raised.value.filename)
    assert "" == capfd.readouterr().err
    assert [] == _children()


def test_a_full_disk_below_the_results_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results of children go through a file; where that has no room, it is as if a file of the site had none."""
    monkeypatch.setattr(parallel, "TemporaryFile", partial(Path("/dev/full").open, "r+b"))
    with pytest.raises(UnwritableError) as raised:
        run_parts(_slow_pids, list(range(40)), 2)
    assert (errno.ENOSPC, temporary_folder()) == (raised.value.errno, raised.value.filename)
    assert [] == _children()


def test_half_a_result_is_not_taken_for_a_whole() -> None:
    """A system that writes the first part of a result and refuses the rest."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, most))
    try:
        with pytest.raises(UnwritableError), meanwhile(lambda: "a" * 15_000, 2) as result:
            result()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def test_children_whose_parent_is_killed_begin_nothing_new() -> None:
    """Nobody wants their results, and the next build waits for their end."""
    reader, writer = os.pipe()
    parent = os.fork()
    if not parent:
        run_parts(partial(_tell_and_sleep, writer), list(range(200)), 2)
    os.close(writer)
    assert b"." == os.read(reader, 1)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    with os.fdopen(reader, "rb") as told:
        assert 4 > len(told.read())


def test_an_error_in_the_parent_leaves_no_child(capfd: pytest.CaptureFixture[str]) -> None:
    """When the parent's own part fails, its error is raised and the children are gone."""
    with pytest.raises((WorkerError, ZeroDivisionError)):
        run_parts(_fail_in_the_parent, list(range(200)), 2)
    capfd.readouterr()
    assert [] == _children()


@pytest.mark.parametrize("processes", [1, 2])
def test_something_is_done_meanwhile(processes: int) -> None:
    """The result is that of the other work, which another process does where there is one."""
    with meanwhile(os.getpid, processes) as result:
        assert (os.getpid() == result()) is (processes == 1)
    assert [] == _children()


def test_an_error_meanwhile_leaves_no_child() -> None:
    """An error in either part ends both."""
    with pytest.raises(ZeroDivisionError), meanwhile(_forever, 2):
        _ = 1 // 0
    with pytest.raises(WorkerError), meanwhile(_die, 2) as result:
        result()
    assert [] == _children()


@pytest.mark.parametrize("result", [{"a": ["b", "đ", {"c": ()}]}, date(2026, 11, 23), [1, date.max], "\udc80"])
def test_results_of_any_kind_travel(result: object) -> None:
    """Plain data and objects arrive as they were sent."""
    with meanwhile(lambda: result, 2) as received:
        assert result == received()


def test_as_many_processes_as_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never more than processors, than asked for, or than the items are worth; never less than one."""
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 100)
    assert [1, 1, 2, 2] == [processes_for(items) for items in (0, 199, 200, 10_000)]
    assert 1 == processes_for(10_000, 1)


@pytest.mark.parametrize("processes", [1, 2])
def test_results_are_received_part_by_part(processes: int) -> None:
    """Who counts what is done hears of it before the end, also where one process does everything."""
    received = list[int]()
    run_parts(len, list(range(101)), processes, received.append)
    assert (True, 101) == (len(received) > 10, sum(received))


def _forever() -> None:
    time.sleep(3600)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _tell_and_sleep(writer: int, part: Sequence[int]) -> int:
    os.write(writer, b".")
    time.sleep(0.1)
    return len(part)


def _slow_pids(part: Sequence[int]) -> list[int]:
    sum(range(200_000))
    return [os.getpid()] * len(part)


def _die_in_a_child(part: Sequence[int]) -> int:
    if os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    sum(range(300_000))
    return len(part)


def _fail_in_a_child(part: Sequence[int]) -> int:
    sum(range(300_000))
    return len(part) if os.getpid() == PARENT else 1 // 0


def _fail_in_the_parent(part: Sequence[int]) -> int:
    sum(range(300_000))
    return 1 // 0 if os.getpid() == PARENT else len(part)


def _children() -> list[str]:
    """Processes that this one started and that have not ended."""
    tasks = f"/proc/self/task/{os.getpid()}/children"
    with open(tasks) as stream:  # noqa: PTH123  a file of the kernel
        return stream.read().split()
