"""All parts of the search's benchmark at the sizes asked for; what is measured anew replaces what was kept."""

import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.machine import describe_machine
from benchmarks.results import read_figures, write_figures, write_section
from benchmarks.search.browser import chromium_version
from benchmarks.search.exam import examine
from benchmarks.search.figures import exam_figures, index_figures, wire_figures
from benchmarks.search.index import Site, compare_indexes
from benchmarks.search.report import render_answers, render_indexes, render_search, render_wires
from benchmarks.search.wire import compare_wires, read_queries

SETTING = "words"
"""The setting of the peer's index that goes over the wire: its smallest."""


def run_search(options: Namespace, command: str) -> None:
    """Measure, print the tables, and keep the figures unless the run is a dry one."""
    measured: dict[str, Any] = {"index": {}, "wire": {}}
    with tempfile.TemporaryDirectory(prefix="catalogue-search-", dir=options.folder) as folder:
        measured["answers"] = exam_figures(examine(Path(folder) / "real"))
        print(render_answers(measured["answers"]), flush=True)
        for size in sorted({*options.search_sizes, *options.wire_sizes}):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                for _ in _measure_size(Path(place) / "site", size, options, measured):
                    if not options.dry:
                        keep(measured, options.search_languages, command)


def _measure_size(place: Path, size: int, options: Namespace, measured: dict[str, Any]) -> Iterator[None]:
    """Measure a size; gives way after each part of it, so that what took long can be kept."""
    site = Site(place, size, options.search_languages, options.seed)
    measured["index"][str(size)] = index_figures(compare_indexes(site, options.runs))
    print(render_indexes({str(size): measured["index"][str(size)]}), flush=True)
    yield
    if size in options.wire_sizes:
        queries = read_queries()[: options.queries]
        language, letters = options.search_languages[0], not options.whole
        result = compare_wires(site.folder, site.bundle(SETTING), language, queries, letters=letters)
        measured["wire"][str(size)] = wire_figures(result)
        print(render_wires({str(size): measured["wire"][str(size)]}), flush=True)
        yield


def keep(measured: dict[str, Any], languages: Sequence[str], command: str) -> None:
    """Put what was measured beside what was kept of other sizes in the same languages."""
    figures = read_figures()
    kept = figures.get("search", {})
    if kept.get("languages") != list(languages):
        kept = {}
    versions = {"Pagefind": version("pagefind-bin"), "Chromium": chromium_version()}
    search = {
        "machine": describe_machine(versions),
        "languages": list(languages),
        "commands": [*(one for one in kept.get("commands", []) if one != command), command],
        "index": kept.get("index", {}) | measured["index"],
        "wire": kept.get("wire", {}) | measured["wire"],
        "answers": measured["answers"],
    }
    write_figures(figures | {"search": search})
    write_section("Search", render_search(search))
