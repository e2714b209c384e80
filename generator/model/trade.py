"""What buyers ask for: prices, quantities, delivery, markets, certificates, where to buy."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator

from generator.fields import Amount, Country, Currency, Day, Days, Line, Slug, Url, Year, mistake
from generator.model.text import LocalText, Many, Part

IncotermRule = Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]


class Price(Part):
    """A price or a range of prices, as stated; never invented, never zero for "on request"."""

    low: Amount | None = None
    high: Amount | None = None
    currency: Currency
    unit: LocalText | None = None
    valid_until: Day | None = None

    @model_validator(mode="after")
    def range_in_order(self) -> Self:
        """A price states at least one end, and the low end is not above the high one."""
        if self.low is None and self.high is None:
            raise mistake("price-empty")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise mistake("price-range", self.low, high=self.high)
        return self


class Shop(Part):
    """A shop that sells the product at home."""

    name: Line
    address: Line | None = None
    url: Url | None = None


class Link(Part):
    """A named address on the web."""

    title: Line
    url: Url


class Home(Part):
    """For buyers at home: price and where to buy."""

    price: Price | None = None
    shops: Many[Shop] = ()
    links: Many[Link] = ()


class Quantity(Part):
    """An amount with its unit, for example 200 thùng."""

    amount: Amount
    unit: LocalText | None = None


class Capacity(Quantity):
    """What can be made in a time."""

    per: Literal["day", "week", "month", "quarter", "year"] = "month"


class Incoterm(Part):
    """A delivery term of the ICC with its place and edition."""

    rule: IncotermRule
    place: Line | None = None
    year: Literal["2010", "2020"] | None = None


class Trade(Part):
    """For trade buyers: quantities, delivery, price, payment."""

    minimum_order: Quantity | None = None
    capacity: Capacity | None = None
    lead_time_days: Days | None = None
    incoterms: Many[Incoterm] = ()
    price: Price | None = None
    payment: LocalText | None = None
    samples: LocalText | None = None


class Market(Part):
    """A country the product is really sold to."""

    country: Country
    since: Year | None = None


class Certification(Part):
    """A certificate other than the stars; `scheme` is an id of the register of certification schemes."""

    scheme: Slug
    number: Line | None = None
    body: Line | None = None
    issued: Day | None = None
    expires: Day | None = None
    scope: LocalText | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def dates_in_order(self) -> Self:
        """A certificate ends after it begins."""
        if self.issued and self.expires and self.expires <= self.issued:
            raise mistake("award-dates", self.expires, issued=self.issued)
        return self


class LabTest(Part):
    """A test report of a laboratory."""

    laboratory: Line
    date: Day | None = None
    parameters: LocalText | None = None
    url: Url | None = None


def plain(value: Decimal) -> int | float:
    """A stated amount as a JSON number, whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
