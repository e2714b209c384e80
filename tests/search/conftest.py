"""Indexes and engines that tests share; nobody changes them."""

from collections.abc import Iterator

import pytest

from tests.search.engine import Engine, open_engine
from tests.search.indexes import Index, real_index, synthetic_index

SYNTHETIC = 700


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of the real catalogue."""
    return real_index(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of synthetic records, which state far more than the real ones."""
    return synthetic_index(tmp_path_factory.mktemp("synthetic"), SYNTHETIC)


@pytest.fixture(scope="session")
def vietnamese(real: Index) -> Iterator[Engine]:
    """The engine of the real catalogue for Vietnamese readers."""
    with open_engine(real.folder, "vi") as engine:
        yield engine


@pytest.fixture(scope="session")
def english(real: Index) -> Iterator[Engine]:
    """The engine of the real catalogue for English readers."""
    with open_engine(real.folder, "en") as engine:
        yield engine


@pytest.fixture(scope="session")
def made_up(synthetic: Index) -> Iterator[Engine]:
    """The engine of the synthetic records."""
    with open_engine(synthetic.folder, "en") as engine:
        yield engine


@pytest.fixture(scope="session")
def bare() -> Iterator[Engine]:
    """The scripts without an index."""
    with open_engine() as engine:
        yield engine
