"""`ocop build` that makes the product pages only, as the peer does: no listings, no producers, no open data.

Everything else is as always: all records are read, checked and joined to a catalogue, and MkDocs renders its pages.
"""

import sys
from datetime import date

from generator import build
from generator.pages.plan import Page, plan_pages
from generator.pages.view import View
from generator.plugin import build_site


def main(as_of: str) -> None:
    """Build the project of the folder it is started in."""
    build.plan_pages = plan_products  # type: ignore[attr-defined]
    build.make_outputs = lambda *_: ()  # type: ignore[attr-defined]
    build_site("mkdocs.yml", date.fromisoformat(as_of))


def plan_products(view: View) -> list[Page]:
    """The product pages of a language."""
    return [page for page in plan_pages(view) if page.kind == "product"]


if __name__ == "__main__":
    main(sys.argv[1])
