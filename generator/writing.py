"""Writes files whole, and says which one could not be written and why.

Paths and bytes in; an `UnwritableError` when the machine refuses. Knows nothing of what the files are for.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class UnwritableError(OSError):
    """What the machine would not write: `filename` says where, `errno` and `strerror` why."""


def unwritable(error: OSError, place: str | Path) -> UnwritableError:
    """The same error as one that says that `place` could not be written; one that says so already stays as it is."""
    if isinstance(error, UnwritableError):
        return error
    return UnwritableError(error.errno, error.strerror or str(error), str(place))


@contextmanager
def writing(place: str | Path) -> Iterator[None]:
    """Have every `OSError` of the block say that `place` could not be written."""
    try:
        yield
    except UnwritableError:
        raise
    except OSError as error:
        raise unwritable(error, place) from error


def write_file(place: str, data: bytes) -> int:
    """Write a file that nobody reads before it is whole; when, in nanoseconds, as its file system says.

    Raises `OSError`, and may leave a part then.
    """
    descriptor = os.open(place, _FLAGS, 0o644)
    try:
        # On a disk that is nearly full the system writes a part and says how much.
        done = os.write(descriptor, data)
        while done < len(data):
            done += os.write(descriptor, data[done:])
        return os.fstat(descriptor).st_mtime_ns
    finally:
        os.close(descriptor)


def replace_file(place: Path, data: bytes) -> None:
    """Write a file that others may be reading, or writing too: it is whole at every moment. Raises `OSError`."""
    part = f"{place}.{os.getpid()}.part"
    try:
        write_file(part, data)
        Path(part).replace(place)
    except OSError:
        with suppress(OSError):
            Path(part).unlink()
        raise


def temporary_folder() -> str:
    """Where temporary files go, as it is told to people; the name of the setting when no such folder can be used."""
    try:
        return gettempdir()
    except FileNotFoundError:
        return "TMPDIR"
