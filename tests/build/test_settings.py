"""What `mkdocs.yml` can ask for, each shown by a real build."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.exceptions import PluginError

from generator import plugin
from generator.plugin import BuildStopped, check_site_folder
from tests.build.project import DAY, HONEY, Project


def test_a_site_below_a_base_path_links_from_404_with_that_path(made: Project) -> None:
    """The page for unknown addresses is shown at any depth: its links name the whole path."""
    made.configure(site_url="https://x.example/ocop/")
    made.build()
    links = re.findall(r'(?:href|src|action)="([^"#]+)"', made.read("404.html"))
    assert [] == [link for link in links if not urlsplit(link).path.startswith("/ocop/")]
    assert {"/ocop/vi/", "/ocop/en/", "/ocop/vi/products/"} <= {urlsplit(link).path.removesuffix(".") for link in links}


def test_a_site_below_a_base_path_names_it_in_every_full_address(made: Project) -> None:
    """Canonical addresses, sitemap and feed carry the base path; links inside pages are relative."""
    made.configure(site_url="https://x.example/ocop/")
    made.build()
    page = made.read("vi/p/che-dinh/index.html")
    assert '<link rel="canonical" href="https://x.example/ocop/vi/p/che-dinh/">' in page
    assert [] == re.findall(r'(?:href|src)="/', page)
    for file in ("sitemap.xml", "vi/feed.xml", "robots.txt", "api/v1/products.json"):
        assert [] == re.findall(r"https://x\.example/(?!ocop/)", made.read(file)), file


def test_english_alone_works(made: Project) -> None:
    """A site in one language has no page, link or table of the other."""
    made.configure({"languages": ["en"]}, nav=["en/about/stars.md", "en/about/data.md"], exclude_docs="vi/\n")
    made.build()
    assert {"en/index.html", "en/p/che-dinh/index.html", "en/about/stars/index.html"} <= set(made.files())
    assert [] == [path for path in made.files() if path.startswith("vi/") or path.endswith(".vi.csv")]
    pages = [content.decode() for path, content in made.files().items() if path.endswith((".html", ".xml"))]
    assert [] == [page for page in pages if 'hreflang="vi"' in page and "catalogue.example/vi/" in page]


def test_registers_without_records_build(tmp_path: Path) -> None:
    """A catalogue begins empty: every page is there and says so."""
    empty = Project(tmp_path / "project")
    empty.build()
    assert [] == json.loads(empty.read("api/v1/products.json"))["products"]
    assert {"index.html", "vi/index.html", "en/export/index.html", "vi/stars/5/index.html"} <= set(empty.files())


def test_the_day_can_be_given(made: Project) -> None:
    """On the first day after 36 months the stars of the tea are lapsed, on the last they are in force."""
    states = []
    for day in (date(2028, 3, 1), date(2028, 3, 2)):
        made.build(day)
        states.append(json.loads(made.read("api/v1/products.json"))["products"][0]["standing"]["in_force"])
    assert [True, False] == states


def test_without_a_day_it_is_today_in_vietnam(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one clock of the build is `today`; the site is the same as for that day given."""
    made.build(date(2027, 5, 6))
    given = made.hashes()
    monkeypatch.setattr(plugin, "today", lambda: date(2027, 5, 6))
    made.build(None)
    assert given == made.hashes()
    assert "2027-05-06" == json.loads(made.read("api/v1/products.json"))["as_of"]


def test_today_is_not_far_from_the_clock() -> None:
    """`today` is a day, at most one off from that of this machine."""
    assert abs(plugin.today() - date.today()) <= timedelta(days=1)  # noqa: DTZ011  the clock of this machine is meant


@pytest.mark.parametrize("written", ["2026-11-23", DAY], ids=["text", "date"])
def test_the_day_in_mkdocs_yml_may_be_written_with_or_without_quotes(made: Project, written: object) -> None:
    """YAML reads a bare day as a date; both are taken."""
    made.configure({"as_of": written})
    made.build(None)
    assert "2026-11-23" == json.loads(made.read("api/v1/products.json"))["as_of"]


@pytest.mark.parametrize(
    ("option", "value"),
    [("as_of", "tomorrow"), ("as_of", "2026-02-30"), ("page_size", 0), ("processes", -1), ("languages", [])],
)
def test_an_option_that_makes_no_sense_is_told(made: Project, option: str, value: object) -> None:
    """A wrong option stops the build with one sentence that names it."""
    made.configure({option: value})
    with pytest.raises((BuildStopped, PluginError)) as stopped:
        made.build(None)
    assert "" == str(stopped.value) or option in str(stopped.value)
    assert not made.site.exists()


@pytest.mark.parametrize("folder", ["products", "products/records", "theme", "theme/site"])
def test_a_site_folder_among_the_sources_is_refused(made: Project, folder: str) -> None:
    """A build removes what it does not make: it never does so among records or templates."""
    made.configure(site_dir=folder)
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    with pytest.raises(BuildStopped):
        made.build()
    assert before == {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}


def test_a_site_folder_above_the_sources_is_refused(tmp_path: Path) -> None:
    """Nor around them, also when a link leads there."""
    (tmp_path / "project" / "products").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "project")
    with pytest.raises(PluginError, match="site_dir"):
        check_site_folder(tmp_path / "link", [tmp_path / "project" / "products"])


def test_pages_of_a_listing_hold_as_many_products_as_asked_for(made: Project) -> None:
    """With one product a page, two products make two pages."""
    made.configure({"page_size": 1})
    made.build()
    assert (made.site / "vi/products/2/index.html").exists()
    assert not (made.site / "vi/products/3/index.html").exists()


def test_the_site_can_stand_anywhere(made: Project, tmp_path: Path) -> None:
    """A site folder outside the project is filled too."""
    made.product("mat-ong", HONEY, "tuyen-quang")
    made.configure(site_dir=str(tmp_path / "public" / "www"))
    made.build()
    assert (tmp_path / "public/www/vi/p/mat-ong/index.html").exists()
