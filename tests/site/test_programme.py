"""The page of numbers: every number equals one counted from the open data, and the map says the same as its table."""

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
import yaml
from lxml import html

from tests.real_site import AS_OF, LANGUAGES, LATER, ROOT, Site
from tests.site.brute import IN_FORCE, Published, award_stars

PAGES = [(name, language) for name in ("site", "later", "full", "rich") for language in LANGUAGES]
DAYS = {"site": AS_OF, "later": LATER, "full": AS_OF, "rich": AS_OF}
PARTS = ("export", "home", "undated", "none")
STATES = ("valid", "expiring", "grace", "undated", "lapsed", "proposed", "unrated", "withdrawn")
BYTES, COMPRESSED = 60_000, 25_000
"""Of the page with its map, as it is sent."""
STYLES = 1_500
"""Bytes of the style sheet that only this page needs, compressed."""
ISLANDS = {"vi": ("Hoàng Sa", "Trường Sa"), "en": ("Hoang Sa", "Truong Sa")}


def part(product: Published) -> str:
    """What the stars of a product amount to."""
    standing = product["standing"]
    if standing["state"] in IN_FORCE:
        return "export" if standing["stars"] >= 4 else "home"
    return "undated" if standing["state"] == "undated" else "none"


def award_year(product: Published, day: date) -> int | str | None:
    """The year of the newest award by a day; "none" without one, None where no source states it."""
    begun = {
        award.get("issued") or (f"{award['year']}-01-01" if "year" in award else ""): award
        for award in product.get("awards", [])
    }
    known = [begins for begins in begun if begins <= day.isoformat()]
    if not known:
        return "none"
    year = max(known)[:4]
    return int(year) if year else None


def tally(products: Iterable[Published], row: Callable[[Published], Any], column: Callable[[Published], Any]) -> Any:
    """Numbers of products by row and column."""
    return Counter((row(product), column(product)) for product in products)


def table(site: Site, language: str, chart: str) -> tuple[list[str], list[list[int]], list[int]]:
    """Names of the rows of a chart's table, their numbers with the total at the end, and the sums below."""
    (found,) = section(site, language, chart).xpath(".//table")
    rows = found.xpath("tbody/tr")
    names = [" ".join(row.find("th").text_content().split()) for row in rows]
    return names, [cells(row) for row in rows], cells(found.xpath("tfoot/tr")[0])


def section(site: Site, language: str, chart: str) -> html.HtmlElement:
    """The part of the page about one thing."""
    found: list[html.HtmlElement] = site.tree(f"{language}/programme/").xpath(f"//section[@aria-labelledby='{chart}']")
    return found[0]


def cells(row: html.HtmlElement) -> list[int]:
    """The numbers of a row, written for people."""
    return [int(re.sub(r"[.,]", "", cell.text)) for cell in row.findall("td")]


def expected(counts: Any, rows: Iterable[Any], columns: Iterable[Any]) -> list[list[int]]:
    """The rows of a table, with their totals."""
    numbers = [[counts[row, column] for column in columns] for row in rows]
    return [[*row, sum(row)] for row in numbers]


@pytest.fixture(params=PAGES, ids=str)
def page(request: pytest.FixtureRequest) -> tuple[Site, str, date]:
    """A built site, a language, and the day of the build."""
    name, language = request.param
    return request.getfixturevalue(name), language, DAYS[name]


def test_figures_count_products(page: tuple[Site, str, date]) -> None:
    """All products, those in force, those for export, whatever province they state or none."""
    site, language, _ = page
    figures = site.tree(f"{language}/programme/").xpath("//dl[contains(@class, 'cat-figures')]//dd")
    parts = Counter(map(part, site.products))
    numbers = [int(re.sub(r"[.,]", "", figure.text_content())) for figure in figures]
    assert [len(site.products), parts["export"] + parts["home"], parts["export"]] == numbers[:3]


def test_provinces_are_counted(page: tuple[Site, str, date]) -> None:
    """All 34, each row leading to the list of as many products; a last row for what states no province."""
    site, language, _ = page
    names, rows, sums = table(site, language, "provinces")
    links = section(site, language, "provinces").xpath(".//tbody//a/@href")
    keys: list[str | None] = [link.split("/")[-2] for link in links]
    assert (34, 34) == (len(keys), len({*keys}))
    keys += [None] * (len(names) - len(keys))
    counted = tally(site.products, lambda one: one.get("place_today", {}).get("province_id"), part)
    assert expected(counted, keys, PARTS) == rows
    assert len(site.products) == sums[-1] == sum(row[-1] for row in rows)


