"""What else changed about a product, in the words of a language. Two entries in, remarks out.

Facts a buyer decides by are told with their values; of longer texts and of sheets, only that they changed.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.entry import Entry
from generator.catalogue.wording import Wording
from generator.changes.ratings import changed
from generator.languages import formats
from generator.model import Certification
from generator.outputs.table import COLUMNS

TOLD_WITH_VALUES = (
    "name",
    "producer",
    "stated_place",
    "set",
    "decision",
    "authority",
    "minimum_order",
    "home_price",
    "trade_price",
)
"""Columns of the table whose cells are compared and told."""
ONLY_TOLD: Mapping[str, str] = {
    "summary": "field.summary",
    "story": "field.story",
    "brand": "field.brand",
    "variety": "field.variety",
    "code": "field.code",
    "gtin": "field.gtin",
    "hs": "field.hs",
    "content": "sheet.content",
    "packing": "sheet.packing",
    "keeping": "sheet.keeping",
    "home.shops": "field.home.shops",
    "home.links": "field.home.links",
    "trade.capacity": "field.trade.capacity",
    "trade.lead_time_days": "field.trade.lead_time_days",
    "trade.incoterms": "field.trade.incoterms",
    "trade.payment": "field.trade.payment",
    "trade.samples": "field.trade.samples",
    "tests": "sheet.tests",
    "traceability": "sheet.traceability",
    "images": "product.pictures",
}
"""Other fields of the record that a buyer sees, with the texts they are called by."""


def tell_facts(before: Entry, after: Entry, old: Wording, new: Wording) -> Iterator[str]:
    """Remarks on facts; `old` and `new` know the registers of the two states."""
    for column in COLUMNS:
        if column.id in TOLD_WITH_VALUES:
            cells = (_flat(column.cell(before, old)), _flat(column.cell(after, new)))
            if cells[0] != cells[1]:
                yield changed(new.texts, new.texts[column.heading], *cells)
    yield from _tell_certificates(before, after, old, new)
    yield from _tell_markets(before, after, new)
    others = [new.texts[key] for name, key in ONLY_TOLD.items() if _field(before, name) != _field(after, name)]
    if others:
        yield new.texts["changes.also"].format(names=", ".join(others))


def _flat(cell: object) -> str:
    return "" if cell is None else str(cell)


def _field(entry: Entry, path: str) -> object:
    """A field of the record, also of one of its parts; None where it is not stated."""
    part: object = entry.product
    for name in path.split("."):
        part = getattr(part, name, None)
    return part or None  # a list without items is not stated either


def _tell_certificates(before: Entry, after: Entry, old: Wording, new: Wording) -> Iterator[str]:
    """Certificates are the same by scheme and number; what else may change of them that matters is their last day."""
    earlier, later = _certificates(before), _certificates(after)
    yield from _listed("certificate.new", [_called(later[key], new) for key in later if key not in earlier], new)
    yield from _listed("certificate.gone", [_called(earlier[key], old) for key in earlier if key not in later], new)
    for key in later:
        if key in earlier and later[key].expires != earlier[key].expires:
            days = [_end(earlier[key], new), _end(later[key], new)]
            yield changed(new.texts, f"{_called(later[key], new)}, {new.texts['field.certifications.expires']}", *days)


def _certificates(entry: Entry) -> dict[tuple[str, str | None], Certification]:
    return {(one.scheme, one.number): one for one in entry.product.certifications}


def _called(one: Certification, wording: Wording) -> str:
    """The name of a certificate; its id where an earlier register did not know it."""
    return wording.certificate(one) if one.scheme in wording.registers.schemes else one.scheme


def _end(one: Certification, wording: Wording) -> str:
    return formats.day(one.expires, wording.language) if one.expires else ""


def _tell_markets(before: Entry, after: Entry, wording: Wording) -> Iterator[str]:
    earlier, later = ([market.country for market in entry.product.markets] for entry in (before, after))
    for key, codes in (("new", set(later) - set(earlier)), ("gone", set(earlier) - set(later))):
        names = [formats.country(code, wording.language) for code in sorted(codes)]
        yield from _listed(f"market.{key}", names, wording)


def _listed(key: str, names: list[str], wording: Wording) -> Iterator[str]:
    if names:
        yield wording.texts[f"changes.{key}"].format(names=", ".join(names))
