"""The text of a record file and what it shall say, in; the same text with only that changed, out.

Comments, order, blank lines and the way values are written stay wherever nothing changes. What was edited is read
again: where that does not say what it should, as with forms of YAML that few people use, there is no result.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import yaml
from pydantic import BaseModel

from generator.importing.models import ordered, ordered_value, parts_of
from generator.records.raw import Raw, without_blanks
from generator.records.strict_yaml import StrictYamlError, parse, render, render_flow

Model = type[BaseModel] | None
_QUOTES = {'"': '"\\', "'": "'"}
"""Ways to quote a text, with what cannot stand in them as it is."""


class _WholeError(Exception):
    """Something cannot be changed in a part: what holds it is written anew."""


def edit(text: str, values: Mapping[str, Raw], model: type[BaseModel]) -> str | None:
    """The text with `values`; None when that takes writing all of it anew. The text must have been parsed before."""
    after = ordered(values, model)
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    has_returns = "\r\n" in text and text.count("\r\n") == text.count("\n")
    plain = text.replace("\r\n", "\n") if has_returns else text
    editor = _Editor(plain if plain.endswith("\n") else f"{plain}\n")
    try:
        edited = editor.edit(after, model)
        if without_blanks(parse(edited)) != after:
            return None
    except (_WholeError, StrictYamlError, yaml.YAMLError):
        return None
    return mark + (edited.replace("\n", "\r\n") if has_returns else edited)


class _Editor:
    """Goes through a document beside its old and its new values, and gathers what is put where."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._edits: list[tuple[int, int, str]] = []

    def edit(self, after: Mapping[str, Raw], model: Model) -> str:
        """The text with the new values."""
        root = yaml.compose(self._text, Loader=yaml.CSafeLoader)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise _WholeError
        self._change_map(root, without_blanks(parse(self._text)), after, model)
        text = self._text
        # Later places first; of equal ones, what was put in first stands first.
        for start, end, new in sorted(self._edits, key=lambda one: one[:2])[::-1]:
            text = text[:start] + new + text[end:]
        return text

    def _change_map(self, node: Any, before: Mapping[str, Raw], after: Mapping[str, Raw], model: Model) -> None:
        parts = parts_of(model) if model else {}
        there = {key.value: (key, value) for key, value in node.value}
        for name, (key, value) in there.items():
            if name in before and name not in after:
                self._remove_lines(key, value)
            elif name in after and name not in before:
                self._replace_entry(key, value, after[name])
            elif name in after and before[name] != after[name]:
                self._change_entry(key, value, (before[name], after[name]), parts.get(name))
        order = [*parts, *(name for name in there if name not in parts)]
        place = {name: number for number, name in enumerate(order)}
        added: dict[str | None, list[str]] = {}
        for name in sorted((one for one in after if one not in there), key=lambda one: place.get(one, len(place))):
            above = [one for one in there if place[one] < place.get(name, len(place))]
            added.setdefault(above[-1] if above else None, []).append(name)
        for last, names in added.items():
            self._insert(node, there.get(last or ""), {name: after[name] for name in names})

    def _change_entry(self, key: Any, node: Any, values: tuple[Raw, Raw], model: Model) -> None:
        kept = len(self._edits)
        try:
            self._change_value(node, *values, model)
        except _WholeError:
            del self._edits[kept:]
            self._replace_entry(key, node, values[1])

    def _change_value(self, node: Any, old: Raw, new: Raw, model: Model) -> None:
        if isinstance(old, str) and isinstance(new, str):
            self._put(node.start_mark.index, node.end_mark.index, self._scalar(node, new))
        elif type(old) is not type(new) or isinstance(node, yaml.ScalarNode):
            raise _WholeError
        elif node.flow_style:
            self._put(node.start_mark.index, node.end_mark.index, render_flow(ordered_value(new, model)))
        elif isinstance(old, dict) and isinstance(new, dict):
            self._change_map(node, old, new, model)
        elif isinstance(old, list) and isinstance(new, list):
            self._change_list(node, old, new, model)

    def _scalar(self, node: Any, new: str) -> str:
        """A text on one line, quoted as the old one was where it can be."""
        if node.style in ("|", ">") or node.start_mark.line != node.end_mark.line:
            raise _WholeError
        if node.style in _QUOTES and new.isprintable() and not set(new) & set(_QUOTES[node.style]):
            return f"{node.style}{new}{node.style}"
        lines = render({"k": new}).removesuffix("\n").split("\n")
        if len(lines) > 1:
            raise _WholeError
        return lines[0].removeprefix("k: ")

    def _change_list(self, node: Any, old: list[Raw], new: list[Raw], model: Model) -> None:
        dash = node.start_mark.column
        for first, last, items in _steps(old, new):
            nodes = node.value[first:last]
            for number, (one, item) in enumerate(zip(nodes, items, strict=False)):
                self._change_item(one, old[first + number], item, model)
            for one in nodes[len(items) :]:
                self._check_dash(one, dash)
                self._remove_lines(one, one)
            rest = "".join(_indented(line, dash) for item in items[len(nodes) :] for line in _item_lines(item, model))
            if rest:
                place = self._end_of(node.value[last - 1]) + 1 if last else self._begin_of(node.value[0])
                self._put(place, place, rest)

    def _change_item(self, node: Any, old: Raw, new: Raw, model: Model) -> None:
        kept = len(self._edits)
        try:
            self._change_value(node, old, new, model)
        except _WholeError:
            del self._edits[kept:]
            lines = _item_lines(new, model)
            column = node.start_mark.column
            text = "".join([lines[0][2:], *(_indented(line[2:], column) for line in lines[1:])])
            self._put(node.start_mark.index, self._end_of(node), text.removesuffix("\n"))

    def _check_dash(self, node: Any, dash: int) -> None:
        if self._lines[node.start_mark.line][: node.start_mark.column].rstrip(" ") != " " * dash + "-":
            raise _WholeError

    def _insert(self, node: Any, above: tuple[Any, Any] | None, values: Mapping[str, Raw]) -> None:
        """Put fields below an entry, or above the first one."""
        first = node.value[0][0]
        column = first.start_mark.column
        if above is None and self._lines[first.start_mark.line][:column].strip():
            raise _WholeError  # it stands behind the hyphen of an item
        place = self._end_of(above[1]) + 1 if above else self._begin_of(first)
        lines = render(dict(values)).splitlines(keepends=True)
        self._put(place, place, "".join(_indented(line, column) for line in lines))

    def _replace_entry(self, key: Any, node: Any, value: Raw) -> None:
        lines = render({key.value: value}).splitlines(keepends=True)
        text = "".join([lines[0], *(_indented(line, key.start_mark.column) for line in lines[1:])])
        self._put(key.start_mark.index, self._end_of(node), text.removesuffix("\n"))

    def _remove_lines(self, begin: Any, node: Any) -> None:
        """Take out an entry or an item with its lines."""
        before = self._lines[begin.start_mark.line][: begin.start_mark.column]
        if begin is not node and before.strip():
            raise _WholeError  # the hyphen of an item would go too
        self._put(self._begin_of(begin), self._end_of(node) + 1, "")

    def _begin_of(self, node: Any) -> int:
        return int(node.start_mark.index - node.start_mark.column)

    def _end_of(self, node: Any) -> int:
        """Where the last line of a value ends."""
        line = _last_line(node)
        if isinstance(node, yaml.ScalarNode) or not node.flow_style:
            while line > node.start_mark.line and not self._lines[line].strip():
                line -= 1
        return sum(len(one) + 1 for one in self._lines[: line + 1]) - 1

    def _put(self, start: int, end: int, text: str) -> None:
        self._edits.append((start, end, text))


def _last_line(node: Any) -> int:
    """The last line with something of a value; the marks of a block end where the next thing begins."""
    if isinstance(node, yaml.ScalarNode):
        is_block = node.style in ("|", ">")
        return int(node.end_mark.line - (is_block and node.end_mark.column == 0))
    if node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(node, yaml.MappingNode) else last)


def _steps(old: Sequence[Raw], new: Sequence[Raw]) -> Iterator[tuple[int, int, Sequence[Raw]]]:
    """Which items of a list become which: the first and the end of the old ones, and the new ones in their place."""
    if len(old) == len(new):
        yield from ((number, number + 1, [item]) for number, item in enumerate(new) if old[number] != item)
        return
    before, after = ([json.dumps(item, sort_keys=True) for item in items] for items in (old, new))
    for kind, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield first, last, new[begin:end]


def _item_lines(item: Raw, model: Model) -> list[str]:
    """An item with its hyphen, line by line."""
    # A map beside it keeps the list from standing in one line.
    text = render({"k": [ordered_value(item, model), {"k": "k"}]})
    return [line[2:] for line in text.splitlines(keepends=True)[1:-1]]


def _indented(line: str, column: int) -> str:
    return " " * column + line if line.strip() else line
