"""`ocop score` as an officer types it: an empty sheet, a filled one, and what can go wrong."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli import main
from generator.registers import Registers
from tests.build.project import Project
from tests.scoring.conftest import fill, full_marks

GOOD = {"1.3": Decimal(2), "4.3": Decimal(3), "8": Decimal(3), "9": Decimal(3), "6.2": Decimal(3)}
"""What brings 100 points down to 92, and criterion 1.3 below the floor of five stars."""
TOLD = {
    "vi": """\
Bộ 1: Rau, củ, quả, hạt tươi
Phần A: 39/40 điểm
Phần B: 23/25 điểm
Phần C: 30/35 điểm
Tổng: 92/100 điểm, khung điểm của hạng 5 sao
92 điểm, nhưng chưa đạt hạng 5 sao vì có tiêu chí dưới mức tối thiểu
Kết quả: đủ điểm và các mức tối thiểu đã biết của hạng 4 sao
Để đạt hạng 5 sao còn thiếu:
  - ô E12: tiêu chí 1.3 “Gia tăng giá trị” được 2, cần ít nhất 3
Chưa biết mức tối thiểu của tiêu chí 2.4, 7, 8, 9, 10, 11, 12: xem Phụ lục II của Quyết định 26/2026/QĐ-TTg
Phiếu này chỉ cộng điểm; hạng sao do cơ quan có thẩm quyền quyết định
""",
    "en": """\
Set 1: Fresh vegetables, tubers, fruit, nuts and seeds
Part A: 39 of 40 points
Part B: 23 of 25 points
Part C: 30 of 35 points
Total: 92 of 100 points, in the 5-star band
92 points, but not 5 stars, since a criterion is below its floor
Result: enough points, and every known floor, for 4 stars
Missing for 5 stars:
  - cell E12: criterion 1.3 "Added value" has 2, at least 3 is needed
Floors are not known for 2.4, 7, 8, 9, 10, 11, 12: see annex II of Decision 26/2026/QĐ-TTg
This only adds up points; stars are awarded by the authority in charge
""",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project to work in."""
    folder = Project(tmp_path / "project").folder
    monkeypatch.chdir(folder)
    return folder


def score(*arguments: object) -> Result:
    """Run `ocop score` in this process."""
    return CliRunner().invoke(main, ["score", *map(str, arguments)])


def sheet_of(here: Path, registers: Registers, points: dict[str, Decimal]) -> Path:
    """A sheet of set 1 with the most points for every criterion but some."""
    assert 0 == score(1, "phieu.xlsx").exit_code
    return fill(here / "phieu.xlsx", full_marks(registers.criteria.sheets[1]) | points)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_filled_sheet_is_worked_out(here: Path, registers: Registers, language: str) -> None:
    """92 points, but criterion 1.3 is below the floor for 5 stars: what it amounts to and what is missing."""
    sheet_of(here, registers, GOOD)
    told = score(1, "phieu.xlsx", "--lang", language)
    assert (0, TOLD[language]) == (told.exit_code, told.output)


def test_full_marks_are_the_highest_rating(here: Path, registers: Registers) -> None:
    """Nothing is missing for more."""
    sheet_of(here, registers, {})
    lines = score(1, "phieu.xlsx", "--lang", "en").output.splitlines()
    assert ["Result: enough points, and every known floor, for 5 stars", "This is the highest rating"] == lines[5:7]


def test_few_points_are_no_rating(here: Path, registers: Registers) -> None:
    """What is missing is counted: points in all, floors, and what is left once these are met."""
    nothing = dict.fromkeys(registers.criteria.sheets[1].by_code, Decimal(0))
    sheet_of(here, registers, nothing | {"4.1": Decimal(5)})
    told = score(1, "phieu.xlsx", "--lang", "en").output
    assert "Total: 5 of 100 points, below the band of the lowest rating that is awarded (3 stars, from 50" in told
    assert "Missing for 3 stars:\n  - 45 points (at least 50 are needed)\n" in told
    assert '  - cell E19: criterion 2.2 "Packing and packaging" has 0, at least 2 is needed\n' in told
    assert "  - with those criteria raised to their floors, 40 more points in any criterion\n" in told


def test_the_points_become_lines_of_a_record(here: Path, registers: Registers) -> None:
    """Put into a record as they are told, they are found right."""
    sheet_of(here, registers, GOOD)
    lines = score(1, "phieu.xlsx", "--record").output.splitlines()
    award = "".join(f"    {line}\n" for line in lines)
    record = f"name: {{vi: Mận}}\ncategory: {{set: 1}}\nawards:\n  - stars: 4\n    issued: 2026-06-30\n{award}"
    (here / "products/records/lao-cai").mkdir(parents=True)
    (here / "products/records/lao-cai/man.yml").write_text(record, encoding="utf-8")
    assert "score: 92" == lines[0]
    told = CliRunner().invoke(main, ["check", "--lang", "en"])
    assert (0, "no errors and no warnings\n") == (told.exit_code, told.output)


def test_the_default_name_says_the_set_and_nothing_is_written_over(here: Path) -> None:
    """A second call without a file name tells how to work out the first."""
    assert "đã lập phiếu chấm trống: ocop-score-07.xlsx\n" == score(7).output
    written = (here / "ocop-score-07.xlsx").read_bytes()
    told = score(7, "--lang", "en")
    assert 1 == told.exit_code
    assert "ocop score 7 ocop-score-07.xlsx" in told.output
    assert written == (here / "ocop-score-07.xlsx").read_bytes()
    assert "7. " == str(load_workbook("ocop-score-07.xlsx").worksheets[0]["B2"].value)[:3]


def test_wrong_cells_are_told_and_nothing_is_worked_out(here: Path, registers: Registers) -> None:
    """With their cells, in the language asked for; exit code 1."""
    fill(sheet_of(here, registers, {}), {"1.3": "ba", "7": 3.5})
    told = score(1, "phieu.xlsx", "--lang", "en")
    assert 1 == told.exit_code
    assert (
        'phieu.xlsx:12:5: error: cell E12: the points of criterion 1.3 is "ba", which is not a number from 0 to 3  '
        "[sheet-number]\n"
    ) in told.output
    assert "Total" not in told.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((27,), "27 is not in the range 1<=x<=26"),
        (("chè",), "'chè' is not a valid integer range"),
        ((1, "mkdocs.yml", "--lang", "en"), "mkdocs.yml: error: cannot be read as an xlsx workbook  [sheet-file]"),
        ((1, "none/a.xlsx", "--lang", "en"), "[site-unwritable]"),
        ((1, "products"), "is a directory"),
    ],
)
def test_what_cannot_be_is_said(here: Path, arguments: tuple[object, ...], told: str) -> None:
    """Without a traceback."""
    ended = score(*arguments)
    assert here.exists()
    assert ended.exit_code in (1, 2)
    assert told in ended.output


def test_without_the_register_nothing_is_scored(here: Path) -> None:
    """Which file is missing is said."""
    (here / "products/registers/criteria.csv").unlink()
    told = score(1, "--lang", "en")
    assert (1, True) == (told.exit_code, "products/registers/criteria.csv: error: " in told.output)


def test_no_other_command_loads_the_library_of_workbooks() -> None:
    """It would make each of them start later."""
    code = "import sys, generator.cli; print('openpyxl' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False\n" == ended.stdout
