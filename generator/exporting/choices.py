"""The registers in, drop-down lists out: which words a column takes, and what they mean in both languages."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from babel import Locale
from openpyxl.utils import get_column_letter

from generator.exporting.labels import Label, Labels
from generator.fields import country_codes, currency_codes
from generator.model import LocalText
from generator.records.books.layout import HEADINGS, Column, main_plan, plans
from generator.registers import Registers

_STARS = 5
FIRST_WORD = 2
"""The row below the names of the lists."""
_LONGEST_PROMPT = 255
_BY_END = {
    ("today", "province"): "provinces",
    ("stated", "province"): "former-provinces",
    ("today", "commune"): "communes",
    ("set",): "sets",
    ("stars",): "stars",
    ("scheme",): "schemes",
    ("country",): "countries",
    ("currency",): "currencies",
}
"""The list of a column, by the end of its steps."""


class Choice(NamedTuple):
    """A word that a cell takes, and what it means; no meaning where the word says so itself."""

    value: str | int
    meaning: Label | None = None


class Choices:
    """All lists by their names."""

    def __init__(self, registers: Registers, labels: Labels) -> None:
        """Lists are made when first asked for."""
        self._registers = registers
        self._labels = labels

    def of(self, column: Column) -> str | None:
        """The name of the list of a column."""
        found = (_BY_END.get(column.steps[-length:]) for length in (2, 1))
        return next(filter(None, found), None) or (_name(column) if column.choices else None)

    def prompt(self, column: Column) -> str:
        """The words of a column with few words, each with its meaning; empty for others."""
        words = [(word, self._labels.word(column, word)) for word in column.choices]
        text = "\n".join(f"{word}: {label.vi}" if label else word for word, label in words)
        return text if len(text) <= _LONGEST_PROMPT else ", ".join(column.choices)[:_LONGEST_PROMPT]

    @cached_property
    def lists(self) -> Mapping[str, list[Choice]]:
        """The lists in the order in which they stand beside each other."""
        registers = self._registers
        former = (one.name for province in registers.provinces.values() for one in province.former)
        names = [str(one.name.vi) for one in registers.provinces.values()]
        words = {
            "provinces": [Choice(name) for name in sorted(names)],
            "former-provinces": [Choice(name) for name in sorted({*names, *former})],
            "communes": [Choice(name) for name in sorted({one.today.commune for one in registers.communes})],
            "sets": [Choice(one.number, _label(one.name)) for _, one in sorted(registers.sets.items())],
            "stars": [Choice(stars) for stars in range(1, _STARS + 1)],
            "schemes": [Choice(one.id, Label(one.name, one.name)) for _, one in sorted(registers.schemes.items())],
            "countries": list(_named(country_codes(), "territories")),
            "currencies": list(_named(currency_codes(), "currencies")),
        }
        columns = [column for plan in plans().values() for column in plan.columns if column.choices]
        for column in columns:
            words[_name(column)] = [Choice(word, self._labels.word(column, word)) for word in column.choices]
        return {name: choices for name, choices in words.items() if choices}

    def area(self, name: str) -> str | None:
        """Where the words of a list stand; None for a list without words."""
        if name not in self.lists:
            return None
        letter = get_column_letter(2 * [*self.lists].index(name) + 1)
        last = FIRST_WORD + len(self.lists[name]) - 1
        return f"'{self._labels.sheets['lists'].vi}'!${letter}${FIRST_WORD}:${letter}${last}"

    def rows(self) -> Iterator[list[str | int | None]]:
        """The rows of the sheet with all lists: for each list a column of words and one of what they mean."""
        yield [text for name in self.lists for text in (name, None)]
        for row in zip_longest(*self.lists.values()):
            yield [
                text for one in row for text in ((one.value, one.meaning and str(one.meaning)) if one else (None, None))
            ]

    def producer_range(self) -> str:
        """Where the ids of producers stand, those that will be added too."""
        return f"'{self._labels.sheet(main_plan('producer')).vi}'!$A${HEADINGS + 2}:$A$100000"


def _name(column: Column) -> str:
    return f"{column.steps[-1]}: {'/'.join(column.choices)}"


def _label(name: LocalText) -> Label:
    return Label(name.best("vi")[0], name.best("en")[0])


def _named(codes: Iterable[str], table: str) -> Iterator[Choice]:
    """Codes with their names; one that is not named in Vietnamese is in no use any more."""
    vietnamese, english = (getattr(Locale(language), table) for language in ("vi", "en"))
    yield from (Choice(code, Label(vietnamese[code], english[code])) for code in sorted(codes) if code in vietnamese)
