"""The figures that the project is judged by, at the top of `results.json`: copies of what the parts measured."""

from typing import Any

WIRE_SIZE = "20000"
"""Products for which the bytes of a first query count."""
SOURCES = {
    "cold_ratio": ("build", "cold_ratio"),
    "edit_ratio": ("build", "edit_ratio"),
    "memory_ratio": ("build", "memory_ratio"),
    "growth_ratio": ("growth", "growth_ratio"),
    "first_query_bytes": ("search", "wire", WIRE_SIZE, "first_query_bytes"),
    "first_query_bytes_ratio": ("search", "wire", WIRE_SIZE, "first_query_bytes_ratio"),
}
"""Where each stands among the figures of the parts."""
TARGETS = {"cold_ratio": 0.3, "edit_ratio": 0.05, "memory_ratio": 0.5, "growth_ratio": 4.4}
"""What each should not exceed."""


def with_headline(figures: dict[str, Any]) -> dict[str, Any]:
    """All figures, those of the headline first, as far as they were measured."""
    found = {name: look_up(figures, path) for name, path in SOURCES.items()}
    rest = {name: figure for name, figure in figures.items() if name not in SOURCES}
    return {name: figure for name, figure in found.items() if figure is not None} | rest


def look_up(figures: dict[str, Any], path: tuple[str, ...]) -> Any:
    """The figure at a path of names; None where there is none."""
    place: Any = figures
    for name in path:
        place = place.get(name) if isinstance(place, dict) else None
    return place
