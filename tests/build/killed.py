"""Builds that are killed: in a process of their own, before the nth thing that they do to the project's folder."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from posixpath import normpath

from generator import parallel
from tests.build.project import Project

DEEDS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
NEVER = 1_000_000_000
_LINK = re.compile(rb'(?:href|src)="([^"#?:]+)["#?]')


def build_until(project: Project, deeds: int, processes: int = 1, end: Callable[[], None] | None = None) -> bool:
    """Build in a process group of its own; whether that came to its own end.

    Before deed number `deeds` of one of its processes, or in the middle of it, `end` is called, which kills them.
    """
    child = os.fork()
    if not child:
        os.setsid()
        _quietly()
        parallel.WORTH_A_PROCESS = 1
        os.sched_getaffinity = lambda _: set(range(processes))
        _count(str(project.folder), deeds, end or _kill_group)
        project.build()
        os._exit(0)
    return 0 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def count_deeds(project: Project) -> int:
    """How much one process does to the project's folder in a build, which is made."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        _quietly()
        deeds = _count(str(project.folder), NEVER, _kill_group)
        project.build()
        os.write(writer, str(NEVER - deeds[0]).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as stream:
        return int(stream.read())


def _quietly() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)


def _kill_group() -> None:
    os.killpg(0, signal.SIGKILL)


def _count(folder: str, deeds: int, end: Callable[[], None]) -> list[int]:
    """Count down from `deeds` and call `end` at 0; what is written then is written by half."""
    left = [deeds]
    write = os.write

    def is_last() -> bool:
        left[0] -= 1
        return left[0] == 0

    def note(event: str, details: tuple[object, ...]) -> None:
        if event in DEEDS and any(isinstance(one, str) and one.startswith(folder) for one in details) and is_last():
            end()

    def write_or_die(descriptor: int, data: bytes) -> int:
        if len(data) > 1 and is_last():
            write(descriptor, data[: len(data) // 2])
            end()
        return write(descriptor, data)

    sys.addaudithook(note)
    os.write = write_or_die
    return left


def dead_links(site: dict[str, bytes], pages: Iterable[str]) -> set[tuple[str, str]]:
    """What some pages name and the site does not have: pairs of page and path."""
    return {
        (page, path)
        for page in pages
        for link in _LINK.findall(site[page])
        for path in [_file(page, link.decode())]
        if path not in site
    }


def _file(page: str, link: str) -> str:
    path = normpath(f"{page.rpartition('/')[0]}/{link}").lstrip("/")
    return path if "." in path.rpartition("/")[2] else f"{path}/index.html".removeprefix("./")


def leftovers(folder: Path) -> list[str]:
    """Names beside or in the site that a build uses while it runs."""
    return sorted(file.name for place in (folder, folder / "site") for file in place.glob(".site.*"))
