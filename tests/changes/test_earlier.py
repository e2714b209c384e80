"""Where the earlier state comes from: a commit, a tag, or a folder; and what is said when there is none."""

import shutil
from pathlib import Path

import pytest

from tests.build.project import BROKEN, HONEY, TEA
from tests.changes.conftest import Kept

SAME = ["Thay đổi từ {since} đến 23/11/2026: không có gì thay đổi đối với người mua"]


@pytest.fixture
def two(kept: Kept) -> Kept:
    """A project whose commit has a tea, and whose folder has a honey besides."""
    kept.project.producer()
    kept.project.product()
    kept.keep()
    kept.git("tag", "thang-10")
    kept.project.product("mat-ong", HONEY, "tuyen-quang")
    return kept


@pytest.mark.parametrize("since", ["HEAD", "main", "thang-10", "HEAD~0"])
def test_a_commit_is_named_as_git_knows_it(two: Kept, since: str) -> None:
    """Branch, tag or relative: records that were not kept yet are news."""
    assert [f"Thay đổi từ {since} đến 23/11/2026: 1 sản phẩm mới", "+ Mật ong bạc hà [mat-ong]"] == two.told(
        since=since
    )[:2]


def test_nothing_of_the_project_changes(two: Kept) -> None:
    """Neither files nor what git keeps, nor which commit is checked out."""
    before = two.git("status", "--porcelain"), two.git("rev-parse", "HEAD"), two.git("stash", "list")
    two.told()
    assert before == (two.git("status", "--porcelain"), two.git("rev-parse", "HEAD"), two.git("stash", "list"))


@pytest.mark.parametrize("inner", ["", "products"])
def test_a_folder_may_be_that_of_a_project_or_of_records(two: Kept, inner: str, tmp_path: Path) -> None:
    """A copy somewhere else, without git."""
    shutil.copytree(two.project.products, tmp_path / "copy" / "products")
    (tmp_path / "copy/products/records/tuyen-quang/mat-ong.yml").unlink()
    assert "+ Mật ong bạc hà [mat-ong]" == two.told(since=str(tmp_path / "copy" / inner))[1]


def test_a_project_may_lie_below_the_top_of_its_repository(tmp_path: Path) -> None:
    """Only the records of this project are looked at."""
    kept = Kept(tmp_path / "all" / "catalogue")
    shutil.move(kept.project.folder / ".git", tmp_path / "all" / ".git")
    kept.project.producer()
    kept.project.product()
    kept.keep()
    assert [SAME[0].format(since="HEAD")] == kept.told()


@pytest.mark.parametrize("since", ["nowhere", "HEAD:products", "-h", "--help", "--output=x", "HEAD^{tree}", ""])
def test_what_is_no_commit_is_refused_in_a_sentence(two: Kept, since: str) -> None:
    """Also what looks like an option, which git never gets to see as one."""
    said = two.changes(since=since)
    assert 1 == said.exit_code
    assert f"Error: kho mã nguồn không có phiên bản {since}, và cũng không có thư mục nào tên như vậy\n" == said.output
    assert not (two.project.folder / "x").exists()


def test_a_folder_without_records_is_refused(two: Kept, tmp_path: Path) -> None:
    """It would make every product a new one."""
    (tmp_path / "empty").mkdir()
    said = two.changes("--lang", "en", since=str(tmp_path / "empty"))
    assert (1, True) == (said.exit_code, "has no records" in said.output)


def test_without_a_repository_git_is_quoted(two: Kept) -> None:
    """The folder is in none."""
    shutil.rmtree(two.project.folder / ".git")
    said = two.changes("--lang", "en")
    assert 1 == said.exit_code
    assert said.output.startswith("Error: git could not answer: fatal: not a git repository")


def test_of_a_broken_earlier_state_what_is_sound_is_compared(kept: Kept) -> None:
    """Nobody can mend it any more."""
    kept.project.producer()
    kept.project.product()
    kept.project.write("products/records/lao-cai/mat-ong.yml", BROKEN)
    kept.keep()
    kept.project.product("mat-ong", HONEY)
    assert "+ Mật ong bạc hà [mat-ong]" == kept.told()[1]


def test_mistakes_of_today_are_told_instead(two: Kept) -> None:
    """As `ocop check` tells them, with exit code 1 and nothing on standard output."""
    two.project.product("hong", {**TEA, "awards": [{"stars": "7"}]})
    said = two.changes()
    assert (1, "") == (said.exit_code, said.stdout)
    assert "products/records/lao-cai/hong.yml" in said.stderr
    assert "[award-stars]" in said.stderr


@pytest.mark.parametrize("target", ["/etc/hostname", "../../../mkdocs.yml"])
def test_links_of_a_commit_are_not_followed(two: Kept, target: str) -> None:
    """A record that is a link is no record."""
    (two.project.products / "records/lao-cai/link.yml").symlink_to(target)
    two.keep()
    (two.project.products / "records/lao-cai/link.yml").unlink()
    assert [SAME[0].format(since="HEAD")] == two.told()
