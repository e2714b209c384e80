"""Reads the register of criteria, which is no YAML: a table of 780 rows is read twenty times as fast."""

from pathlib import Path

from generator.criteria import Criteria
from generator.issues import Issue, Source
from generator.records.reader import LARGEST_FILE, read_text

FILE = "criteria.csv"


def read_criteria(registers: Path) -> Criteria:
    """The register below a folder `products/registers`; an empty one without the file.

    A file that cannot be read is told by the issues of the register.
    """
    path, name = registers / FILE, f"{registers.parent.name}/{registers.name}/{FILE}"
    if path.is_symlink():
        return _unreadable(name, "file-link")
    try:
        content = read_text(str(path)) if path.exists() else b""
    except OSError as error:
        return _unreadable(name, "file-unreadable", value=error.strerror or "")
    if content is None:
        return _unreadable(name, "file-too-large", largest=str(LARGEST_FILE // 1024))
    try:
        return Criteria(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return _unreadable(name, "file-encoding")


def _unreadable(name: str, kind: str, **details: str) -> Criteria:
    return Criteria("", name, (Issue(kind, Source(name), details=details),))
