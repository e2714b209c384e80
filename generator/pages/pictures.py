"""Pictures of a product as its pages show them; the drawing of its group where it has none."""

from generator import urls
from generator.catalogue.entry import Entry
from generator.catalogue.pictures import StoredPicture
from generator.pages.contexts import Picture
from generator.pages.view import View
from generator.registers import Group

PLACEHOLDER_SIZE = (400, 300)
DEFAULT_TONE = "food"
DEFAULT_DRAWING = "food"
CARD_WIDTH = 640


def tone(entry: Entry) -> str:
    """The id of the group, which tints what stands for a picture."""
    return entry.group.id if entry.group else DEFAULT_TONE


def drawing(name: str) -> Picture:
    """A drawing from `theme/assets/placeholders/`."""
    return Picture(urls.link(f"assets/placeholders/{name}.svg"), *PLACEHOLDER_SIZE, alt="", placeholder=True)


def group_drawing(group: Group) -> Picture:
    """The drawing of a group."""
    return drawing(group.picture)


def placeholder(entry: Entry) -> Picture:
    """The drawing that stands for a product without a picture: its set's, else its group's."""
    own = entry.set.picture if entry.set else None
    return drawing(own or (entry.group.picture if entry.group else DEFAULT_DRAWING))


def product_pictures(entry: Entry, view: View) -> tuple[Picture, ...]:
    """All pictures of a product, at least one."""
    stored = view.pictures.get(entry.id, ())
    return tuple(_picture(one, view) for one in stored) or (placeholder(entry),)


def card_picture(entry: Entry, view: View) -> Picture:
    """The picture of a card."""
    return product_pictures(entry, view)[0]


def _picture(one: StoredPicture, view: View) -> Picture:
    alt = view.phrase(one.alt)
    width, path = next((size for size in one.paths if size[0] >= CARD_WIDTH), one.paths[-1])
    sources = ", ".join(f"{urls.link(place)} {size}w" for size, place in one.paths)
    credit = None
    if one.credit:
        key = "product.picture.credit.licence" if one.licence else "product.picture.credit"
        credit = view.texts.fill(key, credit=one.credit, licence=one.licence)
    height = round(one.height * width / one.width)
    return Picture(urls.link(path), width, height, alt.text, False, sources, credit, alt.lang)  # noqa: FBT003
