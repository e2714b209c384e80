"""What is kept of a benchmark: one part measured anew leaves the others alone; targets that are missed can be seen."""

from pathlib import Path

from benchmarks.results import read_figures, write_figures, write_section
from benchmarks.search.figures import exam_figures, index_figures, percentile, wire_figures
from benchmarks.search.outcome import Answer, Asked, ExamResult, Files, IndexResult, Shown, Side, WireResult
from benchmarks.search.report import render_search, render_wires

INDEX = IndexResult(
    Side(2.0, Files(3_000_000, 1_000_000, 500)),
    Files(400_000, 100_000, 40),
    with_reading=9.0,
    in_build=2.5,
    peers={
        "product": Side(20.0, Files(20_000_000, 19_000_000, 20_010)),
        "words": Side(10.0, Files(12_000_000, 11_000_000, 20_005)),
    },
)


def shown(took: float | None, size: int) -> Shown:
    """Results for which so many bytes were sent."""
    return Shown(took, [Answer("/search/vi/index.js", size)] if size else [])


def wire() -> WireResult:
    """One query on both sides; the peer never answers the last letter."""
    ours = Asked(shown(900.0, 90_000), [shown(700.0, 60_000), shown(20.0, 0), shown(200.0, 5_000)], [15.0, 25.0])
    theirs = Asked(shown(1_800.0, 200_000), [shown(1_500.0, 150_000), shown(60.0, 0), shown(None, 9_000)])
    return WireResult(80_000, {"ours": [ours], "theirs": [theirs]})


def test_a_part_measured_anew_leaves_the_others(tmp_path: Path) -> None:
    """Of the page and of the numbers; sections keep their order."""
    write_section("Search", "old\n\n### What is compared\n\nwords\n", tmp_path)
    write_section("Pages", "pages", tmp_path)
    write_section("Search", "new", tmp_path)
    text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "# Benchmark\n\n## Pages\n\npages\n\n## Search\n\nnew\n" == text
    assert {} == read_figures(tmp_path)
    write_figures({"sizes": {}, "search": {"đ": 1}}, tmp_path)
    assert {"sizes": {}, "search": {"đ": 1}} == read_figures(tmp_path)


def test_ratios_are_ours_by_theirs() -> None:
    """Against the peer as its makers advise, and with the same words only."""
    figures = index_figures(INDEX)
    assert (0.1, 0.2) == (figures["index_build_ratio"], figures["index_build_ratio_words"])
    assert (0.15, 0.25) == (figures["index_size_ratio"], figures["index_size_ratio_words"])
    assert 0.025 == figures["index_files_ratio"]


def test_the_first_letter_is_no_later_letter() -> None:
    """It brings the scripts; letters that need nothing of the line are told apart from those that wait for it."""
    figures = wire_figures(wire())
    assert (90_000, 0.45) == (figures["first_query_bytes"], figures["first_query_bytes_ratio"])
    assert (2, 200.0, 20.0) == (
        figures["keystrokes"],
        figures["keystroke_p95_ms"],
        figures["keystroke_loaded_p95_ms"],
    )
    assert (15.0, 25.0) == (figures["browser_alone_ms"], figures["browser_alone_p95_ms"])
    assert (0, 1, 60_000.0) == (
        figures["unanswered"],
        figures["pagefind_unanswered"],
        figures["pagefind_keystroke_p95_ms"],
    )


def test_queries_that_nobody_typed_have_no_letters() -> None:
    """Where whole queries only were asked, the table says nothing of letters."""
    asked = Asked(shown(900.0, 90_000), ())
    figures = wire_figures(WireResult(80_000, {"ours": [asked], "theirs": [asked]}))
    table = render_wires({"100000": figures})
    assert 0 == figures["keystrokes"]
    assert (True, False) == ("first query, greatest" in table, "letters" in table)


def test_missed_targets_are_bold() -> None:
    """What is worse than it should be is as easy to see as what is better."""
    search = {
        "machine": "2 processors.",
        "languages": ["vi"],
        "commands": ["search"],
        "index": {"20000": index_figures(INDEX), "2000": index_figures(INDEX)},
        "wire": {"20000": wire_figures(wire())},
        "answers": exam_figures(ExamResult(26, 240, {"ours": [], "product": ["dac san", "o"], "words": ["o"]})),
    }
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in render_search(search).splitlines()]
    made, size = ["20000", "made in"], ["20000", "size"]
    assert [*made, "2.00 s", "20.00 s", "0.100", "10.00 s", "**0.200**", "ratio ≤ 0.15"] in lines
    assert [*size, "3.00 MB", "20.00 MB", "**0.150**", "12.00 MB", "**0.250**", "ratio ≤ 0.1"] in lines
    assert ["20000", "later letters, 95th percentile", "**200 ms**", "60,000 ms", "0.003", "≤ 50 ms"] in lines
    assert ["20000", "the browser alone, median", "15 ms", "", "", ""] in lines
    assert ["20000", "first query, greatest", "90.0 kB", "200.0 kB", "", "≤ 120.0 kB"] in lines
    assert ["Pagefind", "24", "26", "dac san, o"] in lines
    assert lines.index([*made, *lines[2][2:]]) > 2


def test_percentiles() -> None:
    """The least value that is not exceeded by so many of all."""
    assert (95, 50, 7, 0) == (
        percentile(range(1, 101), 95),
        percentile(range(1, 101), 50),
        percentile([7], 95),
        percentile([], 95),
    )
