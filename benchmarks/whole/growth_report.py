"""The figures of growth as a table, made from what `results.json` keeps."""

from collections.abc import Mapping
from typing import Any

from benchmarks.search.report import by_size
from benchmarks.table import render
from benchmarks.whole.report import share, side_row, target

Figures = Mapping[str, Any]


def render_growth(figures: Figures) -> str:
    """The section: the table, and what it says."""
    return _TEXT.format(
        table=render_sizes(figures["sizes"]),
        ratios=_render_ratios(figures),
        machine=figures.get("machine", ""),
        command=figures.get("command", ""),
        seed=figures.get("seed", ""),
    )


def render_sizes(sizes: Mapping[str, Figures]) -> str:
    """Every size."""
    head = (
        "products",
        "wall",
        "least",
        "greatest",
        "processors",
        "peak memory",
        "HTML pages",
        "files",
        "size",
        "index",
    )
    return render(
        [head, *((*side_row(size, one), f"{one['index_bytes'] / 1_000_000:,.1f} MB") for size, one in by_size(sizes))]
    )


def _render_ratios(figures: Figures) -> str:
    if "growth_ratio" not in figures:
        return ""
    rows = [
        ("time", share(figures["growth_ratio"], "growth_ratio"), target("growth_ratio")),
        ("peak memory", share(figures["memory_growth_ratio"]), ""),
    ]
    return render([("for 4 times the products", "times", "target"), *rows])


_TEXT = """{table}

{ratios}

{machine}

Command: `python -m benchmarks {command}`, seed {seed}. **Bold** is above its target.

### What is measured

`ocop build` of synthetic catalogues in Vietnamese, without a site and without anything kept of earlier builds. From the
last two sizes follows by what four times the products multiply time and memory, if both grow by a power of the number:
4 is as fast as the number itself. Index is everything below `search/`.
"""
