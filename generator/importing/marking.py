"""The mistakes of a list in, the list out as a workbook with the cells marked; the officer's own file is never touched.

A list in another format (xls, ods, CSV) becomes an xlsx workbook with its texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from re import sub

from generator.importing.cleaning import clean
from generator.importing.csv_lists import TableError, read_text_list
from generator.importing.headings import read_headings
from generator.issues import Issue
from generator.languages.messages import LANGUAGES, read_messages
from generator.report import tell
from generator.workbooks.letters import column_letters
from generator.workbooks.marking import mark_workbook
from generator.workbooks.marks import Line, Listing, Mark, Place
from generator.workbooks.plain_xlsx import write_plain
from generator.workbooks.sheet import Sheet, WorkbookError
from generator.workbooks.splicing import UnmarkableError
from generator.workbooks.workbook import is_workbook, read_workbook
from generator.writing import replace_file

MOST_LINES = 60_000
"""Rows of the list of marks; a spreadsheet takes 65,530 links in a sheet."""
_MOST_SHEET_LETTERS = 31


def write_marked(list_: Path, issues: Iterable[Issue], language: str, wished: Path | None = None) -> Path | None:
    """Write the marked workbook beside a list, or where it is `wished`; its path, None when nothing can be marked.

    A file that is there stays, unless it is the wished one. Raises `OSError`.
    """
    found = sorted((one for one in issues if one.source.file == list_.as_posix()), key=lambda one: one.order)
    sheets = _read(list_) if found else []
    if not any(sheet.rows for sheet in sheets):
        return None
    data = _marked(list_, sheets, found, language)
    if wished:
        replace_file(wished, data)
        return wished
    for path in _free_names(list_, read_messages(language).word("marks-file")):
        if not path.exists():
            replace_file(path, data)
            return path
        if path.read_bytes() == data:
            return path
    return None


def _free_names(list_: Path, word: str) -> Iterator[Path]:
    """Names for the marked workbook: "list-loi.xlsx", then "list-loi-2.xlsx", also beside a list that is called so."""
    stem = sub(rf"-{word}(?:-\d+)?$", "", list_.stem)
    for number in count(1):
        path = list_.with_name(f"{stem}-{word}{f'-{number}' if number > 1 else ''}.xlsx")
        if path != list_:
            yield path


def is_listing(sheet: Sheet) -> bool:
    """Whether a sheet is the list of mistakes of an earlier import."""
    first = clean(sheet.rows.get(1, {}).get(0, ""))
    return any(first == read_messages(language).word("marks-title") for language in LANGUAGES)


def _read(list_: Path) -> list[Sheet]:
    """The sheets of a list; none when it cannot be read, which was told."""
    try:
        if is_workbook(list_):
            return read_workbook(list_)
        return [replace(read_text_list(list_, read_headings({}, {})).sheet, name=_csv_name())]
    except (WorkbookError, TableError):
        return []


def _csv_name() -> str:
    return read_messages("vi").word("marks-csv-sheet")


def _marked(list_: Path, sheets: Sequence[Sheet], issues: Sequence[Issue], language: str) -> bytes:
    messages = read_messages(language)
    names = [sheet.name for sheet in sheets]
    former = next((sheet.name for sheet in sheets if is_listing(sheet)), "")
    placed = [(issue, _place(issue, sheets)) for issue in issues]
    told = [(issue, place, *tell(_in_its_words(issue), messages)) for issue, place in placed]
    marks = [
        Mark(place, issue.severity, "\n".join(filter(None, (message, hint and f"{messages.word('hint')}: {hint}"))))
        for issue, place, message, hint in told
        if place
    ]
    lines = [
        Line(place, issue.severity, messages.word(issue.severity), (message, hint, issue.id))
        for issue, place, message, hint in told[:MOST_LINES]
    ]
    listing = Listing(
        former or _free_title(messages.word("marks-sheet"), names),
        messages.word("marks-title"),
        [messages.word("marks-note")],
        messages.word("marks-headings").split("|"),
        lines,
        former,
    )
    return _written(list_, sheets, marks, listing)


def _in_its_words(issue: Issue) -> Issue:
    """An issue that calls a field what the list calls its column: the mark stands in that column."""
    heading = issue.details.get("heading")
    if not heading:
        return issue
    own = {"value": heading} if issue.id == "field-missing" else {}
    return replace(issue, details={**issue.details, "field": heading, **own})


def _written(list_: Path, sheets: Sequence[Sheet], marks: Sequence[Mark], listing: Listing) -> bytes:
    """The workbook itself with its marks where it is one that they can be put into, else one with its texts."""
    with list_.open("rb") as stream:
        if stream.read(2) == b"PK":
            try:
                return mark_workbook(stream, marks, listing, sheets)
            except (UnmarkableError, WorkbookError):
                pass
    kept = [sheet for sheet in sheets if sheet.name != listing.replaces]
    return mark_workbook(BytesIO(write_plain(kept)), marks, replace(listing, replaces=""), kept)


def _free_title(name: str, taken: Sequence[str]) -> str:
    keys = {title.casefold() for title in taken}
    names = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(one for one in names if one.casefold() not in keys)[:_MOST_SHEET_LETTERS]


def _place(issue: Issue, sheets: Sequence[Sheet]) -> Place | None:
    """The cell of an issue; of a row without a column, and of a whole sheet, the first one."""
    source = issue.source
    sheet = source.sheet or (sheets[0].name if len(sheets) == 1 else "")
    if not sheet or not (source.line or source.sheet):
        return None
    return Place(sheet, source.line or 1, source.column or _column(issue.details.get("column", "")) or 1)


def _column(letters: str) -> int:
    """The number of a column by its letters, which lists in plain text are told with; 0 without them."""
    return next((number for number in range(1, 703) if column_letters(number) == letters), 0) if letters else 0
