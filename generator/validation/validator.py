"""The whole of stage 2: a reading of all files in, a validated collection of records out, with every issue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from generator.issues import Issue, Source
from generator.model import Producer, Product
from generator.records.raw import Kind, RawRecord
from generator.records.reader import Reading, by_id
from generator.registers import (
    CategoriesFile,
    CertificationsFile,
    CommunesFile,
    ProvincesFile,
    Registers,
    StarRulesFile,
    SynonymsFile,
)
from generator.validation.conversion import convert, place_issues, sound_part
from generator.validation.references import References, check_gtins, check_ids
from generator.validation.rules import check_rules
from generator.validation.synonyms import check_synonyms

Model = TypeVar("Model", bound=BaseModel)
MODELS: Mapping[Kind, type[Product | Producer]] = {"product": Product, "producer": Producer}


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that is valid, by id and in the order of the files, and the file each product came from."""

    products: tuple[Product, ...]
    producers: Mapping[str, Producer]
    registers: Registers
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of validation; `collection` is None when the registers themselves are wrong.

    With errors among the issues the collection is not fit to be published: it holds what is sound of each record.
    """

    collection: Collection | None
    issues: tuple[Issue, ...]


def validate(
    reading: Reading, products_folder: Path, day: date, hs_codes: Mapping[str, str] = MappingProxyType({})
) -> Verdict:
    """Validate all records against the models, the programme's rules and each other.

    `day` is the as-of date. A record with mistakes is still checked in what is sound of it, so that all of them are
    told at once.
    """
    gathered = gather(reading, products_folder, hs_codes)
    return Verdict(gathered.collection, judge(gathered, products_folder, day))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every record by itself: what is sound of it, with its file, and what is wrong with it."""

    products: Sequence[tuple[Product, str]]
    producers: Sequence[tuple[Producer, str]]
    producer_ids: Sequence[str]
    """Those of producers with mistakes too."""
    registers: Registers | None
    issues: tuple[Issue, ...]

    @property
    def collection(self) -> Collection | None:
        """What a catalogue is made of; None without registers."""
        if self.registers is None:
            return None
        return Collection(
            tuple([product for product, _ in self.products]),
            {producer.id: producer for producer, _ in self.producers},
            self.registers,
            {product.id: file for product, file in self.products},
        )


def gather(reading: Reading, products_folder: Path, hs_codes: Mapping[str, str]) -> Gathered:
    """Turn all records into models and the registers into look-ups."""
    issues = list(reading.issues)
    registers = _read_registers(by_id(reading.records, "register"), products_folder.name, hs_codes, issues)
    products, producers = by_id(reading.records, "product"), by_id(reading.records, "producer")
    issues += [*check_ids(products), *check_ids(producers)]
    return Gathered(
        _convert_all(products, Product, issues),
        _convert_all(producers, Producer, issues),
        [records[0].id for records in producers.values()],
        registers,
        tuple(issues),
    )


def judge(gathered: Gathered, products_folder: Path, day: date) -> tuple[Issue, ...]:
    """Everything that is wrong with records, each mistake at its line, in the order of files and lines."""
    issues = [*gathered.issues]
    if gathered.registers:
        issues += _check(gathered, gathered.registers, products_folder / "images", day)
    return tuple(sorted(place_issues(issues, products_folder.parent), key=lambda issue: issue.order))


def _check(gathered: Gathered, registers: Registers, images: Path, day: date) -> Iterator[Issue]:
    """What is wrong between records, with the registers and by the programme's rules."""
    references = References(registers, gathered.producer_ids, images)
    for product, file in gathered.products:
        yield from references.check_product(product, file)
        yield from check_rules(product, file, registers, day)
    for producer, file in gathered.producers:
        yield from references.check_producer(producer, file)
    yield from check_gtins(gathered.products)


def convert_early(record: RawRecord) -> RawRecord:
    """A product or producer with its model instead of its values, which are long and not needed any more."""
    model = MODELS.get(record.kind)
    if model is None:
        return record
    return record.with_model(_convert(record, model))


def names_hs_codes(reading: Reading) -> bool:
    """Whether a product states an HS code; their list is long and only needed then."""
    products = (_converted(record, Product).sound for record in reading.records if record.kind == "product")
    return any(product.hs for product in products if product)


def _convert_all(
    groups: Mapping[str, list[RawRecord]], model: type[Model], issues: list[Issue]
) -> list[tuple[Model, str]]:
    """Models with their files, in the order of the groups; of records that share an id, the first."""
    models: list[tuple[Model, str]] = []
    for records in groups.values():
        converted = _converted(records[0], model)
        issues += converted.issues
        if converted.sound:
            models.append((converted.sound, records[0].file))
    return models


class Converted(NamedTuple, Generic[Model]):
    """What is sound of a record, and its issues."""

    sound: Model | None
    issues: Sequence[Issue]


def _converted(record: RawRecord, model: type[Model]) -> Converted[Model]:
    return record.made if isinstance(record.made, Converted) else _convert(record, model)


def _convert(record: RawRecord, model: type[Model]) -> Converted[Model]:
    """The model of a record; the id of a record is the name of its file."""
    stated = record.values.get("id") or record.id
    if stated != record.id:
        details = {"value": str(stated), "expected": record.id}
        return Converted(None, (Issue("id-file", Source(record.file, ("id",)), details=details),))
    result = convert(record, model, {**record.values, "id": record.id})
    return Converted(sound_part(record, model, result), result) if isinstance(result, list) else Converted(result, ())


def _read_registers(
    records: Mapping[str, list[RawRecord]], products: str, hs_codes: Mapping[str, str], issues: list[Issue]
) -> Registers | None:
    folder = f"{products}/registers"
    provinces = _register(records, ProvincesFile, folder, issues)
    communes = _register(records, CommunesFile, folder, issues)
    categories = _register(records, CategoriesFile, folder, issues)
    star_rules = _register(records, StarRulesFile, folder, issues)
    certifications = _register(records, CertificationsFile, folder, issues)
    synonyms = _read_synonyms(records, issues)
    if provinces and communes and categories and star_rules and certifications:
        return Registers(provinces, communes, categories, star_rules, certifications, hs_codes, synonyms=synonyms)
    return None


def _read_synonyms(records: Mapping[str, list[RawRecord]], issues: list[Issue]) -> SynonymsFile | None:
    """The one register that a catalogue can do without."""
    found = records.get(SynonymsFile.file)
    if not found:
        return None
    result = convert(found[0], SynonymsFile, found[0].values)
    if isinstance(result, list):
        issues += result
        return None
    issues += check_synonyms(result, found[0].file)
    return result


Register = TypeVar("Register", ProvincesFile, CommunesFile, CategoriesFile, StarRulesFile, CertificationsFile)


def _register(
    records: Mapping[str, list[RawRecord]], model: type[Register], folder: str, issues: list[Issue]
) -> Register | None:
    found = records.get(model.file)
    if found:
        result = convert(found[0], model, found[0].values)
        if not isinstance(result, list):
            return result
        issues += result
        return None
    file = f"{folder}/{model.file}.yml"
    if all(issue.source.file != file for issue in issues):
        issues.append(Issue("register-missing", Source(file)))
    return None
