"""A record as written: strings in maps and lists, with the file they come from."""

from collections.abc import Mapping
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
    made: object = None
    """What the next stage made of the record, while others were still being read; the values are left out then."""
