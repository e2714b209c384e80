"""The stated facts of products as plain words, for comparing and enquiring: parts that scripts load when needed.

Entries in the order of their numbers in, classic scripts out. What the cards of the search say already (names,
standing, day of the award, province, set, minimum order, shelf life, markets) is not repeated.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.catalogue.contacts import public_contact
from generator.catalogue.entry import Entry
from generator.model import LocalText, Price, Producer, Product, Trade
from generator.pages import values
from generator.pages.sheets import hs_text
from generator.pages.view import View
from generator.search.parts import make_part
from generator.search.source import File

PART = 128
"""Products in one part."""
KIND = "sheets"
"""What the directory of the index calls these parts."""

_SEVERAL = "; "
"""Between the words of a fact that has several."""
_CONTACTS = ("person", "email", "phone", "zalo", "whatsapp", "website")


class Fact(NamedTuple):
    """One stated fact of a product."""

    key: str
    words: str
    lang: str = ""
    """Language of the words when it is not that of the page."""
    translated: bool = False
    """Whether the words are the catalogue's own translation."""
    until: str = ""
    """The last day of what runs out, YYYY-MM-DD."""


def make_facts_part(number: int, entries: Sequence[Entry], view: View) -> Iterator[File]:
    """Path and script, the only file, of part `number`, which holds `entries`, at most `PART` of them.

    `keys` are lists of key, label, language, whether it is a translation, and last day; a shape is the places in
    `keys` of all facts of a product; a row is the product's id, the place of its shape, then for each fact
    its words, or their place in `texts` when several facts share them.
    """
    told = [tuple(make_facts(entry, view)) for entry in entries]
    times = Counter([fact.words for facts in told for fact in facts])
    texts = {words: place for place, (words, many) in enumerate(times.most_common()) if many > 1}
    keys: dict[tuple[str, str, bool, str], int] = {}
    shapes: dict[tuple[int, ...], int] = {}
    rows: list[list[int | str]] = []
    for entry, facts in zip(entries, told, strict=True):
        shape = tuple([keys.setdefault((fact.key, *fact[2:]), len(keys)) for fact in facts])
        told_once = [texts.get(fact.words, fact.words) for fact in facts]
        rows.append([entry.id, shapes.setdefault(shape, len(shapes)), *told_once])
    labelled = [[key, _label(key, view), lang, int(translated), until] for key, lang, translated, until in keys]
    data = {"keys": labelled, "shapes": list(shapes), "texts": list(texts), "rows": rows}
    yield make_part(view.language, KIND, str(number), data)


def _label(key: str, view: View) -> str:
    return view.texts[key if key.startswith("contact.") else f"field.{key}"]


def make_facts(entry: Entry, view: View) -> Iterator[Fact]:
    """What is stated of a product, in the order of its sheet; the ways to reach its producer last."""
    product = entry.product
    yield from _basis(entry, view)
    yield from _identity(entry, view)
    yield from _substance(product, view)
    if product.trade:
        yield from _trade(product.trade, view)
    if product.certifications:
        yield Fact("certifications", _SEVERAL.join(map(view.wording.certificate, product.certifications)))
    if product.home and product.home.price:
        yield _price("home.price", product.home.price, view)
    if producer := entry.producer:
        yield from view.once(("contact facts", producer.id), lambda: tuple(_contact(producer, view)))


def _basis(entry: Entry, view: View) -> Iterator[Fact]:
    """The decision that the standing rests on."""
    award, vietnamese = entry.standing.award, view.foreign("vi") or ""
    if award is None or entry.standing.proposal:
        return
    if award.decision:
        yield Fact("awards.decision", award.decision, vietnamese)
    if award.authority:
        yield Fact("awards.authority", award.authority, vietnamese)


def _identity(entry: Entry, view: View) -> Iterator[Fact]:
    product, origin = entry.product, entry.product.origin
    for key in ("brand", "variety", "code", "gtin"):
        if words := getattr(product, key):
            yield Fact(key, words)
    if product.hs:
        yield Fact("hs", _SEVERAL.join(map(hs_text, product.hs)))
    if commune := entry.place.commune:
        yield Fact("origin.commune", commune, view.foreign("vi") or "")
    if origin.indication:
        yield Fact("origin.indication", origin.indication, view.foreign("vi") or "")
    if origin.area_codes:
        yield Fact("origin.area_codes", _SEVERAL.join(origin.area_codes))
    if origin.packing_codes:
        yield Fact("origin.packing_codes", _SEVERAL.join(origin.packing_codes))


def _substance(product: Product, view: View) -> Iterator[Fact]:
    """What is in it, how it is packed and how it keeps."""
    content, packing, keeping = product.content, product.packing, product.keeping
    if content:
        yield from _local("content.ingredients", content.ingredients, view)
        yield from _local("content.allergens", content.allergens, view)
        if content.net:
            yield Fact("content.net", content.net)
        yield from _local("content.nutrition", content.nutrition, view)
    if packing:
        for key in ("unit", "case", "pallet", "material"):
            yield from _local(f"packing.{key}", getattr(packing, key), view)
    if keeping:
        yield from _local("keeping.storage", keeping.storage, view)
        if keeping.temperature:
            yield Fact("keeping.temperature", keeping.temperature)


def _trade(trade: Trade, view: View) -> Iterator[Fact]:
    if words := values.capacity(trade.capacity, view):
        yield Fact("trade.capacity", words)
    if words := values.days(trade.lead_time_days, view):
        yield Fact("trade.lead_time_days", words)
    if trade.incoterms:
        yield Fact("trade.incoterms", _SEVERAL.join([values.incoterm(term, view).text for term in trade.incoterms]))
    if trade.price:
        yield _price("trade.price", trade.price, view)
    yield from _local("trade.payment", trade.payment, view)
    yield from _local("trade.samples", trade.samples, view)


def _price(key: str, price: Price, view: View) -> Fact:
    """A price, and until when it is offered where that is stated."""
    words, end = view.wording.price(price), view.wording.price_end(price)
    until = price.valid_until.isoformat() if price.valid_until else ""
    return Fact(key, f"{words} ({end})" if end else words, until=until)


def _local(key: str, text: LocalText | None, view: View) -> Iterator[Fact]:
    if text:
        phrase = view.phrase(text)
        yield Fact(key, phrase.text, phrase.lang or "", phrase.translated)


def _contact(producer: Producer, view: View) -> Iterator[Fact]:
    """The ways to reach a producer, as far as they may be shown."""
    known = public_contact(producer, view.catalogue.as_of)
    for way in _CONTACTS if known else ():
        if words := getattr(known, way):
            yield Fact(f"contact.{way}", words, view.foreign("vi") or "" if way == "person" else "")
