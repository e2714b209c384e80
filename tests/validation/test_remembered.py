"""What a build remembers of records is what it would read again."""

import marshal
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.model.flat import flatten, restore
from generator.records.reader import Reading, read_folder
from generator.validation import remembered
from generator.validation.remembered import FILE, Memory, read_memory, write_memory
from generator.validation.validator import MODELS, Converted, convert_early

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real records and those that state every field, in a products folder."""
    products = tmp_path_factory.mktemp("remembered") / "products"
    for source in (ROOT / "products", ROOT / "tests" / "cases" / "full"):
        for folder in ("records", "producers"):
            shutil.copytree(source / folder, products / folder, dirs_exist_ok=True)
    return products


def models(reading: Reading) -> Iterator[tuple[str, BaseModel]]:
    """The sound models of a reading by file."""
    for record in reading.records:
        assert isinstance(record.made, Converted)
        assert record.made.sound
        yield record.file, record.made.sound


def parts(value: Any) -> Iterator[Any]:
    """A value and everything in it."""
    yield value
    if isinstance(value, BaseModel):
        for one in vars(value).values():
            yield from parts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def test_a_model_comes_back_as_it_was(records: Path) -> None:
    """Every value of every record, with its type, through the form that is kept."""
    for file, model in models(read_folder(records, 1, convert_early)):
        back = restore(type(model), marshal.loads(marshal.dumps(flatten(model))))  # noqa: S302
        assert model == back, file
        assert list(map(type, parts(model))) == list(map(type, parts(back))), file
        assert model.model_dump() == back.model_dump(), file


def test_what_has_not_changed_is_not_read_again(records: Path, tmp_path: Path) -> None:
    """The second reading knows all files by their content, and gives the same models; nothing new is to be kept."""
    first = read_folder(records, 1, convert_early)
    write_memory(tmp_path, Memory({}).after(first))
    memory = read_memory(tmp_path)
    assert {record.file for record in first.records} - memory.fingerprints.keys() == {
        issue.source.file for issue in first.issues
    }
    second = read_folder(records, 1, memory.convert, memory.fingerprints)
    assert dict(models(first)) == dict(models(second))
    assert (first.issues, None) == (second.issues, memory.after(second))


def test_a_file_that_has_changed_is_read(records: Path, tmp_path: Path) -> None:
    """Only its content counts, not when it was written."""
    products = tmp_path / "products"
    shutil.copytree(records, products)
    memory = Memory(Memory({}).after(read_folder(products, 1, convert_early)) or {})
    file = next(iter(sorted((products / "records").rglob("*.yml"))))
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}brand: Khác\n", encoding="utf-8")
    name = f"products/{file.relative_to(products).as_posix()}"
    reading = read_folder(products, 1, memory.convert, memory.fingerprints)
    assert "Khác" == getattr(dict(models(reading))[name], "brand", None)
    kept = memory.after(reading)
    assert kept is not None
    assert {name} == {one for one, content in kept.items() if content[0] != memory.fingerprints[one]}


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 64])
def test_a_damaged_memory_is_none(damage: bytes, records: Path, tmp_path: Path) -> None:
    """A file that was cut short, or is of something else, is as good as no file."""
    write_memory(tmp_path, Memory({}).after(read_folder(records, 1, convert_early)))
    content = (tmp_path / FILE).read_bytes()
    assert read_memory(tmp_path).fingerprints
    for broken in (damage, content[:-1], content[:40] + damage + content[41:] + b"."):
        (tmp_path / FILE).write_bytes(broken)
        assert {} == read_memory(tmp_path).fingerprints


def test_another_version_remembers_nothing(records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its models may have other fields."""
    write_memory(tmp_path, Memory({}).after(read_folder(records, 1, convert_early)))
    monkeypatch.setattr(remembered, "program_print", lambda: "another")
    assert {} == read_memory(tmp_path).fingerprints


def test_records_with_mistakes_are_not_remembered(tmp_path: Path) -> None:
    """They are told again in the next build."""
    for name, text in {
        "a": "name: {vi: Trà}\n",
        "b": "name: {vi: Trà}\nstars: 5\n",
        "c": "name: {vi: Lô #5}\n",
    }.items():
        file = tmp_path / "products" / "records" / "x" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    reading = read_folder(tmp_path / "products", 1, convert_early)
    assert ["products/records/x/a.yml"] == list(Memory({}).after(reading) or {})


def test_only_records_are_remembered() -> None:
    """Registers are few, and read in every build."""
    assert {"product", "producer"} == set(MODELS)
