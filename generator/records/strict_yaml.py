"""YAML as text: a document in, maps, lists and strings out; nothing is guessed from how a value looks.

`NO` stays "NO", `0712345` stays itself. Tags, anchors, aliases, merge keys, a second document and equal keys are
mistakes; depth is capped. Lines and columns are looked up only when there is something to tell (`locate`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from generator.issues import Path
from generator.records.plain_render import WIDTH, render_plain
from generator.records.plain_yaml import read_plain
from generator.records.raw import Raw

DEEPEST = 12
_PLAIN = re.compile(r"(0|[1-9]\d*)(\.\d+)?|\d{4}-\d\d-\d\d|yes|no", re.ASCII)
_NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?|0o[0-7]+|0x[0-9a-f]+", re.ASCII | re.IGNORECASE)
"""What YAML 1.2 takes for a number; one that is not plain, like 0813, loses digits in editors unless it is quoted."""
_CODE = re.compile(r"[A-Za-z0-9-]{1,12}", re.ASCII)
_MOST_CODES = 6
_LOST = re.compile(r"[ \t]+(#[^\s#].*?)(?=\s+#\s|\s*$)")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_RARE_BREAK = re.compile("[\r\x85\u2028\u2029]")
"""Ends of lines that YAML would turn into another one unless they are escaped."""
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


_FORBIDDEN = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""Not printable in the sense of YAML 1.1, section 5.1."""
_STANDARD_TAG = "tag:yaml.org,2002:"
_CAUSES = {
    "mapping values are not allowed in this context": "yaml-colon",
    "found character that cannot start any token": "yaml-start",
    "found a tab character that violates indentation": "yaml-tab",
    "found a tab character where an indentation space is expected": "yaml-tab",
    "could not find expected ':'": "yaml-colon-missing",
    "did not find expected key": "yaml-indent",
    "did not find expected '-' indicator": "yaml-indent",
    "block sequence entries are not allowed in this context": "yaml-indent",
    "block mapping entries are not allowed in this context": "yaml-indent",
    "did not find expected alphabetic or numeric character": "yaml-anchor",
    "found unexpected end of stream": "yaml-unclosed",
    "did not find expected ',' or ']'": "yaml-unclosed",
    "did not find expected ',' or '}'": "yaml-unclosed",
}
"""Ids of the mistakes officers make most, by the words of libyaml; the others are `yaml-syntax`."""


@dataclass
class StrictYamlError(Exception):
    """A mistake of form: `kind` is the id of its message; line and column count from 1."""

    kind: str
    line: int
    column: int
    value: str = ""


def parse(text: str) -> dict[str, Raw]:
    """Parse one document whose root is a map; raises `StrictYamlError` at the first mistake of form."""
    values = read_plain(text)
    return parse_any(text) if values is None else values


def parse_any(text: str) -> dict[str, Raw]:
    """Parse a document in whatever form of YAML a record may have; `parse` is quicker for the plain one."""
    try:
        return _Document(text).read()
    except yaml.MarkedYAMLError as error:
        problem = str(error.problem or error.context or "")
        # What is not closed is missed at the end of the file; it is found where it was opened.
        unclosed = _CAUSES.get(problem) == "yaml-unclosed"
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        raise _syntax_mistake(text, problem, (mark.line, mark.column) if mark else (0, 0)) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise _character_mistake(text) from error


