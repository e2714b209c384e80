"""YAML as text: a document in, maps, lists and strings out; nothing is guessed from how a value looks.

`NO` stays "NO", `0712345` stays itself. Tags, anchors, aliases, merge keys, a second document and equal keys are
mistakes; depth is capped. Lines and columns are looked up only when there is something to tell (`locate`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.issues import Path
from generator.records.raw import Raw

DEEPEST = 12
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass
class StrictYamlError(Exception):
    """A mistake of form: `kind` is the id of its message; line and column count from 1."""

    kind: str
    line: int
    column: int
    value: str = ""


def parse(text: str) -> dict[str, Raw]:
    """Parse one document whose root is a map; raises `StrictYamlError` at the first mistake of form."""
    try:
        return _Document(text).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise StrictYamlError("yaml-syntax", *place, str(error.problem or error.context or "")) from error
    except yaml.YAMLError as error:
        raise StrictYamlError("yaml-syntax", 1, 1, str(error).splitlines()[0]) from error


class _Document:
    """Walks the events of one document."""

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Event] = CParser(text).get_event

    def read(self) -> dict[str, Raw]:
        self._next()
        start = self._next()
        if type(start) is StreamEndEvent:
            return {}
        root = self._next()
        if type(root) is ScalarEvent and root.value in _NOTHING and root.tag is None:
            return self._end({})
        if type(root) is not MappingStartEvent:
            raise _mistake("yaml-root", root)
        self._refuse_extras(root)
        return self._end(self._map(1))

    def _end(self, values: dict[str, Raw]) -> dict[str, Raw]:
        event = self._next()
        while type(event) is DocumentEndEvent:
            event = self._next()
        if type(event) is not StreamEndEvent:
            raise _mistake("yaml-documents", event)
        return values

    def _map(self, depth: int) -> dict[str, Raw]:
        values: dict[str, Raw] = {}
        while type(key := self._next()) is not MappingEndEvent:
            if type(key) is not ScalarEvent:
                raise _mistake("yaml-anchor" if type(key) is AliasEvent else "yaml-key", key)
            self._refuse_extras(key)
            name = str(key.value)
            if name in values:
                raise _mistake("yaml-duplicate-key", key, name)
            values[name] = self._value(self._next(), depth + 1)
        return values

    def _list(self, depth: int) -> list[Raw]:
        items: list[Raw] = []
        while type(item := self._next()) is not SequenceEndEvent:
            items.append(self._value(item, depth + 1))
        return items

    def _value(self, event: Event, depth: int) -> Raw:
        kind = type(event)
        if kind is ScalarEvent and event.anchor is None and event.tag is None:
            return "" if not event.style and event.value in _NOTHING else event.value
        self._refuse_extras(event)
        if depth > DEEPEST:
            raise _mistake("yaml-depth", event)
        return self._map(depth) if kind is MappingStartEvent else self._list(depth)

    def _refuse_extras(self, event: Any) -> None:
        if type(event) is AliasEvent or event.anchor is not None:
            raise _mistake("yaml-anchor", event, event.anchor)
        if event.tag is not None:
            raise _mistake("yaml-tag", event, event.tag)


def _mistake(kind: str, event: Event, value: str = "") -> StrictYamlError:
    return StrictYamlError(kind, event.start_mark.line + 1, event.start_mark.column + 1, value)


def locate(text: str, path: Path) -> tuple[int, int]:
    """Line and column, from 1, of the value at `path`; of the nearest thing above it when it is not there."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    mark = node.start_mark if node else None
    for position, step in enumerate(path):
        key, child = _child(node, step)
        if child is None:
            break
        last = position == len(path) - 1
        mark = key.start_mark if key is not None and (last and child.value in ("", [])) else child.start_mark
        node = child
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def locate_key(text: str, path: Path) -> tuple[int, int]:
    """Line and column of the key that ends `path`."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    mark = node.start_mark if node else None
    for step in path:
        key, child = _child(node, step)
        if child is None:
            break
        mark = (key or child).start_mark
        node = child
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _child(node: Any, step: str | int) -> tuple[Any, Any]:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def render(values: dict[str, Any]) -> str:
    """Write a record as YAML in the order of its keys; strings that YAML would guess at are quoted."""
    return yaml.dump(values, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)


class _Writer(yaml.SafeDumper):
    """Indents list items under their key, as officers expect."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)
