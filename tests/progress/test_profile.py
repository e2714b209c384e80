"""Tables of where the time went: rows are named, shares add up."""

import re
from collections.abc import Mapping

import pytest

from generator.progress.phases import Display, Stopwatch
from generator.progress.profile import render_profile
from tests.progress.fakes import Clock

VIETNAMESE = """\
Công đoạn                 Giây     Tỷ lệ
Khởi động                 1,00    10,0 %
Đọc hồ sơ                 2,00    20,0 %
Kiểm tra                  3,00    30,0 %
Ghi trang và chỉ mục      4,00    40,0 %
Cộng                     10,00   100,0 %

Thư mục của trang, tính theo giây xử lý của mọi tiến trình      Giây     Tỷ lệ
p/                                                              6,00    75,0 %
search/                                                         1,97    24,6 %
các thư mục khác                                                0,03     0,4 %
Cộng                                                            8,00   100,0 %
"""


def watched(clock: Clock, language: str, folders: Mapping[str, float]) -> Stopwatch:
    """The stopwatch of a build of ten seconds."""
    with Stopwatch(Display(), timed=True, clock=clock) as watch:
        watch.speak(language)
        clock.wait(1)
        watch.begin("read")
        clock.wait(2)
        watch.begin("check")
        clock.wait(3)
        watch.begin("write")
        watch.receive((3, dict(folders)))
        clock.wait(4)
    return watch


def test_phases_and_folders_are_told_with_their_shares(clock: Clock) -> None:
    """Folders by what they took; those that took nearly nothing together."""
    told = render_profile(watched(clock, "vi", {"search": 1.97, "p": 6.0, "sets": 0.02, "": 0.01}))
    assert VIETNAMESE == told[: len(VIETNAMESE)]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "vi",
            (
                r"Trước đó, nạp chương trình: [\d.]+,\d giây xử lý",
                r"Bộ nhớ dùng nhiều nhất: tiến trình chính [\d.]+ MB, tiến trình phụ [\d.]+ MB",
            ),
        ),
        (
            "en",
            (
                r"Before that, loading the program: [\d,]+\.\d s of processor time",
                r"Most memory: main process [\d,]+ MB, helper [\d,]+ MB",
            ),
        ),
    ],
)
def test_loading_and_memory_are_told(clock: Clock, language: str, lines: tuple[str, str]) -> None:
    """The last two lines: what came before the build, and the most memory that was held."""
    told = render_profile(watched(clock, language, {})).splitlines()[-2:]
    assert [True, True] == [bool(re.fullmatch(line, one)) for line, one in zip(lines, told, strict=True)]


def test_the_memory_is_that_of_a_running_python(clock: Clock) -> None:
    """More than 10 MB and less than 100,000: the unit of the system is understood."""
    told = render_profile(watched(clock, "vi", {})).splitlines()[-1]
    number = re.search(r"chính ([\d.]+) MB", told)
    assert number
    assert 10 < int(number[1].replace(".", "")) < 100_000


def test_a_build_that_took_no_time_has_shares_too(clock: Clock) -> None:
    """No division by nought."""
    with Stopwatch(Display(), clock=clock) as watch:
        watch.begin("read")
    assert "0,00     0,0 %" in render_profile(watch)
