"""A record as written: strings in maps and lists, with the file they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.issues import Issue

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"
Kind = Literal["product", "producer", "register"]


@dataclass(frozen=True, slots=True)
class RawRecord:
    """What an officer wrote. `file` is relative to the project, with forward slashes; `id` is the file's name."""

    kind: Kind
    id: str
    file: str
    values: Mapping[str, Raw]
    remarks: tuple[Issue, ...] = ()
    """What an officer should know of how the file was read."""
    fingerprint: str = ""
    """Of the content of the file."""
    made: object = None
    """What the next stage made of it where it was read, as plain values; the values of the record are left out then."""

    def with_made(self, made: object) -> "RawRecord":
        """The same record with what was made of it."""
        return RawRecord(self.kind, self.id, self.file, {}, (), self.fingerprint, made)


def without_blanks(values: Mapping[str, Raw]) -> dict[str, Raw]:
    """The same values without the keys an officer left empty, as in a form, at any depth; items of lists stay.

    A field that holds nothing is the same as one that is not there.
    """
    if _is_full(values.values()):
        return dict(values)
    kept: dict[str, Raw] = {}
    for key, value in values.items():
        full = value if type(value) is str else _full(value)
        if full or ":" in key:  # no field that was left empty: {vi:Trà} is one word to YAML
            kept[key] = full
    return kept


def _is_full(values: Iterable[Raw]) -> bool:
    """Whether nothing was left empty, as is usual: to know takes a quarter of the time of making everything anew."""
    for value in values:
        if not value or (type(value) is not str and not _is_full(value.values() if type(value) is dict else value)):
            return False
    return True


def _full(value: Raw) -> Raw:
    if isinstance(value, dict):
        return without_blanks(value)
    return [_full(item) for item in value] if isinstance(value, list) else value
