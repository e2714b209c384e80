"""Values of a record in, its file out: only inside the folder of the records, and only what changes of a file."""

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from generator.importing.editing import edit
from generator.importing.models import ordered
from generator.records.raw import Raw
from generator.records.strict_yaml import render

_COMMENT = re.compile(r"(?:^|\s)#")


def has_comments(text: str) -> bool:
    """Whether a record file may hold comments below its head."""
    return bool(_comments(text[len(head(text)) :]))


def _comments(text: str) -> int:
    return sum(bool(_COMMENT.search(line)) for line in text.splitlines())


def loses_comments(path: Path, values: Mapping[str, Raw], model: type[BaseModel]) -> bool:
    """Whether a file is there and has comments that writing these values would lose."""
    text = _read(path) if path.is_file() else ""
    return has_comments(text) and _comments(rewrite(text, values, model)) < _comments(text)


def head(text: str) -> str:
    """The comment lines and blank lines that a record file begins with."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return "".join(lines[:first])


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads to no place outside `folder`, also when links on the way are followed."""
    return path.resolve().is_relative_to(folder.resolve()) and not path.is_symlink()


def rewrite(text: str, values: Mapping[str, Raw], model: type[BaseModel]) -> str:
    """The text of a record file with other values: only what changes is written anew, or else all below the head."""
    edited = edit(text, values, model) if text.strip() else None
    return head(text) + render(ordered(values, model)) if edited is None else edited


def write_record(path: Path, values: Mapping[str, Raw], model: type[BaseModel]) -> None:
    """Write a record file; what of it stays the same stays as it was written.

    The old file stays whole until the new one is there.
    """
    text = rewrite(_read(path) if path.is_file() else "", values, model)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8", newline="")
    fresh.replace(path)


def _read(path: Path) -> str:
    """The text of a file with its own line ends."""
    return path.read_bytes().decode()
