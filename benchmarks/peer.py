"""The same product pages made by Hugo: a project in, a folder of pages out, and how many of them equal ours.

Hugo gets the records as front matter, the shell of the pages as text, and `derived.py`'s help. It renders only product
pages, with all processors and nothing that would slow it down.
"""

import re
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from markupsafe import escape

from benchmarks.derived import make_derived, write_derived
from generator import urls
from generator.catalogue.catalogue import Neighbours
from generator.pages.cards import Cards
from generator.pages.product import make_product, make_product_head
from generator.pages.view import View
from generator.settings import Settings

LAYOUTS = Path(__file__).parent / "hugo"
MOST_LINES = 12
"""Lines of a difference that are shown."""
_MARK = re.compile(r"\[\[([a-z_]+)(?: ([\w.-]+))?\]\]")
_PLACE = re.compile(r"\{\w+\}")


def make_peer(settings: Settings, folder: Path) -> None:
    """Make Hugo's project in `folder` from the records and, for the shell, one page of the site just built."""
    view, derived = make_derived(settings)
    write_derived(derived, folder / "data")
    pages = folder / "content" / view.language / "p"
    pages.mkdir(parents=True)
    for file in settings.products.glob("records/*/*.yml"):
        (pages / f"{file.stem}.md").write_text(front_matter(file.read_text(encoding="utf-8")), encoding="utf-8")
    values = _values(settings, view)
    for layout in LAYOUTS.rglob("*.*"):
        target = folder / layout.relative_to(LAYOUTS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(fill(layout.read_text(encoding="utf-8"), values, view), encoding="utf-8")


def front_matter(record: str) -> str:
    """A record as a page without content: below `params`, no key of it means anything to Hugo itself."""
    lines = (f"  {line}" if line else "" for line in record.splitlines())
    return "\n".join(["---", "params:", *lines, "---", ""])


def fill(layout: str, values: dict[str, str], view: View) -> str:
    """A layout with its marks filled: `[[t key]]` text, `[[q key]]` the same quoted, `[[f key]]` as a format of Go."""

    def fill_one(found: re.Match[str]) -> str:
        kind, key = found.groups()
        if kind == "t":
            return str(escape(view.texts[key]))
        if kind == "q":
            return quote(view.texts[key])
        if kind == "f":
            return quote(_PLACE.sub("%v", view.texts[key].replace("%", "%%").replace("\n", "\r\n")))
        return values[f"{kind} {key}" if key else kind]

    return _MARK.sub(fill_one, layout)


def quote(text: str) -> str:
    """A text as a constant of Go."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    return f'"{shown}"'


def _values(settings: Settings, view: View) -> dict[str, str]:
    """Whatever is the same on every page besides texts."""
    t = view.texts

    def mark(name: str) -> str:
        return f'<span class="cat-mark" title="{escape(t[f"mark.{name}.hint"])}">{escape(t[f"mark.{name}"])}</span>'

    shell = {f"shell {number}": text for number, text in enumerate(cut_shell(settings, view))}
    return shell | {
        "site_url": settings.site_url,
        "site_name": str(escape(settings.name_in(view.language))),
        "as_of": settings.as_of.isoformat(),
        "as_of_day": view.as_of,
        "translated": mark("translated"),
        "inferred": mark("inferred"),
    }


def cut_shell(settings: Settings, view: View) -> list[str]:
    """The three texts around the parts that differ from page to page, cut out of a page that was built."""
    entry = view.catalogue.entries[0]
    path = urls.product(view.language, entry.product.id)
    page = (settings.site / path / "index.html").read_text(encoding="utf-8")
    related = Neighbours(view.catalogue, view.language).related(entry)
    head = view.render("head.html", page=make_product_head(entry, view))
    main = view.render("product.html", page=make_product(entry, view, Cards(view), related))
    before, rest = page.split(head)
    between, after = rest.split(main.replace(urls.ROOT, urls.way_up(path)))
    return [before, between, after]


def unequal_pages(settings: Settings, project: Path) -> list[tuple[Path, Path]]:
    """Our product pages and Hugo's, where Hugo's is missing or differs in a byte."""
    ours = sorted(page.parent for page in (settings.site / settings.main_language / "p").glob("*/index.html"))
    theirs = project / "public" / settings.main_language / "p"
    pairs = ((page / "index.html", theirs / page.name / "index.html") for page in ours)
    return [(one, other) for one, other in pairs if not other.exists() or one.read_bytes() != other.read_bytes()]


def describe_difference(one: Path, other: Path) -> str:
    """The first lines in which two pages differ, to mend the layouts by."""
    texts = [page.read_text(encoding="utf-8").splitlines() if page.exists() else [] for page in (one, other)]
    return "\n".join(islice(unified_diff(*texts, str(one.parent.name), "Hugo", lineterm="", n=0), MOST_LINES))
