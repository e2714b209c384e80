"""The workflow for pull requests that README shows: its commands do what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.build.project import HONEY, PATIENCE, ROOT
from tests.changes.conftest import Kept


def steps() -> list[dict[str, Any]]:
    """The steps of the one job."""
    (fragment,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (job,) = yaml.safe_load(fragment)["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


@pytest.mark.parametrize("broken", [False, True])
def test_the_workflow_shows_reviewers_what_changes(kept: Kept, broken: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Its summary is Markdown; with a mistake in a record it stops at the check."""
    kept.project.product()
    kept.project.producer()
    base = kept.keep()
    kept.project.product("mat-ong", HONEY)
    if broken:
        kept.project.product("hong", {**HONEY, "awards": [{"stars": "9"}]})
    summary = tmp_path / "summary.md"
    summary.touch()
    environment = os.environ | {"BASE": base, "GITHUB_STEP_SUMMARY": str(summary), "NO_MKDOCS_2_WARNING": "1"}
    codes = []
    for step in steps()[2:]:
        command = step["run"].replace(".venv/bin/ocop", str(Path(sys.executable).with_name("ocop")))
        codes.append(run(command, kept.project.folder, environment))
        if codes[-1]:
            break
    assert ([1] if broken else [0, 0]) == codes
    assert broken != ("### Mới trong danh mục" in summary.read_text(encoding="utf-8"))


def run(command: str, folder: Path, environment: dict[str, str]) -> int:
    """The exit code of a step."""
    ended = subprocess.run(
        ["bash", "-e", "-c", command], cwd=folder, env=environment, check=False, capture_output=True, timeout=PATIENCE
    )
    return ended.returncode


def test_the_workflow_gives_away_nothing() -> None:
    """It may only read, runs for pull requests without secrets, and puts nothing of theirs into a command."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "on: pull_request\npermissions:\n  contents: read\n" in text
    assert [] == [step["run"] for step in steps() if "${{" in step.get("run", "")]
    assert 0 == steps()[0]["with"]["fetch-depth"]
