"""The pages of officers: what they say of each product, where they lead, that no search engine is led to them."""

import pytest
from lxml import html

from generator.quality.aspects import ASPECTS
from tests.quality.conftest import Made
from tests.real_site import LANGUAGES

QUALITY = "quality/"


def rows(tree: html.HtmlElement, table: str) -> dict[str, list[str]]:
    """The cells of a table by the head of each row."""
    found = tree.xpath(f"//*[@id='{table}']//tbody/tr")
    return {" ".join(row[0].text_content().split()): [cell.text_content() for cell in row[1:]] for row in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_search_engine_is_led_here(made: Made, language: str) -> None:
    """Every page says so, and neither the sitemap nor the search names any."""
    pages = [page for page in made.site.pages if page.startswith(f"{language}/{QUALITY}")]
    assert {f"{language}/{QUALITY}{one}" for one in ("", "lao-cai/", "tuyen-quang/", "unstated/")} == set(pages)
    for page in pages:
        assert ["noindex"] == made.site.tree(page).xpath("//meta[@name='robots']/@content")
    named = made.site.read("sitemap.xml")
    assert "/quality/" not in named
    scripts = [name for name in made.site.files if name.startswith("search/")]
    assert [] == [name for name in scripts if "/quality/" in made.site.read(name)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_for_officers_lead_here(made: Made, language: str) -> None:
    """And no page that buyers come by does."""
    led = [
        page
        for page in made.site.pages
        if page.startswith(f"{language}/")
        and QUALITY not in page
        and any(QUALITY in link for link in made.site.tree(page).xpath("//*[@id='main']//a/@href"))
    ]
    assert [f"{language}/about/officers/"] == led


def test_the_front_page_counts_by_province(made: Made) -> None:
    """Products, mean score, and products with each kind of task; those without a province on a line of their own."""
    found = rows(made.site.tree(f"en/{QUALITY}"), "provinces")
    assert ["Lao Cai", "Tuyen Quang", "Province not stated"] == list(found)
    assert ["4", "65", "2", "3", "1", "", "", "2", "1", "1", "", "", "1", "Calendar .ics"] == found["Lao Cai"]
    assert ["2", "27", "2", "2", "", "2", "1", "2", "", "", "2", "2", "", ""] == found["Tuyen Quang"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_formula_is_shown(made: Made, language: str) -> None:
    """Each aspect with its points, in the order of the table in the program."""
    shown = rows(made.site.tree(f"{language}/{QUALITY}"), "kinds")
    points = [cells[1].split(" ")[0] for cells in shown.values() if cells[1]]
    assert [one.points for one in ASPECTS] == [int("".join(filter(str.isdigit, one))) for one in points]


def test_each_record_is_named_with_its_file_and_what_to_do(made: Made) -> None:
    """Names of records are text; the file of a producer is named where that is the one to open; twins lead on."""
    tree = made.site.tree(f"vi/{QUALITY}lao-cai/")
    text = {
        row.xpath("string(th/small)"): row for row in tree.xpath("//table[contains(@class, 'cat-records')]//tr[td]")
    }
    assert {f"products/records/lao-cai/{one}.yml" for one in ("du-het", "sap-het-han", "keo-dai", "duong-dan")} == set(
        text
    )
    linked = text["products/records/lao-cai/duong-dan.yml"]
    assert "Chè <b>ba</b>" == linked.xpath("string(th/a)")
    assert "https://192.168.1.20/che" in linked.text_content()
    assert [] == linked.xpath("td//a")
    assert "Đã đầy đủ" in text["products/records/lao-cai/du-het.yml"].text_content()
    assert "products/producers/ho-a.yml" in text["products/records/lao-cai/keo-dai.yml"].xpath("string(td[2])")
    twins = made.site.tree(f"vi/{QUALITY}tuyen-quang/").xpath("//table//td//a/@href")
    assert ["../../../vi/p/trung-1/", "../../../vi/p/trung-2/"] == sorted(twins)


def test_the_next_deadlines_stand_first(made: Made) -> None:
    """With the first and the last day for the dossier, 180 and 120 days before; the next one first."""
    tree = made.site.tree(f"vi/{QUALITY}lao-cai/")
    found = list(rows(tree, "deadlines").items())
    assert ("Chè hai", ["19/07/2026", "17/09/2026", "15/01/2027"]) == found[0]
    assert ("Chè một", ["05/08/2026", "04/10/2026", "01/02/2027"]) == found[1]
