"""`products.json`: the whole catalogue in one document. Made product by product, one product a line, as bytes.

The as-of date is the only date the document has of its own: equal records give equal bytes.
"""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

from pydantic_core import to_json

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.outputs.licence import LICENCE_ID, LICENCE_TITLE, LICENCE_URL
from generator.outputs.published import JsonMap, published_product
from generator.settings import Settings
from generator.urls import STATIC_PATHS, absolute

VERSION = "1"
"""Only additions are made within a version."""
_BETWEEN = b",\n"
"""Between two products: one a line."""


def document_lines(entries: Iterable[Entry], settings: Settings, catalogue: Catalogue) -> bytes:
    """The products of a part of the document."""
    return _BETWEEN.join([to_json(published_product(entry, settings, catalogue)) for entry in entries])


def make_document(parts: Iterable[bytes], settings: Settings, day: date) -> tuple[str, bytes]:
    """Path and bytes of the document; `parts` have the lines of all products."""
    out = BytesIO()
    out.write(to_json(_head(settings, day))[:-1])
    out.write(b',"products":[')
    before = b"\n"
    for part in parts:
        out.write(before)
        out.write(part)
        before = _BETWEEN
    out.write(b"\n]}\n")
    return STATIC_PATHS["json"], out.getvalue()


def _head(settings: Settings, day: date) -> JsonMap:
    return {
        "$schema": absolute(settings.site_url, STATIC_PATHS["schema"]),
        "version": VERSION,
        "as_of": day.isoformat(),
        "licence": {"id": LICENCE_ID, "title": LICENCE_TITLE, "url": LICENCE_URL},
        "languages": list(settings.languages),
    }
