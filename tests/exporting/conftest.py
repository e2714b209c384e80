"""What these tests share: the real records as a workbook, as LibreOffice saves it."""

from pathlib import Path

import pytest

from generator.records.raw import RawRecord
from generator.records.reader import read_folder
from generator.registers import Registers
from tests.exporting.books import ROOT, write_book
from tests.importing.workbooks import convert


@pytest.fixture(scope="session")
def real_records() -> list[RawRecord]:
    """The records of the repository, and one that states every field."""
    found = [*read_folder(ROOT / "products", 1).records, *read_folder(ROOT / "tests/cases/full", 1).records]
    return [one for one in found if one.kind != "register"]


@pytest.fixture(scope="session")
def real_book(tmp_path_factory: pytest.TempPathFactory, real_records: list[RawRecord], registers: Registers) -> Path:
    """All of these in a workbook."""
    return write_book(tmp_path_factory.mktemp("book") / "real.xlsx", real_records, registers)


@pytest.fixture(scope="session")
def saved_books(tmp_path_factory: pytest.TempPathFactory, real_book: Path) -> dict[str, Path]:
    """The same workbook, as we wrote it and as LibreOffice saved it."""
    folders = {suffix: tmp_path_factory.mktemp(suffix) for suffix in ("xlsx", "ods")}
    saved = {
        f"LibreOffice's {suffix}": convert([real_book], suffix, folder)["real"] for suffix, folder in folders.items()
    }
    return {"ours": real_book, **saved}
