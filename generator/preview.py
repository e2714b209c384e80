"""Under `mkdocs serve`: the page of a product whose record was saved, made at once; the whole build follows.

What the last build was made from in, single pages out. Lists, the search and whatever else shows the product wait for
the whole build, which takes longer the more products there are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.assets import Assets
from generator.build import Loaded
from generator.catalogue.catalogue import Catalogue, Neighbours
from generator.catalogue.entry import Entry, make_entry
from generator.catalogue.gallery import Gallery
from generator.catalogue.marks import Marks
from generator.facts import ProductFacts
from generator.model import Product
from generator.pages.cards import Cards
from generator.pages.made_from import MadeFrom
from generator.pages.plan import PageMaker
from generator.pages.view import make_view
from generator.records.raw import RawRecord
from generator.records.reader import State, looks, read_file
from generator.settings import Settings
from generator.urls import output_file
from generator.validation.examiner import Examiner, Packed
from generator.works import Shells
from generator.writing import replace_file


@dataclass(frozen=True)
class Preview:
    """The catalogue of the last build."""

    settings: Settings
    catalogue: Catalogue
    gallery: Gallery
    marks: Marks
    examiner: Examiner
    states: Mapping[str, State]
    """How the files of records looked."""
    shells: Shells
    assets: Assets

    @classmethod
    def of(cls, loaded: Loaded, settings: Settings, shells: Shells, assets: Assets) -> "Preview | None":
        """What there is to see of a build, all worked out that the first page needs; None when it failed."""
        catalogue, gallery, marks, examiner = loaded.catalogue, loaded.gallery, loaded.marks, loaded.examiner
        if catalogue is None or gallery is None or marks is None or examiner is None:
            return None
        made = cls(settings, catalogue, gallery, marks, examiner, loaded.states, shells, assets)
        _ = made._makers, made._entries
        return made

    def refresh(self) -> bool:
        """Make the pages of products whose records have changed, and nothing else has; whether there were any.

        A record that is new, gone or wrong is left to the whole build.
        """
        found = looks(self.settings.products)
        changed = [file for file, state in found.items() if self.states.get(file) != state]
        entries = {file: self._entries.get(file) for file in changed}
        if not changed or found.keys() != self.states.keys() or None in entries.values():
            return False
        edited = [(old, new) for file, old in entries.items() if old and (new := self._read(file, old))]
        if len(edited) < len(changed):
            return False
        self._write(edited)
        return True

    def _read(self, file: str, old: Entry) -> Entry | None:
        """The product as it is written now; None when it is wrong, has other pictures, or shares a page somewhere."""
        record = read_file("product", file, f"{self.settings.products.parent}/{file}")
        if not isinstance(record, RawRecord):
            return None
        content, facts, issues = self.examiner.examine(record)
        if not content or any(issue[5] == "error" for issue in issues):
            return None
        packed = Packed(file, record.fingerprint, Product, content, ProductFacts(*facts))
        new = make_entry(packed, old.producers, self.catalogue.registers, self.settings.as_of)
        has_pages = self.catalogue.places.own(self.settings.languages, new) == self.settings.languages
        return new if has_pages and packed.facts.images == old.facts.images else None

    def _write(self, edited: Iterable[tuple[Entry, Entry]]) -> None:
        for maker in self._makers:
            for old, new in edited:
                path, content = maker.make_again(old, new)
                replace_file(Path(self.settings.site, output_file(path)), content.encode())

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.packed.file: entry for entry in self.catalogue.entries}

    @cached_property
    def _makers(self) -> list[PageMaker]:
        neighbours = Neighbours(self.catalogue.entries)
        views = (make_view(self.settings, self.catalogue, self.gallery, one) for one in self.settings.languages)
        shared = neighbours, self.assets.sheets["bundle"]
        return [
            PageMaker(Cards(view), view, self.shells[view.language], MadeFrom(view, "", self.marks), *shared)
            for view in views
        ]
