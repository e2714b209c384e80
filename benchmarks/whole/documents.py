"""A further row: MkDocs with Material and mkdocs-gen-files at a size it can bear, beside our build at the same size."""

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.contest import ENVIRONMENT, OCOP, OURS, Contest
from benchmarks.measure import measure
from benchmarks.runs import Aside, Run, Runs, Side, take_turns

LANGUAGES = ("vi",)
MATERIAL = Path(__file__).with_name("material")
COMMAND = (str(Path(OCOP).with_name("mkdocs")), "build", "--quiet")


def compare_documents(folder: Path, products: int, runs: int, seed: int) -> Mapping[str, Side]:
    """The whole build and Material's of the product pages, in one language: `ours` and `material`."""
    contest = Contest(folder / "ours", products, LANGUAGES, seed)
    project = folder / "material"
    make_material(project, contest.project / "products")
    aside = Aside(folder / "old")
    sides = {
        "ours": Runs(partial(contest.build, OURS), contest.settings.site),
        "material": Runs(partial(_build, project, aside), project / "site"),
    }
    for side in sides.values():
        side.run(memory=True)
    take_turns(sides.values(), runs)
    return {name: side.side() for name, side in sides.items()}


def make_material(project: Path, products: Path) -> None:
    """Make the peer's project with copies of the records."""
    shutil.copytree(MATERIAL, project, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(products, project / "products")
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# OCOP\n", encoding="utf-8")


def _build(project: Path, aside: Aside, memory: bool) -> Run:  # noqa: FBT001  as `Runs` asks for it
    aside.put(project / "site")
    return measure(COMMAND, project, ENVIRONMENT, memory=memory)
