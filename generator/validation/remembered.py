"""What the last build found out about each record by itself: a file that is still the same is not read again.

Kept in one file of the cache, as plain values in the form that Python keeps compiled modules in (`marshal`): reading it
runs nothing, and a sum over the content tells a damaged file. What records mean beside others is judged in every build.
"""

import marshal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from generator.fingerprints import program_print
from generator.records.reader import Reading, State
from generator.validation.examiner import Examined
from generator.writing import replace_file

FILE = "records.bin"
_SUM = 16
"""Bytes of the sum over the content."""
_TICKS = 100_000_000
"""Nanoseconds before a build in which a file may have changed twice and look the same."""
Remembered = tuple[str, State | None, Examined]
"""Fingerprint of a file, how it looked when that tells it from every other content, and what was found out."""


class Memory:
    """What is remembered, by the names of the files."""

    def __init__(self, cache: Path | None, registers: str, day: date, since: int = 0) -> None:
        """Read what a cache remembers of records judged by the registers of this fingerprint.

        Nothing is known when it is of another version of this program, of other registers or of a later day, or when
        it is damaged. On a new day records that are right stay right; what is wrong with others is looked for again.
        `since` is when the build began, in nanoseconds of the file system.
        """
        self._cache = cache
        self._registers = registers
        self._day = day.toordinal()
        self._since = since
        content = _read(cache)
        of_same = content is not None and content[0] == registers and content[1] <= self._day
        records: dict[str, Remembered] = content[2] if content and of_same else {}
        if content and content[1] != self._day:
            records = {file: one for file, one in records.items() if not one[2][2]}
        self._records = records
        self._is_same = content is not None and of_same and content[1] == self._day
        self.known = {file: one[:2] for file, one in records.items()}
        """Fingerprints of files and how they looked."""

    def recall(self, reading: Reading) -> Reading:
        """The reading with what is remembered of the files of which nothing new was found out."""
        records = self._records
        recalled = [one if one.made is not None else one.with_made(records[one.file][2]) for one in reading.records]
        return replace(reading, records=tuple(recalled))

    def write(self, reading: Reading) -> None:
        """Remember a reading for the next build; nothing is written when all is remembered already."""
        kept = dict(self._after(reading))
        if self._cache is None or (self._is_same and kept == self._records):
            return
        content = marshal.dumps((self._registers, self._day, kept))
        with suppress(OSError):  # the next build only takes longer
            self._cache.mkdir(parents=True, exist_ok=True)
            replace_file(self._cache / FILE, _sum(content) + content)

    def _after(self, reading: Reading) -> Iterator[tuple[str, Remembered]]:
        unread = {issue.source.file for issue in reading.issues}
        for record in reading.records:
            if record.file not in unread:
                state = reading.states[record.file]
                settled = state[2] < self._since - _TICKS
                yield record.file, (record.fingerprint, state if settled else None, record.made)  # type: ignore[misc]


def _read(cache: Path | None) -> tuple[str, int, dict[str, Remembered]] | None:
    try:
        content = (cache / FILE).read_bytes() if cache else b""
    except OSError:
        content = b""
    if content[:_SUM] != _sum(content[_SUM:]):
        return None
    found: tuple[str, int, dict[str, Remembered]] = marshal.loads(content[_SUM:])  # noqa: S302  our own cache
    return found


def moment(cache: Path | None) -> int:
    """What time it is for the file system of a cache, in nanoseconds; 0 without one, when nothing is remembered."""
    if cache is None:
        return 0
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        probe = cache / f"{FILE}.now"
        probe.write_bytes(b"")
        return probe.stat().st_ctime_ns
    return 0


def _sum(content: bytes) -> bytes:
    """A sum over a content and this program: what another version kept is not understood."""
    return blake2b(content, digest_size=_SUM, key=program_print().encode()).digest()
