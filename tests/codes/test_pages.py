"""Addresses that were given stay: pages of codes, and of products that left."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.codebook import CodeWishes, update_codes
from generator.codes.ledger import Ledger
from generator.records.ledger_files import read_ledger_files
from tests.build.project import DAY, HONEY, TEA, Project, small_project

CHAINS = int(os.environ.get("CODE_CHAINS", "2"))
NOT_THERE = {"vi": "không còn trong danh mục từ ngày", "en": "not in the catalogue any more since"}
GTIN, LEFT = "8938505974194", "8938505974217"
"""Article numbers of a honey that there is, and of one that left."""
RENAMED = {"vi": "dưới tên hoặc địa chỉ khác trong danh mục từ ngày", "en": "under another name or address since"}


def change(project: Project, **wishes: object) -> Ledger:
    """Do as `ocop codes` does, on a day; the ledger then."""
    account = update_codes(project.products, CodeWishes(DAY, **wishes))  # type: ignore[arg-type]
    assert account.issues == ()
    return read_ledger_files(project.products)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A tea that was renamed twice, a honey that was removed, another honey; built after each change."""
    project = small_project(tmp_path_factory.mktemp("codes") / "project")
    project.product("mat-ong-rung", HONEY | {"gtin": GTIN}, "tuyen-quang")
    project.product("mat-ong", HONEY | {"gtin": LEFT}, "tuyen-quang")
    change(project)
    project.build()
    change(project, renamed=(("che-dinh", "che-dinh-ban-lien"),))
    change(project, renamed=(("che-dinh-ban-lien", "che-ban-lien"),), removed=("mat-ong",), note="Ngừng <làm>")
    project.build()
    return project


def tree(project: Project, path: str) -> html.HtmlElement:
    """The page at a path, parsed."""
    return html.fromstring(project.read(f"{path}index.html").encode())


def goals(project: Project, path: str) -> dict[str, Path]:
    """The files that the page of a code leads to, by language."""
    folder = project.site / path
    doors = tree(project, path).xpath("//a[@data-go]")
    return {door.get("hreflang"): (folder / door.get("href").partition("#")[0] / "index.html") for door in doors}


@pytest.mark.parametrize("path", ["p/", "01/"])
def test_who_shortens_an_address_comes_to_all_products(path: str, changed: Project) -> None:
    """In either language."""
    found = {language: file.resolve() for language, file in goals(changed, path).items()}
    assert {one: changed.site / one / "products/index.html" for one in ("vi", "en")} == found


def test_a_code_leads_to_its_product_in_both_languages(changed: Project) -> None:
    """By plain links; the page is not for search engines and names the product's page as the one that counts."""
    page = tree(changed, "p/h95vy8/")
    assert ["Chè đinh Bản Liền"] == [one.text for one in page.xpath("//h1[@lang='vi']")]
    assert "Ban Lien bud tea" in page.xpath("string(//p[@lang='en'])")
    assert ["noindex"] == page.xpath("//meta[@name='robots']/@content")
    assert ["https://catalogue.example/vi/p/che-ban-lien/"] == page.xpath("//link[@rel='canonical']/@href")
    found = goals(changed, "p/h95vy8/")
    assert {"vi", "en"} == set(found)
    assert all(file.read_text(encoding="utf-8").count("<h1") == 1 for file in found.values())


def test_the_product_shows_its_short_address(changed: Project) -> None:
    """In the block for sharing, in both languages."""
    for language in ("vi", "en"):
        page = tree(changed, f"{language}/p/che-ban-lien/")
        assert ["https://catalogue.example/p/h95vy8/"] == page.xpath("//p[@class='cat-share__short']/a/@href")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_removed_product_says_so_with_its_last_award(changed: Project, language: str) -> None:
    """Since when and why, escaped; what it held, what is near it; from its code and from its former address."""
    page = tree(changed, f"{language}/p/mat-ong/")
    told = " ".join(page.xpath("//article")[0].text_content().split())
    assert NOT_THERE[language] in told
    assert "Ngừng <làm>" in told
    assert {"vi": "3 sao", "en": "3 stars"}[language] in told
    assert {"vi": "01/05/2024", "en": "1 May 2024"}[language] in told
    assert ["../../../" + language + "/p/mat-ong-rung/"] == page.xpath("//*[contains(@class,'cat-cards')]//h3//a/@href")
    assert ["noindex"] == page.xpath("//meta[@name='robots']/@content")
    assert NOT_THERE[language] in tree(changed, "p/4vtkrt/").text_content()
    assert goals(changed, "p/4vtkrt/")[language].samefile(changed.site / language / "p/mat-ong/index.html")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_former_name_leads_to_where_the_product_is(changed: Project, language: str) -> None:
    """Over each renaming, to the product that there is."""
    for former in ("che-dinh", "che-dinh-ban-lien"):
        page = tree(changed, f"{language}/p/{former}/")
        assert RENAMED[language] in page.text_content()
        assert f"../../../{language}/p/che-ban-lien/" in page.xpath("//article//a/@href")


def test_former_addresses_are_not_in_the_sitemap(changed: Project) -> None:
    """Nor codes: it names the products that there are."""
    told = changed.read("sitemap.xml")
    assert "/p/che-ban-lien/" in told
    assert re.search(r"/p/(che-dinh|mat-ong|h95vy8)/", told) is None


def target() -> dict[str, object]:
    """What GS1's schema for linksets (GS1-Conformant Resolver 1.2.0) asks of a link."""
    address = {"type": "string", "pattern": "^https?://[a-zA-Z0-9./]+"}
    text, language = {"type": "string"}, {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}
    named = {
        "href": address,
        "title": text,
        "hreflang": {"type": "array", "items": language},
        "type": {"type": "string", "pattern": "^[a-z]+/[-+.a-z]+$"},
    }
    return {"type": "object", "properties": named, "required": ["href", "title"], "additionalProperties": False}


