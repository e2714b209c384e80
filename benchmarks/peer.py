"""The same product pages made by Hugo: a project in, a folder of pages out, and which of them differ from ours.

Hugo gets the records as front matter, the shell of the pages as text, and `derived.py`'s help. It renders only product
pages, with all processors and nothing that would slow it down.
"""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from benchmarks.derived import make_derived, write_derived
from benchmarks.layouts import fill, language_values, site_values
from generator.pages.view import View
from generator.settings import Settings

LAYOUTS = Path(__file__).parent / "hugo"
MOST_LINES = 12
"""Lines of a difference that are shown."""


def make_peer(views: Sequence[View], folder: Path) -> None:
    """Make Hugo's project for these languages in `folder`, the first being its main one.

    From the records and, for the shells, a page of each language just built.
    """
    settings = views[0].settings
    pages = folder / "content" / "p"
    pages.mkdir(parents=True)
    for file in settings.products.glob("records/*/*.yml"):
        (pages / f"{file.stem}.md").write_text(front_matter(file.read_text(encoding="utf-8")), encoding="utf-8")
    for view in views:
        write_derived(make_derived(view), folder / "data" / view.language)
        _write_layouts(view, folder / "layouts")
    config = (LAYOUTS / "hugo.toml").read_text(encoding="utf-8")
    (folder / "hugo.toml").write_text(fill(config, site_values(views), views[0]), encoding="utf-8")


def front_matter(record: str) -> str:
    """A record as a page without content: below `params`, no key of it means anything to Hugo itself."""
    lines = (f"  {line}" if line else "" for line in record.splitlines())
    return "\n".join(["---", "params:", *lines, "---", ""])


def _write_layouts(view: View, folder: Path) -> None:
    """The layouts of one language, with all that is the same on each of its pages in place."""
    values = language_values(view)
    partials = folder / "_partials" / view.language
    partials.mkdir(parents=True)
    page = fill((LAYOUTS / "layouts" / "single.plain.html").read_text(encoding="utf-8"), values, view)
    (folder / f"single.{view.language}.plain.html").write_text(page, encoding="utf-8")
    for layout in (LAYOUTS / "layouts" / "_partials").iterdir():
        (partials / layout.name).write_text(fill(layout.read_text(encoding="utf-8"), values, view), encoding="utf-8")


def product_pages(settings: Settings, site: Path) -> Iterator[Path]:
    """The product pages below a folder, in all languages of the settings."""
    for language in settings.languages:
        yield from sorted((site / language / "p").glob("*/index.html"))


def unequal_pages(settings: Settings, public: Path) -> list[tuple[Path, Path]]:
    """Our product pages and Hugo's below `public`, where Hugo's is missing or differs in a byte."""
    pairs = ((page, public / page.relative_to(settings.site)) for page in product_pages(settings, settings.site))
    return [(one, other) for one, other in pairs if not other.exists() or one.read_bytes() != other.read_bytes()]


def describe_difference(one: Path, other: Path) -> str:
    """The first lines in which two pages differ, to mend the layouts by."""
    ours, theirs = (page.read_text(encoding="utf-8").splitlines() if page.exists() else [] for page in (one, other))
    return "\n".join(islice(unified_diff(ours, theirs, one.parent.name, "Hugo", lineterm="", n=0), MOST_LINES))
