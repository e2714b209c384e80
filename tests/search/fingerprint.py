"""Prints one hash over all files of a project's index: `python -m tests.search.fingerprint mkdocs.yml`."""

import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.search.indexes import write_index


def fingerprint(config: str) -> str:
    """The hash of paths and contents."""
    with TemporaryDirectory() as folder:
        files = write_index(config, Path(folder)).files
    return sha256("\0".join(f"{path}\0{text}" for path, text in files.items()).encode()).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(fingerprint(sys.argv[1]))
