"""The promotion office and the endpoint of `mkdocs.yml`: what is taken, what is refused, and where it shows."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from mkdocs.exceptions import PluginError

from generator.options import read_endpoint
from generator.pages.desk import policy_with
from generator.pages.navigation import POLICY
from generator.plugin import read_settings
from generator.settings import Office
from tests.build.project import DAY, Project

OFFICE = {"name": "Phòng Xúc tiến", "names": {"en": "Promotion desk"}, "mail": "phong@x.example"}
ENDPOINT = "https://nhan.example:8443/hoi-hang"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project without records, whose settings the tests change."""
    return Project(tmp_path_factory.mktemp("desk") / "project")


def office_of(project: Project, **office: Any) -> Office | None:
    """The office that settings name."""
    project.configure({"promotion_office": office})
    return read_settings(project.config, DAY).office


def test_office_is_read(project: Project) -> None:
    """Numbers are written as E.164; the name may differ by language."""
    office = office_of(project, **OFFICE, phone="024 3943 5000", zalo="0912 345 678")
    assert office == Office(
        "Phòng Xúc tiến", {"en": "Promotion desk"}, "phong@x.example", "+842439435000", "+84912345678"
    )
    assert ["Phòng Xúc tiến", "Promotion desk"] == [office.name_in(one) for one in ("vi", "en")]


def test_no_name_is_no_office(project: Project) -> None:
    """Enquiries then go to producers alone, or are copied."""
    assert office_of(project) is None


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ({"name": "Phòng"}, "needs a mail"),
        ({"name": "Phòng", "mail": "phong"}, "mail is 'phong'"),
        ({"name": "Phòng", "phone": "12"}, "phone is '12'"),
        ({"name": "Phòng", "zalo": "zalo.me/1"}, "zalo is 'zalo.me/1'"),
    ],
)
def test_an_office_nobody_could_reach_is_refused(project: Project, office: dict[str, str], told: str) -> None:
    """A letter must arrive somewhere."""
    with pytest.raises(PluginError, match=told):
        office_of(project, **office)


@pytest.mark.parametrize("address", [ENDPOINT, "/hoi-hang", "http://localhost:8000/x", "http://127.0.0.1:5/x"])
def test_endpoint_is_taken(address: str) -> None:
    """An address with https, a path of the same host, or this machine for a trial."""
    assert address == read_endpoint(address)


@pytest.mark.parametrize(
    "address",
    [
        *("http://x.example/", "ftp://x.example/", "//x.example/", "x.example", "https://", "javascript:alert(1)"),
        *("https://x.example/;script-src *", "https://x.example, *", "https://a@x.example/", "https://x.example/\n"),
    ],
)
def test_an_endpoint_that_is_not_safe_is_refused(address: str) -> None:
    """It becomes part of the Content-Security-Policy: no second rule can ride along."""
    with pytest.raises(PluginError, match="enquiry_endpoint"):
        read_endpoint(address)


@pytest.mark.parametrize(("endpoint", "added"), [(None, ""), ("/x", ""), (ENDPOINT, " https://nhan.example:8443")])
def test_policy_allows_the_endpoint_and_nothing_else(endpoint: str | None, added: str) -> None:
    """Two rules name its origin; all others stay as they are."""
    rules = POLICY.split("; ")
    expected = [f"{rule}{added}" if rule.startswith(("connect-src", "form-action")) else rule for rule in rules]
    assert expected == policy_with(POLICY, endpoint).split("; ")
    assert 2 == len([rule for rule in rules if rule.startswith(("connect-src", "form-action"))])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an office and an endpoint."""
    made = Project(tmp_path_factory.mktemp("desk-site") / "project")
    made.configure({"promotion_office": OFFICE | {"name": "Phòng </script><b>"}, "enquiry_endpoint": ENDPOINT})
    made.build()
    return made.site


def data_of(site: Path, page: str) -> Any:
    """What a page of the desk carries."""
    tree = html.fromstring((site / page / "index.html").read_text(encoding="utf-8"))
    (text,) = tree.xpath('//script[@id="cat-desk-data"]/text()')
    return json.loads(text)


def test_only_the_enquiry_page_may_reach_the_endpoint(site: Path) -> None:
    """Every other page keeps the strict policy."""
    pages = {
        file.parent.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.html")
    }
    assert {"vi/enquiry", "en/enquiry"} == {
        name for name, page in pages.items() if "connect-src &#39;self&#39; https" in page
    }


def test_enquiry_page_carries_letters_in_both_languages_office_and_endpoint(site: Path) -> None:
    """And nothing in the settings ends the element it stands in."""
    for language in ("vi", "en"):
        data = data_of(site, f"{language}/enquiry")
        assert {"vi", "en"} == set(data["letters"])
        assert {"vi": "Phòng </script><b>", "en": "Promotion desk"} == data["office"]["names"]
        assert {"mail": "phong@x.example", "phone": "", "zalo": "", "whatsapp": ""} == data["office"]["ways"]
        assert [ENDPOINT, "https://catalogue.example/"] == [data["endpoint"], data["site"]]


@pytest.mark.parametrize("page", ["compare", "list", "enquiry"])
def test_pages_of_the_desk_carry_their_own_words_only(site: Path, page: str) -> None:
    """Those of the other two would be loaded for nothing."""
    kinds = {key.partition(".")[0] for key in data_of(site, f"vi/{page}")["words"]}
    assert {page, "desk", "field", "mark"} == kinds
