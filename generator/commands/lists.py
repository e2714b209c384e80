"""Lists and workbooks in and out."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.options import AS_OF_OPTION, CONFIG_OPTION, LANGUAGE_OPTION, LIST_FILE
from generator.exporting.command import export as export_records
from generator.exporting.selection import STANDINGS
from generator.exporting.selection import Wishes as Wanted
from generator.importing.importer import Wishes, import_table
from generator.importing.mapping import render_mapping
from generator.importing.marking import write_marked
from generator.importing.returned import import_book
from generator.issues import has_errors
from generator.languages.messages import read_messages
from generator.plugin import read_settings
from generator.progress.lines import display_on
from generator.progress.phases import Display, Stopwatch
from generator.records.books.reading import is_book
from generator.report import render_text


@click.command(name="import")
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


@click.command()
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
    display = display_on(sys.stderr) if sys.stderr.isatty() else Display()
    with Stopwatch(display) as watch:
        watch.speak(lang)
        told = export_records(file, wishes, read_settings(config_file, as_of), lang, watch, replace=replace)
    click.echo(told.text)
    if not told.is_well:
        raise SystemExit(1)
