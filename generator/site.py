"""Publishes files: what has changed is written aside, and put in its place when all of it is there.

Paths and bytes in, files out. Readers see old or new files, never a part of one; until all is written, and when that
fails, the old site as it was. Unchanged files are not touched. Knows nothing of what pages say.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeAlias

from generator.kept import FileState, Kept, Made
from generator.urls import output_file
from generator.writing import UnwritableError, unwritable, write_file, writing

File: TypeAlias = "tuple[str, str | bytes]"
"""Path and content of something to write; a path that ends with a slash is that of a page."""
Change = tuple[int, str]
"""The turn of a changed file, and its path."""
_NEW_FILE, _NEW_PAGE, _PAGE, _FILE = range(4)
"""Turns in which files are put in their places: no page names what is not there, no feed or sitemap an old page."""


class Work(NamedTuple):
    """Something that makes files, and the fingerprint of all it makes them from.

    `key` tells it from other works of a build; without `made_from` it is done in every build.
    """

    key: str
    made_from: str
    make: Callable[[], Iterable[File]]

    @property
    def is_page(self) -> bool:
        """Whether it makes nothing but pages, one or a group of them."""
        return self.key.endswith("/")


class PartlyPublishedError(UnwritableError):
    """The machine refused when some files were in their places already; each is whole, and the next build goes on."""


class SiteWriter:
    """Writes files of one folder; to be used in a `with` block, by who holds the lock of the folder."""

    def __init__(self, folder: Path, kept: Kept) -> None:
        """`folder` need not exist yet; where it is a link, what it leads to is meant. `kept` is of the last build."""
        self._folder = folder.resolve().as_posix()
        self._kept = kept
        self._aside = ""
        self._fresh = False
        self._made: set[str] = set()
        self._changes: list[Change] = []

    def __enter__(self) -> Self:
        """Remove what a killed build has left aside, and make a place aside anew."""
        with writing(self._folder):
            self._aside, self._fresh = _open_aside(self._folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing aside."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def do(self, work: Work, tell: Callable[[str], None]) -> Made:
        """Do a work and write its files aside, unless the last build did it with the same and they are still there.

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
        """Write a page (a path that ends with a slash) or a file aside; equal bytes are left as they are."""
        file = output_file(path)
        data = content.encode() if isinstance(content, str) else content
        try:
            return file, len(data), self._write(file, data)
        except OSError as error:
            raise unwritable(error, f"{self._folder}/{file}") from error

    def _write(self, file: str, data: bytes) -> int:
        """Gives when the file was written, in nanoseconds; that stays so when it is put in its place."""
        if self._fresh:
            place = f"{self._aside}/{file}"
            self._make_folder(place.rpartition("/")[0])
            return write_file(place, data)
        turn, written = _look(f"{self._folder}/{file}", data)
        if turn is None:
            return written
        self._changes.append((turn, file))
        return write_file(self._place_aside(file), data)

    def _place_aside(self, file: str) -> str:
        """Flat, so that no folders need be made, and the same in whatever process."""
        return f"{self._aside}/{blake2b(file.encode(), digest_size=16).hexdigest()}"

    def take_changes(self) -> list[Change]:
        """What this process wrote since it was last asked; for `publish`, in whichever process."""
        changes, self._changes = self._changes, []
        return changes

    def publish(self, files: set[str], changes: Iterable[Change], strangers: Iterable[str]) -> tuple[int, int]:
        """Put all that was written in its place, then remove what is not in `files` of the last build and `strangers`.

        Gives the numbers of files changed and removed. Raises `UnwritableError`; as a `PartlyPublishedError` once the
        site may have changed.
        """
        if self._fresh and not os.path.lexists(self._folder):
            with writing(self._folder):
                os.rename(self._aside, self._folder)  # noqa: PTH104
            return len(files), 0
        try:
            if self._fresh:
                self._fill()
                return len(files), 0
            ordered = sorted(changes, key=itemgetter(0))
            for _, file in ordered:
                self._put(self._place_aside(file), f"{self._folder}/{file}")
            return len(ordered), self._remove((self._kept.paths() | set(strangers)) - files)
        except OSError as error:
            place = error.filename2 or error.filename or self._folder
            raise PartlyPublishedError(error.errno, error.strerror, place) from error

    def _fill(self) -> None:
        """Move all into an empty folder, which keeps its owner and whatever is mounted or served there."""

        def turn(name: str) -> tuple[bool, bool]:
            page = name.endswith(".html") or os.path.exists(f"{self._aside}/{name}/index.html")  # noqa: PTH110
            return page, name == "index.html"

        for name in sorted(os.listdir(self._aside), key=turn):  # noqa: PTH208
            os.rename(f"{self._aside}/{name}", f"{self._folder}/{name}")  # noqa: PTH104

    def _put(self, written: str, place: str) -> None:
        try:
            os.replace(written, place)  # noqa: PTH105
        except FileNotFoundError:
            self._make_folder(place.rpartition("/")[0])
            os.replace(written, place)  # noqa: PTH105

    def _make_folder(self, folder: str) -> None:
        """Make a folder and those above it; the ones already made are remembered."""
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

    def strangers(self) -> list[str]:
        """Files of the site that the last build is not known to have made; may be asked in another process.

        What begins with a point at the top, such as `.git` and `.nojekyll`, is somebody else's and left out.
        """
        known, found = self._kept.paths(), list[str]()
        folders = [""]
        while folders:
            inside = folders.pop()
            with suppress(OSError), os.scandir(f"{self._folder}/{inside}") as entries:  # no folder, or one of others
                for entry in entries:
                    path = f"{inside}{entry.name}"
                    if entry.is_dir():
                        folders += () if entry.is_symlink() else (f"{path}/",)
                    elif path not in known and not path.startswith("."):
                        found.append(path)
        return found

    def _remove(self, files: Iterable[str]) -> int:
        """Remove files, and folders left empty; how many files were there."""
        removed = 0
        for file in sorted(files):
            place = Path(self._folder, file)
            try:
                place.unlink()
            except FileNotFoundError:
                continue
            removed += 1
            for folder in place.parents[: file.count("/")]:
                if os.listdir(folder):  # noqa: PTH208
                    break
                folder.rmdir()
        return removed


