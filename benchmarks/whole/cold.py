"""The cold build of everything beside Hugo making the product pages and Pagefind indexing them, in turns.

Beside them stands the least that any generator needs: writing the same files from memory.
"""

import json
import sys
from pathlib import Path

from benchmarks.contest import ENVIRONMENT, Contest
from benchmarks.measure import measure
from benchmarks.runs import Run, Runs, take_turns
from benchmarks.search.pagefind import make_command
from benchmarks.whole.outcome import ColdResult

SETTING = "product"
"""Of Pagefind: as its makers advise, on the element of the product."""


class Cold:
    """The projects of one size in a folder of their own. After `run`, ours is as its last build left it."""

    def __init__(self, folder: Path, products: int, languages: tuple[str, ...], seed: int) -> None:
        """Make the synthetic project."""
        self.contest = Contest(folder, products, languages, seed)
        self._bundle, self._copy = folder / "pagefind", folder / "floor"

    @property
    def project(self) -> Path:
        """The folder of our project."""
        return self.contest.project

    def run(self, runs: int) -> ColdResult:
        """Run every side once for memory, then `runs` times with a stopwatch."""
        ours, hugo = self.contest.start()
        pagefind, floor = Runs(self._index, self._bundle), Runs(self._write, self._copy)
        pagefind.run(memory=True)
        apart = self.contest.peer_memory_apart()
        sides = {"ours": ours, "hugo": hugo, "pagefind": pagefind, "floor": floor}
        take_turns(sides.values(), runs)
        contest = self.contest
        return ColdResult(
            contest.products,
            contest.settings.languages,
            {name: side.side() for name, side in sides.items()},
            apart,
            contest.equal(),
            contest.expected,
        )

    def _index(self, memory: bool) -> Run:  # noqa: FBT001  as `Runs` asks for it
        """Index Hugo's pages of all languages with Pagefind."""
        self.contest.aside.put(self._bundle)
        public = self.contest.public
        command = make_command(public, self.contest.settings.languages, SETTING, self._bundle)
        return measure(command, public, {}, memory=memory)

    def _write(self, _: bool) -> Run:  # noqa: FBT001
        """Write the files of our site from memory; only the writing counts."""
        self.contest.aside.put(self._copy)
        command = (sys.executable, "-m", "benchmarks.whole.floor", str(self.contest.settings.site), str(self._copy))
        taken = json.loads(measure(command, self.project, ENVIRONMENT).said)
        return Run(taken["wall"], taken["cpu"], 0)
