"""Facts side by side: only stated ones, in a fixed order, with the rows marked in which products differ."""

from typing import Any

from tests.desk.conftest import Run

WORDS = {"field.producer": "Chủ thể", "stars.5": "5 sao", "unit.days.other": "{count} ngày"}
HIT: dict[str, Any] = {
    "id": "che",
    "name": "Chè",
    "producer": "HTX Tân Cương",
    "producerLang": "vi",
    "producerUrl": "vi/producers/htx/",
    "province": "Thái Nguyên",
    "set": "",
    "stars": 5,
    "state": "valid",
    "expires": "2027-07-01",
    "awarded": "2024-07-01",
    "minimumOrder": "",
    "markets": [],
    "shelfLifeDays": 0,
}


def compared(run: Run, *products: tuple[dict[str, Any], list[list[object]]]) -> dict[str, tuple[bool, list[Any]]]:
    """For each key whether it differs, and its texts, in the order of the table."""
    given = [{"hit": HIT | changes, "rows": rows} for changes, rows in products]
    groups = run("OCOP.differences(given.products, given.words, (day) => day)", products=given, words=WORDS)
    rows = [row for group in groups for row in group["rows"]]
    return {row["key"]: (row["differs"], [cell and cell["text"] for cell in row["cells"]]) for row in rows}


def test_equal_and_different_facts(run: Run) -> None:
    """Case, spaces and the form of letters are no difference; a fact that only one states is."""
    first = [["content.net", "Khối lượng", "500  g", "", 0, ""], ["packing.unit", "Đơn vị", "Hộp", "", 0, ""]]
    second = [["content.net", "Khối lượng", "500 G", "", 0, ""], ["trade.payment", "Thanh toán", "L/C", "", 0, ""]]
    rows = compared(run, ({}, first), ({"province": "Tha\u0301i Nguyên", "expires": "2028-07-01"}, second))
    assert {"awards.expires", "packing.unit", "trade.payment"} == {key for key, (differs, _) in rows.items() if differs}
    assert (True, [None, "L/C"]) == rows["trade.payment"]


def test_nothing_stated_is_no_row(run: Run) -> None:
    """A key that no product states is left out."""
    assert {"markets", "category.set", "trade.minimum_order"}.isdisjoint(compared(run, ({}, []), ({}, [])))


def test_stars_are_shown_only_while_they_are_held(run: Run) -> None:
    """The stars of a lapsed award do not stand beside those in force."""
    rows = compared(run, ({}, []), ({"state": "lapsed"}, []))
    assert (True, ["5 sao", None]) == rows["awards.stars"]


def test_order_is_that_of_a_buyer(run: Run) -> None:
    """Stars first, then the producer, trade, the product, packing; what nobody placed comes with the product."""
    facts: list[list[object]] = [
        ["packing.case", "", "x", "", 0, ""],
        ["a.new", "Mới", "x", "", 0, ""],
        ["trade.capacity", "", "x", "", 0, ""],
        ["content.net", "", "x", "", 0, ""],
    ]
    keys = list(compared(run, ({"shelfLifeDays": 90}, facts)))
    assert ["awards.stars", "awards.expires", "awards.issued", "producer", "origin.province", "trade.capacity"] == keys[
        :6
    ]
    assert ["content.net", "keeping.shelf_life_days", "a.new", "packing.case"] == keys[6:]


def test_contacts_are_not_compared(run: Run) -> None:
    """Telephone numbers come with the sheets for enquiries; they tell nothing about products."""
    rows = compared(run, ({}, [["contact.phone", "Điện thoại", "+84 1", "", 0, ""]]), ({}, []))
    assert [] == [key for key in rows if key.startswith("contact.")]


def test_language_and_translation_stay_with_the_words(run: Run) -> None:
    """So that a screen reader speaks them right, and the page marks them."""
    rows = [["content.ingredients", "Thành phần", "tea", "en", 1, ""]]
    groups = run(
        "OCOP.differences(given.products, {}, (day) => day)",
        products=[{"hit": HIT, "rows": rows}],
    )
    (cell,) = next(row["cells"] for group in groups for row in group["rows"] if row["key"] == "content.ingredients")
    assert {"text": "tea", "lang": "en", "translated": True, "url": "", "until": ""} == cell
