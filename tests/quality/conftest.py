"""A project in which every kind of finding occurs, built once: its catalogue, its site, its folder."""

from datetime import date
from typing import Any, NamedTuple

import pytest

from generator.build import load
from generator.catalogue.catalogue import Catalogue
from generator.plugin import read_settings
from tests.build.project import COOPERATIVE, HONEY, Project
from tests.build.project import TEA as OTHER_TEA
from tests.pictures.samples import picture
from tests.real_site import Site

DAY = date(2026, 11, 23)
TEA = OTHER_TEA | {"sources": [{"title": "Quyết định", "url": "https://ocopvietnam.gov.vn/qd?a=1&b=2"}]}
WHOLE: dict[str, Any] = TEA | {
    "summary": {"vi": "Chè búp", "en": "Buds"},
    "content": {"net": "100 g", "ingredients": {"vi": "Chè"}},
    "keeping": {"shelf_life_days": "365"},
    "packing": {"unit": {"vi": "hộp"}},
    "home": {"price": {"low": "90000", "currency": "VND"}},
    "trade": {"minimum_order": {"amount": "10", "unit": {"vi": "hộp"}}},
    "hs": ["090210"],
    "images": [{"file": "che.png", "alt": {"vi": "Hộp chè"}, "credit": "HTX"}],
}
"""States everything that the score asks for."""
LINKS: dict[str, Any] = {
    "home": {
        "links": [
            {"title": "a", "url": "http://ban-hang.vn/che"},
            {"title": "b", "url": "https://192.168.1.20/che"},
            {"title": "c", "url": "https://ban-hang.vn/che)."},
        ]
    }
}
EXPIRING = [{"stars": "4", "decision": "2/QĐ-UBND", "issued": "2024-02-01"}]
GRACE = [{"stars": "3", "decision": "3/QĐ-UBND", "issued": "2023-10-01", "extended": "2027-01-15"}]


class Made(NamedTuple):
    """A built project."""

    project: Project
    catalogue: Catalogue
    site: Site


def write_records(project: Project) -> None:
    """One product of every kind, and one with nothing to do."""
    project.producer()
    project.producer("ho-a", {"name": {"vi": "Hộ A"}, "kind": "household", "contact": {"phone": "0912345678"}})
    project.producer("htx-hai", COOPERATIVE | {"name": {"vi": "HỢP TÁC XÃ BẢN LIỀN"}})
    project.product("du-het", WHOLE)
    project.write("products/images/du-het/che.png", picture(size=(40, 30)))
    project.product("sap-het-han", WHOLE | {"name": {"vi": "Chè một", "en": "Tea"}, "images": [], "awards": EXPIRING})
    project.product("keo-dai", TEA | {"name": {"vi": "Chè hai"}, "awards": GRACE, "producer": "ho-a"})
    project.product("duong-dan", TEA | {"name": {"vi": "Chè <b>ba</b>"}} | LINKS)
    project.product("trung-1", HONEY | {"name": {"vi": "Mật ong Bạc Hà"}, "producer": "htx-ban-lien"}, "tuyen-quang")
    second = {"name": {"vi": "mật-ong bạc hà"}, "producer": "htx-hai", "awards": [{"stars": "3", "year": "2021"}]}
    project.product("trung-2", HONEY | second, "tuyen-quang")
    project.product("ten-thoi", {"name": {"fr": "thé"}}, "khac")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The project, built."""
    project = Project(tmp_path_factory.mktemp("quality") / "project")
    write_records(project)
    project.build(DAY)
    catalogue = load(read_settings(project.config, DAY)).catalogue
    assert catalogue
    return Made(project, catalogue, Site(project.site))
