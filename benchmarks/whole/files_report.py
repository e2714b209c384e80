"""Files and bytes with each choice of `bundle`, as figures and as a table."""

from collections.abc import Mapping
from typing import Any

from benchmarks.table import render
from benchmarks.whole.outcome import Shared

CHOICES = {
    "none": "a page for each product",
    "lapsed": "`lapsed`",
    "mixed": "`lapsed`, in further languages `all`",
    "all": "`all`",
}
"""By name: what is chosen, in words."""


def files_figures(choices: Mapping[str, Shared]) -> dict[str, dict[str, Any]]:
    """Files and bytes of each choice, also as shares of those without shared pages."""
    base = choices["none"].side
    return {
        name: {
            "files": one.side.files,
            "bytes": one.side.size,
            "files_ratio": round(one.side.files / base.files, 4),
            "bytes_ratio": round(one.side.size / base.size, 4),
            "shared_pages": len(one.pages),
            "shared_page_bytes": one.pages[len(one.pages) // 2] if one.pages else 0,
            "shared_page_bytes_max": one.pages[-1] if one.pages else 0,
            "wall_s": round(one.side.wall, 3),
        }
        for name, one in choices.items()
    }


def render_files(figures: Mapping[str, Mapping[str, Any]]) -> str:
    """A row for each choice."""
    head = ("`bundle`", "files", "of all", "size", "of all", "shared pages", "one sent", "largest", "wall")
    return render([head, *(_row(label, figures[name]) for name, label in CHOICES.items() if name in figures)])


def _row(label: str, one: Mapping[str, Any]) -> tuple[str, ...]:
    sent = [
        f"{one[name] / 1000:.1f} kB" if one[name] else "" for name in ("shared_page_bytes", "shared_page_bytes_max")
    ]
    size = f"{one['bytes'] / 1_000_000:,.1f} MB"
    shares = [f"{one[name]:.3f}" for name in ("files_ratio", "bytes_ratio")]
    files, shared = f"{one['files']:,}", f"{one['shared_pages']:,}"
    return label, files, shares[0], size, shares[1], shared, *sent, f"{one['wall_s']:,.2f} s"
