"""A row in, the draft of a product and of its producer out, in the shape of a record file; and what is wrong with it.

One place says which column becomes which field. Knows nothing of records that exist already.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.importing import awards, names, places
from generator.importing.cells import compact, countries, is_address, local_text
from generator.importing.tables import Row, Table
from generator.importing.words import read_words, word_key
from generator.issues import Issue, Source
from generator.model import Producer, Product
from generator.records.raw import Raw, RawRecord
from generator.registers import Registers, place_key
from generator.validation.conversion import convert

_CHECK_ID = "row"
"""Stands for an id that is only made when the row is known to be sound."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row says. `id` is empty where the list has no ids, `producer` where the row names none."""

    line: int
    id: str
    product: dict[str, Raw]
    producer: dict[str, Raw]
    province: str
    """Id of today's province; empty when it is not known."""

    @property
    def origin(self) -> Raw:
        """The place of the product, which is that of its producer's seat in such lists."""
        return self.product.get("origin", {})


def read_drafts(table: Table, registers: Registers) -> tuple[list[Draft], list[Issue]]:
    """The drafts of all sound rows, and the issues of all rows."""
    drafts: list[Draft] = []
    issues: list[Issue] = []
    for row in table.rows:
        found = list(_row_issues(row, table.file))
        product, producer = product_values(row, registers), producer_values(row)
        found += _check(row, table.file, product, producer)
        issues += found
        if not any(issue.severity == "error" for issue in found):
            province = places.province_today(product.get("origin", {}), registers)
            drafts.append(Draft(row.line, row.get("id"), product, producer, province.id if province else ""))
            issues += _province_issues(row, table.file, drafts[-1].province, registers)
    return drafts, issues


def product_values(row: Row, registers: Registers) -> dict[str, Raw]:
    """The product of a row, without its producer."""
    return compact(
        name=names.product_name(row),
        brand=row.get("brand"),
        code=row.get("code"),
        gtin=row.get("gtin"),
        category=_category(row),
        origin=places.origin(row),
        awards=awards.awards(row, registers),
        proposals=awards.proposals(row),
        **_export(row.get("export_markets")),
        sources=_sources(row),
    )


def producer_values(row: Row) -> dict[str, Raw]:
    """The producer of a row, without its place; empty when the row names none."""
    name = names.producer_name(row)
    kind = read_words("words.yml")["producer_type"].get(word_key(row.get("producer_type")), "")
    return compact(name=name, kind=kind, tax_code=row.get("tax_code")) if name else {}


def _category(row: Row) -> Raw:
    if row.get("set_no"):
        return compact(set=row.get("set_no"), stated=row.get("group_source"))
    inferred = row.get("set_no_inferred")
    return compact(set=inferred, inferred="yes", stated=row.get("group_source")) if inferred else {}


def _export(cell: str) -> dict[str, Raw]:
    """Countries where the cell lists nothing else; any other text is a note, in its own words."""
    codes = countries(cell)
    return {"markets": [{"country": code} for code in codes]} if codes else {"export_note": local_text(cell)}


def _sources(row: Row) -> list[Raw]:
    cell = row.get("source_url")
    told_elsewhere = awards.status(row) in awards.EXPLAINED
    source = compact(
        title="" if is_address(cell) else cell,
        url=cell if is_address(cell) else "",
        repository=row.get("source_repo_path"),
        evidence="" if awards.is_graded(row) else row.get("verification"),
        note={} if told_elsewhere else local_text(row.get("notes")),
    )
    return [source] if source else []


def _row_issues(row: Row, file: str) -> Iterator[Issue]:
    """Words that stand for something in our fields and are not known."""
    tables = read_words("words.yml")
    if awards.status(row) is None:
        details = {"value": row.get("status"), "column": "status", "allowed": _allowed(tables["status"])}
        yield Issue("import-word", Source(file, (), row.line), "error", details)
    kind = row.get("producer_type")
    if kind and word_key(kind) not in tables["producer_type"]:
        details = {"value": kind, "column": "producer_type", "allowed": _allowed(tables["producer_type"])}
        yield Issue("import-word", Source(file, (), row.line), "warning", details)


def _allowed(table: object) -> str:
    return ", ".join(dict.fromkeys(table.values())) if isinstance(table, dict) else ""


def _check(row: Row, file: str, product: dict[str, Raw], producer: dict[str, Raw]) -> Iterator[Issue]:
    """What validation will say of the row, told with the line of the list."""
    found = convert(RawRecord("product", "", file, {}), Product, {**product, "id": row.get("id") or _CHECK_ID})
    yield from _placed(found, row)
    if producer:
        yield from _placed(convert(RawRecord("producer", "", file, {}), Producer, {**producer, "id": _CHECK_ID}), row)


def _placed(found: Product | Producer | list[Issue], row: Row) -> list[Issue]:
    if not isinstance(found, list):
        return []
    return [replace(issue, source=replace(issue.source, line=row.line)) for issue in found]


def _province_issues(row: Row, file: str, found: str, registers: Registers) -> Iterator[Issue]:
    """A province nobody knows; a list that names another province of today than the register."""
    columns = (("province_old", "stated", registers.province_names), ("province_new", "today", registers.current_names))
    for column, part, known in columns:
        if row.get(column) and place_key(row.get(column)) not in known:
            source = Source(file, ("origin", part, "province"), row.line)
            yield Issue("province-unknown", source, "warning", {"value": row.get(column)})
    named = registers.current_names.get(place_key(row.get("province_new")))
    if named and found and named.id != found:
        details = {"value": row.get("province_new"), "expected": registers.provinces[found].name.get("vi") or found}
        yield Issue("import-province", Source(file, ("origin", "today", "province"), row.line), "warning", details)
