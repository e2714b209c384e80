"""What a record says about the registers: its places, its schemes, the folder it is in.

Validated records in, issues out.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.issues import Issue, Path, Severity, Source
from generator.model import LEGAL_PERSONS, Contact, Origin, Producer, Product
from generator.registers import Registers, place_key


class References:
    """Checks the references of products and producers to registers."""

    def __init__(self, registers: Registers) -> None:
        """`registers` hold what they may refer to."""
        self._registers = registers

    def check_product(self, product: Product, file: str) -> Iterator[Issue]:
        """Issues of the references of one product read from `file`."""
        yield from self.check_places(product.origin, file)
        for number, certificate in enumerate(product.certifications):
            if certificate.scheme not in self._registers.schemes:
                near = get_close_matches(certificate.scheme, self._registers.schemes, n=1)
                yield reference("scheme-unknown", file, ("certifications", number, "scheme"), certificate.scheme, near)
        yield from self._check_folder(product, file)

    def check_producer(self, producer: Producer, file: str) -> Iterator[Issue]:
        """Issues of the references of one producer read from `file`."""
        yield from self.check_places(producer.origin, file)
        contact = producer.contact
        if contact and producer.kind not in LEGAL_PERSONS and not contact.consent and _is_personal(contact):
            yield reference("contact-consent", file, ("contact",), producer.id, severity="warning")

    def check_places(self, origin: Origin, file: str) -> Iterator[Issue]:
        """Provinces that are not in the register, with the nearest that is."""
        today = origin.today.province if origin.today else None
        stated = origin.stated.province if origin.stated else None
        registers = self._registers
        if stated and place_key(stated) not in registers.province_names:
            yield reference(
                "province-unknown", file, ("origin", "stated", "province"), stated, self._near_stated(stated)
            )
        if today and place_key(today) not in registers.current_names:
            path = ("origin", "today", "province")
            if former := registers.province_names.get(place_key(today)):
                yield reference("province-former", file, path, today, former.name.all()[:1])
            else:
                yield reference("province-unknown", file, path, today, self._near_today(today))

    def _near_stated(self, name: str) -> list[str]:
        former = (one.name for province in self._registers.provinces.values() for one in province.former)
        spellings = {place_key(spelling): spelling for spelling in (*former, *self._current_names())}
        return [spellings[key] for key in get_close_matches(place_key(name), sorted(spellings), n=1)]

    def _near_today(self, name: str) -> list[str]:
        spellings = {place_key(spelling): spelling for spelling in self._current_names()}
        return [spellings[key] for key in get_close_matches(place_key(name), sorted(spellings), n=1)]

    def _current_names(self) -> list[str]:
        return [province.name.all()[0] for province in self._registers.provinces.values()]

    def _check_folder(self, product: Product, file: str) -> Iterator[Issue]:
        registers, folder = self._registers, file.split("/")[-2]
        province, named = registers.province_today(product.origin), registers.province_names.get(place_key(folder))
        if named and folder not in registers.provinces:
            yield reference("folder-former", file, (), folder, [(province or named).id], "warning")
        elif province and named and folder != province.id:
            yield reference("folder-province", file, (), folder, [province.id], "warning")


def _is_personal(contact: Contact) -> bool:
    return bool(contact.phone or contact.email or contact.zalo or contact.whatsapp)


def reference(
    kind: str, file: str, path: Path, value: str, near: Iterable[str] = (), severity: Severity = "error"
) -> Issue:
    """An issue of a reference that leads nowhere, with what is near."""
    details = {"value": value}
    for one in near:
        details["suggestion"] = one
    return Issue(kind, Source(file, path), severity, details)
