"""All outputs together: which files there are, and that equal records give equal bytes."""

from collections.abc import Callable
from typing import Any

from generator.outputs.files import SitemapPage

PAGES = (SitemapPage("", ("vi", "en")),)


def test_every_promised_file_is_made_once(catalogue_of: Callable[..., Any], files_of: Callable[..., Any]) -> None:
    """The addresses are fixed: buyers' tools read them."""
    expected = {
        "robots.txt",
        "sitemap.xml",
        "vi/feed.xml",
        "en/feed.xml",
        "api/v1/products.json",
        "api/v1/products.schema.json",
        "api/v1/products.vi.csv",
        "api/v1/products.en.csv",
        "api/v1/datapackage.json",
    }
    assert expected == set(files_of(catalogue_of(), PAGES))


def test_the_same_records_give_the_same_bytes(
    catalogue_of: Callable[..., Any], files_of: Callable[..., Any], awarded: Callable[..., Any]
) -> None:
    """Built twice, and from records in another order: no byte differs."""
    records = {name: awarded(issued=f"2025-0{number}-01") for number, name in enumerate("abc", start=1)}
    again = dict(reversed(records.items()))
    assert files_of(catalogue_of(records), PAGES) == files_of(catalogue_of(again), PAGES)
