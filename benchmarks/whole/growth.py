"""How a cold build grows with the number of products: the same project at several sizes, in one language."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.contest import OURS, Contest
from benchmarks.runs import Runs
from benchmarks.whole.outcome import Grown

LANGUAGES = ("vi",)


def measure_growth(folder: Path, sizes: Sequence[int], runs: int, seed: int) -> Mapping[int, Grown]:
    """Build every size once for memory, then `runs` times with a stopwatch, the smallest first."""
    return {size: _measure(folder / str(size), size, runs, seed) for size in sorted(sizes)}


def _measure(folder: Path, size: int, runs: int, seed: int) -> Grown:
    contest = Contest(folder, size, LANGUAGES, seed)
    site = contest.settings.site
    builds = Runs(partial(contest.build, OURS), site)
    builds.run(memory=True)
    for _ in range(runs):
        builds.run()
    return Grown(builds.side(), sum(file.stat().st_size for file in (site / "search").rglob("*") if file.is_file()))
