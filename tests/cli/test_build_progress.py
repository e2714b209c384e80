"""What `ocop build` says while it works: to a person at a terminal, to a log, and when it is told to be quiet."""

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest

from tests.build.project import DAY, PATIENCE, ROOT, TEA, Project, run, small_project
from tests.progress.fakes import screen

BUILD = ("build", "--as-of", DAY.isoformat())
PHASES = ("Đọc hồ sơ", "Kiểm tra", "Dựng trang soạn sẵn", "Ghi trang và chỉ mục", "Đưa bản mới vào trang")
COLUMNS = 30
NUMBER = r"\d+(?:\.\d{3})*"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project."""
    return small_project(tmp_path / "project")


def share(row: str) -> float:
    """The share at the end of a row of the profile."""
    return float(row.removesuffix(" %").split()[-1].replace(",", "."))


def test_a_log_has_a_line_for_each_phase(project: Project) -> None:
    """On standard error, with count and seconds, nothing redrawn; the last line of standard output is as ever."""
    ended = run(project.folder, "ocop", *BUILD)
    lines = ended.stderr.splitlines()
    assert list(PHASES) == [line.partition(":")[0] for line in lines]
    assert all(re.fullmatch(rf"[^:]+: (?:{NUMBER} (?:tệp|trang), )?\d+,\d giây", line) for line in lines), lines
    assert "\r" not in ended.stderr
    assert re.fullmatch(r"\d+ files, \d+ written, 0 removed\n", ended.stdout)


def test_what_is_counted_is_what_there_is(project: Project) -> None:
    """Files that were read, pages that were made, files that were put in their place or removed."""
    project.write("site/old.html", "")
    ended = run(project.folder, "ocop", *BUILD)
    lines = ended.stderr.splitlines()
    _, written, removed = map(int, re.findall(r"\d+", ended.stdout))
    made = [file for file in project.site.rglob("index.html") if "about" not in file.parts]
    by_hand = {"compare", "list", "enquiry"}
    catalogue = [file for file in made if file.parent.name not in by_hand and file.parent != project.site]
    read = len(list(project.products.rglob("*.yml")))
    counts = [re.search(rf": ({NUMBER}) ", line) for line in lines]
    assert 1 == removed
    assert [read, len(catalogue), written + removed] == [
        int(count[1].replace(".", "")) for count in (counts[0], counts[3], counts[4]) if count
    ]


def test_a_log_speaks_the_language_of_messages(project: Project) -> None:
    """As `messages` in mkdocs.yml says, like mistakes."""
    project.configure({"messages": "en"})
    assert "Write pages and index: " in run(project.folder, "ocop", *BUILD).stderr


def test_a_terminal_has_one_line_that_is_gone_in_the_end(project: Project) -> None:
    """All phases are seen, no line is longer than the terminal is wide, and standard output is as ever."""
    written, output = build_at_a_terminal(project)
    drawn = [one.strip() for one in written.split("\r")]
    assert [] == [phase for phase in PHASES if not any(one.startswith(phase[: COLUMNS - 1]) for one in drawn)]
    assert [] == [one for one in written.split("\r") if len(one) >= COLUMNS]
    assert "\n" not in written
    assert "" == screen(written)
    assert re.fullmatch(r"\d+ files, \d+ written, 0 removed\n", output)


def test_mistakes_at_a_terminal_begin_on_a_line_of_their_own(project: Project) -> None:
    """The line of the phase has made way for them."""
    project.product("sai", {**TEA, "awards": [{"stars": "7"}]})
    written, output = build_at_a_terminal(project)
    lines = screen(written).splitlines()
    assert ["products/records/lao-cai/sai.yml", ""] == [lines[0].partition(":")[0], output]
    assert [] == [line for line in lines if line.startswith(PHASES)]


def build_at_a_terminal(project: Project) -> tuple[str, str]:
    """Run `ocop build` with a terminal for standard error; what was written to it, and to standard output."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
    command = [Path(sys.executable).with_name("ocop"), *BUILD]
    with subprocess.Popen(
        command, cwd=project.folder, env=environment, stdout=subprocess.PIPE, stderr=slave, encoding="utf-8"
    ) as process:
        os.close(slave)
        written = read_terminal(master)
        output, _ = process.communicate(timeout=PATIENCE)
    os.close(master)
    return written, output


def read_terminal(master: int) -> str:
    """Everything that is written to a terminal until nobody holds it any more."""
    written = b""
    while True:
        try:
            read = os.read(master, 4096)
        except OSError:  # Linux says so when the other side is closed
            read = b""
        if not read:
            return written.decode()
        written += read


def test_quiet_builds_tell_mistakes_only(project: Project) -> None:
    """Nothing at all when all is well; with a mistake, the mistake."""
    well = run(project.folder, "ocop", *BUILD, "--quiet")
    assert (0, "", "") == (well.returncode, well.stdout, well.stderr)
    project.product("sai", {**TEA, "awards": [{"stars": "7"}]})
    wrong = run(project.folder, "ocop", *BUILD, "--quiet")
    assert (1, "") == (wrong.returncode, wrong.stdout)
    assert wrong.stderr.startswith("products/records/lao-cai/sai.yml:")
    assert [] == [phase for phase in PHASES if phase in wrong.stderr]


def test_a_profile_names_all_phases_and_its_shares_add_up(project: Project) -> None:
    """Phases by the clock, then folders of the site over all processes; each table adds up to 100 %."""
    ended = run(project.folder, "ocop", *BUILD, "--quiet", "--profile")
    phases, folders, last = (part.splitlines() for part in ended.stderr.split("\n\n"))
    assert ["Khởi động", *PHASES, "Cộng"] == [row.rstrip(" %,0123456789") for row in phases[1:]]
    assert {"p/", "search/", "api/"} <= {row.split()[0] for row in folders}
    for table in (phases, folders):
        assert 100.0 == pytest.approx(sum(map(share, table[1:-1])), abs=0.05 * len(table))
        assert 100.0 == share(table[-1])
    assert (2, "") == (len(last), ended.stdout)


def test_without_profile_there_is_no_table(project: Project) -> None:
    """Nor after a build that failed."""
    assert "%" not in run(project.folder, "ocop", *BUILD).stderr
    project.product("sai", {**TEA, "awards": [{"stars": "7"}]})
    assert "Khởi động" not in run(project.folder, "ocop", *BUILD, "--profile").stderr


def test_mkdocs_is_as_silent_as_ever(project: Project) -> None:
    """`mkdocs build --quiet` writes nothing about phases."""
    ended = run(project.folder, "mkdocs", "build", "--strict", "--quiet")
    assert (0, "", "") == (ended.returncode, ended.stdout, ended.stderr)