def test_groups_are_counted(page: tuple[Site, str, date]) -> None:
    """All six, and a last row for what states no group."""
    site, language, _ = page
    names, rows, sums = table(site, language, "groups")
    keys = [link.split("/")[-2] for link in section(site, language, "groups").xpath(".//tbody//a/@href")]
    keys += [None] * (len(names) - len(keys))
    assert expected(tally(site.products, lambda one: one.get("group", {}).get("id"), part), keys, PARTS) == rows
    assert len(site.products) == sums[-1]


def test_stars_are_counted_where_they_are_held(page: tuple[Site, str, date]) -> None:
    """Five, four, three; in force, or without a stated end."""
    site, language, _ = page
    counted = tally(site.products, lambda one: one["standing"]["stars"], part)
    assert expected(counted, (5, 4, 3), PARTS[:3]) == table(site, language, "stars")[1]


def test_standings_are_counted(page: tuple[Site, str, date]) -> None:
    """Every product once, by the stars of its award."""
    site, language, _ = page
    counted = tally(site.products, lambda one: one["standing"]["state"], stars_or_none)
    _, rows, sums = table(site, language, "states")
    assert expected(counted, STATES, (5, 4, 3, None)) == rows
    assert len(site.products) == sums[-1]


def stars_or_none(product: Published) -> int | None:
    """The stars of the award that counts, where they are at least three and no mere proposal."""
    standing = product["standing"]
    stars = standing["stars"] or standing.get("award_stars") or award_stars(product)
    return stars if stars >= 3 and standing["state"] not in ("proposed", "unrated") else None


def test_years_are_counted(page: tuple[Site, str, date]) -> None:
    """Each product with an award once; the note below has the number of the others."""
    site, language, day = page
    names, rows, sums = table(site, language, "years")
    counted = tally(site.products, lambda one: award_year(one, day), part)
    keys = [int(name) if name.isdigit() else None for name in names]
    assert sorted({row for row, _ in counted if isinstance(row, int)}) == [key for key in keys if key]
    assert expected(counted, keys, PARTS) == rows
    without = sum(number for (row, _), number in counted.items() if row == "none")
    notes = [note.split()[0] for note in section(site, language, "years").xpath("p[@class='cat-note']/text()")]
    assert [str(without)] * bool(without) == notes
    assert len(site.products) == sums[-1] + without


def test_last_years_are_counted(page: tuple[Site, str, date]) -> None:
    """Ratings in force by the year in which they run out."""
    site, language, _ = page
    held = [one for one in site.products if one["standing"]["state"] in IN_FORCE]
    counted = tally(held, lambda one: int(one["standing"]["expires"][:4]), part)
    names, rows, _ = table(site, language, "ends")
    assert sorted({row for row, _ in counted}) == list(map(int, names))
    assert expected(counted, map(int, names), PARTS[:2]) == rows


def test_the_map_says_the_same_as_its_table(page: tuple[Site, str, date]) -> None:
    """Each province is a link to its list, named with its number of export-capable products, which a class covers."""
    site, language, _ = page
    links = section(site, language, "provinces").xpath(".//figure/*[name()='svg']/*[name()='a']")
    placed = [one for one in site.products if "province_id" in one.get("place_today", {})]
    capable = Counter(one["place_today"]["province_id"] for one in placed if part(one) == "export")
    shown = {
        link.get("href").split("/")[-2]: int(re.findall(r": ([\d.,]+) ", link.find("title").text)[0]) for link in links
    }
    assert (34, 34) == (len(links), len(shown))
    assert capable == +Counter(shown)
    assert all(classes(site, language)[fill(link)][0] <= shown[link.get("href").split("/")[-2]] for link in links)
    assert all(classes(site, language)[fill(link)][1] >= shown[link.get("href").split("/")[-2]] for link in links)


def fill(shape: html.HtmlElement) -> str:
    """The pattern of a shape."""
    return str(shape.xpath("*[name()='path']/@fill")[0])


def classes(site: Site, language: str) -> dict[str, tuple[int, int]]:
    """The least and greatest number of each pattern of the legend."""
    found = {}
    for line in section(site, language, "provinces").xpath(".//ul[@class='cat-legend']/li"):
        numbers = [int(re.sub(r"[.,]", "", number)) for number in re.findall(r"[\d.,]+", line.find("strong").text)]
        found[str(line.xpath(".//@fill")[0])] = (numbers[0], numbers[-1]) if numbers else (0, 0)
    return found


def test_the_legend_counts_all_provinces(page: tuple[Site, str, date]) -> None:
    """Each line has a pattern of its own, which the page defines, and its number of provinces."""
    site, language, _ = page
    lines = section(site, language, "provinces").xpath(".//ul[@class='cat-legend']/li")
    assert len(lines) == len(classes(site, language))
    assert 34 == sum(int(line.xpath("span/text()")[0].split()[0]) for line in lines)
    defined = {f"url(#{one})" for one in site.tree(f"{language}/programme/").xpath("//*[name()='pattern']/@id")}
    assert set(site.tree(f"{language}/programme/").xpath("//main//@fill | //*[@id='main']//@fill")) <= defined


