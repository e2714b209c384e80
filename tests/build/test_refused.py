"""A full disk, a folder that cannot be written: told in words, without a traceback, and the site stays whole."""

import errno
import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import parallel
from generator.build import write
from generator.plugin import BuildStopped
from tests.build.killed import leftovers
from tests.build.project import ROOT, TEA, Project, small_project
from tests.build.test_same_bytes import times

Deed = Callable[..., Any]


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, code: int, when: Callable[..., bool]) -> None:
    """Have a function of `os` refuse with an error when `when` says so of its arguments."""
    deed: Deed = getattr(os, name)

    def refusing(*details: Any, **more: Any) -> Any:
        if when(*details):
            raise OSError(code, os.strerror(code), *details[:1] if isinstance(details[0], str | Path) else ())
        return deed(*details, **more)

    monkeypatch.setattr(f"os.{name}", refusing)


def is_file(descriptor: int, _: bytes) -> bool:
    """Whether something is being written to a file, not to a pipe."""
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def told(project: Project, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a build says that does not publish."""
    caplog.clear()
    with pytest.raises(BuildStopped, match=r"^$"):
        project.build()
    return [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small project."""
    project = small_project(tmp_path_factory.mktemp("site") / "project")
    project.build()
    return project.site


@pytest.fixture
def changed(made: Project, site: Path) -> Project:
    """A project with its site, and a record that changed since."""
    shutil.copytree(site, made.site)
    made.configure({"messages": "en"})
    made.product(record={**TEA, "summary": {"vi": "Chè búp."}})
    return made


@pytest.mark.parametrize("processes", [1, 2])
def test_a_full_disk_leaves_the_old_site(
    changed: Project, processes: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In whatever process the disk is full: the file is named, the site is as it was, nothing is left behind."""
    own, before = os.getpid(), (times(changed), changed.hashes())
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processes)))
    changed.configure(site_name="Danh mục khác")
    refuse(
        monkeypatch,
        "write",
        errno.ENOSPC,
        lambda descriptor, data: is_file(descriptor, data) and (processes == 1 or os.getpid() != own),
    )
    lines = told(changed, caplog)
    assert lines[0].startswith(("site/", ".cache/"))
    assert lines[0].endswith(
        ": error: cannot be written: the disk is full, or the space allowed is used up  [site-disk-full]"
    )
    assert lines[-1] == "1 error, 0 warnings in 1 file; the site was not changed"
    assert before == (times(changed), changed.hashes())
    assert [] == leftovers(changed.folder)


def test_a_full_disk_lets_no_first_site_begin(
    made: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing stands where nothing stood; told in the officers' language."""
    before = {*made.folder.iterdir(), made.folder / ".cache"}
    refuse(monkeypatch, "write", errno.ENOSPC, is_file)
    lines = told(made, caplog)
    assert ": lỗi: không ghi được: ổ đĩa đã đầy, hoặc đã hết dung lượng được cấp  [site-disk-full]" in lines[0]
    assert "    gợi ý: xóa bớt tệp không cần trên ổ đĩa này rồi dựng lại" == lines[1]
    assert before == {*made.folder.iterdir(), made.folder / ".cache"}


@pytest.mark.parametrize("processes", [1, 2])
def test_a_limit_of_the_system_is_told(
    changed: Project, processes: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A real refusal in the middle of a file, the first part of which was written: the site is as it was."""
    before = times(changed), changed.hashes()
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processes)))
    changed.configure(site_name="Danh mục khác")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)

    def write_little(*details: Any, **more: Any) -> Any:
        resource.setrlimit(resource.RLIMIT_FSIZE, (15_000, most))
        try:
            return write(*details, **more)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    monkeypatch.setattr("generator.plugin.write", write_little)
    assert "error: cannot be written (File too large)  [site-unwritable]" in told(changed, caplog)[0]
    assert before == (times(changed), changed.hashes())
    assert [] == leftovers(changed.folder)


def test_what_is_written_in_pieces_is_whole(made: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may write a part of what it was given; the rest follows."""
    write = os.write
    monkeypatch.setattr("os.write", lambda descriptor, data: write(descriptor, data[:1000]))
    made.build()
    monkeypatch.undo()
    clean = small_project(tmp_path / "clean")
    clean.build()
    assert clean.hashes() == made.hashes()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.EACCES, "site-permission"),
        (errno.EROFS, "site-read-only"),
        (errno.EDQUOT, "site-disk-full"),
        (errno.EIO, "site-unwritable"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(
    changed: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: int, kind: str
) -> None:
    """Each reason has words and a hint of its own."""
    before = times(changed)
    refuse(monkeypatch, "mkdir", code, lambda place, *_: str(place).startswith(str(changed.folder)))
    lines = told(changed, caplog)
    assert (f"[{kind}]", 3) == (lines[0].split()[-1], len(lines)), lines
    assert lines[0].startswith("site: error: cannot be written")
    assert before == times(changed)


def test_a_file_in_the_place_of_the_site_is_told(made: Project, caplog: pytest.LogCaptureFixture) -> None:
    """It is not removed: nobody knows what it is."""
    made.site.write_text("mine")
    lines = told(made, caplog)
    assert lines[0].startswith("site: lỗi: không ghi được: có tệp ở chỗ cần thư mục")
    assert "mine" == made.site.read_text()
    assert [] == leftovers(made.folder)


def test_what_stands_in_the_way_leaves_every_file_whole(changed: Project, caplog: pytest.LogCaptureFixture) -> None:
    """A file where a folder must be is noticed late: what is new by then is told, and the next build does the rest."""
    old = changed.files()
    changed.product("tra-moi", {**TEA, "name": {"vi": "Trà mới"}})
    changed.write("site/en/p/tra-moi", "in the way")
    lines = told(changed, caplog)
    assert lines[0].startswith("site/en/p/tra-moi/index.html: error: cannot be written: there is a file where")
    assert "site: warning: part of the site is new by now" in lines[2]
    assert "1 error, 1 warning in 2 files" == lines[-1]
    assert [] == leftovers(changed.folder)
    mixed = changed.files()
    (changed.site / "en/p/tra-moi").unlink()
    changed.build()
    assert mixed.keys() - {"en/p/tra-moi"} <= old.keys() | changed.files().keys()
    assert [] == [
        path for path in mixed if mixed[path] not in {old.get(path), changed.files().get(path), b"in the way"}
    ]


def test_a_folder_that_cannot_be_renamed_to_is_filled_from_inside(
    changed: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mounted folder, or one in a folder that is not ours, is published to as any other, and can be locked."""
    above = str(changed.folder)
    refuse(monkeypatch, "open", errno.EACCES, lambda place, *_: str(place) == f"{above}/.site.lock")
    refuse(monkeypatch, "rename", errno.EXDEV, lambda place, _: str(place) == f"{above}/.site.new")
    changed.build()
    clean = small_project(tmp_path / "clean")
    clean.product(record={**TEA, "summary": {"vi": "Chè búp."}})
    clean.build()
    assert clean.hashes() == changed.hashes()
    changed.site.rename(tmp_path / "old")
    changed.site.mkdir()
    changed.build()
    assert clean.hashes() == changed.hashes()
    assert [] == leftovers(changed.folder)


def test_a_folder_for_temporary_files_is_told(
    changed: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What MkDocs makes goes there first."""
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    assert ["/nowhere: error: cannot be written (No such file or directory)  [site-unwritable]"] == told(
        changed, caplog
    )[:1]


def test_the_command_tells_in_words_what_mkdocs_could_not_write(changed: Project) -> None:
    """Exit code 1, no traceback, the site as it was."""
    before = times(changed)
    command = f"ulimit -f 8; exec {Path(sys.executable).with_name('ocop')} build --as-of 2026-11-23"
    ended = subprocess.run(
        ["sh", "-c", command],
        cwd=changed.folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (1, "") == (ended.returncode, ended.stdout)
    assert ": error: cannot be written (File too large)  [site-unwritable]" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert before == times(changed)
    assert [] == leftovers(changed.folder)
