"""`ocop build` that makes the product pages only, as the peer does: no listings, no search index, no open data.

Everything else is as always: all records are read, checked and joined to a catalogue, and MkDocs renders its pages.
"""

import sys
from collections.abc import Iterable, Sequence
from datetime import date

from generator import works
from generator.catalogue.entry import Entry
from generator.pages.plan import Page, plan_pages
from generator.pages.view import View
from generator.plugin import build_site
from generator.search.index import Part
from generator.search.source import File, Source


def main(as_of: str) -> None:
    """Build the project of the folder it is started in."""
    works.plan_pages = plan_products  # type: ignore[attr-defined]
    for name in ("make_sitemap", "make_feeds", "make_data"):
        setattr(works, name, lambda *_: ())
    works.make_piece = works.make_notes = lambda *_: {}  # type: ignore[attr-defined]
    works.digital_link_works = lambda _: ()  # type: ignore[attr-defined]
    works.PIECE_TASKS = 0
    works.Officers = NoOfficers  # type: ignore[attr-defined,misc,assignment]
    works.SearchIndex = NoIndex  # type: ignore[attr-defined,misc,assignment]
    build_site("mkdocs.yml", date.fromisoformat(as_of))


class NoIndex:
    """In the place of the search index."""

    entries: Sequence[Entry] = ()

    def __init__(self, _: Source) -> None:
        """Nothing is asked of the products."""

    def parts(self) -> Sequence[Sequence[Part]]:
        """No files."""
        return ()

    def cards(self, _: str) -> Sequence[Part]:
        """No cards."""
        return ()

    def numbering(self) -> Sequence[str]:
        """No values."""
        return ()

    def directories(self, _: Iterable[str]) -> Iterable[File]:
        """No directories."""
        return ()


class NoOfficers:
    """In the place of the pages and files for officers."""

    page_count = 0

    def __init__(self, *_: object) -> None:
        """Nothing is asked of the catalogue."""

    def tasks(self) -> Sequence[object]:
        """No tasks."""
        return ()

    def last(self, _: str) -> Sequence[object]:
        """No files."""
        return ()


def plan_products(view: View) -> list[Page]:
    """The product pages of a language."""
    return [page for page in plan_pages(view) if page.kind == "product"]


if __name__ == "__main__":
    main(sys.argv[1])
