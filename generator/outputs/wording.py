"""Facts in words of one language, as plain text for feeds and tables. Only what a record states.

Takes the interface texts as a map, so that it does not depend on the pages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.languages import formats
from generator.model import Certification, CurrentPlace, LocalText, Price, Quantity, StatedPlace
from generator.registers import Registers
from generator.standing import LOWEST_CERTIFIED, Standing

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Says things in one language."""

    language: str
    texts: Texts
    registers: Registers
    as_of: date

    def best(self, text: LocalText | None) -> str:
        """A text in this language, else in the one it has; empty when not stated."""
        return text.best(self.language)[0] if text else ""

    def standing(self, standing: Standing) -> str:
        """A standing in a few words; without numbers and days that are not known."""
        stars = standing.proposal.stars if standing.proposal else standing.stars
        day = formats.day(standing.expires, self.language) if standing.expires else ""
        certified = stars is not None and stars >= LOWEST_CERTIFIED
        if (standing.state == "lapsed" and not day) or (standing.state == "proposed" and not certified):
            return self.texts[f"standing.{standing.state}.name"]
        return self.texts[f"standing.{standing.state}.label"].format(stars=stars, date=day)

    def quantity(self, quantity: Quantity | None) -> str:
        """An amount with its unit: "200 thùng"."""
        if quantity is None:
            return ""
        return f"{formats.number(quantity.amount, self.language)} {self.best(quantity.unit)}".strip()

    def price(self, price: Price | None) -> str:
        """A price or range with currency, unit and its last day."""
        if price is None:
            return ""
        low, high = (formats.number(end, self.language) if end is not None else "" for end in (price.low, price.high))
        kind = "exact" if low == high else "range" if low and high else "from" if low else "to"
        words = self.texts[f"price.{kind}"].format(low=low, high=high, currency=price.currency)
        if price.unit:
            words += " " + self.texts["price.unit"].format(unit=self.best(price.unit))
        if price.valid_until:
            until = formats.day(price.valid_until, self.language)
            words += f" ({self.texts['price.valid_until'].format(date=until)})"
        return words

    def certificate(self, certificate: Certification) -> str:
        """Scheme and number of a certificate; marked when it has run out."""
        words = " ".join(filter(None, (self.registers.schemes[certificate.scheme].name, certificate.number)))
        expired = certificate.expires is not None and certificate.expires < self.as_of
        return f"{words} ({self.texts['certificate.expired']})" if expired else words


def place_words(place: StatedPlace | CurrentPlace | None) -> str:
    """The parts of a place, the smallest first."""
    return ", ".join(_place_parts(place)) if place else ""


def _place_parts(place: StatedPlace | CurrentPlace) -> Iterator[str]:
    for name in ("address", "commune", "district", "province"):
        part = getattr(place, name, None)
        if part:
            yield part
