"""Models as flat values and back: what was checked once need not be checked again, nor be held as models.

Flat values are text, numbers, truth values, and tuples and maps of them. What a record does not state is left out.
"""

import marshal
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial
from types import NoneType
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from generator.model.text import Part

Flat: TypeAlias = dict[str, Any]
Model = TypeVar("Model", bound=Part)
Turn = Callable[[Any], Any]
"""Turns a value into a flat one, or back."""
UNPACKED = 2048
"""How many models a process holds after they were unpacked: more than any piece of work goes back to."""
_SLOTS = vars(BaseModel)
_SET_VALUES, _SET_NAMES, _SET_EXTRA, _SET_PRIVATE = (
    _SLOTS[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


def flatten(model: Part) -> Flat:
    """The stated fields of a model as flat values."""
    flat: Flat = _folding(type(model))(model)
    return flat


def restore(kind: type[Model], flat: Flat) -> Model:
    """The model that `flatten` was given. Nothing is checked, and all its fields count as stated."""
    model: Model = _unfolding(kind)(flat)
    return model


def pack(model: Part) -> bytes:
    """A model as bytes, a tenth of what it takes in memory; in the form in which Python keeps compiled modules."""
    return marshal.dumps(flatten(model))


@lru_cache(maxsize=UNPACKED)
def unpack(kind: type[Model], packed: bytes) -> Model:
    """The model that was packed; the last ones are held, since whoever asks for one soon asks for it again."""
    return restore(kind, marshal.loads(packed))  # noqa: S302  packed by ourselves: by this build, or into our cache


def unpack_field(kind: type[Model], packed: bytes, name: str) -> Model:
    """A field of a packed model that is a model itself, without making the rest."""
    return restore(kind, marshal.loads(packed)[name])  # noqa: S302  as above


@cache
def _folding(kind: type[Part]) -> Turn:
    """What makes flat values of the models of a class."""
    downs = [(name, turns[0]) for name, turns in _turns_of(kind).items()]

    def fold(model: Part) -> Flat:
        values = vars(model)
        flat = {name: values[name] for name in model.model_fields_set if values[name] is not None}
        for name, turn in downs:
            if name in flat:
                flat[name] = turn(flat[name])
        return flat

    return fold


@cache
def _unfolding(kind: type[Part]) -> Turn:
    """What makes models of a class of flat values: as pydantic's `model_construct`, without looking at each field."""
    # With a place for every field, so that all stand in the order of the class, as after checking.
    unstated = {name: None if field.is_required() else field.default for name, field in kind.model_fields.items()}
    names = set(kind.model_fields)
    ups = [(name, turns[1]) for name, turns in _turns_of(kind).items()]
    make = kind.__new__

    def unfold(flat: Flat) -> Part:
        values = unstated | flat
        for name, turn in ups:
            if name in flat:
                values[name] = turn(flat[name])
        model = make(kind)
        _SET_VALUES(model, values)
        _SET_NAMES(model, names)
        _SET_EXTRA(model, None)
        _SET_PRIVATE(model, None)
        return model

    return unfold


def _turns_of(kind: type[Part]) -> Mapping[str, tuple[Turn, Turn]]:
    """How the fields of a class are turned into flat values and back, those that are not flat already."""
    return {name: turns for name, field in kind.model_fields.items() if (turns := _turns(field.annotation))}


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
        return _folding(annotation), _unfolding(annotation)
    return _SCALARS.get(annotation)


def _each(turn: Turn, values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple([turn(value) for value in values])


_SCALARS: Mapping[Any, tuple[Turn, Turn]] = {date: (date.toordinal, date.fromordinal), Decimal: (str, Decimal)}
