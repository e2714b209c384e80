"""`mkdocs serve`: who edits a record or a template sees the page change."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.lock import locked
from tests.build.project import BROKEN, DAY, ROOT, TEA, Project, small_project

PATIENCE = 60
"""Seconds; a change takes one or two where nothing else runs."""
PAGE = "vi/p/che-dinh/"


class Server:
    """A running `mkdocs serve` of a project."""

    def __init__(self, project: Project) -> None:
        """Start on a free port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = project.folder / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("mkdocs"), "serve", "--livereload", "-a", self.address],
                cwd=project.folder,
                env=os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def get(self, path: str) -> str:
        """The text of a page; empty when it is not there or the server does not answer yet."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=3) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def shows(self, text: str, path: str = PAGE) -> bool:
        """Whether the page shows a text before patience ends."""
        return wait(lambda: text in self.get(path))

    def tells(self, text: str) -> bool:
        """Whether the log tells something before patience ends."""
        return wait(lambda: text in self.log.read_text(encoding="utf-8"))

    def stop(self) -> int:
        """End it as Ctrl-C does; its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def wait(done: Callable[[], bool]) -> bool:
    """Ask again until `done()` is true; False when patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if done():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Project, Server]]:
    """A small project under `mkdocs serve`; a site folder stands beside it, which a build holds the whole time."""
    project = small_project(tmp_path / "project")
    project.configure({"as_of": DAY.isoformat()})
    project.write("site/index.html", "published")
    server = Server(project)
    with locked(project.site):
        yield project, server
    if server.process.poll() is None:
        server.process.kill()
        server.process.wait()


def test_a_mistake_leaves_the_pages_as_they_were(served: tuple[Project, Server]) -> None:
    """It is told, every page is still answered, and the save that mends it is shown."""
    project, server = served
    assert server.shows("Chè đinh Bản Liền"), server.log.read_text(encoding="utf-8")
    for stars in ("7", "8"):
        project.product(record={**TEA, "awards": [{"stars": stars}]})
        assert server.tells(f"stars là “{stars}”")
        assert server.shows("Chè đinh Bản Liền")
        assert "Mật ong" in server.get("vi/p/mat-ong/")
    project.product(record={**TEA, "summary": {"vi": "Đã sửa xong."}})
    assert server.shows("Đã sửa xong.")
    assert 0 == server.stop()
    assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_edits_are_seen_and_the_end_is_clean(served: tuple[Project, Server]) -> None:
    """A record, a template, a new product: each change shows; a mistake is told and the server goes on."""
    project, server = served
    assert server.shows("Chè đinh Bản Liền"), server.log.read_text(encoding="utf-8")

    project.product(record={**TEA, "summary": {"vi": "Chè búp của cây trăm tuổi."}})
    assert server.shows("Chè búp của cây trăm tuổi.")

    project.write("products/records/lao-cai/broken.yml", BROKEN)
    assert server.tells("broken.yml:")
    assert server.shows("Chè búp của cây trăm tuổi.")
    (project.products / "records/lao-cai/broken.yml").unlink()
    assert server.shows("Chè búp của cây trăm tuổi.")

    template = project.folder / "theme/catalogue/product.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(f'<p class="new">Mẫu mới</p>\n{text}', encoding="utf-8")
    assert server.shows('<p class="new">Mẫu mới</p>')

    project.product("moi", {**TEA, "name": {"vi": "Sản phẩm mới"}})
    assert server.shows("Sản phẩm mới", "vi/p/moi/")

    assert 0 == server.stop()
    told = server.log.read_text(encoding="utf-8")
    assert "Traceback" not in told
    assert "published" == project.read("index.html")
