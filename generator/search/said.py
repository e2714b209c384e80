"""What of a product is searched: its texts by the field they stand in, the most telling field first.

Names of provinces, sets, groups, certificates and markets are not among them: those belong to many products at once and
are found through `values.py`.
"""

import re
from collections.abc import Iterable

from generator.catalogue.entry import Entry
from generator.model import LocalText

KIND_OF_PLACE = re.compile("(xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|thành phố) ", re.IGNORECASE)
UNIT_APART = re.compile(r"(?<=\d) +(?=[^\W\d])")
"""Between number and unit: "500 g" is typed "500g" too."""
FIELDS = ("name", "producer", "place", "meaning", "text")
"""In the order in which they count; `meaning` is what synonyms lead to."""


def names(entry: Entry) -> list[str]:
    """The names of the product, in every language."""
    return _stated(entry.product.name)


def keywords(entry: Entry) -> tuple[str, ...]:
    """What else buyers may call it."""
    words = entry.product.keywords
    return (*words.vi, *words.en) if words else ()


def makers(entry: Entry) -> str:
    """Who makes it, and under which brand."""
    return _joined(maker_names(entry))


def maker_names(entry: Entry) -> list[str]:
    """The names of the producer, and the brand."""
    names = _stated(entry.producer.name) if entry.producer else []
    return [*names, *filter(None, (entry.product.brand,))]


def places(entry: Entry) -> str:
    """Where it comes from, below the province: as stated and as it is called today."""
    origin = entry.product.origin
    stated = origin.stated
    parts = [entry.place.commune, origin.indication]
    if stated:
        parts += [stated.address, stated.commune, stated.district, None if entry.province else stated.province]
    return _joined(parts)


def place_names(entry: Entry) -> list[str]:
    """The names among them, without what kind of place each is."""
    origin = entry.product.origin
    stated = origin.stated
    names = [entry.place.commune, origin.indication, *((stated.commune, stated.district) if stated else ())]
    return [KIND_OF_PLACE.sub("", name) for name in names if name]


def remarks(entry: Entry) -> str:
    """What else is said of it in a few words."""
    product = entry.product
    summary = _stated(product.summary) if product.summary else ()
    net = product.content.net if product.content else None
    weights = (net, UNIT_APART.sub("", net)) if net else ()
    return _joined((*summary, *keywords(entry), product.variety, product.gtin, product.code, *weights))


def _stated(text: LocalText) -> list[str]:
    """The texts of all languages, without asking for them one by one."""
    return [value for value in vars(text).values() if type(value) is str]


def _joined(texts: Iterable[str | None]) -> str:
    return "\n".join(filter(None, texts))
