"""One build at a time for a folder.

The lock is one that the system takes back when the processes that hold it have ended, in whatever way, so that none is
ever left over. Knows nothing of what is done under it.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.writing import writing

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ATTEMPTS = 100
"""How often a lock is asked for that is removed at the same moment."""
_NOT_OURS = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)


class BusyError(RuntimeError):
    """Another build holds the lock of `folder`."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f"another build is writing to {folder}")
        self.folder = folder


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which need not exist yet.

    Raises `BusyError` when another process holds it, or one that was forked while it was held;
    `UnwritableError` when there is no place for a lock.
    """
    real = folder.resolve()
    lock = real.with_name(f".{real.name}.lock")
    missing = [parent for parent in real.parents if not parent.exists()]
    try:
        with writing(lock.parent):
            descriptor = _acquire(lock, real)
        try:
            yield
        finally:
            _release(descriptor, lock)
    finally:
        for parent in missing:
            with suppress(OSError):
                parent.rmdir()


def _acquire(lock: Path, folder: Path) -> int:
    for _ in range(ATTEMPTS):
        descriptor = _open(lock, folder)
        if not _take(descriptor):
            os.close(descriptor)
            raise BusyError(folder)
        # Whoever held it before may have removed the file after we opened it: then it is nobody's lock.
        if _is_at(descriptor, lock) or _is_at(descriptor, folder):
            return descriptor
        os.close(descriptor)
    raise BusyError(folder)


def _open(lock: Path, folder: Path) -> int:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        return os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        # Only the folder itself may be ours, when it is mounted or was given to us: then it is its own lock.
        if error.errno not in _NOT_OURS or not folder.is_dir():
            raise
        return os.open(folder, os.O_RDONLY)


def _is_at(descriptor: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), place.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(descriptor: int, lock: Path) -> None:
        # Windows removes no file that is open; one that somebody else has opened by now stays theirs.
        os.close(descriptor)
        with suppress(OSError):
            lock.unlink()

else:

    def _take(descriptor: int) -> bool:
        try:
            # Of the two kinds of locks, the one that forked processes hold too.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            # A file system without locks is no reason not to publish.
            if error.errno not in _NO_LOCKS:
                raise
        return True

    def _release(descriptor: int, lock: Path) -> None:
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)
