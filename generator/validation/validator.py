"""The whole of stage 2: a reading of all files in, a validated collection of records out, with every issue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.issues import Issue, Source
from generator.model import Producer, Product
from generator.records.raw import RawRecord
from generator.records.reader import Reading, by_id
from generator.registers import (
    CategoriesFile,
    CertificationsFile,
    CommunesFile,
    ProvincesFile,
    Registers,
    StarRulesFile,
)
from generator.validation.conversion import convert, place_issues
from generator.validation.references import References, check_gtins, check_ids
from generator.validation.rules import check_rules

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that is valid, by id and in the order of the files, and the file each product came from."""

    products: tuple[Product, ...]
    producers: Mapping[str, Producer]
    registers: Registers
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of validation; `collection` is None when the registers themselves are wrong."""

    collection: Collection | None
    issues: tuple[Issue, ...]


def validate(reading: Reading, products_folder: Path, day: date, hs_codes: frozenset[str] = frozenset()) -> Verdict:
    """Validate all records against the models, the programme's rules and each other.

    `day` is the as-of date. Products with errors are left out of the collection; the build stops on errors anyway.
    """
    issues = list(reading.issues)
    registers = _read_registers(by_id(reading.records, "register"), hs_codes, issues)
    product_groups, producer_groups = by_id(reading.records, "product"), by_id(reading.records, "producer")
    issues += [*check_ids(product_groups), *check_ids(producer_groups)]
    products = _convert_all(product_groups, Product, issues)
    producers = _convert_all(producer_groups, Producer, issues)
    if registers:
        references = References(registers, {one.id: one for one, _ in producers}, products_folder / "images")
        for product, file in products:
            issues += references.check_product(product, file)
            issues += check_rules(product, file, registers, day)
        for producer, file in producers:
            issues += references.check_producer(producer, file)
        issues += check_gtins(products)
    placed = tuple(sorted(place_issues(issues, products_folder.parent), key=lambda issue: issue.order))
    return Verdict(_collect(products, producers, registers) if registers else None, placed)


def _collect(
    products: Sequence[tuple[Product, str]], producers: Sequence[tuple[Producer, str]], registers: Registers
) -> Collection:
    return Collection(
        tuple(product for product, _ in products),
        {producer.id: producer for producer, _ in producers},
        registers,
        {product.id: file for product, file in products},
    )


def _convert_all(
    groups: Mapping[str, list[RawRecord]], model: type[Model], issues: list[Issue]
) -> list[tuple[Model, str]]:
    """Models with their files; the id of a record is the name of its file."""
    models: list[tuple[Model, str]] = []
    for records in groups.values():
        record = records[0]
        stated = record.values.get("id", record.id)
        if stated != record.id:
            details = {"value": str(stated), "expected": record.id}
            issues.append(Issue("id-file", Source(record.file, ("id",)), details=details))
            continue
        result = convert(record, model, {**record.values, "id": record.id})
        if isinstance(result, list):
            issues += result
        else:
            models.append((result, record.file))
    return models


def _read_registers(
    records: Mapping[str, list[RawRecord]], hs_codes: frozenset[str], issues: list[Issue]
) -> Registers | None:
    provinces = _register(records, ProvincesFile, issues)
    communes = _register(records, CommunesFile, issues)
    categories = _register(records, CategoriesFile, issues)
    star_rules = _register(records, StarRulesFile, issues)
    certifications = _register(records, CertificationsFile, issues)
    if provinces and communes and categories and star_rules and certifications:
        return Registers(provinces, communes, categories, star_rules, certifications, hs_codes)
    return None


Register = TypeVar("Register", ProvincesFile, CommunesFile, CategoriesFile, StarRulesFile, CertificationsFile)


def _register(
    records: Mapping[str, list[RawRecord]], model: type[Register], issues: list[Issue]
) -> Register | None:
    found: Iterable[RawRecord] = records.get(model.file, ())
    for record in found:
        result = convert(record, model, record.values)
        if not isinstance(result, list):
            return result
        issues += result
        return None
    issues.append(Issue("register-missing", Source(f"products/registers/{model.file}.yml")))
    return None
