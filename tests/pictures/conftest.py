"""Small projects, built for real."""

from pathlib import Path

import pytest

from tests.build.project import Project, small_project


@pytest.fixture
def made(tmp_path: Path) -> Project:
    """A small project, not built yet."""
    return small_project(tmp_path / "project")
