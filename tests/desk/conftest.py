"""Runs the scripts of the desk that touch no page under Node."""

import base64
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
RUNNER = Path(__file__).with_name("run.js")
LONGEST = 30
"""Seconds."""

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def run() -> Run:
    """What an expression gives: `run("OCOP.csv(given.rows)", rows=[["a"]])`; bytes where it gives bytes."""

    def evaluate(expression: str, **given: object) -> Any:
        asked = json.dumps({"expression": expression, "given": given})
        command = [str(ROOT / ".venv" / "bin" / "node"), str(RUNNER), str(ROOT / "theme" / "scripts")]
        done = subprocess.run(command, input=asked, capture_output=True, check=False, timeout=LONGEST, encoding="utf-8")
        assert "" == done.stderr
        answer = json.loads(done.stdout)
        return base64.b64decode(answer["base64"]) if "base64" in answer else answer.get("value")

    return evaluate
