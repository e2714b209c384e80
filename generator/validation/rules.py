"""What the programme says about a record that is well formed: warnings where the law and the record do not agree.

A product and the registers in, issues out. Sources: `star_rules.yml` and the decisions it names.
"""

from collections.abc import Iterator
from datetime import date

from generator.issues import Issue, Path, Severity, Source
from generator.model import Award, Product
from generator.registers import Registers, StarRules
from generator.standing import LOWEST_CERTIFIED, add_months

GTIN_VIETNAM = "0893"


def check_rules(product: Product, file: str, registers: Registers, day: date) -> Iterator[Issue]:
    """Issues of one product read from `file`; `day` is the as-of date."""

    def told(kind: str, path: Path, severity: Severity = "warning", **details: object) -> Issue:
        return Issue(kind, Source(file, path), severity, {name: str(value) for name, value in details.items()})

    for number, award in enumerate(product.awards):
        for kind, field, details in _award_mistakes(award, registers.star_rules, day):
            yield told(kind, ("awards", number, *field), **details)
    if product.gtin and not product.gtin.startswith(GTIN_VIETNAM):
        yield told("gtin-prefix", ("gtin",), value=product.gtin)
    for number, code in enumerate(product.hs):
        if registers.hs_codes and code[:6] not in registers.hs_codes:
            yield told("hs-unknown", ("hs", number), "error", value=code)
    for number, picture in enumerate(product.images):
        if not picture.credit:
            yield told("image-credit", ("images", number), value=picture.file)


_Found = tuple[str, tuple[str, ...], dict[str, object]]


def _award_mistakes(award: Award, rules: StarRules, day: date) -> Iterator[_Found]:
    if award.stars is not None and award.stars < LOWEST_CERTIFIED:
        yield "award-uncertified", ("stars",), {"value": award.stars}
    if award.issued and award.issued > day:
        yield "award-future", ("issued",), {"value": award.issued, "day": day}
    yield from _period_mistakes(award, rules)
    if award.extended:
        yield from _extension_mistakes(award, rules)
    if award.score is not None and award.stars and rules.stars_for(float(award.score)) != award.stars:
        yield "award-band", ("score",), {"value": award.score, "stars": award.stars}


def _period_mistakes(award: Award, rules: StarRules) -> Iterator[_Found]:
    period = rules.period(award.issued) if award.issued else None
    if not period or not award.issued:
        return
    allowed = period.awarded_by.get(award.stars or 0, ())
    if award.level and allowed and award.level not in allowed:
        details = {"value": award.level, "stars": award.stars, "decision": period.decision, "allowed": ", ".join(allowed)}
        yield "award-level", ("level",), details
    computed = add_months(award.issued, period.validity_months)
    if award.expires and award.expires != computed:
        yield "award-validity", ("expires",), {"value": award.expires, "computed": computed}


def _extension_mistakes(award: Award, rules: StarRules) -> Iterator[_Found]:
    end = award.expires or (add_months(award.issued, rules.validity_months) if award.issued else None)
    if end is None or award.extended is None:
        yield "award-extension-undated", ("extended",), {"value": award.extended}
    elif (award.extended - end).days > rules.extension.longest_days:
        details = {"value": award.extended, "longest": rules.extension.longest_days, "expires": end}
        yield "award-extension", ("extended",), details
