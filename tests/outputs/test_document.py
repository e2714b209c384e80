"""`products.json` says what the records state, agrees with its schema, and never shows stars that are not held."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.outputs.schema_walk import walk

FULL = {
    "summary": {"vi": "Chè nõn tôm", "en": "Bud tea", "translated": ["en"]},
    "story": {"vi": "Đoạn một.\n\nĐoạn hai."},
    "brand": "Tân Cương",
    "variety": "trung du",
    "code": "19-05503-1-2025",
    "gtin": "8938505974194",
    "hs": ["0902.10"],
    "proposals": [{"stars": "5", "year": "2024", "score": "90.5", "evidence": "B2", "note": {"vi": "Chấm điểm"}}],
    "content": {"ingredients": {"vi": "Chè"}, "allergens": {"vi": "Không"}, "net": "200 g", "nutrition": {"vi": "Ít"}},
    "packing": {name: {"vi": "hộp"} for name in ("unit", "case", "pallet", "material")},
    "keeping": {"storage": {"vi": "Nơi khô"}, "shelf_life_days": "730", "temperature": "dưới 30 °C"},
    "home": {
        "price": {"low": "650000", "currency": "VND", "unit": {"vi": "kg"}},
        "shops": [{"name": "Cửa hàng", "address": "Thái Nguyên", "url": "https://shop.example.vn/"}],
        "links": [{"title": "Sàn", "url": "https://san.example.vn/"}],
    },
    "trade": {
        "minimum_order": {"amount": "0.5", "unit": {"vi": "tấn"}},
        "capacity": {"amount": "12", "unit": {"vi": "tấn"}, "per": "year"},
        "lead_time_days": "20",
        "incoterms": [{"rule": "FOB", "place": "Hải Phòng", "year": "2020"}],
        "price": {"low": "20", "high": "25.50", "currency": "USD"},
        "payment": {"en": "L/C"},
        "samples": {"en": "Free"},
    },
    "markets": [{"country": "JP", "since": "2021"}],
    "export_note": {"vi": "Đã xuất"},
    "certifications": [
        {"scheme": "vietgap", "number": "1", "body": "X", "issued": "2025-01-01", "scope": {"vi": "5 ha"}}
    ],
    "tests": [{"laboratory": "Quatest 1", "date": "2025-01-01", "parameters": {"vi": "Dư lượng"}}],
    "traceability": {"system": "txng", "code": "1", "url": "https://txng.example.vn/1"},
    "images": [{"file": "a.jpg", "alt": {"vi": "Gói chè"}, "credit": "A", "licence": "CC-BY-4.0"}],
    "keywords": {"vi": ["trà"], "en": ["tea"]},
}


@pytest.fixture
def read(catalogue_of: Callable[..., Any], files_of: Callable[..., Any]) -> Callable[..., Any]:
    """Makes the document of a catalogue, and its schema."""

    def make(products: Any = None, day: date = date(2026, 11, 23), **more: Any) -> tuple[Any, Any]:
        files = files_of(catalogue_of(products, day=day, **more))
        return json.loads(files["api/v1/products.json"]), json.loads(files["api/v1/products.schema.json"])

    return make


@pytest.fixture
def every_kind(tea: Callable[..., Any], awarded: Callable[..., Any]) -> dict[str, Any]:
    """A product in every standing, one with every field, one with nothing but a name."""
    return {
        "full": tea(**FULL),
        "bare": {"name": {"vi": "Chè"}},
        "grace": awarded(issued="2023-11-01", extended="2027-01-01"),
        "lapsed": awarded("5", "2023-01-01"),
        "withdrawn": awarded(withdrawn={"date": "2026-01-01", "reason": "law", "note": {"vi": "Ghi chú"}}),
        "undated": tea(awards=[{"stars": "4", "year": "2025"}]),
        "proposed": tea(awards="", proposals=[{"stars": "5"}]),
        "two-stars": awarded("2"),
    }


def test_document_agrees_with_its_own_schema(read: Callable[..., Any], every_kind: dict[str, Any]) -> None:
    """Products of every kind pass the schema that is published beside them, and name it."""
    document, schema = read(every_kind)
    Draft202012Validator.check_schema(schema)
    errors = list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(document))
    assert [] == errors
    assert schema["$id"] == document["$schema"]


def test_schema_describes_every_field_that_is_published(read: Callable[..., Any], every_kind: dict[str, Any]) -> None:
    """The schema with room for more taken away still allows every document: no field is left undescribed."""
    document, schema = read(every_kind)
    closed = walk(schema, lambda one: {**one, "additionalProperties": False} if "properties" in one else one)
    assert [] == list(Draft202012Validator(closed).iter_errors(document))
    fields = set(schema["$defs"]["Product"]["properties"])
    assert fields == set().union(*document["products"])


def test_numbers_are_numbers_and_blanks_are_left_out(read: Callable[..., Any], every_kind: dict[str, Any]) -> None:
    """Amounts, stars and years are JSON numbers; a field without value does not appear."""
    products = {one["id"]: one for one in read(every_kind)[0]["products"]}
    trade = products["full"]["trade"]
    assert (0.5, 20, 25.5) == (trade["minimum_order"]["amount"], trade["price"]["low"], trade["price"]["high"])
    assert {"id", "name", "standing", "urls"} == set(products["bare"])


def test_stars_stand_only_where_they_are_held(read: Callable[..., Any], every_kind: dict[str, Any]) -> None:
    """Valid, extended and undated stars are shown; a lapsed award's stars have another name."""
    standings = {one["id"]: one["standing"] for one in read(every_kind)[0]["products"]}
    expected = {"full": 5, "grace": 4, "undated": 4} | dict.fromkeys(("bare", "lapsed", "withdrawn", "proposed"))
    assert {**expected, "two-stars": None} == {name: one["stars"] for name, one in standings.items()}
    assert {"lapsed": 5} == {name: one["award_stars"] for name, one in standings.items() if "award_stars" in one}
    held = {name: one["export_capable"] for name, one in standings.items()}
    assert {"full", "grace"} == {name for name, capable in held.items() if capable}


