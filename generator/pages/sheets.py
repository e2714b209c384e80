"""The product sheet: tables of every stated field, and nothing for the rest."""

from collections.abc import Iterator

from generator import urls
from generator.catalogue.entry import Entry
from generator.languages import formats
from generator.pages import values
from generator.pages.contexts import Row, Sheet, Value
from generator.pages.values import Stated
from generator.pages.view import View


def make_sheets(entry: Entry, view: View) -> tuple[Sheet, ...]:
    """The tables of a product in reading order; tables without a stated field are left out."""
    tables = {
        "identity": _identity(entry, view),
        "origin": _origin(entry, view),
        "content": _content(entry, view),
        "packing": _packing(entry, view),
        "keeping": _keeping(entry, view),
        "trade": _trade(entry, view),
        "markets": _markets(entry, view),
        "home": _home(entry, view),
        "traceability": _traceability(entry, view),
    }
    return tuple(Sheet(name, view.texts[f"sheet.{name}"], rows) for name, rows in tables.items() if rows)


def _identity(entry: Entry, view: View) -> tuple[Row, ...]:
    t, product = view.texts, entry.product
    return values.rows(
        (
            (t["field.category.group"], _group(entry, view)),
            (t["field.category.set"], _set(entry, view)),
            (t["field.category.stated"], _stated_category(entry, view)),
            (t["field.brand"], product.brand),
            (t["field.variety"], product.variety),
            (t["field.code"], product.code),
            (t["field.gtin"], product.gtin),
            (t["field.hs"], [Value(hs_text(code)) for code in product.hs]),
            (t["field.keywords"], _keywords(entry, view)),
        )
    )


def hs_text(code: str) -> str:
    """An HS code with its usual points: 2103.90."""
    return ".".join(part for part in (code[:4], code[4:6], code[6:8], code[8:]) if part)


def _group(entry: Entry, view: View) -> Value | None:
    if not entry.group or not entry.product.category:
        return None
    name = view.phrase(entry.group.name)
    path = urls.link(urls.listing(view.language, "group", entry.group.id))
    return Value(name.text, name.lang, path, inferred=entry.product.category.inferred)


def _set(entry: Entry, view: View) -> Value | None:
    if not entry.set or not entry.product.category:
        return None
    name = view.phrase(entry.set.name)
    path = urls.link(urls.listing(view.language, "set", entry.set.id))
    return Value(f"{entry.set.number}. {name.text}", name.lang, path, inferred=entry.product.category.inferred)


def _stated_category(entry: Entry, view: View) -> Stated:
    stated = entry.product.category.stated if entry.product.category else None
    return values.vietnamese(stated, view)


def _keywords(entry: Entry, view: View) -> Iterator[Value]:
    words = entry.product.keywords
    if words:
        yield from (Value(word, view.foreign("vi")) for word in words.vi)
        yield from (Value(word, view.foreign("en")) for word in words.en)


def _origin(entry: Entry, view: View) -> tuple[Row, ...]:
    t, origin = view.texts, entry.product.origin
    return values.rows(
        (
            *place_pairs(entry, view),
            (t["field.origin.indication"], origin.indication),
            (t["field.origin.area_codes"], [Value(code) for code in origin.area_codes]),
            (t["field.origin.packing_codes"], [Value(code) for code in origin.packing_codes]),
        )
    )


def place_pairs(entry: Entry, view: View) -> tuple[tuple[str, Stated | tuple[Value, ...]], ...]:
    """The place today and, where it differs in words, the place as stated."""
    origin, award = entry.product.origin, entry.standing.award
    today, stated = values.current_place(entry.place, origin, view), values.stated_place(origin, entry.place, view)
    if today and entry.province:
        path = urls.link(urls.listing(view.language, "province", entry.province.id))
        today = today._replace(href=path)
    read = award is not None and award.evidence == "A"
    return (
        (view.texts["field.origin.today"], today),
        (view.texts["field.origin.decision" if read else "field.origin.stated"], stated),
    )


def _content(entry: Entry, view: View) -> tuple[Row, ...]:
    content, t = entry.product.content, view.texts
    if not content:
        return ()
    return values.rows(
        (
            (t["field.content.ingredients"], values.local(content.ingredients, view)),
            (t["field.content.allergens"], values.local(content.allergens, view)),
            (t["field.content.net"], content.net),
            (t["field.content.nutrition"], values.local(content.nutrition, view)),
        )
    )


def _packing(entry: Entry, view: View) -> tuple[Row, ...]:
    packing = entry.product.packing
    if not packing:
        return ()
    names = ("unit", "case", "pallet", "material")
    return values.rows(
        (view.texts[f"field.packing.{name}"], values.local(getattr(packing, name), view)) for name in names
    )


def _keeping(entry: Entry, view: View) -> tuple[Row, ...]:
    keeping, t = entry.product.keeping, view.texts
    if not keeping:
        return ()
    return values.rows(
        (
            (t["field.keeping.shelf_life_days"], values.days(keeping.shelf_life_days, view)),
            (t["field.keeping.storage"], values.local(keeping.storage, view)),
            (t["field.keeping.temperature"], keeping.temperature),
        )
    )


def _trade(entry: Entry, view: View) -> tuple[Row, ...]:
    trade, t = entry.product.trade, view.texts
    if not trade:
        return ()
    return values.rows(
        (
            (t["field.trade.minimum_order"], values.quantity(trade.minimum_order, view)),
            (t["field.trade.capacity"], values.capacity(trade.capacity, view)),
            (t["field.trade.lead_time_days"], values.days(trade.lead_time_days, view)),
            (t["field.trade.incoterms"], [values.incoterm(term, view) for term in trade.incoterms]),
            (t["field.trade.price"], values.price(trade.price, view)),
            (t["field.trade.payment"], values.local(trade.payment, view)),
            (t["field.trade.samples"], values.local(trade.samples, view)),
        )
    )


def _markets(entry: Entry, view: View) -> tuple[Row, ...]:
    return values.rows([(view.texts["field.markets"], market_values(entry, view))])


def market_values(entry: Entry, view: View) -> list[Value]:
    """The countries a product is sold to, each leading to its listing."""
    return [
        Value(
            formats.country(market.country, view.language),
            href=urls.link(urls.listing(view.language, "market_of", market.country.lower())),
            note=view.texts.fill("market.since", year=market.since) if market.since else None,
        )
        for market in entry.product.markets
    ]


def _home(entry: Entry, view: View) -> tuple[Row, ...]:
    home = entry.product.home
    return values.rows([(view.texts["field.home.price"], values.price(home.price, view))]) if home else ()


def _traceability(entry: Entry, view: View) -> tuple[Row, ...]:
    trace, t = entry.product.traceability, view.texts
    if not trace:
        return ()
    return values.rows(
        (
            (t["field.traceability.system"], trace.system),
            (t["field.traceability.code"], trace.code),
            (t["field.traceability.url"], values.outward(trace.url, trace.url) if trace.url else None),
        )
    )
