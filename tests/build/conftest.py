"""Small projects, built for real."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.project import Project, small_project

MakeProject = Callable[[str], Project]


@pytest.fixture
def made(tmp_path: Path) -> Project:
    """A small project, not built yet."""
    return small_project(tmp_path / "project")


@pytest.fixture
def built(made: Project) -> Project:
    """A small project with its site."""
    made.build()
    return made
