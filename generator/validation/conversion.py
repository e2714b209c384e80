"""One raw record in, one model out, or the issues that stopped it, each with line and column.

Turns what pydantic reports into our own issue ids; knows the fields, not what records mean to each other.
"""

import types
import typing
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.issues import Issue, Path, Source
from generator.records.raw import RawRecord
from generator.records.strict_yaml import locate, locate_key

Model = TypeVar("Model", bound=BaseModel)

_OWN_IDS = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_pattern_mismatch": "text-pattern",
    "too_long": "list-too-long",
    "model_type": "field-shape",
    "model_attributes_type": "field-shape",
    "tuple_type": "field-shape",
    "dict_type": "field-shape",
    "string_type": "field-shape",
}
_SHAPES = {"model_type": "map", "model_attributes_type": "map", "tuple_type": "list", "dict_type": "map"}


def convert(record: RawRecord, model: type[Model], values: Mapping[str, Any]) -> Model | list[Issue]:
    """Validate `values` of `record` as `model`; every mistake of the record becomes an issue."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        return [_issue(record, model, dict(one)) for one in error.errors(include_url=False)]


def _issue(record: RawRecord, model: type[BaseModel], error: dict[str, Any]) -> Issue:
    path: Path = tuple(error["loc"])
    kind = str(error["type"])
    details = {name: str(value) for name, value in error.get("ctx", {}).items()}
    given = error.get("input")
    details.setdefault("value", given if isinstance(given, str) else type(given).__name__)
    if kind == "extra_forbidden":
        details |= {"value": str(path[-1]), **_suggest(str(path[-1]), _names(model, path[:-1]))}
    if kind == "value-unknown":
        details |= _suggest(details["value"], details["allowed"].split(", "))
    if kind == "missing":
        details["value"] = str(path[-1])
    if kind in _SHAPES:
        details["expected"] = _SHAPES[kind]
    return Issue(_OWN_IDS.get(kind, kind), Source(record.file, path), details=details)


def _suggest(word: str, known: Sequence[str]) -> dict[str, str]:
    """The nearest known word, if one is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {"allowed": ", ".join(known)}


def _names(model: type[BaseModel], path: Path) -> list[str]:
    """Field names of the part of `model` at `path`."""
    part: Any = model
    for step in path:
        if isinstance(step, str) and isinstance(part, type) and issubclass(part, BaseModel):
            field = next((f for n, f in part.model_fields.items() if step in (n, f.alias)), None)
            part = _part(field.annotation) if field else None
    is_part = isinstance(part, type) and issubclass(part, BaseModel)
    return [field.alias or name for name, field in part.model_fields.items()] if is_part else []


def _part(annotation: Any) -> Any:
    """The model inside an annotation: `Origin | None` and `tuple[Award, ...]` give `Origin` and `Award`."""
    while (origin := typing.get_origin(annotation)) is not None:
        arguments = [one for one in typing.get_args(annotation) if one not in (types.NoneType, Ellipsis)]
        annotation = arguments[-1] if origin is dict else arguments[0]
    return annotation


def place_issues(issues: Sequence[Issue], root: FilePath) -> list[Issue]:
    """The same issues with line and column looked up in their files below `root`, where not known yet."""
    return [issue if issue.source.line or not issue.source.path else _placed(issue, root) for issue in issues]


def _placed(issue: Issue, root: FilePath) -> Issue:
    source = issue.source
    find = locate_key if issue.id == "field-unknown" else locate
    text = (root / source.file).read_text(encoding="utf-8-sig")
    line, column = find(text, source.path)
    return Issue(issue.id, Source(source.file, source.path, line, column), issue.severity, issue.details)
