"""The figures of whole builds as numbers with names, for `results.json`; the tables are made from them."""

from collections.abc import Mapping, Sequence
from math import log
from statistics import median
from typing import Any

from benchmarks.runs import Side
from benchmarks.whole.edits import RECORD_EDITS
from benchmarks.whole.outcome import Again, ColdResult, Grown

Figures = dict[str, Any]
MEGABYTE = 1024 * 1024
STEP = 4
"""Growth is told for so many times the products."""


def times(name: str, values: Sequence[float]) -> Figures:
    """Seconds of several runs: the middle, the least and the greatest, and all in their order."""
    return spread(f"{name}_s", values, 3) | {f"{name}_runs_s": [round(value, 3) for value in values]}


def spread(name: str, values: Sequence[float], decimals: int) -> Figures:
    """The middle, the least and the greatest."""
    told = {name: median(values), f"{name}_min": min(values), f"{name}_max": max(values)}
    return {key: round(value, decimals) for key, value in told.items()}


def side_figures(side: Side) -> Figures:
    """One side; memory is left out where it was not measured."""
    memory = {"peak_memory_mb": round(side.memory / MEGABYTE, 1)} if side.memory else {}
    counts = {"pages": side.pages, "files": side.files, "bytes": side.size}
    return times("wall", side.walls) | {"cpu_s": round(side.cpu, 3)} | memory | counts


def cold_figures(result: ColdResult) -> Figures:
    """All sides of the cold build, and what ours needs of theirs; a ratio is that of the middle times."""
    ours, hugo, floor = (result.sides[name] for name in ("ours", "hugo", "floor"))
    return {
        "products": result.products,
        "languages": list(result.languages),
        "equal_pages": result.equal,
        "pages": result.expected,
        **{name: side_figures(side) for name, side in result.sides.items()},
        "peers": times("wall", result.peers),
        **ratios("cold_ratio", ours.walls, result.peers),
        **ratios("hugo_ratio", ours.walls, hugo.walls),
        **ratios("floor_ratio", ours.walls, floor.walls),
        "memory_ratio": round(ours.memory / hugo.memory, 4),
        "hugo_apart_peak_memory_mb": round(result.apart / MEGABYTE, 1),
        "memory_apart_ratio": round(ours.memory / result.apart, 4),
    }


def ratios(name: str, ours: Sequence[float], theirs: Sequence[float]) -> Figures:
    """Middle by middle, then the least and the greatest of the rounds, in which both sides met the same machine."""
    rounds = [one / other for one, other in zip(ours, theirs, strict=True)]
    told = {name: median(ours) / median(theirs), f"{name}_min": min(rounds), f"{name}_max": max(rounds)}
    return {key: round(value, 4) for key, value in told.items()}


def again_figures(builds: Mapping[str, Again], cold: Sequence[float]) -> Figures:
    """Builds after edits beside the cold one; `edit_ratio` is that of words in one record, the slower edit."""
    base = median(cold)
    edits = {name: _edit(one, base) for name, one in builds.items()}
    slower = max((edits[name] for name in RECORD_EDITS), key=lambda one: one["ratio"])
    keys = ("ratio", "ratio_min", "ratio_max")
    return {"edits": edits, **{f"edit_{key}": slower[key] for key in keys}}


def _edit(one: Again, base: float) -> Figures:
    counts = {"files_written": round(median(one.written)), "files_removed": round(median(one.removed))}
    return times("wall", one.walls) | spread("ratio", [wall / base for wall in one.walls], 4) | counts


def growth_figures(sizes: Mapping[int, Grown]) -> Figures:
    """Every size, and by what four times the products multiply time and memory between the last two."""
    told = {str(size): side_figures(one.side) | {"index_bytes": one.index} for size, one in sizes.items()}
    if len(sizes) == 1:
        return {"sizes": told}
    numbers, grown = list(sizes), [one.side for one in sizes.values()]
    return {
        "sizes": told,
        "growth_ratio": growth(numbers, [one.wall for one in grown]),
        "memory_growth_ratio": growth(numbers, [one.memory for one in grown]),
    }


def growth(sizes: Sequence[int], amounts: Sequence[float]) -> float:
    """By what `STEP` times the products multiply an amount, from the last two sizes, if it grows by a power.

    >>> growth([2000, 8000], [1.0, 4.0])
    4.0
    """
    (smaller, larger), (before, after) = sizes[-2:], amounts[-2:]
    return round(float(STEP ** (log(after / before) / log(larger / smaller))), 3)
