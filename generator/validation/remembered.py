"""What the last build found out about each record by itself: a file that is still the same is not read again.

What records mean beside others is judged in every build.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.cached import read_plain, write_plain
from generator.records.reader import Reading, State
from generator.validation.examiner import Examined

FILE = "records.bin"
_TICK = 100_000_000
"""Nanoseconds in which a file may change twice and look the same, on any file system."""
_NOTHING: Examined = (b"", (), ())
"""What is found out about a workbook as a whole."""
Remembered = tuple[str, State | None, Examined]
"""Fingerprint of a file, how it looked when that tells it from every other content, and what was found out."""


class Memory:
    """What is remembered, by the names of the files."""

    def __init__(self, cache: Path | None, registers: str, day: date) -> None:
        """Read what a cache remembers of records judged by the registers of this fingerprint.

        Nothing is known when it is of other registers or of a later day. On a new day records that are right stay
        right; what is wrong with others is looked for again.
        """
        self._cache = cache
        self._registers = registers
        self._day = day.toordinal()
        content: tuple[str, int, dict[str, Remembered]] | None = read_plain(cache and cache / FILE)
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
        if not (self._is_same and kept == self._records):
            write_plain(self._cache and self._cache / FILE, (self._registers, self._day, kept))

    def _after(self, reading: Reading) -> Iterator[tuple[str, Remembered]]:
        unread = {issue.source.file for issue in reading.issues}
        is_settled = settled(reading.states.values())
        yield from ((book, (print_, None, _NOTHING)) for book, print_ in reading.books.items())
        for record in reading.records:
            if record.file not in unread:
                state = reading.states.get(record.file)  # none of a record in a workbook
                known = state if state and is_settled(state) else None
                yield record.file, (record.fingerprint, known, record.made)  # type: ignore[misc]


def settled(states: Iterable[State]) -> Callable[[State], bool]:
    """Tells whether a file of these will look different when it changes once more.

    It will if it was there when a newer one was: else it may change twice in one tick of the clock of the file system.
    """
    newest = max((changed for _, _, changed in states), default=0)
    return lambda state: state[2] < newest - _TICK
