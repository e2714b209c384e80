"""Finds an earlier state of the records: a folder, or a commit of the repository, whose files are written aside.

Asks git for what a commit holds and runs nothing else; links and other things that are no plain files are left out.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from generator.records.reader import FOLDERS

_PLAIN_FILES = (b"100644", b"100755")
_PATIENCE = 120
"""Seconds that git may take."""


class NoSuchStateError(Exception):
    """There is no such earlier state; `kind` says why, `value` what was asked for or what git said."""

    def __init__(self, kind: Literal["folder", "commit", "git"], value: str) -> None:
        """`kind` is a part of the key of the words `changes-no-<kind>`."""
        super().__init__(value)
        self.kind = kind
        self.value = value


class _Blob(NamedTuple):
    path: str
    name: bytes


@contextmanager
def earlier_products(since: str, products: Path) -> Iterator[Path]:
    """The folder of products as it was: in a folder that is given, or at a commit of the repository around `products`.

    The folder may be that of a project. A folder goes before a commit of the same name. Raises `NoSuchStateError`.
    """
    given = Path(since)
    if since and given.is_dir():
        yield _products_in(given, products.name)
        return
    looks_like_an_option = since.startswith("-")
    asked = ("rev-parse", "--verify", "--quiet", f"{since}^{{commit}}")
    commit = None if looks_like_an_option else _ask(products.parent, *asked)
    if commit is None:
        raise NoSuchStateError("commit", since)
    with TemporaryDirectory(prefix="catalogue-") as folder:
        _write_aside(_blobs(products, commit.decode().strip()), products.parent, Path(folder))
        yield Path(folder) / products.name


def _products_in(given: Path, name: str) -> Path:
    for folder in (given / name, given):
        if any((folder / kind).is_dir() for kind in FOLDERS):
            return folder
    raise NoSuchStateError("folder", str(given))


def _ask(place: Path, *question: str, told: bytes = b"") -> bytes | None:
    """What git answers in a folder; None when it answers no."""
    try:
        answer = subprocess.run(  # noqa: S603  nothing but git, and what is asked for never stands for an option
            ["git", "-C", os.fspath(place), *question],  # noqa: S607  wherever the system has it
            input=told,
            env=os.environ | {"LC_ALL": "C"},  # what it says is looked at
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError as error:
        raise NoSuchStateError("git", "git") from error
    except subprocess.TimeoutExpired as error:
        raise NoSuchStateError("git", str(error)) from error
    if b"fatal:" in answer.stderr:
        raise NoSuchStateError("git", answer.stderr.decode(errors="replace").strip())
    return answer.stdout if answer.returncode == 0 else None


def _blobs(products: Path, commit: str) -> Iterator[_Blob]:
    """The record files of a commit, by their path from the project's folder."""
    listed = _ask(products.parent, "ls-tree", "-r", "-z", commit, "--", f"{products.name}/") or b""
    for line in listed.split(b"\0")[:-1]:
        described, _, path = line.partition(b"\t")
        mode, _, name = described.split()
        if mode in _PLAIN_FILES and path.endswith((b".yml", b".yaml", b".xlsx")):
            yield _Blob(os.fsdecode(path), name)


def _write_aside(blobs: Iterator[_Blob], project: Path, folder: Path) -> None:
    """Write the files below a folder. Git has no path that leads out of its tree."""
    wanted = list(blobs)
    found = _ask(project, "cat-file", "--batch", told=b"".join(blob.name + b"\n" for blob in wanted)) or b""
    start = 0
    for blob in wanted:
        end = found.index(b"\n", start)
        *_, size = found[start:end].split()
        if not size.isdigit():
            raise NoSuchStateError("git", found[start:end].decode(errors="replace"))  # a clone without old files
        file = folder / blob.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(found[end + 1 : end + 1 + int(size)])
        start = end + int(size) + 2
