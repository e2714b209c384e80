"""The open data of some products: what whole files are put together from. A piece that would be the same is not made.

Entries in, bytes out. Pieces are kept in a folder of the cache under the fingerprint of what they are made from.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.wording import Wording
from generator.outputs.document import document_lines
from generator.outputs.table import table_rows
from generator.settings import Settings
from generator.writing import replace_file, writing

PRODUCTS_A_PIECE = 256
DOCUMENT = "json"
Piece: TypeAlias = Mapping[str, bytes]
"""The lines of the document under `DOCUMENT`, and the rows of the table of each language under that."""


def make_piece(
    entries: Sequence[Entry], settings: Settings, catalogue: Catalogue, wordings: Mapping[str, Wording]
) -> Piece:
    """The piece of some products of a catalogue; `wordings` by language put facts into words."""
    places = catalogue.places
    tables = {language: table_rows(entries, settings, wording, places) for language, wording in wordings.items()}
    return {DOCUMENT: document_lines(entries, settings, catalogue), **tables}


class PieceStore:
    """A folder of pieces by their names."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._folder = folder

    def provide(self, name: str, make: Callable[[], Piece]) -> None:
        """See to it that there is a piece of this name. Raises `UnwritableError`."""
        if self._place(name, DOCUMENT).exists():
            return
        piece = make()
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            # The one that is asked for comes last: with it all are there.
            for part in sorted(piece, key=lambda one: one == DOCUMENT):
                replace_file(self._place(name, part), piece[part])

    def read(self, name: str, part: str) -> bytes:
        """A part of a piece."""
        return self._place(name, part).read_bytes()

    def keep_only(self, names: Iterable[str]) -> None:
        """Remove all other pieces."""
        kept = set(names)
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            if file.name.partition(".")[0] not in kept:
                file.unlink(missing_ok=True)

    def _place(self, name: str, part: str) -> Path:
        return self._folder / f"{name}.{part}"
