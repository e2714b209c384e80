"""Which module may import which."""

import ast
import tomllib
from collections.abc import Iterator

from tests.architecture.source import ROOT, Module

KNOW_MKDOCS = {"generator.plugin", "generator.options"}


def layers() -> list[set[str]]:
    """The layers of the import contract, highest first: `[{"cli", "plugin"}, {"build"}, …]`."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    written = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [{name.strip() for name in layer.split("|")} for layer in written]


def heights() -> dict[str, int]:
    """Height of each part of the package; what is higher may import what is lower."""
    return {part: -depth for depth, parts in enumerate(layers()) for part in parts}


def part_of(name: str) -> str:
    """The part of the package that a full name belongs to: `generator.pages.shell` is in `pages`."""
    return name.partition(".")[2].partition(".")[0]


def upward_imports(module: Module) -> Iterator[str]:
    """Imports of a part that stands as high as the module's own, or higher."""
    height = heights()
    own = part_of(module.name)
    for node, name in module.imports:
        other = part_of(name)
        if name.startswith("generator.") and other != own and height.get(own, 0) <= height.get(other, 0):
            yield f"{module.place(node)}: {own} imports {other}"


def inner_imports(module: Module) -> Iterator[str]:
    """Import statements inside functions."""
    for function in module.functions:
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield module.place(node)


def test_every_part_of_the_package_has_a_layer(modules: list[Module]) -> None:
    """A new module must be given its place in the order of imports."""
    assert set() == {part_of(module.name) for module in modules} - {""} - set(heights())


def test_imports_run_one_way(modules: list[Module]) -> None:
    """From the command line down to the model, never up or sideways."""
    assert [] == [upward for module in modules for upward in upward_imports(module)]


def test_no_import_is_hidden_in_a_function(modules: list[Module]) -> None:
    """An import inside a function hides a circle."""
    assert [] == [inner for module in modules for inner in inner_imports(module)]


def test_no_import_is_relative(modules: list[Module]) -> None:
    """A full name says which part is meant, and stays right when a module moves."""
    relative = (
        module.place(node)
        for module in modules
        for node, _ in module.imports
        if isinstance(node, ast.ImportFrom) and node.level
    )
    assert [] == list(relative)


def test_only_the_plugin_and_its_options_know_mkdocs(modules: list[Module]) -> None:
    """MkDocs 1.x ends; two modules are what must change then."""
    knowing = (
        module.place(node)
        for module in modules
        if module.name not in KNOW_MKDOCS
        for node, name in module.imports
        if name.split(".")[0] in {"mkdocs", "material"}
    )
    assert [] == list(knowing)
