"""Models as flat values and back: what was checked once need not be checked again.

Flat values are text, numbers, truth values, and tuples and maps of them. What a record does not state is left out.
"""

import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, partial
from types import NoneType
from typing import Any, NamedTuple, TypeAlias, TypeVar

from generator.model.text import Part

Flat: TypeAlias = dict[str, Any]
Model = TypeVar("Model", bound=Part)
Turn = Callable[[Any], Any]
"""Turns a value into a flat one, or back."""


class _Form(NamedTuple):
    """What the fields of a class hold when not stated, and how those are turned that are not flat."""

    unstated: Flat
    down: Mapping[str, Turn]
    up: Mapping[str, Turn]
    names: set[str]


def flatten(model: Part) -> Flat:
    """The stated fields of a model as flat values."""
    values, down = vars(model), _form_of(type(model)).down
    flat = {name: values[name] for name in model.model_fields_set if values[name] is not None}
    for name in flat.keys() & down:
        flat[name] = down[name](flat[name])
    return flat


def restore(kind: type[Model], flat: Flat) -> Model:
    """The model that `flatten` was given. Nothing is checked, and all its fields count as stated."""
    unstated, _, up, names = _form_of(kind)
    values = unstated | flat
    for name in flat:
        if name in up:
            values[name] = up[name](flat[name])
    # What pydantic's `model_construct` does, without looking at every field again.
    model = kind.__new__(kind)
    object.__setattr__(model, "__dict__", values)
    object.__setattr__(model, "__pydantic_fields_set__", names)
    object.__setattr__(model, "__pydantic_extra__", None)
    object.__setattr__(model, "__pydantic_private__", None)
    return model


@cache
def _form_of(kind: type[Part]) -> _Form:
    turns = {name: found for name, field in kind.model_fields.items() if (found := _turns(field.annotation))}
    # With a place for every field, so that all stand in the order of the class, as after checking.
    unstated = {name: None if field.is_required() else field.default for name, field in kind.model_fields.items()}
    down, up = ({name: pair[place] for name, pair in turns.items()} for place in (0, 1))
    return _Form(unstated, down, up, set(kind.model_fields))


def _turns(annotation: Any) -> tuple[Turn, Turn] | None:
    """How values of a field are turned into flat ones and back; None when they are flat already."""
    origin = typing.get_origin(annotation)
    if origin is tuple:
        item = _turns(typing.get_args(annotation)[0])
        return (partial(_each, item[0]), partial(_each, item[1])) if item else None
    if origin is typing.Literal:
        return None
    if origin is typing.Annotated:
        return _turns(typing.get_args(annotation)[0])
    if origin is not None:
        (annotation,) = (one for one in typing.get_args(annotation) if one is not NoneType)
        return _turns(annotation)
    if issubclass(annotation, Part):
        return flatten, partial(restore, annotation)
    return _SCALARS.get(annotation)


def _each(turn: Turn, values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple([turn(value) for value in values])


_SCALARS: Mapping[Any, tuple[Turn, Turn]] = {date: (date.toordinal, date.fromordinal), Decimal: (str, Decimal)}
