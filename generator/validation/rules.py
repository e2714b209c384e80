"""What the programme says about a record that is well formed: warnings where the law and the record do not agree.

A product and the registers in, issues out. Sources: `star_rules.yml` and the decisions it names.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_precision

from generator.issues import Issue, Path, Severity, Source
from generator.model import Award, Product
from generator.registers import Registers, StarRules
from generator.standing import LOWEST_CERTIFIED, add_months, last_day
from generator.validation.scores import check_scores

GTIN_VIETNAM = "0893"
_THOUSANDS = 3


def check_rules(product: Product, file: str, registers: Registers, day: date) -> Iterator[Issue]:
    """Issues of one product read from `file`; `day` is the as-of date."""

    def told(kind: str, path: Path, details: Mapping[str, object], severity: Severity = "warning") -> Issue:
        return Issue(kind, Source(file, path), severity, {name: str(value) for name, value in details.items()})

    for kind, path, details in _mistakes_of_awards(product.awards, registers.star_rules, day):
        yield told(kind, ("awards", *path), details)
    for kind, path, details, severity in check_scores(product, registers):
        yield told(kind, path, details, severity)
    for path, value, suggestion in _price_mistakes(product):
        yield told("price-thousands", path, {"value": value, **suggestion}, "error")
    if product.gtin and not product.gtin.startswith(GTIN_VIETNAM):
        yield told("gtin-prefix", ("gtin",), {"value": product.gtin})
    for number, code in enumerate(product.hs):
        if registers.hs_codes and code[:6] not in registers.hs_codes:
            yield told("hs-unknown", ("hs", number), {"value": code}, "error")
    for number, picture in enumerate(product.images):
        if not picture.credit:
            yield told("image-credit", ("images", number), {"value": picture.file})


def _price_mistakes(product: Product) -> Iterator[tuple[Path, Decimal, dict[str, str]]]:
    """Prices whose point must stand between thousands: any in đồng, three decimals in other currencies."""
    for part, trade in (("home", product.home), ("trade", product.trade)):
        price = trade.price if trade else None
        for end, amount in (("low", price.low), ("high", price.high)) if price else ():
            decimals = -int(amount.as_tuple().exponent) if amount else 0
            if price and amount and _has_thousands(amount, decimals, price.currency):
                suggestion = {"suggestion": str(amount).replace(".", "")} if decimals == _THOUSANDS else {}
                yield (part, "price", end), amount, suggestion


def _has_thousands(amount: Decimal, decimals: int, currency: str) -> bool:
    if currency == "VND":
        return decimals > 0
    return decimals == _THOUSANDS and amount >= 1 and get_currency_precision(currency) < _THOUSANDS


_Found = tuple[str, tuple[str, ...], dict[str, object]]


def _mistakes_of_awards(
    awards: Sequence[Award], rules: StarRules, day: date
) -> Iterator[tuple[str, Path, Mapping[str, object]]]:
    """Mistakes of each award, and awards of one day with different stars, of which only one can be right."""
    first: dict[date, Award] = {}
    for number, award in enumerate(awards):
        for kind, field, told in _award_mistakes(award, rules, day):
            yield kind, (number, *field), told
        if award.issued and award.stars:
            other = first.setdefault(award.issued, award)
            if other.stars != award.stars:
                details = {"value": award.stars, "day": award.issued, "other": other.stars}
                yield "award-same-day", (number, "stars"), details


def _award_mistakes(award: Award, rules: StarRules, day: date) -> Iterator[_Found]:
    if award.stars is not None and award.stars < LOWEST_CERTIFIED:
        yield "award-uncertified", ("stars",), {"value": award.stars}
    if award.issued and award.issued > day:
        yield "award-future", ("issued",), {"value": award.issued, "day": day}
    yield from _period_mistakes(award, rules)
    if award.extended:
        yield from _extension_mistakes(award, rules)


def _period_mistakes(award: Award, rules: StarRules) -> Iterator[_Found]:
    period = rules.period(award.issued) if award.issued else None
    if not period or not award.issued:
        return
    allowed = period.awarded_by.get(award.stars or 0, ())
    if award.level and allowed and award.level not in allowed:
        told = {"stars": award.stars, "decision": period.decision, "allowed": ", ".join(allowed)}
        yield "award-level", ("level",), {"value": award.level, **told}
    computed = add_months(award.issued, period.validity_months)
    if award.expires and award.expires != computed:
        yield "award-validity", ("expires",), {"value": award.expires, "computed": computed}


def _extension_mistakes(award: Award, rules: StarRules) -> Iterator[_Found]:
    end = last_day(award, rules)
    if end is None or award.extended is None:
        yield "award-extension-undated", ("extended",), {"value": award.extended}
    elif award.extended <= end:
        yield "award-extension-dates", ("extended",), {"value": award.extended, "expires": end}
    elif (award.extended - end).days > rules.extension.longest_days:
        details = {"value": award.extended, "longest": rules.extension.longest_days, "expires": end}
        yield "award-extension", ("extended",), details
