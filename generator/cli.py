"""The officers' command line, `ocop`. Arguments in, text and an exit code out: 0 is well, 1 means mistakes to mend."""

import os
from importlib import import_module

import click

COMMANDS = {
    "build": "building",
    "check": "building",
    "schema": "building",
    "import": "lists",
    "export": "lists",
    "new": "records",
    "codes": "records",
    "report": "telling",
    "changes": "telling",
    "score": "scores",
}
"""The module of `generator/commands` that each command stands in."""


class Commands(click.Group):
    """Loads a command when it is asked for: none waits for what only others need."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"generator.commands.{COMMANDS[cmd_name]}")
        found: click.Command = getattr(module, "import_" if cmd_name == "import" else cmd_name)
        return found


@click.group(cls=Commands)
@click.version_option(package_name="ocop-catalogue")
def main() -> None:
    """Turn product records and their star ratings into a static catalogue."""
    # Material ends in 2027 and says so at every start; the pins in pyproject.toml are the answer.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
