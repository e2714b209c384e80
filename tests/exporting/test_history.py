"""Records that move into a workbook are no news; what is edited there is."""

from pathlib import Path
from shutil import rmtree

from generator.records.reader import read_folder
from generator.registers import Registers
from tests.changes.conftest import Kept
from tests.exporting.books import edit, write_book


def test_changes_are_told_between_workbooks_and_files(tmp_path: Path, registers: Registers) -> None:
    """The earlier state may be files or a workbook, as git keeps it."""
    kept = Kept(tmp_path / "project")
    kept.project.producer()
    kept.project.product()
    kept.keep()
    products = kept.project.products
    records = [one for one in read_folder(products, 1).records if one.kind != "register"]
    book = write_book(products / "2026.xlsx", records, registers)
    for folder in ("records", "producers"):
        rmtree(products / folder)
    (same,) = kept.told()
    assert "không có gì thay đổi" in same
    kept.keep()
    edit(book, {("product:awards", "che-dinh", 1, "stars"): 4})
    assert 1 < len(kept.told())
