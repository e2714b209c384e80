"""`products.schema.json`: JSON Schema 2020-12 of `products.json`, made from the models of the records.

Describes what `published.py` makes. Unknown fields are allowed, because a version may gain some.
"""

import json
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema
from pydantic.json_schema import models_json_schema

from generator.fields import Day, Line, SetNumber, Slug, Url
from generator.model import Contact, LocalText, Part, ProducerKind, Product
from generator.outputs.document import VERSION
from generator.outputs.licence import LICENCE_ID
from generator.outputs.schema_walk import DIALECT, Schema, types, walk, without_noise, without_null
from generator.settings import Settings
from generator.standing import LOWEST_CERTIFIED, State
from generator.urls import STATIC_PATHS, absolute

_HeldStars = Annotated[int, WithJsonSchema({"type": "integer", "minimum": LOWEST_CERTIFIED, "maximum": 5})]
_Addresses = Annotated[dict[str, Url], Field(description="Address of the page in each language.")]
_WRITTEN = "string"


class Step(Part):
    """A state and the first day it holds; without a day it holds from the beginning."""

    from_: Day | None = Field(None, alias="from")
    state: State


class PublishedStanding(Part):
    """What the awards amount to on the as-of date."""

    state: State
    stars: _HeldStars | None
    """Stars the product holds; null unless the state is valid, expiring, grace or undated."""
    award_stars: _HeldStars | None = None
    """Stars of the award that lapsed. They are not held any more."""
    expires: Day | None = None
    """Last day of validity, stated or computed."""
    in_force: bool
    export_capable: bool
    """Four or five stars in force; says nothing about where the product is really sold."""
    course: tuple[Step, ...] = ()
    """Every state of the award, so that a later date can be looked up."""


class PlaceToday(Part):
    """The place in the names used since 1 July 2025."""

    commune: Line | None = None
    province: Line | None = None
    province_id: Slug | None = None
    province_en: Line | None = None


class PublishedGroup(Part):
    """One of the six official groups."""

    id: Slug
    name: LocalText


class PublishedSet(Part):
    """One of the 26 official product sets; `category.inferred` says whether the catalogue chose it."""

    number: SetNumber
    id: Slug
    name: LocalText


class PublishedProducer(Part):
    """Who makes the product. The contact of a household is published only with its consent."""

    id: Slug
    name: LocalText
    kind: ProducerKind | None = None
    tax_code: Line | None = None
    gln: Line | None = None
    contact: Contact | None = None
    urls: _Addresses


class Additions(Part):
    """What the catalogue adds to the record of a product."""

    producer: PublishedProducer | None = None
    standing: PublishedStanding
    place_today: PlaceToday | None = None
    group: PublishedGroup | None = None
    set: PublishedSet | None = None
    urls: _Addresses


def make_document_schema(settings: Settings) -> tuple[str, str]:
    """Path and text of the schema."""
    schema = document_schema(absolute(settings.site_url, STATIC_PATHS["schema"]))
    return STATIC_PATHS["schema"], json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def document_schema(address: str) -> Schema:
    """The schema, which is found at `address`."""
    _, made = models_json_schema([(Product, "validation"), (Additions, "validation")], by_alias=True)
    parts: dict[str, Any] = walk({"$defs": made["$defs"]}, _as_published)["$defs"]
    product, additions = parts.pop("Product"), parts.pop("Additions")
    product["properties"] |= additions["properties"]
    product["required"] += additions["required"]
    del parts["Contact"]["properties"]["consent"]
    return {
        "$schema": DIALECT,
        "$id": address,
        "title": "OCOP product catalogue",
        "type": "object",
        "required": ["$schema", "version", "as_of", "licence", "languages", "products"],
        "properties": _head_properties() | {"products": {"type": "array", "items": {"$ref": "#/$defs/Product"}}},
        "$defs": {"Product": product, **parts},
    }


def _head_properties() -> Schema:
    licence = {"id": {"const": LICENCE_ID}, "title": {"type": "string"}, "url": {"type": "string", "format": "uri"}}
    return {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": VERSION, "description": "Only additions are made within a version."},
        "as_of": {"type": "string", "format": "date", "description": "The day standings were worked out for."},
        "licence": {"type": "object", "required": [*licence], "properties": licence},
        "languages": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    }


def _as_published(schema: Schema) -> Schema:
    """A schema of what is written, made from one of what is read: one type a field, nothing blank, room to grow."""
    new = without_noise(schema)
    if new.get("additionalProperties") is False:
        del new["additionalProperties"]
    required = new.get("required", ())
    for name, field in new.get("properties", {}).items():
        new["properties"][name] = field if name in required else without_null(field)
    named = types(new)
    if len(named) > 1 and _WRITTEN in named:
        new["type"] = next(one for one in named if one != _WRITTEN)
        if "enum" in new:
            new["enum"] = [one for one in new["enum"] if not isinstance(one, str)]
    return new
