"""A quick reader for records in the plain form that most have: one key a line, short lists and maps in one line.

Text in, the same values out that `strict_yaml.parse` gives; None for every text with anything else in it, mistakes
included, which is then read by the YAML library. A third of a cold build went into reading before.
"""

import json
import re
from functools import lru_cache
from typing import Any

from generator.records.raw import Raw

DEEPEST = 6
LONGEST_FLOW = 1_000
"""YAML has limits of its own for longer ones."""

_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~]"
"""No sign that means something at the start of a value."""
_PLAIN = rf"{_FIRST}[^:#\n]*(?:(?::(?=\S)|(?<=\S)#)[^:#\n]*)*(?<! )"
_BLOCK = r"((?:\1 +\S[^\n]*\n|\n(?=[\n ]))+)"
_LINE = re.compile(
    r"^( *)(?:(- )?(?:([a-z][a-z0-9_]{0,40}):(?:$| (?=\S)))?"
    rf"(?:(?:({_PLAIN})|(\"[^\"\\\n]*\"|'[^'\n]*')|([\[{{][^\\\n]*[\]}}]))?\n|\|\n{_BLOCK})|#[^\n]*\n)",
    re.MULTILINE,
)
"""Indent; dash; key; plain value; quoted value; value in brackets; lines of a block of text."""
_WORD = re.compile(rf"(?:'([^'\"]*)'|\"([^\"]*)\"|({_FIRST}[^:#,\[\]{{}}'\"]*)(?<! ))(?= *[,\]}}]|: )")
"""A key or value between brackets, where it says the same in JSON once it stands in quotation marks."""
_NOTHING = frozenset({"null", "Null", "NULL"})


class _OtherForm(ValueError):  # noqa: N818  no mistake: the library reads it
    """The text is not in the plain form."""


def _refuse(_: str) -> Any:
    raise _OtherForm


def _map(pairs: list[tuple[str, Raw]]) -> dict[str, Raw]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _OtherForm
    return values


_JSON = json.JSONDecoder(object_pairs_hook=_map, parse_int=_refuse, parse_float=_refuse, parse_constant=_refuse)


def read_plain(text: str) -> dict[str, Raw] | None:
    """The values of a record in the plain form; None when it is in any other form."""
    lines = _LINE.findall(text)
    read = len(lines) + sum([line[-1].count("\n") for line in lines if line[-1]])
    if read != text.count("\n") or text[-1:] != "\n" or not text.replace("\n", "").isprintable():
        return None
    try:
        return _read(lines)
    except ValueError:
        return None


def _read(lines: list[tuple[str, ...]]) -> dict[str, Raw]:  # noqa: PLR0915  60 times a record: calls would cost more
    """Put lines together by their indents. Raises ValueError where that takes more than counting spaces."""
    root: dict[str, Raw] = {}
    inside: Any = root
    column = 0
    around: list[tuple[int, Any]] = [(0, root)]
    waiting: _Place | None = None  # a key without a value: its block may follow, further in
    running: _Place | None = None  # a plain value: more of it may follow, further in
    for spaces, dash, key, plain, quoted, flow, block in lines:
        indent = len(spaces)
        if not key and not dash:
            running = _continue(running, indent, plain, quoted or flow or block)
            continue
        while indent < column:
            around.pop()
            column, inside = around[-1]
        if waiting and indent > waiting[0]:
            _, holder, name = waiting
            column, inside = indent, [] if dash else {}
            holder[name] = inside
            around.append((column, inside))
        elif indent != column or (type(inside) is list) is not bool(dash):
            raise _OtherForm
        waiting = running = None
        if dash and not key:
            inside.append(_value(plain, quoted, flow, block))
            running = (column, inside, -1) if plain else None
            continue
        if dash:
            inside.append({})
            column, inside = column + len(dash), inside[-1]
            around.append((column, inside))
        if key in inside or len(around) > DEEPEST or (dash and block):
            raise _OtherForm
        if plain or quoted or flow or block:
            inside[key] = _value(plain, quoted, flow, block)
            running = (column, inside, key) if plain else None
        else:
            inside[key] = ""
            waiting = (column, inside, key)
    return root


_Place = tuple[int, Any, Any]
"""Where a value stands: the column of its map or list, the map or list, its key or number."""


def _continue(running: _Place | None, indent: int, more: str, other: str) -> _Place | None:
    """Add a line without a key to the plain value above; blank lines and comments end it."""
    if not more and not other:
        return None
    if not more or running is None or indent <= running[0]:
        raise _OtherForm
    _, holder, place = running
    if not holder[place]:
        raise _OtherForm
    holder[place] += f" {more}"
    return running


def _value(plain: str, quoted: str, flow: str, block: str) -> Raw:
    if plain:
        return "" if plain in _NOTHING else plain
    if quoted:
        return quoted[1:-1]
    return _text(block) if block else _between_brackets(flow)


@lru_cache(maxsize=2048)
def _between_brackets(flow: str) -> Raw:
    """A list or map in one line. Equal ones, like `[en]`, are one object, which nobody changes."""
    if not flow or len(flow) > LONGEST_FLOW or "null" in flow.lower() or flow.count("{") + flow.count("[") > DEEPEST:
        raise _OtherForm
    values: Raw = _JSON.decode(_WORD.sub(r'"\1\2\3"', flow))
    return values


def _text(block: str) -> str:
    """A block of text without its indent, which is that of its first line."""
    first = len(block) - len(block.lstrip(" "))
    lines = block.split("\n")
    if any(line[:first].strip(" ") for line in lines) or not first:
        raise _OtherForm
    return "\n".join([line[first:] for line in lines]).rstrip("\n") + "\n"
