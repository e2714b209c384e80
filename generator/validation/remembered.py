"""Records that the last build found sound, as their models: a file that still says the same is not checked again.

Kept in one file of the cache, as flat values in the form that Python keeps compiled modules in (`marshal`): reading it
runs nothing, and a sum over the content tells a damaged file. What records mean beside others is judged in every build.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from generator.fingerprints import program_print
from generator.model.flat import flatten, restore
from generator.records.raw import RawRecord
from generator.records.reader import Reading
from generator.validation.validator import MODELS, Converted, convert_early
from generator.writing import replace_file

FILE = "records.bin"
_SUM = 16
"""Bytes of the sum over the content."""
Remembered = tuple[str, bytes]
"""Fingerprint of a file and its model as flat values, packed."""


class Memory:
    """What is remembered, by the names of the files."""

    def __init__(self, records: Mapping[str, Remembered]) -> None:
        """`records` of the last build."""
        self._records = records
        self.fingerprints = {file: one[0] for file, one in records.items()}
        """Of the contents of the files that are remembered."""

    def convert(self, record: RawRecord) -> RawRecord:
        """A record with its model: the one remembered when its file has not changed, else one made now."""
        if self.fingerprints.get(record.file) != record.fingerprint or record.kind == "register":
            return convert_early(record)
        model = restore(MODELS[record.kind], marshal.loads(self._records[record.file][1]))  # noqa: S302  our own cache
        return record.with_model(Converted(model, ()))

    def after(self, reading: Reading) -> dict[str, Remembered] | None:
        """What to remember of a reading; None when that is what is remembered already."""
        doubtful = {issue.source.file for issue in reading.issues}
        sound = {file: one for file, one in self._sound(reading.records) if file not in doubtful}
        return None if sound.keys() == self._records.keys() and self._is_known(reading) else sound

    def _is_known(self, reading: Reading) -> bool:
        return all(
            self.fingerprints.get(record.file) == record.fingerprint
            for record in reading.records
            if record.kind in MODELS
        )

    def _sound(self, records: Iterable[RawRecord]) -> Iterator[tuple[str, Remembered]]:
        for record in records:
            made = record.made
            if not isinstance(made, Converted) or made.issues or made.sound is None:
                continue
            if self.fingerprints.get(record.file) == record.fingerprint:
                yield record.file, self._records[record.file]
            else:
                yield record.file, (record.fingerprint, marshal.dumps(flatten(made.sound)))


def read_memory(cache: Path | None) -> Memory:
    """What a cache remembers; nothing when it is of another version of this program, or damaged."""
    try:
        content = (cache / FILE).read_bytes() if cache else b""
    except OSError:
        content = b""
    if content[:_SUM] != _sum(content[_SUM:]):
        return Memory({})
    return Memory(marshal.loads(content[_SUM:]))  # noqa: S302  our own cache


def write_memory(cache: Path | None, records: Mapping[str, Remembered] | None) -> None:
    """Remember records; nothing is written without a cache, or for None."""
    if cache is None or records is None:
        return
    content = marshal.dumps(dict(records))
    with suppress(OSError):  # the next build only takes longer
        cache.mkdir(parents=True, exist_ok=True)
        replace_file(cache / FILE, _sum(content) + content)


def _sum(content: bytes) -> bytes:
    """A sum over a content and this program: what another version kept is not understood."""
    return blake2b(content, digest_size=_SUM, key=program_print().encode()).digest()
