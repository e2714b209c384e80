"""What the engine does with queries beyond the cases: order, filters in words, mistakes, unknown words, hits."""

import unicodedata
from typing import Any

import pytest

from tests.search.engine import Engine, open_engine
from tests.search.indexes import Index


def found_filters(engine: Engine, text: str, literal: list[str] | None = None) -> dict[str, list[str]]:
    """Facets and values that are understood in a text."""
    filters: dict[str, list[str]] = {}
    for one in engine.call("understand", text, literal or [])["filters"]:
        filters.setdefault(one["facet"], []).append(one["value"])
    return filters


@pytest.mark.parametrize(
    ("text", "words", "filters"),
    [
        ("5 sao", [], {"stars": ["5"]}),
        ("4-5 sao", [], {"stars": ["4", "5"]}),
        ("4 – 5 stars", [], {"stars": ["4", "5"]}),
        ("3 đến 5 sao", [], {"stars": ["3", "4", "5"]}),
        ("3 hoặc 5 sao", [], {"stars": ["3", "5"]}),
        ("năm sao", [], {"stars": ["5"]}),
        ("five star", [], {"stars": ["5"]}),
        ("5sao", [], {"stars": ["5"]}),
        ("4★", [], {"stars": ["4"]}),
        ("★★★★★", [], {"stars": ["5"]}),
        ("OCOP 4 sao", [], {"stars": ["4"]}),
        ("trà hạng 4 sao OCOP", ["trà"], {"stars": ["4"]}),
        ("từ 4 sao", [], {"stars": ["4", "5"]}),
        ("trà từ 4 sao trở lên", ["trà"], {"stars": ["4", "5"]}),
        ("từ 3 đến 4 sao", [], {"stars": ["3", "4"]}),
        ("ít nhất 4 sao", [], {"stars": ["4", "5"]}),
        ("3 sao trở lên", [], {"stars": ["3", "4", "5"]}),
        ("4+ sao", [], {"stars": ["4", "5"]}),
        ("at least 4 stars", [], {"stars": ["4", "5"]}),
        ("4 stars and up", [], {"stars": ["4", "5"]}),
        ("tea with 4 or 5 stars", ["tea", "with"], {"stars": ["4", "5"]}),
        ("c++", ["c"], {}),
        ("xuất khẩu", [], {"export": ["yes"]}),
        ("chè XUAT KHAU", ["chè"], {"export": ["yes"]}),
        ("tea for export", ["tea"], {"export": ["yes"]}),
        ("Export", [], {"export": ["yes"]}),
        ("Đắk Lắk", [], {"province": ["dak-lak"]}),
        ("tỉnh daklak", [], {"province": ["dak-lak"]}),
        ("TP. Hà Nội 5 sao", [], {"stars": ["5"], "province": ["ha-noi"]}),
        ("sản phẩm OCOP Lâm Đồng", [], {"province": ["lam-dong"]}),
        ("Long An", [], {"province": ["tay-ninh"]}),
        ("long-an", [], {"province": ["tay-ninh"]}),
        ("longan", ["longan"], {}),
        ("Bắc Kạn", [], {"province": ["thai-nguyen"]}),
        ("thực phẩm", [], {"group": ["food"]}),
        ("Beverages", [], {"group": ["beverages"]}),
        ("nước mắm, tương", [], {"set": ["fish-sauce-liquid-seasonings"]}),
        ("coffee and cocoa", [], {"set": ["coffee-cocoa"]}),
        ("trà", ["trà"], {}),
        ("hoa", ["hoa"], {}),
        ("cà phê đắk lắk", ["cà", "phê", "đắk", "lắk"], {}),
        ("5", ["5"], {}),
        ("6 sao", ["6", "sao"], {}),
        ("gia vị", ["gia", "vị"], {}),
        ("chè TX Phú Thọ", ["chè", "Phú", "Thọ"], {}),
        ("", [], {}),
        ("…!?", [], {}),
    ],
)
def test_filters_in_words(vietnamese: Engine, text: str, words: list[str], filters: dict[str, list[str]]) -> None:
    """Stars, export, and a place, group or set that is all there is, become filters; the rest stays words."""
    assert words == vietnamese.call("understand", text)["words"]
    assert filters == found_filters(vietnamese, text)


def test_understood_filters_narrow_and_add_to_chosen_ones(vietnamese: Engine) -> None:
    """A typed filter is the same as a chosen one, and values of one facet add up."""
    assert vietnamese.ids(filters={"stars": ["5"]}) == vietnamese.ids("5 sao")
    both = set(vietnamese.ids(filters={"stars": ["4", "5"]}))
    assert both == set(vietnamese.ids("5 sao", filters={"stars": ["4"]}))


