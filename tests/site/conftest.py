"""The built sites that these tests look at; nobody changes them."""

import pytest

from tests.real_site import Site, bundled_site, full_site, later_site, real_site, rich_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real catalogue."""
    return real_site(tmp_path_factory)


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real catalogue with products that share pages."""
    return bundled_site(tmp_path_factory)


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real catalogue two years later."""
    return later_site(tmp_path_factory)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The catalogue of the synthetic records."""
    return full_site(tmp_path_factory)


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Synthetic products of every standing."""
    return rich_site(tmp_path_factory)
