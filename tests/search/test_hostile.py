"""Records that mean harm, and catalogues of unusual size."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.search.parts import script
from tests.search.engine import Engine, open_engine
from tests.search.indexes import Index, small_index

NAMES = {
    "markup": "<script>alert(1)</script> Trà",
    "closing": "</script><b>Trà</b>",
    "quotes": "Trà \"đinh\" 'nõn' \\ `x`",
    "separators": "Trà | a,b ~ c ~d|e",
    "prototype": "Trà constructor __proto__ toString",
    "template": "Trà ${alert(1)} {{x}} @@hole@@",
    "other-letters": "Trà 茶 にほん 😀 Ångström",
    "long": "Trà " + "dài " * 40,
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of products with such names, made by somebody of such a name."""
    records: dict[str, dict[str, Any]] = {
        name: {
            "name": {"vi": text},
            "producer": "maker",
            "origin": {"stated": {"commune": text, "province": "Lào Cai"}},
            "keywords": {"vi": [text]},
            "trade": {"minimum_order": {"amount": "5", "unit": {"vi": text}}},
        }
        for name, text in NAMES.items()
    }
    return small_index(tmp_path_factory.mktemp("hostile"), records, {"maker": {"name": {"vi": NAMES["markup"]}}})


@pytest.fixture(scope="module")
def engine(hostile: Index) -> Iterator[Engine]:
    """The engine on it."""
    with open_engine(hostile.folder, "vi") as opened:
        yield opened


def test_texts_come_back_as_they_were_written(engine: Engine, hostile: Index) -> None:
    """Letter by letter."""
    hits = engine.call("products", sorted(hostile.products))
    assert {one: product["name"]["vi"] for one, product in hostile.products.items()} == {
        hit["id"]: hit["name"] for hit in hits
    }
    assert {hostile.products["markup"]["producer"]["name"]["vi"]} == {hit["producer"] for hit in hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("constructor", {"prototype"}),
        ("__proto__", {"prototype"}),
        ("proto", {"prototype"}),
        ("toString", {"prototype"}),
        ("<script>", {"markup", "closing"}),
        ("alert(1)", {"markup", "template"}),
        ("茶", {"other-letters"}),
        ("angstrom", {"other-letters"}),
        ('"đinh"', {"quotes"}),
        ("d|e", {"separators"}),
    ],
)
def test_such_words_are_words(engine: Engine, query: str, found: set[str]) -> None:
    """Found like any other, and only where they stand."""
    assert found <= set(engine.ids(query))
    if query not in ("<script>", "alert(1)"):
        assert found == set(engine.ids(query))


def test_line_ends_of_unicode_do_not_end_a_line_of_script() -> None:
    """Older JavaScript ends a string there; records cannot hold them, but texts of registers might."""
    assert 'OCOP.part("k",["a\\u2028b\\u2029"]);\n' == script("k", ["a\u2028b\u2029"])


def test_units_can_be_asked_for(engine: Engine) -> None:
    """Whatever a unit is called, its id is plain."""
    units = next(one for one in engine.call("ranges") if one["key"] == "minimum_order")["units"]
    assert len(NAMES) == sum(unit["count"] for unit in units)
    for unit in units:
        found = engine.search(ranges={"minimum_order": {"unit": unit["id"]}}, count=True)
        assert unit["count"] == found["total"]


def test_a_catalogue_without_products(tmp_path: Path) -> None:
    """Finds nothing and breaks nothing."""
    index = small_index(tmp_path, {}, {})
    with open_engine(index.folder, "en") as engine:
        assert 0 == engine.call("size")
        for query in ("", "tea", "te", "t", "5 sao", "nuoc mmam", "Hà Nội"):
            assert 0 == engine.search(query, count=True)["total"]
            assert 0 == engine.call("suggest", query)["total"]
        for sort in engine.call("sorts"):
            assert [] == engine.search(sort=sort)["hits"]
        assert [None] == engine.call("products", ["x"])


def test_a_catalogue_of_one_product(tmp_path: Path) -> None:
    """Found by its words, and counted."""
    index = small_index(tmp_path, {"che-dinh": {"name": {"vi": "Chè đinh"}}}, {})
    with open_engine(index.folder, "vi") as engine:
        assert ["che-dinh"] == engine.ids("che dinh")
        assert {"unrated": 1} == engine.search(count=True)["counts"]["standing"]


def test_a_file_that_cannot_be_had_can_be_had_later(hostile: Index, tmp_path: Path) -> None:
    """A broken connection is told, and the next try works."""
    site = tmp_path / "site"
    for path, text in hostile.files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text if "/w-" not in path else "", encoding="utf-8")
    with open_engine(site, "vi") as engine:
        with pytest.raises(AssertionError, match="nothing in"):
            engine.search("tra")
        for path, text in hostile.files.items():
            (site / path).write_text(text, encoding="utf-8")
        assert len(NAMES) == engine.search("tra")["total"]
