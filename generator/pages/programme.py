"""The page of numbers: products by province, on a map and in charts, by group, stars, standing, year and last year."""

from collections.abc import Iterable, Iterator

from generator import urls
from generator.assets import sheet_path
from generator.catalogue.statistics import PARTS, Counts, Part, Statistics
from generator.pages import structured
from generator.pages.charts import Counted, make_chart
from generator.pages.contexts import Chart, ChartColumn, Crumb, Figure, HeadContext, ProgrammePage
from generator.pages.head import make_head
from generator.pages.province_map import make_map
from generator.pages.view import View
from generator.standing import LOWEST_CERTIFIED, STATES

LEVELS = (5, 4, LOWEST_CERTIFIED)


def make_programme(view: View) -> ProgrammePage:
    """What `programme.html` is given."""
    counted = view.catalogue.statistics
    capable = {key: counted.provinces.row(key)["export"] for key in view.catalogue.registers.provinces}
    return ProgrammePage(
        make_crumbs(view),
        view.as_of,
        tuple(_figures(view, sum(counted.provinces.row(key)["export"] for key in counted.provinces.rows))),
        make_map(view, capable),
        _provinces(view, counted),
        (
            _groups(view, counted),
            _stars(view, counted),
            _states(view, counted),
            _years(view, counted),
            _ends(view, counted),
        ),
    )


def make_programme_head(view: View) -> HeadContext:
    """The head of the page."""
    words = view.texts["programme.title"], view.texts["programme.lead"]
    nodes = [structured.breadcrumb_node(make_crumbs(view), view)]
    head = make_head(view, urls.programme(view.language), words, nodes)
    return head._replace(sheet=urls.link(sheet_path(view.settings.theme, "programme")))


def make_crumbs(view: View) -> tuple[Crumb, ...]:
    """Home and the page itself."""
    home = Crumb(view.texts["site.home"], urls.link(urls.home(view.language)))
    return home, Crumb(view.texts["programme.title"])


def _figures(view: View, capable: int) -> Iterator[Figure]:
    catalogue, language = view.catalogue, view.language
    for name, kind, held in (
        ("products", "products", len(catalogue.entries)),
        ("in_force", "market", len(catalogue.listing(language, "market"))),
        ("export", "export", capable),
        ("producers", "producer", len(catalogue.producers)),
        ("provinces", "province", len(catalogue.keys(language, "province"))),
    ):
        path = urls.link(urls.listing(language, kind))
        yield Figure(view.number(held), view.texts[f"home.figure.{name}"], path)


def _columns(view: View, parts: Iterable[Part]) -> dict[Part, ChartColumn]:
    return {part: ChartColumn(PARTS.index(part) + 1, view.texts[f"programme.part.{part}"]) for part in parts}


def _listed(view: View, kind: str, key: str, label: str, counts: Counts[str | None, Part]) -> Counted:
    return Counted(label, urls.link(urls.listing(view.language, kind, key)), counts.row(key))


def _provinces(view: View, counted: Statistics) -> Chart:
    """All provinces of today in the alphabet of the language, and what states none."""
    names = {key: view.local(one.name) for key, one in view.catalogue.registers.provinces.items()}
    ordered = sorted(names, key=lambda key: view.sort_key(names[key]))
    rows = [_listed(view, "province", key, names[key], counted.provinces) for key in ordered]
    return make_chart(view, "provinces", _columns(view, PARTS), [*rows, *_unstated(view, counted.provinces)])


def _groups(view: View, counted: Statistics) -> Chart:
    groups = view.catalogue.registers.groups.items()
    rows = [_listed(view, "group", key, view.local(one.name), counted.groups) for key, one in groups]
    return make_chart(view, "groups", _columns(view, PARTS), [*rows, *_unstated(view, counted.groups)])


def _unstated(view: View, counts: Counts[str | None, Part] | Counts[int | None, Part]) -> Iterator[Counted]:
    if None in counts.rows:
        yield Counted(view.texts["mark.not_stated"].capitalize(), None, counts.row(None))


def _stars(view: View, counted: Statistics) -> Chart:
    rows = (
        Counted(
            view.texts[f"stars.{level}"],
            urls.link(urls.listing(view.language, "stars", str(level))),
            counted.stars.row(level),
        )
        for level in LEVELS
    )
    return make_chart(view, "stars", _columns(view, ("export", "home", "undated")), rows)


def _states(view: View, counted: Statistics) -> Chart:
    columns = {level: ChartColumn(fill, view.texts[f"stars.{level}"]) for fill, level in enumerate(LEVELS, 1)}
    others = {None: ChartColumn(len(columns) + 1, view.texts["programme.part.unstated"])}
    rows = (Counted(view.texts[f"standing.{state}.name"], None, counted.states.row(state)) for state in STATES)
    return make_chart(view, "states", columns | others, rows)


def _years(view: View, counted: Statistics) -> Chart:
    """Years as plain numbers: they are no quantities."""
    known = sorted(year for year in counted.years.rows if year is not None)
    rows = [Counted(str(year), None, counted.years.row(year)) for year in known]
    without = len(view.catalogue.entries) - sum(sum(counted.years.row(year).values()) for year in counted.years.rows)
    note = view.count("programme.years.without", without) if without else None
    return make_chart(view, "years", _columns(view, PARTS), [*rows, *_unstated(view, counted.years)], note)


def _ends(view: View, counted: Statistics) -> Chart:
    rows = (Counted(str(year), None, counted.ends.row(year)) for year in sorted(counted.ends.rows))
    return make_chart(view, "ends", _columns(view, ("export", "home")), rows)
