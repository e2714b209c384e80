"""What a build remembers of records is what it would find out again."""

import marshal
import os
import shutil
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator import cached
from generator.facts import FactFinder
from generator.model import Award, Price, Product
from generator.model.flat import flatten, pack, restore, unpack
from generator.records import reader
from generator.records.reader import Reading, read_folder, read_text
from generator.registers import Registers
from generator.validation.examiner import MODELS, Examiner
from generator.validation.remembered import FILE, Memory
from generator.validation.validator import validate

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 23)
LATER = DAY + timedelta(days=1)
FOLDERS = ("records", "producers")


@pytest.fixture(scope="module")
def registers() -> Registers:
    """The registers of the project."""
    collection = validate(read_folder(ROOT / "products", 1, folders=("registers",)), ROOT / "products", DAY).collection
    assert collection
    return collection.registers


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real records and those that state every field, in a products folder whose files are not new."""
    products = tmp_path_factory.mktemp("remembered") / "products"
    for source in (ROOT / "products", ROOT / "tests" / "cases" / "full"):
        for folder in FOLDERS:
            shutil.copytree(source / folder, products / folder, dirs_exist_ok=True)
    add_newer(products)
    return products


def read(products: Path, registers: Registers, memory: Memory, day: date = DAY) -> Reading:
    """What a build reads of the records, with what it remembers."""
    examiner = Examiner(registers, products, day)
    return memory.recall(read_folder(products, 1, examiner.examine, memory.known, folders=FOLDERS))


def memory_of(cache: Path | None, day: date = DAY, registers: str = "one") -> Memory:
    """What is remembered in a cache."""
    return Memory(cache, registers, day)


def add_newer(products: Path) -> None:
    """One record more, written long after the others."""
    time.sleep(0.2)
    file = products / "producers" / "newest.yml"
    file.write_text("name: {vi: Mới}\n", encoding="utf-8")


def parts(value: Any) -> Iterator[Any]:
    """A value and everything in it."""
    yield value
    if isinstance(value, BaseModel):
        for one in vars(value).values():
            yield from parts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def test_a_model_comes_back_as_it_was() -> None:
    """Every value of every record, with its type, through the form that is kept."""
    for products in (ROOT / "products", ROOT / "tests" / "cases" / "full"):
        for record in read_folder(products, 1, folders=FOLDERS).records:
            model = MODELS[record.kind].model_validate({**record.values, "id": record.id})
            back = restore(type(model), marshal.loads(marshal.dumps(flatten(model))))  # noqa: S302
            assert model == back == unpack(type(model), pack(model)), record.file
            assert list(map(type, parts(model))) == list(map(type, parts(back))), record.file
            assert model.model_dump() == back.model_dump(), record.file


def test_facts_travel(registers: Registers) -> None:
    """Facts are plain values; the awards and prices among them are those of the product."""
    finder = FactFinder(registers)
    for record in read_folder(ROOT / "products", 1, folders=("records",)).records:
        product = Product.model_validate({**record.values, "id": record.id})
        facts = finder.of_product(product)
        assert tuple(facts) == marshal.loads(marshal.dumps(tuple(facts)))  # noqa: S302
        assert product.awards == tuple(restore(Award, one) for one in facts.awards), record.file
        assert product.prices == tuple(restore(Price, one) for one in facts.prices), record.file


def test_what_has_not_changed_is_not_opened_again(
    records: Path, registers: Registers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second reading knows all files by their looks, and nothing new is to be kept."""
    first = read(records, registers, memory := memory_of(tmp_path))
    memory.write(first)
    opened: list[str] = []
    monkeypatch.setattr(reader, "read_text", lambda path: opened.append(path) or read_text(path))
    memory = memory_of(tmp_path)
    assert first == read(records, registers, memory)
    assert [f"{records}/producers/newest.yml"] == opened
    (tmp_path / FILE).unlink()
    memory.write(first)
    assert not (tmp_path / FILE).exists()


def test_the_newest_files_are_opened_again(records: Path, registers: Registers, tmp_path: Path) -> None:
    """A file may change twice before the clock of the file system moves: the newest are known by content only."""
    products = tmp_path / "products"
    shutil.copytree(records, products)
    add_newer(products)
    memory = memory_of(tmp_path)
    memory.write(read(products, registers, memory))
    states = {file: state for file, (_, state) in memory_of(tmp_path).known.items()}
    assert states.pop("products/producers/newest.yml") is None
    assert None not in states.values()


@pytest.mark.parametrize("same_time", [True, False])
def test_a_file_that_has_changed_is_read(
    records: Path,
    registers: Registers,
    tmp_path: Path,
    same_time: bool,  # noqa: FBT001
) -> None:
    """Also when it has as many bytes as before and claims to be as old."""
    products = tmp_path / "products"
    shutil.copytree(records, products)
    add_newer(products)
    before = read(products, registers, memory := memory_of(tmp_path))
    memory.write(before)
    file = next(iter(sorted((products / "records").rglob("*.yml"))))
    found, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("e", "o", 1), encoding="utf-8")
    if same_time:
        os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    name = f"products/{file.relative_to(products).as_posix()}"
    after = read(products, registers, memory_of(tmp_path))
    changed = [one.file for one, other in zip(before.records, after.records, strict=True) if one != other]
    assert [name] == changed


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 64])
def test_a_damaged_memory_is_none(damage: bytes, records: Path, registers: Registers, tmp_path: Path) -> None:
    """A file that was cut short, or is of something else, is as good as no file."""
    memory = memory_of(tmp_path)
    memory.write(read(records, registers, memory))
    content = (tmp_path / FILE).read_bytes()
    assert memory_of(tmp_path).known
    for broken in (damage, content[:-1], content[:40] + damage + content[41:] + b"."):
        (tmp_path / FILE).write_bytes(broken)
        assert {} == memory_of(tmp_path).known


def test_another_version_remembers_nothing(
    records: Path, registers: Registers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its models may have other fields; and other registers may judge otherwise."""
    memory = memory_of(tmp_path)
    memory.write(read(records, registers, memory))
    assert {} == memory_of(tmp_path, registers="other").known
    assert {} == memory_of(tmp_path, DAY - timedelta(days=1)).known
    monkeypatch.setattr(cached, "program_print", lambda: "another")
    assert {} == memory_of(tmp_path).known


def test_what_was_wrong_is_told_again(tmp_path: Path, registers: Registers) -> None:
    """Mistakes and warnings are remembered with the records; on another day they are looked for again."""
    products = tmp_path / "products"
    texts = {
        "a": "name: {vi: Trà}\n",
        "b": "name: {vi: Trà}\nstars: 5\n",
        "c": "name:\n  vi: Lô #5\n",
        "d": f"name: {{vi: Trà}}\nawards: [{{stars: 4, issued: {LATER}}}]\n",
        "e": "name: [\n",
    }
    for name, text in texts.items():
        file = products / "records" / "x" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    first = read(products, registers, memory := memory_of(tmp_path))
    memory.write(first)
    assert first == read(products, registers, again := memory_of(tmp_path))
    assert {"a", "b", "c", "d"} == {Path(file).stem for file in again.known}
    assert {"a"} == {Path(file).stem for file in memory_of(tmp_path, LATER).known}
    told = {record.id: [issue[0] for issue in record.made[2]] for record in first.records}  # type: ignore[index]
    assert {"a": [], "b": ["field-unknown"], "c": ["text-lost"], "d": ["award-future"]} == told
    later = read(products, registers, memory_of(tmp_path, LATER), LATER)
    assert [] == [issue for record in later.records if record.id == "d" for issue in record.made[2]]  # type: ignore[index]