def test_two_years_later_the_lapsed_have_no_stars_anywhere(
    catalogue_of: Callable[..., Any], files_of: Callable[..., Any]
) -> None:
    """The same record, built with a later as-of date: no stars in document, tables and feeds."""
    before, after = (files_of(catalogue_of(day=date(year, 11, 23))) for year in (2026, 2028))
    standing = json.loads(after["api/v1/products.json"])["products"][0]["standing"]
    assert ("lapsed", None, 5, False) == tuple(standing[key] for key in ("state", "stars", "award_stars", "in_force"))
    for path, words in (("vi/feed.xml", "5 sao"), ("en/feed.xml", "5-star")):
        assert words in before[path].decode()
        assert words not in after[path].decode()
    for path, words in (("api/v1/products.vi.csv", "5 sao"), ("api/v1/products.en.csv", "5-star")):
        assert words in before[path].decode()
        assert words not in after[path].decode()


def test_course_tells_the_days_on_which_the_standing_changes(read: Callable[..., Any]) -> None:
    """Who reads the file later can work out the standing of that day."""
    expected = [
        {"state": "valid"},
        {"from": "2027-09-03", "state": "expiring"},
        {"from": "2028-03-02", "state": "lapsed"},
    ]
    assert expected == read()[0]["products"][0]["standing"]["course"]


def test_place_group_set_producer_and_addresses_are_joined(read: Callable[..., Any]) -> None:
    """What the catalogue knows is given with the record, addresses are absolute."""
    found = read()[0]["products"][0]
    place = {"commune": "xã Tân Cương", "province": "Thái Nguyên"}
    assert {**place, "province_id": "thai-nguyen", "province_en": "Thai Nguyen"} == found["place_today"]
    assert ("food", 11, "htx-tan-cuong") == (found["group"]["id"], found["set"]["number"], found["producer"]["id"])
    site = "https://example.vn/ocop"
    assert {language: f"{site}/{language}/p/che-dinh/" for language in ("vi", "en")} == found["urls"]
    assert f"{site}/en/producers/htx-tan-cuong/" == found["producer"]["urls"]["en"]


def test_an_empty_catalogue_is_a_valid_document(read: Callable[..., Any]) -> None:
    """No products: an empty list, still valid."""
    document, schema = read({}, producers={})
    assert [] == document["products"]
    Draft202012Validator(schema).validate(document)
