"""Projects to import into."""

from pathlib import Path

import pytest

from tests.importing.project import REAL_LIST, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without records."""
    return Project(tmp_path)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the 240 real products; tests only look at it."""
    found = Project(tmp_path_factory.mktemp("real"))
    found.import_list(REAL_LIST)
    return found
