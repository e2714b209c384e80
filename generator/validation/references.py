"""What records say about each other and about the registers: ids used twice, producers, places, schemes, pictures.

Validated records in, issues out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path as FilePath

from generator.issues import Issue, Path, Severity, Source
from generator.model import LEGAL_PERSONS, Contact, Origin, Producer, Product
from generator.records.raw import RawRecord
from generator.registers import Registers, place_key

LONGEST_FILE_NAME = 255
"""Bytes; what Linux, Windows and macOS allow."""


def check_ids(groups: Mapping[str, list[RawRecord]]) -> Iterator[Issue]:
    """Ids that two files share, also when they differ only in case or in Unicode form."""
    for records in groups.values():
        for record in records[1:]:
            yield Issue("id-twice", Source(record.file), details={"value": record.id, "other": records[0].file})


class References:
    """Checks the references of products and producers; holds what they may refer to."""

    def __init__(self, registers: Registers, producers: Collection[str], images: FilePath) -> None:
        """`producers` are the ids of all producers, `images` is the folder with one folder of pictures a product."""
        self._registers = registers
        self._producers = frozenset(producers)
        self._images = images
        self._near = lru_cache(maxsize=1024)(self._near_producers)

    def check_product(self, product: Product, file: str) -> Iterator[Issue]:
        """Issues of the references of one product read from `file`."""
        if product.producer and product.producer not in self._producers:
            yield _issue("producer-unknown", file, ("producer",), product.producer, self._near(product.producer))
        yield from self.check_places(product.origin, file)
        for number, certificate in enumerate(product.certifications):
            if certificate.scheme not in self._registers.schemes:
                near = get_close_matches(certificate.scheme, self._registers.schemes, n=1)
                yield _issue("scheme-unknown", file, ("certifications", number, "scheme"), certificate.scheme, near)
        yield from self._check_folder(product, file)
        yield from self._check_pictures(product, file)

    def check_producer(self, producer: Producer, file: str) -> Iterator[Issue]:
        """Issues of the references of one producer read from `file`."""
        yield from self.check_places(producer.origin, file)
        contact = producer.contact
        if contact and producer.kind not in LEGAL_PERSONS and not contact.consent and _is_personal(contact):
            yield _issue("contact-consent", file, ("contact",), producer.id, severity="warning")

    def check_places(self, origin: Origin, file: str) -> Iterator[Issue]:
        """Provinces that are not in the register, with the nearest that is."""
        today = origin.today.province if origin.today else None
        stated = origin.stated.province if origin.stated else None
        registers = self._registers
        if stated and place_key(stated) not in registers.province_names:
            yield _issue("province-unknown", file, ("origin", "stated", "province"), stated, self._near_stated(stated))
        if today and place_key(today) not in registers.current_names:
            path: Path = ("origin", "today", "province")
            if former := registers.province_names.get(place_key(today)):
                yield _issue("province-former", file, path, today, former.name.all()[:1])
            else:
                yield _issue("province-unknown", file, path, today, self._near_today(today))

    def _near_stated(self, name: str) -> list[str]:
        former = (one.name for province in self._registers.provinces.values() for one in province.former)
        spellings = {place_key(spelling): spelling for spelling in (*former, *self._current_names())}
        return [spellings[key] for key in get_close_matches(place_key(name), sorted(spellings), n=1)]

    def _near_today(self, name: str) -> list[str]:
        spellings = {place_key(spelling): spelling for spelling in self._current_names()}
        return [spellings[key] for key in get_close_matches(place_key(name), sorted(spellings), n=1)]

    def _current_names(self) -> list[str]:
        return [province.name.all()[0] for province in self._registers.provinces.values()]

    def _near_producers(self, producer: str) -> list[str]:
        return get_close_matches(producer, sorted(self._producers), n=1)

    def _check_folder(self, product: Product, file: str) -> Iterator[Issue]:
        registers, folder = self._registers, file.split("/")[-2]
        province, named = registers.province_today(product.origin), registers.province_names.get(place_key(folder))
        if named and folder not in registers.provinces:
            yield _issue("folder-former", file, (), folder, [(province or named).id], "warning")
        elif province and named and folder != province.id:
            yield _issue("folder-province", file, (), folder, [province.id], "warning")

    def _check_pictures(self, product: Product, file: str) -> Iterator[Issue]:
        for number, picture in enumerate(product.images):
            path: Path = ("images", number, "file")
            if not _is_file_name(picture.file):
                yield _issue("image-name", file, path, picture.file)
                continue
            place = self._images / product.id / picture.file
            if any(one.is_symlink() for one in (place, place.parent, self._images)):
                yield _issue("file-link", file, path, picture.file)
            elif not place.is_file():
                yield _issue("image-missing", file, path, picture.file, [f"{self._images.name}/{product.id}/"])


def _is_file_name(name: str) -> bool:
    """Whether a text names a file in its own folder: no path, not hidden, no longer than file systems take."""
    return not (set(name) & set("/\\:") or name.startswith(".") or len(name.encode()) > LONGEST_FILE_NAME)


def _is_personal(contact: Contact) -> bool:
    return bool(contact.phone or contact.email or contact.zalo or contact.whatsapp)


def check_gtins(products: Iterable[tuple[Product, str]]) -> Iterator[Issue]:
    """Article numbers that two products share."""
    first: dict[str, str] = {}
    for product, file in products:
        if product.gtin and first.setdefault(product.gtin, file) != file:
            details = {"value": product.gtin, "other": first[product.gtin]}
            yield Issue("gtin-twice", Source(file, ("gtin",)), "error", details)


def _issue(
    kind: str, file: str, path: Path, value: str, near: Iterable[str] = (), severity: Severity = "error"
) -> Issue:
    details = {"value": value}
    for one in near:
        details["suggestion"] = one
    return Issue(kind, Source(file, path), severity, details)
