"""Cards: a product in a few lines. Rendered once per product and language, then reused in every listing."""

from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from generator import urls
from generator.catalogue.entry import Entry
from generator.catalogue.offers import is_over, shown_price
from generator.model import Price
from generator.pages import values
from generator.pages.contexts import Card, CardFact, CardSection
from generator.pages.pictures import card_picture, tone
from generator.pages.standings import make_badge
from generator.pages.view import View

MOST_FACTS = 3


class Cards:
    """The finished cards of one language."""

    def __init__(self, view: View, find: Callable[[Entry], str] | None = None) -> None:
        """`find` gives the cards that were rendered before; without it each is rendered when asked for."""
        self._find = find or partial(render_card, view=view)

    def card(self, entry: Entry) -> Markup:
        """The markup of an entry's card."""
        return Markup(self._find(entry))  # noqa: S704  our own template, escaped when rendered

    def section(self, entries: list[Entry], title: str | None = None, note: str | None = None) -> CardSection:
        """A run of cards under an optional heading."""
        return CardSection(tuple(self.card(entry) for entry in entries), title, note)


def render_card(entry: Entry, view: View) -> str:
    """The HTML of an entry's card."""
    return view.render("card.html", card=make_card(entry, view))


def make_card(entry: Entry, view: View) -> Card:
    """What a card shows."""
    return Card(
        urls.link(view.place(entry)),
        view.heading(entry),
        view.gloss(entry),
        view.original(entry.producer.name) if entry.producer else None,
        view.local(entry.province.name) if entry.province else None,
        make_badge(entry.standing, view),
        card_picture(entry, view),
        _facts(entry, view),
        tone(entry),
    )


def _facts(entry: Entry, view: View) -> tuple[CardFact, ...]:
    """At most three short facts a buyer looks for: minimum order, certificates, markets, price (trade, else home).

    `theme/scripts/elements/30-product.js` says the same of what a search finds.
    """
    product, t = entry.product, view.texts
    facts: list[str] = []
    amount = values.quantity(product.trade.minimum_order, view) if product.trade else None
    if amount:
        facts.append(t.fill("card.minimum_order", amount=amount))
    as_of = view.catalogue.as_of
    held = {one.scheme for one in product.certifications if not is_over(one.expires, as_of)}
    if len(held) == 1:
        facts.append(t.fill("card.certificate", scheme=view.catalogue.registers.schemes[held.pop()].name))
    elif held:
        facts.append(t.fill("card.certificates.other", count=view.number(len(held))))
    if product.markets:
        facts.append(_markets(entry, view))
    price = shown_price(product, as_of)
    every = [*map(CardFact, facts), *([_price(price, view)] if price else [])]
    return tuple(every[:MOST_FACTS])


def _price(price: Price, view: View) -> CardFact:
    """A price, with its last day where one is stated."""
    words, last = view.wording.price(price), price.valid_until
    if last is None:
        return CardFact(view.texts.fill("card.price", price=words))
    dated = view.texts.fill("card.price.until", price=words, date=view.day(last))
    return CardFact(dated, last.isoformat(), is_over(last, view.catalogue.as_of))


def _markets(entry: Entry, view: View) -> str:
    names = [view.country(market.country) for market in entry.product.markets]
    if len(names) <= MOST_FACTS:
        return view.texts.fill("card.markets", names=", ".join(names))
    return view.texts.fill("card.markets.other", count=view.number(len(names)))
