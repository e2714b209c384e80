"""What a reader's first visit costs, compressed: the budgets of a product page and of every page of the site."""

import gzip
from pathlib import PurePosixPath

import pytest

from tests.real_site import Site
from tests.site.test_links import target

HTML = 30_000
STYLES = 35_000
SCRIPTS = 40_000
FONTS = 35_000
"""Bytes."""
KINDS = (
    "",
    "vi/",
    "en/",
    "vi/products/",
    "en/export/",
    "vi/provinces/",
    "en/producers/",
    "vi/about/stars/",
    "404.html",
)


def compressed(site: Site, names: set[str]) -> int:
    """Bytes of files as a host sends them."""
    return sum(len(gzip.compress(site.file(name).read_bytes(), 9)) for name in names)


def linked(site: Site, page: str, query: str) -> set[str]:
    """The files of the site a page fetches."""
    return {target(page, address) for address in site.tree(page).xpath(query)}


@pytest.mark.parametrize("name", ["site", "full", "bundled"])
def test_no_page_is_larger_than_30_kb(name: str, request: pytest.FixtureRequest) -> None:
    """HTML of any page, listings of 48 products included."""
    built: Site = request.getfixturevalue(name)
    sizes = {page: compressed(built, {page}) for page in built.pages}
    assert [] == [(page, size) for page, size in sizes.items() if size > HTML]


@pytest.mark.parametrize("page", KINDS)
def test_styles_and_scripts_keep_to_their_budgets(site: Site, page: str) -> None:
    """All style sheets of a page together, and all scripts."""
    assert compressed(site, linked(site, page, "//link[@rel='stylesheet']/@href")) <= STYLES
    assert compressed(site, linked(site, page, "//script/@src")) <= SCRIPTS


def test_fonts_of_a_visit_keep_to_their_budget(site: Site) -> None:
    """All font files together: no page can ask for more, whatever letters it holds."""
    fonts = [name for name in site.files if PurePosixPath(name).suffix == ".woff2"]
    assert sum(len(site.file(name).read_bytes()) for name in fonts) <= FONTS


def test_pictures_of_a_card_are_small(full: Site) -> None:
    """The smallest copy of a photo is for cards; no copy is larger than what a product page may cost."""
    pictures = [name for name in full.files if name.startswith("images/")]
    assert 3 == len(pictures)
    assert all(len(full.file(name).read_bytes()) <= 120_000 for name in pictures)


def test_pictures_state_their_size(site: Site, full: Site) -> None:
    """Width and height on every picture, so that nothing moves when it arrives; those far below load late."""
    for one in (site, full):
        for page in one.pages:
            for picture in one.tree(page).xpath("//img"):
                assert int(picture.get("width")) > 0 < int(picture.get("height")), page
                assert picture.get("alt") is not None, page
            for picture in one.tree(page).xpath("//article[contains(@class, 'cat-card')]//img"):
                assert "lazy" == picture.get("loading"), page
