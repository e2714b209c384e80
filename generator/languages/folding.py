"""Folding: text with its Vietnamese marks in, the letters a person types without them out.

The order is fixed because the search index and its reader must agree: NFC, lower case, NFD, marks off, đ to d.
"""

import unicodedata


class _Letters(dict[int, int | None]):
    """What becomes of each letter, found out when it is first met."""

    def __missing__(self, letter: int) -> int | None:
        kept = self[letter] = None if unicodedata.combining(chr(letter)) else letter
        return kept


_LETTERS = _Letters({ord("đ"): ord("d")})


def fold(text: str) -> str:
    """Fold a text for comparison: `fold("Đắk Lắk")` is `"dak lak"`, `fold("Hoà")` equals `fold("Hòa")`."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower()).translate(_LETTERS)
