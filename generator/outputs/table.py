"""The catalogue as a table for spreadsheets: one CSV file a language, one product a row.

RFC 4180 with CRLF, UTF-8 with a byte-order mark, which is how Excel knows the encoding. A text cell that a
spreadsheet would run as a formula gets an apostrophe in front; dates, numbers and addresses never need one.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Literal

from generator.catalogue.entry import Entry
from generator.catalogue.places import Places
from generator.catalogue.statistics import award_year
from generator.catalogue.wording import Texts, Wording, place_words
from generator.languages import formats
from generator.model import Price
from generator.settings import SITE_LANGUAGES, Settings
from generator.urls import absolute, table

_FORMULA = re.compile(r"[^\S\t\r]*[=+\-@\t\r＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called, what it holds and how to read it from an entry."""

    id: str
    cell: Callable[[Entry, Wording], object]
    heading: str = ""
    """Key of the heading in the interface texts; empty for one of `_HEADINGS`."""
    type: Literal["string", "integer", "date"] = "string"


_HEADINGS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "id": "Mã trong danh mục",
        "name_other": "Tên tiếng Anh",
        "name_translated": "Bản dịch tên",
        "set_inferred": "Cách xếp bộ",
    },
    "en": {
        "id": "Catalogue ID",
        "name_other": "Name in Vietnamese",
        "name_translated": "Translation of the name",
        "set_inferred": "How the set was chosen",
    },
}
"""Headings that only the table needs."""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _other_name(entry: Entry, wording: Wording) -> str:
    other = next(language for language in SITE_LANGUAGES if language != wording.language)
    name = entry.product.name
    words = name.get(other) or name.original[0]
    return "" if words == wording.best(name) else words


def _translated(entry: Entry, wording: Wording) -> str:
    return wording.texts["mark.translated"] if entry.product.name.translated else ""


def _kind(entry: Entry, wording: Wording) -> str:
    kind = entry.producer.kind if entry.producer else None
    return wording.texts[f"producer.kind.{kind}"] if kind else ""


def _set(entry: Entry, wording: Wording) -> str:
    return f"{entry.set.number}. {wording.best(entry.set.name)}" if entry.set else ""


def _set_inferred(entry: Entry, wording: Wording) -> str:
    category = entry.product.category
    return wording.texts["mark.inferred"] if category and category.inferred else ""


def _award(field: str) -> Callable[[Entry, Wording], object]:
    return lambda entry, _: getattr(entry.standing.award, field, None)


def _year(entry: Entry, _: Wording) -> int | None:
    award = entry.standing.award
    return award_year(award) if award else None


def _markets(entry: Entry, wording: Wording) -> str:
    return ", ".join(formats.country(market.country, wording.language) for market in entry.product.markets)


def _certificates(entry: Entry, wording: Wording) -> str:
    return ", ".join(wording.certificate(one) for one in entry.product.certifications)


def _minimum_order(entry: Entry, wording: Wording) -> str:
    return wording.quantity(entry.product.trade.minimum_order) if entry.product.trade else ""


def _price(price: Price | None, wording: Wording) -> str:
    """A price with its last day; empty when not stated."""
    if price is None:
        return ""
    end = wording.price_end(price)
    return f"{wording.price(price)} ({end})" if end else wording.price(price)


def _home_price(entry: Entry, wording: Wording) -> str:
    return _price(entry.product.home.price if entry.product.home else None, wording)


def _trade_price(entry: Entry, wording: Wording) -> str:
    return _price(entry.product.trade.price if entry.product.trade else None, wording)


COLUMNS = (
    Column("id", lambda entry, _: entry.id),
    Column("name", lambda entry, wording: wording.best(entry.product.name), "field.name"),
    Column("name_other", _other_name),
    Column("name_translated", _translated),
    Column("producer", lambda e, wording: wording.best(e.producer.name) if e.producer else "", "field.producer"),
    Column("producer_kind", _kind, "field.producer.kind"),
    Column("commune", lambda entry, _: entry.place.commune, "field.origin.commune"),
    Column("province", lambda entry, _: entry.place.province, "field.origin.province"),
    Column("stated_place", lambda entry, _: place_words(entry.product.origin.stated), "field.origin.stated"),
    Column("group", lambda e, wording: wording.best(e.group.name) if e.group else "", "field.category.group"),
    Column("set", _set, "field.category.set"),
    Column("set_inferred", _set_inferred),
    Column("stars", lambda e, _: e.standing.stars if e.standing.rated else None, "field.awards.stars", "integer"),
    Column("standing", lambda entry, wording: wording.standing(entry.standing), "product.standing"),
    Column("decision", _award("decision"), "field.awards.decision"),
    Column("authority", _award("authority"), "field.awards.authority"),
    Column("issued", _award("issued"), "field.awards.issued", "date"),
    Column("year", _year, "field.awards.year", "integer"),
    Column("expires", lambda entry, _: entry.standing.expires, "field.awards.expires", "date"),
    Column("evidence", _award("evidence"), "field.awards.evidence"),
    Column("markets", _markets, "field.markets"),
    Column("certifications", _certificates, "field.certifications"),
    Column("minimum_order", _minimum_order, "field.trade.minimum_order"),
    Column("home_price", _home_price, "field.home.price"),
    Column("trade_price", _trade_price, "field.trade.price"),
)
URL = "url"
"""The last column, whose heading is `product.share.url`; it is made from the settings."""


def headings(language: str, texts: Texts) -> list[str]:
    """The headings of all columns."""
    own = _HEADINGS[language]
    return [texts[one.heading] if one.heading else own[one.id] for one in COLUMNS] + [texts["product.share.url"]]


def table_rows(entries: Iterable[Entry], settings: Settings, wording: Wording, places: Places) -> bytes:
    """The rows of some products in one language."""
    site, language = settings.site_url, wording.language
    return _written([*_cells(entry, wording), absolute(site, places.product(language, entry))] for entry in entries)


def make_table(parts: Iterable[bytes], language: str, texts: Texts) -> tuple[str, bytes]:
    """Path and bytes of the table of one language; `parts` have the rows of all products."""
    out = BytesIO(b"\xef\xbb\xbf")
    out.seek(0, 2)
    out.write(_written([headings(language, texts)]))
    out.writelines(parts)
    return table(language), out.getvalue()


def _written(rows: Iterable[Sequence[object]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _cells(entry: Entry, wording: Wording) -> Iterator[object]:
    for column in COLUMNS:
        cell = column.cell(entry, wording)
        yield guarded(cell) if isinstance(cell, str) else cell
