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
from generator.catalogue.wording import Texts, Wording, place_words
from generator.model import LocalText
from generator.outputs.licence import LICENCE_TITLE, LICENCE_URL
from generator.outputs.xml import DECLARATION, xml_text
from generator.settings import Settings
from generator.urls import absolute, feed, home

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
    lines = [*_head(settings, wording, news[0].issued if news else catalogue.as_of)]
    for one in news:
        path = catalogue.places.product(language, one.entry)
        lines += _entry(one, path, settings, wording)
    lines.append("</feed>\n")
    return feed(language), DECLARATION + "\n".join(lines)


def _head(settings: Settings, wording: Wording, updated: date) -> Iterator[str]:
    language, texts, site = wording.language, wording.texts, settings.site_url
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
    yield f"<id>{tag(settings, f'feed/{language}')}</id>"
    yield f"<title>{xml_text(texts['home.head'])}</title>"
    yield f"<subtitle>{xml_text(texts['footer.feed'])}</subtitle>"
    yield f"<updated>{moment(updated)}</updated>"
    yield f"<author><name>{xml_text(settings.name_in(language))}</name><uri>{xml_text(site)}</uri></author>"
    yield f"<rights>{xml_text(f'{LICENCE_TITLE}, {LICENCE_URL}')}</rights>"
    yield f'<link rel="self" type="application/atom+xml" href="{xml_text(absolute(site, feed(language)))}"/>'
    yield _page_link(absolute(site, home(language)), language)


def _entry(news: News, path: str, settings: Settings, wording: Wording) -> Iterator[str]:
    record, language = news.entry.product, wording.language
    issued = moment(news.issued)
    yield "<entry>"
    yield f"<id>{tag(settings, f'product/{record.id}/award/{news.issued.isoformat()}/{language}')}</id>"
    yield _title(record.name, wording)
    yield f"<published>{issued}</published><updated>{issued}</updated>"
    yield _page_link(absolute(settings.site_url, path), language)
    yield f'<summary type="text">{xml_text(_summary(news.entry, wording))}</summary>'
    yield "</entry>"


def _title(name: LocalText, wording: Wording) -> str:
    _, found = name.best(wording.language)
    mark = "" if found == wording.language else f' xml:lang="{found}"'
    return f'<title type="text"{mark}>{xml_text(wording.marked(name))}</title>'


def _summary(entry: Entry, wording: Wording) -> str:
    """The name of the source, and the one for the reader, with stars and their last day; then producer and place."""
    name, original = wording.marked(entry.product.name), entry.product.name.original[0]
    shown = original if name == original else f"{original} – {name}"
    producer = wording.best(entry.producer.name) if entry.producer else ""
    who_and_where = ", ".join(filter(None, (producer, place_words(entry.place))))
    return ". ".join(filter(None, (f"{shown}: {wording.standing(entry.standing)}", who_and_where))) + "."


def _page_link(address: str, language: str) -> str:
    return f'<link rel="alternate" type="text/html" hreflang="{language}" href="{xml_text(address)}"/>'


def tag(settings: Settings, name: str) -> str:
    """An id of ours that no other feed uses (RFC 4151)."""
    return f"tag:{urlsplit(settings.site_url).hostname or 'localhost'},{MINTED}:{name}"


def moment(day: date) -> str:
    """The beginning of a day in Vietnam."""
    return f"{day.isoformat()}T00:00:00+07:00"
