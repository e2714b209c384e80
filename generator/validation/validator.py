"""The whole of stage 2: a reading of all files in, a validated collection of records out, with every issue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from generator.communes import FormerCommunes
from generator.facts import ProducerFacts, ProductFacts
from generator.issues import Issue, Source
from generator.model import Producer, Product
from generator.records.communes_file import read_former_communes
from generator.records.criteria_file import read_criteria
from generator.records.raw import RawRecord
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
from generator.validation.conversion import convert, place_issues
from generator.validation.examiner import MODELS, Examiner, Packed
from generator.validation.synonyms import check_synonyms
from generator.validation.tables import check_tables
from generator.validation.together import check_gtins, check_ids, check_pictures, check_producers

PackedProduct: TypeAlias = Packed[Product, ProductFacts]
PackedProducer: TypeAlias = Packed[Producer, ProducerFacts]


class Producers(Mapping[str, Producer]):
    """Producers by id, unpacked when asked for."""

    def __init__(self, packed: Mapping[str, PackedProducer]) -> None:
        """`packed` has all of them by id."""
        self.packed = packed

    def __getitem__(self, key: str) -> Producer:
        return self.packed[key].model

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that is valid, in the order of the files, producers by id."""

    packed: tuple[PackedProduct, ...]
    producers: Producers
    registers: Registers

    @property
    def products(self) -> tuple[Product, ...]:
        """All products, unpacked."""
        return tuple([one.model for one in self.packed])

    @property
    def files(self) -> dict[str, str]:
        """The file of each product by its id."""
        return {one.facts.id: one.file for one in self.packed}


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
    registers, issues = read_registers(reading, products_folder, hs_codes)
    issues += check_tables(registers)
    examiner = Examiner(registers, products_folder, day)
    records = [one.with_made(examiner.examine(one)) for one in reading.records if one.kind in MODELS]
    return gather(Reading(tuple(records), (*reading.issues, *issues)), registers, products_folder)


def gather(reading: Reading, registers: Registers | None, products_folder: Path) -> Verdict:
    """Bring together the records of a reading, all examined; of records that share an id, the first counts.

    Issues come in the order of files and lines.
    """
    products, producers = by_id(reading.records, "product"), by_id(reading.records, "producer")
    firsts = [records[0] for groups in (products, producers) for records in groups.values()]
    issues = [*reading.issues, *check_ids(products), *check_ids(producers)]
    issues += [Issue.of(plain) for record in firsts for plain in _made(record)[2]]
    collection = None
    if registers:
        packed = tuple(_packed(firsts, Product, ProductFacts))
        makers = {one.facts.id: one for one in _packed(firsts, Producer, ProducerFacts)}
        collection = Collection(packed, Producers(makers), registers)
        ids = [records[0].id for records in producers.values()]
        facts = [(one.facts, one.file) for one in packed]
        issues += [*check_producers(facts, ids), *check_gtins(facts)]
        issues += check_pictures(facts, products_folder / "images")
    placed = place_issues(issues, products_folder.parent, books=True)
    return Verdict(collection, tuple(sorted(placed, key=lambda issue: issue.order)))


def _made(record: RawRecord) -> Any:
    return record.made


Model = TypeVar("Model", Product, Producer)
Facts = TypeVar("Facts", ProductFacts, ProducerFacts)


def _packed(records: Iterable[RawRecord], kind: type[Model], facts: type[Facts]) -> Iterator[Packed[Model, Facts]]:
    """The records of a kind of which something is sound."""
    for record in records:
        if MODELS[record.kind] is kind:
            content, plain, _ = _made(record)
            if content:
                yield Packed(record.file, record.fingerprint, kind, content, facts._make(plain))


def read_registers(
    reading: Reading, products_folder: Path, hs_codes: Mapping[str, str], former: FormerCommunes | None = None
) -> tuple[Registers | None, list[Issue]]:
    """The registers of a reading, None when one of them is wrong or missing; and what is wrong with them.

    `former` stands in for the table of communes of the folder.
    """
    issues = list(reading.issues)
    known = len(issues)
    records = by_id(reading.records, "register")
    folder = f"{products_folder.name}/registers"
    provinces = _register(records, ProvincesFile, folder, issues)
    communes = _register(records, CommunesFile, folder, issues)
    categories = _register(records, CategoriesFile, folder, issues)
    star_rules = _register(records, StarRulesFile, folder, issues)
    certifications = _register(records, CertificationsFile, folder, issues)
    synonyms = _read_synonyms(records, issues)
    registers = None
    if provinces and communes and categories and star_rules and certifications:
        files = provinces, communes, categories, star_rules, certifications
        criteria = read_criteria(products_folder / "registers")
        former = former or read_former_communes(products_folder / "registers")
        registers = Registers(*files, hs_codes, synonyms=synonyms, criteria=criteria, former_communes=former)
    return registers, issues[known:]


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
