"""The list of 240 real products: every row becomes a record, and nothing looks rated that is not."""

import csv
from collections import Counter

import pytest

from generator.standing import standing_of
from tests.importing.project import DAY, REAL_LIST, Project


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    """The rows of the list by id."""
    with REAL_LIST.open(encoding="utf-8-sig", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


@pytest.fixture(scope="module")
def states(real: Project) -> dict[str, str]:
    """The state of every product on 23 November 2026."""
    collection = real.collection()
    rules = collection.registers.star_rules
    return {one.id: standing_of(one.awards, one.proposals, DAY, rules).state for one in collection.products}


def test_every_row_is_a_product(real: Project, rows: dict[str, dict[str, str]]) -> None:
    """No row is lost and none is made twice."""
    assert set(rows) == {product.id for product in real.collection().products}


def test_the_records_have_no_error_and_no_warning(real: Project) -> None:
    """Importing the list again tells nothing and changes nothing."""
    before = real.files()
    result = real.import_list(REAL_LIST)
    assert ((), ()) == (result.issues, result.written)
    assert (240, 136) == (result.products.unchanged, result.producers.unchanged)
    assert before == real.files()


def test_states_on_the_day(states: dict[str, str]) -> None:
    """Most awards have no day in their sources, so their validity is not known."""
    expected = {"undated": 144, "valid": 30, "lapsed": 27, "proposed": 19, "withdrawn": 11, "expiring": 5, "unrated": 4}
    assert expected == dict(Counter(states.values()))


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("proposed", "proposed"),
        ("council_result", "proposed"),
        ("conflicting", "proposed"),
        ("removed", "withdrawn"),
        ("unknown", "unrated"),
    ],
)
def test_what_was_not_awarded_is_not_rated(
    status: str, state: str, states: dict[str, str], rows: dict[str, dict[str, str]]
) -> None:
    """A proposal, a council's count, a claim that contradicts the law and a removal are no stars."""
    assert {state} == {states[product] for product, row in rows.items() if row["status"] == status}


def test_todays_province_is_that_of_the_list(real: Project, rows: dict[str, dict[str, str]]) -> None:
    """The register derives from the former province what the list says about today's."""
    collection = real.collection()
    derived = {one.id: collection.registers.province_today(one.origin) for one in collection.products}
    stated = {product: row["province_new"] for product, row in rows.items()}
    assert stated == {product: province.name.vi for product, province in derived.items() if province}


def test_every_record_lies_in_the_folder_of_its_province(real: Project) -> None:
    """No product is without a known province."""
    collection = real.collection()
    folders = {one.id: collection.files[one.id].split("/")[-2] for one in collection.products}
    derived = {one.id: collection.registers.province_today(one.origin) for one in collection.products}
    assert folders == {product: province.id for product, province in derived.items() if province}


def test_every_award_names_what_the_row_names(real: Project, rows: dict[str, dict[str, str]]) -> None:
    """Stars, decision, day and score of the latest award are those of the row, blank where it is blank."""
    for product in real.collection().products:
        for award in product.awards[-1:]:
            row = rows[product.id]
            assert row["stars"] == str(award.stars or "")
            assert row["decision_number"] == (award.decision or "")
            assert row["issued_at"] == str(award.issued or "")
            assert row["valid_until_stated"] == str(award.expires or "")


def test_the_raw_list_without_added_columns_is_read_too(project: Project) -> None:
    """The columns that were added later are not needed."""
    with REAL_LIST.open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.DictReader(stream))
    added = {
        "name_en",
        "name_en_origin",
        "address",
        "name_source",
        "name_source_language",
        "producer_en",
        "district_en",
    }
    raw = [{column: cell for column, cell in row.items() if column not in added} for row in table]
    result = project.import_rows(*raw)
    assert (240, ()) == (result.products.new, result.issues)
    assert "vase cygne" == project.record("records/hai-phong/vase-cygne-french-rendering-hai-duong.yml")["name"]["fr"]  # type: ignore[index,call-overload]
