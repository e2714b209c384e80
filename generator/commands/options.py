"""Options that several commands have."""

from datetime import date
from pathlib import Path

import click


def read_day(value: str | None) -> date | None:
    """A day as an option states it; None where it is left out. Raises `click.BadParameter`."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"{value!r} is not a day like 2026-11-23"
        raise click.BadParameter(message) from error


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
    "--as-of",
    metavar="YYYY-MM-DD",
    callback=lambda _, __, value: read_day(value),
    help="Day standings are computed for.",
)
LANGUAGE_OPTION = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of messages."
)
