from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from generator.issues import Issue, Source
from generator.languages.messages import LANGUAGES
from generator.model import Producer, Product
from generator.records.raw import Raw, RawRecord, without_blanks
from generator.report import render_text
from generator.validation.conversion import convert, place_issues

RECORD = RawRecord("product", "che-shan", "products/records/x/che-shan.yml", {})
NAMES = sorted({*Product.model_fields, "vi", "en", "stars", "issued", "url", "price", "low", "stated", "province"})
values = st.recursive(
    st.text(max_size=20) | st.sampled_from(["", "4", "2025-12-30", "https://example.vn", "VND"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=10,
)
records = st.dictionaries(st.sampled_from(NAMES), values, max_size=8)


def issues_of(values: dict[str, Raw]) -> list[Issue]:
    """The issues of a product."""
    result = convert(RECORD, Product, {"id": "che-shan", **values})
    return result if isinstance(result, list) else []


@settings(max_examples=200)
@given(records)
def test_any_record_is_a_product_or_its_mistakes(values: dict[str, Raw]) -> None:
    """Whatever a record holds, it becomes a product or issues that have words in both languages."""
    issues = issues_of(values)
    for language in LANGUAGES:
        assert len(issues) == render_text(issues, language, show_all=True).count(f"{RECORD.file}: ")


def test_all_mistakes_are_told_at_once() -> None:
    """One record gives all its mistakes in one go."""
    mistakes = issues_of({"name": {"vi": "Chè"}, "gtin": "1", "awards": [{"stars": "9", "issued": "x"}], "hss": "x"})
    assert {"gtin-form", "award-stars", "date-form", "field-unknown"} == {issue.id for issue in mistakes}


BLANK: dict[str, Raw] = {"summary": {"vi": "", "en": ""}, "trade": {"price": {}}, "hs": [], "brand": "", "origin": {}}


def test_a_form_left_empty_states_nothing() -> None:
    """Fields without a value, at any depth, are the same as no fields."""
    plain: dict[str, Raw] = {"id": "che-shan", "name": {"vi": "Chè"}}
    assert convert(RECORD, Product, plain) == convert(RECORD, Product, without_blanks({**plain, **BLANK}))


def test_items_keep_their_number() -> None:
    """An item left empty is told, and those after it keep their place."""
    mistakes = issues_of({"name": {"vi": "Chè"}, "hs": ["0902", "", "x"], "awards": [{}, "4"]})
    assert [
        ("hs-form", ("hs", 1)),
        ("hs-form", ("hs", 2)),
        ("field-map", ("awards", 1)),
    ] == [(issue.id, issue.source.path) for issue in mistakes]


@pytest.mark.parametrize(
    ("word", "suggestion"), [("Ministry", "ministry"), ("provinse", "province"), ("tỉnh", "province"), ("xyz", None)]
)
def test_a_word_near_an_allowed_one_is_suggested(word: str, suggestion: str | None) -> None:
    """A misspelt word gets the nearest allowed one; all of them are named in any case."""
    (mistake,) = issues_of({"name": {"vi": "Chè"}, "awards": [{"level": word}]})
    assert suggestion == mistake.details.get("suggestion")
    assert "ministry, province, district" == mistake.details["allowed"]


def test_a_mistake_of_pydantic_that_has_no_word_is_told_in_general() -> None:
    """What pydantic may find one day still has a message."""

    class Other(BaseModel):
        number: int = Field(gt=3)
        kind: Literal["a", "b"] = "a"

    issues = convert(RECORD, Other, {"number": "1", "kind": "c"})
    assert isinstance(issues, list)
    assert ["field-invalid", "value-unknown"] == [issue.id for issue in issues]
    assert 'number is "1", which cannot be used' in render_text(issues, "en")


def test_producers_are_converted_too() -> None:
    """A producer's record is told with its own fields."""
    (mistake,) = convert(RECORD, Producer, {"id": "htx", "name": {"vi": "HTX"}, "kinds": "x"})
    assert isinstance(mistake, Issue)
    assert "kind" == mistake.details["suggestion"]


def test_places_are_looked_up_in_their_files(tmp_path: Path) -> None:
    """Issues without a line get one; those with a line, or about a whole file, stay as they are."""
    (tmp_path / "a.yml").write_text("name:\n  vi: Chè\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text("\ufeffhs: [x]\n", encoding="utf-8")
    issues = [
        Issue("hs-form", Source("b.yml", ("hs", 0))),
        Issue("yaml-tab", Source("c.yml", (), 7, 1)),
        Issue("file-link", Source("d.yml")),
        Issue("text-control", Source("a.yml", ("name", "vi"))),
        Issue("field-unknown", Source("a.yml", ("name", "vi"))),
    ]
    assert {"b.yml:1:6", "c.yml:7:1", "d.yml", "a.yml:2:7", "a.yml:2:3"} == {
        str(issue.source) for issue in place_issues(issues, tmp_path)
    }
