"""JSON Schemas for editors, made from the models: completion, hints and first checks while an officer types.

As lenient as the readers: a field may be left blank, and a text may look like a number (`gtin: 8938505974194`).
"""

import json

from pydantic import BaseModel

from generator.model import Producer, Product
from generator.outputs.schema_walk import DIALECT, NULL, Schema, types, walk, without_noise
from generator.registers import REGISTER_FILES

_RECORDS: dict[str, type[BaseModel]] = {"product.schema.json": Product, "producer.schema.json": Producer}


def editor_schemas() -> dict[str, str]:
    """Text of every schema by its file name, relative to the folder `products/`."""
    registers: dict[str, type[BaseModel]] = {f"registers/{one.file}.schema.json": one for one in REGISTER_FILES}
    models = _RECORDS | registers
    return {
        name: json.dumps(editor_schema(model), ensure_ascii=False, indent=2) + "\n" for name, model in models.items()
    }


def editor_schema(model: type[BaseModel]) -> Schema:
    """The schema of one kind of file. The id of a record is not required: the name of its file gives it."""
    schema = walk(model.model_json_schema(by_alias=True, mode="validation"), _lenient)
    if model in _RECORDS.values():
        schema["required"] = [name for name in schema["required"] if name != "id"]
    return {"$schema": DIALECT, "title": model.__name__, **schema}


def _lenient(schema: Schema) -> Schema:
    new = without_noise(schema)
    if types(new) == ("string",) and "format" not in new:
        new["type"] = ["string", "number"]
        if "enum" in new:
            new["enum"] = [*new["enum"], *(int(one) for one in new["enum"] if one.isdigit())]
    required = new.get("required", ())
    for name, field in new.get("properties", {}).items():
        new["properties"][name] = field if name in required else _or_blank(field)
    return new


def _or_blank(field: Schema) -> Schema:
    """A field that may also be written without a value."""
    if NULL in field.get("anyOf", ()):
        return field
    told: Schema = {key: field[key] for key in ("description", "default") if key in field}
    return {"anyOf": [{key: value for key, value in field.items() if key not in told}, NULL], **told}
