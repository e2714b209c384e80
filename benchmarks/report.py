"""The figures of whole builds as a table, as a section for people and as numbers for programs."""

from collections.abc import Sequence
from importlib.metadata import version

from benchmarks.contest import Result
from benchmarks.machine import describe_machine
from benchmarks.results import read_figures, write_figures, write_section
from benchmarks.runs import Side
from benchmarks.table import render

MEGABYTE = 1024 * 1024
_PAGE = """{table}

{machine}

Command: `python -m benchmarks {command}`, seed {seed}. Ratios below 1 mean that this project needs less.

### What is compared

Both sides start from nothing and make the same product pages ({languages}) from the same synthetic YAML records,
and every page must be the same to the last byte, or the benchmark fails ({equal}).

"Same pages" is this project making what Hugo makes, the product pages; it still reads, checks and joins all records
and renders its hand-written pages through MkDocs. Its ratio to Hugo is the one that compares equal work.
"Whole build" is `ocop build` as an officer runs it, with home, listing and producer pages, the search index, the
sitemap, the feed and the open data besides; see the numbers of files.

Hugo gets help that this project does not: what needs the whole catalogue or the rules of the programme (standing,
expiry, related products, counts, names from the registers) is worked out before its clock starts and given to it as
JSON data files. The page around a product and all interface texts stand in its templates as
constants. Other kinds of pages are switched off, nothing is minified, related cards are cached (`partialCached`), the
templates are plain text, so that Hugo need not work out escapes by context, and it may use every processor.

Times and memory come from different runs, because reading memory takes time. Memory is the greatest sum of the
proportional set size of all processes, read every 20 ms. With several runs the two sides take turns and the middle
time counts.
"""


def render_table(results: Sequence[Result]) -> str:
    """All figures as a table in Markdown."""
    head = ("products", "side", "wall", "processors", "peak memory", "HTML pages", "pages/s", "files")
    return render([head, *(row for result in results for row in _rows(result))])


def _rows(result: Result) -> list[tuple[str, ...]]:
    return [
        _row(result.products, "whole build", result.ours),
        _row(result.products, "same pages", result.same),
        _row(result.products, "Hugo", result.peer),
        _ratios(result.products, "same pages / Hugo", result.same, result.peer),
        _ratios(result.products, "whole build / Hugo", result.ours, result.peer),
    ]


def _ratios(products: int, name: str, ours: Side, peer: Side) -> tuple[str, ...]:
    shares = (ours.wall / peer.wall, ours.cpu / peer.cpu, ours.memory / peer.memory)
    return (str(products), name, *(f"{share:.2f}" for share in shares), "", "", "")


def _row(products: int, name: str, side: Side) -> tuple[str, ...]:
    times = f"{side.wall:.2f} s", f"{side.cpu:.2f} s"
    memory = f"{side.memory / MEGABYTE:.0f} MB"
    return (str(products), name, *times, memory, str(side.pages), f"{side.pages_per_second:.0f}", str(side.files))


def write_report(results: Sequence[Result], languages: Sequence[str], seed: int, command: str) -> None:
    """Keep the figures, and the section that shows them."""
    equal = ", ".join(f"{one.equal} of {one.expected} equal" for one in results)
    machine = describe_machine({"Hugo": version("hugo"), "MkDocs": version("mkdocs")})
    page = _PAGE.format(
        table=render_table(results),
        machine=machine,
        command=command,
        seed=seed,
        languages=", ".join(f"`{one}`" for one in languages),
        equal=equal,
    )
    write_section("Pages", page)
    figures = {"seed": seed, "machine": machine, "sizes": {str(one.products): _figures(one) for one in results}}
    write_figures(read_figures() | figures)


def _figures(result: Result) -> dict[str, float | int]:
    ours, same, peer = result.ours, result.same, result.peer
    return {
        "cold_wall": round(ours.wall, 3),
        "cold_cpu": round(ours.cpu, 3),
        "pages_per_second": round(ours.pages_per_second, 1),
        "peak_memory_mb": round(ours.memory / MEGABYTE, 1),
        "files": ours.files,
        "hugo_wall": round(peer.wall, 3),
        "hugo_cpu": round(peer.cpu, 3),
        "hugo_pages_per_second": round(peer.pages_per_second, 1),
        "hugo_peak_memory_mb": round(peer.memory / MEGABYTE, 1),
        "same_pages_wall": round(same.wall, 3),
        "same_pages_cpu": round(same.cpu, 3),
        "same_pages_ratio": round(same.wall / peer.wall, 3),
        "whole_build_ratio": round(ours.wall / peer.wall, 3),
        "memory_ratio": round(ours.memory / peer.memory, 3),
        "equal_pages": result.equal,
    }
