"""What is made of some products at a time, and kept between builds: the lines of the open data, and cards.

Entries in, bytes out. A piece that would be the same is not made: pieces are kept in a folder of the cache under the
fingerprint of what they are made from.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from generator.catalogue.entry import Entry
from generator.writing import replace_file, writing

PRODUCTS_A_PIECE = 256
CARDS = "cards"
MOST_HELD = 512
"""How many pieces with cards a process holds; lists by name go back and forth between all pieces."""
Piece: TypeAlias = Mapping[str, bytes]
"""Bytes by the name of the part."""


class Pieces:
    """The pieces of a catalogue."""

    def __init__(
        self,
        folder: Path,
        entries: Sequence[Entry],
        name: Callable[[Sequence[Entry]], str],
        make: Callable[[Sequence[Entry]], Piece],
    ) -> None:
        """`folder` need not exist yet; `name` gives the fingerprint of what a piece is made from."""
        self._folder = folder
        self._entries = entries
        self._make = make
        self._names = [name(self._products(first)) for first in range(0, len(entries), PRODUCTS_A_PIECE)]
        self._places = {entry.id: place for place, entry in enumerate(entries)}
        self._items = lru_cache(MOST_HELD)(self._read_items)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._names)

    def provide(self, number: int) -> None:
        """See to it that there is the piece of a number. Raises `UnwritableError`."""
        if self._last_part(number).exists():
            return
        piece = self._make(self._products(number * PRODUCTS_A_PIECE))
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            for part, content in piece.items():
                replace_file(self._place(number, part), content)
            # Comes last: with it all are there.
            replace_file(self._last_part(number), b"")

    def read(self, part: str) -> Iterator[bytes]:
        """A part of every piece in turn."""
        return (self._read(number, part) for number in range(len(self)))

    def card(self, language: str, entry: Entry) -> str:
        """The finished card of a product."""
        return self.item(cards_part(language), entry).decode()

    def item(self, part: str, entry: Entry) -> bytes:
        """What a part says of one product."""
        number, place = divmod(self._places[entry.id], PRODUCTS_A_PIECE)
        return self._items(number, part)[place]

    def tidy(self) -> None:
        """Remove the pieces of earlier builds."""
        kept = set(self._names)
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            if file.name.partition(".")[0] not in kept:
                file.unlink(missing_ok=True)

    def _read(self, number: int, part: str) -> bytes:
        try:
            return self._place(number, part).read_bytes()
        except FileNotFoundError:  # not made yet, or another build has tidied up
            self.provide(number)
            return self._place(number, part).read_bytes()

    def _read_items(self, number: int, part: str) -> list[bytes]:
        items: list[bytes] = marshal.loads(self._read(number, part))  # noqa: S302  packed by ourselves
        return items

    def _products(self, first: int) -> Sequence[Entry]:
        return self._entries[first : first + PRODUCTS_A_PIECE]

    def _place(self, number: int, part: str) -> Path:
        return self._folder / f"{self._names[number]}.{part}"

    def _last_part(self, number: int) -> Path:
        return self._place(number, "whole")


def cards_part(language: str) -> str:
    """The name of the part with the cards of a language."""
    return f"{CARDS}-{language}"


def pack_cards(cards: Iterable[str]) -> bytes:
    """The cards of a piece, in the order of its products."""
    return marshal.dumps([card.encode() for card in cards])
