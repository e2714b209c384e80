"""Figures of whole builds: ratios are ours by theirs, and the headline is taken from the parts."""

import json
from pathlib import Path

import pytest

from benchmarks.results import read_figures, write_figures
from benchmarks.runs import Side
from benchmarks.whole.figures import again_figures, cold_figures, growth, growth_figures, side_figures
from benchmarks.whole.growth_report import render_growth
from benchmarks.whole.outcome import Again, ColdResult, Grown, read_counts
from benchmarks.whole.report import render_build


def side(*walls: float, memory: int = 0) -> Side:
    """A side with these times."""
    return Side(walls, walls, memory * 1024 * 1024, pages=40, files=50, size=2_000_000)


COLD = ColdResult(
    20,
    ("vi", "en"),
    {
        "ours": side(6.0, 5.0, 4.0, memory=100),
        "hugo": side(6.0, 6.0, 8.0, memory=400),
        "pagefind": side(6.0, 4.0, 2.0),
        "floor": side(1.0, 2.0, 2.0),
    },
    apart=200 * 1024 * 1024,
    equal=40,
    expected=40,
)
EDITS = {
    "nothing": Again((0.5, 0.5, 0.5), (0, 0, 0), (0, 0, 0)),
    "summary": Again((1.0, 1.0, 1.5), (4, 4, 5), (0, 0, 0)),
    "name": Again((0.5, 0.75, 0.5), (9, 9, 9), (1, 1, 1)),
}


def test_a_ratio_is_that_of_middle_times() -> None:
    """Its spread is that of rounds, in which both sides met the same machine."""
    figures = cold_figures(COLD)
    assert (0.5, 0.4, 0.5) == (figures["cold_ratio"], figures["cold_ratio_min"], figures["cold_ratio_max"])
    assert (10.0, 10.0, 12.0) == tuple(figures["peers"][name] for name in ("wall_s", "wall_s_min", "wall_s_max"))
    assert (0.25, 0.5, 2.5) == tuple(figures[name] for name in ("memory_ratio", "memory_apart_ratio", "floor_ratio"))
    assert [6.0, 5.0, 4.0] == figures["ours"]["wall_runs_s"]


def test_the_slower_edit_of_a_record_counts() -> None:
    """As a share of the middle cold build."""
    figures = again_figures(EDITS, COLD.sides["ours"].walls)
    assert (0.2, 0.2, 0.3) == (figures["edit_ratio"], figures["edit_ratio_min"], figures["edit_ratio_max"])
    assert (9, 1) == (figures["edits"]["name"]["files_written"], figures["edits"]["name"]["files_removed"])


@pytest.mark.parametrize(("times", "factor"), [((1.0, 10.0), 4.0), ((1.0, 100.0), 16.0), ((3.0, 3.0), 1.0)])
def test_growth_is_told_for_four_times_the_products(times: tuple[float, float], factor: float) -> None:
    """Whatever the sizes are: 4 when time grows as the number does."""
    assert factor == growth([2000, 20000], times)


def test_growth_is_that_of_the_last_two_sizes() -> None:
    """Small sizes pay for what is done once."""
    assert 4.0 == growth([1, 2000, 20000], [9.0, 1.0, 10.0])


def test_counts_of_a_build_are_read() -> None:
    """As `ocop build` prints them."""
    assert (120, 4, 1) == read_counts("120 files, 4 written, 1 removed\n")
    with pytest.raises(ValueError, match="nothing"):
        read_counts("nothing")


def test_the_headline_is_taken_from_the_parts(tmp_path: Path) -> None:
    """It stands first, and follows when a part is measured anew."""
    wire = {"20000": {"first_query_bytes": 80_000, "first_query_bytes_ratio": 0.2}}
    write_figures({"build": {"cold_ratio": 0.4, "edit_ratio": 0.1}, "search": {"wire": wire}}, tmp_path)
    write_figures(read_figures(tmp_path) | {"build": {"cold_ratio": 0.3}}, tmp_path)
    text = (tmp_path / "results.json").read_text(encoding="utf-8")
    assert ["cold_ratio", "first_query_bytes", "first_query_bytes_ratio", "build", "search"] == list(json.loads(text))
    assert 0.3 == read_figures(tmp_path)["cold_ratio"]


def cells(page: str) -> list[list[str]]:
    """The rows of all tables."""
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if line.startswith("|")]


def test_missed_targets_of_a_build_are_bold() -> None:
    """What is met is not; edits that have no target are neither."""
    section = cold_figures(COLD) | again_figures(EDITS, COLD.sides["ours"].walls)
    rows = cells(render_build(section))
    assert ["cold: `ocop build` / (Hugo + Pagefind)", "**0.500**", "0.400", "0.500", "≤ 0.3"] in rows
    assert ["peak memory: `ocop build` / Hugo", "0.250", "", "", "≤ 0.5"] in rows
    assert ["nothing", "0.50 s", "0.50 s", "0.50 s", "0.100", "0", "0", ""] in rows
    assert ["a word of a summary", "1.00 s", "1.00 s", "1.50 s", "**0.200**", "4", "0", "≤ 0.05"] in rows
    assert ["Hugo and Pagefind", "10.00 s", "10.00 s", "12.00 s", "", "", "", "", ""] in rows


def test_another_generator_is_a_row_of_its_own() -> None:
    """Beside ours at the same size, when it was measured."""
    documents = {"products": 10, "ours": side_figures(side(1.0)), "material": side_figures(side(60.0))}
    section = cold_figures(COLD) | again_figures(EDITS, COLD.sides["ours"].walls) | {"documents": documents}
    assert ["MkDocs with Material", "60.00 s"] in [row[:2] for row in cells(render_build(section))]


def test_growth_is_shown_by_size() -> None:
    """The smallest first; the factor in bold when it is above its target."""
    sizes = {2000: Grown(side(1.0, memory=100), 3_000_000), 20000: Grown(side(20.0, memory=1000), 9_000_000)}
    rows = cells(render_growth(growth_figures(sizes)))
    assert [["2000", "3.0 MB"], ["20000", "9.0 MB"]] == [[row[0], row[-1]] for row in rows[2:4]]
    assert ["time", "**6.072**", "≤ 4.4"] in rows
    assert ["peak memory", "4.000", ""] in rows


def test_one_size_does_not_tell_growth() -> None:
    """Its figures stand alone."""
    figures = growth_figures({2000: Grown(side(1.0, memory=100), 3_000_000)})
    assert ["sizes"] == list(figures)
    assert "for 4 times" not in render_growth(figures)
