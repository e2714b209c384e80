"""What each template of `theme/catalogue/` is given: types whose values never change, named tuples where many are made.

Every text is finished and in the language of the page, every `href` and `src` is ready. A template is rendered with
`page` (the type named after it) and `t` (the texts of `theme/locales/`); `card.html` gets `card` and `t`. Nothing here
decides anything about a product.
"""

from generator.pages.contexts.head import Alternate, HeadContext, RootDoor, RootPage, SocialImage
from generator.pages.contexts.lists import Door, Figure, GroupTile, HomePage, IndexPage, IndexSection, Listing, StarLine
from generator.pages.contexts.programme import (
    Archipelago,
    Bar,
    Chart,
    ChartColumn,
    ChartRow,
    MapClass,
    ProgrammePage,
    ProvinceMap,
    ProvinceShape,
)
from generator.pages.contexts.shared import (
    Card,
    CardFact,
    CardSection,
    Cell,
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
    "Archipelago",
    "Bar",
    "Card",
    "CardFact",
    "CardSection",
    "Cell",
    "Chart",
    "ChartColumn",
    "ChartRow",
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
    "MapClass",
    "PageLink",
    "PageStep",
    "Pagination",
    "Phrase",
    "Picture",
    "ProducerPage",
    "ProducerView",
    "ProductPage",
    "ProgrammePage",
    "ProvinceMap",
    "ProvinceShape",
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
