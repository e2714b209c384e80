"""A cell as it stands in, the same text in its usual form out: NFC, single spaces, nothing where it holds nothing."""

import unicodedata

from generator.workbooks.sheet import Computed

_SPACES = " \t\r\n\u00a0\u3000"
_DASHES = "-–—"


def clean(cell: str) -> str:
    """A cell in NFC with single spaces; only dashes are nothing. What a formula made stays marked."""
    text = cell if cell.isascii() else unicodedata.normalize("NFC", cell)
    words = "".join(" " if letter in _SPACES else letter for letter in text).split(" ")
    line = " ".join(word for word in words if word)
    if not line.strip(_DASHES):
        return ""
    return Computed(line) if isinstance(cell, Computed) else line
