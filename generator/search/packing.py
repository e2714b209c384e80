"""Whole numbers as text: lists of product numbers become short strings of printable characters.

A number up to 58 is one character, up to 1,828 two, up to 54,928 three. None of the characters needs escaping in JSON,
and the marks that divide records never occur inside.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from operator import sub

MARKS = " ,|~"
"""Divide terms, lists and forms; the last one tells what a text begins with."""
DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in f'"\\{MARKS}')
_LAST = 59
"""The first so many digits end a number, the others go on."""
_MORE = len(DIGITS) - _LAST
_BITS = 6
_DENSE = "~"
_SIGNS = DIGITS[: 1 << _BITS].encode().ljust(256)


@lru_cache(maxsize=65536)
def pack(number: int) -> str:
    """One number, 0 or more."""
    digits = []
    while number >= _LAST:
        number, digit = divmod(number - _LAST, _MORE)
        digits.append(DIGITS[_LAST + digit])
    return "".join([*digits, DIGITS[number]])


def pack_all(numbers: Iterable[int]) -> str:
    """Numbers in any order."""
    return "".join(map(pack, numbers))


class Packer:
    """Packs lists of numbers below `size`; keeps the characters of every possible gap."""

    def __init__(self, size: int) -> None:
        """`size` is the number of products."""
        self._gaps = ["", *map(pack, range(size))]

    def ascending(self, numbers: Sequence[int]) -> str:
        """Different numbers in ascending order, each as the gap to the one before; as bits where that is shorter."""
        if not numbers:
            return ""
        gaps = "".join(map(self._gaps.__getitem__, map(sub, numbers, chain((-1,), numbers))))
        return gaps if len(gaps) <= numbers[-1] // _BITS + 2 else _DENSE + _bits(numbers)


def _bits(numbers: Sequence[int]) -> str:
    """Six numbers a character, the lowest first."""
    flags = bytearray(_BITS * (numbers[-1] // _BITS + 1))
    for number in numbers:
        flags[number] = 1
    # Every sixth flag is a number of many bytes, each 0 or 1: six of them, moved by a bit each, add up byte by byte.
    together = sum(int.from_bytes(flags[place::_BITS], "little") << place for place in range(_BITS))
    return together.to_bytes(len(flags) // _BITS, "little").translate(_SIGNS).decode()
