"""Facts in words of one language, as plain text: standings, prices, quantities, places. Only what a record states.

The one place that puts facts into words, for pages, feeds and tables alike. Takes the interface texts as a map.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalogue.offers import is_over
from generator.languages import formats
from generator.model import Certification, CurrentPlace, LocalText, Price, Quantity, StatedPlace, Withdrawal
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

    def marked(self, text: LocalText, language: str | None = None) -> str:
        """A text in this language or in `language`, which says so when it is a translation."""
        words, found = text.best(language or self.language)
        return f"{words} ({self.texts['card.translated']})" if found in text.translated else words

    def names(self, name: LocalText) -> str:
        """A name as the source states it, and the one beside it: "Chè đinh – Dinh tea (translation)"."""
        beside = name.beside(self.language)
        return f"{name.original[0]} – {self.marked(name, beside[1])}" if beside else name.original[0]

    def standing(self, standing: Standing, form: str = "label") -> str:
        """A standing in a few words; with the form `meaning`, what it means for the reader in a sentence."""
        places = {
            "stars": stars_told(standing),
            "date": formats.day(standing.expires, self.language) if standing.expires else "",
            "year": standing.award.year if standing.award else "",
        }
        case = case_of(standing)
        if case == "lapsed.year" and form == "meaning" and standing.award and standing.award.month:
            case, places["month"] = "lapsed.month", formats.month(standing.award.month, self.language)
        return self.texts[f"standing.{case}.{form}"].format(**places)

    def quantity(self, quantity: Quantity | None) -> str:
        """An amount with its unit: "200 thùng"."""
        if quantity is None:
            return ""
        return f"{formats.number(quantity.amount, self.language)} {self.best(quantity.unit)}".strip()

    def price(self, price: Price) -> str:
        """A price or range with currency and unit."""
        low, high = (formats.number(end, self.language) if end is not None else "" for end in (price.low, price.high))
        kind = "exact" if low == high else "range" if low and high else "from" if low else "to"
        words = self.texts[f"price.{kind}"].format(low=low, high=high, currency=price.currency)
        return f"{words} {self.texts['price.unit'].format(unit=self.best(price.unit))}" if price.unit else words

    def price_end(self, price: Price) -> str:
        """Until when a price is offered; empty when not stated."""
        if price.valid_until is None:
            return ""
        return self.texts["price.valid_until"].format(date=formats.day(price.valid_until, self.language))

    def certificate(self, certificate: Certification) -> str:
        """Scheme and number of a certificate; marked when it has run out."""
        words = " ".join(filter(None, (self.registers.schemes[certificate.scheme].name, certificate.number)))
        return f"{words} ({self.texts['mark.past']})" if is_over(certificate.expires, self.as_of) else words


def stars_told(standing: Standing) -> int | None:
    """The number of stars that the words for a standing name: held, once held, or only proposed."""
    if standing.proposal:
        return standing.proposal.stars
    return standing.stars if (standing.stars or 0) >= LOWEST_CERTIFIED else None


def case_of(standing: Standing) -> str:
    """The words for a state: some states are told differently when a part is not known."""
    if standing.state == "lapsed" and standing.expires is None:
        return "lapsed.year"
    if standing.state == "proposed" and stars_told(standing) is None:
        return "proposed.unstated"
    if standing.state == "withdrawn":
        return _case_of_withdrawal(standing.award.withdrawn if standing.award else None)
    if standing.state == "unrated" and standing.award and standing.award.stars is None:
        return "unrated.unstated"
    return standing.state


def _case_of_withdrawal(withdrawn: Withdrawal | None) -> str:
    """Nobody is at fault where an award left the list for want of a re-assessment; often no reason is stated at all."""
    if withdrawn and withdrawn.reason == "not-renewed":
        return "withdrawn.removed"
    if withdrawn and not withdrawn.reason and not withdrawn.decision:
        return "withdrawn.unstated"
    return "withdrawn"


def place_words(place: StatedPlace | CurrentPlace | None) -> str:
    """The parts of a place, the smallest first; empty when none is stated."""
    if place is None:
        return ""
    if isinstance(place, StatedPlace):
        parts = (place.address, place.commune, place.district, place.province)
        return ", ".join([part for part in parts if part])
    return ", ".join([part for part in (place.commune, place.province) if part])
