"""Sums up what begins alike, so that half a word can be answered without reading everything it may become.

Terms go in in ascending order; for beginnings that many terms share come out the products of all of them, or those that
only values lead to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.facts.said import FIELDS
from generator.search.terms import Form
from generator.search.thinning import Thinning, bits_of

SHORTEST, LONGEST = 2, 5
"""Letters of a beginning. A single letter is none: it stands for itself."""
LARGEST = 48_000
"""Characters of terms that are still read one by one."""
MOST_VALUES = 5
"""Values that are still looked up one by one."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A beginning with its products by field, as bits; `whole` tells all products from those of values alone."""

    text: str
    fields: Sequence[int]
    whole: bool


@dataclass(slots=True)
class _Sum:
    """What has been met of one beginning."""

    text: str
    size: int = 0
    fields: list[int] = field(default_factory=lambda: [0] * len(FIELDS))
    codes: set[int] = field(default_factory=set)
    longer: set[int] = field(default_factory=set)
    """Codes of values of the terms that are longer than the beginning itself."""

    def join(self, other: "_Sum") -> None:
        """Take in a longer beginning."""
        self.size += other.size
        self.fields = [one | more for one, more in zip(self.fields, other.fields, strict=True)]
        self.codes |= other.codes
        self.longer |= other.codes


class Beginnings:
    """Adds up the terms; every beginning is ready when a term comes that does not share it."""

    def __init__(self, thinning: Thinning) -> None:
        """`thinning` knows the products of values."""
        self._thinning = thinning
        self._open: list[_Sum] = []

    def add(self, term: str, size: int, forms: Sequence[Form]) -> Iterator[Beginning]:
        """Add the next term with the size of its record; the beginnings that are ready now."""
        yield from self._close(term)
        while len(self._open) < min(len(term), LONGEST) - SHORTEST + 1:
            self._open.append(_Sum(term[: SHORTEST + len(self._open)]))
        if self._open:
            self._add_to(self._open[-1], term, size, forms)

    def end(self) -> Iterator[Beginning]:
        """The beginnings still open."""
        return self._close("")

    def _add_to(self, last: _Sum, term: str, size: int, forms: Sequence[Form]) -> None:
        last.size += size
        for form in forms:
            last.fields = [
                bits | bits_of(numbers) if numbers else bits
                for bits, numbers in zip(last.fields, form.fields, strict=True)
            ]
            last.codes.update(form.codes)
            if term != last.text:
                last.longer.update(form.codes)

    def _close(self, term: str) -> Iterator[Beginning]:
        while self._open and not term.startswith(self._open[-1].text):
            done = self._open.pop()
            if self._open:
                self._open[-1].join(done)
            yield from self._summed(done)

    def _summed(self, done: _Sum) -> Iterator[Beginning]:
        if done.size > LARGEST:
            yield Beginning(done.text, _first_only(self._with_values(done.fields, done.codes)), whole=True)
        elif len(done.longer) > MOST_VALUES:
            values = self._with_values([0] * len(FIELDS), done.longer)
            said = _any(done.fields)
            yield Beginning(done.text, _first_only([bits & ~said for bits in values]), whole=False)

    def _with_values(self, fields: Sequence[int], codes: set[int]) -> list[int]:
        found = list(fields)
        for code in codes:
            found[self._thinning.field(code)] |= self._thinning.products(code)
        return found


def _any(fields: Sequence[int]) -> int:
    every = 0
    for bits in fields:
        every |= bits
    return every


def _first_only(fields: Sequence[int]) -> list[int]:
    """Each product in the first of its fields."""
    left, met = [], 0
    for bits in fields:
        left.append(bits & ~met)
        met |= bits
    return left
