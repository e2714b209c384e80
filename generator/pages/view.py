"""One language's view of the catalogue: what every page of that language is made with."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from jinja2 import Environment, Template

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.gallery import Gallery
from generator.catalogue.pictures import StoredPicture
from generator.catalogue.places import by_page, makers_by_page
from generator.catalogue.wording import Wording
from generator.languages import formats
from generator.languages.sorting import sort_key
from generator.model import LocalParagraphs, LocalText
from generator.pages.contexts import Phrase
from generator.pages.texts import Texts, read_texts
from generator.settings import Settings
from generator.templates import make_environment
from generator.validation.validator import PackedProducer

Made = TypeVar("Made")


@dataclass(frozen=True)
class View:
    """Catalogue, settings, texts and templates of one language."""

    settings: Settings
    catalogue: Catalogue
    language: str
    texts: Texts
    templates: Environment
    pictures: Mapping[str, tuple[StoredPicture, ...]] = field(default_factory=dict)
    """Re-encoded pictures by product id."""

    def render(self, template: str, **names: object) -> str:
        """Render a template of `theme/catalogue/` with the texts of the language as `t`."""
        found: Template = self.once(("template", template), lambda: self.templates.get_template(template))
        return found.render(t=self.texts, **names)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, worked out only once for all pages that show it; `key` tells it from everything else."""
        found: Made | None = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make()
        return found

    @cached_property
    def _kept(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def wording(self) -> Wording:
        """Puts facts into words of the language."""
        return Wording(self.language, self.texts, self.catalogue.registers, self.catalogue.as_of)

    @cached_property
    def as_of(self) -> str:
        """The day the standings were worked out for, in words."""
        return self.day(self.catalogue.as_of)

    def dated(self, count: str) -> str:
        """A number of products that hold a rating, with the day on which they do: it stays true when some lapse."""
        return self.texts.fill("count.as_of", count=count, date=self.as_of)

    def place(self, entry: Entry) -> str:
        """The path at which a product stands, with an anchor where it shares a page."""
        return self.catalogue.places.product(self.language, entry)

    def has_page(self, entry: Entry) -> bool:
        """Whether a product has a page of its own."""
        return bool(self.catalogue.places.own((self.language,), entry))

    @cached_property
    def bundles(self) -> dict[int, list[Entry]]:
        """The products of each page that several share, in the alphabet of the language."""
        bundles = self.catalogue.places.of(self.language)
        return by_page(self.catalogue.listing(self.language, "products").entries, bundles) if bundles.number else {}

    @cached_property
    def makers(self) -> dict[int, list[PackedProducer]]:
        """The producers of each page that several share, in the alphabet of the language."""
        bundles = self.catalogue.places.of(self.language)
        return makers_by_page(self.producers_by_name, bundles) if bundles.makers else {}

    def place_of_maker(self, producer: str) -> str:
        """The path at which the producer with an id stands, with an anchor where it shares a page."""
        return self.catalogue.places.producer(self.language, producer)

    @property
    def sort_key(self) -> Callable[[str], tuple[str, str]]:
        """Sort key of names in the alphabet of the language."""
        return sort_key(self.language)

    @cached_property
    def producers_by_name(self) -> list[PackedProducer]:
        """All producers in the alphabet of the language."""
        return self.catalogue.producers_by_name(self.language)

    def day(self, value: date) -> str:
        """A day as written in this language."""
        return formats.day(value, self.language)

    def number(self, value: int | Decimal) -> str:
        """A number as written in this language."""
        return formats.number(value, self.language)

    def count(self, key: str, number: int, **values: object) -> str:
        """A counted text: `count("count.products", 3)` is "3 sản phẩm"."""
        return self.texts.count(key, number, self.number(number), **values)

    def country(self, code: str) -> str:
        """Name of a country."""
        return formats.country(code, self.language)

    def language_name(self, code: str) -> str:
        """Name of a language."""
        return formats.language_name(code, self.language)

    def foreign(self, language: str) -> str | None:
        """The value of a `lang` attribute: None when the text is in the language of the page."""
        return None if language == self.language else language

    def phrase(self, text: LocalText | LocalParagraphs, language: str | None = None) -> Phrase:
        """A text for readers of this language, or of `language`, with its real language marked."""
        words, found = text.best(language or self.language)
        return Phrase(words, None if found == self.language else found, found in text.translated)

    def local(self, text: LocalText | None) -> str:
        """A short text for this language without its mark, empty when not stated."""
        return text.best(self.language)[0] if text else ""

    def original(self, text: LocalText) -> Phrase:
        """The words of the source, with their language marked."""
        return self.phrase(text, text.original[1])

    def heading(self, entry: Entry) -> Phrase:
        """The name that heads a product: as the source states it, in Vietnamese where it does."""
        return self.original(entry.product.name)

    def gloss(self, entry: Entry) -> Phrase | None:
        """The name beside the heading, in another language."""
        beside = entry.product.name.beside(self.language)
        return self.phrase(entry.product.name, beside[1]) if beside else None


def make_view(settings: Settings, catalogue: Catalogue, gallery: Gallery, language: str) -> View:
    """One language's view of a catalogue, with its texts and templates."""
    texts = read_texts(settings.theme, language)
    kept = settings.cache and settings.cache / f"templates-{language}"
    return View(settings, catalogue, language, texts, make_environment(settings.theme, texts, kept), gallery.pictures)
