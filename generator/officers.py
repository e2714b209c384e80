"""The works for officers: lists by province, calendars of deadlines, and the front page when all is counted.

What is found about a product stands in the pieces (`quality/notes.py`), so that no work here unpacks any.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator import urls
from generator.catalogue.entry import Entry
from generator.catalogue.marks import Marks
from generator.fingerprints import fingerprint
from generator.outputs.calendar import Calendars
from generator.pages import quality
from generator.pages.contexts import HeadContext
from generator.pages.quality_front import make_front, make_front_head
from generator.pages.shell import Shell
from generator.pages.view import View
from generator.pieces import Pieces
from generator.quality.deadlines import holders
from generator.quality.notes import NOTES, TALLIES, Note, read_note
from generator.quality.tallies import add_up, unpack
from generator.quality.twins import Twins
from generator.site import File, Work


@dataclass(frozen=True)
class Officers:
    """Everything that is made for officers."""

    views: Mapping[str, View]
    shells: Mapping[str, Mapping[int, Shell]]
    pieces: Pieces
    marks: Marks
    shared: str
    """The fingerprint of what everything is made from."""
    twins: Twins

    @property
    def page_count(self) -> int:
        """How many pages there are in all languages."""
        return sum(1 + sum(number for _, number in quality.list_pages(view)) for view in self.views.values())

    def tasks(self) -> list[Callable[[], Iterable[Work]]]:
        """What can be done as soon as there are pieces."""
        return [partial(make, view) for view in self.views.values() for make in (self._lists, self._calendars)]

    def last(self, all_products: str) -> Iterator[Work]:
        """The front pages; `all_products` is the fingerprint of everything about all products."""
        for language, view in self.views.items():
            yield Work(urls.listing(language, quality.KIND), all_products, partial(self._make_front, view))

    def _note(self, entry: Entry) -> Note:
        return read_note(self.pieces.item(NOTES, entry))

    def _lists(self, view: View) -> Iterator[Work]:
        for key, number in quality.list_pages(view):
            for page in range(1, number + 1):
                texts, entries = quality.made_of(view, key, page, self.twins)
                made_from = fingerprint(self.shared, view.language, *texts, *self.marks.of(entries))
                path = urls.listing(view.language, quality.KIND, key, page)
                yield Work(path, made_from, partial(self._make_list, view, path, key, page))

    def _make_list(self, view: View, path: str, key: str, number: int) -> Iterator[File]:
        head = quality.make_list_head(view, key, number)
        shown = quality.make_list(view, key, number, self._note, self.twins)
        yield self._page(view, path, head, view.render("quality_list.html", page=shown))

    def _make_front(self, view: View) -> Iterator[File]:
        tallies = add_up(map(unpack, self.pieces.read(TALLIES)))
        path = urls.listing(view.language, quality.KIND)
        shown = make_front(view, tallies, self.twins)
        yield self._page(view, path, make_front_head(view), view.render("quality.html", page=shown))

    def _page(self, view: View, path: str, head: HeadContext, main: str) -> File:
        """A finished page; the other language has the same."""
        other = next((one for one in self.views if one != view.language), view.language)
        shell = self.shells[view.language][path.count("/")]
        alternate = urls.link(urls.other_language(path, other))
        return path, shell.fill(view.render("head.html", page=head), main, alternate)

    def _calendars(self, view: View) -> Iterator[Work]:
        """A file of deadlines for each province that has any."""
        calendars = Calendars(view.settings, view.wording, view.catalogue.places)
        for key, _ in quality.list_pages(view):
            if due := holders(quality.listed(view, key)):
                made_from = fingerprint(self.shared, view.language, *self.marks.of(due))
                yield Work(urls.calendar(view.language, key), made_from, partial(calendars.make, key, due))
