"""The models in, the sheets of a workbook that holds records out: which field is which column of which sheet.

A field that holds one value is a column; a list of short values is a cell, a list of parts is a sheet of its own, whose
rows name the record, and the number of their item. So a new field of the models has its place by itself.
"""

import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from types import NoneType
from typing import Any, Literal, TypeAlias

from generator.model import Part, Producer, Product
from generator.records.raw import Kind

Steps: TypeAlias = tuple[str, ...]
"""Names of fields, from the record or from an item of a list inwards."""
Form = Literal["text", "number", "day", "list"]
MODELS: Mapping[Kind, type[Part]] = {"product": Product, "producer": Producer}
FOLDERS: Mapping[Kind, str] = {"product": "records", "producer": "producers"}
"""Where the files of the records stand."""
MARK = "ocop:"
"""Begins the first cell of a sheet with records; what follows says which ones."""
NUMBER, BASE = "#", "#base"
"""Keys of the columns with the number of an item, and with what a record was when it was written out."""
HEADINGS = 2
"""Rows below the row of keys that are headings for people, in two languages."""
_ANSWERS = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Column:
    """Where one field stands; `choices` are the words that it takes, when these are few."""

    steps: Steps
    form: Form
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What stands above the column."""
        return ".".join(self.steps)


@dataclass(frozen=True)
class SheetPlan:
    """A sheet: of the records of a kind, or of the items of one of their lists, which may stand inside another's."""

    kind: Kind
    lists: tuple[Steps, ...]
    """From the record to its list, from an item of that to the next one; empty for the records themselves."""
    model: type[Part]

    @property
    def mark(self) -> str:
        """What stands in the first cell."""
        return MARK + ":".join([self.kind, *(".".join(steps) for steps in self.lists)])

    @property
    def heads(self) -> tuple[str, ...]:
        """Keys of the columns before the fields: which record, and which items."""
        above = [f"{NUMBER}{'.'.join(steps)}" for steps in self.lists[:-1]]
        return (self.mark, *above, *([NUMBER] if self.lists else [BASE]))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The fields in the order of the model."""
        return tuple(one for one in self._found if isinstance(one, Column))

    @cached_property
    def inner(self) -> Mapping[Steps, "SheetPlan"]:
        """The sheets of the lists that stand inside."""
        return {one.lists[-1]: one for one in self._found if isinstance(one, SheetPlan)}

    @cached_property
    def numbers(self) -> Mapping[Steps, int]:
        """The number of each column among the fields."""
        return {column.steps: number for number, column in enumerate(self.columns)}

    @cached_property
    def parts(self) -> frozenset[Steps]:
        """Parts whose fields are spread over columns or sheets."""
        ends = [*self.numbers, *self.inner]
        return frozenset(steps[:length] for steps in ends for length in range(1, len(steps)))

    @cached_property
    def _found(self) -> Sequence["Column | SheetPlan"]:
        return tuple(self._walk(self.model, ()))

    def _walk(self, model: type[Part], before: Steps) -> Iterator["Column | SheetPlan"]:
        for name in _names(model):
            steps = (*before, name)
            kind, is_list = _meant(model.model_fields[name].annotation)
            is_part = isinstance(kind, type) and issubclass(kind, Part)
            if is_part and is_list:
                yield SheetPlan(self.kind, (*self.lists, steps), kind)
            elif is_part:
                yield from self._walk(kind, steps)
            elif self.lists or steps != ("id",):
                yield _column(steps, kind, is_list=is_list)


def _names(model: type[Part]) -> list[str]:
    """The fields of a model; what says which texts are translations comes after the texts."""
    names = list(model.model_fields)
    return [*(name for name in names if name != "translated"), *(name for name in names if name == "translated")]


def _meant(annotation: Any, *, is_list: bool = False) -> tuple[Any, bool]:
    """What a field holds, and whether it holds a list of that."""
    origin = typing.get_origin(annotation)
    if origin is None or origin is Literal:
        return annotation, is_list
    arguments = [one for one in typing.get_args(annotation) if one not in (NoneType, Ellipsis)]
    return _meant(arguments[0], is_list=is_list or origin is tuple)


def _column(steps: Steps, kind: Any, *, is_list: bool) -> Column:
    choices = typing.get_args(kind) if typing.get_origin(kind) is Literal else _ANSWERS if kind is bool else ()
    form: Form = "list" if is_list else "number" if kind in (int, Decimal) else "day" if kind is date else "text"
    return Column(steps, form, tuple(choices))


@cache
def plans() -> Mapping[str, SheetPlan]:
    """All sheets by their marks, those of products first; a sheet of a list follows the one that it belongs to."""
    found = (one for kind, model in MODELS.items() for one in _with_inner(SheetPlan(kind, (), model)))
    return {plan.mark: plan for plan in found}


def _with_inner(plan: SheetPlan) -> Iterator[SheetPlan]:
    yield plan
    for one in plan.inner.values():
        yield from _with_inner(one)


def main_plan(kind: Kind) -> SheetPlan:
    """The sheet of the records of a kind."""
    return plans()[SheetPlan(kind, (), MODELS[kind]).mark]
