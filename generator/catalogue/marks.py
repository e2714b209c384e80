"""Marks: fingerprints of what is known of each product and producer on the as-of date, and of the registers.

A day that passes changes the mark of those products only of which something runs out, ends or begins.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.pictures import StoredPicture
from generator.fingerprints import fingerprint
from generator.validation.validator import PackedProducer, PackedProduct

_ID = attrgetter("id")
Pictures = Mapping[str, tuple[StoredPicture, ...]]


@dataclass(frozen=True, slots=True)
class Marks:
    """Fingerprints by id. That of a product covers its pictures and producer too, and what the day makes of them."""

    products: Mapping[str, str]
    producers: Mapping[str, str]
    registers: str

    def of(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The marks of products, in their order."""
        return map(self.products.__getitem__, map(_ID, entries))


def make_marks(catalogue: Catalogue, pictures: Pictures, registers: str) -> Marks:
    """The marks of a catalogue; `registers` is the fingerprint of the registers."""
    day = catalogue.as_of.toordinal()
    producers = {key: f"{key} {_mark(one, day)}" for key, one in catalogue.producers.packed.items()}
    products = {}
    for entry in catalogue.entries:
        paths = [path for picture in pictures.get(entry.id, ()) for _, path in picture.paths]
        maker = producers.get(entry.facts.producer or "", "")
        code = catalogue.ledger.codes.get(entry.id, "")
        products[entry.id] = fingerprint(entry.id, _mark(entry.packed, day), maker, code, *paths)
    return Marks(products, producers, registers)


def _mark(packed: PackedProduct | PackedProducer, day: int) -> str:
    """What is stated, and how often something of it has changed by the day."""
    return f"{packed.fingerprint} {bisect_right(packed.facts.turns, day)}"
