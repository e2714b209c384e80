"""The parts `build` and `growth`: measure, print the tables, and keep the figures unless the run is a dry one."""

from argparse import Namespace
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.machine import describe_machine
from benchmarks.results import read_figures, write_figures, write_section
from benchmarks.whole.again import build_again
from benchmarks.whole.cold import Cold
from benchmarks.whole.documents import compare_documents
from benchmarks.whole.figures import again_figures, cold_figures, growth_figures, side_figures
from benchmarks.whole.files import measure_files
from benchmarks.whole.files_report import files_figures
from benchmarks.whole.growth import measure_growth
from benchmarks.whole.growth_report import render_growth
from benchmarks.whole.report import render_build

PEERS = {"Hugo": "hugo", "Pagefind": "pagefind-bin", "MkDocs": "mkdocs", "Material": "mkdocs-material"}
"""Names of programs, and of the packages that bring them."""


def run_build(options: Namespace, command: str) -> bool:
    """The cold build, then builds after edits; whether every page of Hugo's equals ours."""
    with TemporaryDirectory(prefix="catalogue-build-", dir=options.folder) as folder:
        cold = Cold(Path(folder) / "cold", options.build_size, options.build_languages, options.seed)
        result = cold.run(options.runs)
        print(f"Hugo made {result.equal} of {result.expected} pages to the same bytes", flush=True)
        figures = cold_figures(result)
        figures |= again_figures(build_again(cold.project, options.runs), result.sides["ours"].walls)
        if options.documents:
            figures["documents"] = _documents(Path(folder) / "documents", options)
        shared = measure_files(Path(folder) / "files", options.files_size, options.build_languages, options.seed)
        figures |= {"files": files_figures(shared), "files_products": options.files_size}
    section = figures | _circumstances(options, command)
    print(render_build(section).partition("\n### ")[0], flush=True)
    if not options.dry:
        write_figures(read_figures() | {"build": section})
        write_section("Build", render_build(section))
    return result.fair


def _documents(folder: Path, options: Namespace) -> dict[str, Any]:
    sides = compare_documents(folder, options.documents, options.runs, options.seed)
    return {"products": options.documents, **{name: side_figures(side) for name, side in sides.items()}}


def run_growth(options: Namespace, command: str) -> None:
    """Builds of growing sizes."""
    with TemporaryDirectory(prefix="catalogue-growth-", dir=options.folder) as folder:
        figures = growth_figures(measure_growth(Path(folder), options.growth_sizes, options.runs, options.seed))
    section = figures | _circumstances(options, command)
    print(render_growth(section).partition("\n### ")[0], flush=True)
    if not options.dry:
        write_figures(read_figures() | {"growth": section})
        write_section("Growth", render_growth(section))


def _circumstances(options: Namespace, command: str) -> dict[str, Any]:
    versions = {name: version(package) for name, package in PEERS.items()}
    return {"machine": describe_machine(versions), "command": command, "seed": options.seed, "runs": options.runs}
