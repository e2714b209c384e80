"""Whose contact is shown: one place decides for pages and open data."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.catalogue.contacts import PERSONAL, public_contact
from generator.model import Producer

DAY = date(2026, 11, 23)
CONTACT = {
    "person": "Nguyễn Thị B",
    "role": {"vi": "Chủ hộ"},
    "phone": "0912345678",
    "email": "b@example.vn",
    "website": "https://b.example.vn/",
    "zalo": "0912345678",
    "whatsapp": "0912345678",
}


def producer(kind: str = "household", **contact: str) -> Producer:
    """A producer of a kind with all ways to reach it, and others in their place; "" leaves one out."""
    ways = {way: value for way, value in {**CONTACT, **contact}.items() if value}
    fields = {"id": "ho-b", "name": {"vi": "Hộ B"}, "kind": kind, "contact": ways}
    return Producer.model_validate(fields)


def test_a_household_without_consent_shows_only_its_website() -> None:
    """Phone, mail and name of a private person stay private."""
    shown = public_contact(producer(), DAY)
    assert shown is not None
    assert ("https://b.example.vn/", [None] * len(PERSONAL)) == (
        shown.website,
        [getattr(shown, name) for name in PERSONAL],
    )


@pytest.mark.parametrize(("consent", "phone"), [("2026-11-23", "+84912345678"), ("2026-11-24", None)])
def test_consent_counts_from_its_day_on(consent: str, phone: str | None) -> None:
    """Consent given on the as-of date counts, consent dated later does not yet."""
    shown = public_contact(producer(consent=consent), DAY)
    assert shown is not None
    assert phone == shown.phone


def test_a_company_needs_no_consent() -> None:
    """The phone of a business is no personal data."""
    shown = public_contact(producer("enterprise"), DAY)
    assert shown is not None
    assert "+84912345678" == shown.phone


def test_the_day_of_consent_is_never_public() -> None:
    """It documents, it does not inform."""
    shown = public_contact(producer(consent="2026-01-01"), DAY)
    assert shown is not None
    assert shown.consent is None


def test_nothing_left_is_no_contact() -> None:
    """A household with a phone only has no public contact; nor has a producer without any."""
    assert public_contact(producer(website=""), DAY) is None
    assert public_contact(Producer.model_validate({"id": "a", "name": {"vi": "A"}}), DAY) is None


def test_no_output_holds_a_private_contact_or_number(
    catalogue_of: Callable[..., Any], files_of: Callable[..., Any]
) -> None:
    """Neither phone nor mail nor name nor tax code of a household is in any file."""
    household = {"name": {"vi": "Hộ B"}, "kind": "household", "contact": CONTACT, "tax_code": "0100109106"}
    files = files_of(catalogue_of(producers={"htx-tan-cuong": household}))
    published = json.loads(files["api/v1/products.json"])["products"][0]["producer"]
    assert {"website": "https://b.example.vn/"} == published["contact"]
    everything = b"".join(files.values()).decode()
    for secret in ("912345678", "b@example.vn", "Nguyễn Thị B", "0100109106"):
        assert secret not in everything
