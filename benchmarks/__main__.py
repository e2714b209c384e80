"""`make bench`: measures this project against its peers on synthetic catalogues, and writes the figures as ratios.

    make bench                                          the quick parts: pages and search
    make bench-full                                     everything at full size, with three runs; takes hours
    make bench ARGS="pages --sizes 2000 --runs 3"       runs of both sides alternate, the middle one counts
    make bench ARGS="build --build-size 20000 --runs 3" what the project is judged by
    make bench ARGS="search --search-sizes 100000 --wire-sizes 100000"     the search and Pagefind at another size

pages: builds beside Hugo's of the same pages.
build: the cold build of everything beside Hugo with Pagefind, builds after an edit, files when products share pages.
growth: cold builds at several sizes.
search: making the index, its size and files; bytes and milliseconds of 50 queries; right answers.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contest import Contest, Result
from benchmarks.report import render_table, write_report
from benchmarks.search.run import run_search
from benchmarks.synthetic import SEED
from benchmarks.whole.run import run_build, run_growth

QUICK = ("pages", "search")
PARTS = (*QUICK, "build", "growth")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 when a page of Hugo's differs from ours."""
    options = _parser().parse_args(arguments)
    command = " ".join(arguments or sys.argv[1:])
    fair = run_pages(options, command) if "pages" in options.parts else True
    if "search" in options.parts:
        run_search(options, command)
    if "build" in options.parts:
        fair &= run_build(options, command)
    if "growth" in options.parts:
        run_growth(options, command)
    return 0 if fair else 1


def run_pages(options: argparse.Namespace, command: str) -> bool:
    """Builds of all sizes; whether every page of Hugo's equals ours."""
    folder = Path(tempfile.mkdtemp(prefix="catalogue-bench-", dir=options.folder))
    try:
        results = [_run(folder, options, size) for size in options.sizes]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(render_table(results))
    if not options.dry:
        write_report(results, options.languages, options.seed, command)
    return all(result.fair for result in results)


def _run(folder: Path, options: argparse.Namespace, size: int) -> Result:
    contest = Contest(folder / str(size), size, options.languages, options.seed)
    result = contest.run(options.runs)
    print(f"{size} products: Hugo made {result.equal} of {result.expected} pages to the same bytes", flush=True)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "parts", nargs="*", choices=PARTS, default=QUICK, help=f"what to measure; default: {' '.join(QUICK)}"
    )
    parser.add_argument("--sizes", type=_numbers, default=(2000, 20000), help="pages: numbers of products, by commas")
    parser.add_argument("--languages", type=_words, default=("en",), help="pages: vi, en or both")
    parser.add_argument("--build-size", type=int, default=20000, help="build: number of products")
    parser.add_argument("--build-languages", type=_words, default=("vi", "en"), help="build: languages of the site")
    parser.add_argument(
        "--documents", type=int, default=1000, help="build: products for MkDocs with Material beside it; 0: none"
    )
    parser.add_argument("--files-size", type=int, default=2000, help="build: products for the count of files")
    parser.add_argument("--growth-sizes", type=_numbers, default=(2000, 20000), help="growth: numbers of products")
    parser.add_argument("--search-sizes", type=_numbers, default=(2000, 20000), help="search: sizes of the index")
    parser.add_argument(
        "--wire-sizes", type=_numbers, default=(20000,), help="search: sizes asked in Chromium; 0: none"
    )
    parser.add_argument("--search-languages", type=_words, default=("vi",), help="search: the first one is asked")
    parser.add_argument("--queries", type=int, help="search: only the first so many of the fixed queries")
    parser.add_argument("--whole", action="store_true", help="search: ask whole queries only, not letter by letter")
    parser.add_argument("--runs", type=int, default=1, help="timed runs of each side")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--folder", help="where to build; default: the folder for temporary files")
    parser.add_argument("--dry", action="store_true", help="print the table only, keep the written results")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(number for part in text.split(",") if (number := int(part)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


if __name__ == "__main__":
    sys.exit(main())
