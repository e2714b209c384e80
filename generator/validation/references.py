"""What a record says about the registers: its places, its schemes, the folder it is in.

Validated records in, issues out.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.communes import commune_key
from generator.issues import Issue, Path, Severity, Source
from generator.model import LEGAL_PERSONS, Contact, Origin, Producer, Product
from generator.registers import Registers, place_key


class References:
    """Checks the references of products and producers to registers."""

    def __init__(self, registers: Registers) -> None:
        """`registers` hold what they may refer to."""
        self.registers = registers

    def check_product(self, product: Product, file: str) -> Iterator[Issue]:
        """Issues of the references of one product read from `file`."""
        yield from self.check_places(product.origin, file)
        for number, certificate in enumerate(product.certifications):
            if certificate.scheme not in self.registers.schemes:
                near = get_close_matches(certificate.scheme, self.registers.schemes, n=1)
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
        registers = self.registers
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
        yield from self._check_commune(origin, file)

    def _check_commune(self, origin: Origin, file: str) -> Iterator[Issue]:
        """A stated commune of which today's is not known, or which may be several: with what is known of it."""
        stated, today, registers = origin.stated, origin.today, self.registers
        if not stated or not stated.commune or (today and today.commune) or not registers.former_communes.text:
            return
        province, communes = registers.province_today(origin), registers.communes_today(stated)
        if not province or len(communes) == 1:
            return
        path = ("origin", "stated", "commune")
        place = ", ".join(filter(None, (stated.district, stated.province)))
        details = {"value": stated.commune, "place": place, "province": province.name.vi or province.id}
        if communes:
            yield Issue("commune-several", Source(file, path), "warning", {**details, "allowed": ", ".join(communes)})
        else:
            key = commune_key(stated.commune, place_key)
            near = registers.former_communes.near(place_key(stated.province or ""), key)
            told = {"suggestion": near[0]} if near else {}
            yield Issue("commune-unknown", Source(file, path), "warning", {**details, **told})

    def _near_stated(self, name: str) -> list[str]:
        former = (one.name for province in self.registers.provinces.values() for one in province.former)
        spellings = {place_key(spelling): spelling for spelling in (*former, *self._current_names())}
        return [spellings[key] for key in get_close_matches(place_key(name), sorted(spellings), n=1)]

    def _near_today(self, name: str) -> list[str]:
        spellings = {place_key(spelling): spelling for spelling in self._current_names()}
        return [spellings[key] for key in get_close_matches(place_key(name), sorted(spellings), n=1)]

    def _current_names(self) -> list[str]:
        return [province.name.all()[0] for province in self.registers.provinces.values()]

    def _check_folder(self, product: Product, file: str) -> Iterator[Issue]:
        registers, folder = self.registers, file.split("/")[-2]
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
