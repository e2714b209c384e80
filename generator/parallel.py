"""Work over many items in several processes that share what the parent already has in memory.

Forked children see the parent's objects without copying; only results travel back. With one process, or few items,
everything runs in place. Platforms without fork run in place too.
"""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
WORTH_A_PROCESS = 400
"""Fewest items that pay for the start of another process."""


class WorkerError(RuntimeError):
    """A child process ended without a result."""


def processes_for(items: int, limit: int | None = None) -> int:
    """How many processes pay for this many items; never more than `limit` or the processors this process may use."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not hasattr(os, "fork"):
        return 1
    return max(1, min(limit or available, available, items // WORTH_A_PROCESS))


def run_parts(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], processes: int | None = None
) -> list[Result]:
    """Call `work` on parts of `items`, one part a process, and return the results in the order of the parts.

    `processes` None lets the number of items decide. Raises `WorkerError` when a child dies.
    """
    count = processes_for(len(items)) if processes is None else processes
    if count <= 1:
        return [work(items)]
    parts = [items[number * len(items) // count : (number + 1) * len(items) // count] for number in range(count)]
    context = multiprocessing.get_context("fork")
    running = [_start(context, work, part) for part in parts[1:]]
    first = work(parts[0])
    return [first, *(_finish(process, pipe) for process, pipe in running)]


def _start(
    context: multiprocessing.context.ForkContext, work: Callable[[Sequence[Item]], Result], part: Sequence[Item]
) -> tuple[multiprocessing.context.ForkProcess, Connection]:
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send_result, args=(work, part, sender))
    process.start()
    sender.close()
    return process, receiver


def _send_result(work: Callable[[Sequence[Item]], Result], part: Sequence[Item], sender: Connection) -> None:
    sender.send(work(part))
    sender.close()


def _finish(process: multiprocessing.context.ForkProcess, receiver: "Connection") -> Result:
    try:
        result: Result = receiver.recv()
    except EOFError as error:
        message = "a worker process ended without a result; its message stands above"
        raise WorkerError(message) from error
    finally:
        process.join()
        receiver.close()
    return result
