"""What may be shown of a producer: contact and tax code. The one place that decides it, for pages and open data.

A producer that is neither company nor cooperative is a private person, or may be: its phone, mail and name are personal
data (Law 91/2025/QH15) and are shown only from the day on which their owner agreed.
"""

from datetime import date

from generator.model import LEGAL_PERSONS, Contact, Producer

PERSONAL = ("person", "role", "phone", "email", "zalo", "whatsapp")
"""Fields of a contact that belong to a person. A website is public by itself."""


def public_contact(producer: Producer, day: date) -> Contact | None:
    """The contact of a producer as it may be shown on `day`; None when nothing is left to reach it by.

    The day of consent itself is not public and is never part of the answer.
    """
    contact = producer.contact
    if contact is None:
        return None
    hidden = () if is_contact_public(producer, day) else PERSONAL
    shown = contact.model_copy(update=dict.fromkeys((*hidden, "consent")))
    ways = (shown.person, shown.phone, shown.email, shown.website, shown.zalo, shown.whatsapp)
    return shown if any(ways) else None


def public_tax_code(producer: Producer) -> str | None:
    """The tax code of a producer as it may be shown: that of a company, never that of a person."""
    return producer.tax_code if producer.kind in LEGAL_PERSONS else None


def is_contact_public(producer: Producer, day: date) -> bool:
    """Whether all of a producer's contact may be shown on `day`."""
    contact = producer.contact
    agreed = contact is not None and contact.consent is not None and contact.consent <= day
    return agreed or producer.kind in LEGAL_PERSONS
