"""`ocop check`: every mistake told in the form asked for, nothing written."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.build.project import DAY, TEA, Project, small_project, tree


@pytest.fixture
def checked(tmp_path: Path) -> Project:
    """A small project with three mistakes in two products, and a warning."""
    project = small_project(tmp_path / "project")
    project.product("sai", {**TEA, "awards": [{"stars": "7"}], "hs": ["12"]})
    project.product("sai-nua", {**TEA, "producer": "khong-co"})
    project.product("mang", TEA, folder="lang-son")
    return project


def check(project: Project, *options: str) -> Result:
    """Run `ocop check` on a project."""
    return CliRunner().invoke(main, ["check", "-f", project.config, "--as-of", DAY.isoformat(), *options])


def test_records_without_mistakes_end_well(tmp_path: Path) -> None:
    """Exit code 0 and one line."""
    told = check(small_project(tmp_path / "project"), "--lang", "en")
    assert (0, "no errors and no warnings\n") == (told.exit_code, told.output)


def test_text_names_place_and_id_and_counts(checked: Project) -> None:
    """Each mistake has file, line, column, severity and id; the last line counts."""
    told = check(checked, "--lang", "en")
    lines = [line for line in told.output.splitlines() if not line.startswith("    ")]
    place = re.compile(r"products/records/[a-z/-]+\.yml:\d+:\d+: error: .+  \[[a-z-]+\]")
    assert 3 == sum(bool(place.fullmatch(line)) for line in lines)
    assert 1 == told.exit_code
    assert "3 errors, 1 warning in 3 files" == lines[-1]


def test_messages_are_vietnamese_unless_asked(checked: Project) -> None:
    """The officers' language comes first."""
    assert "lỗi:" in check(checked).output
    assert "3 lỗi, 1 cảnh báo trong 3 tệp" in check(checked).output
    assert "lỗi" not in check(checked, "--lang", "en").output


def test_json_is_one_document(checked: Project) -> None:
    """Every issue with id, severity, place, message and hint."""
    told = check(checked, "--format", "json", "--lang", "en")
    issues = json.loads(told.output)["issues"]
    assert ["award-stars", "folder-province", "hs-form", "producer-unknown"] == sorted(one["id"] for one in issues)
    assert {"id", "severity", "file", "line", "column", "field", "message", "hint"} == set(issues[0])
    assert 1 == told.exit_code


def test_github_annotations_are_one_line_each(checked: Project) -> None:
    """A workflow command a mistake, with file and line."""
    told = check(checked, "--format", "github", "--lang", "en")
    command = re.compile(r"::(error|warning) file=products/[^,]+,line=\d+,col=\d+,title=[a-z-]+::.+")
    lines = told.output.splitlines()
    assert [] == [line for line in lines if not command.fullmatch(line)]
    assert (4, 1) == (len(lines), told.exit_code)


def test_a_record_cannot_write_annotations_of_its_own(tmp_path: Path) -> None:
    """Line breaks and commands in a value stay inside the message."""
    project = small_project(tmp_path / "project")
    project.write("products/records/lao-cai/sai.yml", 'name: {vi: A}\nhs: ["1\\n::error file=x::y"]\n')
    lines = check(project, "--format", "github").output.splitlines()
    assert [True] == [line.startswith("::error file=products/records/lao-cai/sai.yml,") for line in lines]


def test_a_record_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in a value are shown, not obeyed."""
    project = small_project(tmp_path / "project")
    project.write("products/records/lao-cai/sai.yml", 'name: {vi: A}\nproducer: "x\\e[2Jx\\u202Ey"\n')
    told = check(project).output
    assert not {"\x1b", "\u202e"} & set(told)


def test_many_mistakes_of_a_kind_are_counted_unless_all_are_asked_for(tmp_path: Path) -> None:
    """Twenty are told, the rest is counted; `--all` tells them."""
    project = small_project(tmp_path / "project")
    for number in range(25):
        project.product(f"sai-{number}", {**TEA, "awards": [{"stars": "7"}]})
    assert (21, 1) == (check(project).output.count("[award-stars]"), check(project).exit_code)
    assert 25 == check(project, "--all").output.count("[award-stars]")
    assert 25 == len(json.loads(check(project, "--format", "json").output)["issues"])


def test_check_writes_nothing(checked: Project) -> None:
    """The folder is the same afterwards, byte for byte."""
    before = tree(checked.folder)
    check(checked)
    check(checked, "--format", "json")
    assert before == tree(checked.folder)


def test_a_warning_is_no_mistake(tmp_path: Path) -> None:
    """With warnings only, the exit code is 0."""
    project = small_project(tmp_path / "project")
    project.product("mang", TEA, folder="lang-son")
    told = check(project, "--lang", "en")
    assert (0, True) == (told.exit_code, "0 errors, 1 warning in 1 file" in told.output)
