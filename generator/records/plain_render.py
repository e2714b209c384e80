"""Writes a record whose values are all plain, as most are: values in, YAML out, the same as PyYAML's, much quicker.

Answers None where a value needs quotes, a block or a second line; property tests hold the two equal.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 110
_TEXT = re.compile(r"[^\W\d_](?:[^:#\t]|:(?=[^\s])|(?<=\S)#)*", re.UNICODE)
"""Begins with a letter, and holds neither a mark of a remark nor one of a key."""
_NUMBER = re.compile(r"(0|[1-9]\d*)(\.\d+)?|\d{4}-\d\d-\d\d", re.ASCII)
_DECISION = re.compile(r"\d[\w.-]*/(?:[^:#\t]|:(?=[^\s]))*", re.UNICODE)
"""Begins with a digit, and is no number, day or time to anybody: 12/QĐ-UBND."""
_WORDS = frozenset({"y", "n", "true", "false", "on", "off", "null", "yes", "no"})
_ANSWERS = frozenset({"yes", "no"})
_CODE = re.compile(r"[A-Za-z0-9-]{1,12}", re.ASCII)
_KEY = re.compile(r"[a-z][a-z_]*", re.ASCII)


class _AwkwardError(Exception):
    """A value that is not plain."""


def render_plain(values: Mapping[str, Any], most_codes: int) -> str | None:
    """The record as YAML; None where that takes more than plain text. Up to `most_codes` codes stand in one line."""
    try:
        return "".join(_map_lines(values, "", most_codes))
    except _AwkwardError:
        return None


def _map_lines(values: Mapping[str, Any], indent: str, most: int) -> Iterator[str]:
    if not values:
        raise _AwkwardError
    first = indent
    for key, value in values.items():
        if not _KEY.fullmatch(key) or key in _WORDS:
            raise _AwkwardError
        # The first key of an item stands behind its hyphen.
        begin = f"{first}{key}:"
        first = indent.replace("- ", "  ")
        if type(value) is str:
            yield f"{begin} {_scalar(value, len(begin) + 1)}\n"
        elif type(value) is dict:
            yield f"{begin}\n"
            yield from _map_lines(value, f"{first}  ", most)
        else:
            yield from _list_lines(value, begin, f"{first}  ", most)


def _list_lines(items: Any, begin: str, indent: str, most: int) -> Iterator[str]:
    if type(items) is not list or not items:
        raise _AwkwardError
    if all(type(item) is str and _CODE.fullmatch(item) for item in items) and len(items) <= most:
        line = f"{begin} [{', '.join(_scalar(item, 0) for item in items)}]\n"
        if len(line) > WIDTH:
            raise _AwkwardError
        yield line
        return
    yield f"{begin}\n"
    for item in items:
        if type(item) is dict:
            yield from _map_lines(item, f"{indent}- ", most)
        elif type(item) is str:
            yield f"{indent}- {_scalar(item, len(indent) + 2)}\n"
        else:
            raise _AwkwardError


def _scalar(text: str, column: int) -> str:
    if _NUMBER.fullmatch(text) or text in _ANSWERS:
        return text
    plain = (_TEXT.fullmatch(text) or _DECISION.fullmatch(text)) and text.isprintable() and text[-1] not in " :"
    if not plain or text.lower() in _WORDS or (column + len(text) > WIDTH and " " in text):
        raise _AwkwardError
    return text
