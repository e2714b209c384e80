"""Fingerprints: a few letters that tell whether anything has changed that something is made from.

What is made from the same comes out the same, so a build need not make it again (`kept.py`).
"""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

LENGTH = 12
"""Bytes of a fingerprint; of a million files, two share one with a chance of one in 10¹⁷."""
_LIBRARIES = ("jinja2", "markupsafe", "babel", "pydantic", "pillow", "pyyaml", "phonenumberslite", "python-stdnum")
"""Libraries whose versions show in what is made; MkDocs and its theme show in the shells themselves."""


def fingerprint(*parts: str) -> str:
    """The fingerprint of texts in this order; where one ends and the next begins counts too."""
    return content_print("\0".join(parts).encode())


def content_print(content: bytes) -> str:
    """The fingerprint of the content of a file."""
    return blake2b(content, digest_size=LENGTH).hexdigest()


def folder_print(folder: Path, patterns: Iterable[str] = ("*",)) -> str:
    """The fingerprint of all files below a folder whose names match: of their paths and what they hold."""
    files = sorted({file for pattern in patterns for file in folder.rglob(pattern) if file.is_file()})
    return fingerprint(*(f"{file.relative_to(folder).as_posix()} {content_print(file.read_bytes())}" for file in files))


@cache
def program_print() -> str:
    """The fingerprint of this program and of the libraries that it makes files with."""
    own = folder_print(Path(__file__).parent, ("*.py", "*.yml"))
    return fingerprint(own, *(f"{name} {version(name)}" for name in _LIBRARIES))
