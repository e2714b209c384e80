"""The records that answers make, what is wrong with them, and their files. Asks nobody and prints nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from errno import ELOOP
from os import strerror
from pathlib import Path

from generator.drafting.questions import PRODUCER, PRODUCER_KIND, QUESTIONS, Answers
from generator.fields import RESERVED_IDS
from generator.importing.cells import slug
from generator.importing.drafts import Draft as Row
from generator.importing.importer import UNPLACED
from generator.importing.matching import Producers, free_id
from generator.importing.models import ordered
from generator.importing.places import province_today
from generator.importing.words import read_words
from generator.importing.writing import is_inside
from generator.issues import Issue, Source
from generator.languages.codes import word_key
from generator.model import Producer, Product
from generator.records.hs_codes import HsCodes
from generator.records.raw import Kind, Raw, RawRecord
from generator.records.reader import looks, read_folder
from generator.records.strict_yaml import render
from generator.registers import Registers
from generator.validation.examiner import Examiner
from generator.validation.validator import read_registers
from generator.writing import writing

WITHOUT_LETTERS: Mapping[Kind, str] = {"product": "san-pham", "producer": "chu-the"}
"""Begins the id of what is called by no letter or figure, by figures alone, or as no file may be."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that has no file yet; `file` is relative to the project."""

    kind: Kind
    id: str
    file: str
    values: dict[str, Raw]


class Drafting:
    """Makes new records of a project."""

    def __init__(self, products: Path, day: date) -> None:
        """Read what new records must fit to: registers, producers, and which files there are."""
        reading = read_folder(products, folders=("registers", "producers"))
        self._products = products
        self._registers, issues = read_registers(reading, products, HsCodes(products / "registers"))
        self.issues = tuple(issues)
        """What is wrong with the registers; nothing can be made then."""
        self._examiner = Examiner(self._registers, products, day)
        self._makers = [record for record in reading.records if record.kind == "producer"]
        self._files = {_id_of(file): file for file in looks(products) if file.startswith(f"{products.name}/records/")}

    def make(self, answers: Answers) -> tuple[NewRecord, NewRecord | None]:
        """The product that answers make, and its producer when there is no record of it yet."""
        values = _values(answers)
        province = self._province(values.get("origin", {}))
        producer = self._producer(answers, province)
        if producer:
            values["producer"] = producer.id
        found = self.free_id(values, province)
        file = f"{self._products.name}/records/{province or UNPLACED}/{found}.yml"
        is_new = producer is not None and not any(one.id == producer.id for one in self._makers)
        return NewRecord("product", found, file, values), producer if is_new else None

    def examine(self, answers: Answers) -> list[Issue]:
        """Everything that is wrong with the records of some answers, as `ocop check` would tell it."""
        return [issue for record in self.make(answers) if record for issue in self._issues_of(record)]

    def alike(self, answers: Answers) -> str:
        """The file of a product with the same name in the same province; empty when there is none."""
        values = _values(answers)
        return self._files.get(_wanted(values, self._province(values.get("origin", {}))), "")

    def free_id(self, values: Mapping[str, Raw], province: str) -> str:
        """An id that no product has, also where file systems do not tell large letters from small ones."""
        return free_id(_wanted(values, province), "", {one.lower() for one in self._files})

    def write(self, record: NewRecord) -> None:
        """Write the file of a record; raises `UnwritableError`, also when there is such a file by now."""
        path = self._products.parent / record.file
        model = Product if record.kind == "product" else Producer
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not is_inside(path, self._products):
                raise OSError(ELOOP, strerror(ELOOP))
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(render(ordered(record.values, model)))

    def _issues_of(self, record: NewRecord) -> Iterator[Issue]:
        raw = RawRecord(record.kind, record.id, record.file, record.values)
        return map(Issue.of, self._examiner.examine(raw)[2])

    def _province(self, origin: Raw) -> str:
        found = province_today(origin, self._registers) if self._registers else None
        return found.id if found else ""

    def _producer(self, answers: Answers, province: str) -> NewRecord | None:
        """The producer that an answer names by its id or its name; None when it names none."""
        name = " ".join(answers.get(PRODUCER, "").split())
        if not name or self._registers is None:
            return None
        known = next((one for one in self._makers if one.id == name), None)
        if known:
            return NewRecord("producer", known.id, known.file, {})
        kind = answers.get(PRODUCER_KIND, "")
        known_kind = read_words("words.yml")["producer_type"].get(word_key(kind), kind)
        values: dict[str, Raw] = {"name": {"vi": name}, "kind": known_kind}
        found = self._id_of_maker(values, province, self._registers)
        file = f"{self._products.name}/producers/{found}.yml"
        return NewRecord("producer", found, file, {name: value for name, value in values.items() if value})

    def _id_of_maker(self, values: dict[str, Raw], province: str, registers: Registers) -> str:
        """The id of the producer with this name, as an import finds it, or a new one."""
        row = Row(Source(""), "", {}, values, province)
        found = Producers(self._makers, registers).id_of(row)
        return found if any(one.id == found for one in self._makers) else _fit(found, "producer")


def _id_of(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()


def _wanted(values: Mapping[str, Raw], province: str) -> str:
    """The id made from the name and today's province, as an import makes it."""
    name = values.get("name", {})
    text = str(name.get("vi", "")) if isinstance(name, dict) else ""
    return _fit(slug(f"{text} {province}") if slug(text) else "", "product")


def _fit(wanted: str, kind: Kind) -> str:
    fits = wanted and not wanted.isdigit() and wanted not in RESERVED_IDS
    return wanted if fits else f"{WITHOUT_LETTERS[kind]}-{wanted}".strip("-")


def _values(answers: Answers) -> dict[str, Raw]:
    """The product of some answers, without its producer."""
    values: dict[str, Raw] = {}
    for question in QUESTIONS:
        answer = " ".join(answers.get(question.name, "").split())
        if answer and question.name not in (PRODUCER, PRODUCER_KIND):
            _put(values, question.path, answer)
    return values


def _put(values: dict[str, Raw], path: tuple[str | int, ...], answer: str) -> None:
    """Put an answer at its place; of a list there is only the first item."""
    first, *rest = path
    if not rest:
        values[str(first)] = answer
    elif rest[0] == 0:
        items = values.setdefault(str(first), [{}])
        if isinstance(items, list) and isinstance(items[0], dict):
            _put(items[0], tuple(rest[1:]), answer)
    else:
        part = values.setdefault(str(first), {})
        if isinstance(part, dict):
            _put(part, tuple(rest), answer)
