"""The officers' command line, `ocop`. Arguments in, text and an exit code out: 0 is well, 1 means mistakes to mend."""

import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from generator.build import load
from generator.changes.changes import Days, find_changes
from generator.changes.earlier import NoSuchStateError, earlier_products
from generator.changes.rendering import FORMS
from generator.changes.state import read_earlier, read_state
from generator.codebook import CodeWishes, RefusedWishError, update_codes
from generator.drafting.dialogue import Dialogue
from generator.drafting.draft import Drafting
from generator.drafting.questions import QUESTIONS, Answers
from generator.exporting.selection import STANDINGS
from generator.exporting.selection import Wishes as Wanted
from generator.importing.importer import Wishes, import_table
from generator.importing.mapping import render_mapping
from generator.importing.marking import write_marked
from generator.importing.returned import import_book
from generator.issues import Issue, has_errors
from generator.languages.messages import read_messages
from generator.outputs.editor_schema import editor_schemas
from generator.pages.texts import read_texts
from generator.plugin import BuildStopped, build_site, read_settings
from generator.progress.lines import display_on
from generator.progress.phases import Display, Stopwatch
from generator.progress.profile import render_profile
from generator.records.books.reading import is_book
from generator.refusals import refusal_issues
from generator.registers import SET_NUMBERS
from generator.report import render_github, render_json, render_text
from generator.reporting.rendering import FORMS as REPORTS
from generator.reporting.rendering import render_text as render_report
from generator.reporting.report import make_report
from generator.settings import Settings
from generator.writing import UnwritableError

CONFIG_OPTION = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False),
    default="mkdocs.yml",
    show_default=True,
    help="Site settings.",
)
LIST_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
AS_OF_OPTION = click.option(
    "--as-of", metavar="YYYY-MM-DD", callback=lambda _, __, value: _day(value), help="Day standings are computed for."
)
LANGUAGE_OPTION = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of messages."
)


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"{value!r} is not a day like 2026-11-23"
        raise click.BadParameter(message) from error


@click.group()
@click.version_option(package_name="ocop-catalogue")
def main() -> None:
    """Turn product records and their star ratings into a static catalogue."""
    # Material ends in 2027 and says so at every start; the pins in pyproject.toml are the answer.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@main.command()
@CONFIG_OPTION
@AS_OF_OPTION
@click.option("--quiet", is_flag=True, help="Tell only mistakes.")
@click.option("--profile", is_flag=True, help="Tell where the time went.")
def build(config_file: str, as_of: date | None, quiet: bool, profile: bool) -> None:  # noqa: FBT001  click's way
    """Build the site. With mistakes in the records, nothing that is published changes."""
    display = Display() if quiet else display_on(sys.stderr)
    _log_beside(display)
    watch = Stopwatch(display, timed=profile)
    try:
        with watch:
            written = build_site(config_file, as_of, watch)
    except BuildStopped as stopped:
        if message := str(stopped):
            raise click.ClickException(message) from stopped
        raise SystemExit(1) from stopped
    if not quiet:
        click.echo(f"{written.files} files, {written.changed} written, {written.removed} removed")
    if profile:
        click.echo(render_profile(watch), err=True)


def _log_beside(display: Display) -> None:
    """Have warnings and mistakes written to standard error, each on a line of its own."""

    def make_way(_: logging.LogRecord) -> bool:
        display.clear()
        return True

    handler = logging.StreamHandler()
    handler.addFilter(make_way)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[handler])


@main.command()
@CONFIG_OPTION
@AS_OF_OPTION
@LANGUAGE_OPTION
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for GitHub's annotations.",
)
@click.option("--all", "show_all", is_flag=True, help="Tell every mistake, not only the first of each kind.")
def check(config_file: str, as_of: date | None, lang: str, form: str, show_all: bool) -> None:  # noqa: FBT001
    """Check all records and tell every mistake; write nothing."""
    settings = read_settings(config_file, as_of)
    try:
        issues = load(settings).issues
    except UnwritableError as error:
        issues = refusal_issues(error, settings)
    click.echo(_told(issues, form, lang, show_all=show_all))
    if has_errors(issues):
        raise SystemExit(1)


