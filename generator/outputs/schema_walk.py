"""Walks a JSON Schema and changes its parts, from the innermost out. Knows nothing of records."""

from collections.abc import Callable
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MAPS = ("properties", "$defs")
_LISTS = ("anyOf", "allOf", "oneOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "propertyNames")


def walk(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """A new schema in which `change` was applied to every schema, those inside before those around them."""
    new = dict(schema)
    for key in _MAPS:
        if key in new:
            new[key] = {name: walk(part, change) for name, part in new[key].items()}
    for key in _LISTS:
        if key in new:
            new[key] = [walk(part, change) for part in new[key]]
    for key in _SINGLE:
        if isinstance(new.get(key), dict):
            new[key] = walk(new[key], change)
    return change(new)


def without_noise(schema: Schema) -> Schema:
    """A schema without titles made from field names, and without defaults that only say "nothing"."""
    new = {key: value for key, value in schema.items() if key != "title"}
    if new.get("default", "") in (None, [], {}) or isinstance(new.get("default"), dict):
        del new["default"]
    return new


NULL: Schema = {"type": "null"}


def without_null(schema: Schema) -> Schema:
    """The same schema when null is not one of its values; a single remaining alternative takes its place."""
    rest = [one for one in schema.get("anyOf", ()) if one != NULL]
    if not rest or len(rest) == len(schema["anyOf"]):
        return schema
    around = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**rest[0], **around} if len(rest) == 1 else {**around, "anyOf": rest}


def types(schema: Schema) -> tuple[str, ...]:
    """The types a schema names."""
    named = schema.get("type", ())
    return (named,) if isinstance(named, str) else tuple(named)
