"""Plain values kept in a file of the cache: what another version of this program kept, or what was damaged, is nothing.

In the form in which Python keeps compiled modules (`marshal`): reading it runs nothing.
"""

import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from generator.fingerprints import program_print
from generator.writing import replace_file

_SUM = 4
"""Bytes of the sum over the content: it tells a file that was cut short, not one that somebody forged."""


def read_plain(file: Path | None) -> Any:
    """The values of a file; None when there is none that this program has written whole."""
    try:
        content = memoryview(file.read_bytes() if file else b"")
    except OSError:
        return None
    head = program_print().encode()
    begin = len(head) + _SUM
    if content[: len(head)] != head or content[len(head) : begin] != _sum(content[begin:]):
        return None
    return marshal.loads(content[begin:])  # noqa: S302  our own cache


def write_plain(file: Path | None, values: Any) -> None:
    """Keep plain values: text, numbers, bytes, and tuples, lists and maps of them."""
    if file is None:
        return
    content = marshal.dumps(values)
    with suppress(OSError):  # without them the next build only takes longer
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, b"".join((program_print().encode(), _sum(content), content)))


def _sum(content: bytes | memoryview) -> bytes:
    return crc32(content).to_bytes(_SUM)
