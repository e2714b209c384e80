"""Writes the published folder: only files whose bytes change are touched, and what is no longer made is removed.

Pieces of work in, files out. Knows nothing of pages.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.kept import FileState, Kept, Made
from generator.urls import output_file

File: TypeAlias = "tuple[str, str | bytes]"
"""Path and content of something to write; a path that ends with a slash is that of a page."""


class Work(NamedTuple):
    """Something that makes files, and the fingerprint of all it makes them from.

    `key` tells it from other works of a build; without `made_from` it is done in every build.
    """

    key: str
    made_from: str
    make: Callable[[], Iterable[File]]

    @property
    def is_page(self) -> bool:
        """Whether it makes one page, whose path is its key."""
        return self.key.endswith("/")


class SiteWriter:
    """Writes files below one folder. Folders already made are remembered, so that each is made once."""

    def __init__(self, folder: Path, kept: Kept | None = None) -> None:
        """`folder` need not exist yet; `kept` says what the last build wrote to it."""
        self._folder = str(folder)
        self._kept = kept or Kept(folder, {})
        self._made: set[str] = set()
        self._fresh = not folder.exists()
        self.changed = 0

    def do(self, work: Work, tell: Callable[[str], None]) -> Made:
        """Do a work and write its files, unless the last build did it with the same and they are still there.

        `tell` hears the path of each file that is done.
        """
        kept = self._kept.find(work.key, work.made_from) if work.made_from else None
        if kept:
            for file in kept.files:
                tell(work.key if work.is_page else file[0])
            return kept
        files = []
        for path, content in work.make():
            files.append(self.write(path, content))
            tell(path)
        return Made(work.key, work.made_from, files)

    def write(self, path: str, content: str | bytes) -> FileState:
        """Write a page (a path that ends with a slash) or a file; equal bytes are left as they are."""
        file = output_file(path)
        place = f"{self._folder}/{file}"
        data = content.encode() if isinstance(content, str) else content
        written = None if self._fresh else _written(place, data)
        if written is None:
            self._make_folder(place.rpartition("/")[0])
            self.changed += 1
            written = _replace(place, data, new=self._fresh)
        return file, len(data), written

    def _make_folder(self, folder: str) -> None:
        if folder in self._made:
            return
        try:
            os.mkdir(folder)  # noqa: PTH102  strings all the way: 40,000 Path objects cost a second
        except FileExistsError:
            pass
        except FileNotFoundError:
            self._make_folder(folder.rpartition("/")[0])
            self._make_folder(folder)
        self._made.add(folder)

    def remove_others(self, kept: Iterable[str]) -> int:
        """Remove every file below the folder that is not in `kept`, and folders left empty; the number of files.

        What begins with a point at the top, such as `.git` and `.nojekyll`, is somebody else's and stays.
        """
        keep = set(kept)
        removed = 0
        for folder, _, files in os.walk(self._folder, topdown=False):
            inside = folder[len(self._folder) + 1 :].replace(os.sep, "/")
            if inside.startswith("."):
                continue
            for name in files:
                path = f"{inside}/{name}" if inside else name
                if path not in keep and not path.startswith("."):
                    Path(folder, name).unlink()
                    removed += 1
            if inside and not os.listdir(folder):  # noqa: PTH208
                Path(folder).rmdir()
        return removed


def _written(place: str, data: bytes) -> int | None:
    """When a file was written, in nanoseconds, if it has exactly these bytes; else None."""
    try:
        found = os.stat(place)  # noqa: PTH116
        if found.st_size != len(data):
            return None
        with open(place, "rb", buffering=0) as stream:  # noqa: PTH123
            return found.st_mtime_ns if stream.read() == data else None
    except (FileNotFoundError, NotADirectoryError):
        return None


def _replace(place: str, data: bytes, *, new: bool) -> int:
    """Write a file; where one stood before, a reader sees the old or the new one, never a part.

    Gives when it was written, in nanoseconds.
    """
    target = place if new else f"{place}.part"
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        os.write(descriptor, data)
        written = os.fstat(descriptor).st_mtime_ns
    finally:
        os.close(descriptor)
    if not new:
        os.replace(target, place)  # noqa: PTH105
    return written
