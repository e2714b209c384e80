"""A project to build in a folder of its own: synthetic records, the real theme, hand-written pages and settings."""

import shutil
from pathlib import Path

import yaml

from benchmarks.synthetic import write_catalogue

ROOT = Path(__file__).resolve().parent.parent
CACHE = ".cache"
"""Folder of a project in which builds keep things for later ones; said outright, since cold builds must not find it."""


def make_project(folder: Path, products: int, languages: tuple[str, ...], seed: int) -> Path:
    """Make the project below `folder` and return the path of its settings."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "theme", folder / "theme")
    for language in languages:
        shutil.copytree(ROOT / "docs" / language, folder / "docs" / language)
    write_catalogue(folder / "products", ROOT / "products" / "registers", products, seed)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["nav"] = [page for page in config["nav"] if page.split("/")[0] in languages]
    config["plugins"] = [{"catalogue": {"products": "products", "languages": list(languages), "cache": CACHE}}]
    config.pop("watch", None)
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def copy_project(folder: Path) -> None:
    """Copy the real project, with its records, into `folder`."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for part in ("theme", "docs", "products"):
        shutil.copytree(ROOT / part, folder / part)
