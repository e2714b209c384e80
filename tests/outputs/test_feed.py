"""The Atom feeds follow RFC 4287 and never announce stars that are not held."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from lxml import etree

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+07:00")


@pytest.fixture
def feed_of(catalogue_of: Callable[..., Any], files_of: Callable[..., Any]) -> Callable[..., etree._Element]:
    """Makes the feed of products in a language."""

    def make(products: Any = None, language: str = "vi", **more: Any) -> etree._Element:
        return etree.fromstring(files_of(catalogue_of(products, **more))[f"{language}/feed.xml"])

    return make


def text(element: etree._Element, path: str) -> list[str]:
    """The texts of the elements at a path."""
    return element.xpath(f"{path}/text()", namespaces=ATOM)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_feed_and_entries_hold_what_the_standard_asks_for(feed_of: Callable[..., Any], language: str) -> None:
    """One id, title and updated each, an author, links to itself and to the pages, the language marked."""
    feed = feed_of(language=language)
    for holder in (feed, *feed.iterfind("a:entry", ATOM)):
        assert [1, 1, 1] == [len(holder.findall(f"a:{name}", ATOM)) for name in ("id", "title", "updated")]
        assert MOMENT.fullmatch(holder.findtext("a:updated", namespaces=ATOM))
    assert language == feed.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert ["Danh mục OCOP"] == text(feed, "a:author/a:name")
    links = {link.get("rel"): link.get("href") for link in feed.iterfind("a:link", ATOM)}
    site = f"https://example.vn/ocop/{language}/"
    assert {"self": f"{site}feed.xml", "alternate": site} == links
    assert f"{site}p/che-dinh/" == feed.find("a:entry/a:link", ATOM).get("href")


def test_ids_are_stable_tags_that_differ_between_languages(feed_of: Callable[..., Any]) -> None:
    """An id names product, award day and language, never the day of the build."""
    later = date(2027, 1, 1)
    expected = ["tag:example.vn,2026:product/che-dinh/award/2025-03-01/vi"]
    assert expected == text(feed_of(), "a:entry/a:id") == text(feed_of(day=later), "a:entry/a:id")
    assert ["tag:example.vn,2026:product/che-dinh/award/2025-03-01/en"] == text(feed_of(language="en"), "a:entry/a:id")


def test_summary_tells_name_stars_end_producer_and_place(feed_of: Callable[..., Any]) -> None:
    """In the words of the language, with the name of the source first."""
    who = "Hợp tác xã chè Tân Cương, xã Tân Cương, Thái Nguyên."
    assert [f"Chè đinh Tân Cương: 5 sao OCOP · hiệu lực đến 01/03/2028. {who}"] == text(feed_of(), "a:entry/a:summary")
    expected = [f"Chè đinh Tân Cương – Tan Cuong bud tea (translation): 5-star OCOP · valid until 1 March 2028. {who}"]
    assert expected == text(feed_of(language="en"), "a:entry/a:summary")


def test_newest_fifty_come_first(feed_of: Callable[..., Any], awarded: Callable[..., Any]) -> None:
    """Sixty awards: the fifty newest, the newest first; the feed's own date is the newest award's."""
    days = [f"2025-{1 + number // 28:02}-{1 + number % 28:02}" for number in range(60)]
    feed = feed_of({f"a{number}": awarded(issued=day) for number, day in enumerate(days)})
    expected = [f"{day}T00:00:00+07:00" for day in reversed(days[10:])]
    assert expected == text(feed, "a:entry/a:updated")
    assert expected[0] == feed.findtext("a:updated", namespaces=ATOM)


def test_awards_without_a_day_lapsed_withdrawn_proposed_or_to_come_are_no_news(
    feed_of: Callable[..., Any], awarded: Callable[..., Any], tea: Callable[..., Any]
) -> None:
    """Without any news the feed's date is the as-of date."""
    feed = feed_of(
        {
            "undated": tea(awards=[{"stars": "5", "year": "2025"}]),
            "lapsed": awarded(issued="2020-01-01"),
            "withdrawn": awarded(withdrawn={"date": "2026-01-01", "reason": "law"}),
            "proposed": tea(awards="", proposals=[{"stars": "5", "date": "2026-01-01"}]),
            "to-come": awarded(issued="2026-12-01"),
        }
    )
    assert [] == text(feed, "a:entry/a:id")
    assert "2026-11-23T00:00:00+07:00" == feed.findtext("a:updated", namespaces=ATOM)


def test_markup_in_a_record_stays_text(feed_of: Callable[..., Any], tea: Callable[..., Any]) -> None:
    """Markup and letters that XML cannot hold change nothing but the text."""
    name = '</title><script>alert(1)</script> & "x" \' ]]>'
    feed = feed_of({"a": tea(name={"vi": name + "\uffff"})})
    assert [name] == text(feed, "a:entry/a:title")
    assert [] == feed.xpath("//*[local-name()='script']")


def test_a_title_in_another_language_is_marked(feed_of: Callable[..., Any], tea: Callable[..., Any]) -> None:
    """A product without an English name keeps its Vietnamese one, marked as Vietnamese."""
    title = feed_of({"a": tea(name={"vi": "Chè đinh"})}, language="en").find("a:entry/a:title", ATOM)
    assert ("Chè đinh", "vi") == (title.text, title.get("{http://www.w3.org/XML/1998/namespace}lang"))
