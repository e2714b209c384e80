"""Joins the theme's styles, scripts and the scripts' texts into files whose names carry the hash of their content.

A folder below `theme/scripts` or `theme/styles` is a bundle of its own, which only some pages or moments need.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

HEAD_SCRIPT = "head.js"
"""The one script that runs before the page is painted; kept apart from the others."""
SPOKEN_BY_SCRIPTS = (
    "search.",
    "browse.",
    "tray.",
    "standing.",
    "stars.",
    "card.",
    "mark.past",
    "pages.",
    "listing.count.",
    "unit.days.",
)
"""Beginnings of the keys of all texts that the bundles may show; the pages of the desk bring theirs themselves."""

_COMMENT = re.compile(r"^\s*(?:/\*(?:[^*]|\*(?!/))*\*/\s*$|//.*$)", re.MULTILINE)
"""A comment with lines to itself: the only kind that can be told from text without reading the language."""
_INDENT = re.compile(r"\n\s+")


@dataclass(frozen=True, slots=True)
class Assets:
    """Site-relative names of the joined files, and their contents by name."""

    styles: str
    scripts: str
    head_script: str
    sheets: dict[str, str]
    """Style sheets of the folders of `theme/styles`, by folder."""
    bundles: dict[str, str]
    """Scripts of the folders of `theme/scripts`, by folder."""
    words: dict[str, str]
    """Texts for the bundles, by language."""
    files: dict[str, str]


def make_assets(theme: Path) -> Assets:
    """Join `theme/styles/*.css` and `theme/scripts/*.js`, and each folder of theirs, in the order of their names."""
    scripts = [script for script in sorted((theme / "scripts").glob("*.js")) if script.name != HEAD_SCRIPT]
    styles = _name("catalogue", "css", _join((theme / "styles").glob("*.css")))
    main = _name("catalogue", "js", _join_scripts(scripts))
    head = _name("head", "js", _join_scripts([theme / "scripts" / HEAD_SCRIPT]))
    sheets = {one.name: _sheet(one) for one in _folders(theme / "styles")}
    bundles = {one.name: _name(one.name, "js", _join_scripts(one.glob("*.js"))) for one in _folders(theme / "scripts")}
    locales = sorted((theme / "locales").glob("*.yml"))
    words = {one.stem: _name(f"words.{one.stem}", "js", _words(one)) for one in locales}
    return Assets(
        styles[0],
        main[0],
        head[0],
        {folder: path for folder, (path, _) in sheets.items()},
        {folder: path for folder, (path, _) in bundles.items()},
        {language: path for language, (path, _) in words.items()},
        dict([styles, main, head, *sheets.values(), *bundles.values(), *words.values()]),
    )


def sheet_path(theme: Path, folder: str) -> str:
    """The site-relative name of a style sheet that only some pages need."""
    return _sheet(theme / "styles" / folder)[0]


def _sheet(folder: Path) -> tuple[str, str]:
    return _name(folder.name, "css", _join(folder.glob("*.css")))


def _name(stem: str, suffix: str, text: str) -> tuple[str, str]:
    """The name of a joined file, and its content."""
    return f"assets/{stem}.{sha256(text.encode()).hexdigest()[:8]}.{suffix}", text


def _folders(place: Path) -> Iterator[Path]:
    return (folder for folder in sorted(place.iterdir()) if folder.is_dir())


def _join(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in sorted(files)) + "\n"


def _join_scripts(files: Iterable[Path]) -> str:
    """Scripts without the comments and indents that only their authors need: a third of the bytes."""
    return _INDENT.sub("\n", _COMMENT.sub("", "\n" + _join(files))).lstrip()


def _words(locale: Path) -> str:
    texts = yaml.load(locale.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    spoken = {key: str(text) for key, text in texts.items() if key.startswith(SPOKEN_BY_SCRIPTS)}
    return f"OCOP.words={json.dumps(spoken, ensure_ascii=False, separators=(',', ':'))};\n"
