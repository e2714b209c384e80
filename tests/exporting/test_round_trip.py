"""Records go into a workbook and come out of it as they were, whichever program saved it meanwhile."""

from pathlib import Path
from shutil import copy, copytree
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exporting.labels import read_labels
from generator.importing.models import ordered
from generator.importing.returned import import_book
from generator.model import Producer, Product
from generator.records.books.cells import join_list, split_list
from generator.records.books.layout import MODELS, plans
from generator.records.raw import RawRecord, without_blanks
from generator.records.strict_yaml import parse, render
from generator.registers import Registers
from tests.conftest import AS_OF
from tests.exporting.books import ROOT, read_values, values_by_key, write_book
from tests.exporting.records import items, values_of

SAVED = ("ours", "LibreOffice's xlsx", "LibreOffice's ods")


@given(products=st.lists(values_of(Product), max_size=3), producers=st.lists(values_of(Producer), max_size=2))
@settings(max_examples=25)
def test_any_record_survives_from_yaml_to_yaml(
    registers: Registers, products: list[dict[str, Any]], producers: list[dict[str, Any]]
) -> None:
    """To the byte: every field, several items of everything, texts like formulas, numbers, days or escapes."""
    found = [("product", values) for values in products] + [("producer", values) for values in producers]
    files = {(kind, f"r-{n}"): render(ordered(values, MODELS[kind])) for n, (kind, values) in enumerate(found)}
    records = [RawRecord(kind, name, "", without_blanks(parse(text))) for (kind, name), text in files.items()]
    with TemporaryDirectory() as folder:
        read = read_values(write_book(Path(folder, "a.xlsx"), records, registers))
    assert files == {key: render(ordered(values, MODELS[key[0]])) for key, values in read.items()}


@given(st.lists(items, max_size=4))
def test_lists_in_one_cell_come_apart_as_they_were(found: list[str]) -> None:
    """Whatever stands in them."""
    assert found == split_list(join_list(found))


def test_every_list_has_a_sheet_and_every_column_a_name() -> None:
    """In both languages; the lists are those of the models, that of criteria stands inside awards."""
    labels = read_labels()
    names = {plan.mark.removeprefix("ocop:"): labels.sheet(plan) for plan in plans().values()}
    assert {"product:awards:scores.criteria", "product:home.shops", "producer:sources"} < names.keys()
    assert len(names) == len({name.vi for name in names.values()}) == len({name.en for name in names.values()})
    for plan in plans().values():
        found = [str(labels.column(column)) for column in plan.columns]
        assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("how", SAVED)
def test_all_real_records_survive(how: str, saved_books: dict[str, Path], real_records: list[RawRecord]) -> None:
    """Not one letter is lost, also after LibreOffice has opened and saved the workbook."""
    assert values_by_key(real_records) == read_values(saved_books[how])


@pytest.mark.parametrize("how", SAVED)
def test_real_records_come_back_untouched(tmp_path: Path, saved_books: dict[str, Path], how: str) -> None:
    """All of the repository, and the one that states every field, whichever program saved the workbook."""
    products = Path(copytree(ROOT / "products", tmp_path / "products"))
    for file in (ROOT / "tests/cases/full").rglob("*.yml"):
        copy(file, products / file.relative_to(ROOT / "tests/cases/full").parts[0])
    looks = {file: file.stat().st_mtime_ns for file in products.rglob("*.yml")}
    result = import_book(saved_books[how], products, AS_OF)
    assert ((), 243, 137) == (result.written, result.products.unchanged, result.producers.unchanged)
    assert looks == {file: file.stat().st_mtime_ns for file in products.rglob("*.yml")}
