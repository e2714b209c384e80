"""A row in, the place of its product out: as the source states it, and of today where the row says more than that."""

import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from generator.importing.cells import compact
from generator.importing.names import source_names
from generator.importing.tables import Row
from generator.model import Origin
from generator.records.raw import Raw
from generator.registers import Province, Registers, place_key

_PARTS = {"commune": ("commune", "xa"), "district": ("district", "huyen"), "province": ("province", "tinh")}
"""Words for the parts of a place in notes, as `place_key` writes them."""
_PART = r"(?:commune|district|province|xã|huyện|tỉnh)"
_INFERRED = re.compile(
    rf"\b({_PART}(?:(?:/|, ?| and | và ){_PART})*) (?:(?:is|are|was|were) )?(?:deduced|inferred|suy ra)\b",
    re.IGNORECASE,
)


def origin(row: Row) -> dict[str, Raw]:
    """The origin as a record writes it. Today's province is left to the register where a former one is stated."""
    places = (row.get("commune_old"), row.get("district_old") or source_names(row).district, row.get("province_old"))
    commune, district, province = places
    address = own_part(row.get("address"), places)
    stated = compact(address=address, commune=commune, district=district, province=province)
    if inferred := [part for part in _inferred(row.get("notes")) if part in stated]:
        stated["inferred"] = list(inferred)
    today = compact(commune=row.get("commune_current"), province="" if province else row.get("province_new"))
    return compact(stated=stated, today=today)


def _inferred(notes: str) -> Iterator[str]:
    """The parts of a place that a note says were not in the source: "province/district deduced from …"."""
    told = _INFERRED.search(notes)
    words = place_key(told[1]) if told else ""
    yield from (part for part, names in _PARTS.items() if any(name in words for name in names))


def own_part(address: str, places: Sequence[str]) -> str:
    """An address without the places at its end that the record states in their own fields."""
    stated = {place_key(place) for place in places if place}
    parts = [part.strip() for part in address.split(",")]
    while parts and place_key(parts[-1]) in stated:
        parts.pop()
    return ", ".join(parts)


def province_today(place: Raw, registers: Registers) -> Province | None:
    """Today's province of an origin that a record or a row states; None when the origin itself is wrong."""
    try:
        return registers.province_today(Origin.model_validate(place)) if place else None
    except ValidationError:
        return None


def agreed(places: Sequence[Raw]) -> dict[str, Raw]:
    """What all of several origins state alike: the place of a producer, from its products."""
    first, *others = places
    found = {part: _agreed_part(part, first, others) for part in ("stated", "today")}
    return compact(**found)


def _agreed_part(part: str, first: Raw, others: Sequence[Raw]) -> dict[str, Raw]:
    stated = [_part(other, part) for other in others]
    found = {
        field: value for field, value in _part(first, part).items() if all(one.get(field) == value for one in stated)
    }
    return found if set(found) - {"inferred"} else {}


def _part(place: Raw, part: str) -> dict[str, Raw]:
    found = place.get(part, {}) if isinstance(place, dict) else {}
    return found if isinstance(found, dict) else {}
