"""Marks: fingerprints of what is known of each product and producer on the as-of date, and of the registers.

A day that passes changes the mark of those products only of which something runs out, ends or begins.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.contacts import is_contact_public
from generator.catalogue.entry import Entry
from generator.catalogue.offers import is_over, prices
from generator.catalogue.pictures import StoredPicture
from generator.fingerprints import fingerprint
from generator.records.raw import Kind
from generator.records.reader import Reading

Pictures = Mapping[str, tuple[StoredPicture, ...]]


@dataclass(frozen=True, slots=True)
class Marks:
    """Fingerprints by id. That of a product covers its pictures and producer too, and what the day makes of them."""

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
    day = catalogue.as_of
    registers = [f"{one.id} {one.fingerprint}" for one in reading.records if one.kind == "register"]
    return Marks(
        {entry.product.id: _mark(entry, written, pictures, day) for entry in catalogue.entries},
        {
            one.id: fingerprint(written["producer", one.id], str(is_contact_public(one, day)))
            for one in catalogue.producers.values()
        },
        fingerprint(*registers, *codes),
    )


def _mark(entry: Entry, written: Mapping[tuple[Kind, str], str], pictures: Pictures, day: date) -> str:
    product, producer = entry.product, entry.producer
    paths = [path for picture in pictures.get(product.id, ()) for _, path in picture.paths]
    maker = written["producer", producer.id] if producer else ""
    return fingerprint(written["product", product.id], maker, *map(str, _on_day(entry, day)), *paths)


def _on_day(entry: Entry, day: date) -> Iterator[object]:
    """Everything about a product that depends on the day; whatever else comes to depend on it must be named here."""
    product, producer, standing = entry.product, entry.producer, entry.standing
    yield from (standing.state, standing.stars, standing.expires, entry.changed)
    yield from (award is standing.award for award in product.awards)
    yield from (is_over(price.valid_until, day) for price in prices(product))
    yield from (is_over(certificate.expires, day) for certificate in product.certifications)
    yield producer is not None and is_contact_public(producer, day)
