"""Edits between two builds: each changes what it says, and leaves a catalogue that can be built."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.project import make_project
from benchmarks.synthetic import AS_OF, SEED
from benchmarks.whole.edits import EDITS, EditedProject, change
from generator.build import load
from generator.plugin import read_settings

PRODUCTS = 12


@pytest.fixture
def edited(tmp_path: Path) -> EditedProject:
    """A small project."""
    make_project(tmp_path / "project", PRODUCTS, ("vi",), SEED)
    return EditedProject(tmp_path / "project")


def contents(folder: Path) -> dict[str, bytes]:
    """All files by their paths."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def changed(edited: EditedProject, name: str, number: int) -> list[str]:
    """The folders of the files that an edit changes or makes."""
    before = contents(edited.folder)
    EDITS[name][1](edited, number)
    after = contents(edited.folder)
    return sorted({path for path in after if after[path] != before.get(path)})


def kinds(paths: list[str]) -> Iterator[str]:
    """What the files are."""
    return ("/".join(path.split("/")[:2]) for path in paths)


@pytest.mark.parametrize(
    ("name", "folders"),
    [
        ("nothing", []),
        ("summary", ["products/records"]),
        ("name", ["products/records"]),
        ("price", ["products/records"]),
        ("picture", ["products/images", "products/records"]),
        ("register", ["products/registers"]),
        ("template", ["theme/catalogue"]),
        ("day", []),
    ],
)
def test_an_edit_changes_what_it_says(edited: EditedProject, name: str, folders: list[str]) -> None:
    """One file each; every run changes something anew, and the catalogue stays without a mistake."""
    assert folders == list(kinds(changed(edited, name, 0)))
    assert folders == list(kinds(changed(edited, name, 1)))
    loaded = load(read_settings(str(edited.folder / "mkdocs.yml"), edited.day))
    assert () == loaded.issues
    assert loaded.catalogue is not None
    assert PRODUCTS == len(loaded.catalogue.entries)


def test_every_run_edits_another_record(edited: EditedProject) -> None:
    """A build cannot have anything ready for it."""
    assert changed(edited, "summary", 0) != changed(edited, "summary", 1)


def test_the_day_moves_on(edited: EditedProject) -> None:
    """By one, without a file being touched."""
    EDITS["day"][1](edited, 0)
    assert (date(2026, 11, 23), date(2026, 11, 24)) == (AS_OF, edited.day)


def test_an_edit_that_changes_nothing_is_an_error(tmp_path: Path) -> None:
    """Else a build without work would be told as a quick one."""
    file = tmp_path / "record.yml"
    file.write_text("name: {vi: Chè}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"record\.yml"):
        change(file, re.compile("gone"), "here")
