"""A report as text for people, as JSON and as CSV. Texts of records stand on one line, with nothing hidden in them."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import StringIO

from generator.issues import Source, field_name
from generator.languages import formats
from generator.outputs.table import guarded
from generator.quality.aspects import ASPECTS
from generator.quality.findings import DUE, KINDS, Finding
from generator.quality.tallies import COLUMNS, PRODUCTS, SCORES, Tally
from generator.report import MOST_OF_A_KIND, visible
from generator.reporting.report import Place, Record, Report, by_kind

LEAST_COMPLETE = 10
"""Records whose scores are told in a short report."""
_LACKS = frozenset(one.id for one in ASPECTS)
CELLS = ("id", "province", "score", "kind", "file", "line", "column", "cell", "field", "value", "message")


def mean(tally: Tally) -> int:
    """The mean score, rounded as scores are; 0 without products."""
    held = tally[PRODUCTS]
    return (2 * tally[SCORES] + held) // (2 * held) if held else 0


def called(kind: str, report: Report) -> str:
    """A kind of finding in words: "Thiếu: ảnh", "Sắp hết hạn"."""
    label = report.texts[f"quality.{kind}.label"]
    return report.texts.fill("quality.lacking", fields=label) if kind in _LACKS else label


def message(one: Finding, report: Report) -> str:
    """A finding in words, with what it is about: "Sắp hết hạn: 30/06/2027"."""
    label = called(one.kind, report)
    value = _day(one.value, report.texts.language) if one.kind in DUE else one.value
    return f"{label}: {visible(value)}" if value else label


def _day(value: str, language: str) -> str:
    return formats.day(date.fromisoformat(value), language) if value else ""


def render_text(report: Report, *, show_all: bool) -> str:
    """For a terminal: numbers of provinces, then each kind of task with what to do and where, then scores."""
    return "\n".join((*_heading(report), *_tasks(report, show_all=show_all), *_scores(report, show_all=show_all)))


def _heading(report: Report) -> Iterator[str]:
    texts, day = report.texts, formats.day(report.catalogue.as_of, report.texts.language)
    yield texts.fill("report.heading", date=day, told=_counted(report.whole, report))
    provinces = report.catalogue.registers.provinces
    for key, tally in sorted(report.tallies.items()):
        name = provinces[key].name.best(texts.language)[0] if key in provinces else texts["quality.unstated"]
        yield f"  {name}: {_counted(tally, report)}"


def _counted(tally: Tally, report: Report) -> str:
    texts = report.texts
    head = texts.count("report.count", tally[PRODUCTS], str(tally[PRODUCTS]), score=mean(tally))
    held = [f"{_small(texts[f'quality.column.{one}'])} {tally[f'={one}']}" for one in COLUMNS if tally[f"={one}"]]
    return "; ".join([head, *held])


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _tasks(report: Report, *, show_all: bool) -> Iterator[str]:
    most = None if show_all else MOST_OF_A_KIND
    found = dict(by_kind(report))
    places = report.places(one for ones in found.values() for one in ones[:most])
    for kind in KINDS:
        ones = found.get(kind, [])
        if ones:
            yield f"\n{called(kind, report)} [{kind}] {len(ones)}: {report.texts[f'quality.{kind}.todo']}"
        for one in ones[:most]:
            value = f": {message(one, report)}" if one.kind not in _LACKS else ""
            yield f"  {visible(str(places[one.file, one.path]))}{value}"
        if most is not None and len(ones) > most:
            yield f"  {report.texts.fill('report.more', count=len(ones) - most)}"


def _scores(report: Report, *, show_all: bool) -> Iterator[str]:
    ordered = sorted(report.records, key=lambda one: (one.found.score, one.entry.id))
    if ordered:
        yield f"\n{report.texts['report.scores']}"
    for one in ordered if show_all else ordered[:LEAST_COMPLETE]:
        yield f"  {one.found.score:3}  {visible(one.entry.packed.file)}"


def render_json(report: Report) -> str:
    """One JSON document: `{as_of, products, score, formula, provinces, records}`."""
    places = report.places(one for record in report.records for one in record.found.findings)
    provinces = {
        key: {"products": tally[PRODUCTS], "score": mean(tally), "findings": {kind: tally[kind] for kind in KINDS}}
        for key, tally in sorted(report.tallies.items())
    }
    document = {
        "as_of": report.catalogue.as_of.isoformat(),
        "products": report.whole[PRODUCTS],
        "score": mean(report.whole),
        "formula": [{"kind": one.id, "points": one.points, "scope": one.scope} for one in ASPECTS],
        "provinces": provinces,
        "records": [_record(one, places, report) for one in report.records],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _record(one: Record, places: Mapping[Place, Source], report: Report) -> dict[str, object]:
    entry, found = one.entry, one.found
    findings = [_finding(finding, places, report) for finding in found.findings]
    head = {"id": entry.id, "file": entry.packed.file, "province": entry.facts.province, "score": found.score}
    return {**head, "findings": findings}


def _finding(one: Finding, places: Mapping[Place, Source], report: Report) -> dict[str, object]:
    source = places[one.file, one.path]
    place = {"file": source.file, "line": source.line, "column": source.column, "cell": source.cell}
    told = {"field": field_name(one.path), "value": one.value, "message": message(one, report)}
    return {"kind": one.kind, **{name: value for name, value in place.items() if value}, **told}


def render_csv(report: Report) -> str:
    """A table for spreadsheets: a row a finding; a record without any has a row for its score.

    Begins with the mark by which spreadsheets know the letters.
    """
    places = report.places(one for record in report.records for one in record.found.findings)
    text = StringIO("\ufeff", newline="")
    text.seek(0, 2)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CELLS)
    for record in report.records:
        for finding in record.found.findings or (None,):
            told = _finding(finding, places, report) if finding else {"file": record.entry.packed.file}
            row = {**told, "id": record.entry.id, "province": record.entry.facts.province, "score": record.found.score}
            cells = (row.get(name) for name in CELLS)
            writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue()


Render = Callable[[Report], str]
FORMS: Mapping[str, Render] = {"json": render_json, "csv": render_csv}
"""For programs and spreadsheets."""
