"""What sheets, columns and words of a workbook of records are called: `labels.yml` in, Vietnamese and English out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from generator.records.books.layout import BASE, MARK, NUMBER, Column, SheetPlan

_BETWEEN = " › "


class Label(NamedTuple):
    """A name in both languages."""

    vi: str
    en: str

    def __str__(self) -> str:
        """Both."""
        return f"{self.vi} / {self.en}"


@dataclass(frozen=True, slots=True)
class Labels:
    """All names; a missing one is a `KeyError`."""

    sheets: Mapping[str, Label]
    heads: Mapping[str, Label]
    fields: Mapping[str, Label]
    words: Mapping[str, Mapping[str, Label]]

    def sheet(self, plan: SheetPlan) -> Label:
        """The name of a sheet."""
        return self.sheets[plan.mark.removeprefix(MARK)]

    def head(self, key: str, plan: SheetPlan) -> Label:
        """The heading of a column before the fields."""
        if key == plan.mark:
            return self.heads[plan.kind]
        return self.heads[{NUMBER: "number", BASE: "base"}.get(key) or key.removeprefix(NUMBER)]

    def column(self, column: Column) -> Label:
        """The heading of a field: the names of the parts around it, then its own."""
        steps = column.steps
        found = [self._field(steps[:length]) for length in range(1, len(steps) + 1)]
        return Label(*(_BETWEEN.join(names) for names in zip(*found, strict=True)))

    def _field(self, steps: tuple[str, ...]) -> Label:
        return self.fields.get(".".join(steps)) or self.fields.get(".".join(steps[-2:])) or self.fields[steps[-1]]

    def word(self, column: Column, choice: str) -> Label | None:
        """What a word of a column with few words means; None where it says so itself."""
        return self.words.get(column.steps[-1], {}).get(choice)


@lru_cache(maxsize=1)
def read_labels() -> Labels:
    """The names of this program."""
    data = yaml.safe_load(files(__package__).joinpath("labels.yml").read_text(encoding="utf-8"))
    sheets, heads, fields = ({key: Label(*names) for key, names in data[part].items()} for part in _PARTS)
    words = {field: {word: Label(*names) for word, names in table.items()} for field, table in data["words"].items()}
    return Labels(sheets, heads, fields, words)


_PARTS = ("sheets", "heads", "fields")


def read_guide() -> list[tuple[str, str]]:
    """The lines of the sheet that says how the workbook is used, in Vietnamese and English; the first is its title."""
    data = yaml.safe_load(files(__package__).joinpath("guide.yml").read_text(encoding="utf-8"))
    return list(zip(data["vi"], data["en"], strict=True))
