"""Pages of short codes and of products that left, as readers meet them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from generator.codebook import CodeWishes, update_codes
from tests.browser.conftest import Visit
from tests.browser.server import served
from tests.browser.test_accessibility import ALL_RULES, COLOUR_RULES, serious
from tests.build.project import DAY, HONEY, small_project

pytestmark = pytest.mark.browser
TEA, REMOVED, MISTYPED, UNKNOWN = "h95vy8", "4vtkrt", "h95vy9", "rxx5yt"


@dataclass(frozen=True)
class Coded:
    """A site with codes: its folder as an address, and where it is served below a sub-path."""

    disk: str
    web: str


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coded]:
    """A tea that was renamed, a honey that was removed, another one; served in a folder of a host."""
    host = tmp_path_factory.mktemp("host")
    project = small_project(tmp_path_factory.mktemp("coded") / "project")
    project.product("mat-ong-rung", HONEY, "tuyen-quang")
    project.configure(site_url="https://catalogue.example/ocop/", site_dir=str(host / "ocop"))
    update_codes(project.products, CodeWishes(DAY))
    update_codes(project.products, CodeWishes(DAY, (("che-dinh", "che-ban-lien"),), ("mat-ong",), "Ngừng sản xuất"))
    project.build()
    (host / "404.html").write_bytes((host / "ocop/404.html").read_bytes())  # the host's page for unknown addresses
    with served(host) as web:
        yield Coded(f"{host.as_uri()}/ocop/", f"{web}ocop/")


@pytest.mark.parametrize(("locale", "language"), [("vi-VN", "vi"), ("en-GB", "en"), ("fr-FR", "en")])
def test_a_code_goes_on_in_the_language_of_the_browser(locale: str, language: str, coded: Coded, visit: Visit) -> None:
    """At once, with what the address asks besides; the way back does not end on it again."""
    page = visit(f"{coded.web}p/{TEA}/?s=fair", locale=locale)
    expect(page).to_have_url(f"{coded.web}{language}/p/che-ban-lien/?s=fair")
    expect(page.locator("h1")).to_have_text("Chè đinh Bản Liền")


def test_a_code_leads_on_from_a_disk(coded: Coded, visit: Visit) -> None:
    """The file of the product's page is opened, not its folder."""
    page = visit(f"{coded.disk}p/{TEA}/index.html", locale="vi-VN")
    expect(page).to_have_url(f"{coded.disk}vi/p/che-ban-lien/index.html")
    expect(page.locator("h1")).to_have_text("Chè đinh Bản Liền")


@pytest.mark.parametrize("code", [TEA, REMOVED])
def test_a_code_is_a_page_without_scripts(code: str, coded: Coded, visit: Visit) -> None:
    """With its name and a link for each language; axe finds nothing, in both schemes, on the narrowest phone."""
    page = visit(f"{coded.web}p/{code}/", width=320, java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    page.locator("a[hreflang=en]").click()
    expect(page).to_have_url(re.compile("/en/p/(che-ban-lien|mat-ong)/$"))


@pytest.mark.parametrize("path", [f"p/{REMOVED}/", "vi/p/mat-ong/", "en/p/che-dinh/"])
def test_axe_finds_nothing_on_these_pages(path: str, coded: Coded, visit: Visit) -> None:
    """The page of a code is looked at before its script goes on: that one is held back."""
    page = visit(width=320)
    page.route("**/short.*.js", lambda route: route.abort())
    problems: list[str] = []
    page.on("console", lambda line: problems.append(line.text) if "ERR_FAILED" not in line.text else None)
    page.goto(coded.web + path)
    assert [] == serious(page, ALL_RULES)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.emulate_media(color_scheme="dark")
    assert [] == serious(page, COLOUR_RULES)
    assert [] == problems


@pytest.mark.parametrize("typed", ["H95VY8", "h95-vy8/", "H95%20vy8/index.html"])
def test_a_code_in_capitals_or_groups_leads_on(typed: str, coded: Coded, visit: Visit) -> None:
    """Also where the host takes capitals for other letters."""
    page = visit(f"{coded.web}p/{typed}", locale="en-GB")
    expect(page).to_have_url(f"{coded.web}en/p/che-ban-lien/")


@pytest.mark.parametrize(("code", "told"), [(MISTYPED, "mistyped"), (UNKNOWN, "unknown")])
def test_a_code_that_is_none_is_told(code: str, told: str, coded: Coded, visit: Visit) -> None:
    """A wrong sign, or a code that no product has: never another product."""
    page = visit(f"{coded.web}p/{code}/")
    expect(page.locator(f"[data-code={told}]").first).to_be_visible()
    other = {"mistyped": "unknown", "unknown": "mistyped"}[told]
    expect(page.locator(f"[data-code={other}]").first).to_be_hidden()
