"""What an officer wrote around a value stays when the value changes."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.editing import edit
from generator.importing.models import ordered
from generator.importing.writing import rewrite
from generator.model import Product
from generator.records.raw import without_blanks
from generator.records.strict_yaml import parse, render
from tests.exporting.records import values_of

TEXT = """\
# Đầu tệp
name:
  vi: Chè đinh   # như giấy chứng nhận
  en: 'Dinh tea'
brand:

# Nơi sản xuất
origin: {stated: {province: Thái Nguyên}}
hs: ["0902.10", "0902.30"]
awards:
  # lần đầu
  - stars: 3
    issued: 2021-07-20  # theo quyết định
    note:
      vi: |
        Một

        hai

  # lần hai
  - {stars: 4, issued: 2024-08-01}
sources:
  - title: Nguồn
    url: https://vi-du.example/a
"""


def changed(**values: Any) -> str:
    """The text with other values of some fields; None takes one out."""
    after = {**without_blanks(parse(TEXT)), **values}
    edited = edit(TEXT, {name: value for name, value in after.items() if value is not None}, Product)
    assert edited is not None
    return edited


def awards() -> list[Any]:
    """The awards of the text."""
    found: Any = copy.deepcopy(parse(TEXT)["awards"])
    return list(found)


@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ({"name": {"vi": "Chè", "en": "Dinh tea"}}, "vi: Chè đinh   #", "vi: Chè   #"),
        ({"name": {"vi": "Chè đinh", "en": "Bud tea"}}, "'Dinh tea'", "'Bud tea'"),
        ({"name": {"vi": "Chè đinh"}}, "  en: 'Dinh tea'\n", ""),
        ({"brand": "Nhãn"}, "brand:\n", "brand: Nhãn\n"),
        ({"summary": {"vi": "Một câu."}}, "brand:\n", "summary:\n  vi: Một câu.\nbrand:\n"),
        ({"hs": ["0902.10"]}, '["0902.10", "0902.30"]', "['0902.10']"),
        ({"origin": {"stated": {"province": "Hà Nội"}}}, "Thái Nguyên", "Hà Nội"),
        ({"sources": None}, "sources:\n  - title: Nguồn\n    url: https://vi-du.example/a\n", ""),
        ({"markets": [{"country": "JP"}]}, "sources:\n", "markets:\n  - country: JP\nsources:\n"),
    ],
)
def test_only_what_changes_is_written_anew(values: dict[str, Any], old: str, new: str) -> None:
    """The rest of the file stays to the byte: comments, blank lines, quotes, brackets, order."""
    assert 1 == TEXT.count(old)
    assert TEXT.replace(old, new) == changed(**values)


def test_an_item_changes_in_its_lines() -> None:
    """Its neighbours and their comments stay."""
    found = awards()
    found[0]["issued"] = "2021-07-21"
    found[1]["level"] = "province"
    expected = TEXT.replace("2021-07-20", "2021-07-21").replace(
        "{stars: 4, issued", "{stars: 4, level: province, issued"
    )
    assert expected == changed(awards=found)


def test_items_come_and_go() -> None:
    """A new one below the last; the lines of one that goes, and no others."""
    found = awards()
    new = {"stars": "5", "decision": "5/QĐ-UBND"}
    assert TEXT.replace("sources:", "  - stars: 5\n    decision: 5/QĐ-UBND\nsources:") == changed(awards=[*found, new])
    assert TEXT.replace("  - {stars: 4, issued: 2024-08-01}\n", "") == changed(awards=found[:1])


def test_other_line_ends_and_marks_stay() -> None:
    """Files from Windows are still from Windows."""
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    values = {**without_blanks(parse(TEXT)), "variety": "LDP"}
    edited = rewrite(text, values, Product)
    assert edited == "\ufeff" + (edit(TEXT, values, Product) or "").replace("\n", "\r\n")
    assert "variety: LDP\r\n" in edited


RECORDS = values_of(Product, ["name", "brand", "hs", "origin", "awards", "trade", "sources", "markets", "keywords"])


@given(before=RECORDS, after=RECORDS, keep=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_any_change_says_what_it_should(before: dict[str, Any], after: dict[str, Any], keep: Any) -> None:
    """Whatever a record held and holds then; what stays the same is not touched at all."""
    text = render(ordered(without_blanks(parse(render(before))), Product))
    mixed = {**before, **{name: value for name, value in after.items() if keep.random() < 0.5}}
    wanted = without_blanks(parse(render(ordered(mixed, Product))))
    edited = rewrite(text, wanted, Product)
    assert wanted == without_blanks(parse(edited))
    assert text == rewrite(text, without_blanks(parse(text)), Product)
