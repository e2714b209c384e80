"""The signs of short codes: how one is made, checked, and read from what people type.

Nineteen signs that look and sound unlike in print and by telephone, in Vietnamese and English; no vowels, so no words.
Five of them number two million products, the sixth checks the others.
"""

from collections.abc import Iterator
from zlib import crc32

SIGNS = "23456789cfhknprtvxy"
"""No 0 1 i j l o, no letter that a digit looks like (b g q s z), no m w u that pairs of letters look like, and of d and
t the second. Nineteen is a prime: see `_WEIGHTS`."""
LENGTH = 6
_BASE = len(SIGNS)
_ROOM = _BASE ** (LENGTH - 1)
_VALUES = {sign: value for value, sign in enumerate(SIGNS)}
_WEIGHTS = (2, 3, 4, 5, 6, 1)
"""One for each place, different modulo a prime: so one wrong sign, or two that changed places, never give a code."""
_PAIRS = tuple(
    {one + other: first * _VALUES[one] + second * _VALUES[other] for one in SIGNS for other in SIGNS}
    for first, second in zip(_WEIGHTS[::2], _WEIGHTS[1::2], strict=True)
)
"""What each pair of signs counts in the sum that must be divisible: a ledger of 20,000 is checked in a hundredth of a
second."""


def check_sign(payload: str) -> str:
    """The sixth sign of a code, of its first five."""
    total = sum(weight * _VALUES[sign] for weight, sign in zip(_WEIGHTS, payload, strict=False))
    return SIGNS[-total % _BASE]


def is_code(text: str) -> bool:
    """Whether a text is a code as the ledger and addresses write it."""
    first, second, third = _PAIRS
    try:
        return (first[text[:2]] + second[text[2:4]] + third[text[4:]]) % _BASE == 0
    except KeyError:
        return False


def read_code(typed: str) -> str | None:
    """The code that somebody typed, whatever the case and with blanks and hyphens; None when it is none."""
    plain = "".join(sign for sign in typed.lower() if sign not in " -")
    return plain if is_code(plain) else None


def codes_for(product_id: str) -> Iterator[str]:
    """Every code, those first that a product should have: where they begin follows from its id.

    So branches that give codes to different products seldom give the same one, and a row that was lost comes out alike.
    """
    start = crc32(product_id.encode())
    for step in range(_ROOM):
        yield _code((start + step) % _ROOM)


def _code(number: int) -> str:
    payload = ""
    for _ in range(LENGTH - 1):
        number, value = divmod(number, _BASE)
        payload += SIGNS[value]
    return payload + check_sign(payload)
