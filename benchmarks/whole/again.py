"""Builds after edits: the project is changed, built again as an officer would, and changed once more."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from benchmarks.contest import ENVIRONMENT, OCOP
from benchmarks.measure import measure
from benchmarks.runs import Run
from benchmarks.whole.edits import EDITS, EditedProject
from benchmarks.whole.outcome import Again, read_counts


def build_again(folder: Path, runs: int) -> Mapping[str, Again]:
    """Make every edit in turn, `runs` times, and build after each; the project in `folder` has just been built."""
    project = EditedProject(folder)
    builds: dict[str, list[Run]] = defaultdict(list)
    for number in range(runs):
        for name, (_, edit) in EDITS.items():
            edit(project, number)
            command = (OCOP, "build", "--as-of", project.day.isoformat())
            builds[name].append(measure(command, folder, ENVIRONMENT))
    return {name: _again(done) for name, done in builds.items()}


def _again(builds: list[Run]) -> Again:
    told = [read_counts(build.said) for build in builds]
    return Again(
        tuple(build.wall for build in builds),
        tuple(written for _, written, _ in told),
        tuple(removed for _, _, removed in told),
    )
