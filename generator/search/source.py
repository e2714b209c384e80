"""What an index is made from: products in their order, registers, interface texts, pictures, words that agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.catalogue.gallery import Gallery
from generator.catalogue.listings import by_standing
from generator.catalogue.pictures import StoredPicture
from generator.catalogue.places import Places
from generator.catalogue.wording import Texts, Wording
from generator.registers import FormerProvince, Registers, place_key
from generator.synonyms import Synonyms

File = tuple[str, str]
"""Path from the root of the site, and content."""


@dataclass(frozen=True)
class Source:
    """The products with everything that is needed to find them and to put them into words."""

    entries: Sequence[Entry]
    """In the order of standing, equal ones by id: the place of a product is its number, in every language."""
    registers: Registers
    as_of: date
    texts: Mapping[str, Texts]
    """Interface texts by language; the index has a directory and cards for each."""
    pictures: Mapping[str, Sequence[StoredPicture]] = field(default_factory=dict)
    """Re-encoded pictures by product id."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """What the Harmonized System calls the codes that products state."""
    places: Places = field(default_factory=Places)
    """Where each product stands."""

    @cached_property
    def synonyms(self) -> Synonyms:
        """Words that say the same."""
        return Synonyms(self.registers.synonyms)

    @cached_property
    def wordings(self) -> dict[str, Wording]:
        """Puts facts into words, by language."""
        return {
            language: Wording(language, words, self.registers, self.as_of) for language, words in self.texts.items()
        }

    @cached_property
    def former_names(self) -> dict[str, FormerProvince]:
        """Provinces before July 2025 that today's province is not called after, by the key of every spelling."""
        return {
            place_key(spelling): former
            for province in self.registers.provinces.values()
            for former in province.former
            if place_key(former.name) not in map(place_key, province.name.all())
            for spelling in (former.name, *former.aliases)
        }

    def former_province(self, entry: Entry) -> FormerProvince | None:
        """The province that a record states, where its name is not today's."""
        stated = entry.facts.stated_province
        return self.former_names.get(place_key(stated)) if entry.province and stated else None


def make_source(catalogue: Catalogue, gallery: Gallery, texts: Mapping[str, Texts]) -> Source:
    """The source of a catalogue: products are numbered by standing, so that the best stand in the first files.

    Among equal ones by id, not by name: then a name that is mended leaves all numbers as they were.
    """
    codes = catalogue.registers.hs_codes
    stated = {code for entry in catalogue.entries for code in entry.facts.hs}
    return Source(
        by_standing(catalogue.entries),
        catalogue.registers,
        catalogue.as_of,
        texts,
        gallery.pictures,
        {code: f"{codes.get(code[:4], '')} {codes.get(code[:6], '')}".strip() for code in stated},
        catalogue.places,
    )
