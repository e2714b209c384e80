"""Reads the register of former communes, which is no YAML: a table of 13,000 rows that few records are looked up in."""

from pathlib import Path

from generator.communes import FormerCommunes
from generator.issues import Issue, Source

FILE = "former-communes.csv"
LARGEST = 4 * 1024 * 1024
"""Bytes; the whole country has one million."""


def read_former_communes(registers: Path) -> FormerCommunes:
    """The register below a folder `products/registers`; an empty one without the file.

    A file that cannot be read is told by the issues of the register.
    """
    path, name = registers / FILE, f"{registers.parent.name}/{registers.name}/{FILE}"
    if path.is_symlink():
        return _unreadable(name, "file-link")
    try:
        if not path.exists():
            return FormerCommunes()
        if path.stat().st_size > LARGEST:
            return _unreadable(name, "file-too-large", largest=str(LARGEST // 1024))
        return FormerCommunes(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), name)
    except OSError as error:
        return _unreadable(name, "file-unreadable", value=error.strerror or "")
    except UnicodeDecodeError:
        return _unreadable(name, "file-encoding")


def _unreadable(name: str, kind: str, **details: str) -> FormerCommunes:
    return FormerCommunes("", name, (Issue(kind, Source(name), details=details),))
