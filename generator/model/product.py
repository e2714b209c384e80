"""One product and the parts of its sheet."""

from typing import ClassVar

from generator.fields import Days, Gtin, HsCode, Line, OcopCode, SetNumber, Slug, Url, YesNo
from generator.model.award import Award, Proposal
from generator.model.place import Origin, RecordSource
from generator.model.text import LocalParagraphs, LocalText, Many, Part
from generator.model.trade import Certification, Home, LabTest, Market, Price, Trade


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

    vi: Many[Line] = ()
    en: Many[Line] = ()


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
    hs: Many[HsCode] = ()
    producer: Slug | None = None
    origin: Origin = Origin()
    awards: Many[Award] = ()
    proposals: Many[Proposal] = ()
    content: Content | None = None
    packing: Packing | None = None
    keeping: Keeping | None = None
    home: Home | None = None
    trade: Trade | None = None
    markets: Many[Market] = ()
    export_note: LocalText | None = None
    certifications: Many[Certification] = ()
    tests: Many[LabTest] = ()
    traceability: Traceability | None = None
    images: Many[Picture] = ()
    keywords: Keywords | None = None
    sources: Many[RecordSource] = ()

    @property
    def prices(self) -> tuple[Price, ...]:
        """The stated prices: for the trade, then at home."""
        return tuple([part.price for part in (self.trade, self.home) if part and part.price])
