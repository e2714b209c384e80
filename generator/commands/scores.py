"""Score sheets."""

from pathlib import Path

import click

from generator.commands.options import CONFIG_OPTION, LANGUAGE_OPTION
from generator.plugin import read_settings
from generator.registers import SET_NUMBERS
from generator.scoresheets.command import score as score_set


@click.command()
@click.argument("number", metavar="SET", type=click.IntRange(SET_NUMBERS[0], SET_NUMBERS[-1]))
@click.argument("file", metavar="[FILE.xlsx]", required=False, type=click.Path(dir_okay=False, path_type=Path))
@CONFIG_OPTION
@LANGUAGE_OPTION
@click.option("--record", is_flag=True, help="Tell the points as lines for the product's record.")
def score(number: int, file: Path | None, config_file: str, lang: str, record: bool) -> None:  # noqa: FBT001
    """Write an empty score sheet of a product set (xlsx); of a filled one, say what it amounts to."""
    told = score_set(number, file, read_settings(config_file), lang, record=record)
    click.echo(told.text)
    if not told.is_well:
        raise SystemExit(1)
