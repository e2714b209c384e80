"""Leaves out the values of a word that lead to nothing its own products do not lead to.

Every value that stays can cost a reader another file. One that adds only a few products is replaced by those.
"""

from collections.abc import Iterable, Sequence
from itertools import compress

from generator.search.values import Value, field_of

_ONES = bytes(sign == ord("1") for sign in range(256))
FEW = 64
"""Products that are cheaper to repeat than to look up."""
Numbers = Sequence[int]


class Thinning:
    """Compares sets of products as whole numbers with one bit a product."""

    def __init__(self, values: Sequence[Value]) -> None:
        """`values` by their numbers."""
        self._values = values
        self._bits: dict[int, int] = {}

    def thin(self, fields: Sequence[Numbers], codes: Iterable[int]) -> tuple[list[Numbers], list[int]]:
        """The products by field and the codes of values of a word, without what says nothing new."""
        left: list[Numbers] = list(fields)
        kept: list[int] = []
        covered = _sums([bits_of(numbers) for numbers in fields])
        for code in sorted(codes, key=lambda code: (self.field(code), -len(self._values[code // 2].numbers), code)):
            field = self.field(code)
            more = self.products(code) & ~covered[field]
            if not more:
                continue
            if more.bit_count() > FEW:
                kept.append(code)
            else:
                left[field] = sorted({*left[field], *numbers_of(more)})
            covered = [bits | more if place >= field else bits for place, bits in enumerate(covered)]
        return left, sorted(kept)

    def kept(self, numbers: Numbers, codes: Iterable[int]) -> list[int]:
        """The codes of values that lead to more products than `numbers` and than each other."""
        covered, kept = bits_of(numbers), []
        for code in sorted(codes, key=lambda code: (code % 2, -len(self._values[code // 2].numbers), code)):
            bits = self.products(code)
            if bits & ~covered:
                kept.append(code)
                covered |= bits
        return sorted(kept)

    def field(self, code: int) -> int:
        """The field that the names of a value count as."""
        return field_of(self._values[code // 2].facet, loosely=code % 2 > 0)

    def products(self, code: int) -> int:
        """The products of a value, as bits."""
        value = code // 2
        bits = self._bits.get(value)
        if bits is None:
            bits = self._bits[value] = bits_of(self._values[value].numbers)
        return bits


def _sums(fields: Sequence[int]) -> list[int]:
    """For each field the products of it and of those before it."""
    sums, before = [], 0
    for bits in fields:
        before |= bits
        sums.append(before)
    return sums


def bits_of(numbers: Numbers) -> int:
    """Ascending numbers as bits."""
    if not numbers:
        return 0
    places = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        places[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(places, "little")


def numbers_of(bits: int) -> list[int]:
    """The places of the bits that are set, ascending."""
    signs = bin(bits)[:1:-1].encode()
    return list(compress(range(len(signs)), signs.translate(_ONES)))
