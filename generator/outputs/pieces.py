"""The open data of some products: what whole files are put together from. Entries in, bytes out."""

from collections.abc import Mapping, Sequence

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.wording import Wording
from generator.outputs.document import document_lines
from generator.outputs.table import table_rows
from generator.settings import Settings

DOCUMENT = "json"


def make_piece(
    entries: Sequence[Entry], settings: Settings, catalogue: Catalogue, wordings: Mapping[str, Wording]
) -> dict[str, bytes]:
    """The lines of the document under `DOCUMENT`, and the rows of the table of each language under that.

    `wordings` by language put facts into words.
    """
    places = catalogue.places
    tables = {language: table_rows(entries, settings, wording, places) for language, wording in wordings.items()}
    return {DOCUMENT: document_lines(entries, settings, catalogue), **tables}
