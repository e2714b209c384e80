"""What the parts of the search's benchmark come to, before it is put into figures and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Files:
    """What is to be put on a host: bytes as written, bytes as sent, and how many files."""

    size: int
    sent: int
    count: int


@dataclass(frozen=True, slots=True)
class Side:
    """The index of one side: seconds by the clock, middle of all runs, and what was written."""

    seconds: float
    files: Files


@dataclass(frozen=True, slots=True)
class IndexResult:
    """The index of all sides at one size."""

    ours: Side
    facts: Files
    """Files of facts for comparing and enquiries: not part of the index."""
    with_reading: float
    """Seconds of a run of ours that begins with YAML records."""
    in_build: float
    """Seconds of all processors that the index takes in a build."""
    peers: Mapping[str, Side]
    """The peer by its setting."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host sent for one request: its path, and the bytes of head and body."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Results on a page: milliseconds until they were painted, None when they never came, and what was sent."""

    took: float | None
    answers: Sequence[Answer]

    @property
    def size(self) -> int:
        """Bytes sent."""
        return sum(answer.size for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Asked:
    """One query on one side: the answer to the whole of it, and to each letter when it is typed."""

    first: Shown
    letters: Sequence[Shown]
    redrawn: Sequence[float] = ()
    """Milliseconds of the browser alone for a list with other words, see `Phone.redraw`; measured for ours."""


@dataclass(frozen=True, slots=True)
class WireResult:
    """What readers of both sides wait for, at one size."""

    page: int
    """Bytes of the page before anybody turns to the search, without anything of a search."""
    sides: Mapping[str, Sequence[Asked]]


@dataclass(frozen=True, slots=True)
class ExamResult:
    """How many cases there are, how many products were searched, and the queries each side answers wrong."""

    cases: int
    products: int
    wrong: Mapping[str, Sequence[str]]
    """By side; the peer by its setting."""
