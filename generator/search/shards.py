"""The files of terms and of beginnings.

A record holds the forms of a term, divided by "|": the form as written (nothing where it is the term itself), then the
products of its fields and the codes of its values, divided by "," and cut off after the last that is not empty. What
stands for neighbouring words written as one begins with "~": the products that have them in a name, in that of the
producer or a place, and codes.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.facts.words import SECTIONS
from generator.search.beginnings import Beginning, Beginnings
from generator.search.packing import Packer
from generator.search.parts import SHARED, make_part
from generator.search.source import File
from generator.search.starts import shared_length
from generator.search.terms import Term, Terms
from generator.search.thinning import Thinning, numbers_of
from generator.search.values import Value

LARGEST = 16_000
"""Characters of a file of terms; only a single term may need more."""

Record = tuple[str, str]


class Shards:
    """Makes the files from the terms of a catalogue."""

    def __init__(self, values: Sequence[Value], products: int) -> None:
        """`values` by their numbers; `products` is how many there are."""
        self._thinning = Thinning(values)
        self._beginnings = Beginnings(self._thinning)
        self._products = Packer(products)
        self._codes = Packer(2 * len(values))
        self._summed: list[Beginning] = []

    def make_files(self, terms: Terms, section: int) -> Iterator[File]:
        """The files of the terms of a section, then those of their beginnings."""
        runs = list(divide(self._records(terms, section)))
        self._summed += self._beginnings.end()
        for start, run in zip(starts_of(runs, SECTIONS[section]), runs, strict=True):
            yield make_part(SHARED, "w", start, [" ".join(part) for part in zip(*run, strict=True)])
        yield from self._make_beginnings()

    def _records(self, terms: Terms, section: int) -> Iterator[Record]:
        for term in terms.each(self._thinning, section):
            record = self._record(term)
            self._summed += self._beginnings.add(term.text, len(record), term.forms)
            yield term.text, record

    def _record(self, term: Term) -> str:
        forms = [
            _cut(
                ("" if form.written == term.text else form.written, *self._lists(form.fields), self._packed(form.codes))
            )
            for form in term.forms
        ]
        if term.together:
            forms.append("~" + _cut((*self._lists(term.together.fields), self._packed(term.together.codes))))
        return "|".join(forms)

    def _lists(self, fields: Iterable[Sequence[int]]) -> Iterator[str]:
        return map(self._products.ascending, fields)

    def _packed(self, codes: Sequence[int]) -> str:
        return self._codes.ascending(codes)

    def _make_beginnings(self) -> Iterator[File]:
        """Whether all products are summed up, and the products by field."""
        for one in self._summed:
            fields = ",".join(self._lists(map(numbers_of, one.fields)))
            yield make_part(SHARED, "b", one.text, [int(one.whole), fields])


def divide(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Runs of records, none larger than `LARGEST` unless it is a single one."""
    run: list[Record] = []
    size = 0
    for record in records:
        length = len(record[0]) + len(record[1]) + 2
        if run and size + length > LARGEST:
            yield run
            run, size = [], 0
        run.append(record)
        size += length
    if run:
        yield run


def starts_of(runs: Sequence[Sequence[Record]], start: str = "") -> list[str]:
    """For each run the shortest beginning of its first term that sorts after every term before it; `start` first."""
    starts, before = [], None
    for run in runs:
        first = run[0][0]
        starts.append(start if before is None else first[: shared_length(before, first) + 1])
        before = run[-1][0]
    return starts


def _cut(parts: Iterable[str]) -> str:
    """The parts divided by commas, empty ones at the end left out."""
    return ",".join(parts).rstrip(",")
