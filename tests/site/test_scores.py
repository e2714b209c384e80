"""The points of an award on its page: bars with their numbers, in both languages, and in the open data."""

import pytest

from tests.real_site import FULL, LANGUAGES, Site

NUMBERS = {
    "vi": ["37,5 / 40 điểm", "23,25 / 25 điểm", "32,75 / 35 điểm", "93,5 / 100 điểm"],
    "en": ["37.5 of 40 points", "23.25 of 25 points", "32.75 of 35 points", "93.5 of 100 points"],
}
LENGTHS = ["93.75", "93.00", "93.57", "93.50"]
CAPTIONS = {"vi": "lần công nhận ngày 06/05/2024", "en": "at the award of 6 May 2024"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_are_a_table_with_bars(full: Site, language: str) -> None:
    """Each row has its heading and its number as text; the bar is a drawing that a screen reader passes by."""
    (chart,) = full.tree(f"{language}/p/{FULL}/").xpath("//*[@id='scores']")
    assert CAPTIONS[language] in chart.xpath("string(.//caption)")
    rows = chart.xpath(".//tbody/tr | .//tfoot/tr")
    assert NUMBERS[language] == [row.xpath("string(td)").strip() for row in rows]
    assert ["A. ", "B. ", "C. "] == [row.xpath("string(th[@scope='row'])")[:3] for row in rows[:3]]
    assert ["true"] * 4 == chart.xpath(".//svg/@aria-hidden")
    assert LENGTHS == chart.xpath(".//svg/rect[2]/@width")
    assert [] == chart.xpath(".//@style | .//style")


@pytest.mark.parametrize("language", LANGUAGES)
def test_earlier_awards_tell_their_parts(full: Site, language: str) -> None:
    """In the history; where only criteria are stated, their sums."""
    text = full.tree(f"{language}/p/{FULL}/").get_element_by_id("awards").text_content()
    point = "," if language == "vi" else "."
    assert f"A 31{point}25 · B 21 · C 32{point}25" in text
    assert "A 27 · B 15 · C 21" in text


def test_no_real_product_has_points_that_no_source_states(site: Site) -> None:
    """The real records state no score sheet, so no page of theirs shows a chart."""
    stated = [product["id"] for product in site.products if any("scores" in one for one in product.get("awards", ()))]
    charts = [page for page in site.pages if page.startswith("vi/p/") and 'id="scores"' in site.read(page)]
    assert [f"vi/p/{one}/" for one in stated] == charts


def test_open_data_hold_what_the_record_states(full: Site) -> None:
    """Parts and criteria as numbers; the schema of the data describes them."""
    (product,) = [one for one in full.products if one["id"] == FULL]
    undated, _, _, current = product["awards"]
    assert {"a": 37.5, "b": 23.25, "c": 32.75} == current["scores"]
    assert 11 == undated["scores"]["set"]
    assert {"code": "1.1", "points": 2} in undated["scores"]["criteria"]
    assert '"CriterionScore"' in full.read("api/v1/products.schema.json")