def test_a_filter_can_be_taken_back(vietnamese: Engine) -> None:
    """The phrase of a removed chip is searched for as words."""
    assert {} == found_filters(vietnamese, "Hòa Bình", ["Hòa Bình"])
    as_words, as_filter = vietnamese.ids("Hòa Bình", literal=["Hòa Bình"]), vietnamese.ids("Hòa Bình")
    assert as_words
    assert set(as_words) != set(as_filter) or as_words[0] == as_filter[0]


def test_a_former_province_comes_before_the_rest_of_todays(vietnamese: Engine) -> None:
    """Bắc Kạn is a filter for Thái Nguyên, but its own products come first."""
    hits = vietnamese.search("Bắc Kạn", size=100)["hits"]
    former = [hit["formerProvince"] == "Bắc Kạn" for hit in hits]
    assert any(former)
    assert not all(former)
    assert sorted(former, reverse=True) == former


def test_marks_that_are_typed_count(vietnamese: Engine) -> None:
    """Dừa before dứa and dưa, and the other way round."""
    for word in ("dừa", "dứa", "dưa"):
        first = vietnamese.search(word, size=1)["hits"][0]["name"].lower()
        assert word in first


def test_names_come_before_producers_and_texts(made_up: Engine, synthetic: Index) -> None:
    """A product called Hương Quê stands before one whose producer is, and that before one that only mentions it."""
    ids = made_up.ids("hương quê")
    in_name = ["hương quê" in synthetic.products[one]["name"]["vi"].lower() for one in ids]
    in_maker = [
        "hương quê" in synthetic.products[one].get("producer", {}).get("name", {}).get("vi", "").lower() for one in ids
    ]
    places = [0 if name else 1 if maker else 2 for name, maker in zip(in_name, in_maker, strict=True)]
    assert sorted(places) == places
    assert {0, 1} <= set(places)


def test_neighbours_come_before_scattered_words(made_up: Engine) -> None:
    """Mật ong in this order before names that have both words apart."""
    names = [name.lower() for name in made_up.names("mat ong", 300)]
    beside = ["mật ong" in name for name in names]
    with_both = [here for here, name in zip(beside, names, strict=True) if "mật" in name and "ong" in name]
    assert sorted(with_both, reverse=True) == with_both


def test_every_word_must_match(made_up: Engine) -> None:
    """A second word leaves fewer, all of them among those of the first."""
    both, first, second = (set(made_up.ids(q)) for q in ("trà gừng", "trà", "gừng"))
    assert both
    assert both <= first & second
    assert both < second | first


@pytest.mark.parametrize("query", ["cà phê", "CÀ PHÊ", "Cà Phê ", " cà   phê", "cà, phê!", "(cà-phê)"])
def test_case_form_and_signs_make_no_difference(vietnamese: Engine, query: str) -> None:
    """The same hits in the same order, composed or not."""
    expected = vietnamese.ids("cà phê")
    assert expected == vietnamese.ids(query)
    assert expected == vietnamese.ids(unicodedata.normalize("NFD", query))


@pytest.mark.parametrize("query", ["ST26", "om 5452", "5452"])
def test_another_number_is_no_mistake(vietnamese: Engine, query: str) -> None:
    """A code with another digit is another product."""
    found = vietnamese.search(query)
    assert ([], 0, [query.rsplit(maxsplit=1)[-1]]) == (found["corrected"], found["total"], found["unknown"])


@pytest.mark.parametrize(("query", "market"), [("usa", "US"), ("Hoa Kỳ", "US"), ("korea", "KR"), ("UAE", "AE")])
def test_markets_have_short_names(made_up: Engine, synthetic: Index, query: str, market: str) -> None:
    """The register of synonyms knows them."""
    sold = {one for one, product in synthetic.products.items() if market in map(_country, product.get("markets", []))}
    assert sold <= set(made_up.ids(query))


def _country(market: dict[str, Any]) -> str:
    return str(market["country"])


def test_codes_are_found_with_and_without_what_they_are_of(made_up: Engine) -> None:
    """HS 0902 and 0902 are one heading."""
    assert set(made_up.ids("0902")) == set(made_up.ids("HS 0902")) != set()


def test_weights_are_found(made_up: Engine, synthetic: Index) -> None:
    """With a space before the unit or without."""
    expected = {one for one, product in synthetic.products.items() if product.get("content", {}).get("net") == "500 g"}
    assert expected
    assert expected <= set(made_up.ids("500g")) <= set(made_up.ids("500 g"))


