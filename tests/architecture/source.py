"""Python files as syntax trees: what the rules of this folder look at."""

import ast
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A Python file of the package: its dotted name, where it is, and its text."""

    name: str
    path: Path
    text: str = field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree; all nodes carry their line."""
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> list[Function]:
        """Functions and methods, nested ones among them."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @cached_property
    def imports(self) -> list[tuple[ast.stmt, str]]:
        """Every import statement with each full name that it brings: `generator.model.Product`, `os.path`."""
        found: list[tuple[ast.stmt, str]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found += [(node, f"{node.module or ''}.{alias.name}") for alias in node.names]
        return found

    def place(self, node: ast.stmt | ast.expr | ast.ExceptHandler) -> str:
        """`file:line`, to be found by a click."""
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"


def read_module(path: Path) -> Module:
    """The module in a file below the root."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, path.read_text(encoding="utf-8"))
