"""Plain values kept in a file of the cache: what another version of this program kept, or what was damaged, is nothing.

In the form in which Python keeps compiled modules (`marshal`): reading it runs nothing.
"""

import marshal
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.fingerprints import program_print
from generator.writing import replace_file

_SUM = 16
"""Bytes of the sum over the content."""


def read_plain(file: Path | None) -> Any:
    """The values of a file; None when there is none that this program has written whole."""
    try:
        content = file.read_bytes() if file else b""
    except OSError:
        return None
    if content[:_SUM] != _sum(memoryview(content)[_SUM:]):
        return None
    return marshal.loads(memoryview(content)[_SUM:])  # noqa: S302  our own cache


def write_plain(file: Path | None, values: Any) -> None:
    """Keep plain values: text, numbers, bytes, and tuples, lists and maps of them."""
    if file is None:
        return
    content = marshal.dumps(values)
    with suppress(OSError):  # without them the next build only takes longer
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, _sum(content) + content)


def _sum(content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=_SUM, key=program_print().encode()).digest()
