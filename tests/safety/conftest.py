"""Small projects, built for real."""

from pathlib import Path

import pytest

from tests.build.project import Project, small_project


@pytest.fixture
def made(tmp_path: Path) -> Project:
    """A small project, not built yet."""
    return small_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with its site, for looking only."""
    project = small_project(tmp_path_factory.mktemp("site") / "project")
    project.build()
    return project