def _told(issues: tuple[Issue, ...], form: str, language: str, *, show_all: bool) -> str:
    if form == "json":
        return render_json(issues, language)
    if form == "github":
        return render_github(issues, language)
    return render_text(issues, language, show_all=show_all, unchanged=False)


@main.command(name="import")
@click.argument("file", type=LIST_FILE)
@CONFIG_OPTION
@LANGUAGE_OPTION
@click.option("--dry-run", is_flag=True, help="Say how columns are understood and what would change; write nothing.")
@click.option(
    "--decide",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Which products of the list are records that look alike; open questions are written into this file.",
)
@click.option("--mapping", type=LIST_FILE, help="What this list calls its columns: a file that --save-mapping wrote.")
@click.option(
    "--save-mapping", type=click.Path(dir_okay=False, path_type=Path), help="Write how columns are understood."
)
@click.option(
    "--mark",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the list with mistakes marked in their cells; without it, beside the list under a new name.",
)
@click.option("--no-mark", is_flag=True, help="Write no list with marked mistakes.")
def import_(  # noqa: PLR0913, PLR0917  one argument an option
    file: Path,
    config_file: str,
    lang: str,
    dry_run: bool,  # noqa: FBT001
    decide: Path | None,
    mapping: Path | None,
    save_mapping: Path | None,
    mark: Path | None,
    no_mark: bool,  # noqa: FBT001
) -> None:
    """Import a list of products (xlsx, xls, ods or CSV) into products/records and products/producers.

    Of a workbook that `ocop export` wrote, only what was edited in it is imported.
    """
    settings = read_settings(config_file)
    display = display_on(sys.stderr) if sys.stderr.isatty() else Display()
    with Stopwatch(display) as watch:
        watch.speak(lang)
        if is_book(file):
            result = import_book(file, settings.products, settings.as_of, watch, dry_run=dry_run)
        else:
            result = import_table(file, settings.products, Wishes(dry_run, mapping, decide, settings.as_of), watch)
    if result.issues:
        click.echo(render_text(result.issues, lang, unchanged=False))
    if save_mapping and result.tables:
        save_mapping.write_text(render_mapping(result.tables), encoding="utf-8")
    if dry_run and (preview := result.preview(lang)):
        click.echo(preview)
    click.echo(result.summary(lang))
    if not no_mark and (mark or not dry_run) and (marked := write_marked(file, result.issues, lang, mark)):
        click.echo(read_messages(lang).word("marks-written").format(file=marked))
    if has_errors(result.issues):
        raise SystemExit(1)


@main.command()
@click.argument("file", metavar="FILE.xlsx", type=click.Path(dir_okay=False, path_type=Path))
@CONFIG_OPTION
@AS_OF_OPTION
@LANGUAGE_OPTION
@click.option("--province", "provinces", multiple=True, help="Id or name of a province of today.")
@click.option("--group", "groups", multiple=True, help="Id of one of the six groups of products.")
@click.option("--stars", multiple=True, type=click.IntRange(1, 5), help="Stars of the award that counts.")
@click.option(
    "--standing", "standings", multiple=True, type=click.Choice(STANDINGS), help="What the stars amount to on the day."
)
@click.option("--producer", "producers", multiple=True, help="Id of a producer.")
@click.option("--id", "ids", multiple=True, help="Id of a product.")
@click.option("--replace", is_flag=True, help="Replace the file if it is there.")
def export(  # noqa: PLR0913, PLR0917  one argument an option
    file: Path,
    config_file: str,
    as_of: date | None,
    lang: str,
    provinces: tuple[str, ...],
    groups: tuple[str, ...],
    stars: tuple[int, ...],
    standings: tuple[str, ...],
    producers: tuple[str, ...],
    ids: tuple[str, ...],
    replace: bool,  # noqa: FBT001
) -> None:
    """Write records into a workbook (xlsx), all or those asked for; `ocop import` takes it back when it was edited.

    An option may stand several times: any of its words will do.
    """
    wishes = Wanted(provinces, groups, stars, standings, producers, ids)
    # Loaded here, as for score sheets.
    exporting = import_module("generator.exporting.command")
    display = display_on(sys.stderr) if sys.stderr.isatty() else Display()
    with Stopwatch(display) as watch:
        watch.speak(lang)
        told = exporting.export(file, wishes, read_settings(config_file, as_of), lang, watch, replace=replace)
    click.echo(told.text)
    if not told.is_well:
        raise SystemExit(1)


