"""What each template of ``theme/catalogue/`` is given, as values that never change.

What a product page needs many of are named tuples, the quickest to make; the rest are frozen dataclasses.

In: nothing; out: the types only. Every text is finished and in the language of the page, every date and number is
already written for that language, every ``href`` and ``src`` is already relative to the page (absolute where said so).
A template is rendered with two names: ``page`` (the type named after it) and ``t`` (the texts of the language
from ``theme/locales/``); ``card.html`` gets ``card`` and ``t``. Nothing here decides anything about a product.
"""

from generator.pages.contexts.head import Alternate, HeadContext, RootDoor, RootPage, SocialImage
from generator.pages.contexts.lists import Door, Figure, GroupTile, HomePage, IndexPage, IndexSection, Listing, StarLine
from generator.pages.contexts.shared import (
    Card,
    CardSection,
    Contact,
    Crumb,
    Enquiry,
    Grid,
    PageLink,
    PageStep,
    Pagination,
    Phrase,
    Picture,
    Row,
    Sheet,
    Source,
    Standing,
    Value,
)
from generator.pages.contexts.subjects import ProducerPage, ProducerView, ProductPage, Share

__all__ = [
    "Alternate",
    "Card",
    "CardSection",
    "Contact",
    "Crumb",
    "Door",
    "Enquiry",
    "Figure",
    "Grid",
    "GroupTile",
    "HeadContext",
    "HomePage",
    "IndexPage",
    "IndexSection",
    "Listing",
    "PageLink",
    "PageStep",
    "Pagination",
    "Phrase",
    "Picture",
    "ProducerPage",
    "ProducerView",
    "ProductPage",
    "RootDoor",
    "RootPage",
    "Row",
    "Share",
    "Sheet",
    "SocialImage",
    "Source",
    "Standing",
    "StarLine",
    "Value",
]
