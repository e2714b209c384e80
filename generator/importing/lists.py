"""A file with a list in, tables of rows by our own column names out, and the issues that stop it or say what was left.

A workbook may hold several lists, one a sheet; a sheet without a name of a product is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.importing.body import read_body
from generator.importing.cleaning import clean
from generator.importing.content import guess_columns
from generator.importing.csv_lists import TableError, TextList, cut_rows, read_text_list
from generator.importing.headings import Headings
from generator.importing.layout import Layout, find_layout
from generator.importing.legacy import restore
from generator.importing.marking import is_listing
from generator.importing.stacked import above_next, cut_below
from generator.importing.tables import Column, List, Table
from generator.issues import Issue, Severity, Source
from generator.languages.codes import word_key
from generator.workbooks.sheet import Sheet, WorkbookError
from generator.workbooks.workbook import is_workbook, read_workbook


def read_list(file: Path, headings: Headings) -> List:
    """Read a list (CSV, xlsx, ods or xls); one that cannot be read is told and empty. A missing one is an `OSError`."""
    name = file.as_posix()
    try:
        return _read_sheets(read_workbook(file), name, headings) if is_workbook(file) else _read_text(file, headings)
    except WorkbookError as error:
        details = {"value": error.value[:120], "largest": str(error.largest)}
        return List(name, (), (Issue(error.kind, Source(name), details=details),))
    except TableError as error:
        return List(name, (), (error.issue,))


def _read_text(file: Path, headings: Headings) -> List:
    name = file.as_posix()
    found: TextList = read_text_list(file, headings)
    old = tuple(_font_issues(found.sheet, name))
    layout = find_layout(found.sheet, headings)
    if layout is None:
        return List(name, (), (_no_headings([found.sheet], name),))
    cut = tuple(cut_rows(found, layout, name))
    return List(name, tuple(_stacked(found.sheet, layout, name, headings)), (*old, *cut))


def _read_sheets(sheets: Iterable[Sheet], file: str, headings: Headings) -> List:
    """The tables of the visible sheets; hidden ones are told where they hold a list too."""
    tables: list[Table] = []
    issues: list[Issue] = []
    seen: list[Sheet] = []
    for sheet in sheets:
        if is_listing(sheet):
            continue
        seen.append(sheet)
        old = _font_issues(sheet, file)
        layout = find_layout(sheet, headings)
        if layout and sheet.hidden:
            issues.append(Issue("import-sheet-hidden", Source(file, (), layout.first, 1, sheet.name), "warning"))
        elif layout:
            issues += old
            tables += _stacked(sheet, layout, file, headings)
    if not tables:
        issues.append(_no_headings(seen, file))
    return List(file, tuple(tables), tuple(issues))


def _font_issues(sheet: Sheet, file: str) -> list[Issue]:
    """Convert what was typed for old fonts, and tell it."""
    found = restore(sheet)
    issues = []
    if found.fonts:
        details = {"value": " + ".join(sorted(found.fonts)), "cells": str(sum(found.fonts.values()))}
        issues.append(Issue("import-font", _place(sheet, file, *found.first), "warning", details))
    for row, column, text in found.failed:
        issues.append(Issue("import-font-unknown", _place(sheet, file, row, column), "error", {"value": text[:120]}))
        sheet.rows[row] = {}
    return issues


def _place(sheet: Sheet, file: str, row: int, column: int) -> Source:
    return Source(file, (), row, column + 1 if sheet.name else 0, sheet.name)


def _no_headings(sheets: Iterable[Sheet], file: str) -> Issue:
    """What stands in the row that looks most like one of headings, since none of it is known."""
    rows = [row for sheet in sheets for row in list(sheet.rows.values())[:20]]
    fullest = max(rows, key=len, default={})
    return Issue("import-headings", Source(file), details={"value": ", ".join(map(clean, fullest.values()))[:120]})


def _stacked(sheet: Sheet, layout: Layout, file: str, headings: Headings) -> Iterator[Table]:
    """The tables of a sheet that stand below each other: one with its columns in another order is another table."""
    rest: Sheet | None = sheet
    title: tuple[tuple[int, str], ...] = ()
    while rest:
        rest, upper = cut_below(rest, layout)
        table = _table(upper, layout, file, sheet.name)
        title = (*title, *table.title)
        yield replace(table, title=title)
        title = (*title, *above_next(upper))
        found = find_layout(rest, headings) if rest else None
        layout = found or layout


def _table(sheet: Sheet, layout: Layout, file: str, name: str) -> Table:
    layout = guess_columns(sheet, layout)
    body = read_body(sheet, layout, name)
    issues = [*_column_issues(layout, file, name)]
    for row, column, text in body.computed:
        issues.append(Issue("import-formula", _place(sheet, file, row, column), details={"value": text[:120]}))
    for row, text in body.doubtful:
        issues.append(Issue("import-row-doubtful", Source(file, (), row, 1, name), "warning", {"value": text[:120]}))
    return Table(
        file,
        tuple(body.rows),
        tuple(issues),
        layout.columns,
        name,
        layout.first,
        _title(sheet, layout),
        tuple(body.parts),
        body.passed,
    )


def _title(sheet: Sheet, layout: Layout) -> tuple[tuple[int, str], ...]:
    """The texts above the headings, a merged one once."""
    above = (
        (row, dict.fromkeys(map(clean, cells.values()))) for row, cells in sheet.rows.items() if row < layout.first
    )
    return tuple((row, text) for row, texts in above for text in texts if text)


def _column_issues(layout: Layout, file: str, sheet: str) -> Iterator[Issue]:
    """Columns that are not known, were guessed, or mean the same as another."""
    first: dict[str, Column] = {}
    for column in layout.columns:
        severity: Severity = "warning"
        place = Source(file, (), layout.first if sheet else 0, column.number + 1 if sheet else 0, sheet)
        details = {"value": column.heading[:120]}
        if column.name is None and word_key(column.heading):
            yield Issue("import-column", place, severity, details)
        elif column.name and column.found in ("beginning", "content"):
            first.setdefault(column.name, column)
            yield Issue("import-column-guessed", place, severity, {**details, "column_name": column.name})
        elif column.name and not column.stars and first.setdefault(column.name, column) is not column:
            details["other"] = first[column.name].heading[:120]
            yield Issue("import-column-twice", place, severity, details)
