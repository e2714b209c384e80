"""What an import did, or would do: which column was taken for what, how many records change, and in which fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importing.tables import Column, Table
from generator.importing.targets import Change, Counts
from generator.issues import Issue
from generator.languages.messages import Messages, read_messages
from generator.workbooks.letters import column_letters

_KINDS = ("products", "producers")
_COUNTED = ("new", "changed", "unchanged")


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do in a dry run; `written` names files relative to the project."""

    products: Counts = field(default_factory=Counts)
    producers: Counts = field(default_factory=Counts)
    changes: tuple[Change, ...] = ()
    issues: tuple[Issue, ...] = ()
    left_out: int = 0
    """Rows that were not imported, because of mistakes."""
    dry_run: bool = False
    tables: tuple[Table, ...] = ()

    @property
    def written(self) -> tuple[str, ...]:
        """Files that were written, or would be."""
        return tuple(change.file for change in self.changes)

    def summary(self, language: str) -> str:
        """The counts in one line, in the words `imported` of the messages of `language`."""
        counts = {f"{kind}_{name}": getattr(getattr(self, kind), name) for kind in _KINDS for name in _COUNTED}
        messages, files = read_messages(language), len(self.written)
        parts = [
            messages.word("imported").format(**counts),
            messages.word("would-write" if self.dry_run else "written").format(files=files),
            *([messages.word("left-out").format(count=self.left_out)] if self.left_out else []),
        ]
        return "; ".join(parts)

    def preview(self, language: str) -> str:
        """The mapping of every table, then the files that would be written, with the fields that change."""
        messages = read_messages(language)
        lines = [line for table in self.tables for line in _mapping_lines(table, messages)]
        return "\n".join([*lines, *(_change_line(change, messages) for change in self.changes)])


def _mapping_lines(table: Table, messages: Messages) -> Iterator[str]:
    words = messages.word("mapping-table")
    place = table.sheet or table.file.rpartition("/")[2]
    yield words.format(place=place, row=table.heading_row, rows=len(table.rows), passed=table.passed)
    for column in table.columns:
        if column.heading or column.name:
            yield f"  {_column_line(column, table.columns, messages)}"


def _column_line(column: Column, columns: Sequence[Column], messages: Messages) -> str:
    """One column: its letter and heading, what it was taken for, and how that was found where it was guessed."""
    first = next((one for one in columns if one.name == column.name), column)
    if column.name is None:
        taken = messages.word("mapping-unknown")
    else:
        taken = column.name if column.name and (first is column or column.stars) else messages.word("mapping-left-out")
    found = "" if column.found in ("name", "unknown") else f" ({messages.word(f'mapping-{column.found}')})"
    return f'{column_letters(column.number + 1)} "{column.heading}" → {taken}{found}'


def _change_line(change: Change, messages: Messages) -> str:
    told = messages.word("change-new") if change.new else ", ".join(change.fields)
    return f"{change.file}: {told}"
