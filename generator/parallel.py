"""Work over many items in several processes that share what the parent already has in memory.

Forked children see the parent's objects without copying; only results travel back. With one process, or few items,
everything runs in place. Platforms without fork run in place too.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
WORTH_A_PROCESS = 400
"""Fewest items that pay for the start of another process."""
PARTS_A_PROCESS = 8
"""Items are dealt out in so many parts, so that a process with easy ones takes more of them."""
MOST_TASKS = 256
"""Each task has a number of one byte."""


class WorkerError(RuntimeError):
    """A child process ended without a result."""


def processes_for(items: int, limit: int | None = None) -> int:
    """How many processes pay for this many items; never more than `limit` or the processors this process may use."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not hasattr(os, "fork"):
        return 1
    return max(1, min(limit or available, available, items // WORTH_A_PROCESS))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python from searching for reference cycles while very many objects are made and none is thrown away."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


def run_parts(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], processes: int | None = None
) -> list[Result]:
    """Call `work` on parts of `items` and return the results in the order of the parts.

    `processes` None lets the number of items decide. Raises `WorkerError` when a child dies.
    """
    count = processes_for(len(items), processes)
    if count <= 1:
        return [work(items)]
    return run_all([partial(work, part) for part in split(items, min(count * PARTS_A_PROCESS, MOST_TASKS))], count)


def split(items: Sequence[Item], parts: int) -> list[Sequence[Item]]:
    """The items in `parts` parts of nearly equal length."""
    size = len(items)
    return [items[number * size // parts : (number + 1) * size // parts] for number in range(parts)]


def run_all(tasks: Sequence[Callable[[], Result]], processes: int) -> list[Result]:
    """Call every task once, each in whichever process is free; the results in the order of the tasks.

    Raises `WorkerError` when a child dies, ValueError for more than `MOST_TASKS` tasks.
    """
    if processes <= 1:
        return [task() for task in tasks]
    numbers = _deal_numbers(len(tasks))
    context = multiprocessing.get_context("fork")
    running = [_start(context, tasks, numbers) for _ in range(processes - 1)]
    try:
        results = _work(tasks, numbers)
        for _, pipe in running:
            results |= _receive(pipe)
    finally:
        os.close(numbers)
        for process, pipe in running:
            _end(process, pipe)
    return [results[number] for number in range(len(tasks))]


def _deal_numbers(count: int) -> int:
    """A pipe that holds the number of each task in a byte; whoever reads a byte has taken the task."""
    reader, writer = os.pipe()
    os.write(writer, bytes(range(count)))
    os.close(writer)
    return reader


def _work(tasks: Sequence[Callable[[], Result]], numbers: int) -> dict[int, Result]:
    """Take tasks until none is left; the results by the number of the task."""
    results: dict[int, Result] = {}
    while taken := os.read(numbers, 1):
        results[taken[0]] = tasks[taken[0]]()
    return results


def _start(
    context: multiprocessing.context.ForkContext, tasks: Sequence[Callable[[], Result]], numbers: int
) -> tuple[multiprocessing.context.ForkProcess, Connection]:
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send_results, args=(tasks, numbers, sender), daemon=True)
    process.start()
    sender.close()
    return process, receiver


def _send_results(tasks: Sequence[Callable[[], Result]], numbers: int, sender: Connection) -> None:
    sender.send(_work(tasks, numbers))
    sender.close()


def _receive(receiver: Connection) -> Any:
    try:
        return receiver.recv()
    except EOFError as error:
        message = "a worker process ended without a result; its message stands above"
        raise WorkerError(message) from error


def _end(process: multiprocessing.context.ForkProcess, receiver: Connection) -> None:
    """End a child: it has sent its results, or nobody wants them after an error."""
    process.kill()
    process.join()
    process.close()
    receiver.close()
