"""Work over many items in several processes that share what the parent already has in memory.

Forked children see the parent's objects without copying; only results travel back. With one process, or few items,
everything runs in place. Platforms without fork run in place too.
"""

import gc
import marshal
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

from generator.writing import UnwritableError, temporary_folder, writing

Item = TypeVar("Item")
Result = TypeVar("Result")
WORTH_A_PROCESS = 400
"""Fewest items that pay for the start of another process."""
PARTS_A_PROCESS = 24
"""Items are dealt out in so many parts, so that a process with easy ones takes more of them."""
_NUMBER = 2
"""Bytes of the number of a task."""
MOST_TASKS = 4096
"""The numbers of all tasks must fit into a pipe, of whatever system."""


class WorkerError(RuntimeError):
    """A child process ended without a result. An `UnwritableError` of a child is raised in the parent as it is."""


def processes_for(items: int, limit: int | None = None) -> int:
    """How many processes pay for this many items; never more than `limit` or the processors this process may use."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not hasattr(os, "fork"):
        return 1
    return max(1, min(limit or available, available, items // WORTH_A_PROCESS))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python from searching for reference cycles while very many objects are made and none is thrown away.

    What was made is left out of later searches too, until the next such time.
    """
    was_running = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was_running:
            gc.enable()


@contextmanager
def meanwhile(work: Callable[[], Result], processes: int) -> Iterator[Callable[[], Result]]:
    """Do `work` in another process, where there is more than one, while this one does what stands in the block.

    Gives a function that waits for the result. `WorkerError` when the other process dies.
    """
    if processes <= 1:
        yield work
        return
    numbers = _deal_numbers(1)
    helper = _Helper([work], numbers)
    try:
        yield lambda: next(result for _, result in helper.rest())
    finally:
        os.close(numbers)
        helper.end()


def run_parts(
    work: Callable[[Sequence[Item]], Any],
    items: Sequence[Item],
    processes: int | None = None,
    receive: Callable[[Any], Result] = lambda result: result,
) -> list[Result]:
    """Call `work` on parts of `items` and return the results in the order of the parts.

    Each result goes through `receive` in this process. `processes` None lets the number of items decide. Raises
    `WorkerError` when a child dies.
    """
    count = processes_for(len(items), processes)
    parts = split(items, min(count * PARTS_A_PROCESS, len(items) or 1, MOST_TASKS))
    return run_all([partial(work, part) for part in parts], count, receive)


