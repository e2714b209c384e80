"""Same records, same day: the same bytes, wherever and however the site is built."""

from pathlib import Path

import pytest

from generator import parallel
from tests.build.project import DAY, TEA, Project, run, small_project

INDEX = "search/"


def test_two_builds_into_fresh_folders_are_equal(made: Project) -> None:
    """A second build into an empty folder gives every file again, byte for byte."""
    made.build()
    first = made.hashes()
    made.configure(site_dir="again")
    made.site = made.folder / "again"
    made.build()
    assert first == made.hashes()


def test_a_second_build_touches_nothing(built: Project) -> None:
    """No file is written again when its bytes are the same."""
    before = times(built)
    written = built.build()
    assert (0, 0) == (written.changed, written.removed)
    assert before == times(built)


def test_another_folder_gives_the_same_site(built: Project, tmp_path: Path) -> None:
    """Where the project stands does not show in the site."""
    elsewhere = small_project(tmp_path / "ở nơi khác" / "another name")
    elsewhere.build()
    assert built.hashes() == elsewhere.hashes()


def test_two_processes_give_the_same_site(built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages come out the same from several processes, and each is counted."""
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    other = small_project(tmp_path / "other")
    other.configure({"processes": 2})
    written = other.build()
    assert built.hashes() == other.hashes()
    assert len(other.hashes()) == written.files == written.changed


def test_mkdocs_build_gives_the_same_site_as_ocop_build(built: Project, tmp_path: Path) -> None:
    """`mkdocs build --strict` is the other way to the same bytes."""
    other = small_project(tmp_path / "other")
    other.configure({"as_of": DAY.isoformat()})
    ended = run(other.folder, "mkdocs", "build", "--strict", "--quiet")
    assert (0, "") == (ended.returncode, ended.stdout)
    assert built.hashes() == other.hashes()


def test_only_pages_of_a_changed_record_are_written(built: Project) -> None:
    """A new summary changes the product's own pages, the data and its part of the index, and nothing else."""
    before = times(built)
    built.product(record={**TEA, "summary": {"vi": "Chè búp ướp sen."}})
    written = built.build()
    after = times(built)
    touched = {path for path, time in after.items() if time != before.get(path)}
    pages = {"vi/p/che-dinh/index.html", "en/p/che-dinh/index.html", "api/v1/products.json"}
    assert pages == {path for path in touched if not path.startswith(INDEX)}
    assert (len(touched), len(before.keys() - after)) == (written.changed, written.removed)
    assert {"search/vi/index.js", "search/en/index.js"} < touched
    assert [] != [path for path in after.keys() - touched if path.startswith(INDEX)]


def test_pages_of_a_removed_record_disappear(built: Project) -> None:
    """Pages and empty folders of a product and a producer that are gone are removed."""
    for path in ("records/lao-cai/che-dinh.yml", "producers/htx-ban-lien.yml"):
        (built.products / path).unlink()
    before = times(built)
    written = built.build()
    gone = {f"{language}/{page}" for language in ("vi", "en") for page in ("p/che-dinh", "producers/htx-ban-lien")}
    removed = before.keys() - times(built)
    assert {f"{page}/index.html" for page in gone} == {path for path in removed if not path.startswith(INDEX)}
    assert len(removed) == written.removed
    assert [] == [path for path in gone if (built.site / path).exists()]
    assert b"che-dinh" not in b"".join(built.files().values())


def test_files_of_a_host_stay(built: Project) -> None:
    """What begins with a point at the top of the site belongs to the host: `.git`, `.nojekyll`."""
    others = {".nojekyll": b"", ".git/HEAD": b"ref: refs/heads/gh-pages\n"}
    for path, content in others.items():
        built.write(f"site/{path}", content)
    built.write("site/vi/old/index.html", "")
    written = built.build()
    assert others == {path: content for path, content in built.files().items() if path.startswith(".")}
    assert (1, False) == (written.removed, (built.site / "vi" / "old").exists())


def times(project: Project) -> dict[str, int]:
    """When each file of the site was last written, in nanoseconds."""
    return {path: (project.site / path).stat().st_mtime_ns for path in project.files()}
