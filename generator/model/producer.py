"""Who makes products, and how to reach them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.fields import Day, Email, Line, Phone, Slug, TaxCode, Url
from generator.model.place import Origin, RecordSource
from generator.model.text import Language, LocalParagraphs, LocalText, Many, Part

LEGAL_PERSONS = frozenset({"enterprise", "cooperative"})
"""Kinds that are legal persons; telephone, mail and tax code of any other producer may be those of a person."""
ProducerKind = Literal["enterprise", "cooperative", "cooperative-group", "household", "other"]


class Contact(Part):
    """How to reach a producer. A private phone or mail needs the day on which its owner agreed."""

    person: Line | None = None
    role: LocalText | None = None
    phone: Phone | None = None
    email: Email | None = None
    website: Url | None = None
    zalo: Phone | None = None
    whatsapp: Phone | None = None
    languages: Many[Language] = ()
    consent: Day | None = None
    """Day on which a person agreed that phone and mail are shown; needed for all but companies and cooperatives."""


class Producer(Part):
    """Who makes products: enterprise (DN), cooperative (HTX), cooperative group (THT), household business (HKD)."""

    kind_of_record: ClassVar[str] = "producer"

    id: Slug
    name: LocalText
    kind: ProducerKind | None = None
    origin: Origin = Origin()
    tax_code: TaxCode | None = None
    gln: Annotated[Line, Field(pattern=r"^\d{13}$")] | None = None
    contact: Contact | None = None
    story: LocalParagraphs | None = None
    export_note: LocalText | None = None
    sources: Many[RecordSource] = ()
