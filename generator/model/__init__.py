"""The validated records: the single truth about which fields exist, what they hold and what they mean.

From these models come validation, the JSON Schema for editors, the open data and its schema. A product is frozen;
whether its stars are in force today is decided by `standing.py`, not here. What a record does not state is None or ().
"""

from generator.model.award import Award, AwardKind, Evidence, Level, Proposal, Withdrawal, WithdrawalReason
from generator.model.place import CurrentPlace, Origin, RecordSource, StatedPlace
from generator.model.producer import LEGAL_PERSONS, Contact, Producer, ProducerKind
from generator.model.product import (
    Category,
    Content,
    Keeping,
    Keywords,
    Packing,
    Picture,
    Product,
    Traceability,
)
from generator.model.score import CriterionScore, Scores
from generator.model.text import LANGUAGES, MOST_ITEMS, Language, LocalParagraphs, LocalText, Many, Part
from generator.model.trade import (
    Capacity,
    Certification,
    Home,
    Incoterm,
    IncotermRule,
    LabTest,
    Link,
    Market,
    Price,
    Quantity,
    Shop,
    Trade,
    plain,
)

__all__ = [
    "LANGUAGES",
    "LEGAL_PERSONS",
    "MOST_ITEMS",
    "Award",
    "AwardKind",
    "Capacity",
    "Category",
    "Certification",
    "Contact",
    "Content",
    "CriterionScore",
    "CurrentPlace",
    "Evidence",
    "Home",
    "Incoterm",
    "IncotermRule",
    "Keeping",
    "Keywords",
    "LabTest",
    "Language",
    "Level",
    "Link",
    "LocalParagraphs",
    "LocalText",
    "Many",
    "Market",
    "Origin",
    "Packing",
    "Part",
    "Picture",
    "Price",
    "Producer",
    "ProducerKind",
    "Product",
    "Proposal",
    "Quantity",
    "RecordSource",
    "Scores",
    "Shop",
    "StatedPlace",
    "Traceability",
    "Trade",
    "Withdrawal",
    "WithdrawalReason",
    "plain",
]
