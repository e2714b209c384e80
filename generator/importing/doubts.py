"""What is wrong with a sound row all the same: where it and the law, the registers or its own columns do not agree.

A row, its product and what the record holds already in; issues out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.importing import dates
from generator.importing.cells import is_address
from generator.importing.tables import Row
from generator.importing.words import cell_words
from generator.issues import Issue, Source
from generator.model import Product
from generator.records.raw import Raw
from generator.registers import Registers
from generator.validation.rules import check_rules

_LIKE_ADDRESS = re.compile(r"[a-z]{2,6}:/|www\.|\S+\.(?:vn|com|org|net)(?:/\S*)?$", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check_product(product: Product, row: Row, file: str, registers: Registers, day: date) -> Iterator[Issue]:
    """Issues of what the law says about a product on `day`, in the words of the list."""
    for issue in check_rules(product, file, registers, day):
        if issue.id == "award-level":
            levels = cell_words("level")
            allowed = ", ".join(levels.get(one, one) for one in issue.details["allowed"].split(", "))
            yield replace(issue, details={**issue.details, "value": row.get("authority"), "allowed": allowed})
        else:
            yield issue


def check_row(row: Row, file: str) -> Iterator[Issue]:
    """Issues of cells that were taken as text and look like something else."""
    decision, address = row.get("decision_number"), row.get("source_url")
    place = row.source(file)
    if _DAY.fullmatch(dates.day(decision)):
        source = replace(place, path=("awards", 1, "decision"))
        yield Issue("import-decision-day", source, "warning", {"value": decision})
    last = row.get("valid_until_stated")
    if dates.month(last):
        yield Issue("import-last-month", replace(place, path=("awards", 1, "expires")), "warning", {"value": last})
    if _LIKE_ADDRESS.match(address) and not is_address(address):
        yield Issue("url-form", replace(place, path=("sources", 0, "url")), "warning", {"value": address})


def check_same_day(before: Raw, after: Raw, row: Source) -> Iterator[Issue]:
    """Issues of awards that a list adds to those of one day with other stars."""
    earlier = {str(award["issued"]): str(award.get("stars", "")) for award in _awards(before) if award.get("issued")}
    for number, award in enumerate(_awards(after)):
        other, stars = earlier.get(str(award.get("issued", ""))), str(award.get("stars", ""))
        if other and stars and stars != other and award not in _awards(before):
            details = {"value": stars, "other": other, "day": str(award["issued"])}
            yield Issue("award-same-day", replace(row, path=("awards", number, "stars")), "warning", details)


def _awards(values: Raw) -> list[dict[str, Raw]]:
    return [award for award in values if isinstance(award, dict)] if isinstance(values, list) else []
