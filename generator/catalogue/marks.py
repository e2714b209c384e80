"""Marks: fingerprints of what an officer wrote about each product and producer, and of the registers.

With the as-of date they say everything that a catalogue is made from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.pictures import StoredPicture
from generator.fingerprints import fingerprint
from generator.records.raw import Kind
from generator.records.reader import Reading

Pictures = Mapping[str, tuple[StoredPicture, ...]]


@dataclass(frozen=True, slots=True)
class Marks:
    """Fingerprints by id. That of a product covers its pictures and its producer's record too."""

    products: Mapping[str, str]
    producers: Mapping[str, str]
    registers: str

    def of(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The marks of products, in their order."""
        return (self.products[entry.product.id] for entry in entries)


def make_marks(reading: Reading, catalogue: Catalogue, pictures: Pictures) -> Marks:
    """The marks of a catalogue that was made from a reading."""
    written = {(record.kind, record.id): record.fingerprint for record in reading.records}
    codes = (f"{code} {words}" for code, words in catalogue.registers.hs_codes.items())
    registers = [f"{one.id} {one.fingerprint}" for one in reading.records if one.kind == "register"]
    return Marks(
        {entry.product.id: _mark(entry, written, pictures) for entry in catalogue.entries},
        {producer: written["producer", producer] for producer in catalogue.producers},
        fingerprint(*registers, *codes),
    )


def _mark(entry: Entry, written: Mapping[tuple[Kind, str], str], pictures: Pictures) -> str:
    product, producer = entry.product, entry.producer
    paths = [path for picture in pictures.get(product.id, ()) for _, path in picture.paths]
    own = written["product", product.id]
    return fingerprint(own, written["producer", producer.id], *paths) if producer else fingerprint(own, "", *paths)
