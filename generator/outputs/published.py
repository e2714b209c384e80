"""A product as the open data publishes it: what the record states, and what the catalogue knows on the as-of date.

Entries in, plain maps out, ready for JSON. `published_schema.py` describes the same shape; a test compares them.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.contacts import public_contact, public_tax_code
from generator.catalogue.entry import Entry
from generator.model import Part, Producer, plain
from generator.registers import Province
from generator.settings import Settings
from generator.standing import Course, Standing
from generator.urls import absolute

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
JsonMap: TypeAlias = dict[str, Json]

_BLANK: tuple[Json, ...] = (None, [], {})


def published_product(entry: Entry, settings: Settings, catalogue: Catalogue) -> JsonMap:
    """One product of `products.json`."""
    places = catalogue.places
    fields = stated_fields(entry.product)
    fields.pop("producer", None)
    known: JsonMap = {
        "producer": published_producer(entry.producer, settings, catalogue) if entry.producer else None,
        "standing": published_standing(entry.standing),
        "place_today": _place_today(entry),
        "group": {"id": entry.group.id, "name": stated_fields(entry.group.name)} if entry.group else None,
        "set": {"number": entry.set.number, "id": entry.set.id, "name": stated_fields(entry.set.name)}
        if entry.set
        else None,
        "urls": {one: absolute(settings.site_url, places.product(one, entry)) for one in settings.languages},
    }
    return fields | without_blanks(known)


def published_producer(producer: Producer, settings: Settings, catalogue: Catalogue) -> JsonMap:
    """Who makes a product, with the contact that may be shown on the as-of date."""
    places, contact = catalogue.places, public_contact(producer, catalogue.as_of)
    return without_blanks(
        {
            "id": producer.id,
            "name": stated_fields(producer.name),
            "kind": producer.kind,
            "tax_code": public_tax_code(producer),
            "gln": producer.gln,
            "contact": stated_fields(contact) if contact else None,
            "urls": {one: absolute(settings.site_url, places.producer(one, producer.id)) for one in settings.languages},
        }
    )


def published_standing(standing: Standing) -> JsonMap:
    """A standing; `stars` is null unless the product holds them, those of a lapsed award have their own name."""
    known: JsonMap = {
        "award_stars": standing.stars if standing.state == "lapsed" else None,
        "expires": standing.expires.isoformat() if standing.expires else None,
        "in_force": standing.in_force,
        "export_capable": standing.export_capable,
        "course": _steps(standing.course),
    }
    stars = standing.stars if standing.rated else None
    return {"state": standing.state, "stars": stars, **without_blanks(known)}


def _steps(course: Course) -> list[Json]:
    """The states with their first days, from the second on; empty when nothing ever changes."""
    if len(course) < 2:  # noqa: PLR2004  a single state is no course
        return []
    return [
        {"state": state} if first == date.min else {"from": first.isoformat(), "state": state}
        for first, state in course
    ]


def _place_today(entry: Entry) -> JsonMap:
    province: Province | None = entry.province
    place = entry.place
    return without_blanks(
        {
            "commune": place.commune,
            "province": place.province,
            "province_id": province.id if province else None,
            "province_en": province.name.en if province else None,
        }
    )


def stated_fields(part: Part) -> JsonMap:
    """The fields of a record that hold something, under their names, as JSON values."""
    fields: JsonMap = {}
    for name, value in vars(part).items():  # a third of the time of iterating over the model
        kind = type(value)
        if kind is str:
            fields[name] = value
        elif kind is tuple:
            if value:
                fields[name] = [_value(one) for one in value]
        elif value is not None and (shown := _value(value)) != {}:
            fields[name] = shown
    return fields


def _value(value: Any) -> Json:
    if isinstance(value, str | int):
        return value
    if isinstance(value, Part):
        return stated_fields(value)
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def without_blanks(values: Mapping[str, Json]) -> JsonMap:
    """The same map without what is not known."""
    return {name: value for name, value in values.items() if value not in _BLANK}
