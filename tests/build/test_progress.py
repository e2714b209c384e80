"""What a build reports of itself, whoever works on it; and that nothing of it gets into the site."""

import shutil

import pytest

from generator import parallel
from generator.plugin import build_site
from generator.progress.phases import Display, Stopwatch
from tests.build.project import DAY, Project


def watched(project: Project, *, timed: bool = False) -> Stopwatch:
    """Build a project; what was reported."""
    with Stopwatch(Display(), timed=timed) as watch:
        build_site(project.config, DAY, watch)
    return watch


def counts(watch: Stopwatch) -> list[tuple[str, int, int | None]]:
    """What was done in each phase, and what had been expected."""
    return [(phase.name, phase.done, phase.total) for phase in watch.phases]


def test_all_that_is_expected_is_done(made: Project) -> None:
    """Files are read, hand-written pages and pages of the catalogue are made, to the last one."""
    told = counts(watched(made))
    assert ["read", "check", "texts", "write", "publish"] == [name for name, _, _ in told]
    assert [] == [name for name, done, total in told if total is not None and done != total]
    assert ["read", "texts", "write"] == [name for name, _, total in told if total]


def test_two_processes_report_what_one_does(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What helpers made is counted and timed as well: the same pages, and seconds of the same folders."""
    alone = watched(made, timed=True)
    shutil.rmtree(made.site)
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    made.configure({"processes": 2})
    together = watched(made, timed=True)
    assert counts(alone) == counts(together)
    assert sorted(alone.folders) == sorted(together.folders)
    assert 0 < sum(together.folders.values())


def test_nothing_measured_gets_into_the_site(built: Project) -> None:
    """Built with a stopwatch or without: the same bytes."""
    before = built.hashes()
    assert {} == watched(built).folders
    watched(built, timed=True)
    assert before == built.hashes()