def find_lost_text(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Text that YAML takes for a remark after a value: line and column of its sign, from 1, the text, and all of it.

    "Lô #5" is read as "Lô". A remark has a blank after its sign, as in "set: 11  # xem lại"; lost text has none. The
    document must have been parsed without a mistake.
    """
    lines = _LINE_END.split(text)
    take = CParser(text).get_event
    while type(event := take()) is not StreamEndEvent:
        if type(event) is ScalarEvent and not event.style:
            mark: Any = event.end_mark
            rest = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
            if found := _LOST.match(rest):
                whole = f"{event.value} {found[1]}".strip()
                yield mark.line + 1, mark.column + found.start(1) + 1, found[1], whole


class _Document:
    """Walks the events of one document."""

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Any] = CParser(text).get_event

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
        take = self._next
        while type(key := take()) is not MappingEndEvent:
            if type(key) is not ScalarEvent:
                raise _mistake("yaml-anchor" if type(key) is AliasEvent else "yaml-key", key)
            if key.anchor is not None or key.tag is not None:
                self._refuse_extras(key)
            name = key.value
            if name in values:
                raise _mistake("yaml-duplicate-key", key, name)
            values[name] = self._value(take(), depth + 1)
        return values

    def _list(self, depth: int) -> list[Raw]:
        items: list[Raw] = []
        while type(item := self._next()) is not SequenceEndEvent:
            items.append(self._value(item, depth + 1))
        return items

    def _value(self, event: Any, depth: int) -> Raw:
        kind = type(event)
        if kind is ScalarEvent and event.anchor is None and event.tag is None:
            value: str = event.value
            return "" if value in _NOTHING and not event.style else value
        self._refuse_extras(event)
        if depth > DEEPEST:
            raise _mistake("yaml-depth", event)
        return self._map(depth) if kind is MappingStartEvent else self._list(depth)

    def _refuse_extras(self, event: Any) -> None:
        if type(event) is AliasEvent or event.anchor is not None:
            raise _mistake("yaml-anchor", event, event.anchor)
        if event.tag is not None:
            raise _mistake("yaml-tag", event, event.tag.replace(_STANDARD_TAG, "!!"))


def _syntax_mistake(text: str, problem: str, place: tuple[int, int]) -> StrictYamlError:
    """The mistake that libyaml calls `problem`, at line and column counted from 0."""
    line, column = place
    kind = _CAUSES.get(problem, "yaml-syntax")
    written = "".join(text.split("\n")[line : line + 1])
    if kind == "yaml-start":
        problem = written[column : column + 1]
        kind = "yaml-tab" if problem == "\t" else kind
    elif kind == "yaml-anchor":
        column = max(written.rfind("&", 0, column), written.rfind("*", 0, column), 0)
    return StrictYamlError(kind, line + 1, column + 1, problem)


def _character_mistake(text: str) -> StrictYamlError:
    """Where the first character stands that YAML does not allow."""
    found = _FORBIDDEN.search(text)
    start = found.start() if found else 0
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return StrictYamlError("yaml-character", line, column, f"U+{ord(text[start : start + 1] or ' '):04X}")


def _mistake(kind: str, event: Any, value: str = "") -> StrictYamlError:
    return StrictYamlError(kind, event.start_mark.line + 1, event.start_mark.column + 1, value)


class Places:
    """A document composed once, to look up where its values stand. The text must have been parsed without a mistake."""

    def __init__(self, text: str) -> None:
        self._root: Any = yaml.compose(text, Loader=yaml.CSafeLoader)

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of its key; of the nearest thing above when missing."""
        node = self._root
        mark = node.start_mark if node else None
        for position, step in enumerate(path):
            name, child = _child(node, step)
            if child is None:
                break
            last = position == len(path) - 1
            at_key = name is not None and last and (key or child.value in ("", []))
            mark = name.start_mark if at_key else child.start_mark
            node = child
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def locate(text: str, path: Path) -> tuple[int, int]:
    """Line and column of the value at `path` of the document `text`."""
    return Places(text).locate(path)


def locate_key(text: str, path: Path) -> tuple[int, int]:
    """Line and column of the key that ends `path`."""
    return Places(text).locate(path, key=True)


def _child(node: Any, step: str | int) -> tuple[Any, Any]:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def render(values: dict[str, Any]) -> str:
    """Write a record as YAML in the order of its keys: dates and numbers plain, whatever else YAML guesses at quoted.

    Reading it with `parse` gives the same values. Text of several lines is written as a block.
    """
    plain = render_plain(values, _MOST_CODES)
    return render_any(values) if plain is None else plain


def render_any(values: dict[str, Any]) -> str:
    """Write a record with whatever it holds; `render` is quicker for a plain one."""
    return yaml.dump(values, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False)


class _Writer(yaml.SafeDumper):
    """Writes as officers do: items indented under their key, `issued: 2025-06-26` and `inferred: yes` unquoted."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Leave dates, numbers and answers plain: `parse` takes them for text. Quote what editors would change."""
        if kind is yaml.ScalarNode and _PLAIN.fullmatch(value):
            return "tag:yaml.org,2002:str"
        if kind is yaml.ScalarNode and implicit[0] and _NUMBER.fullmatch(value):
            return "tag:yaml.org,2002:float"
        return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write equal parts twice: aliases are a mistake in a record."""
        return True


def _write_text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = '"' if _RARE_BREAK.search(text) else "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _write_list(writer: _Writer, items: list[Any]) -> yaml.SequenceNode:
    """Codes in one line, `[vi, en]`; anything longer item by item."""
    short = all(isinstance(item, str) and _CODE.fullmatch(item) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short and len(items) <= _MOST_CODES)


_Writer.add_representer(str, _write_text)
_Writer.add_representer(list, _write_list)


class _FlowWriter(_Writer):
    """Writes everything between brackets."""


_FlowWriter.add_representer(list, yaml.SafeDumper.represent_list)


def render_flow(value: Any) -> str:
    """Write a map or a list between brackets, in one line."""
    text: str = yaml.dump(
        value, Dumper=_FlowWriter, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=True
    )
    return text.strip()
