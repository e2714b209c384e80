"""The lists for officers: what there is to do about each product of a province, a hundred of them on a page.

No search engine is led here. Files are named, lines are not: to look them up would be to read every record again, and
`ocop report` does it for those it tells.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import ceil

from generator import urls
from generator.assets import sheet_path
from generator.catalogue.entry import Entry
from generator.pages.contexts import Cell, Crumb, Grid, HeadContext, PageLink, Phrase, Value
from generator.pages.contexts.quality import QualityList, QualityRow, Remark
from generator.pages.head import make_head
from generator.pages.listings import paginate
from generator.pages.view import View
from generator.quality.aspects import ASPECTS
from generator.quality.deadlines import Deadline, find_deadlines, holders
from generator.quality.findings import DUE, TWIN
from generator.quality.notes import Note
from generator.quality.tallies import UNSTATED
from generator.quality.twins import Twins

KIND = "quality"
PRODUCTS_A_PAGE = 100
"""A page of them stays far below the 30 kB that any page may have."""
MOST_DEADLINES = 40
"""The calendar file has all."""
LACKS = frozenset(one.id for one in ASPECTS)


def list_pages(view: View) -> list[tuple[str, int]]:
    """Each province that has products, or `UNSTATED`, with the number of its pages."""
    return [(key, ceil(len(found) / PRODUCTS_A_PAGE)) for key in ordered_keys(view) if (found := listed(view, key))]


def ordered_keys(view: View) -> list[str]:
    """Provinces in the alphabet of the language, then those of which none is stated."""
    provinces = view.catalogue.registers.provinces
    return [*sorted(provinces, key=lambda key: view.sort_key(view.local(provinces[key].name))), UNSTATED]


def listed(view: View, key: str) -> Sequence[Entry]:
    """The products of a province as its listing has them: those in force first, which buyers see first."""
    if key != UNSTATED:
        return view.catalogue.listing(view.language, "province", key).entries
    return view.once(
        ("quality", key), lambda: [one for one in view.catalogue.ranked[view.language] if not one.facts.province]
    )


def shown(view: View, key: str, number: int) -> Sequence[Entry]:
    """The products of page `number` of a province."""
    return listed(view, key)[(number - 1) * PRODUCTS_A_PAGE : number * PRODUCTS_A_PAGE]


def made_of(view: View, key: str, number: int, twins: Twins) -> tuple[tuple[str, ...], list[Entry]]:
    """What page `number` of a province is made from: texts, and products with all that is known of them."""
    found = shown(view, key, number)
    doubles = (
        f"{entry.id} {twin.id} {view.place(twin)} {twin.packed.file}"
        for entry in found
        for twin in twins.get(entry, ())
    )
    files = (one.file for entry in found for one in (entry.packed, entry.maker) if one)
    due = _next(view, key) if number == 1 else []
    return (str(len(listed(view, key))), str(len(found)), *doubles, *files), [*found, *due]


def _next(view: View, key: str) -> list[Entry]:
    """The products of the deadlines that a list shows."""
    return holders(listed(view, key))[:MOST_DEADLINES]


def make_list(view: View, key: str, number: int, note: Callable[[Entry], Note], twins: Twins) -> QualityList:
    """What `quality_list.html` is given for page `number` of a province; `note` says what was found of a product."""
    entries, found = listed(view, key), shown(view, key, number)
    first = (number - 1) * PRODUCTS_A_PAGE
    words = {"first": view.number(first + 1), "last": view.number(first + len(found))}
    due = find_deadlines(_next(view, key)) if number == 1 else []
    return QualityList(
        make_crumbs(view, key),
        _title(view, key, 1),
        view.count("quality.range", len(entries), **words),
        _calendar(view, key) if due else None,
        _deadlines(view, due) if due else None,
        tuple(_row(view, entry, note(entry), twins.get(entry, ())) for entry in found),
        paginate(view, KIND, key, number, ceil(len(entries) / PRODUCTS_A_PAGE)),
    )


def make_list_head(view: View, key: str, number: int) -> HeadContext:
    """The head of page `number` of a province."""
    words = _title(view, key, number), f"{_title(view, key, number)}. {view.texts['quality.lead']}"
    return make_quality_head(view, urls.listing(view.language, KIND, key, number), words)


def make_quality_head(view: View, path: str, words: tuple[str, str]) -> HeadContext:
    """The head of a page for officers: `words` are its title and description; search engines leave it out."""
    sheet = view.once(("sheet", KIND), lambda: urls.link(sheet_path(view.settings.theme, KIND)))
    return make_head(view, path, words)._replace(robots="noindex", sheet=sheet)


def make_crumbs(view: View, key: str = "") -> tuple[Crumb, ...]:
    """Home, the notes for officers, the front page, the province."""
    t, front = view.texts, urls.link(urls.listing(view.language, KIND))
    above = (
        Crumb(t["site.home"], urls.link(urls.home(view.language))),
        Crumb(t["footer.about.officers"], urls.link(urls.about(view.language, "officers"))),
    )
    last = (Crumb(t["quality.short"], front), Crumb(province_name(view, key))) if key else (Crumb(t["quality.short"]),)
    return (*above, *last)


def _title(view: View, key: str, number: int) -> str:
    title = view.texts.fill("quality.province.title", province=province_name(view, key))
    return view.texts.fill("listing.page", title=title, page=number) if number > 1 else title


def province_name(view: View, key: str) -> str:
    """The name of a province, or the words for none."""
    provinces = view.catalogue.registers.provinces
    return view.local(provinces[key].name) if key in provinces else view.texts["quality.unstated"]


def make_grid(view: View, name: str, columns: Sequence[str], rows: Iterable[Sequence[str | Value | None]]) -> Grid:
    """A table whose caption is `quality.<name>.title`, its headings `quality.column.<column>`."""
    labels = [view.texts[f"quality.column.{column}"] for column in columns]
    made = tuple(
        tuple(
            Cell(label if place else None, None, cell)
            if isinstance(cell, Value)
            else Cell(label if place else None, cell)
            for place, (label, cell) in enumerate(zip(labels, row, strict=True))
        )
        for row in rows
    )
    return Grid(name, view.texts[f"quality.{name}.title"], tuple(labels), made)


def called(view: View, kind: str) -> str:
    """A kind of finding in words."""
    label = view.texts[f"quality.{kind}.label"]
    return view.texts.fill("quality.lacking", fields=label) if kind in LACKS else label


def _calendar(view: View, key: str) -> PageLink:
    return PageLink(urls.link(urls.calendar(view.language, key)), view.texts["quality.calendar"])


def _deadlines(view: View, due: Iterable[Deadline]) -> Grid:
    rows = (
        (
            _linked(view, one.entry),
            view.day(one.opens),
            view.day(one.closes),
            view.day(one.last),
        )
        for one in due
    )
    return make_grid(view, "deadlines", ("product", "opens", "closes", "last"), rows)


def _linked(view: View, entry: Entry) -> Value:
    name = view.heading(entry)
    return Value(name.text, name.lang, urls.link(view.place(entry)))


def _row(view: View, entry: Entry, note: Note, twins: Iterable[Entry]) -> QualityRow:
    lacks = [kind for kind, of_maker, _ in note.findings if kind in LACKS and not of_maker]
    labels = ", ".join(view.texts[f"quality.{kind}.label"] for kind in lacks)
    others = (_remark(view, entry, *one) for one in note.findings if one[1] or one[0] not in LACKS)
    return QualityRow(
        Phrase(note.name, view.foreign(note.language)),
        urls.link(view.place(entry)),
        entry.packed.file,
        view.number(note.score),
        view.texts.fill("quality.lacking", fields=labels) if labels else "",
        (*others, *(_twin(view, twin) for twin in twins)),
    )


def _remark(view: View, entry: Entry, kind: str, of_maker: bool, value: str) -> Remark:  # noqa: FBT001  as it is kept
    shown = view.day(date.fromisoformat(value)) if kind in DUE and value else value
    return Remark(called(view, kind), shown, None, entry.maker.file if of_maker and entry.maker else None)


def _twin(view: View, twin: Entry) -> Remark:
    return Remark(called(view, TWIN), twin.id, urls.link(view.place(twin)), twin.packed.file)
