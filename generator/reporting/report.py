"""Everything that `ocop report` tells: a catalogue in, records with their findings and the numbers of provinces out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.issues import Issue, Source
from generator.issues import Path as FieldPath
from generator.pages.texts import Texts
from generator.quality.findings import Finding, Found, find
from generator.quality.tallies import Tallies, Tally, add_up, count, count_twins, total
from generator.quality.twins import find_twins
from generator.validation.conversion import place_issues

Place = tuple[str, FieldPath]
"""File and field."""


@dataclass(frozen=True, slots=True)
class Record:
    """A product with everything there is to do about it."""

    entry: Entry
    found: Found


@dataclass(frozen=True, slots=True)
class Report:
    """All records in the order of their ids, and what is counted of them by province."""

    catalogue: Catalogue
    texts: Texts
    records: tuple[Record, ...]
    tallies: Tallies
    root: Path
    """The folder that files are named from."""

    @property
    def whole(self) -> Tally:
        """The numbers of all provinces together."""
        return total(self.tallies)

    def places(self, findings: Iterable[Finding]) -> Mapping[Place, Source]:
        """Where findings stand, with lines and columns, or cells: each file is read once."""
        wanted = dict.fromkeys((one.file, one.path) for one in findings)
        issues = [Issue("quality", Source(file, path), "warning") for file, path in wanted]
        return {(one.source.file, one.source.path): one.source for one in place_issues(issues, self.root)}


def make_report(catalogue: Catalogue, texts: Texts, products: Path, province: str | None = None) -> Report:
    """The report of a catalogue, or of one of its provinces; twins are looked for among all products."""
    twins = find_twins(catalogue.entries)
    entries = [one for one in catalogue.entries if province in (None, one.facts.province)]
    records = tuple(Record(one, find(one, catalogue.as_of, twins.get(one, ()))) for one in entries)
    chosen = [one for one in entries if one in twins]
    counted = count((one.entry, one.found) for one in records)
    tallies = add_up((counted, count_twins(chosen)))
    return Report(catalogue, texts, records, tallies, products.parent)


def by_kind(report: Report) -> Iterator[tuple[str, list[Finding]]]:
    """All findings of each kind that there are any of; files that several products share are named once."""
    found: dict[str, dict[Finding, None]] = {}
    for record in report.records:
        for one in record.found.findings:
            found.setdefault(one.kind, {})[one] = None
    return ((kind, sorted(ones, key=lambda one: one.file)) for kind, ones in found.items())
