"""Short ways to write records into workbooks, to look at them, and to change cells as an officer would."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.exporting.writing import BookWriter
from generator.records.books.reading import read_book
from generator.records.raw import Raw, RawRecord
from generator.registers import Registers

ROOT = Path(__file__).parents[2]
Key = tuple[str, str]


def write_book(path: Path, records: Iterable[RawRecord], registers: Registers) -> Path:
    """A workbook of records."""
    writer = BookWriter(registers, set())
    for one in records:
        assert [] == writer.add(one.kind, one.id, one.values)
    path.write_bytes(writer.content())
    return path


def values_by_key(records: Iterable[RawRecord]) -> dict[Key, Mapping[str, Raw]]:
    """What records state, by kind and id."""
    return {(one.kind, one.id): dict(one.values) for one in records}


def read_values(path: Path) -> dict[Key, Mapping[str, Raw]]:
    """What a workbook without mistakes states."""
    book = read_book(path, path.name)
    assert [] == book.issues
    return {(one.kind, one.id): one.values for one in book.records}


def sheet_by_mark(book: Any, mark: str) -> Any:
    """The sheet whose first cell is `ocop:<mark>`."""
    return next(page for page in book.worksheets if page["A1"].value == f"ocop:{mark}")


def edit(path: Path, changes: Mapping[tuple[str, str, int | None, str], object]) -> Path:
    """Change cells, found by the mark of the sheet, the id, the number of the item and the key of the column.

    A row that is not there is added.
    """
    book = load_workbook(path)
    for (mark, name, number, key), value in changes.items():
        page = sheet_by_mark(book, mark)
        columns = {cell.value: cell.column for cell in page[1]}
        rows = (
            row
            for row in range(4, page.max_row + 1)
            if page.cell(row, 1).value == name and (number is None or int(page.cell(row, columns["#"]).value) == number)
        )
        row = next(rows, None) or page.max_row + 1
        page.cell(row, 1).value = name
        if number is not None:
            page.cell(row, columns["#"]).value = number
        page.cell(row, columns[key]).value = value
    book.save(path)
    return path
