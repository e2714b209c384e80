"""The criteria of the 26 product sets: the text of `registers/criteria.csv` in, look-ups and its mistakes out.

A register of its own kind, as it is long and few products state their scores: it is taken apart when first asked for.
Reads no files.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.issues import Issue, Source

PartName = Literal["a", "b", "c"]
PARTS: tuple[PartName, ...] = ("a", "b", "c")
FLOOR_STARS = (3, 4, 5)
"""Stars for which a criterion may ask a number of points: the ones that are certified."""
COLUMNS = ("set", "part", "code", "vi", "en", "max", "options", "floor_3", "floor_4", "floor_5", "group_vi", "group_en")
_REMARK = "#"
_CODE = re.compile(r"\d{1,2}(\.\d{1,2}){0,2}", re.ASCII)
_WHOLE = re.compile(r"\d{1,3}", re.ASCII)
_SETS = range(1, 27)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a score sheet."""

    part: PartName
    code: str
    names: Mapping[str, str]
    """Its name by language, Vietnamese and English."""
    most: int
    """Most points."""
    options: tuple[int, ...] = ()
    """The numbers of points that a council member may give, rising; empty when the register does not hold them."""
    floors: Mapping[int, int] = field(default_factory=dict)
    """Fewest points by stars, where the decision sets some."""
    group: Mapping[str, str] = field(default_factory=dict)
    """Name of the group of criteria it belongs to, by language; empty when it stands alone."""

    @property
    def has_known_floors(self) -> bool:
        """Whether the register knows for which stars how many points are needed; else it may be some or none."""
        return bool(self.options)

    def floor(self, stars: int) -> int:
        """Fewest points for so many stars: what fewer stars need, more stars need too. 0 when nothing is known."""
        return max((points for of, points in self.floors.items() if of <= stars), default=0)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All criteria of one product set in the order of the decision."""

    number: int
    criteria: tuple[Criterion, ...]
    by_code: Mapping[str, Criterion] = field(repr=False)

    def part(self, name: PartName) -> tuple[Criterion, ...]:
        """The criteria of a part."""
        return tuple(one for one in self.criteria if one.part == name)


@dataclass(frozen=True)
class Criteria:
    """`criteria.csv`: score sheets by the number of their set, and what is wrong with the file."""

    text: str = ""
    file: str = ""
    """Name in messages."""
    unreadable: tuple[Issue, ...] = ()
    """Why there is no text."""

    @property
    def sheets(self) -> Mapping[int, ScoreSheet]:
        """What is sound of the file."""
        return self._taken_apart[0]

    @property
    def issues(self) -> Sequence[Issue]:
        """Mistakes of the file, each with its line."""
        return self._taken_apart[1]

    @cached_property
    def _taken_apart(self) -> tuple[Mapping[int, ScoreSheet], Sequence[Issue]]:
        found: dict[int, dict[str, Criterion]] = {}
        issues = list(self.unreadable)
        for line, row in _rows(self.text, self.file, issues):
            try:
                number, criterion = _read_row(row)
            except _WrongCellError as wrong:
                details = {"column": wrong.column, "value": wrong.value}
                issues.append(Issue("criteria-value", Source(self.file, (), line), details=details))
                continue
            if criterion.code in found.setdefault(number, {}):
                details = {"value": criterion.code, "set": str(number)}
                issues.append(Issue("criteria-twice", Source(self.file, (), line), details=details))
            found[number].setdefault(criterion.code, criterion)
        sheets = {number: ScoreSheet(number, tuple(codes.values()), codes) for number, codes in sorted(found.items())}
        return sheets, issues


class _WrongCellError(Exception):
    """A cell that cannot be used."""

    def __init__(self, column: str, value: str) -> None:
        super().__init__(column)
        self.column, self.value = column, value


def _rows(text: str, file: str, issues: list[Issue]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows with the lines they stand on; remarks and blank lines are left out."""
    # Blank in place of a remark: the reader counts the lines.
    reader = csv.reader("" if line.startswith(_REMARK) else line for line in text.splitlines())
    rows = ((reader.line_num, [cell.strip() for cell in cells]) for cells in reader if cells)
    first, names = next(rows, (0, list(COLUMNS)))
    if missing := [name for name in COLUMNS if name not in names]:
        details = {"value": ", ".join(missing), "allowed": ", ".join(COLUMNS)}
        issues.append(Issue("criteria-columns", Source(file, (), first), details=details))
        return
    for line, cells in rows:
        yield line, dict(zip(names, cells, strict=False))


def _read_row(row: Mapping[str, str]) -> tuple[int, Criterion]:
    """Number of the set, and the criterion."""
    number, part, most = _whole(row, "set", _SETS), _part(row), _whole(row, "max", range(1, 101))
    options = tuple(_whole({"options": one}, "options", range(most + 1)) for one in row.get("options", "").split())
    if sorted(set(options)) != list(options):
        raise _WrongCellError("options", row["options"])
    floors = {stars: _floor(row, stars, options) for stars in FLOOR_STARS if row.get(f"floor_{stars}")}
    for stars, points in floors.items():
        if any(points < other for fewer, other in floors.items() if fewer < stars):
            raise _WrongCellError(f"floor_{stars}", str(points))
    code = row.get("code", "")
    if not _CODE.fullmatch(code):
        raise _WrongCellError("code", code)
    group = {language: row.get(f"group_{language}", "") for language in ("vi", "en")}
    shared = group if all(group.values()) else {}
    return number, Criterion(part, code, {one: _text(row, one) for one in ("vi", "en")}, most, options, floors, shared)


def _whole(row: Mapping[str, str], column: str, allowed: range) -> int:
    text = row.get(column, "")
    if not _WHOLE.fullmatch(text) or int(text) not in allowed:
        raise _WrongCellError(column, text)
    return int(text)


def _floor(row: Mapping[str, str], stars: int, options: tuple[int, ...]) -> int:
    """A floor is one of the options."""
    column = f"floor_{stars}"
    points = _whole(row, column, range(101))
    if points not in options:
        raise _WrongCellError(column, row[column])
    return points


def _part(row: Mapping[str, str]) -> PartName:
    text = row.get("part", "")
    for part in PARTS:
        if text == part.upper():
            return part
    raise _WrongCellError("part", text)


def _text(row: Mapping[str, str], column: str) -> str:
    text = row.get(column, "")
    if not text or not text.isprintable():
        raise _WrongCellError(column, text)
    return text
