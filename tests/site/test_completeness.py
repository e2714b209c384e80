"""A product's page shows every value its record states, in both languages, and nothing for what it does not state."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from tests.real_site import CASES, FULL, LANGUAGES, MINIMAL, ORIGIN, ROOT, Site

PRODUCT = CASES / "records" / "thai-nguyen" / f"{FULL}.yml"
PRODUCER = CASES / "producers" / "hop-tac-xa-mau.yml"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOT_WORDS: Mapping[str, str] = {
    "translated": "shown as a mark beside the translation",
    "category.inferred": "shown as a mark beside the set",
    "origin.stated.inferred": "shown as a mark beside those parts of the place",
    "producer": "an id, shown as the producer's name",
    "sources.repository": "a place in a code repository, for those who check the data: only in the open data",
    "awards.scores.criteria.code": "criterion by criterion only in the open data; pages show the parts",
    "awards.scores.criteria.points": "added up to the parts A, B and C",
    "images.file": "the file is encoded anew under another name",
    "contact.consent": "the day of consent is not public",
}
"""Values that stand on no page as they are, with the reason."""
WORDS: Mapping[str, tuple[str, str]] = {
    "first": ("Công nhận lần đầu", "First award"),
    "upgrade": ("Nâng hạng", "Upgraded"),
    "downgrade": ("Hạ hạng", "Downgraded"),
    "standards": ("không còn đạt tiêu chí", "no longer meets the criteria"),
    "ministry": ("Bộ", "Ministry"),
    "province": ("Tỉnh", "Province"),
    "quarter": ("quý", "quarter"),
    "JP": ("Nhật Bản", "Japan"),
    "DE": ("Đức", "Germany"),
    "haccp": ("HACCP", "HACCP"),
    "iso-22000": ("ISO 22000", "ISO 22000"),
    "cooperative": ("Hợp tác xã", "Cooperative"),
}
"""How codes are written."""
SPOKEN = {"vi": ("Tiếng Việt", "Vietnamese"), "en": ("Tiếng Anh", "English"), "ja": ("Tiếng Nhật", "Japanese")}
PLACED = ("stated", "today")


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every stated value with the names of the fields it stands in."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one, path)
    else:
        yield ".".join(path), value


def stated(file: Path) -> list[tuple[str, str]]:
    """The values of a record, all as text."""
    text = file.read_text(encoding="utf-8")
    return list(leaves(yaml.load(text, yaml.BaseLoader)))  # noqa: S506  makes text of everything and objects of nothing


def written(path: str, value: str, language: str) -> str:
    """How a value is written for readers of a language."""
    index = LANGUAGES.index(language)
    field = path.rpartition(".")[2]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return day(date.fromisoformat(value), language)
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return month(value, language)
    if path == "contact.languages":
        return SPOKEN[value][index]
    if field in ("kind", "level", "reason", "per", "country", "scheme"):
        return WORDS[value][index]
    if field in ("amount", "low", "high", "score") or re.fullmatch(r"awards\.scores\.[abc]", path):
        return number(value, language)
    return f"{value}. " if path == "category.set" else value


def day(value: date, language: str) -> str:
    """A day in the form of a language."""
    return f"{value:%d/%m/%Y}" if language == "vi" else f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: str, language: str) -> str:
    """A month in the form of a language."""
    year, number = value.split("-")
    return f"{number}/{year}" if language == "vi" else f"{MONTHS[int(number) - 1]} {year}"


def number(value: str, language: str) -> str:
    """A number with the marks of a language."""
    text = f"{float(value):,.10g}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


def is_for(path: str, language: str) -> bool:
    """Whether a value is one that pages of a language show: names in every language, other texts in their own."""
    field = path.rpartition(".")[2]
    return path.startswith(("name.", "keywords.")) or field not in LANGUAGES or field == language


def content(tree: html.HtmlElement) -> str:
    """Everything a reader can find on a page: text, addresses, alternatives of pictures."""
    main = tree.get_element_by_id("main")
    attributes = main.xpath(".//@href | .//@alt | .//@src")
    return " ".join([" ".join(main.text_content().split()), *map(str, attributes)])


def missing(text: str, values: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    """The values that a page does not show."""
    wanted = [(path, written(path, value, language)) for path, value in values if is_for(path, language)]
    named = [(path, value) for path, value in wanted if not set(NOT_WORDS) & {path, path.rpartition(".")[2]}]
    return [(path, part) for path, value in named for part in value.split("\n\n") if part.strip() not in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_product_page_shows_every_stated_value(full: Site, language: str) -> None:
    """The record states every field of the model; each value is found on its page."""
    text = content(full.tree(f"{language}/p/{FULL}/"))
    assert [] == missing(text, stated(PRODUCT), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_producer_page_shows_every_stated_value(full: Site, language: str) -> None:
    """Phone numbers are shown in the international form."""
    text = content(full.tree(f"{language}/producers/hop-tac-xa-mau/")).replace("+84", "0")
    values = [(path, spaceless(path, value)) for path, value in stated(PRODUCER)]
    assert [] == missing(text, values, language)


def spaceless(path: str, value: str) -> str:
    """A phone number without spaces and country code."""
    if path in ("contact.phone", "contact.zalo", "contact.whatsapp"):
        return value.replace(" ", "").replace("+84", "0")
    return value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_product_page_shows_the_ways_to_reach_its_producer(full: Site, language: str) -> None:
    """Mail, phone, Zalo, WhatsApp and website as links; the enquiry names the product and the page."""
    links = full.tree(f"{language}/p/{FULL}/").xpath("//*[@id='contact']//a/@href")
    assert "tel:+84912345678" in links
    assert "https://zalo.me/84912345679" in links
    assert "https://wa.me/84912345670" in links
    assert "https://hop-tac-xa.example.vn/" in links
    (mail, *_) = [link for link in links if link.startswith("mailto:hoi-hang@hop-tac-xa.example.vn?subject=")]
    assert "p%2F" not in mail
    assert f"{language}/p/{FULL}/" in mail


def test_the_records_state_every_field_of_the_models() -> None:
    """The schemas of the project know no field that the two synthetic records leave out; ids are names of files."""
    for name, file in (("product", PRODUCT), ("producer", PRODUCER)):
        schema = json.loads((ROOT / "products" / f"{name}.schema.json").read_text(encoding="utf-8"))
        given = {path for path, _ in stated(file)}
        known = {path for path in fields(schema, schema) if path != "id" and not is_language(path)}
        covered = {path for path in known if any(one == path or one.startswith(f"{path}.") for one in given)}
        assert set() == known - covered, name


def is_language(path: str) -> bool:
    """Whether a field is one language of a text, or the list of its translations: one language is enough."""
    parts = path.split(".")
    return parts[0] != "keywords" and parts[-1] in ("vi", "en", "fr", "de", "zh", "ja", "ko", "translated")


def fields(node: Any, schema: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of all fields that a JSON Schema describes."""
    if "$ref" in node:
        yield from fields(schema["$defs"][node["$ref"].rpartition("/")[2]], schema, path)
    for one in (*node.get("anyOf", ()), *node.get("allOf", ())):
        yield from fields(one, schema, path)
    if "items" in node and isinstance(node["items"], dict):
        yield from fields(node["items"], schema, path)
    for name, one in node.get("properties", {}).items():
        if name != "$schema":
            yield ".".join((*path, name))
            yield from fields(one, schema, (*path, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_minimal_record_shows_no_empty_part(full: Site, language: str) -> None:
    """No table, list, heading or label without content, and no word for `None`."""
    main = full.tree(f"{language}/p/{MINIMAL}/").get_element_by_id("main")
    assert [] == main.xpath(".//table | .//*[@class='cat-facts'] | .//*[contains(@class, 'cat-related')]")
    for page in (f"{language}/p/{MINIMAL}/", f"{language}/p/{FULL}/", f"{language}/producers/hop-tac-xa-mau/"):
        tree = full.tree(page).get_element_by_id("main")
        filled = (
            ".//*[self::h1 or self::h2 or self::h3 or self::p or self::dt or self::dd or self::li or self::caption]"
        )
        assert [] == [html.tostring(one) for one in tree.xpath(filled) if not one.text_content().strip()], page
        assert [] == [one for one in tree.xpath(".//ul | .//ol | .//dl | .//tbody | .//tr") if not len(one)], page
        assert not re.search(r"\bNone\b|\{[a-z_]*\}|\(\)| ,|: ?$", tree.text_content()), page


@pytest.mark.parametrize("name", ["site", "full"])
def test_no_page_shows_a_programs_words(name: str, request: pytest.FixtureRequest) -> None:
    """No `None`, no unfilled place, no mark of a shell, no control character."""
    built: Site = request.getfixturevalue(name)
    for page in built.pages:
        text = built.tree(page).xpath("string(//*[@id='main' or self::main])")
        assert not re.search(r"\bNone\b|\{\w+\}|@@|Undefined|[\x00-\x08\x0b-\x1f]", text), page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_block_is_short_and_true(site: Site, language: str) -> None:
    """The text to send has the name, the standing in words with its day, and the address of the page."""
    for product in site.products:
        page = f"{language}/p/{product['id']}/"
        lines = site.tree(page).get_element_by_id("share-text").text_content().splitlines()
        assert 3 <= len(lines) <= 4, page
        assert any(name in lines[0] for name in product["name"].values() if isinstance(name, str))
        held = product["standing"]["state"] in ("valid", "expiring", "grace")
        assert not held or re.search(r"\b20\d\d\b", lines[1]), page
        assert ORIGIN + page == lines[-1]
