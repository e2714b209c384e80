"""Indexes written by the generator for tests: of the real catalogue, of synthetic records, and of a few records."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.project import make_project
from generator.build import load
from generator.outputs.document import document_lines, make_document
from generator.pages.texts import read_texts
from generator.plugin import read_settings
from generator.search.index import build_index
from generator.search.source import Source, make_source
from tests.build.project import Project

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)
SEED = 20261123
Published = dict[str, Any]


@dataclass(frozen=True)
class Index:
    """An index in a folder, what it was made from, and the open data of the same products."""

    folder: Path
    source: Source
    document: bytes

    @cached_property
    def products(self) -> dict[str, Published]:
        """The products of the open data by id."""
        return {product["id"]: product for product in json.loads(self.document)["products"]}

    @cached_property
    def files(self) -> dict[str, str]:
        """The text of every file by its path."""
        paths = sorted(path for path in self.folder.rglob("*.js"))
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def write_index(config: str, folder: Path) -> Index:
    """Load the project with these settings and write its index below `folder`."""
    settings = read_settings(config, AS_OF)
    loaded = load(settings)
    catalogue, gallery = loaded.catalogue, loaded.gallery
    assert catalogue is not None, loaded.issues
    assert gallery is not None
    texts = {language: read_texts(settings.theme, language) for language in settings.languages}
    source = make_source(catalogue, gallery, texts)
    for path, content in build_index(source):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())
    lines = document_lines(catalogue.entries, settings, catalogue)
    return Index(folder, source, make_document([lines], settings, settings.as_of)[1])


def real_index(folder: Path) -> Index:
    """The index of the real catalogue."""
    return write_index(str(ROOT / "mkdocs.yml"), folder)


def synthetic_index(folder: Path, products: int, languages: Sequence[str] = ("vi", "en")) -> Index:
    """The index of synthetic records."""
    config = make_project(folder / "project", products, tuple(languages), SEED)
    return write_index(str(config), folder / "site")


def small_index(folder: Path, products: Mapping[str, Mapping[str, Any]], producers: Mapping[str, Any]) -> Index:
    """The index of a few records given by their ids."""
    project = Project(folder / "project")
    for name, record in products.items():
        project.product(name, record)
    for name, record in producers.items():
        project.producer(name, record)
    return write_index(project.config, folder / "site")
