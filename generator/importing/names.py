"""A row in, the names of its product and its producer out, each marked with the languages that are translations.

A list that was not split has both names of a foreign source in one cell: "freeze-dried durian; Sau Ri Company Limited".
"""

import re
from dataclasses import dataclass

from generator.importing.cells import compact
from generator.importing.tables import Row
from generator.records.raw import Raw

_ORGANISATION = re.compile(
    r"\b(?:co\.?,? ?ltd|company|cooperative|jsc|factory|corporation|enterprise|workshop)\b", re.IGNORECASE
)
_FRENCH = re.compile(r"\s*\(French rendering\)\s*$")
_DISTRICT = re.compile(r"\s*\(([^()]+ (?:district|town|city|county))\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """Names of a foreign source; `language` is that of the product's name, `district` a place it names."""

    product: str = ""
    language: str = "en"
    producer: str = ""
    district: str = ""


def source_names(row: Row) -> Names:
    """The names in a foreign source: from their own columns, else split from the one cell that holds them all."""
    named = Names(
        row.get("name_source"), row.get("name_source_language") or "en", row.get("producer_en"), row.get("district_en")
    )
    return named if named.product or named.producer else _split(row.get("name_other"))


def _split(cell: str) -> Names:
    product, _, producer = cell.partition("; ")
    if not producer and _ORGANISATION.search(product):
        product, producer = "", product
    text, district = _without_district(producer or product)
    if producer:
        return Names(product, "en", text, district)
    french = _FRENCH.sub("", text)
    return Names(french, "fr" if french != text else "en", "", district)


def _without_district(text: str) -> tuple[str, str]:
    found = _DISTRICT.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def product_name(row: Row) -> dict[str, Raw]:
    """The product's name: the source's own words before a translation into the same language."""
    source = source_names(row)
    name: dict[str, Raw] = compact(vi=row.get("name_vi"), en=row.get("name_en"))
    translated = bool(name.get("en")) and row.get("name_en_origin") == "translation"
    if source.product:
        translated = translated and source.language != "en"
        name[source.language] = source.product
    return {**name, "translated": ["en"]} if translated else name


def producer_name(row: Row) -> dict[str, Raw]:
    """The producer's name as written, in Vietnamese, in English or in both; empty when the row names none."""
    return compact(vi=row.get("producer"), en=source_names(row).producer)
