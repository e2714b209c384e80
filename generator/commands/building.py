"""What offices do every day: build, check, write the schemas for editors."""

import logging
import sys
from datetime import date

import click

from generator.build import load
from generator.commands.options import AS_OF_OPTION, CONFIG_OPTION, LANGUAGE_OPTION
from generator.issues import Issue, has_errors
from generator.outputs.editor_schema import editor_schemas
from generator.plugin import BuildStopped, build_site, read_settings
from generator.progress.lines import display_on
from generator.progress.phases import Display, Stopwatch
from generator.progress.profile import render_profile
from generator.refusals import refusal_issues
from generator.report import render_github, render_json, render_text
from generator.settings import Settings
from generator.writing import UnwritableError


@click.command()
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


@click.command()
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


@click.command()
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