@main.command()
@click.argument("number", metavar="SET", type=click.IntRange(SET_NUMBERS[0], SET_NUMBERS[-1]))
@click.argument("file", metavar="[FILE.xlsx]", required=False, type=click.Path(dir_okay=False, path_type=Path))
@CONFIG_OPTION
@LANGUAGE_OPTION
@click.option("--record", is_flag=True, help="Tell the points as lines for the product's record.")
def score(number: int, file: Path | None, config_file: str, lang: str, record: bool) -> None:  # noqa: FBT001
    """Write an empty score sheet of a product set (xlsx); of a filled one, say what it amounts to."""
    # Loaded here: no other command shall wait for the library of workbooks, which takes as long as all the rest.
    sheets = import_module("generator.scoresheets.command")
    told = sheets.score(number, file, read_settings(config_file), lang, record=record)
    click.echo(told.text)
    if not told.is_well:
        raise SystemExit(1)


@main.command()
@click.option("--since", required=True, metavar="COMMIT|DIR", help="Earlier state: a commit, or a folder with records.")
@click.option(
    "--since-day",
    metavar="YYYY-MM-DD",
    callback=lambda _, __, value: _day(value),
    help="Day of the standings of the earlier state; without it that of --as-of, so that time alone changes nothing.",
)
@click.option(
    "--format", "form", type=click.Choice([*FORMS]), default="text", show_default=True, help="How it is told."
)
@CONFIG_OPTION
@AS_OF_OPTION
@LANGUAGE_OPTION
def changes(since: str, since_day: date | None, form: str, config_file: str, as_of: date | None, lang: str) -> None:
    """Say what changed for a buyer since an earlier state of the records; write nothing."""
    settings = read_settings(config_file, as_of)
    after, issues = read_state(settings.products, settings.as_of)
    if after is None:
        click.echo(render_text(issues, lang, unchanged=False), err=True)
        raise SystemExit(1)
    days = Days(since_day or settings.as_of, settings.as_of)
    try:
        with earlier_products(since, settings.products) as products:
            before = read_earlier(products, days.before, after)
    except NoSuchStateError as error:
        message = read_messages(lang).word(f"changes-no-{error.kind}").format(value=error.value)
        raise click.ClickException(message) from error
    found = find_changes(before, after, days, read_texts(settings.theme, lang), since)
    click.echo(FORMS[form](found, settings))


