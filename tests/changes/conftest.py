"""A small project under git, whose records are written, kept as a commit, and written again."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.build.project import DAY, TEA, Project

Edit = Callable[[Mapping[str, Any], Mapping[str, Any]], list[str]]


class Kept:
    """A project whose states can be kept and compared."""

    def __init__(self, folder: Path) -> None:
        """No records yet, and an empty repository."""
        self.project = Project(folder)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Ask git in the project's folder."""
        own = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(self.project.folder), *own, *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()

    def keep(self) -> str:
        """Keep everything as a commit; gives its name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "state")
        return self.git("rev-parse", "HEAD")

    def changes(self, *arguments: str, since: str = "HEAD") -> Result:
        """What `ocop changes` says."""
        command = ["changes", "--since", since, "--as-of", DAY.isoformat(), "-f", self.project.config, *arguments]
        return CliRunner().invoke(main, command)

    def told(self, *arguments: str, since: str = "HEAD") -> list[str]:
        """The lines it says, when all is well."""
        said = self.changes(*arguments, since=since)
        assert 0 == said.exit_code, said.output
        return said.output.splitlines()


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """The project."""
    return Kept(tmp_path / "project")


@pytest.fixture
def edit(kept: Kept) -> Edit:
    """Writes a tea, keeps it, writes it anew, and gives the remarks on it: fields are put over those of the tea."""

    def remarks(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
        kept.project.producer()
        kept.project.product(record={**TEA, **before})
        kept.keep()
        kept.project.product(record={**TEA, **after})
        return [line.strip() for line in kept.told()[1:] if line.startswith(" ")]

    return remarks
