"""`products.json`: the whole catalogue in one document. Made product by product, one product a line, as bytes.

The as-of date is the only date the document has of its own: equal records give equal bytes.
"""

from io import BytesIO

from pydantic_core import to_json

from generator.catalogue.catalogue import Catalogue
from generator.outputs.licence import LICENCE_ID, LICENCE_TITLE, LICENCE_URL
from generator.outputs.published import JsonMap, published_product
from generator.settings import Settings
from generator.urls import STATIC_PATHS, absolute

VERSION = "1"
"""Only additions are made within a version."""


def make_document(catalogue: Catalogue, settings: Settings) -> tuple[str, bytes]:
    """Path and bytes of the document."""
    out = BytesIO()
    out.write(to_json(_head(catalogue, settings))[:-1])
    out.write(b',"products":[')
    before = b"\n"
    for entry in catalogue.entries:
        out.write(before)
        out.write(to_json(published_product(entry, settings, catalogue)))
        before = b",\n"
    out.write(b"\n]}\n")
    return STATIC_PATHS["json"], out.getvalue()


def _head(catalogue: Catalogue, settings: Settings) -> JsonMap:
    return {
        "$schema": absolute(settings.site_url, STATIC_PATHS["schema"]),
        "version": VERSION,
        "as_of": catalogue.as_of.isoformat(),
        "licence": {"id": LICENCE_ID, "title": LICENCE_TITLE, "url": LICENCE_URL},
        "languages": list(settings.languages),
    }
