"""Values of a record in, its file out: keys in the order of the models, only inside the folder of the records."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from generator.records.raw import Raw
from generator.records.strict_yaml import render

_COMMENT = re.compile(r"(?:^|\s)#")


def ordered(values: Mapping[str, Raw], model: type[BaseModel] | None) -> dict[str, Raw]:
    """The same values with keys in the order of `model`; keys it does not know come last, blank values not at all."""
    parts = _parts(model) if model else {}
    names = [name for name in (*parts, *(name for name in values if name not in parts)) if values.get(name)]
    return {name: _ordered_value(values[name], parts.get(name)) for name in names}


def _ordered_value(value: Raw, model: type[BaseModel] | None) -> Raw:
    if isinstance(value, list):
        return [_ordered_value(item, model) for item in value]
    return ordered(value, model) if isinstance(value, dict) else value


@lru_cache(maxsize=64)
def _parts(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """The fields of a model in their order, each with the model of what it holds."""
    fields = {field.alias or name: _model_in(field.annotation) for name, field in model.model_fields.items()}
    texts = [name for name in fields if name != "translated"]
    return {name: fields[name] for name in (*texts, *(name for name in fields if name == "translated"))}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Award, ...]` or `Origin | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := _model_in(one))), None)


def has_comments(text: str) -> bool:
    """Whether a record file may hold comments below its head, which writing it again would lose."""
    return any(_COMMENT.search(line) for line in text[len(head(text)) :].splitlines())


def head(text: str) -> str:
    """The comment lines and blank lines that a record file begins with."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return "".join(lines[:first])


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads to no place outside `folder`, also when links on the way are followed."""
    return path.resolve().is_relative_to(folder.resolve()) and not path.is_symlink()


def write_record(path: Path, values: Mapping[str, Raw], model: type[BaseModel]) -> None:
    """Write a record file, keeping the comments it begins with; the old file stays whole until the new one is there."""
    begin = head(path.read_text(encoding="utf-8-sig")) if path.is_file() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(begin + render(ordered(values, model)), encoding="utf-8", newline="\n")
    fresh.replace(path)
