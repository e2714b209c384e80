"""The issue ids that the code can tell, found in its syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generator"
TELLERS = {
    "Issue",
    "StrictYamlError",
    "UnusablePictureError",
    "WorkbookError",
    "_check",
    "_issue",
    "_mistake",
    "mistake",
    "reference",
    "told",
}
"""Calls that are given an id among their arguments."""
TABLES = {"_CAUSES", "_OTHER_ID", "_OWN_IDS"}
"""Constants whose values are ids."""
WRAPPERS = {"_whole_number"}


def ids_in_code() -> set[str]:
    """All ids."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("*.py")]
    return {issue for tree in trees for node in ast.walk(tree) for issue in _ids(node)}


def _ids(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=args) if name in TELLERS | WRAPPERS:
            yield from (issue for argument in args for issue in _constants(argument))
        case ast.Call(func=ast.Attribute(attr="_tell"), args=args):
            yield from (issue for argument in args for issue in _constants(argument))
        case ast.Yield(value=ast.Tuple(elts=[ast.Constant(value=str(issue)), *_])) if _is_id(issue):
            yield issue
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in TABLES:
            values = value.values if isinstance(value, ast.Dict) else [value]
            yield from (issue for one in values for issue in _constants(one))
        case ast.Assign(targets=[ast.Name(id="kind")], value=ast.Call(args=args)):
            yield from (issue for argument in args for issue in _constants(argument))
        case ast.Assign(targets=[ast.Name(id="kind")], value=value):
            yield from _constants(value)


def _constants(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)) if _is_id(text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)


def _is_id(text: str) -> bool:
    return "-" in text and text.replace("-", "").isalpha() and text.islower()
