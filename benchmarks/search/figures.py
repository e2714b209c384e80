"""The figures of the search as numbers with names, for `results.json`; the tables are made from them."""

from collections.abc import Sequence
from math import ceil
from statistics import median

from benchmarks.search.outcome import Asked, ExamResult, IndexResult, Side, WireResult

Figures = dict[str, float | int]
GIVEN_UP = 60_000.0
"""Milliseconds that stand for an answer that never came."""


def index_figures(result: IndexResult) -> Figures:
    """The index of both sides; `_words` stands for the peer that searches the same words only."""
    figures: Figures = {
        "index_build_s": round(result.ours.seconds, 3),
        "index_build_with_reading_s": round(result.with_reading, 3),
        "index_in_build_cpu_s": round(result.in_build, 3),
        **_files("index", result.ours),
        "facts_bytes": result.facts.size,
        "facts_files": result.facts.count,
    }
    for setting, peer in result.peers.items():
        name = "" if setting == "product" else f"_{setting}"
        figures[f"pagefind{name}_build_s"] = round(peer.seconds, 3)
        figures |= _files(f"pagefind{name}", peer)
        figures[f"index_build_ratio{name}"] = _ratio(result.ours.seconds, peer.seconds)
        figures[f"index_size_ratio{name}"] = _ratio(result.ours.files.size, peer.files.size)
        figures[f"index_sent_ratio{name}"] = _ratio(result.ours.files.sent, peer.files.sent)
        figures[f"index_files_ratio{name}"] = _ratio(result.ours.files.count, peer.files.count)
    return figures


def _files(name: str, side: Side) -> Figures:
    files = side.files
    return {f"{name}_bytes": files.size, f"{name}_gzip_bytes": files.sent, f"{name}_files": files.count}


def wire_figures(result: WireResult) -> Figures:
    """What readers of both sides wait for."""
    ours, theirs = (_side(result.sides[side]) for side in ("ours", "theirs"))
    alone = [took for one in result.sides["ours"] for took in one.redrawn]
    shared = ("first_query_bytes", "first_query_ms", "keystroke_p95_ms", "keystroke_loaded_p95_ms")
    ratios = {f"{name}_ratio": _ratio(ours[name], theirs[name]) for name in shared}
    return {
        "queries": len(result.sides["ours"]),
        "page_bytes": result.page,
        **ours,
        **{f"pagefind_{name}": figure for name, figure in theirs.items()},
        "browser_alone_ms": round(percentile(alone, 50), 1),
        "browser_alone_p95_ms": round(percentile(alone, 95), 1),
        **ratios,
    }


def _side(asked: Sequence[Asked]) -> Figures:
    sizes = [one.first.size for one in asked]
    first = [_milliseconds(one.first.took) for one in asked]
    later = [shown for one in asked for shown in one.letters[1:]]
    letters = [_milliseconds(shown.took) for shown in later]
    loaded = [_milliseconds(shown.took) for shown in later if not shown.size]
    return {
        "first_query_bytes": round(median(sizes)),
        "first_query_bytes_p95": percentile(sizes, 95),
        "first_query_bytes_most": max(sizes),
        "first_query_ms": round(median(first)),
        "first_query_p95_ms": round(percentile(first, 95)),
        "keystrokes": len(later),
        "keystroke_ms": round(percentile(letters, 50), 1),
        "keystroke_p95_ms": round(percentile(letters, 95), 1),
        "keystroke_fetches": round(1 - len(loaded) / len(later), 3) if later else 0,
        "keystroke_loaded_ms": round(percentile(loaded, 50), 1),
        "keystroke_loaded_p95_ms": round(percentile(loaded, 95), 1),
        "query_bytes_typed": round(median(sum(shown.size for shown in one.letters) for one in asked)),
        "unanswered": sum(shown.took is None for one in asked for shown in (one.first, *one.letters)),
    }


def _milliseconds(took: float | None) -> float:
    return GIVEN_UP if took is None else took


def percentile(values: Sequence[float], share: int) -> float:
    """The least value that this share of all, in hundredths, does not exceed; 0 when there are none."""
    return sorted(values)[max(0, ceil(len(values) * share / 100) - 1)] if values else 0.0


def _ratio(one: float, other: float) -> float:
    return round(one / other, 4) if other else 0.0


def exam_figures(result: ExamResult) -> dict[str, object]:
    """How many queries each side answers right, and those that it does not."""
    rights = {
        ("right" if side == "ours" else f"pagefind_right_{side}"): result.cases - len(wrong)
        for side, wrong in result.wrong.items()
    }
    return {"cases": result.cases, "products": result.products, **rights, "wrong": result.wrong}
