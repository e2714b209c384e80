"""Joins the theme's styles and scripts, each set into one file whose name carries the hash of its content."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HEAD_SCRIPT = "head.js"
"""The one script that runs before the page is painted; kept apart from the others."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Site-relative names of the joined files, and their contents by name."""

    styles: str
    scripts: str
    head_script: str
    files: dict[str, str]


def make_assets(theme: Path) -> Assets:
    """Join `theme/styles/*.css` and `theme/scripts/*.js` in the order of their names."""
    scripts = sorted((theme / "scripts").glob("*.js"))
    texts = {
        "styles": ("catalogue", "css", _join(sorted((theme / "styles").glob("*.css")))),
        "scripts": ("catalogue", "js", _join([script for script in scripts if script.name != HEAD_SCRIPT])),
        "head_script": ("head", "js", _join([script for script in scripts if script.name == HEAD_SCRIPT])),
    }
    names = {use: _hashed_name(stem, suffix, text) for use, (stem, suffix, text) in texts.items()}
    return Assets(**names, files={names[use]: text for use, (_, _, text) in texts.items()})


def _join(files: list[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in files) + "\n"


def _hashed_name(stem: str, suffix: str, text: str) -> str:
    return f"assets/{stem}.{sha256(text.encode()).hexdigest()[:8]}.{suffix}"
