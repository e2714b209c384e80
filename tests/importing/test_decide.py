"""A row that may be a product that exists is told and waits; an officer decides, and nothing is merged silently."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.importer import ImportResult, Wishes, import_table
from generator.importing.near import are_near
from generator.records.strict_yaml import parse, render
from tests.importing.project import ROW, Project, csv_text, ids

PLAIN = {column: cell for column, cell in ROW.items() if column != "id"}
LATER = {**PLAIN, "decision_number": "90/QĐ-UBND", "issued_at": "2024-08-01"}


def again(project: Project, *rows: dict[str, str], dry_run: bool = False) -> ImportResult:
    """Import with a file of decisions."""
    (project.folder / "list.csv").write_text(csv_text(*rows), encoding="utf-8")
    return import_table(project.folder / "list.csv", project.products, Wishes(dry_run, decide=decisions(project)))


def decisions(project: Project) -> Path:
    """The file of decisions."""
    return project.folder / "decisions.yml"


def answer(project: Project, word: str) -> None:
    """Write one decision into every entry, as an officer would."""
    values = parse(decisions(project).read_text(encoding="utf-8"))
    entries = [{**entry, "decision": word} for entry in values["decisions"]]  # type: ignore[dict-item]
    decisions(project).write_text(render({"decisions": entries}), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        {"name_vi": "Chè đinh Tân Cương"},
        {"name_vi": "Chè ddinh"},
        {"producer": "HTX chè Ví Dzụ"},
        {"name_vi": "Chè đinh thượng hạng", "producer": "HTX chè Vi Dụ Tân"},
        {"producer": ""},
    ],
)
def test_what_may_be_the_same_waits(project: Project, change: dict[str, str]) -> None:
    """A name with a word more or a slip, a producer with a slip or none: told, not imported, not merged."""
    project.import_rows(PLAIN)
    before = project.files()
    result = project.import_rows({**LATER, **change})
    assert (["import-near"], 1, before) == (ids(result), result.left_out, project.files())


@pytest.mark.parametrize(
    "change",
    [
        {"name_vi": "Chè đinh 2"},
        {"name_vi": "Miến dong"},
        {"producer": "Công ty cổ phần Khác"},
        {"province_old": "Lào Cai", "district_old": "", "commune_old": ""},
    ],
)
def test_what_is_another_product_does_not_wait(project: Project, change: dict[str, str]) -> None:
    """Another number, another name, another producer, another province."""
    project.import_rows(PLAIN)
    assert ([], 1) == ((result := project.import_rows({**LATER, **change})).products.changed * [0], result.products.new)


def test_the_same_is_decided(project: Project) -> None:
    """The award goes to the record; its names stay, and no second producer is made. Once more changes nothing."""
    project.import_rows(PLAIN)
    row = {**LATER, "name_vi": "Chè đinh Tân Cương", "producer": "HTX chè Ví Dzụ"}
    assert ["import-near"] == ids(again(project, row))
    answer(project, "same")
    result = again(project, row)
    (product,) = project.collection().products
    assert ([], 1, "Chè đinh") == (ids(result), result.products.changed, product.name.vi)
    assert ["12/QĐ-UBND", "90/QĐ-UBND"] == [award.decision for award in product.awards]
    assert 1 == len(project.collection().producers)
    before = project.files()
    assert ((), before) == (again(project, row).written, project.files())


def test_another_one_is_decided(project: Project) -> None:
    """It becomes a record of its own, and is found for certain from then on."""
    project.import_rows(PLAIN)
    row = {**LATER, "name_vi": "Chè đinh Tân Cương"}
    again(project, row)
    answer(project, "mới")
    assert 1 == again(project, row).products.new
    assert ([], ()) == (ids(project.import_rows(row)), project.import_rows(row).written)


def test_open_questions_are_kept_once_and_answers_stay(project: Project) -> None:
    """The file grows only by what is new; a dry run does not touch it."""
    project.import_rows(PLAIN)
    row = {**LATER, "name_vi": "Chè đinh Tân Cương"}
    again(project, row, dry_run=True)
    assert not decisions(project).exists()
    again(project, row)
    first = decisions(project).read_bytes()
    again(project, row)
    assert first == decisions(project).read_bytes()
    assert "list.csv:2" in first.decode()


def test_a_word_that_is_no_decision_is_told(project: Project) -> None:
    """And nothing is imported."""
    project.import_rows(PLAIN)
    row = {**LATER, "name_vi": "Chè đinh Tân Cương"}
    again(project, row)
    answer(project, "maybe")
    assert ["import-decision"] == ids(again(project, row))


def test_rows_of_one_list_are_not_near_to_each_other(project: Project) -> None:
    """Who makes the list knows that they are two; nor are they near to records that other rows are for certain."""
    other = {**PLAIN, "name_vi": "Chè đinh Tân Cương"}
    assert ([], 2) == (ids(result := project.import_rows(PLAIN, other)), result.products.new)
    both = [{**row, "decision_number": "90/QĐ-UBND", "issued_at": "2024-08-01"} for row in (PLAIN, other)]
    assert ([], 2) == (ids(result := project.import_rows(*both)), result.products.changed)


def test_an_ocop_code_finds_its_product(project: Project) -> None:
    """Whatever the later list calls it; what differs is told, and the history grows."""
    project.import_rows({**PLAIN, "code": "19-164-05443-1-2021"})
    result = project.import_rows({**LATER, "code": "19-164-05443-1-2021", "name_vi": "Chè đinh hảo hạng Tân Cương"})
    (product,) = project.collection().products
    assert (["import-differs"], 2) == (ids(result), len(product.awards))


@given(st.text(alphabet="abcdeđêô 12", max_size=12), st.text(alphabet="abcdeđêô 12", max_size=12))
def test_near_is_mutual_and_never_the_same(one: str, other: str) -> None:
    """And numbers always make two products."""
    assert are_near(one, other) == are_near(other, one)
    assert not are_near(one, one)
