"""The validated records: the single truth about which fields exist, what they hold and what they mean.

From these models come validation, the JSON Schema for editors, the open data and its schema. A product is frozen;
whether its stars are in force today is decided by `standing.py`, not here. What a record does not state is None or ().
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.fields import (
    INCOTERMS,
    Amount,
    Country,
    Currency,
    Day,
    Days,
    Email,
    Gtin,
    HsCode,
    Line,
    OcopCode,
    Phone,
    SetNumber,
    Slug,
    Stars,
    TaxCode,
    Text,
    Url,
    Year,
    YesNo,
    choice,
    mistake,
)

LANGUAGES = ("vi", "en", "fr", "de", "zh", "ja", "ko")
Language = choice(*LANGUAGES)
Evidence = choice("A", "B1", "B2", "C")
Level = choice("ministry", "province", "district")
ProducerKind = choice("enterprise", "cooperative", "cooperative-group", "household", "other")
AwardKind = choice("first", "upgrade", "downgrade", "renewal")
MOST_ITEMS = 200
_BLANK = ("", None, [], {})


class Part(BaseModel):
    """A part of a record. Fields that hold nothing are the same as fields that are not there."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def leave_out_blanks(cls, data: Any) -> Any:
        """Drop the keys an officer left empty, as a form does."""
        return {k: v for k, v in data.items() if v not in _BLANK} if isinstance(data, dict) else data


def some(item: Any) -> Any:
    """A list field: any number of `item` up to `MOST_ITEMS`, kept as a tuple, empty when not stated."""
    return Annotated[tuple[item, ...], Field(default=(), max_length=MOST_ITEMS)]


class _Texts(Part):
    """One text in several languages."""

    translated: some(Language)  # type: ignore[valid-type]
    """Languages whose text is the catalogue's own plain translation, not the words of the source."""

    @model_validator(mode="after")
    def needs_a_text(self) -> Self:
        """At least one language is stated, and only stated ones can be translations."""
        if not self.languages:
            raise mistake("text-empty")
        for language in self.translated:
            if language not in self.languages:
                raise mistake("translation-missing", language)
        return self

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages stated, Vietnamese first, then in the order of `LANGUAGES`."""
        return tuple(language for language in LANGUAGES if getattr(self, language) is not None)

    def best(self, language: str) -> tuple[str, str]:
        """The text for a reader of `language`, and the language it is really in: the first of `language`, vi, en, …."""
        found = language if getattr(self, language, None) is not None else self.languages[0]
        return getattr(self, found), found

    def get(self, language: str) -> str | None:
        """The text in exactly this language."""
        return getattr(self, language, None)

    def all(self) -> tuple[str, ...]:
        """The texts in every language stated."""
        return tuple(getattr(self, language) for language in self.languages)


class LocalText(_Texts):
    """A name or another single line in several languages."""

    vi: Line | None = None
    en: Line | None = None
    fr: Line | None = None
    de: Line | None = None
    zh: Line | None = None
    ja: Line | None = None
    ko: Line | None = None


class LocalParagraphs(_Texts):
    """A longer text in several languages; paragraphs are divided by blank lines; never Markdown, never HTML."""

    vi: Text | None = None
    en: Text | None = None
    fr: Text | None = None
    de: Text | None = None
    zh: Text | None = None
    ja: Text | None = None
    ko: Text | None = None


class StatedPlace(Part):
    """A place as the decision or the source writes it, in the names of its time."""

    address: Line | None = None
    commune: Line | None = None
    district: Line | None = None
    province: Line | None = None


class CurrentPlace(Part):
    """The same place in the names used since 1 July 2025 (34 provinces, no districts)."""

    commune: Line | None = None
    province: Line | None = None


class Origin(Part):
    """Where a product or a producer is at home."""

    stated: StatedPlace | None = None
    today: CurrentPlace | None = None
    area_codes: some(Line)  # type: ignore[valid-type]
    """Growing-area codes (mã số vùng trồng)."""
    packing_codes: some(Line)  # type: ignore[valid-type]
    """Packing-house codes (mã số cơ sở đóng gói)."""
    indication: Line | None = None
    """Name of the geographical indication, collective or certification mark."""


class Withdrawal(Part):
    """An award that was taken back or dropped from the list (Decision 26/2026/QĐ-TTg, article 8)."""

    date: Day | None = None
    decision: Line | None = None
    reason: choice("not-renewed", "standards", "false-documents", "law", "mark-misuse", "stopped", "other") = "other"  # type: ignore[valid-type]
    note: LocalText | None = None


class Award(Part):
    """One dated star rating that an authority gave. A proposal or a council's result is not an award."""

    stars: Stars | None = None
    """Stars of the decision; blank when the source does not name them."""
    level: Level | None = None  # type: ignore[valid-type]
    """Level of the authority."""
    authority: Line | None = None
    decision: Line | None = None
    issued: Day | None = None
    year: Year | None = None
    """Year of the award or its round, when the day is not known."""
    expires: Day | None = None
    """Last day of validity, only if the source states it; otherwise it is computed from `issued`."""
    extended: Day | None = None
    """Last day of an extension while re-assessment is pending, if one was announced."""
    withdrawn: Withdrawal | None = None
    kind: AwardKind | None = None  # type: ignore[valid-type]
    score: Amount | None = None
    evidence: Evidence | None = None  # type: ignore[valid-type]
    note: LocalText | None = None

    @model_validator(mode="after")
    def dates_in_order(self) -> Self:
        """An award ends after it begins, an extension after the end, and a score is at most 100."""
        if self.issued and self.expires and self.expires <= self.issued:
            raise mistake("award-dates", self.expires, issued=self.issued)
        if self.expires and self.extended and self.extended <= self.expires:
            raise mistake("award-extension-dates", self.extended, expires=self.expires)
        if self.score is not None and self.score > 100:  # noqa: PLR2004  the scale of the law ends at 100
            raise mistake("award-score", self.score)
        return self