@pytest.mark.parametrize("language", LANGUAGES)
def test_hoang_sa_and_truong_sa_are_on_the_map(site: Site, language: str) -> None:
    """Drawn with every island of the source, named, and leading to the province they belong to."""
    links = section(site, language, "provinces").xpath(".//figure/*[name()='svg']/*[name()='a'][*[name()='text']]")
    names = {link.get("href").split("/")[-2]: link.xpath("*[name()='text']/text()")[0] for link in links}
    assert dict(zip(("da-nang", "khanh-hoa"), ISLANDS[language], strict=True)) == names
    islands = [link.xpath("*[@class='cat-map__far']/@d")[0].count("M") for link in links]
    assert [19, 54] == islands
    assert all(name in link.find("title").text for link, name in zip(links, ISLANDS[language], strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_are_as_long_as_their_numbers(site: Site, language: str) -> None:
    """In hundredths of the longest bar of the chart, one piece after the other."""
    for table_ in site.tree(f"{language}/programme/").xpath("//table"):
        rows = table_.xpath("tbody/tr")
        longest = max(cells(row)[-1] for row in rows)
        for row in rows:
            numbers = [number for number in cells(row)[:-1] if number]
            pieces = [(float(x[:-1]), float(width[:-1])) for x, width in places(row)]
            assert len(numbers) == len(pieces)
            assert pytest.approx([100 * number / longest for number in numbers], abs=0.01) == [w for _, w in pieces]
            starts = [100 * sum(numbers[:before]) / longest for before in range(len(numbers))]
            assert pytest.approx(starts, abs=0.01) == [x for x, _ in pieces]


def places(row: html.HtmlElement) -> list[tuple[str, str]]:
    """Where the pieces of a bar begin, and how wide they are."""
    return [(piece.get("x"), piece.get("width")) for piece in row.xpath(".//*[name()='rect']")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_its_day_and_its_map(site: Site, language: str) -> None:
    """Each table says of which day it is; whose map it is, under which licence, and that it was changed."""
    shown = {"vi": "23/11/2026", "en": "23 November 2026"}[language]
    tree = site.tree(f"{language}/programme/")
    assert all(shown in caption.text for caption in tree.xpath("//table/caption"))
    (credit,) = tree.xpath("//figure/p")
    assert "Stephen Truong" in credit.text_content()
    assert "https://creativecommons.org/licenses/by/4.0/" in credit.xpath("a/@href")
    assert [] == tree.xpath("//*[@style]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_small(site: Site, language: str) -> None:
    """With its map, without the style sheets and scripts of every page."""
    content = site.file(f"{language}/programme/").read_bytes()
    assert len(content) <= BYTES
    assert len(gzip.compress(content, 9)) <= COMPRESSED
    (sheet,) = site.tree(f"{language}/programme/").xpath("//link[contains(@href, 'assets/programme.')]/@href")
    assert len(gzip.compress(site.file(sheet.removeprefix("../../")).read_bytes(), 9)) <= STYLES


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_and_every_foot_lead_to_the_page(site: Site, language: str) -> None:
    """From the figures and the provinces of the home page, and from the foot of any page."""
    assert {"programme/", "../programme/"} >= set(ways(site, f"{language}/", "//*[@id='main']")) != set()
    for page in (f"{language}/", f"{language}/products/", f"{language}/about/stars/"):
        assert 1 == len(ways(site, page, "//footer"))


def ways(site: Site, page: str, where: str) -> list[str]:
    """Links of a part of a page to the page of numbers."""
    links = site.tree(page).xpath(f"{where}//a/@href")
    return [
        link.partition("#")[0].removeprefix("../vi/").removeprefix("../en/") for link in links if "programme/" in link
    ]


def test_outlines_cover_the_provinces_of_today_and_before() -> None:
    """Each of the 34 has one outline; each shape of the source stands in one, 63 provinces and two archipelagos."""
    drawn = yaml.safe_load((ROOT / "theme/catalogue/map/provinces.json").read_text(encoding="utf-8"))
    registers = yaml.safe_load((ROOT / "products/registers/provinces.yml").read_text(encoding="utf-8"))["provinces"]
    today = {one["id"]: len(one["former"]) for one in registers}
    assert today == {one["id"]: len(one["from"]) for one in drawn["provinces"]}
    shapes = [shape for one in (*drawn["provinces"], *drawn["archipelagos"]) for shape in one["from"]]
    assert (65, 65) == (len(shapes), len(set(shapes)))
    assert {"hoang-sa": "da-nang", "truong-sa": "khanh-hoa"} == {
        one["id"]: one["province"] for one in drawn["archipelagos"]
    }
