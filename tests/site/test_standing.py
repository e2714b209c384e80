"""Stars are shown as held only where an award in force, or one without a stated end, says so; everywhere alike."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from lxml import html

from tests.real_site import AS_OF, FULL, LANGUAGES, LATER, Site
from tests.site.test_listings import cards, numbers

NOT_HELD = ("proposed", "withdrawn", "lapsed", "unrated")
RE: dict[str, Any] = {"namespaces": {"re": "http://exslt.org/regular-expressions"}}
BADGE = "//p[contains(@class, 'cat-badge')]"
INACTIVE = "https://schema.org/CertificationInactive"
RATED_LISTINGS = ("export/", "home-market/", "stars/3/", "stars/4/", "stars/5/")


def badges(site: Site) -> Iterator[tuple[str, str, html.HtmlElement]]:
    """Page, product and badge of every card and product page."""
    for page in site.pages:
        tree = site.tree(page)
        if "/p/" in page and not page.endswith("/p/"):
            yield page, page.split("/")[2], tree.xpath("//section[@data-state]" + BADGE)[0]
        for card in tree.xpath("//article[contains(@class, 'cat-card')]"):
            yield page, card.xpath(".//h3/a/@href")[0].split("/")[-2], card.xpath("." + BADGE)[0]


def states(site: Site) -> dict[str, str]:
    """The state of each product in the open data."""
    return {product["id"]: product["standing"]["state"] for product in site.products}


@pytest.mark.parametrize("name", ["site", "later", "full"])
def test_badges_say_the_same_as_the_open_data(name: str, request: pytest.FixtureRequest) -> None:
    """On every card and product page of both languages."""
    built: Site = request.getfixturevalue(name)
    expected = states(built)
    assert [] == [(page, one) for page, one, badge in badges(built) if expected[one] != badge.get("data-state")]


@pytest.mark.parametrize("name", ["site", "later"])
def test_products_without_held_stars_show_none(name: str, request: pytest.FixtureRequest) -> None:
    """No star symbols, and nothing from which the script could draw a rating on a later day."""
    built: Site = request.getfixturevalue(name)
    for page, one, badge in badges(built):
        if badge.get("data-state") in NOT_HELD:
            assert [] == badge.xpath(".//svg"), (page, one)
            assert not {"data-number", "data-standing"} & set(badge.attrib), (page, one)


def test_held_stars_are_symbols_and_words(site: Site) -> None:
    """As many as the open data says, in the spoken name of the symbols and in the text of the badge."""
    held = {product["id"]: product["standing"]["stars"] for product in site.products}
    for page, one, badge in badges(site):
        if held[one]:
            (symbols,) = badge.xpath("svg[@role='img']")
            assert [held[one]] == numbers(symbols.get("aria-label")), (page, one)
            assert held[one] == numbers(badge.find("span").text)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_is_called_so_and_not_an_award(site: Site, language: str) -> None:
    """In the badge and the sentence below it."""
    words = {"vi": ("đề nghị", "chưa"), "en": ("proposed", "not awarded")}[language]
    for product in site.products:
        if product["standing"]["state"] == "proposed":
            (badge,) = site.tree(f"{language}/p/{product['id']}/").xpath("//section[@data-state]" + BADGE)
            text = badge.text_content().lower()
            assert any(word in text for word in words), text
            assert any(word in text for word in (words[1], "not")), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_stands_in_no_table_of_awards(full: Site, language: str) -> None:
    """Under headings that say who proposed it and when; the table of awards holds awards alone."""
    tree = full.tree(f"{language}/p/{FULL}/")
    called = {
        "vi": ("Đề nghị 5 sao", "Ngày đề nghị", "Ngày công nhận"),
        "en": ("5 stars proposed", "Proposed on", "Awarded on"),
    }
    words, proposed, awarded = called[language]
    apart, history = (tree.get_element_by_id(name).text_content() for name in ("proposals", "awards"))
    assert (True, True, False) == (words in apart, proposed in apart, awarded in apart)
    assert (False, False, True) == (words in history, proposed in history, awarded in history)


@pytest.mark.parametrize("name", ["site", "full"])
def test_what_a_rating_says_without_scripts_names_a_day(name: str, request: pytest.FixtureRequest) -> None:
    """The sentence below a rating in force names its last day; so does each listing that it stands in by its stars."""
    built: Site = request.getfixturevalue(name)
    for product in built.products:
        held = product["standing"]["state"] in ("valid", "expiring", "grace")
        tree = built.tree(f"en/p/{product['id']}/")
        assert not held or re.search(r"\b20\d\d\b", tree.xpath("string(//*[@data-meaning])")), product["id"]
        listed = tree.xpath("//nav[@aria-label='Listed under']//li[re:test(a/@href, '/(stars|export)/')]", **RE)
        words = r"until \d+ \w+ 20\d\d|Validity not stated|Extended, awaiting re-assessment"
        assert all(re.search(words, item.text_content()) for item in listed), product["id"]
        assert held <= bool(listed)


@pytest.mark.parametrize("name", ["site", "later"])
def test_lists_of_rated_products_hold_no_others(name: str, request: pytest.FixtureRequest) -> None:
    """A product whose stars are proposed, withdrawn or lapsed stands in no list of star levels or for export."""
    built: Site = request.getfixturevalue(name)
    for page, one, badge in badges(built):
        if page[3:].startswith(RATED_LISTINGS):
            assert badge.get("data-state") not in NOT_HELD, (page, one)


def run_out(site: Site) -> list[str]:
    """Products in force on `AS_OF` whose last day has passed on `LATER`."""
    held = [product for product in site.products if product["standing"]["in_force"]]
    return [product["id"] for product in held if product["standing"]["expires"] < LATER.isoformat()]


def lasting(site: Site) -> set[str]:
    """Products in force on `AS_OF` whose last day has not come on `LATER` either."""
    held = {product["id"] for product in site.products if product["standing"]["in_force"]}
    return held - set(run_out(site))


def test_two_years_later_only_lasting_awards_are_in_force(site: Site, later: Site) -> None:
    """Nothing stays in force but what was awarded for longer, and nothing comes into force by itself."""
    assert lasting(site) == {product["id"] for product in later.products if product["standing"]["in_force"]}


def test_two_years_later_the_open_data_says_lapsed(site: Site, later: Site) -> None:
    """JSON: the state, no stars held, no list of export-capable products."""
    found = {product["id"]: product["standing"] for product in later.products}
    assert 20 <= len(run_out(site))
    for one in run_out(site):
        standing = found[one]
        assert ("lapsed", None, False, False) == (
            standing["state"],
            standing["stars"],
            standing["in_force"],
            standing["export_capable"],
        )
    assert LATER.isoformat() == json.loads(later.read("api/v1/products.json"))["as_of"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_years_later_pages_and_cards_say_lapsed(site: Site, later: Site, language: str) -> None:
    """The badge, the sentence, and no link to a list of rated products."""
    word = {"vi": "hết hạn", "en": "lapsed"}[language]
    for one in run_out(site):
        tree = later.tree(f"{language}/p/{one}/")
        (section,) = tree.xpath("//section[@class='cat-standing']")
        assert "lapsed" == section.get("data-state")
        assert word in section.xpath("." + BADGE)[0].text_content().lower()
        assert word in section.xpath("p[@data-meaning]")[0].text_content().lower()
        collections = tree.xpath("//nav[contains(@class, 'cat-collections')]//a/@href")
        assert not [address for address in collections if "/stars/" in address or "/export/" in address]
    assert lasting(site) == set(cards(later, f"{language}/home-market/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_years_later_the_table_says_lapsed(site: Site, later: Site, language: str) -> None:
    """CSV: no stars in the column of stars, and the words in the one beside it."""
    rows = read_table(later, language)
    stars, standing = {"vi": ("Hạng sao", "Hạng sao và hiệu lực"), "en": ("Stars", "Stars and validity")}[language]
    word = {"vi": "hết hạn", "en": "lapsed"}[language]
    for one in run_out(site):
        assert "" == rows[one][column(rows, stars)], one
        assert word in rows[one][column(rows, standing)].lower()


def read_table(site: Site, language: str) -> dict[str, dict[str, str]]:
    """The rows of the CSV file by catalogue id, the first column."""
    text = site.file(f"api/v1/products.{language}.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(io.StringIO(text))
    assert rows.fieldnames
    return {row[rows.fieldnames[0]]: row for row in rows}


def column(rows: dict[str, dict[str, str]], name: str) -> str:
    """The title of a column by what it is called in the open data's table; told when it is not there."""
    titles = list(next(iter(rows.values())))
    assert name in titles, titles
    return name


def test_two_years_later_structured_data_says_inactive(site: Site, later: Site) -> None:
    """JSON-LD: the certification of the stars is inactive in both languages."""
    for one in run_out(site):
        for language in LANGUAGES:
            (product,) = [node for node in later.structured(f"{language}/p/{one}/") if node["@type"] == "Product"]
            (stars,) = [node for node in product["hasCertification"] if "certificationRating" in node]
            assert INACTIVE == stars["certificationStatus"], one


def test_the_course_in_a_badge_ends_with_the_lapse_day(site: Site) -> None:
    """What the script reads: ascending days, a state each, and `lapsed` the day after the stated end."""
    ends = {product["id"]: product["standing"].get("expires") for product in site.products}
    for _page, one, badge in badges(site):
        if "data-standing" in badge.attrib:
            course: list[list[Any]] = json.loads(badge.get("data-standing"))
            days = [date.fromisoformat(day) for day, _ in course]
            assert sorted(days) == days
            assert "lapsed" == course[-1][1]
            assert days[0] <= AS_OF < days[-1]
            if ends[one]:
                assert 1 == (days[-1] - date.fromisoformat(ends[one])).days
