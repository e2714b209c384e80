"""Phases, counts and times as words of the officers' language. Numbers in, short texts out."""

from math import ceil

from generator.languages import formats
from generator.languages.messages import read_messages
from generator.progress.phases import Phase

_UNITS = {
    "read": "files",
    "texts": "pages",
    "write": "pages",
    "publish": "files",
    "rows": "rows",
    "records": "files",
    "book": "rows",
}
"""What is counted in a phase."""
_MOST_SECONDS = 99
"""More are told as minutes."""


def name_of(phase: str, language: str) -> str:
    """What a phase is called."""
    return read_messages(language).word(f"phase-{phase}")


def seconds(value: float, language: str) -> str:
    """A time that has passed: "4,2 giây"."""
    return read_messages(language).word("seconds").format(count=formats.decimal(value, language))


def count(phase: Phase, language: str) -> str:
    """What is done so far, of how much where that is known: "12.000/20.000", "385 tệp"; empty at the beginning."""
    if phase.total is None:
        return amount(phase, language) if phase.done else ""
    return f"{formats.number(phase.done, language)}/{formats.number(phase.total, language)}"


def amount(phase: Phase, language: str) -> str:
    """What was done: "385 tệp"; empty where nothing is counted."""
    unit = _UNITS.get(phase.name)
    return read_messages(language).count(unit, phase.done, formats.number(phase.done, language)) if unit else ""


def rate(phase: Phase, now: float, language: str) -> str:
    """How many a second: "3.400/giây"; empty where that is less than one or not known."""
    value = round(phase.rate(now) or 0)
    return read_messages(language).word("rate").format(count=formats.number(value, language)) if value else ""


def left(phase: Phase, now: float, language: str) -> str:
    """The time that is left: "còn khoảng 12 giây"; empty where it is not known, or none is."""
    value = phase.left(now)
    if not value:
        return ""
    messages = read_messages(language)
    if value <= _MOST_SECONDS:
        return messages.count("seconds-left", ceil(value))
    return messages.count("minutes-left", round(value / 60))