class Proposal(Part):
    """Stars that somebody proposed or a council counted, without a decision: "potential 5 stars"."""

    stars: Stars | None = None
    authority: Line | None = None
    decision: Line | None = None
    date: Day | None = None
    year: Year | None = None
    score: Amount | None = None
    evidence: Evidence | None = None  # type: ignore[valid-type]
    note: LocalText | None = None


class Category(Part):
    """Which of the 26 official product sets a product belongs to."""

    set: SetNumber
    inferred: YesNo = False
    """True when the set was chosen for the catalogue because no source states it."""
    stated: Line | None = None
    """Group as the source writes it, also one of the groups of 2019 to 2022."""


class Content(Part):
    """What is in it."""

    ingredients: LocalText | None = None
    allergens: LocalText | None = None
    net: Line | None = None
    nutrition: LocalText | None = None


class Packing(Part):
    """How it is packed."""

    unit: LocalText | None = None
    case: LocalText | None = None
    pallet: LocalText | None = None
    material: LocalText | None = None


class Keeping(Part):
    """How long and how it keeps."""

    storage: LocalText | None = None
    shelf_life_days: Days | None = None
    temperature: Line | None = None


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
    shops: some(Shop)  # type: ignore[valid-type]
    links: some(Link)  # type: ignore[valid-type]


class Quantity(Part):
    """An amount with its unit, for example 200 thùng."""

    amount: Amount
    unit: LocalText | None = None


class Capacity(Quantity):
    """What can be made in a time."""

    per: choice("day", "week", "month", "quarter", "year") = "month"  # type: ignore[valid-type]


class Incoterm(Part):
    """A delivery term of the ICC with its place and edition."""

    rule: choice(*INCOTERMS)  # type: ignore[valid-type]
    place: Line | None = None
    year: choice("2010", "2020") | None = None  # type: ignore[valid-type]


class Trade(Part):
    """For trade buyers: quantities, delivery, price, payment."""

    minimum_order: Quantity | None = None
    capacity: Capacity | None = None
    lead_time_days: Days | None = None
    incoterms: some(Incoterm)  # type: ignore[valid-type]
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


class Traceability(Part):
    """How a pack can be traced."""

    system: Line | None = None
    code: Line | None = None
    url: Url | None = None


class Picture(Part):
    """A picture under `products/images/<product id>/`."""

    file: Line
    alt: LocalText
    credit: Line | None = None
    licence: Line | None = None


class Keywords(Part):
    """Other words a buyer may search for."""

    vi: some(Line)  # type: ignore[valid-type]
    en: some(Line)  # type: ignore[valid-type]


class RecordSource(Part):
    """Where the facts of a record come from."""

    title: Line | None = None
    url: Url | None = None
    repository: Line | None = None
    checked: Day | None = None
    note: Line | None = None


class Product(Part):
    """One product. Its id is the name of its file."""

    kind_of_record: ClassVar[str] = "product"

    id: Slug
    name: LocalText
    summary: LocalText | None = None
    story: LocalParagraphs | None = None
    brand: Line | None = None
    variety: Line | None = None
    code: OcopCode | None = None
    gtin: Gtin | None = None
    category: Category | None = None
    hs: some(HsCode)  # type: ignore[valid-type]
    producer: Slug | None = None
    origin: Origin = Origin()
    awards: some(Award)  # type: ignore[valid-type]
    proposals: some(Proposal)  # type: ignore[valid-type]
    content: Content | None = None
    packing: Packing | None = None
    keeping: Keeping | None = None
    home: Home | None = None
    trade: Trade | None = None
    markets: some(Market)  # type: ignore[valid-type]
    export_note: LocalText | None = None
    certifications: some(Certification)  # type: ignore[valid-type]
    tests: some(LabTest)  # type: ignore[valid-type]
    traceability: Traceability | None = None
    images: some(Picture)  # type: ignore[valid-type]
    keywords: Keywords | None = None
    sources: some(RecordSource)  # type: ignore[valid-type]


class Contact(Part):
    """How to reach a producer. A private phone or mail needs the day on which its owner agreed."""

    person: Line | None = None
    role: LocalText | None = None
    phone: Phone | None = None
    email: Email | None = None
    website: Url | None = None
    zalo: Phone | None = None
    whatsapp: Phone | None = None
    languages: some(Language)  # type: ignore[valid-type]
    consent: Day | None = None
    """Day on which a person agreed that phone and mail are shown; needed for households."""


class Producer(Part):
    """Who makes products: enterprise (DN), cooperative (HTX), cooperative group (THT), household business (HKD)."""

    kind_of_record: ClassVar[str] = "producer"

    id: Slug
    name: LocalText
    kind: ProducerKind | None = None  # type: ignore[valid-type]
    origin: Origin = Origin()
    tax_code: TaxCode | None = None
    gln: Annotated[Line, Field(pattern=r"^\d{13}$")] | None = None
    contact: Contact | None = None
    story: LocalParagraphs | None = None
    export_note: LocalText | None = None
    sources: some(RecordSource)  # type: ignore[valid-type]


def plain(value: Decimal) -> int | float:
    """A stated amount as a JSON number, whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
