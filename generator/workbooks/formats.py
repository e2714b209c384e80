"""How a number in a cell reads: the number and its format in, the text that a person sees out.

A format that shows a month or a year only keeps a month or a year: the day that a spreadsheet makes up for them is
nobody's statement. Shapes of formats: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from math import isfinite
from typing import Literal

Shown = Literal["number", "day", "month", "year"]
GENERAL = "General"
BUILT_IN = {14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "d/m/yyyy h:mm", 49: "@"} | dict.fromkeys(
    (*range(27, 32), *range(50, 59)), "yyyy/m/d"
)
"""Formats that a workbook names by number only; those of times are numbers to us."""
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""What is written as it stands, colours and conditions."""
_LEAP_SLIP = 60
"""Number of 29 February 1900, a day that spreadsheets count and that never was; no award is as old."""
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST = 2_958_465
"""Number of 31 December 9999."""
_ROUND = 1e15
"""From here on a spreadsheet itself does not know the last digit."""


@lru_cache(maxsize=1024)
def shown_by(code: str) -> Shown:
    """What a format shows of a number."""
    letters = _SILENT.sub("", code.partition(";")[0]).lower()
    if letters in ("", "general", "@") or "[" in letters:
        return "number"
    days, years = "d" in letters, "y" in letters or "e" in letters.replace("e+", "").replace("e-", "")
    if days and "m" in letters:
        return "day"
    months = "m" in letters and "h" not in letters and "s" not in letters
    if years:
        return "month" if months else "year"
    return "number"


@lru_cache(maxsize=1024)
def _digits(code: str) -> int:
    """How many digits a format such as 0000000000 always shows; 0 for others."""
    return len(code) if code.strip("0") == "" else 0


def read_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """A number as its format shows it: "2025-06-26", "06/2025", "2025", "0101234567", "92.4"."""
    shown = shown_by(code)
    if shown != "number" and _LEAP_SLIP < value <= _LAST:
        return as_shown((_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=int(value)), shown)
    return plain(value).zfill(_digits(code))


def as_shown(day: date, shown: Shown) -> str:
    """A day as far as its format shows it. One that is not the first of its month was typed as a day."""
    if shown == "year" and (day.month, day.day) == (1, 1):
        return str(day.year)
    return f"{day.month:02}/{day.year}" if shown == "month" and day.day == 1 else day.isoformat()


def plain(value: float) -> str:
    """A number without the digits that only the machine knows: 92.4, not 92.40000000000001."""
    if isfinite(value) and (abs(value) >= _ROUND or value == int(value)):
        return str(int(value))
    return f"{value:.15g}"