@pytest.mark.parametrize(
    ("query", "apart"),
    [
        ("dalat", "đà lạt"),
        ("phuquoc", "phú quốc"),
        ("tancuong", "tân cương"),
        ("khesanh", "khe sanh"),
    ],
)
def test_names_may_be_written_as_one(vietnamese: Engine, query: str, apart: str) -> None:
    """Those of products, and of producers and places below the province."""
    assert set(vietnamese.ids(apart)) == set(vietnamese.ids(query)) != set()


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("Vietnamese coffee", "coffee"),
        ("tea Vietnam", "tea"),
        ("cà phê Việt Nam", "cà phê"),
        ("sản phẩm 5 sao", "5 sao"),
        ("OCOP products", ""),
    ],
)
def test_what_is_true_of_every_product_leaves_none_out(english: Engine, query: str, same: str) -> None:
    """All of them are OCOP products of Vietnam, whatever their records say."""
    found = english.search(query)
    assert [] == found["unknown"]
    assert found["total"] >= english.search(same)["total"] > 0
    if same and not found["understood"]:
        assert english.ids(same, 3) == english.ids(query, 3)


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("nuowcs mawms", ["nước", "mắm"]),
        ("ruowuj", ["rượu"]),
        ("ddieefu", ["điều"]),
        ("nuoc mam fu quoc", ["phú"]),
        ("xau rieng", ["sầu"]),
        ("banh chang", ["tráng"]),
        ("zừa", ["dừa"]),
        ("caphee", ["caphe"]),
    ],
)
def test_what_was_meant_is_understood(vietnamese: Engine, query: str, right: list[str]) -> None:
    """Keys of an input method that was off, letters that sound alike, a mistake in words written as one."""
    found = vietnamese.search(query)
    assert right == [one["to"] for one in found["corrected"]]
    assert found["total"] > 0


@pytest.mark.parametrize(
    ("query", "right", "named"),
    [("lước mắm", "nước", "nước mắm"), ("banh trong", "tráng", "bánh tráng"), ("ngọc trui", "trai", "ngọc trai")],
)
def test_a_known_word_may_be_the_mistake(vietnamese: Engine, query: str, right: str, named: str) -> None:
    """When no product has all words, and another reading of one stands beside its neighbours."""
    found = vietnamese.search(query)
    assert [right] == [one["to"] for one in found["corrected"]]
    assert named in found["hits"][0]["name"].lower()


@pytest.mark.parametrize("query", ["tea gift", "black tea", "qui nhơn", "đông trùng đà nẵng quế"])
def test_words_that_are_no_mistake_stay(vietnamese: Engine, query: str) -> None:
    """Nothing is found rather than anything."""
    found = vietnamese.search(query)
    assert ([], [], 0) == (found["corrected"], found["unknown"], found["total"])


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("nuoc mmam", "mắm"),
        ("nuoc mma", None),
        ("cofee", "coffee"),
        ("coffe", None),
        ("coffeee", "coffee"),
        ("fihs sauce", "fish"),
        ("fishh sauce", "fish"),
        ("sauxe", "sauce"),
    ],
)
def test_one_mistake_is_forgiven(english: Engine, query: str, right: str | None) -> None:
    """A letter too many, too few, wrong or swapped; told, so that the reader can judge; half words are no mistakes."""
    found = english.search(query)
    if right:
        assert [right] == [unicodedata.normalize("NFC", one["to"]).lower() for one in found["corrected"]]
        assert found["total"] > 0
    else:
        assert [] == found["corrected"]


@pytest.mark.parametrize("query", ["xyz", "kofeee", "cà phê qqqq", "trà wwww gừng"])
def test_unknown_words_are_named_as_typed(vietnamese: Engine, query: str) -> None:
    """Short words and words with two mistakes are not guessed, and never dropped."""
    found = vietnamese.search(query)
    assert 0 == found["total"]
    assert 1 == len(found["unknown"])
    assert found["unknown"][0] in query


def test_unknown_words_keep_their_spelling(vietnamese: Engine) -> None:
    """Marks, case and all."""
    assert ["XyzzýQ"] == vietnamese.search("cà phê XyzzýQ")["unknown"]


@pytest.mark.parametrize(
    "query", ["constructor", "__proto__", "toString", "hasOwnProperty valueOf", "undefined", "null"]
)
def test_words_of_the_language_of_scripts_are_words(vietnamese: Engine, query: str) -> None:
    """Nothing is found under the names of what every object of JavaScript has."""
    assert 0 == vietnamese.search(query)["total"]
    assert [] == vietnamese.call("understand", query)["filters"]


def test_a_letter_still_being_typed_keeps_the_hits(made_up: Engine) -> None:
    """On the way from "nuoc" to "nuoc mam" there is always something."""
    for query in ("n", "nu", "nuo", "nuoc", "nuoc m", "nuoc ma", "nuoc mam"):
        found = made_up.search(query)
        assert found["total"] > 0 or query == "n"
    assert all("nước m" in name.lower() for name in made_up.names("nuoc m", 5))


