"""The modules of the package, read once for all rules."""

import pytest

from tests.architecture.source import ROOT, Module, read_module


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    """All modules of `generator`."""
    return [read_module(path) for path in sorted((ROOT / "generator").rglob("*.py"))]
