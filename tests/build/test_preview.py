"""Under `mkdocs serve` the page of a saved record is made at once, as the whole build then makes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.plugin import CataloguePlugin, find_plugin
from generator.preview import Preview
from tests.build.project import BROKEN, DAY, TEA, Project, small_project

PAGES = {"vi/p/che-dinh/index.html", "en/p/che-dinh/index.html"}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Project, CataloguePlugin, Preview]]:
    """A project that was built as `mkdocs serve` does, with what is to be seen of it."""
    project = small_project(tmp_path / "project")
    project.configure({"as_of": DAY.isoformat()})
    config = load_config(project.config, strict=True)
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    plugin = find_plugin(config)
    assert plugin.preview
    yield project, plugin, plugin.preview
    config.plugins.on_shutdown()


def test_a_saved_record_is_shown_at_once(served: tuple[Project, CataloguePlugin, Preview]) -> None:
    """Its pages are written in both languages, and nothing else; they are what a whole build makes of it."""
    project, _, preview = served
    before = project.files()
    assert not preview.refresh()
    project.product(record={**TEA, "summary": {"vi": "Chè búp của cây trăm tuổi."}})
    assert preview.refresh()
    after = project.files()
    assert {path for path in after if after[path] != before.get(path)} == PAGES
    assert "Chè búp của cây trăm tuổi." in project.read("vi/p/che-dinh/index.html")
    project.build()
    assert {path: after[path] for path in PAGES} == {path: project.files()[path] for path in PAGES}


@pytest.mark.parametrize(
    "files",
    [
        {"records/lao-cai/broken.yml": BROKEN},
        {"records/lao-cai/che-dinh.yml": BROKEN},
        {"records/lao-cai/new.yml": "name: {vi: Mới}\n"},
        {"records/lao-cai/che-dinh.yml": "name: {vi: Chè}\nimages: [{file: a.jpg, alt: {vi: Ảnh}}]\n"},
        {"records/lao-cai/che-dinh.yml": "name: {vi: Chè}\n", "producers/htx.yml": "name: {vi: HTX}\n"},
        {"registers/synonyms.yml": "groups: []\n"},
    ],
)
def test_whatever_else_is_left_to_the_whole_build(
    served: tuple[Project, CataloguePlugin, Preview], files: dict[str, str]
) -> None:
    """New records and wrong ones, pictures, producers and registers: nothing is written."""
    project, _, preview = served
    before = project.files()
    for name, content in files.items():
        project.write(f"products/{name}", content)
    assert not preview.refresh()
    assert before == project.files()