def _open_aside(folder: str) -> tuple[str, bool]:
    """An empty folder from which files move to `folder`: beside it, or else inside; and whether that is empty."""
    above, _, name = folder.rpartition("/")
    aside = f".{name}.new"
    beside, inside = f"{above}/{aside}", f"{folder}/{aside}"
    exists = os.path.lexists(folder)
    fresh = not exists or not set(os.listdir(folder)) - {aside}  # noqa: PTH208
    for place in (beside, inside):
        if os.path.isdir(place):  # noqa: PTH112
            shutil.rmtree(place)
    try:
        os.makedirs(above or "/", exist_ok=True)  # noqa: PTH103
        os.mkdir(beside)  # noqa: PTH102
        if exists:
            # Nothing moves between two mounted folders, nor where we may not write.
            os.rename(beside, inside)  # noqa: PTH104
            os.rename(inside, beside)  # noqa: PTH104
    except OSError:
        with suppress(OSError):
            os.rmdir(beside)  # noqa: PTH106
        if not exists:
            raise
        os.mkdir(inside)  # noqa: PTH102
        return inside, fresh
    return beside, fresh


def _look(place: str, data: bytes) -> tuple[int | None, int]:
    """The turn in which a file is put in its place; None, and when it was written, if it is there with these bytes."""
    page = place.endswith(".html")
    try:
        found = os.stat(place)  # noqa: PTH116
        if found.st_size == len(data):
            with open(place, "rb", buffering=0) as stream:  # noqa: PTH123
                if stream.read() == data:
                    return None, found.st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return (_NEW_PAGE if page else _NEW_FILE), 0
    return (_PAGE if page else _FILE), 0
