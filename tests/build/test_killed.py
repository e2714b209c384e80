"""A build killed at any moment: each file of the site is the old or the new one, and the next build completes it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.plugin import BuildStopped
from tests.build.killed import NEVER, build_until, count_deeds, dead_links, leftovers
from tests.build.project import DAY, PATIENCE, ROOT, TEA, small_project, tree

SEEDS = range(4)
LAST_DEEDS = 12
"""In these the files of a first build are moved to their places, and what is aside is removed."""
OCOP = Path(sys.executable).with_name("ocop")


def differing(expected: dict[str, bytes], found: dict[str, bytes]) -> list[str]:
    """The paths of the files that are not the same; a comparison that fails would show all their bytes."""
    return sorted(path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path))


def chances(seed: int) -> random.Random:
    """The same points of time in every run."""
    return random.Random(seed)  # noqa: S311  nothing to be kept secret


class Change:
    """A project whose records changed after it was built: what is published, and what a build makes of it."""

    def __init__(self, folder: Path) -> None:
        """Make both by builds of their own; a product is new, one is gone, styles and every page differ."""
        self.project = small_project(folder / "project")
        self.kept = folder / "kept"
        self.project.build()
        self.old = self.project.files()
        self.project.site.rename(self.kept)
        self.project.configure(site_name="Danh mục khác")
        self.project.product("tra-moi", {**TEA, "name": {"vi": "Trà mới"}})
        (self.project.products / "records/tuyen-quang/mat-ong.yml").unlink()
        self.project.write("theme/styles/new.css", ".cat-new { color: red }\n")
        self.first_deeds = count_deeds(self.project)
        self.new = self.project.files()
        self.publish_old()
        self.deeds = count_deeds(self.project)

    def publish_old(self) -> None:
        """Have the old site published."""
        self.unpublish()
        shutil.copytree(self.kept, self.project.site)

    def unpublish(self) -> None:
        """Have no site."""
        shutil.rmtree(self.project.site, ignore_errors=True)

    def repair(self) -> None:
        """Build once more; the site must be that of a clean build, with nothing left beside it."""
        self.project.build()
        assert [] == differing(self.new, self.project.files())
        assert [] == leftovers(self.project.folder)

    def published(self) -> dict[str, bytes]:
        """What readers of the site get; each file must be the old or the new one, and none missing that both have."""
        found = {path: content for path, content in tree(self.project.site).items() if not path.startswith(".")}
        known = {path: {self.old.get(path), self.new.get(path)} for path in found}
        assert [] == [path for path, content in found.items() if content not in known[path]]
        assert set() == self.old.keys() & self.new.keys() - found.keys()
        return found


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    """The project of this module."""
    return Change(tmp_path_factory.mktemp("killed"))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_update_leaves_old_or_new_files_and_is_completed(change: Change, seed: int) -> None:
    """No file is a part or missing, no page of the site names what is not there, and the next build does the rest."""
    change.publish_old()
    # Of the second half of these builds each is killed while files are put in their places.
    earliest = 1 if seed < len(SEEDS) / 2 else change.deeds - len(change.new) // 2
    build_until(change.project, chances(seed).randint(earliest, change.deeds), processes=1 + seed % 2)
    found = change.published()
    assert set() == dead_links(found, [path for path in change.old.keys() & found.keys() if path.endswith(".html")])
    change.repair()


@pytest.mark.parametrize("seed", SEEDS[:2])
def test_a_first_build_shows_nothing_before_all_is_there(change: Change, seed: int) -> None:
    """Where no site was, there is none or the whole of it."""
    change.unpublish()
    deed = chances(seed).randint(1, change.first_deeds)
    build_until(change.project, deed, processes=1 + seed % 2)
    found = change.project.files()
    assert not found or [] == differing(change.new, found)
    change.repair()


def test_an_empty_folder_is_filled_with_whole_files(change: Change) -> None:
    """A folder that stood empty stays the same folder; what is in it is whole, and pages come last."""
    change.unpublish()
    change.project.site.mkdir()
    number = change.project.site.stat().st_ino
    build_until(change.project, change.first_deeds - chances(0).randint(0, LAST_DEEDS))
    found = {path: content for path, content in change.project.files().items() if not path.startswith(".")}
    assert set(differing(change.new, found)) <= change.new.keys() - found.keys()
    assert set() == {path for page, path in dead_links(found, found) if "assets/" in path}
    change.repair()
    assert number == change.project.site.stat().st_ino


def test_processes_without_their_parent_hold_the_folder_and_end(change: Change) -> None:
    """When the first process alone is killed, the others end, and no build begins before."""
    change.unpublish()
    own = os.getpid()
    build_until(change.project, change.first_deeds // 3, processes=2, end=lambda: _kill_the_first(own))
    ended = time.monotonic() + PATIENCE
    while time.monotonic() < ended:
        try:
            change.repair()
        except BuildStopped:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the folder stayed in use")


def _kill_the_first(grandparent: int) -> None:
    """Kill the process that leads a build, from itself or from one of its helpers."""
    os.kill(os.getpid() if os.getppid() == grandparent else os.getppid(), signal.SIGKILL)


@pytest.fixture
def command(change: Change) -> Iterator[subprocess.Popen[bytes]]:
    """`ocop build` of the old site's new records, running and about to publish."""
    change.publish_old()
    running = subprocess.Popen(
        [OCOP, "build", "--as-of", DAY.isoformat()],
        cwd=change.project.folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    lock = change.project.folder / ".site.lock"
    ended = time.monotonic() + PATIENCE
    while not lock.exists() and running.poll() is None and time.monotonic() < ended:
        time.sleep(0.005)
    yield running
    running.wait(PATIENCE)


@pytest.mark.parametrize("seed", SEEDS[:2])
def test_the_command_can_be_killed_at_any_time(change: Change, command: subprocess.Popen[bytes], seed: int) -> None:
    """`ocop build`, killed as the system does when memory runs out."""
    time.sleep(chances(seed).uniform(0, 0.8))
    os.killpg(command.pid, signal.SIGKILL)
    command.wait(PATIENCE)
    change.published()
    change.repair()


def test_a_build_that_nobody_kills_ends(change: Change) -> None:
    """What counts the deeds of a build changes nothing else."""
    change.publish_old()
    assert build_until(change.project, NEVER, processes=2)
    assert [] == differing(change.new, change.project.files())
