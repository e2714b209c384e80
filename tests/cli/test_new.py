"""`ocop new`: answers become records that `ocop check` has nothing to say about, and no file is ever written over."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.drafting.draft import Drafting
from generator.drafting.questions import QUESTIONS
from generator.fields import RESERVED_IDS
from tests.build.project import DAY, Project, small_project, tree

ASKED = [question.name for question in QUESTIONS]
RECORD = """\
name:
  vi: Chè đinh mới
category:
  set: 11
producer: htx-ban-lien
origin:
  stated:
    commune: xã Bản Liền
    province: Lào Cai
awards:
  - stars: 4
    decision: 12/QĐ-UBND
    issued: 2025-06-26
sources:
  - url: https://laocai.gov.vn/qd
"""


@pytest.fixture(scope="module")
def drafting(tmp_path_factory: pytest.TempPathFactory) -> Drafting:
    """What new records of a small project must fit to."""
    return Drafting(small_project(tmp_path_factory.mktemp("new") / "project").products, DAY)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project."""
    return small_project(tmp_path / "project")


def new(project: Project, *options: str, said: str | None = None) -> Result:
    """What `ocop new` does with options, and with what is said when it asks."""
    return CliRunner().invoke(main, ["new", "-f", project.config, *options], input=said)


def check(project: Project) -> int:
    """How `ocop check` ends: 0 when there is nothing to mend."""
    return CliRunner().invoke(main, ["check", "-f", project.config]).exit_code


def test_answers_become_a_record(project: Project) -> None:
    """Each wrong answer is told at once and asked for again; blank ones leave their fields out."""
    said = ("", "Chè đinh mới", "", "40", "11", "Lào Kai", "Lào Cai", "xã Bản Liền", "7", "4", "12/QĐ-UBND")
    told = new(project, said="\n".join((*said, "26/6/2025", "2025-06-26", "HTX Bản Liền", "", "www.a.vn", "")) + "\n")
    assert 0 == told.exit_code, told.output
    for wrong in ("set-number", "province-unknown", "award-stars", "date-form", "url-scheme"):
        assert 1 == told.stderr.count(f"[{wrong}]")
    assert "có phải ý anh/chị là “Lào Cai”?" in told.stderr
    assert "đã ghi products/records/lao-cai/che-dinh-moi-lao-cai.yml" in told.stdout
    written = project.products / "records/lao-cai/che-dinh-moi-lao-cai.yml"
    assert RECORD.partition("sources:")[0] == written.read_text(encoding="utf-8")
    assert 0 == check(project)
    assert 1 == len(list((project.products / "producers").iterdir()))


def test_options_answer_without_questions(project: Project) -> None:
    """The same record from options alone; a producer that is new gets its record first."""
    options = ("--name", "Chè đinh mới", "--set", "11", "--province", "Lào Cai", "--commune", "xã Bản Liền")
    award = ("--stars", "4", "--decision", "12/QĐ-UBND", "--issued", "2025-06-26")
    told = new(project, *options, *award, "--producer", "htx-ban-lien", "--source", "https://laocai.gov.vn/qd")
    assert (0, "") == (told.exit_code, told.stderr)
    written = project.products / "records/lao-cai/che-dinh-moi-lao-cai.yml"
    assert RECORD == written.read_text(encoding="utf-8")
    told = new(project, "--name", "Rượu ngô", "--producer", "Hộ Vàng A", "--producer-kind", "hộ kinh doanh")
    maker = project.products / "producers/ho-vang-a.yml"
    assert "name:\n  vi: Hộ Vàng A\nkind: household\n" == maker.read_text(encoding="utf-8")
    assert told.stdout.index("ho-vang-a.yml") < told.stdout.index("records/unplaced/ruou-ngo.yml")
    assert 0 == check(project)


def test_all_that_is_wrong_with_options_is_told_at_once(project: Project) -> None:
    """In English where that is asked for; nothing is written."""
    before = tree(project.products)
    told = new(project, "--lang", "en", "--name", "A\u200bB", "--stars", "9", "--set", "99", "--source", "javascript:x")
    assert 1 == told.exit_code
    found = {"text-control", "award-stars", "set-number", "url-scheme"}
    assert found == {one for one in found if f"[{one}]" in told.stderr}
    assert before == tree(project.products)


def test_a_product_of_that_name_is_asked_about(project: Project) -> None:
    """Whoever says no, and whoever cannot be asked, changes nothing; else the new one gets a number."""
    options = ("--name", "Chè đinh mới", "--province", "Lào Cai")
    assert 0 == new(project, *options).exit_code
    before = tree(project.products)
    again = new(project, *options)
    assert 1 == again.exit_code
    assert "products/records/lao-cai/che-dinh-moi-lao-cai.yml" in again.stderr
    said = "CHÈ ĐINH MỚI\n\n\nLào Cai\n\n\n\n\n"
    assert 1 == new(project, said=f"{said}k\n").exit_code
    assert before == tree(project.products)
    assert 0 == new(project, said=f"{said}c\n").exit_code
    assert 0 == new(project, *options, "--even-so").exit_code
    numbers = {
        path.removeprefix("records/lao-cai/che-dinh-moi-lao-cai") for path in set(tree(project.products)) - set(before)
    }
    assert {"-2.yml", "-3.yml"} == numbers


def test_a_producer_is_found_by_its_name(project: Project) -> None:
    """With its legal form short or long: no second record is made of it."""
    told = new(project, "--name", "Chè vàng", "--province", "Lào Cai", "--producer", "HTX bản liền")
    assert 0 == told.exit_code
    assert "producer: htx-ban-lien\n" in (project.products / "records/lao-cai/che-vang-lao-cai.yml").read_text("utf-8")
    assert 1 == len(list((project.products / "producers").iterdir()))


def test_who_stops_answering_leaves_nothing(project: Project) -> None:
    """The end of what is said, as a terminal that is closed."""
    before = tree(project.products)
    assert 1 == new(project, said="Chè đinh mới\n\n11\n").exit_code
    assert before == tree(project.products)


def test_a_folder_that_leads_elsewhere_is_not_followed(project: Project, tmp_path: Path) -> None:
    """Told as what could not be written."""
    (tmp_path / "elsewhere").mkdir()
    (project.products / "records" / "da-nang").symlink_to(tmp_path / "elsewhere")
    told = new(project, "--name", "Chè", "--province", "Đà Nẵng")
    assert 1 == told.exit_code
    assert "[site-unwritable]" in told.stderr
    assert [] == list((tmp_path / "elsewhere").iterdir())


@settings(max_examples=60)
@given(
    name=st.one_of(st.text(max_size=120), st.sampled_from(sorted(RESERVED_IDS)), st.text("0123456789", max_size=5)),
    maker=st.text(max_size=60),
)
def test_any_name_gets_an_id(drafting: Drafting, name: str, maker: str) -> None:
    """Whatever is wrong is told of the answers, never of the ids that are made of them."""
    answers = {"name": name, "producer": maker}
    issues = drafting.examine(answers)
    assert [] == [one for one in issues if one.source.path[:1] in {("id",), ("producer",)} or one.id.startswith("id-")]
    for record in filter(None, drafting.make(answers)):
        folder = "records/unplaced" if record.kind == "product" else "producers"
        assert f"products/{folder}/{record.id}.yml" == record.file
