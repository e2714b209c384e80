"""`ocop build` that notes what the search index takes of it: `python -m benchmarks.search.in_build DAY LOG`.

Every process appends a line to the log for each part it makes: seconds of its processor, writing of the files among
them. The site is the same.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from generator import works
from generator.plugin import build_site
from generator.search.index import Part, SearchIndex
from generator.search.source import File


def main(as_of: str, log: str) -> None:
    """Build the project of the folder it is started in."""
    note = partial(append_seconds, Path(log))
    make_source = works.make_source

    def timed_source(*arguments: Any) -> Any:
        start = time.process_time()
        source = make_source(*arguments)
        note(time.process_time() - start)
        return source

    class TimedIndex(SearchIndex):
        """Notes how long everything takes that it makes."""

        def __init__(self, source: Any) -> None:
            start = time.process_time()
            super().__init__(source)
            note(time.process_time() - start)

        def parts(self) -> list[list[Part]]:
            """The parts, each with a stopwatch."""
            start = time.process_time()
            parts = super().parts()
            note(time.process_time() - start)
            return [list(map(self._timed, some)) for some in parts]

        def cards(self, language: str) -> Iterator[Part]:
            """The files of cards, each with a stopwatch."""
            return map(self._timed, super().cards(language))

        def _timed(self, part: Part) -> Part:
            return part._replace(make=partial(timed, part.make, note))

        def directories(self, paths: Iterable[str]) -> Iterator[File]:
            """The directories, with a stopwatch."""
            return timed(partial(super().directories, paths), note)

    works.make_source = timed_source  # type: ignore[attr-defined]
    works.SearchIndex = TimedIndex  # type: ignore[misc,attr-defined]
    build_site("mkdocs.yml", date.fromisoformat(as_of))


def timed(make: Callable[[], Iterable[File]], note: Callable[[float], None]) -> Iterator[File]:
    """What `make` gives; the time from the first file asked for to the last one written is noted."""
    start = time.process_time()
    yield from make()
    note(time.process_time() - start)


def append_seconds(log: Path, seconds: float) -> None:
    """Add a line to the log; short enough that lines of several processes do not mix."""
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{seconds:.6f}\n")


def read_seconds(log: Path) -> float:
    """The sum of all lines."""
    return sum(map(float, log.read_text(encoding="utf-8").split()))


if __name__ == "__main__":
    main(*sys.argv[1:])
