"""One raw record in, one model out, or the issues that stopped it, each with line and column.

Turns what pydantic reports into our own issue ids; knows the fields, not what records mean to each other.
"""

import re
import types
import typing
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.issues import Issue, Path, Source
from generator.languages.codes import read_codes, word_key
from generator.model import LANGUAGES
from generator.records.books.source import book_of, place_in_books
from generator.records.raw import RawRecord, without_blanks
from generator.records.strict_yaml import Places

Model = TypeVar("Model", bound=BaseModel)

MOST_CUTS = 3
"""How often more is cut away: taking out one field can leave a part without what it needs."""
_QUOTED = re.compile(r"'([^']*)'")
"""The allowed words as pydantic names them: 'a', 'b' or 'c'."""
_UNSPACED = re.compile(rf"({'|'.join(LANGUAGES)}):(\S.*)")
"""A text in a language without the blank that makes the language a key."""
_OWN_IDS = {
    "missing": "field-missing",
    "literal_error": "value-unknown",
    "extra_forbidden": "field-unknown",
    "string_pattern_mismatch": "text-pattern",
    "too_long": "list-too-long",
    "model_type": "field-map",
    "model_attributes_type": "field-map",
    "tuple_type": "field-list",
    "dict_type": "field-map",
    "string_type": "field-text",
}
_OTHER_ID = "field-invalid"
"""What any other mistake of pydantic's own is called; our ids have hyphens, pydantic's have not."""
_TOLD_OF = {
    "award-dates": "expires",
    "award-extension-dates": "extended",
    "award-score": "score",
    "price-range": "low",
    "translation-missing": "translated",
}
"""The field to point at when the mistake is one of several fields together."""


def convert(record: RawRecord, model: type[Model], values: Mapping[str, Any]) -> Model | list[Issue]:
    """Validate `values` of `record` as `model`; every mistake of the record becomes an issue."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        return [_issue(record, model, dict(one)) for one in error.errors(include_url=False)]


def sound_part(record: RawRecord, model: type[Model], issues: Sequence[Issue]) -> Model | None:
    """What is left of a record without the fields that `issues` are about, to look for further mistakes in it.

    It is never published: a record with a mistake stops the build. None when nothing useful is left.
    """
    values = deepcopy(dict(record.values))
    mistakes: Sequence[Issue] | Model = issues
    for _ in range(MOST_CUTS):
        if not isinstance(mistakes, Sequence):
            break
        for issue in mistakes:
            _cut(values, issue.source.path)
        values = without_blanks(values)
        # A name is the one field no record can be without.
        rest = {**values, "name": values.get("name") or {"vi": record.id}, "id": record.id}
        mistakes = convert(record, model, rest)
    return None if isinstance(mistakes, Sequence) else mistakes


def _cut(values: Any, path: Path) -> None:
    """Take out the field at `path`, or the nearest one above it that is there; items of lists keep their number."""
    fields: list[tuple[Any, str]] = []
    for step in path:
        if isinstance(values, dict) and step in values:
            fields.append((values, str(step)))
            values = values[step]
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            # What should be here is not: the part above it cannot be used, and of a list no item can be taken out.
            break
    if fields:
        holder, name = fields[-1]
        holder.pop(name, None)


def _issue(record: RawRecord, model: type[BaseModel], error: dict[str, Any]) -> Issue:
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    kind = str(error["type"])
    own = _OWN_IDS.get(kind, kind if "-" in kind else _OTHER_ID)
    given = error.get("input")
    details = {"value": given if isinstance(given, str) else ""}
    details |= {name: str(value) for name, value in error.get("ctx", {}).items()}
    if own in _TOLD_OF:
        path = (*path, _TOLD_OF[own])
    elif own == "field-missing":
        details["value"] = str(path[-1])
    elif own in _EXPLAINED:
        details |= _explained(own, path, details, model)
    if own in ("field-map", "field-unknown") and (found := _UNSPACED.fullmatch(details["value"])):
        details["suggestion"] = f"{found[1]}: {found[2]}"
        return Issue("colon-space", Source(record.file, path), details=details)
    return Issue(own, Source(record.file, path), details=details)


_EXPLAINED = frozenset({"field-unknown", "value-unknown", "field-map"})
"""Mistakes that are told together with what may be written."""


def _explained(own: str, path: Path, details: Mapping[str, str], model: type[BaseModel]) -> dict[str, str]:
    """The nearest allowed word, and all of them."""
    if own == "field-map":
        return {"allowed": ", ".join(_names(model, path))}
    if own == "field-unknown":
        word, known = str(path[-1]), _names(model, path[:-1])
    else:
        word, known = details["value"], _QUOTED.findall(details.get("expected", ""))
    return {"value": word, "allowed": ", ".join(known), **_suggest(word, known)}


def _suggest(word: str, known: Sequence[str]) -> dict[str, str]:
    """What people call a known word, else the nearest one, if one is near."""
    meant = next((table[word_key(word)] for table in read_codes().values() if table.get(word_key(word)) in known), None)
    if meant:
        return {"suggestion": meant}
    near = get_close_matches(word.lower().replace(" ", "-"), [name.lower() for name in known], n=1)
    return {"suggestion": next(name for name in known if name.lower() == near[0])} if near else {}


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


def place_issues(issues: Sequence[Issue], root: FilePath, *, books: bool = False) -> list[Issue]:
    """The same issues with line and column looked up in their files below `root`, where not known yet.

    Issues come back in the order of their files, so that each file is read once. Cells of workbooks are looked up with
    `books` only: for all records together, since a workbook is read whole.
    """
    in_books = [issue for issue in issues if book_of(issue.source.file)]
    if in_books:
        others = [issue for issue in issues if not book_of(issue.source.file)]
        return [*place_issues(others, root), *(place_in_books(in_books, root) if books else in_books)]
    placed = [issue for issue in issues if issue.source.line or not issue.source.path]
    unplaced = sorted((issue for issue in issues if issue.source.path and not issue.source.line), key=_file)
    for file, group in groupby(unplaced, key=_file):
        # Else it was removed since it was read.
        if (root / file).exists():
            places = Places((root / file).read_text(encoding="utf-8-sig"))
            placed += (_placed(issue, places) for issue in group)
        else:
            placed += group
    return placed


def _file(issue: Issue) -> str:
    return issue.source.file


def _placed(issue: Issue, places: Places) -> Issue:
    at_key = issue.id == "field-unknown" or (issue.id == "colon-space" and ":" in str(issue.source.path[-1]))
    place = places.locate(issue.source.path, key=at_key)
    return replace(issue, source=Source(issue.source.file, issue.source.path, *place))
