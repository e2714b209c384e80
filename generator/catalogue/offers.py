"""Prices of a product: those that still hold on a day, and the one a card shows.

A price whose last day is over is history, not an offer: it is shown and marked, but nobody finds the product by it.
"""

from collections.abc import Iterable
from datetime import date

from generator.model import Price, Product


def is_over(last: date | None, day: date) -> bool:
    """Whether what holds until `last`, that day included, is over on `day`."""
    return last is not None and last < day


def offers(prices: Iterable[Price], day: date) -> list[Price]:
    """The prices that hold on a day."""
    return [price for price in prices if not is_over(price.valid_until, day)]


def shown_price(product: Product, day: date) -> Price | None:
    """The price a card has room for: the first that holds, else the first."""
    return next(iter([*offers(product.prices, day), *product.prices]), None)
