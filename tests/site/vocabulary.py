"""The vendored part of schema.org: which property may stand on which type, and what its value may be."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = json.loads((Path(__file__).parent / "data" / "schema-org.json").read_text(encoding="utf-8"))
TYPES: dict[str, dict[str, Any]] = DATA["types"]
Node = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def ancestry(name: str) -> list[str]:
    """A type and all types above it."""
    parents = [one for parent in TYPES[name]["parents"] for one in ancestry(parent)]
    return [name, *parents]


def properties(name: str) -> dict[str, list[str]]:
    """The properties of a type, inherited ones included, with the types of their values."""
    merged: dict[str, list[str]] = {}
    for one in reversed(ancestry(name)):
        merged |= TYPES[one]["properties"]
    return merged


def context() -> dict[str, Any]:
    """A JSON-LD context of exactly the vendored terms: a term that is not in it is dropped by an expansion."""
    terms: dict[str, Any] = {name: f"https://schema.org/{name}" for name in TYPES}
    for one in TYPES.values():
        for name, ranges in one["properties"].items():
            kind = {"@type": "@id"} if set(ranges) & {"URL", *DATA["values"]} and "Text" not in ranges else {}
            terms[name] = {"@id": f"https://schema.org/{name}", **kind}
    return {"@context": terms}


def mistakes(node: Node, ids: frozenset[str]) -> Iterator[str]:
    """What is wrong with a node and those in it; `ids` are the nodes of the same document."""
    kind = node.get("@type")
    if kind is None:
        if set(node) != {"@id"} or node["@id"] not in ids:
            yield f"a node without a type that names no other: {node}"
        return
    if kind not in TYPES:
        yield f"unknown type {kind}"
        return
    known = properties(kind)
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not _fits(one, known[name]):
                yield f"{kind}.{name} is {one!r}"
            if isinstance(one, dict):
                yield from mistakes(one, ids)


def _fits(value: Any, ranges: list[str]) -> bool:
    if isinstance(value, dict):
        if "@type" not in value:
            return "@id" in value
        return bool(set(ancestry(value["@type"])) & set(ranges))
    if isinstance(value, int | float):
        return "Number" in ranges
    if value in [one for name in ranges for one in DATA["values"].get(name, [])]:
        return True
    wanted = {"Date": _DAY.fullmatch(value), "URL": value.startswith(("https://", "http://")), "Text": value.strip()}
    return any(wanted.get(name) for name in ranges)
