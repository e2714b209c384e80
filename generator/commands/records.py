"""Records one by one: new ones, those that were renamed or removed, and their codes."""

from collections.abc import Callable
from datetime import date
from functools import partial

import click

from generator.changes.earlier import NoSuchStateError
from generator.codebook import CodeWishes, RefusedWishError, update_codes
from generator.commands.options import CONFIG_OPTION, LANGUAGE_OPTION, read_day
from generator.drafting.dialogue import Dialogue
from generator.drafting.draft import Drafting
from generator.drafting.questions import QUESTIONS, Answers
from generator.issues import has_errors
from generator.languages.messages import read_messages
from generator.plugin import read_settings
from generator.refusals import refusal_issues
from generator.report import render_text
from generator.settings import Settings
from generator.writing import UnwritableError


def _question_options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for the answer to each question of a new record."""
    for question in reversed(QUESTIONS):
        command = click.option(f"--{question.name}", metavar="TEXT", help=question.help)(command)
    return command


@click.command()
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


@click.command()
@click.option("--renamed", nargs=2, multiple=True, metavar="OLD NEW", help="A product goes on under another id.")
@click.option("--removed", multiple=True, metavar="ID", help="A product left the catalogue: its record is deleted.")
@click.option(
    "--on", metavar="YYYY-MM-DD", callback=lambda _, __, value: read_day(value), help="Day of that; default: today."
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