@pytest.mark.parametrize(("typed", "same"), [("mỳ", "mì"), ("mĩ phẩm", "mỹ phẩm"), ("kĩ", "kỹ"), ("qui", "quy")])
def test_y_and_i_are_one_sound(vietnamese: Engine, typed: str, same: str) -> None:
    """Whoever spells it one way finds the other, what is spelled as typed first."""
    assert vietnamese.ids(same)
    assert set(vietnamese.ids(f"{same} ")) & set(vietnamese.ids(typed))


def test_words_written_apart(vietnamese: Engine) -> None:
    """Sa Pa finds Sapa too; but ca and o are not the syllable that their letters happen to make."""
    assert vietnamese.ids("sapa")
    assert set(vietnamese.ids("sapa")) <= set(vietnamese.ids("sa pa"))
    assert vietnamese.ids("cao")
    assert not set(vietnamese.ids("cao")) <= set(vietnamese.ids("ca o"))


def test_both_languages_find_the_same_products(vietnamese: Engine, english: Engine) -> None:
    """Only words around the hits differ."""
    for query in ("fish sauce", "nước mắm", "tea", "Đồ uống", "tinh bột nghệ", "turmeric"):
        assert vietnamese.ids(query) == english.ids(query)


def test_suggestions_are_the_first_hits(english: Engine) -> None:
    """With as little loading as possible, and the same numbers."""
    full = english.search("tea", size=8)
    short = english.call("suggest", "tea")
    assert {key: full[key] for key in short} == short
    assert 3 == len(english.call("suggest", "tea", 3)["hits"])


def test_highlights_are_on_the_original_text(vietnamese: Engine) -> None:
    """The marks of the name stay, and a half-typed word marks its beginning only."""
    hit = vietnamese.search("nuoc ma", size=1)["hits"][0]
    assert ["Nước", "mắ"] == [hit["name"][start:end] for start, end in hit["marks"]]


def test_products_by_id(vietnamese: Engine, real: Index) -> None:
    """In the order asked for, with null for what is not there."""
    ids = sorted(real.products)
    asked = [ids[7], "no-such-product", ids[3], ids[7], "__proto__", ""]
    found = vietnamese.call("products", asked)
    assert [ids[7], None, ids[3], ids[7], None, None] == [hit and hit["id"] for hit in found]
    assert ids == [hit["id"] for hit in vietnamese.call("products", ids)]


def standing_of(hit: dict[str, Any]) -> dict[str, Any]:
    """What a hit says of the standing, as the open data says it."""
    held = hit["stars"] if hit["state"] in ("valid", "expiring", "grace", "undated") else None
    return {"state": hit["state"], "stars": held, "expires": hit["expires"] or None}


@pytest.mark.parametrize("name", ["real", "synthetic"])
def test_hits_say_what_the_open_data_says(request: pytest.FixtureRequest, name: str) -> None:
    """Names, maker, places, category, standing and trade of every product."""
    index: Index = request.getfixturevalue(name)
    engine: Engine = request.getfixturevalue("english" if name == "real" else "made_up")
    for hit in engine.call("products", sorted(index.products)):
        product = index.products[hit["id"]]
        names, standing = product["name"], product["standing"]
        stated = [one for one in ("vi", "en", "fr") if one in names and one not in names.get("translated", [])]
        assert (names[stated[0]], stated[0]) == (hit["name"], hit["nameLang"])
        assert bool(hit["other"] and hit["otherLang"] in names.get("translated", [])) == hit["otherTranslated"]
        assert names.get("en", "") in (hit["name"], hit["other"])
        assert product.get("producer", {}).get("id", "") == hit["producerId"]
        assert product.get("place_today", {}).get("province_en", "") == hit["province"]
        assert product.get("set", {}).get("id", "") == hit["setId"]
        assert product.get("group", {}).get("id", "") == hit["groupId"]
        assert {key: standing.get(key) for key in ("state", "stars", "expires")} == standing_of(hit)
        course = [[step.get("from", ""), step["state"]] for step in standing.get("course", [])]
        assert course == hit["course"]
        assert product.get("keeping", {}).get("shelf_life_days", 0) == hit["shelfLifeDays"]
        assert len({one["country"] for one in product.get("markets", [])}) == len(hit["markets"])
        assert f"en/p/{hit['id']}/" == hit["url"]
        terms = [term["rule"] for term in product.get("trade", {}).get("incoterms", [])]
        assert list(dict.fromkeys(terms)) == hit["incoterms"]


def test_nothing_is_loaded_twice(synthetic: Index) -> None:
    """A later keystroke uses what is there."""
    with open_engine(synthetic.folder, "en") as engine:
        for query in ("m", "ma", "mat", "mat o", "mat on", "mat ong", "mat on", "mat"):
            engine.call("suggest", query)
        assert len(set(engine.all_loaded)) == len(engine.all_loaded)
        engine.call("suggest", "mat ong")
        assert [] == engine.loaded
