"""Projects with a ledger."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.build.project import Project, small_project

Ocop = Callable[..., str]


@pytest.fixture
def ocop() -> Ocop:
    """What a command says of a project, in English, without a process of its own: `ocop(made, "codes")`."""

    def run(project: Project, *words: str) -> str:
        told = CliRunner().invoke(main, [*words, "-f", project.config, "--lang", "en"])
        assert told.exception is None or isinstance(told.exception, SystemExit), told.exception
        return told.output

    return run


@pytest.fixture
def made(tmp_path: Path, ocop: Ocop) -> Project:
    """A small project whose two products have codes."""
    project = small_project(tmp_path / "project")
    assert ocop(project, "codes") == "codes: 2 new, 2 ids in the ledger\n"
    return project