def _question_options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for the answer to each question of a new record."""
    for question in reversed(QUESTIONS):
        command = click.option(f"--{question.name}", metavar="TEXT", help=question.help)(command)
    return command


@main.command()
@CONFIG_OPTION
@LANGUAGE_OPTION
@_question_options
@click.option("--even-so", is_flag=True, help="Also when the province has a product of this name already.")
def new(config_file: str, lang: str, even_so: bool, **options: str | None) -> None:  # noqa: FBT001
    """Write the record of a new product, and of its producer, from a few answers.

    Without --name it asks; with it, the other options are all there is to say.
    """
    settings = read_settings(config_file)
    drafting = Drafting(settings.products, settings.as_of)
    talk = Dialogue(drafting, lang, _ask, partial(click.echo, err=True))
    if has_errors(drafting.issues):
        raise click.ClickException(render_text(drafting.issues, lang, unchanged=False))
    given = {name.replace("_", "-"): answer for name, answer in options.items() if answer}
    answers = given if "name" in given else talk.answers(given)
    issues = drafting.examine(answers)
    if "name" in given:
        talk.say_issues(issues)
    alike = drafting.alike(answers)
    if has_errors(issues) or (alike and not even_so and not talk.wants_another(alike, asks="name" not in given)):
        raise SystemExit(1)
    _write_new(drafting, answers, settings, lang)


def _ask(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False))


def _write_new(drafting: Drafting, answers: Answers, settings: Settings, language: str) -> None:
    messages = read_messages(language)
    try:
        for record in reversed(drafting.make(answers)):  # the producer first, which the product names
            if record:
                drafting.write(record)
                click.echo(messages.word("new-written").format(file=record.file))
    except UnwritableError as error:
        raise click.ClickException(render_text(refusal_issues(error, settings), language, unchanged=False)) from error
    click.echo(messages.word("new-next"))


@main.command()
@CONFIG_OPTION
@AS_OF_OPTION
@LANGUAGE_OPTION
@click.option("--province", metavar="ID", help="Tell of one province of today only, for example lao-cai.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    show_default=True,
    help="For people, for programs, or for spreadsheets.",
)
@click.option("--all", "show_all", is_flag=True, help="Name every record, not only the first of each kind.")
def report(
    config_file: str,
    as_of: date | None,
    lang: str,
    province: str | None,
    form: str,
    show_all: bool,  # noqa: FBT001
) -> None:
    """Say what records lack, which ratings are due, what looks doubled, which links cannot work; write nothing."""
    settings = read_settings(config_file, as_of)
    loaded = load(settings)
    if loaded.catalogue is None:
        click.echo(render_text(loaded.issues, lang, unchanged=False), err=True)
        raise SystemExit(1)
    known = loaded.catalogue.registers.provinces
    if province is not None and province not in known:
        message = read_messages(lang).word("no-province").format(value=province, known=", ".join(sorted(known)))
        raise click.ClickException(message)
    made = make_report(loaded.catalogue, read_texts(settings.theme, lang), settings.products, province)
    click.echo(REPORTS[form](made) if form in REPORTS else render_report(made, show_all=show_all), nl=form != "csv")


@main.command()
@click.option("--renamed", nargs=2, multiple=True, metavar="OLD NEW", help="A product goes on under another id.")
@click.option("--removed", multiple=True, metavar="ID", help="A product left the catalogue: its record is deleted.")
@click.option(
    "--on", metavar="YYYY-MM-DD", callback=lambda _, __, value: _day(value), help="Day of that; default: today."
)
@click.option("--note", default="", help="Why it was so, for readers, in Vietnamese.")
@click.option("--since", metavar="COMMIT|DIR", default="HEAD", show_default=True, help="State with the last record.")
@CONFIG_OPTION
@LANGUAGE_OPTION
def codes(  # noqa: PLR0913, PLR0917  one argument an option
    renamed: tuple[tuple[str, str], ...],
    removed: tuple[str, ...],
    on: date | None,
    note: str,
    since: str,
    config_file: str,
    lang: str,
) -> None:
    """Give new products their short codes, and keep what is known of products that were renamed or removed."""
    settings, messages = read_settings(config_file, on), read_messages(lang)
    try:
        account = update_codes(settings.products, CodeWishes(settings.as_of, renamed, removed, note, since))
    except RefusedWishError as refused:
        message = messages.word(f"codes-{refused.kind}").format(id=refused.product_id)
        raise click.ClickException(message) from refused
    except NoSuchStateError as error:
        message = messages.word(f"changes-no-{error.kind}").format(value=error.value)
        raise click.ClickException(message) from error
    if account.issues:
        click.echo(render_text(account.issues, lang, unchanged=False))
        raise SystemExit(1)
    for old, new in account.moved.items():
        click.echo(f"{old.relative_to(settings.products)} → {new.relative_to(settings.products) if new else '×'}")
    click.echo(messages.word("codes-given").format(new=account.new, every=account.every))


@main.command()
@CONFIG_OPTION
def schema(config_file: str) -> None:
    """Write the JSON Schemas that editors complete and check records with."""
    for name, text in write_schemas(read_settings(config_file)).items():
        click.echo(f"{name}: {len(text)} bytes")


def write_schemas(settings: Settings) -> dict[str, str]:
    """Write every editor schema below the products folder; their texts by file name."""
    schemas = editor_schemas()
    for name, text in schemas.items():
        (settings.products / name).write_text(text, encoding="utf-8")
    return schemas
