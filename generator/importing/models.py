"""The order of the fields of records: that of the models."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.records.raw import Raw


def ordered(values: Mapping[str, Raw], model: type[BaseModel] | None) -> dict[str, Raw]:
    """The same values with keys in the order of `model`; keys it does not know come last, blank values not at all."""
    parts = parts_of(model) if model else {}
    names = [name for name in (*parts, *(name for name in values if name not in parts)) if values.get(name)]
    return {name: ordered_value(values[name], parts.get(name)) for name in names}


def ordered_value(value: Raw, model: type[BaseModel] | None) -> Raw:
    """The same for any value of a record; `model` is that of a part, or of the items of a list."""
    if isinstance(value, list):
        return [ordered_value(item, model) for item in value]
    return ordered(value, model) if isinstance(value, dict) else value


@lru_cache(maxsize=64)
def parts_of(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """The fields of a model in their order, each with the model of what it holds."""
    fields = {field.alias or name: _model_in(field.annotation) for name, field in model.model_fields.items()}
    texts = [name for name in fields if name != "translated"]
    return {name: fields[name] for name in (*texts, *(name for name in fields if name == "translated"))}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Award, ...]` or `Origin | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := _model_in(one))), None)
