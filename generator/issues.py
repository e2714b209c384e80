"""What is told to an officer about a record: one `Issue` a mistake, in a stable shape.

Knows how issues are counted and ordered, not in which words they are told (see `report.py`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from generator.workbooks.letters import column_letters

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
PlainIssue: TypeAlias = "tuple[str, str, Path, int, int, Severity, dict[str, str]]"
"""An issue of a record as values that travel between processes and builds: id, file, path, line, column, severity,
details. Issues of workbooks do not travel."""
Order = tuple[str, str, int, int, str, str]
_PLAIN_SHEET = re.compile(r"(?!\d)\w+")
"""A name of a sheet that spreadsheets write without quotes."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: `file` relative to the project, a field `path` inside the record, line and column.

    Lines and columns count from 1; 0 means that the place is not known more closely. In a workbook they are rows and
    columns of `sheet`.
    """

    file: str
    path: Path = ()
    line: int = 0
    column: int = 0
    sheet: str = ""

    @property
    def cell(self) -> str:
        """The place in a workbook as a spreadsheet writes it: "Sheet1!D7"; empty outside of workbooks."""
        if not self.sheet:
            return ""
        name = self.sheet if _PLAIN_SHEET.fullmatch(self.sheet) else "'" + self.sheet.replace("'", "''") + "'"
        row = str(self.line or "")
        return f"{name}!{column_letters(self.column)}{row}" if self.column else f"{name}!{row}:{row}" if row else name

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file}:{self.cell}"
        place = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(place)


@dataclass(frozen=True, slots=True)
class Issue:
    """One mistake: a stable `id` (the key of its message), where it is, and the values that fill the message."""

    id: str
    source: Source
    severity: Severity = "error"
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> PlainIssue:
        """The same as plain values."""
        source = self.source
        return self.id, source.file, source.path, source.line, source.column, self.severity, dict(self.details)

    @classmethod
    def of(cls, plain: PlainIssue) -> "Issue":
        """The issue of plain values."""
        kind, file, path, line, column, severity, details = plain
        return cls(kind, Source(file, path, line, column), severity, details)

    @property
    def order(self) -> Order:
        """Sort key: by place, then id."""
        place = self.source
        return (place.file, place.sheet, place.line, place.column, self.id, str(place.path))


def field_name(path: Path) -> str:
    """A field path as an officer reads it: `("awards", 0, "stars")` is `awards[1].stars`."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether at least one of the issues forbids a build."""
    return any(issue.severity == "error" for issue in issues)
