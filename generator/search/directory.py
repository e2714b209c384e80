"""The directory of one language: what there is to choose from, in its words, and which files hold what.

The one file whose name never changes, and the first to be loaded. It is made last: it names the others by their hashes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.catalogue.wording import Texts
from generator.languages.sorting import sort_key
from generator.model import plain
from generator.search.cards import CARDS_A_FILE
from generator.search.columns import Amounts
from generator.search.naming import Naming
from generator.search.parts import FOLDER, SHARED, hashes_of, script
from generator.search.source import File, Source
from generator.search.values import FACETS, HIDDEN, MULTIPLE, Value, field_of, label
from generator.standing import STATES

SORTED_BY_LABEL = ("province", "certification", "market")
NUMBERED = ((SHARED, "i"), (SHARED, "v"), ("", "c"), ("", "sheets"))
"""Kinds of files that are named by a number, with their folders; "" is that of the language."""
NAMED = ((SHARED, "w"), (SHARED, "b"), (SHARED, "r"), (SHARED, "d"), ("", "o"))
"""Kinds of files that are named by a word."""


def make_directory(
    source: Source,
    naming: Naming,
    language: str,
    values: Sequence[Value],
    ranges: Mapping[str, Sequence[Amounts]],
    paths: Iterable[str],
) -> File:
    """The directory; `paths` are those of all other files of the index."""
    former = {one.code: one.name for one in source.former_names.values()}
    data: dict[str, Any] = {
        "language": language,
        "size": len(source.entries),
        "asOf": source.as_of.isoformat(),
        "facets": [_facet(facet, source, language, values) for facet in FACETS],
        "kinds": [*_kinds(source, values)],
        "phrases": [[place, " ".join(found)] for place, one in enumerate(values) if (found := [*naming.phrases(one)])],
        "ranges": [_range(key, amounts, source.texts[language], language) for key, amounts in ranges.items()],
        "former": [former[one.id] for one in values if one.facet == "former"],
        "drawings": [*_drawings(source, values)],
        "states": STATES,
        "cards": CARDS_A_FILE,
        "places": [*_places(source)],
        "files": [*_files(list(paths), language)],
    }
    return f"{FOLDER}/{language}/index.js", script(f"{language}/index", data)


def _facet(facet: str, source: Source, language: str, values: Sequence[Value]) -> list[object]:
    """Key, label and whether there can be several; then the values in the order to be shown."""
    key = sort_key(language)
    shown = [(place, one, label(one, language, source)) for place, one in enumerate(values) if one.facet == facet]
    if facet in SORTED_BY_LABEL:
        shown.sort(key=lambda one: key(one[2]))
    return [
        facet,
        source.texts[language][f"facet.{facet}"],
        int(facet in MULTIPLE),
        [[place, one.id, words, len(one.numbers), *_parent(one, source)] for place, one, words in shown],
    ]


def _parent(value: Value, source: Source) -> Iterator[str]:
    """The group of a set."""
    if value.facet == "set":
        yield from (one.group for one in source.registers.sets.values() if one.id == value.id)


def _drawings(source: Source, values: Iterable[Value]) -> Iterator[list[object]]:
    """For each set its number; its group and the drawing that stands for a picture."""
    sets = {one.id: one for one in source.registers.sets.values()}
    for place, value in enumerate(values):
        if value.facet == "set":
            group = source.registers.groups[sets[value.id].group]
            yield [place, [group.id, sets[value.id].picture or group.picture]]


def _places(source: Source) -> Iterator[list[object]]:
    """Each language with the pages that products share in it, the states of those that do, and pages of producers."""
    for language in source.texts:
        bundles = source.places.of(language)
        yield [language, bundles.number, bundles.states, bundles.makers]


def _kinds(source: Source, values: Sequence[Value]) -> Iterator[list[object]]:
    """Facets and what only helps to find, with the field their names count as, and how many values there are."""
    for facet in (*FACETS, *HIDDEN):
        yield [facet, field_of(facet), sum(one.facet == facet for one in values)]
    yield ["synonym", field_of("synonym"), len(source.synonyms.groups)]


def _range(key: str, amounts: Sequence[Amounts], texts: Texts, language: str) -> list[object]:
    """Key and label; how many products state it; its units with their labels, numbers of products and both ends."""
    stated = len(set().union(*(one.numbers for one in amounts)))
    units: dict[str, list[Amounts]] = {}
    for one in amounts:
        units.setdefault(one.unit, []).append(one)
    return [key, texts[f"range.{key}"], stated, [_unit(*found, language) for found in units.items()]]


def _unit(unit: str, amounts: Sequence[Amounts], language: str) -> list[object]:
    words = amounts[0].words
    return [
        unit,
        words.best(language)[0] if words else unit,
        len(set().union(*(one.numbers for one in amounts))),
        plain(Decimal(min(low for one in amounts for low in one.lows))),
        plain(Decimal(max(high for one in amounts for high in one.highs))),
    ]


def _files(paths: Sequence[str], language: str) -> Iterator[list[str]]:
    """Kind, names divided by spaces, and their hashes written as one. Numbers are sorted as numbers."""
    for folder, kind in NUMBERED:
        hashes = {int(name): one for name, one in hashes_of(paths, folder or language, kind).items()}
        yield [kind, " ".join(map(str, sorted(hashes))), "".join(hashes[number] for number in sorted(hashes))]
    for folder, kind in NAMED:
        found = hashes_of(paths, folder or language, kind)
        names = sorted(found, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        yield [kind, " ".join(names), "".join(found[name] for name in names)]
