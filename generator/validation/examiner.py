"""A record by itself: its model, what is wrong with it, what lists need to know of it. Works wherever records are read.

Raw record in, plain values out. What records mean beside each other is judged later (`together.py`).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from generator.facts import FactFinder, ProducerFacts, ProductFacts
from generator.issues import Issue, PlainIssue, Source
from generator.model import Producer, Product
from generator.model.flat import pack, unpack
from generator.records.raw import Kind, RawRecord
from generator.registers import Registers
from generator.validation.conversion import convert, place_issues, sound_part
from generator.validation.references import References
from generator.validation.rules import check_rules

Model = TypeVar("Model", Product, Producer)
Facts = TypeVar("Facts", ProductFacts, ProducerFacts)
MODELS: Mapping[Kind, type[Product | Producer]] = {"product": Product, "producer": Producer}
Examined: TypeAlias = "tuple[bytes, tuple[Any, ...], tuple[PlainIssue, ...]]"
"""What is sound of a record, packed, and the facts of it, both empty when nothing is; everything wrong with it."""


class Packed(NamedTuple, Generic[Model, Facts]):
    """A sound record: where it was read, the fingerprint of that file, the packed model and its facts."""

    file: str
    fingerprint: str
    kind: type[Model]
    content: bytes
    facts: Facts

    @property
    def model(self) -> Model:
        """The model, unpacked."""
        found: Model = unpack(self.kind, self.content)
        return found


class Examiner:
    """Makes the models of records and judges them by the registers and the programme's rules."""

    def __init__(self, registers: Registers | None, products: Path, day: date) -> None:
        """`products` is their folder, `day` the as-of date. Without registers only fields are judged."""
        self._registers = registers
        self._references = References(registers) if registers else None
        self._facts = FactFinder(registers) if registers else None
        self._root = products.parent
        self._day = day

    def examine(self, record: RawRecord) -> Examined:
        """The model of a product or producer, with every mistake at its line; what is sound of it is judged too."""
        model, issues = _convert(record)
        found = [*record.remarks, *issues, *(self._judge(model, record.file) if model else ())]
        plain = tuple([issue.plain for issue in place_issues(found, self._root)])
        if model is None or self._facts is None:
            return b"", (), plain
        facts = self._facts.of_product(model) if isinstance(model, Product) else self._facts.of_producer(model)
        return pack(model), tuple(facts), plain

    def _judge(self, model: Product | Producer, file: str) -> Iterator[Issue]:
        if self._registers is None or self._references is None:
            return
        if isinstance(model, Product):
            yield from self._references.check_product(model, file)
            yield from check_rules(model, file, self._registers, self._day)
        else:
            yield from self._references.check_producer(model, file)


def _convert(record: RawRecord) -> tuple[Product | Producer | None, list[Issue]]:
    """What is sound of a record, and the issues of the rest; the id of a record is the name of its file."""
    stated = record.values.get("id") or record.id
    if stated != record.id:
        details = {"value": str(stated), "expected": record.id}
        return None, [Issue("id-file", Source(record.file, ("id",)), details=details)]
    model = MODELS[record.kind]
    result = convert(record, model, {**record.values, "id": record.id})
    return (sound_part(record, model, result), result) if isinstance(result, list) else (result, [])
