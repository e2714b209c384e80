"""The forms of the changes: whatever a record holds is shown as it is, never as markup, a link or a call."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from generator.changes.changes import Change, Changes
from generator.changes.rendering import markdown_text, render_atom, render_markdown, render_text
from generator.pages.texts import read_texts
from generator.settings import Settings
from tests.build.project import ROOT

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SETTINGS = Settings("Danh mục", "https://example.vn/ocop/", Path("products"), ROOT / "theme", Path("site"), date.min)
HOSTILE = (
    "</title><script>alert(1)</script>",
    "[x](javascript:alert(1)) ![y](http://evil.example/a.png)",
    "**đậm** _nghiêng_ `mã` ~~gạch~~ # Đầu",
    "- [ ] việc\n1. số\n> trích\n\n---\n| a | b |",
    "@everyone #12 GH-3 www.evil.example http://evil.example a@b.example",
    "<https://evil.example> &lt;b&gt; &#60; \\* ]]> <!-- x --> <![CDATA[ x",
    "::error file=x::y ${{ secrets.X }} {{ x }} {% raw %}",
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" .:@#*_`[]()<>&!|\\~"))


def changes(text: str) -> Changes:
    """Changes in which every text of a record is the same."""
    found = {
        kind: (Change("che-dinh", text, (text, "Cũng có thay đổi"), "vi/p/che-dinh/"),)
        for kind in ("added", "changed", "dropped", "producers")
    }
    return Changes("vi", read_texts(ROOT / "theme", "vi"), "main", date(2026, 11, 23), found)  # type: ignore[arg-type]


def rendered(text: str) -> Any:
    """The Markdown of changes, as HTML."""
    return html.fragment_fromstring(markdown.markdown(render_markdown(changes(text), SETTINGS)), create_parent="div")


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_records_as_they_are(text: str) -> None:
    """The tags are ours, the links lead to our pages, and the words are those of the record."""
    tree = rendered(text)
    assert {"div", "p", "strong", "h3", "ul", "li", "a"} == {element.tag for element in tree.iter()}
    assert {"https://example.vn/ocop/vi/p/che-dinh/"} == set(tree.xpath("//a/@href"))
    shown = " ".join(text.split())
    assert [shown] * 4 == [one.text_content().replace("\u2060", "") for one in tree.xpath("//li/strong")]


@given(TEXTS)
def test_markdown_of_any_text_is_that_text(text: str) -> None:
    """Read back by a Markdown processor: the same letters, without any tag but the paragraph around."""
    read = html.fragment_fromstring(markdown.markdown(f"x {markdown_text(text)} x"), create_parent="div")
    assert ["div", "p"] == [element.tag for element in read.iter()]
    assert " ".join(["x", *text.split(), "x"]) == " ".join(read.text_content().replace("\u2060", "").split())


@given(TEXTS)
def test_markdown_calls_nobody_and_makes_no_addresses(text: str) -> None:
    """No sign is left that GitHub makes a mention, a reference, an address or markup of."""
    written = markdown_text(text)
    assert not re.search(r"(?<!&)#|[@*_`\[\]<>|~\\!{}$]", written)
    assert not re.search(r"&(?!#\d+;)", written)
    assert not re.search(r":(?!\d)|www\.\S|(?i:gh-\d)", written)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_feed_shows_records_as_they_are(text: str) -> None:
    """Well-formed, an entry a change, each with an id of its own; titles and summaries are plain text."""
    feed = etree.fromstring(render_atom(changes(text), SETTINGS).encode())
    entries = feed.findall("a:entry", ATOM)
    assert [text] * 4 == [entry.findtext("a:title", namespaces=ATOM) for entry in entries]
    assert all(f"{text}. Cũng có thay đổi" in entry.findtext("a:summary", namespaces=ATOM) for entry in entries)
    assert 4 == len({entry.findtext("a:id", namespaces=ATOM) for entry in entries})
    assert {"2026-11-23T00:00:00+07:00"} == {one.text for one in feed.iterfind(".//a:updated", ATOM)}
    assert all(link.get("href").startswith("https://example.vn/ocop/vi/") for link in feed.iterfind(".//a:link", ATOM))


def test_the_same_news_has_the_same_id_and_other_news_another() -> None:
    """So that a reader of feeds shows each once."""
    ids = [
        etree.fromstring(render_atom(changes(text), SETTINGS).encode()).xpath("//a:entry/a:id/text()", namespaces=ATOM)
        for text in ("một", "một", "hai")
    ]
    assert ids[0] == ids[1]
    assert not set(ids[0]) & set(ids[2])


def test_text_has_a_sign_and_the_id_in_front_of_remarks() -> None:
    """Plain lines for a terminal or a mail."""
    lines = render_text(changes("Chè")).splitlines()
    assert "Thay đổi từ main đến 23/11/2026: 1 sản phẩm mới, 1 sản phẩm thay đổi" in lines[0]
    assert ["+ Chè [che-dinh]", "    Chè", "    Cũng có thay đổi", "* Chè [che-dinh]"] == lines[1:5]
