"""What of a record is searched: its texts by the field they stand in, the most telling field first.

Names of provinces, sets, groups, certificates and markets are not among them: those belong to many products at once and
are found through `search/values.py`.
"""

import re
from collections.abc import Iterable

from generator.model import LocalText, Product
from generator.registers import Registers

KIND_OF_PLACE = re.compile("(xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|thành phố) ", re.IGNORECASE)
UNIT_APART = re.compile(r"(?<=\d) +(?=[^\W\d])")
"""Between number and unit: "500 g" is typed "500g" too."""
FIELDS = ("name", "producer", "place", "meaning", "text")
"""In the order in which they count; `meaning` is what synonyms lead to."""


def names(name: LocalText) -> list[str]:
    """A name in every language, without asking for them one by one."""
    return [value for value in vars(name).values() if type(value) is str]


def keywords(product: Product) -> tuple[str, ...]:
    """What else buyers may call it."""
    words = product.keywords
    return (*words.vi, *words.en) if words else ()


def places(product: Product, registers: Registers) -> str:
    """Where it comes from, below the province: as stated and as it is called today."""
    origin = product.origin
    stated = origin.stated
    parts = [registers.place_today(origin).commune, origin.indication]
    if stated:
        province = None if registers.province_today(origin) else stated.province
        parts += [stated.address, stated.commune, stated.district, province]
    return _joined(parts)


def place_names(product: Product, registers: Registers) -> list[str]:
    """The names among them, without what kind of place each is."""
    origin = product.origin
    stated = origin.stated
    communes = (stated.commune, stated.district) if stated else ()
    found = [registers.place_today(origin).commune, origin.indication, *communes]
    return [KIND_OF_PLACE.sub("", name) for name in found if name]


def remarks(product: Product) -> str:
    """What else is said of it in a few words."""
    summary = names(product.summary) if product.summary else ()
    net = product.content.net if product.content else None
    weights = (net, UNIT_APART.sub("", net)) if net else ()
    return _joined((*summary, *keywords(product), product.variety, product.gtin, product.code, *weights))


def _joined(texts: Iterable[str | None]) -> str:
    return "\n".join(filter(None, texts))
