"""Folding: text with its Vietnamese marks in, the letters a person types without them out.

The order is fixed because the search index and its reader must agree: NFC, lower case, NFD, marks off, đ to d.
"""

import unicodedata


def fold(text: str) -> str:
    """Fold a text for comparison: `fold("Đắk Lắk")` is `"dak lak"`, `fold("Hoà")` equals `fold("Hòa")`."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("đ", "d")