LINKSET = {
    "type": "object",
    "properties": {
        "linkset": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "anchor": {"type": "string", "pattern": "^https?://[a-zA-Z0-9./]+/01/[0-9]{14}$"},
                    "description": {"type": "string"},
                },
                "patternProperties": {"^https://gs1.org/voc/[a-zA-Z]+$": {"type": "array", "items": target()}},
                "required": ["anchor", "https://gs1.org/voc/defaultLink"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["linkset"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(("gtin", "product"), [(GTIN, "mat-ong-rung"), (LEFT, "mat-ong")])
def test_an_article_number_leads_to_its_product(gtin: str, product: str, changed: Project) -> None:
    """As GS1 Digital Link writes it, with 14 digits; also when the product has left. Machines find its pages."""
    path = f"01/0{gtin}/"
    found = goals(changed, path)
    assert {language: file.resolve() for language, file in found.items()} == {
        language: changed.site.resolve() / language / "p" / product / "index.html" for language in ("vi", "en")
    }
    (link,) = tree(changed, path).xpath("//link[@rel='linkset']")
    assert ("application/linkset+json", "linkset.json") == (link.get("type"), link.get("href"))
    told = json.loads(changed.read(f"{path}linkset.json"))
    jsonschema.validate(told, LINKSET)
    (links,) = told["linkset"]
    assert f"https://catalogue.example/01/0{gtin}" == links["anchor"]
    assert [["vi"], ["en"]] == [one["hreflang"] for one in links["https://gs1.org/voc/pip"]]
    for one in links["https://gs1.org/voc/pip"]:
        assert (changed.site / one["href"].removeprefix("https://catalogue.example/") / "index.html").is_file()


def test_structured_data_name_the_digital_link(changed: Project) -> None:
    """Without the slash at the end, which is that of a folder of files."""
    assert f'"hasGS1DigitalLink":"https://catalogue.example/01/0{GTIN}"' in changed.read("en/p/mat-ong-rung/index.html")


def test_codes_may_have_no_pages(changed: Project) -> None:
    """With `codes: false`, for hosts that count files; former addresses stay."""
    text = Path(changed.config).read_text(encoding="utf-8")
    changed.configure({"codes": False, "languages": ["vi"]}, site_dir="fewer")
    changed.build()
    Path(changed.config).write_text(text, encoding="utf-8")
    site = changed.folder / "fewer"
    assert not (site / "p").exists()
    assert not (site / "01").exists()
    assert "hasGS1DigitalLink" not in (site / "vi/p/mat-ong-rung/index.html").read_text(encoding="utf-8")
    assert "cat-share__short" not in (site / "vi/p/che-ban-lien/index.html").read_text(encoding="utf-8")
    assert (site / "vi/p/mat-ong/index.html").exists()


NAMES = ("che", "tra", "mat-ong", "gom")
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(NAMES)),
        st.tuples(st.just("remove"), st.sampled_from(NAMES)),
        st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    ),
    min_size=6,
    max_size=10,
)


class Year:
    """A project to which things happen, and all that was ever printed."""

    def __init__(self, folder: Path) -> None:
        """With a honey that nothing happens to."""
        self.project = small_project(folder)
        self.given: dict[str, str] = change(self.project).codes.copy()  # type: ignore[attr-defined]

    def step(self, kind: str, one: str, other: str = "") -> None:
        """Let something happen, unless it cannot; every row of before is still there, and no code went to another."""
        records = {file.stem for file in self.project.products.glob("records/*/*.yml")}
        left = set(read_ledger_files(self.project.products).former)
        wishes: dict[str, object] = {}
        if kind == "add" and one not in records | left:
            self.project.product(one, TEA if len(one) < 4 else HONEY)
        elif kind == "remove" and one in records:
            wishes = {"removed": (one,)}
        elif kind == "rename" and one in records and other not in records and one != other:
            wishes = {"renamed": ((one, other),)}
        ledger = change(self.project, **wishes)
        assert self.given.items() <= ledger.codes.items()
        for new in ledger.codes.keys() - self.given.keys():
            sharing = {same for same, code in self.given.items() if code == ledger.codes[new]}
            assert not sharing or (kind == "rename" and one in sharing)
        self.given = dict(ledger.codes)

    def check(self) -> None:
        """Everything that was printed is a page that says what is so."""
        ledger = read_ledger_files(self.project.products)
        for one, code in self.given.items():
            for language, file in goals(self.project, f"p/{code}/").items():
                assert file.is_file(), (one, language)
            for language in ("vi", "en"):
                page = self.project.read(f"{language}/p/{one}/index.html")
                state = "" if one not in ledger.former else RENAMED if ledger.former[one].renamed_to else NOT_THERE
                assert not state or state[language] in page


@settings(max_examples=CHAINS, suppress_health_check=list(HealthCheck), deadline=None)
@given(steps)
def test_whatever_happens_all_that_was_printed_leads_to_a_true_page(
    tmp_path_factory: pytest.TempPathFactory, happens: list[tuple[str, ...]]
) -> None:
    """Random chains of adds, renames and removals; the site built along the way is that of a build anew."""
    year = Year(tmp_path_factory.mktemp("year") / "project")
    for number, step in enumerate(happens):
        year.step(*step)
        if number == len(happens) // 2:
            year.project.build()
    year.project.build()
    year.check()
    before = year.project.hashes()
    for kept in year.project.folder.glob(".cache/built-*"):
        if kept.is_file():
            kept.unlink()
    year.project.build()
    assert before == year.project.hashes()
