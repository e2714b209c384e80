"""`ocop report`: what it tells as text, JSON and CSV, of all provinces and of one."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.quality.findings import KINDS
from tests.build.project import BROKEN, Project
from tests.quality.conftest import DAY, Made

Ask = Callable[..., Result]


@pytest.fixture
def ask(made: Made) -> Ask:
    """Ask for a report of the project."""
    return lambda *options: report(made.project, *options)


def report(project: Project, *options: str) -> Result:
    """What `ocop report` says of a project."""
    return CliRunner().invoke(main, ["report", "-f", project.config, "--as-of", DAY.isoformat(), *options])


def test_the_text_names_file_line_and_what_to_do(ask: Ask, made: Made) -> None:
    """Numbers of each province first; each kind with its places, the score last."""
    told = ask("--lang", "en")
    assert 0 == told.exit_code
    lines = told.output.splitlines()
    assert lines[0].startswith("As of 23 November 2026: 7 products, completeness ")
    assert "  Tuyen Quang: 2 products, completeness 27 on average" in told.output
    assert "Expiring soon [expiring] 1: No more than 180 days left. Prepare the file for re-assessment." in lines
    file = "products/records/lao-cai/sap-het-han.yml"
    place = place_of("2024-02-01", made.project.folder / file)
    assert f"  {file}:{place}: Expiring soon: 1 February 2027" in lines
    assert "  products/producers/ho-a.yml:5:3" in lines
    assert "    0  products/records/khac/ten-thoi.yml" in lines


def place_of(text: str, file: Path) -> str:
    """Line and column, from 1, of a text that stands once in a file."""
    before, _ = file.read_text(encoding="utf-8").split(text)
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_a_short_report_says_how_many_more_there_are(ask: Ask, made: Made) -> None:
    """Twenty of a kind, unless all are asked for; Vietnamese is the language without being asked for."""
    for number in range(25):
        made.project.product(f"them-{number}", {"name": {"vi": f"Chè {number + 10}"}})
    try:
        short, whole = ask().output, ask("--all").output
    finally:
        for number in range(25):
            (made.project.products / f"records/lao-cai/them-{number}.yml").unlink()
    assert "Thiếu: ảnh [picture] 31: " in short
    assert "  … và còn 11 chỗ nữa; dùng --all để xem hết" in short
    assert "chỗ nữa" not in whole
    assert 32 == whole.count("  products/records/", whole.index("Điểm đầy đủ, thấp nhất trước"))


def test_json_has_every_finding_with_its_place(ask: Ask) -> None:
    """And the formula, the numbers of provinces, the score of each record."""
    told = json.loads(ask("--format", "json").output)
    assert ("2026-11-23", 7) == (told["as_of"], told["products"])
    assert 100 == sum(one["points"] for one in told["formula"])
    records = {one["id"]: one for one in told["records"]}
    assert (100, []) == (records["du-het"]["score"], records["du-het"]["findings"])
    links = [one for one in records["duong-dan"]["findings"] if one["kind"] == "insecure"]
    assert [("http://ban-hang.vn/che", "home.links[1].url", True)] == [
        (one["value"], one["field"], one["line"] > 1) for one in links
    ]
    kinds = {one["kind"] for record in told["records"] for one in record["findings"]}
    assert set(KINDS) == kinds
    assert 1 == told["provinces"]["lao-cai"]["findings"]["expiring"]


def test_csv_opens_in_spreadsheets(ask: Ask) -> None:
    """With the mark of its letters, a row a finding, a row for a record without any, and no formula."""
    told = ask("--format", "csv").stdout_bytes.decode()
    assert told.startswith("\ufeff")
    found = list(csv.DictReader(StringIO(told.removeprefix("\ufeff"), newline="")))
    assert [("100", "", "products/records/lao-cai/du-het.yml")] == [
        (row["score"], row["kind"], row["file"]) for row in found if row["id"] == "du-het"
    ]
    assert {"trung-1", "trung-2"} == {row["value"] for row in found if row["kind"] == "twin"}


def test_one_province_is_told_by_itself(ask: Ask) -> None:
    """Twins too; an unknown province is told with those there are."""
    told = json.loads(ask("--format", "json", "--province", "tuyen-quang").output)
    assert (2, ["tuyen-quang"]) == (told["products"], list(told["provinces"]))
    wrong = ask("--province", "bac-thai")
    assert 1 == wrong.exit_code
    assert "bac-thai" in wrong.output
    assert "tuyen-quang" in wrong.output


def test_records_with_mistakes_are_mended_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The mistakes are told as `ocop check` tells them."""
    project = Project(tmp_path_factory.mktemp("broken") / "project")
    project.write("products/records/lao-cai/hong.yml", BROKEN)
    told = report(project)
    assert 1 == told.exit_code
    assert "products/records/lao-cai/hong.yml" in told.output
