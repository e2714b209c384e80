"""Two builds at once: one holds the site folder, the other is told and touches nothing."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator import lock
from generator.lock import BusyError, locked
from generator.plugin import BuildStopped
from tests.build.killed import leftovers
from tests.build.project import DAY, PATIENCE, ROOT, TEA, Project, run, small_project
from tests.build.test_same_bytes import times
from tests.build.test_serve import wait

OCOP = Path(sys.executable).with_name("ocop")


def test_builds_started_together_end_as_one(made: Project, tmp_path: Path) -> None:
    """One builds; the other is told, or builds after it. The site is that of a clean build."""
    builds = [
        subprocess.Popen(
            [OCOP, "build", "--as-of", DAY.isoformat()],
            cwd=made.folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    told = [build.communicate(timeout=PATIENCE)[0] for build in builds]
    clean = small_project(tmp_path / "clean")
    clean.build()
    assert clean.hashes() == made.hashes()
    assert [] == leftovers(made.folder)
    assert 0 in {build.returncode for build in builds}
    for build, text in zip(builds, told, strict=True):
        assert ("[site-busy]" in text) is bool(build.returncode), text
        assert "Traceback" not in text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "site: lỗi: một lần dựng khác đang ghi vào thư mục này  [site-busy]"),
        ("en", "site: error: another build is writing to this folder  [site-busy]"),
    ],
)
def test_the_second_build_is_told_and_touches_nothing(built: Project, language: str, sentence: str) -> None:
    """One message with a hint, exit code 1; neither bytes nor times change, and nothing is left behind."""
    built.configure({"messages": language})
    built.product(record={**TEA, "summary": {"vi": "Chè búp."}})
    before = times(built), built.hashes()
    with locked(built.site):
        beside = sorted(built.folder.iterdir())
        ended = run(built.folder, "ocop", "build", "--as-of", DAY.isoformat())
        assert sorted(built.folder.iterdir()) == beside
    lines = (ended.stdout + ended.stderr).splitlines()
    assert (1, [sentence]) == (ended.returncode, lines[:1])
    assert 3 == len(lines), lines
    assert before == (times(built), built.hashes())


def test_mkdocs_tells_it_too(built: Project) -> None:
    """`mkdocs build` asks for the same lock."""
    with locked(built.site):
        ended = run(built.folder, "mkdocs", "build", "--strict")
    assert 1 == ended.returncode
    assert "[site-busy]" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_lock_goes_with_the_build(built: Project) -> None:
    """After a build, also one that failed, the next one begins."""
    with locked(built.site), pytest.raises(BuildStopped):
        built.build()
    built.product("sai", {**TEA, "awards": [{"stars": "7"}]})
    with pytest.raises(BuildStopped):
        built.build()
    (built.products / "records/lao-cai/sai.yml").unlink()
    built.build()
    assert [] == leftovers(built.folder)


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    """What it leaves is no lock; the next to hold it removes the file."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        with locked(tmp_path / "site"):
            os.write(writer, b"held")
            signal.pause()
    assert b"held" == os.read(reader, 4)
    with pytest.raises(BusyError), locked(tmp_path / "site"):
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert [tmp_path / ".site.lock"] == list(tmp_path.iterdir())
    with locked(tmp_path / "site"):
        pass
    assert [] == list(tmp_path.iterdir())


def test_a_lock_lasts_as_long_as_a_process_that_was_forked_under_it(tmp_path: Path) -> None:
    """When the first process of a build is killed, its helpers may still be writing."""
    reader, writer = os.pipe()
    leader = os.fork()
    if not leader:
        with locked(tmp_path / "site"):
            helper = os.fork()
            if helper:
                os.write(writer, helper.to_bytes(4))
            signal.pause()
    helper = int.from_bytes(os.read(reader, 4))
    os.kill(leader, signal.SIGKILL)
    os.waitpid(leader, 0)
    with pytest.raises(BusyError), locked(tmp_path / "site"):
        pass
    os.kill(helper, signal.SIGKILL)
    assert wait(lambda: is_free(tmp_path / "site"))


def is_free(folder: Path) -> bool:
    """Whether the lock of a folder can be had."""
    try:
        with locked(folder):
            return True
    except BusyError:
        return False


def test_a_lock_that_is_removed_while_one_waits_is_nobodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opened the file before its holder removed it must not hold it beside the next."""
    first, take = ExitStack(), lock._take  # noqa: SLF001
    first.enter_context(locked(tmp_path / "site"))

    def take_late(descriptor: int) -> bool:
        first.close()
        return take(descriptor)

    monkeypatch.setattr(lock, "_take", take_late)
    with locked(tmp_path / "site"):
        assert not is_free(tmp_path / "site")


def test_folders_made_for_a_lock_go_with_it(tmp_path: Path) -> None:
    """A build that publishes nothing leaves no folders above a site either."""
    with locked(tmp_path / "public" / "www" / "site"):
        assert (tmp_path / "public/www/.site.lock").exists()
    assert [] == list(tmp_path.iterdir())


def test_a_link_and_its_folder_have_one_lock(tmp_path: Path) -> None:
    """However the folder is called."""
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to("www")
    with locked(tmp_path / "site"), pytest.raises(BusyError), locked(tmp_path / "www"):
        pass
