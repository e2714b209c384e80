"""The figures of the cold build and of builds after edits as tables, made from what `results.json` keeps."""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.headline import TARGETS
from benchmarks.search.report import judged
from benchmarks.table import render
from benchmarks.whole.edits import EDITS, RECORD_EDITS
from benchmarks.whole.files_report import render_files

Figures = Mapping[str, Any]
SIDES = {
    "ours": "`ocop build`",
    "hugo": "Hugo",
    "pagefind": "Pagefind",
    "peers": "Hugo and Pagefind",
    "floor": "writing alone",
}
RATIOS = {
    "cold_ratio": "cold: `ocop build` / (Hugo + Pagefind)",
    "memory_ratio": "peak memory: `ocop build` / Hugo",
    "memory_apart_ratio": "peak memory: `ocop build` / Hugo, a run for each language",
    "edit_ratio": "edit: build after a word of one record / cold",
    "hugo_ratio": "`ocop build` / Hugo alone",
    "floor_ratio": "`ocop build` / writing alone",
}
DOCUMENTS = {"ours": "`ocop build`", "material": "MkDocs with Material"}


def render_build(figures: Figures) -> str:
    """The section: all tables, and what they compare."""
    return _TEXT.format(
        ratios=render_ratios(figures),
        sides=render_sides(figures),
        edits=render_edits(figures["edits"]) if "edits" in figures else "",
        documents=_documents(figures),
        files=_shared(figures) if "files" in figures else "",
        products=f"{figures['products']:,}",
        languages=", ".join(f"`{one}`" for one in figures["languages"]),
        equal=f"{figures['equal_pages']:,} of {figures['pages']:,} equal",
        machine=figures.get("machine", ""),
        command=figures.get("command", ""),
        seed=figures.get("seed", ""),
    )


def _shared(figures: Figures) -> str:
    return _FILES.format(products=f"{figures['files_products']:,}", table=render_files(figures["files"]))


def render_ratios(figures: Figures) -> str:
    """What the project is judged by, with the targets."""
    head = ("ratio", "middle", "least", "greatest", "target")
    return render([head, *(_ratio_row(name, label, figures) for name, label in RATIOS.items() if name in figures)])


def _ratio_row(name: str, label: str, figures: Figures) -> tuple[str, ...]:
    least, greatest = (figures.get(f"{name}_{end}") for end in ("min", "max"))
    return label, share(figures[name], name), share(least), share(greatest), target(name)


def share(figure: float | None, name: str = "") -> str:
    """A ratio; in bold where it is above the target of `name`."""
    if figure is None:
        return ""
    most = TARGETS.get(name)
    return judged(f"{figure:.3f}", missed=most is not None and figure > most)


def target(name: str) -> str:
    """The target of a ratio in words."""
    return f"≤ {TARGETS[name]}" if name in TARGETS else ""


def render_sides(figures: Figures, sides: Mapping[str, str] | None = None) -> str:
    """What each side needed and wrote."""
    head = ("side", "wall", "least", "greatest", "processors", "peak memory", "HTML pages", "files", "size")
    return render([head, *(side_row(label, figures[name]) for name, label in (sides or SIDES).items())])


def side_row(label: str, side: Figures) -> tuple[str, ...]:
    """One side; cells stay empty for what was not measured."""
    seconds = (f"{side[name]:,.2f} s" for name in ("wall_s", "wall_s_min", "wall_s_max"))
    cpu = f"{side['cpu_s']:,.2f} s" if "cpu_s" in side else ""
    memory = f"{side['peak_memory_mb']:,.0f} MB" if "peak_memory_mb" in side else ""
    counts = (f"{side[name]:,}" if name in side else "" for name in ("pages", "files"))
    size = f"{side['bytes'] / 1_000_000:,.1f} MB" if "bytes" in side else ""
    return label, *seconds, cpu, memory, *counts, size


def render_edits(edits: Mapping[str, Figures]) -> str:
    """Builds after edits."""
    head = ("changed before", "wall", "least", "greatest", "of cold", "files written", "removed", "target")
    return render([head, *_edit_rows(edits)])


def _edit_rows(edits: Mapping[str, Figures]) -> Iterator[tuple[str, ...]]:
    for name, (label, _) in EDITS.items():
        if name in edits:
            one = edits[name]
            seconds = (f"{one[key]:,.2f} s" for key in ("wall_s", "wall_s_min", "wall_s_max"))
            judge = "edit_ratio" if name in RECORD_EDITS else ""
            counts = (f"{one[key]:,}" for key in ("files_written", "files_removed"))
            yield label, *seconds, share(one["ratio"], judge), *counts, target(judge)


def _documents(figures: Figures) -> str:
    documents = figures.get("documents")
    if not documents:
        return ""
    return _DOCUMENTS.format(products=f"{documents['products']:,}", table=render_sides(documents, DOCUMENTS))


_DOCUMENTS = """

{products} products in Vietnamese alone, beside MkDocs with Material and mkdocs-gen-files. It makes a page of Markdown
for each record, names and a table of its values, without our listings and open data. Products are left out of its
navigation, which would stand in every page.

{table}"""

_FILES = """

A catalogue of {products} products when they share pages, for hosts that count files (the option `bundle`). What is sent
of a shared page is compressed; "one sent" is the middle one.

{table}"""

_TEXT = """{ratios}

{products} products in {languages}:

{sides}

{edits}{documents}{files}

{machine}

Command: `python -m benchmarks {command}`, seed {seed}.

Ratios below 1 mean that this project needs less; **bold** is above its target. A ratio is that of the middle times; its
least and greatest are those of single rounds, in which the sides take turns.

### What is compared

"`ocop build`" is everything an officer publishes: product pages, listings, producers, home and hand-written pages in
all languages, the search index, feeds, sitemap, open data. It begins without a site and without anything kept of
earlier builds. Hugo makes the product pages of all languages and nothing else, Pagefind indexes Hugo's pages. Every
page of Hugo's must equal ours to the last byte, or the benchmark fails ({equal}).

Both peers are helped. What needs the whole catalogue or the rules of the programme is worked out before Hugo's clock
starts and given to it as data; the page around a product and all interface texts are constants of its templates, a
set for each language; related cards are cached, the templates are plain text, other kinds of pages are switched off.
Hugo makes all languages in one run, in which it reads every record once (`sites.matrix`): of the ways that were tried
it took the least time, a fifth less of the processors than a run for each language. Separate runs need less memory,
since each holds one language only; the ratio to their peak stands beside. Pagefind reads product pages only, of those
the element of the product, and writes no filters. Both use all processors.

"Writing alone" is the floor: a program that has all files of our site in memory, with the same paths and bytes, and
makes folders and files with plain calls of the system, in as many processes as we use. What stands above it is the work
of reading, checking and making pages.

Builds after an edit are `ocop build` again in the same folder, each after one more edit; every run edits other
records. The ratio for words of one record is that of the slower of the two, summary and name. "The day, by one" is the
same catalogue made for the next day.

Memory is measured in a run of its own: the greatest sum of the proportional set size of all processes, read every
20 ms.
"""
