"""How many files are left when products share pages: the same catalogue with each choice of `bundle`, built once."""

import gzip
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import yaml

from benchmarks.contest import OURS, Contest
from benchmarks.runs import Runs
from benchmarks.whole.files_report import CHOICES
from benchmarks.whole.outcome import Shared


def measure_files(folder: Path, products: int, languages: tuple[str, ...], seed: int) -> Mapping[str, Shared]:
    """Build the same project with every choice; `mixed` needs two languages."""
    contest = Contest(folder, products, languages, seed)
    choices = [one for one in CHOICES if one != "mixed" or len(languages) > 1]
    return {choice: _measure(contest, choice) for choice in choices}


def _measure(contest: Contest, choice: str) -> Shared:
    main, *others = contest.settings.languages
    chosen = {main: "lapsed"} | dict.fromkeys(others, "all") if choice == "mixed" else choice
    config = contest.project / "mkdocs.yml"
    options = yaml.safe_load(config.read_text(encoding="utf-8"))
    options["plugins"][0]["catalogue"]["bundle"] = chosen
    config.write_text(yaml.safe_dump(options, allow_unicode=True, sort_keys=False), encoding="utf-8")
    site = contest.settings.site
    builds = Runs(partial(contest.build, OURS), site)
    builds.run()
    pages = (gzip.compress(file.read_bytes(), 9) for file in site.glob("*/[bm]/*/index.html"))
    return Shared(builds.side(), tuple(sorted(map(len, pages))))
