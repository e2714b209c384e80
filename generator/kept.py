"""What the last build made, what from, and how the files looked when it ended.

A build reads it to leave out what would come out the same, and writes it anew when all is published. It is gone while a
site is being written: after a build that was broken off, the next one makes everything and compares.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.cached import read_plain, write_plain
from generator.fingerprints import fingerprint

FileState: TypeAlias = "tuple[str, int, int]"
"""A published file: its path, bytes, and when it was written in nanoseconds."""


class Made(NamedTuple):
    """What came of one piece of work: its key, what it was made from, and its files."""

    key: str
    made_from: str
    files: Sequence[FileState]


class Kept:
    """The works of the last build into a folder, by their keys."""

    def __init__(self, site: Path, works: Mapping[str, tuple[str, Sequence[FileState]]]) -> None:
        """`works` has for each key what the work was made from and its files."""
        self._site = str(site)
        self._works = works

    def find(self, key: str, made_from: str) -> Made | None:
        """The work of a key, if it was made from the same and all its files look as they did; else None."""
        kept = self._works.get(key)
        if kept is None or kept[0] != made_from or not all(map(self._is_untouched, kept[1])):
            return None
        return Made(key, made_from, kept[1])

    def paths(self) -> set[str]:
        """All files of all works."""
        return {path for _, files in self._works.values() for path, _, _ in files}

    def _is_untouched(self, file: FileState) -> bool:
        path, size, written = file
        try:
            found = os.stat(f"{self._site}/{path}")  # noqa: PTH116  40,000 Path objects cost a second
        except OSError:
            return False
        return found.st_size == size and found.st_mtime_ns == written


def kept_place(cache: Path, site: Path) -> Path:
    """Where the cache keeps what was built into a site folder; all folders outside the project share one place."""
    project = cache.parent
    name = site.relative_to(project).as_posix() if site.is_relative_to(project) else ""
    return cache / f"built-{fingerprint(name)}"


def read_kept(file: Path | None, site: Path) -> Kept:
    """What is kept of the last build; nothing when there is no such file, or one that cannot be understood."""
    return Kept(site, read_plain(file) or {})


def forget(file: Path | None) -> None:
    """Forget the last build, before its files are changed."""
    if file:
        file.unlink(missing_ok=True)


def write_kept(file: Path | None, works: Iterable[Made]) -> None:
    """Keep what was built. Works that are made from nobody knows what are left out."""
    write_plain(file, {work.key: (work.made_from, work.files) for work in works if work.made_from})
