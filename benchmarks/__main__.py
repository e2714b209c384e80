"""`make bench`: builds synthetic catalogues with this project and with Hugo, and writes the figures as ratios.

    make bench                                   2,000 and 20,000 products, one run each
    make bench ARGS="--sizes 2000 --runs 3"      the runs alternate; the middle one counts

`--languages vi,en` builds both languages; the comparison with Hugo is made for one language only.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contest import Contest, Result
from benchmarks.report import render_table, write_report
from benchmarks.synthetic import SEED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 when a page of Hugo's differs from ours."""
    options = _parser().parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="catalogue-bench-", dir=options.folder))
    try:
        results = [_run(folder, options, size) for size in options.sizes]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(render_table(results))
    if not options.dry:
        write_report(results, options.seed, " ".join(arguments or sys.argv[1:]))
    return 0 if all(result.fair for result in results) else 1


def _run(folder: Path, options: argparse.Namespace, size: int) -> Result:
    contest = Contest(folder / str(size), size, options.languages, options.seed)
    result = contest.run(options.runs)
    if result.peer:
        print(f"{size} products: Hugo made {result.equal} of {size} pages to the same bytes", flush=True)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=_numbers, default=(2000, 20000), help="numbers of products, divided by commas")
    parser.add_argument("--languages", type=lambda text: tuple(text.split(",")), default=("en",))
    parser.add_argument("--runs", type=int, default=1, help="timed runs of each side")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--folder", help="where to build; default: the folder for temporary files")
    parser.add_argument("--dry", action="store_true", help="print the table only, keep the written results")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
