"""What there is to tell of records: what changed, what is lacking."""

from datetime import date

import click

from generator.build import load
from generator.changes.changes import Days, find_changes
from generator.changes.earlier import NoSuchStateError, earlier_products
from generator.changes.rendering import FORMS
from generator.changes.state import read_earlier, read_state
from generator.commands.options import AS_OF_OPTION, CONFIG_OPTION, LANGUAGE_OPTION, read_day
from generator.languages.messages import read_messages
from generator.pages.texts import read_texts
from generator.plugin import read_settings
from generator.report import render_text
from generator.reporting.rendering import FORMS as REPORTS
from generator.reporting.rendering import render_text as render_report
from generator.reporting.report import make_report


@click.command()
@click.option("--since", required=True, metavar="COMMIT|DIR", help="Earlier state: a commit, or a folder with records.")
@click.option(
    "--since-day",
    metavar="YYYY-MM-DD",
    callback=lambda _, __, value: read_day(value),
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


@click.command()
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
