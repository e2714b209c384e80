"""What is kept of a benchmark: `RESULTS.md` for people, a section for each part, and `results.json` for programs.

A part that is measured anew replaces what it said before and leaves the others as they are.
"""

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.headline import with_headline

FOLDER = Path(__file__).parent
TITLE = "# Benchmark\n"
SECTIONS = ("Build", "Growth", "Pages", "Search")
"""Headings, in their order."""
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)


def read_figures(folder: Path = FOLDER) -> dict[str, Any]:
    """All figures that are kept."""
    file = folder / "results.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def write_figures(figures: dict[str, Any], folder: Path = FOLDER) -> None:
    """Keep figures in the place of all that were kept; the headline is taken from them anew."""
    text = json.dumps(with_headline(figures), indent=2, ensure_ascii=False)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")


def write_section(heading: str, text: str, folder: Path = FOLDER) -> None:
    """Put a section in its place in `RESULTS.md`; headings inside begin with `###`."""
    file = folder / "RESULTS.md"
    sections = split_sections(file.read_text(encoding="utf-8")) if file.exists() else {}
    sections[heading] = text.strip()
    parts = [f"## {name}\n\n{sections[name]}\n" for name in SECTIONS if name in sections]
    file.write_text("\n".join([TITLE, *parts]), encoding="utf-8")


def split_sections(page: str) -> dict[str, str]:
    """The texts of a page by the headings they stand below."""
    _, *parts = _SECTION.split(page)
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}
