"""A row in, the draft of a product and of its producer out, in the shape of a record file; and what is wrong with it.

One place says which column becomes which field. Knows nothing of records that exist already.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.importing import awards, names, places
from generator.importing.cells import compact, countries, is_address, local_text
from generator.importing.columns import name_column
from generator.importing.doubts import check_product, check_row
from generator.importing.splitting import split_row
from generator.importing.tables import Row, Table
from generator.importing.words import cell_words, read_words
from generator.issues import Issue, Severity, Source, has_errors
from generator.languages.codes import word_key
from generator.model import Producer, Product
from generator.progress.phases import SILENT, Progress
from generator.records.raw import Raw, RawRecord
from generator.registers import Registers, place_key
from generator.validation.conversion import convert
from generator.validation.references import References

_CHECK_ID = "row"
"""Stands for an id that is only made when the row is known to be sound."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row says. `id` is empty where the list has no ids, `producer` where the row names none."""

    source: Source
    id: str
    product: dict[str, Raw]
    producer: dict[str, Raw]
    province: str
    """Id of today's province; empty when it is not known."""

    @property
    def origin(self) -> Raw:
        """The place of the product, which is that of its producer's seat in such lists."""
        return self.product.get("origin", {})


def read_drafts(
    tables: Sequence[Table], registers: Registers, day: date, progress: Progress = SILENT
) -> tuple[list[Draft], list[Issue]]:
    """The drafts of all sound rows, and the issues of all rows on `day`; `progress` hears of each row."""
    progress.expect(sum(len(table.rows) for table in tables))
    drafts: list[Draft] = []
    issues: list[Issue] = []
    references = References(registers)
    for table, stated in [(one, row) for one in tables for row in one.rows]:
        progress.advance()
        row = split_row(stated, registers)
        draft = _draft(row, table.file, registers)
        of_product = _product_issues(draft, row, table.file, references, day)
        of_producer = _producer_issues(draft, row, table.file)
        found = [name_column(one, row, table) for one in of_product]
        found += [name_column(one, row, table, producer=True) for one in of_producer]
        issues += found
        if not has_errors(found):
            drafts.append(draft)
    return drafts, issues


def _draft(row: Row, file: str, registers: Registers) -> Draft:
    product = product_values(row, registers)
    province = places.province_today(product.get("origin", {}), registers)
    return Draft(row.source(file), row.get("id"), product, producer_values(row), province.id if province else "")


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


def _product_issues(draft: Draft, row: Row, file: str, references: References, day: date) -> Iterator[Issue]:
    """What is wrong with the product of a row: told here, so that `ocop check` has nothing to refuse afterwards."""
    if awards.status(row) is None:
        yield _unknown_word(row, file, "status", "status", "error")
    product = convert(RawRecord("product", "", file, {}), Product, {**draft.product, "id": draft.id or _CHECK_ID})
    if not isinstance(product, list):
        yield from _on_line(references.check_places(product.origin, file), row)
        yield from _moved_province(draft, row, file, references.registers)
        yield from _on_line(check_product(product, row, file, references.registers, day), row)
        yield from check_row(row, file)
    else:
        yield from _on_line(product, row)


def _producer_issues(draft: Draft, row: Row, file: str) -> Iterator[Issue]:
    kind = row.get("producer_type")
    if kind and word_key(kind) not in read_words("words.yml")["producer_type"]:
        yield _unknown_word(row, file, "producer_type", "kind", "warning")
    if draft.producer:
        producer = convert(RawRecord("producer", "", file, {}), Producer, {**draft.producer, "id": _CHECK_ID})
        yield from _on_line(producer if isinstance(producer, list) else (), row)


def _unknown_word(row: Row, file: str, column: str, field: str, severity: Severity) -> Issue:
    """A word that stands for something in our fields and is not known."""
    allowed = ", ".join(cell_words(column).values())
    place = replace(row.source(file), path=(field,))
    return Issue("import-word", place, severity, {"value": row.get(column), "allowed": allowed})


def _on_line(found: Iterable[Issue], row: Row) -> Iterator[Issue]:
    return (replace(issue, source=replace(issue.source, line=row.line, sheet=row.sheet)) for issue in found)


def _moved_province(draft: Draft, row: Row, file: str, registers: Registers) -> Iterator[Issue]:
    """A list that names another province of today than the register."""
    named = registers.current_names.get(place_key(row.get("province_new")))
    if named and draft.province and named.id != draft.province:
        expected = registers.provinces[draft.province].name.get("vi") or draft.province
        details = {"value": row.get("province_new"), "expected": expected}
        place = replace(row.source(file), path=("origin", "today", "province"))
        yield Issue("import-province", place, "warning", details)
