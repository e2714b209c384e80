"""A text of a record in, what a cell of an xlsx file holds out: numbers and days where that loses nothing."""

import re
from datetime import date

from generator.records.books.layout import Form
from generator.workbooks.formats import plain

_NUMBER = re.compile(r"\d{1,15}(\.\d{1,15})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900, which never was."""
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]")
"""What XML does not take, or turns into something else, as it does with returns (ECMA-376 part 1, 22.9.2.19)."""


def cell_value(text: str, form: Form) -> str | int | float | date:
    """The value of a cell: a number or a day only when reading it gives the same text again."""
    if form == "number" and _NUMBER.fullmatch(text) and plain(float(f"{float(text):.15g}")) == text:
        return float(text) if "." in text else int(text)
    if form == "day" and (day := _day(text)):
        return day
    return escape(text)


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day > _FIRST_DAY else None


def escape(text: str) -> str:
    """A text with what XML would not keep written as `_x000D_`."""
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", _LIKE_AN_ESCAPE.sub("_x005F_", text))
