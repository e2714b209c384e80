"""The figures of the search as tables, with the targets beside them, made from what `results.json` keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.table import render

Figures = Mapping[str, Any]
SCALES = {"MB": 1_000_000, "kB": 1_000, "%": 0.01}
DECIMALS = {"MB": 2, "kB": 1, "s": 2, "ms": 0, "%": 0, "": 0}
FIRST_QUERY_MOST = {20_000: 120_000, 100_000: 300_000}
"""The greatest number of bytes that a first query should take, up to so many products."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its label, the name of its figure, and what our figure or the ratio should not exceed."""

    label: str
    name: str
    unit: str
    ratio: str = ""
    """Name of the ratio, where there is one."""
    most: float | None = None
    most_ratio: float | None = None
    shared: bool = False
    """Not of one side, but of what both stand on."""

    @property
    def is_typed(self) -> bool:
        """Whether it takes typing letter by letter."""
        return self.shared or self.name.startswith("keystroke") or self.name == "query_bytes_typed"

    def target(self) -> str:
        """The target in words."""
        if self.most is not None:
            return f"≤ {amount(self.most, self.unit)}"
        return "" if self.most_ratio is None else f"ratio ≤ {self.most_ratio}"


INDEX = (
    Row("made in", "build_s", "s", "index_build_ratio", most_ratio=0.15),
    Row("size", "bytes", "MB", "index_size_ratio", most_ratio=0.1),
    Row("size as sent", "gzip_bytes", "MB", "index_sent_ratio"),
    Row("files", "files", "", "index_files_ratio", most_ratio=0.05),
)
OURS_ONLY = (
    Row("made in, with reading", "build_with_reading_s", "s"),
    Row("made in a build", "in_build_cpu_s", "s"),
)


def wire_rows(products: int) -> tuple[Row, ...]:
    """The lines of the wire at one size."""
    most = next((most for size, most in FIRST_QUERY_MOST.items() if products <= size), None)
    return (
        Row("first query, median", "first_query_bytes", "kB", "first_query_bytes_ratio", most_ratio=0.4),
        Row("first query, 95th percentile", "first_query_bytes_p95", "kB"),
        Row("first query, greatest", "first_query_bytes_most", "kB", most=most),
        Row("a query typed, median", "query_bytes_typed", "kB"),
        Row("first query, median", "first_query_ms", "ms", "first_query_ms_ratio"),
        Row("first query, 95th percentile", "first_query_p95_ms", "ms"),
        Row("later letters, median", "keystroke_ms", "ms"),
        Row("later letters, 95th percentile", "keystroke_p95_ms", "ms", "keystroke_p95_ms_ratio", most=50),
        Row("letters that wait for the line", "keystroke_fetches", "%"),
        Row("the others, median", "keystroke_loaded_ms", "ms"),
        Row("the others, 95th percentile", "keystroke_loaded_p95_ms", "ms", "keystroke_loaded_p95_ms_ratio", most=50),
        Row("the browser alone, median", "browser_alone_ms", "ms", shared=True),
        Row("the browser alone, 95th percentile", "browser_alone_p95_ms", "ms", shared=True),
        Row("never answered", "unanswered", ""),
    )


def render_search(figures: Figures) -> str:
    """The section: all tables, and what they compare."""
    answers, wires = figures.get("answers", {}), figures.get("wire", {})
    return _TEXT.format(
        index=render_indexes(figures.get("index", {})),
        wire=render_wires(wires),
        answers=render_answers(answers),
        machine=figures.get("machine", ""),
        commands="`, `".join(f"python -m benchmarks {one}" for one in figures.get("commands", ())),
        languages=", ".join(figures.get("languages", ())),
        products=answers.get("products", 0),
        queries=max((one["queries"] for one in wires.values()), default=0),
        facts=", ".join(f"{amount(one['facts_bytes'], 'MB')}" for _, one in by_size(figures.get("index", {})))
        or "none",
    )


def render_indexes(sizes: Mapping[str, Figures]) -> str:
    """The table of indexes."""
    head = ("products", "index", "this project", "Pagefind", "ratio", "same words", "ratio", "target")
    return render([head, *(row for size, figures in by_size(sizes) for row in _index_rows(size, figures))])


def _index_rows(size: str, figures: Figures) -> Iterator[tuple[str, ...]]:
    for row in INDEX:
        ours = amount(figures[f"index_{row.name}"], row.unit)
        peers = (
            cell
            for name in ("", "_words")
            for cell in (
                amount(figures[f"pagefind{name}_{row.name}"], row.unit),
                ratio(figures[row.ratio + name], row.most_ratio),
            )
        )
        yield size, row.label, ours, *peers, row.target()
    for row in OURS_ONLY:
        yield size, row.label, amount(figures[f"index_{row.name}"], row.unit), "", "", "", "", ""


