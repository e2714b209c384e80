"""The commands of `ocop`: what they say, their exit codes, and that nobody ever meets a traceback."""

import json
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner, Result

from generator.cli import main
from generator.outputs.editor_schema import editor_schemas
from tests.build.project import DAY, ROOT, TEA, Project, run, small_project, tree

COMMANDS = ("build", "changes", "check", "codes", "export", "import", "new", "report", "schema", "score")
LIST = "Tên sản phẩm,Tỉnh,Hạng sao\nChè mới,Lào Cai,4\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project."""
    return small_project(tmp_path / "project")


def ocop(*arguments: str) -> Result:
    """Run `ocop` in this process."""
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize("command", [(), *((one,) for one in COMMANDS)])
def test_help_says_what_a_command_does(command: tuple[str, ...]) -> None:
    """Every command and every option is explained."""
    told = ocop(*command, "--help")
    assert 0 == told.exit_code
    explained = [line for line in told.output.splitlines() if line.strip().startswith("--")]
    assert [] == [line for line in explained if len(line.split("  ")) < 2 and not line.rstrip().endswith("]")]


def test_every_option_has_a_help_text() -> None:
    """Asked of the commands themselves: no option is left without a word, and no command without a sentence."""
    context = Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    params = [param for command in commands.values() for param in command.params]
    options = [param for param in params if param.param_type_name == "option"]
    assert [] == [option.name for option in options if not getattr(option, "help", None)]
    assert [] == [name for name, command in commands.items() if not command.help]
    assert sorted(COMMANDS) == sorted(commands)


def test_the_version_is_told() -> None:
    """`--version` names the package's version."""
    assert "0.1.0" in ocop("--version").output


@pytest.mark.parametrize(
    "command",
    [
        ("build",),
        ("check",),
        ("report",),
        ("new",),
        ("schema",),
        ("import", "list.csv"),
        ("score", "1"),
        ("changes", "--since", "HEAD"),
    ],
)
def test_without_mkdocs_yml_one_sentence_says_so(tmp_path: Path, command: tuple[str, ...]) -> None:
    """In a wrong folder: exit code 1 and the name of the missing file, no traceback."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    ended = run(tmp_path, "ocop", *command)
    assert (1, "") == (ended.returncode, ended.stdout)
    assert "Error: Config file 'mkdocs.yml' does not exist.\n" == ended.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [("plugins: [", "mkdocs.yml"), ("site_name: A\nplugins: []\n", "catalogue"), ("site_name: A\nx: 1\n", "")],
)
def test_a_wrong_mkdocs_yml_is_told_without_traceback(project: Project, content: str, told: str) -> None:
    """Broken YAML, a missing plugin, an unknown entry."""
    project.write("mkdocs.yml", content)
    ended = run(project.folder, "ocop", "build")
    assert 1 == ended.returncode
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_option_that_makes_no_sense_is_one_sentence(project: Project, command: str) -> None:
    """`as_of: tomorrow` in mkdocs.yml is told as such."""
    project.configure({"as_of": "tomorrow"})
    ended = run(project.folder, "ocop", command)
    assert 1 == ended.returncode
    assert "as_of is 'tomorrow', must be a day like 2026-11-23" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("day", ["bad", "2026-02-30", "23/11/2026", ""])
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_day_that_is_none_is_refused(project: Project, command: str, day: str) -> None:
    """Exit code 2, as for any wrong use, and the form a day has."""
    told = ocop(command, "-f", project.config, "--as-of", day)
    assert (2, True) == (told.exit_code, "is not a day like 2026-11-23" in told.output)
    assert not project.site.exists()


def test_build_counts_files(project: Project) -> None:
    """One line of standard output says what was written; the second time nothing is."""
    options = ("build", "-f", project.config, "--as-of", DAY.isoformat())
    first, second = ocop(*options), ocop(*options)
    number = len(project.files())
    assert f"{number} files, {number} written, 0 removed\n" == first.stdout
    assert (0, f"{number} files, 0 written, 0 removed\n") == (second.exit_code, second.stdout)


def test_a_quiet_build_says_nothing(project: Project) -> None:
    """`--quiet` is for timers."""
    told = ocop("build", "--quiet", "-f", project.config, "--as-of", DAY.isoformat())
    assert (0, "") == (told.exit_code, told.output)


def test_a_dry_import_writes_nothing(project: Project) -> None:
    """`import --dry-run` counts what it would do, names the files and says that none was written."""
    file = project.write("list.csv", LIST)
    before = tree(project.folder)
    told = ocop("import", str(file), "-f", project.config, "--dry-run", "--lang", "en")
    assert (0, before) == (told.exit_code, tree(project.folder))
    assert "files that would be written: 1" in told.output
    assert "products/records/" in told.output


def test_an_import_writes_records(project: Project) -> None:
    """Without it the record is there, and it is valid."""
    file = project.write("list.csv", LIST)
    before = set(tree(project.products))
    told = ocop("import", str(file), "-f", project.config)
    assert 0 == told.exit_code, told.output
    assert 1 == len(set(tree(project.products)) - before)
    assert 0 == ocop("check", "-f", project.config, "--as-of", DAY.isoformat()).exit_code


def test_importing_what_is_no_list_is_told(project: Project) -> None:
    """A file that holds no table: exit code 1 and no traceback; records stay."""
    before = tree(project.products)
    for number, content in enumerate((b"", b"\x00\x01\x02", b"PK\x03\x04zip", "một hai ba".encode())):
        file = project.write(f"list-{number}.csv", content)
        told = ocop("import", str(file), "-f", project.config)
        assert 1 == told.exit_code, (content, told.output, told.exception)
        assert told.exception is None or isinstance(told.exception, SystemExit)
    assert before == tree(project.products)


def test_schemas_are_written_for_editors(project: Project) -> None:
    """`ocop schema` writes one file a kind of record, each a JSON Schema."""
    assert 0 == ocop("schema", "-f", project.config).exit_code
    written = {file.relative_to(project.products).as_posix() for file in project.products.rglob("*.schema.json")}
    assert {"product.schema.json", "producer.schema.json"} <= set(editor_schemas()) == written
    for name, text in editor_schemas().items():
        assert text == (project.products / name).read_text(encoding="utf-8")
        assert "$schema" in json.loads(text)


def test_the_schemas_in_the_repository_are_current() -> None:
    """Whoever changes a model runs `ocop schema`."""
    files = {
        file.relative_to(ROOT / "products").as_posix(): file for file in (ROOT / "products").rglob("*.schema.json")
    }
    assert editor_schemas() == {name: file.read_text(encoding="utf-8") for name, file in files.items()}


def test_a_broken_record_ends_a_build_with_1(project: Project) -> None:
    """The exit code that a timer or CI looks at."""
    project.product("sai", {**TEA, "awards": [{"stars": "7"}]})
    told = ocop("build", "-f", project.config)
    assert 1 == told.exit_code
    assert not project.site.exists()
