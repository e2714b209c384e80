"""Rows of a workbook in, records out, with the cell of everything they state; what is wrong with the rows, too.

Rows may stand in any order, on sheets in any order. Converts nothing: that is for validation.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.fingerprints import content_print
from generator.issues import Issue, Path, Source
from generator.records.books.cells import split_list
from generator.records.books.layout import BASE, FOLDERS, Column, SheetPlan, Steps, main_plan
from generator.records.raw import Kind, Raw
from generator.workbooks.sheet import Computed


@dataclass(slots=True)
class Page:
    """A sheet that has begun: which field stands in which column, counted from 0."""

    title: str
    plan: SheetPlan
    heads: Mapping[str, int]
    fields: Mapping[int, Column]
    first: int
    """The first row below the headings."""


@dataclass(slots=True)
class Item:
    """A row, and the items of the lists inside it."""

    page: Page
    row: int
    number: int | None
    values: dict[str, Raw]
    lists: "dict[Steps, list[Item]]" = field(default_factory=dict)


@dataclass(slots=True)
class BookRecord:
    """A record of a workbook: its values, and where they stand."""

    kind: Kind
    id: str
    item: Item
    base: str = ""
    """Id and fingerprint of the record that was written out here; empty in a row that a person began."""

    @property
    def values(self) -> dict[str, Raw]:
        """What the record states."""
        return self.item.values

    def source(self, file: str, path: Path) -> Source:
        """The cell of the value at `path`, or of the nearest thing that is there; `file` names the workbook."""
        page, row, column = _locate(self.item, path)
        return Source(file, path, row, column + 1, page.title)


def values_print(values: Mapping[str, Raw]) -> str:
    """The fingerprint of what a record says, in whatever order; blanks around texts, and how lines end, say nothing."""
    text = json.dumps(canonical(values), ensure_ascii=False, sort_keys=True)
    return content_print(text.encode("utf-8", "surrogatepass"))


def canonical(value: Any) -> Any:
    """A value in the one form in which values that say the same are equal."""
    if isinstance(value, str):
        return "\n".join(value.split("\r\n")).strip() if "\r" in value else value.strip()
    if isinstance(value, list):
        return [canonical(one) for one in value]
    return {name: canonical(one) for name, one in value.items()}


def _locate(item: Item, path: Path) -> tuple[Page, int, int]:
    steps = tuple(step for step in path if isinstance(step, str))
    for number, step in enumerate(path):
        inner = item.lists.get(tuple(map(str, path[:number]))) if isinstance(step, int) else None
        if inner is not None and isinstance(step, int) and step < len(inner):
            return _locate(inner[step], path[number + 1 :])
    while steps:
        columns = (place for place, column in item.page.fields.items() if column.steps[: len(steps)] == steps)
        if (found := min(columns, default=None)) is not None:
            return item.page, item.row, found
        steps = steps[:-1]
    return item.page, item.row, item.page.heads[item.page.plan.mark]


_Holders: TypeAlias = dict[str, dict[tuple[int, ...], Item | None]]
"""What may hold items: by the id of the record and the numbers of the items around; None where two have a number."""


class Joiner:
    """Takes rows, and makes records of them in the end."""

    def __init__(self, file: str) -> None:
        """`file` is the workbook's name in messages."""
        self.issues: list[Issue] = []
        self.pages: dict[str, Page] = {}
        """The sheets that have begun, by their marks."""
        self._file = file
        self._items: dict[str, dict[str, list[tuple[tuple[int, ...], Item]]]] = {}
        self._records: dict[tuple[Kind, str], BookRecord] = {}

    def add(self, page: Page, row: int, cells: Mapping[int, str]) -> None:
        """Take a row below the headings."""
        values: dict[str, Raw] = {}
        for place, text in cells.items():
            if isinstance(text, Computed):
                self._tell("book-formula", page, row, place, value=str(text))
            elif column := page.fields.get(place):
                self._put(values, column, text, (page, row, place))
        mark = page.heads[page.plan.mark]
        name = cells.get(mark, "").strip()
        if not values and (page.plan.lists or not name):
            return
        if not name:
            self._tell("book-id", page, row, mark)
        elif page.plan.lists:
            self._add_item(page, row, name, cells, values)
        else:
            self._add_record(page, row, name, cells, values)

    def _put(self, values: dict[str, Raw], column: Column, text: str, place: tuple[Page, int, int]) -> None:
        value: Raw = text
        if column.form == "list":
            items = split_list(text)
            if items is None:
                self._tell("book-list", *place, value=text)
                return
            value = [*items]
        part: Any = values
        for step in column.steps[:-1]:
            part = part.setdefault(step, {})
        part[column.steps[-1]] = value

    def _add_record(self, page: Page, row: int, name: str, cells: Mapping[int, str], values: dict[str, Raw]) -> None:
        key = page.plan.kind, name
        first = self._records.get(key)
        if first:
            other = Source("", (), first.item.row, 1, first.item.page.title).cell
            self._tell("book-id-twice", page, row, page.heads[page.plan.mark], value=name, other=other)
            return
        base = cells.get(page.heads.get(BASE, -1), "").strip()
        self._records[key] = BookRecord(page.plan.kind, name, Item(page, row, None, values), base)

    def _add_item(self, page: Page, row: int, name: str, cells: Mapping[int, str], values: dict[str, Raw]) -> None:
        numbers: list[int] = []
        for key in page.plan.heads[1:]:
            place = page.heads.get(key, -1)
            text = cells.get(place, "").strip()
            if text.isdecimal() and text.isascii() and len(text) <= len("1000000"):
                numbers.append(int(text))
            elif text or key != page.plan.heads[-1]:
                self._tell("book-number", page, row, max(place, 0), value=text)
                return
        own = numbers.pop() if len(numbers) == len(page.plan.lists) else None
        items = self._items.setdefault(page.plan.mark, {}).setdefault(name, [])
        items.append((tuple(numbers), Item(page, row, own, values)))

    def _tell(self, kind: str, page: Page, row: int, place: int, **details: str) -> None:
        cut = {name: text[:120] for name, text in details.items()}
        self.issues.append(Issue(kind, Source(self._file, (), row, place + 1, page.title), details=cut))

    def records(self) -> list[BookRecord]:
        """All records, products first, in the order of their rows, once every row was taken."""
        for kind in FOLDERS:
            holders: _Holders = {name: {(): one.item} for (of, name), one in self._records.items() if of == kind}
            self._join(main_plan(kind), holders)
        return sorted(self._records.values(), key=lambda one: [*FOLDERS].index(one.kind))

    def _join(self, plan: SheetPlan, holders: _Holders) -> None:
        """Put the items of the lists of a sheet into what holds them, by the id of the record and their numbers."""
        for steps, inner in plan.inner.items():
            below: _Holders = {}
            for name, items in self._items.get(inner.mark, {}).items():
                for above, item in sorted(items, key=_in_order):
                    holder = holders.get(name, {}).get(above)
                    if holder is None:
                        self._tell_lost(item, name, above)
                        continue
                    holder.lists.setdefault(steps, []).append(item)
                    found, numbers = below.setdefault(name, {}), (*above, item.number or 0)
                    found[numbers] = None if numbers in found else item  # two of a number: neither is meant for certain
            self._join(inner, below)
            for one in holders.values():
                for item in filter(None, one.values()):
                    _attach(item, steps)

    def _tell_lost(self, item: Item, name: str, above: tuple[int, ...]) -> None:
        page = item.page
        if above:
            place = page.heads[page.plan.heads[len(above)]]
            self._tell("book-number", page, item.row, place, value=str(above[-1]))
        else:
            self._tell("book-record", page, item.row, page.heads[page.plan.mark], value=name)


def _in_order(found: tuple[tuple[int, ...], Item]) -> tuple[bool, int, str, int]:
    """By their numbers; rows without one come last, as they stand."""
    item = found[1]
    return item.number is None, item.number or 0, item.page.title, item.row


def _attach(item: Item, steps: Steps) -> None:
    items = item.lists.get(steps)
    if items:
        part: Any = item.values
        for step in steps[:-1]:
            part = part.setdefault(step, {})
        part[steps[-1]] = [one.values for one in items]
