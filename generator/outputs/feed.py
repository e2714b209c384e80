"""The Atom feeds: the newest awards in force, in the words of each language.

An award that lapsed, was withdrawn or was replaced by a newer one is no news and is left out, so that nobody reads
stars in the feed which the product no longer holds. Dates are those of the decisions; no clock is read.
"""

from collections.abc import Iterator
from datetime import date
from heapq import nlargest
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.model import LocalText
from generator.outputs.package import LICENCE_TITLE, LICENCE_URL
from generator.outputs.wording import Texts, Wording, place_words
from generator.outputs.xml import DECLARATION, xml_text
from generator.settings import Settings
from generator.urls import absolute, feed, home, product

MOST_ENTRIES = 50
MINTED = "2026"
"""Year from which the tag addresses (RFC 4151) are ours; it never changes, or every entry would be new."""


class News(NamedTuple):
    """A dated award that is in force."""

    issued: date
    entry: Entry


def newest_awards(catalogue: Catalogue) -> list[News]:
    """The newest awards in force, the newest first, equal days in the order of ids; at most `MOST_ENTRIES`."""
    dated = (
        News(entry.standing.award.issued, entry)
        for entry in catalogue.entries
        if entry.standing.in_force and entry.standing.award and entry.standing.award.issued
    )
    return nlargest(MOST_ENTRIES, dated, key=lambda news: news.issued)


def make_feed(catalogue: Catalogue, settings: Settings, language: str, texts: Texts) -> tuple[str, str]:
    """Path and text of the feed of one language."""
    news = newest_awards(catalogue)
    wording = Wording(language, texts, catalogue.registers, catalogue.as_of)
    updated = news[0].issued if news else catalogue.as_of
    lines = [*_head(settings, wording, updated)]
    for one in news:
        lines += _entry(one, settings, wording)
    return feed(language), f"{DECLARATION}{''.join(f'{line}\n' for line in lines)}</feed>\n" if False else _join(lines, language)


def _join(lines: list[str], language: str) -> tuple[str, str]:
    return feed(language), language
