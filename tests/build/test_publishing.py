"""How a site is published: in which order, under which names, and what becomes of what others have left."""

import os
from pathlib import Path

import pytest

from tests.build.killed import leftovers
from tests.build.project import TEA, Project


@pytest.fixture
def changed(built: Project) -> Project:
    """A project with its site; a product is new since, one is gone, and the theme and every page differ."""
    built.configure(site_name="Danh mục khác")
    built.product("tra-moi", {**TEA, "name": {"vi": "Trà mới"}})
    (built.products / "records/tuyen-quang/mat-ong.yml").unlink()
    built.write("theme/styles/new.css", ".cat-new { color: red }\n")
    return built


def test_nothing_is_named_before_it_is_there(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Assets and parts of the index come first, then new pages, the others, what lists pages, at last removals."""
    done: list[tuple[str, bool]] = []
    replace, unlink = os.replace, Path.unlink

    def note(written: str, place: str) -> None:
        stood = Path(place).exists()
        replace(written, place)
        if Path(place).is_relative_to(changed.site):
            done.append((str(Path(place).relative_to(changed.site)), stood))

    removed: list[int] = []

    def remove(path: Path, **more: bool) -> None:
        if path.is_relative_to(changed.site):
            removed.append(len(done))
        unlink(path, **more)

    monkeypatch.setattr("os.replace", note)
    monkeypatch.setattr(Path, "unlink", remove)
    written = changed.build()
    assert len(done) == written.changed
    assert [len(done)] * written.removed == removed[: written.removed]
    ranks = [rank(path, stood=stood) for path, stood in done]
    assert sorted(ranks) == ranks
    assert {0, 1, 2, 3} == set(ranks)
    assert {"search/vi/index.js", "search/en/index.js"} == {path for path, _ in done[-2:]}
    assert {"assets", "search"} <= {path.partition("/")[0] for path, stood in done if not stood}


def rank(path: str, *, stood: bool) -> int:
    """New files that are not pages, new pages, pages that stood there before, all else."""
    page = path.endswith(".html")
    return (2 if page else 3) if stood else int(page)


def test_what_a_killed_build_left_is_removed(changed: Project) -> None:
    """Beside the site, inside it, and the parts that older versions wrote."""
    for path in (".site.new/vi/index.html", "site/.site.new/0123", ".site.lock", "site/vi/index.html.part"):
        changed.write(path, "half")
    written = changed.build()
    assert [] == leftovers(changed.folder)
    assert [] == [path for path in changed.files() if path.endswith(".part")]
    changed.configure(site_dir="again")
    again = changed.folder / "again"
    changed.site = again
    assert written.files == changed.build().files


def test_nothing_unfinished_stands_in_the_site_while_it_is_made(
    changed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the first file is put in its place, the folder of the site holds what it held."""
    before, seen = changed.hashes(), []
    replace = os.replace

    def look(written: str, place: str) -> None:
        if not seen:
            seen.append(changed.hashes())
        replace(written, place)

    monkeypatch.setattr("os.replace", look)
    changed.build()
    assert [before] == seen


def test_an_empty_folder_is_filled_with_pages_last(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands at the top is moved in a whole, after what its pages name."""
    made.site.mkdir()
    done: list[str] = []
    rename = os.rename

    def note(written: str, place: str) -> None:
        rename(written, place)
        done.append(Path(place).name)

    monkeypatch.setattr("os.rename", note)
    made.build()
    pages = {"404.html", "en", "vi", "index.html"}
    moved = [name for name in done if not name.startswith(".")]
    assert {path.name for path in made.site.iterdir()} == set(moved)
    assert "index.html" == moved[-1]
    assert pages == set(moved[-len(pages) :])


def test_a_site_that_is_a_link_stays_one(made: Project, tmp_path: Path) -> None:
    """The folder it leads to is published to, whether or not it is there."""
    made.site.symlink_to(tmp_path / "www")
    made.build()
    made.build()
    assert made.site.is_symlink()
    assert (tmp_path / "www/vi/index.html").exists()
    assert [tmp_path / "project", tmp_path / "www"] == sorted(tmp_path.iterdir())
