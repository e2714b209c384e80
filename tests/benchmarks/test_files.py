"""Files that are left when products share pages: told as shares of all."""

from benchmarks.runs import Side
from benchmarks.whole.files_report import files_figures, render_files
from benchmarks.whole.outcome import Shared


def side(files: int, size: int) -> Side:
    """A build that wrote so much."""
    return Side((2.0,), (2.0,), 0, files, files, size)


def test_files_are_shares_of_those_without_shared_pages() -> None:
    """The middle and the largest shared page stand beside."""
    choices = {"none": Shared(side(1000, 4000000), ()), "all": Shared(side(100, 3000000), (9000, 20000, 31000))}
    figures = files_figures(choices)
    assert (1.0, 0.1, 0.75) == (
        figures["none"]["files_ratio"],
        figures["all"]["files_ratio"],
        figures["all"]["bytes_ratio"],
    )
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in render_files(figures).splitlines()]
    assert ["a page for each product", "1,000", "1.000", "4.0 MB", "1.000", "0", "", "", "2.00 s"] == rows[2]
    assert ["`all`", "100", "0.100", "3.0 MB", "0.750", "3", "20.0 kB", "31.0 kB", "2.00 s"] == rows[3]
