"""LibreOffice, and score sheets to fill."""

import subprocess
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.criteria import PARTS, ScoreSheet
from generator.registers import Registers
from generator.scoresheets.layout import CODE, HEADING_ROW, POINTS
from generator.scoresheets.writing import make_score_sheet

NAMES = {"vi": "Bộ thử", "en": "A set for tests"}
PATIENCE = 180
MakeSheet = Callable[..., Path]


@pytest.fixture
def empty_sheet(tmp_path: Path, registers: Registers) -> Callable[[int], Path]:
    """Writes the empty sheet of a set."""

    def make(number: int) -> Path:
        file = tmp_path / f"phieu-{number}.xlsx"
        parts = {part: {"vi": f"Phần {part}", "en": f"Part {part}"} for part in PARTS}
        file.write_bytes(make_score_sheet(registers.criteria.sheets[number], NAMES, parts))
        return file

    return make


def rows_of(file: Path) -> dict[str, int]:
    """The row of each criterion."""
    page = load_workbook(file).worksheets[0]
    codes = ((row, page.cell(row, CODE).value) for row in range(HEADING_ROW + 1, page.max_row + 1))
    return {str(code): row for row, code in codes if code}


def fill(file: Path, points: Mapping[str, object], column: int = POINTS) -> Path:
    """Write values into the cells of criteria, as a person does."""
    rows, book = rows_of(file), load_workbook(file)
    for code, value in points.items():
        book.worksheets[0].cell(rows[code], column).value = float(value) if isinstance(value, Decimal) else value
    book.save(file)
    return file


def through_office(file: Path, folder: Path) -> Path:
    """The same workbook, opened and saved by LibreOffice."""
    folder.mkdir()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return folder / file.name


def full_marks(sheet: ScoreSheet) -> dict[str, Decimal]:
    """The most points for every criterion."""
    return {one.code: Decimal(one.most) for one in sheet.criteria}
