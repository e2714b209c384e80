"""What whole builds come to, before it is put into figures and tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.runs import Side

_SAID = re.compile(r"(\d+) files, (\d+) written, (\d+) removed")


@dataclass(frozen=True, slots=True)
class ColdResult:
    """All sides at one size, and how many pages of the peer's equal ours to the last byte."""

    products: int
    languages: tuple[str, ...]
    sides: Mapping[str, Side]
    """`ours`, `hugo`, `pagefind`, `floor`; the runs of all are in the same order."""
    apart: int
    """Bytes at the peak of Hugo when it makes each language in a run of its own."""
    equal: int
    expected: int

    @property
    def fair(self) -> bool:
        """Whether the peer made every product page to the same bytes."""
        return self.equal == self.expected

    @property
    def peers(self) -> tuple[float, ...]:
        """Seconds of both peers together, for each run."""
        pairs = zip(self.sides["hugo"].walls, self.sides["pagefind"].walls, strict=True)
        return tuple(hugo + pagefind for hugo, pagefind in pairs)


@dataclass(frozen=True, slots=True)
class Again:
    """The builds after one kind of edit: seconds of each by the clock, files written and removed."""

    walls: tuple[float, ...]
    written: tuple[int, ...]
    removed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    """One size: the whole build, and bytes of its search index."""

    side: Side
    index: int


@dataclass(frozen=True, slots=True)
class Shared:
    """One choice: the build, and bytes of the shared pages as hosts send them, in order of size."""

    side: Side
    pages: tuple[int, ...]


def read_counts(said: str) -> tuple[int, int, int]:
    """Files of the site, written and removed, as `ocop build` tells them; raises `ValueError` when it does not."""
    found = _SAID.search(said)
    if found is None:
        message = f"not what a build says: {said!r}"
        raise ValueError(message)
    files, written, removed = map(int, found.groups())
    return files, written, removed