def split(items: Sequence[Item], parts: int) -> list[Sequence[Item]]:
    """The items in `parts` parts of nearly equal length."""
    size = len(items)
    return [items[number * size // parts : (number + 1) * size // parts] for number in range(parts)]


def run_all(
    tasks: Sequence[Callable[[], Any]],
    processes: int,
    receive: Callable[[Any], Result] = lambda result: result,
) -> list[Result]:
    """Call every task once, each in whichever process is free; the results in the order of the tasks.

    Each result goes through `receive` in this process as soon as it is there, and this process takes a task only when
    there is none: receiving may be the longer part, and nobody else can do it. Raises `WorkerError` when a child dies,
    ValueError for more than `MOST_TASKS` tasks.
    """
    if processes <= 1:
        return [receive(task()) for task in tasks]
    numbers = _deal_numbers(len(tasks))
    helpers = [_Helper(tasks, numbers) for _ in range(processes - 1)]
    results: dict[int, Result] = {}
    try:
        for own in _work(tasks, numbers):
            for number, result in (own, *(one for helper in helpers for one in helper.ready())):
                results[number] = receive(result)
        for helper in helpers:
            results |= {number: receive(result) for number, result in helper.rest()}
    finally:
        os.close(numbers)
        for helper in helpers:
            helper.end()
    return [results[number] for number in range(len(tasks))]


def _deal_numbers(count: int) -> int:
    """A pipe that holds the number of each task; whoever reads one has taken the task."""
    if count > MOST_TASKS:
        message = f"{count} tasks are more than {MOST_TASKS}"
        raise ValueError(message)
    reader, writer = os.pipe()
    os.write(writer, b"".join(number.to_bytes(_NUMBER) for number in range(count)))
    os.close(writer)
    return reader


def _work(tasks: Sequence[Callable[[], Any]], numbers: int) -> Iterator[tuple[int, Any]]:
    """Take tasks until none is left; the number of each with its result."""
    while taken := os.read(numbers, _NUMBER):
        number = int.from_bytes(taken)
        yield number, tasks[number]()


class _Helper:
    """A forked process that takes tasks. Its results go through a file, so that it never waits to be listened to.

    The file says what, a pipe says how much of it: eight bytes for each result, which it always has room for.
    """

    def __init__(self, tasks: Sequence[Callable[[], object]], numbers: int) -> None:
        with writing(temporary_folder()):
            self._results = TemporaryFile(buffering=0)  # noqa: SIM115  closed by `end`
        self._lengths, lengths = os.pipe()
        os.set_blocking(self._lengths, False)
        self._taken = 0
        context = multiprocessing.get_context("fork")
        self._process = context.Process(
            target=_write_results, args=(tasks, numbers, self._results, lengths, os.getpid()), daemon=True
        )
        self._process.start()
        os.close(lengths)

    def ready(self) -> Iterator[tuple[int, Any]]:
        """Results that have come, until there is none, with the numbers of their tasks."""
        while told := self._told():
            for place in range(0, len(told), _LENGTH):
                length = int.from_bytes(told[place : place + _LENGTH])
                if length == _REFUSED:
                    raise UnwritableError(*marshal.loads(told[place + _LENGTH :]))  # noqa: S302  from our own child
                yield self._take(length)

    def _told(self) -> bytes:
        """Lengths of results that have come since last asked, and the error that was the last of all."""
        try:
            return os.read(self._lengths, _PIPE)
        except BlockingIOError:
            return b""

    def _take(self, length: int) -> tuple[int, Any]:
        # Read at a place of its own: the place in the file is shared with the process that writes.
        packed = os.pread(self._results.fileno(), length, self._taken)
        self._taken += length
        return _unpack(packed)

    def rest(self) -> Iterator[tuple[int, Any]]:
        """Wait for the end of the process; the results not taken yet."""
        yield from self.ready()
        self._process.join()
        if self._process.exitcode:
            message = "a worker process ended without a result; its message stands above"
            raise WorkerError(message)
        yield from self.ready()

    def end(self) -> None:
        """End the process: it has written its results, or nobody wants them after an error."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._results.close()
        os.close(self._lengths)


_LENGTH = 8
"""Bytes of the length of a result."""
_PIPE = 65_536
"""Bytes that a pipe holds: the lengths of the results of all tasks, and an error."""
_REFUSED = 2**64 - 1
"""In place of a length: the machine refused to write something. What follows says what."""


def _write_results(
    tasks: Sequence[Callable[[], object]], numbers: int, file: IO[bytes], lengths: int, parent: int
) -> None:
    try:
        for numbered in _work(tasks, numbers):
            packed = _pack(numbered)
            with writing(temporary_folder()):
                _write_whole(file, packed)
            os.write(lengths, len(packed).to_bytes(_LENGTH))
            # Without a parent nobody wants the rest, and the next build waits for the end of this one.
            if os.getppid() != parent:
                return
    except UnwritableError as error:
        # Through the pipe, which takes so little in one piece: the disk may be full.
        os.write(lengths, _REFUSED.to_bytes(_LENGTH) + marshal.dumps((error.errno, error.strerror, error.filename)))


def _write_whole(file: IO[bytes], packed: bytes) -> None:
    done = file.write(packed)
    while done < len(packed):
        done += file.write(packed[done:])


_PLAIN, _OBJECTS = b"m", b"p"


def _pack(numbered: tuple[int, Any]) -> bytes:
    """A result as bytes: text, numbers, lists and maps at a third of the cost of other objects."""
    try:
        return _PLAIN + marshal.dumps(numbered)
    except ValueError:
        return _OBJECTS + pickle.dumps(numbered, pickle.HIGHEST_PROTOCOL)


def _unpack(packed: bytes) -> tuple[int, Any]:
    """What `_pack` was given, by a child of this process."""
    content = memoryview(packed)[1:]
    numbered: tuple[int, Any] = (marshal if packed[:1] == _PLAIN else pickle).loads(content)
    return numbered
