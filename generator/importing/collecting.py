"""Drafts in, the records that become of them out, each merged with what is there already."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.importing.decisions import Decisions
from generator.importing.drafts import Draft
from generator.importing.matching import Producers, Products, first_name
from generator.importing.near import Known, NearMatches, told
from generator.importing.places import agreed
from generator.importing.targets import Targets
from generator.issues import Issue
from generator.model import Producer, Product
from generator.records.raw import RawRecord
from generator.records.reader import Reading
from generator.registers import Registers

UNPLACED = "unplaced"
"""Folder of products whose province is not known."""


def collect(
    drafts: Sequence[Draft], products: Path, reading: Reading, registers: Registers, decisions: Decisions
) -> tuple[Targets, Targets]:
    """The products and the producers that the drafts speak of, merged with those that exist.

    A draft that may be a product that exists is told and waits until somebody decides.
    """
    known_products = [record for record in reading.records if record.kind == "product"]
    known_producers = [record for record in reading.records if record.kind == "producer"]
    found = _Collection(products, known_products, known_producers, registers, decisions)
    found.claim(drafts)
    for draft in drafts:
        found.add(draft)
    found.place_producers()
    return found.records, found.producers


class _Collection:
    """What has become of the drafts so far."""

    def __init__(
        self,
        products: Path,
        known_products: Sequence[RawRecord],
        known_producers: Sequence[RawRecord],
        registers: Registers,
        decisions: Decisions,
    ) -> None:
        self.records = Targets(products, Product, known_products)
        self.producers = Targets(products, Producer, known_producers)
        self._products, self._producers = Products(known_products, registers), Producers(known_producers, registers)
        self._near = NearMatches(known_products, known_producers, registers)
        self._decisions = decisions
        self._claimed: set[str] = set()
        self._ids: dict[int, str] = {}
        self._by_producer: dict[str, list[Draft]] = {}

    def claim(self, drafts: Sequence[Draft]) -> None:
        """Find the records that drafts are for certain: these are near to no other row of the list."""
        for number, draft in enumerate(drafts):
            producer = self._producers.id_of(draft) if draft.producer else ""
            self._ids[id(draft)] = producer
            self._claimed.add(self._products.find(draft, producer) or str(number))

    def add(self, draft: Draft) -> None:
        """Merge a draft into the record that it is, or make a new one."""
        producer = self._ids[id(draft)]
        values = {**draft.product, "producer": producer} if producer else draft.product
        record = self._products.find(draft, producer)
        if not record:
            near = [known for known in self._near.candidates(draft, producer) if known.id not in self._claimed]
            choice = self._decisions.choose(draft, near)
            if choice == "open":
                self._ask(draft, near)
                return
            if choice != "new":
                # What the record is called, and who makes it, was decided to mean the same.
                record, producer = choice.id, ""
                values = {field: value for field, value in draft.product.items() if field != "name"}
        record = self._products.take(draft, self._ids[id(draft)], record)
        if other := self._products.holder_of_gtin(draft, record):
            details = {"value": str(draft.product["gtin"]), "other": other}
            self.records.issues.append(Issue("gtin-twice", replace(draft.source, path=("gtin",)), details=details))
            return
        if producer:
            self._by_producer.setdefault(producer, []).append(draft)
            self.producers.add(producer, "producers", self._producers.values_of(draft, producer), draft.source)
        self.records.add(record, f"records/{draft.province or UNPLACED}", values, draft.source)

    def _ask(self, draft: Draft, near: Sequence[Known]) -> None:
        others = "; ".join(f"{told(known)} ({known.id})" for known in near)
        details = {"value": first_name(draft.product["name"]), "other": others}
        self.records.issues.append(Issue("import-near", replace(draft.source, path=("name",)), details=details))

    def place_producers(self) -> None:
        """Give a producer without a place the place on which all its products in the list agree."""
        for producer, drafts in self._by_producer.items():
            place = agreed([draft.origin for draft in drafts])
            if place and not self.producers.holds(producer, "origin"):
                self.producers.add(producer, "producers", {"origin": place}, drafts[0].source)
