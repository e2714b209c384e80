"""Which column of a list a field of a record came from: an issue of a row in, the same with its column named, out.

The other direction of `drafts.py`, for messages only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.importing.headings import NAMES
from generator.importing.tables import Row, Table
from generator.issues import Issue, Path
from generator.workbooks.letters import column_letters

_AWARD = {
    "stars": ("stars",),
    "level": ("authority",),
    "authority": ("authority", "decision_number"),
    "decision": ("decision_number",),
    "issued": ("issued_at", "decision_number"),
    "date": ("issued_at",),
    "year": ("cert_year",),
    "expires": ("valid_until_stated",),
    "score": ("score",),
    "evidence": ("verification",),
    "note": ("notes",),
    "withdrawn": ("notes", "status"),
}
_SOURCE_NAMES = ("name_source", "name_other")
_PRODUCT: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "name": ("name_vi", *_SOURCE_NAMES),
    "name.vi": ("name_vi",),
    "name.en": ("name_en", *_SOURCE_NAMES),
    "brand": ("brand",),
    "code": ("code",),
    "gtin": ("gtin",),
    "category.set": ("set_no", "set_no_inferred"),
    "category.stated": ("group_source",),
    "origin.stated.address": ("address",),
    "origin.stated.commune": ("commune_old", "address"),
    "origin.stated.district": ("district_old", "district_en", "name_other", "address"),
    "origin.stated.province": ("province_old", "address"),
    "origin.today.commune": ("commune_current",),
    "origin.today.province": ("province_new",),
    "markets": ("export_markets",),
    "export_note": ("export_markets",),
    "sources": ("source_url",),
    "sources.repository": ("source_repo_path",),
    "sources.evidence": ("verification",),
    "sources.note": ("notes",),
    "status": ("status",),
    **{f"{part}.{field}": columns for part in ("awards", "proposals") for field, columns in _AWARD.items()},
}
_PRODUCER: Mapping[str, tuple[str, ...]] = {
    "name": ("producer",),
    "name.en": ("producer_en", "name_other"),
    "kind": ("producer_type",),
    "tax_code": ("tax_code",),
    **{field: columns for field, columns in _PRODUCT.items() if field.startswith("origin.")},
}
_EARLIER = {"decision_number": "decision", "issued_at": "issued", "cert_year": "year", "valid_until_stated": "expires"}
"""Columns of an earlier award are called after those of the latest: `previous_stars`."""


def name_columns(issues: Iterable[Issue], *tables: Table, producer: bool = False) -> Iterator[Issue]:
    """The issues of rows with their column told, as letter and heading; those of no row as they are."""
    rows = {row.source(table.file): (row, table) for table in tables for row in table.rows}
    for issue in issues:
        place = issue.source
        found = rows.get(replace(place, path=(), column=0))
        yield name_column(issue, *found, producer=producer) if found else issue


def name_column(issue: Issue, row: Row, table: Table, *, producer: bool = False) -> Issue:
    """The issue of a row with its column; of a workbook one without a column is told at the name of the product."""
    column = _column(issue.source.path, row, table, _PRODUCER if producer else _PRODUCT)
    if column:
        issue = replace(issue, details={**issue.details, **_told(table, column)})
    if not table.sheet:
        return issue
    there = column or next((name for name in table.headings if name in NAMES), "")
    number = table.headings[there][0] + 1 if there else 1
    return replace(issue, source=replace(issue.source, column=number))


def _column(path: Path, row: Row, table: Table, known: Mapping[str, tuple[str, ...]]) -> str | None:
    """The column that fills the field: of several the one with a cell in this row, else one that the list has."""
    names = [str(step) for step in path if isinstance(step, str)]
    dotted = (".".join(names[:end]) for end in range(len(names), 0, -1))
    columns = next((known[name] for name in dotted if name in known), ())
    if path[:2] == ("awards", 0):
        columns = (*(f"previous_{_EARLIER.get(one, one)}" for one in columns if _has_earlier(row)), *columns)
    there = [column for column in columns if column in table.headings]
    return next((column for column in there if row.get(column)), there[0] if there else None)


def _has_earlier(row: Row) -> bool:
    return any(name.startswith("previous_") for name in row.cells)


def _told(table: Table, column: str) -> dict[str, str]:
    """The letters a spreadsheet shows above a column, and the heading in the list."""
    number, heading = table.headings[column]
    return {"column": column_letters(number + 1), "heading": heading}