def render_wires(sizes: Mapping[str, Figures]) -> str:
    """The table of what readers wait for."""
    head = ("products", "search field", "this project", "Pagefind", "ratio", "target")
    return render([head, *(row for size, figures in by_size(sizes) for row in _wire_rows(size, figures))])


def _wire_rows(size: str, figures: Figures) -> Iterator[tuple[str, ...]]:
    for row in wire_rows(int(size)):
        if row.is_typed and not figures["keystrokes"]:
            continue
        if row.shared:
            yield size, row.label, amount(figures[row.name], row.unit) if row.name in figures else "", "", "", ""
            continue
        ours, theirs = figures[row.name], figures[f"pagefind_{row.name}"]
        shown = judged(amount(ours, row.unit), missed=row.most is not None and ours > row.most)
        compared = ratio(figures[row.ratio], row.most_ratio) if row.ratio else ""
        yield size, row.label, shown, amount(theirs, row.unit), compared, row.target()


def render_answers(answers: Figures) -> str:
    """The table of right answers."""
    names = {"ours": "this project", "product": "Pagefind", "words": "Pagefind, same words"}
    head = ("answers", "right", "of", "wrong")
    wrong: Mapping[str, list[str]] = answers.get("wrong", {})
    return render(
        [
            head,
            *(
                (names[side], str(answers["cases"] - len(queries)), str(answers["cases"]), ", ".join(queries))
                for side, queries in wrong.items()
            ),
        ]
    )


def by_size(sizes: Mapping[str, Figures]) -> list[tuple[str, Figures]]:
    """Sizes from the smallest up."""
    return sorted(sizes.items(), key=lambda one: int(one[0]))


def amount(figure: float, unit: str) -> str:
    """A figure with its unit, as people write it."""
    return f"{figure / SCALES.get(unit, 1):,.{DECIMALS[unit]}f} {unit}".strip()


def ratio(figure: float, most: float | None) -> str:
    """A ratio; in bold where it is above its target."""
    return judged(f"{figure:.3f}", missed=most is not None and figure > most)


def judged(text: str, *, missed: bool) -> str:
    """In bold where a target is missed."""
    return f"**{text}**" if missed else text


_TEXT = """{index}

{wire}

{answers}

{machine}

Ratios below 1 mean that this project needs less; **bold** is above its target. Commands: `{commands}`.

### What is compared

Both sides index the very same product pages of one synthetic site in the languages `{languages}`. This project indexes
its records instead, in one process, beginning where a build has them in memory; "with reading" begins with the YAML
files, and "in a build" is what all processes together spend on it during `ocop build`. Pagefind uses all processors.

Pagefind is set to win. It reads the product pages and nothing else, of those only the element of the product, and
writes no filters, though our index holds every facet, range and order of the browse page. "Pagefind" leaves out what
only repeats or leads elsewhere; "same words" leaves out everything that this project does not search either (story,
prices, sources, contact), so that it has the least to do. Files that it writes for other search fields than the one
used here are not counted. Ours counts everything below `search/` with the scripts and texts that read it; not counted
are the facts that only comparing and enquiries read (at each size: {facts}).

The wire is measured in Chromium on a screen of a phone, with the processor slowed down four times, from a host on this
machine that compresses as hosts do (gzip, level 6) and keeps connections open. Its line lets an answer begin after
150 ms and sends 1.6 Mbit/s in all. The host slows it down, so that workers of a page wait like the page itself. The
processor's brake works on pages only: the worker that Pagefind searches in runs at full speed, to its advantage.
Pagefind's field is its lighter one (`pagefind-ui.js`), without pictures and without a pause while typing, on the index
of the same words; its scripts come with the page, so that they are counted as bytes and not as time. Ours is the field
in the header; its scripts come when a reader turns to it, and count as both. The page is the same on both sides.

"First query": each of the {queries} queries of `benchmarks/search/queries.txt` is put into the field of a page just
opened. "Later letters": each is typed letter by letter on a page opened anew, the next one as soon as the results of
the last are painted; the first letter is left out. Time ends when the results of that very query have been painted.
All bytes count that are sent until nothing more comes, heads of answers among them. "The browser alone": the lines of
our list exchange names and makers among themselves, without any search, and are painted: a list cannot be faster.

The answers are the Vietnamese cases of the tests (`tests/cases/search/vietnamese.tsv`) on the real catalogue of
{products} products. The first ten results are judged by the open data of the products they name, by one rule for both
sides. Where a word is unknown, finding nothing is enough.
"""
