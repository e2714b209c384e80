"""Days, months and years as lists write them in, as a record writes them out. A month stays a month: no day is made up.

What is not understood stays as it is, so that validation tells it with the officer's own words.
"""

import re
from datetime import date, timedelta

from generator.importing.cells import compact
from generator.records.raw import Raw

_SIGN = r"\s*[./-]\s*"
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]\d{2}:\d{2}.*)?", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{1,2}})", re.ASCII)
_DAY_FIRST = re.compile(rf"(?:ngày\s*)?(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}}|\d{{2}})", re.ASCII | re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"(?:ngày\s*)?(\d{{1,2}})\s*tháng\s*(\d{{1,2}})\s*(?:,?\s*năm\s*|{_SIGN}|\s)(\d{{4}})", re.ASCII | re.IGNORECASE
)
_MONTH = re.compile(
    rf"(?:tháng\s*|t\.?\s*)?(\d{{1,2}})(?:{_SIGN}|\s*,?\s*năm\s*|\s+)(\d{{4}})", re.ASCII | re.IGNORECASE
)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_YEAR = re.compile(r"(?:năm\s*)?(\d{4})", re.ASCII | re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheets that count from 1900, since they count a 29 February 1900 that never was."""
_SERIALS = range(40_000, 55_000)
"""Numbers from 2009 to 2050: a day of the programme that has lost its format, and no other number in such a column."""
_CENTURY = 2000
_MONTHS = range(1, 13)
_USUAL_TERM = re.compile(r"(?:36\s*(?:\(.*\)\s*)?tháng|0?3\s*năm|36\s*months|3\s*years)(?:\s.*)?", re.IGNORECASE)
_END_OF_TERM = re.compile(
    rf"(?:.*\d\s*[-–]\s*|.*(?:đến|until|to)\s*(?:hết\s*)?)((?:ngày\s*)?\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}\d{{4}})"
)


def day(cell: str) -> str:
    """A day as YYYY-MM-DD, also from 26/6/2025, "ngày 26 tháng 6 năm 2025" and the bare number of a spreadsheet."""
    if found := _ISO_DAY.fullmatch(cell) or _YEAR_FIRST.fullmatch(cell):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if found := _DAY_FIRST.fullmatch(cell) or _IN_WORDS.fullmatch(cell):
        year = int(found[3]) if len(found[3]) > 2 else _CENTURY + int(found[3])  # noqa: PLR2004  two digits of a year
        return f"{year}-{int(found[2]):02}-{int(found[1]):02}"
    if _SERIAL.fullmatch(cell) and int(float(cell)) in _SERIALS:
        return (_EPOCH + timedelta(days=int(float(cell)))).isoformat()
    return cell


def month(cell: str) -> str:
    """A month as YYYY-MM, from "tháng 6/2025"; empty when the cell says anything else."""
    if (found := _MONTH.fullmatch(cell)) and int(found[1]) in _MONTHS:
        return f"{found[2]}-{int(found[1]):02}"
    if (found := _ISO_MONTH.fullmatch(cell)) and int(found[2]) in _MONTHS:
        return f"{found[1]}-{int(found[2]):02}"
    return ""


def year(cell: str) -> str:
    """The number in "Năm 2024"."""
    found = _YEAR.fullmatch(cell)
    return found[1] if found else cell


def time(cell: str, year_cell: str, field: str = "issued") -> dict[str, Raw]:
    """What is known of a time: a day under `field`, a month or a year; `year_cell` counts when `cell` is blank."""
    stated = cell or year_cell
    if found := month(stated):
        return {"month": found}
    if _YEAR.fullmatch(stated):
        return {"year": year(stated)}
    found = day(stated)
    return {field: found} if cell or found != stated else compact(year=stated)


def last_day(cell: str) -> str:
    """The last day of validity, also from a term "20/7/2024 - 20/7/2027"; 36 months, or a month, are no day."""
    if _USUAL_TERM.fullmatch(cell) or month(cell):
        return ""
    found = _END_OF_TERM.fullmatch(cell)
    return day(found[1] if found else cell)
