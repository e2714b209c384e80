"""What belongs to a person stays private; what belongs to the machine and the moment is not published either."""

import getpass
import socket
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.catalogue.contacts import public_tax_code
from generator.model import Producer
from tests.build.project import ROOT, Project, small_project

CONTACT = {
    "person": "Sùng Thị Kín",
    "role": {"vi": "Chủ hộ kín", "en": "Private owner"},
    "phone": "0987 654 321",
    "email": "kin@rieng.example",
    "zalo": "0976 543 210",
    "whatsapp": "0965 432 109",
    "website": "https://ho-kin.example/",
}
SECRETS = ("Sùng Thị Kín", "Chủ hộ kín", "Private owner", "kin@rieng", "kin%40rieng", "rieng.example")
NUMBERS = ("987654321", "976543210", "965432109")
TAX_CODE = "0100109106"
HOUSEHOLD = {"name": {"vi": "Hộ kinh doanh Bản Liền"}, "kind": "household", "tax_code": TAX_CODE, "contact": CONTACT}


def published(project: Project, **fields: object) -> str:
    """Every byte of the site of a household with other fields, spaces and points between digits left out."""
    project.producer(record={**HOUSEHOLD, **fields})
    project.build()
    return "\n".join(content.decode("utf-8", "replace") for content in project.files().values())


def found(site: str) -> set[str]:
    """Which secrets stand anywhere in a site, numbers in any spelling."""
    digits = site.translate(dict.fromkeys(map(ord, " .-()\u00a0")))
    return {one for one in SECRETS if one in site} | {one for one in NUMBERS if one in digits}


def test_a_household_without_consent_is_in_no_file(made: Project) -> None:
    """Neither name nor role, phone, mail, Zalo or WhatsApp; the website of its own is public."""
    site = published(made)
    assert set() == found(site)
    assert "https://ho-kin.example/" in site


def test_consent_of_a_later_day_is_none_yet(made: Project) -> None:
    """It counts from its day on."""
    assert set() == found(published(made, contact={**CONTACT, "consent": "2026-11-24"}))


def test_with_consent_the_contact_is_shown(made: Project) -> None:
    """The day itself is not: it documents, it does not inform."""
    site = published(made, contact={**CONTACT, "consent": "2026-03-17"})
    assert {"Sùng Thị Kín", *NUMBERS} <= found(site)
    for spelling in ("2026-03-17", "17/03/2026", "17 March 2026"):
        assert spelling not in site


def test_a_company_is_shown_without_consent(made: Project) -> None:
    """Its contact is no personal data, its tax code is public."""
    site = published(made, kind="enterprise")
    assert {"Sùng Thị Kín", *NUMBERS} <= found(site)
    assert TAX_CODE in site


@pytest.mark.parametrize("consent", [None, "2026-03-17"])
@pytest.mark.parametrize("kind", ["household", "cooperative-group", "other", None])
def test_the_tax_code_of_a_person_is_in_no_file(made: Project, kind: str | None, consent: str | None) -> None:
    """It may be the number of an identity card: consent to a phone does not cover it."""
    contact = {name: value for name, value in {**CONTACT, "consent": consent}.items() if value}
    fields = {"kind": kind} if kind else {}
    record = {name: value for name, value in HOUSEHOLD.items() if name != "kind"} | fields | {"contact": contact}
    made.producer(record=record)
    made.build()
    assert [] == [path for path, content in made.files().items() if TAX_CODE.encode() in content]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("enterprise", TAX_CODE),
        ("cooperative", TAX_CODE),
        ("cooperative-group", None),
        ("household", None),
        (None, None),
    ],
)
def test_one_rule_says_whose_tax_code_is_public(kind: str, shown: str | None) -> None:
    """That of a legal person; of nobody else, also when the kind is not stated."""
    producer = Producer.model_validate({"id": "a", "name": {"vi": "A"}, "kind": kind, "tax_code": TAX_CODE})
    assert shown == public_tax_code(producer)


def test_a_producer_without_products_is_private_too(tmp_path: Path) -> None:
    """A producer that no product names has a page: the same rule holds there."""
    project = small_project(tmp_path / "project")
    project.producer("ho-kin", HOUSEHOLD)
    project.build()
    site = "\n".join(content.decode("utf-8", "replace") for content in project.files().values())
    assert "Hộ kinh doanh Bản Liền" in site
    assert set() == found(site)


def test_no_file_names_the_machine(site: Project) -> None:
    """Neither folders of the project, of the build or of the code, nor host or user."""
    folders = {str(site.folder), str(ROOT), f"{Path.home()}/", f"{tempfile.gettempdir()}/", "/home/", "catalogue-tmp"}
    names = {socket.gethostname(), f"/{getpass.getuser()}/"} - {"localhost"}
    words = [one.encode() for one in folders | {name for name in names if len(name) > 5}]
    assert [] == [(path, word) for path, content in site.files().items() for word in words if word in content]


def test_no_file_tells_when_it_was_made(tmp_path: Path) -> None:
    """Built for a day years ahead, no file holds the day of the clock in any spelling, unless an author wrote it."""
    project = small_project(tmp_path / "project")
    now = datetime.now(UTC)
    project.build(date(2031, 5, 6))
    assert "2031-05-06" in project.read("api/v1/products.json")
    written = b"".join(file.read_bytes() for file in (project.folder / "docs").rglob("*.md"))
    days = [now.date() + timedelta(days=step) for step in (-1, 0, 1)]
    forms = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%a, %d %b", "%Y%m%d")
    words = {day.strftime(form).removeprefix("0").encode() for day in days for form in forms}
    told = [word for word in words if word not in written]
    assert [] == [(path, word) for path, content in project.files().items() for word in told if word in content]
