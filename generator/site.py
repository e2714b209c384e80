"""Writes the published folder: only files whose bytes change are touched, and what is no longer made is removed.

Paths and bytes in, files out. Knows nothing of pages.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.urls import output_file


class SiteWriter:
    """Writes files below one folder. Folders already made are remembered, so that each is made once."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._folder = str(folder)
        self._made: set[str] = set()
        self._fresh = not folder.exists()
        self.changed = 0

    def write(self, path: str, content: str | bytes) -> None:
        """Write a page (a path that ends with a slash) or a file; equal bytes are left as they are."""
        file = output_file(path)
        place = f"{self._folder}/{file}"
        data = content.encode() if isinstance(content, str) else content
        if not self._fresh and _holds(place, data):
            return
        self._make_folder(place.rpartition("/")[0])
        self.changed += 1
        _replace(place, data, new=self._fresh)

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


def _holds(place: str, data: bytes) -> bool:
    """Whether a file has exactly these bytes."""
    try:
        if os.stat(place).st_size != len(data):  # noqa: PTH116
            return False
        with open(place, "rb", buffering=0) as stream:  # noqa: PTH123
            return stream.read() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def _replace(place: str, data: bytes, *, new: bool) -> None:
    """Write a file; where one stood before, a reader sees the old or the new one, never a part."""
    target = place if new else f"{place}.part"
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)
    if not new:
        os.replace(target, place)  # noqa: PTH105
