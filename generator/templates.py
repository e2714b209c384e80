"""Our own Jinja environment. Product data meets no other: everything is escaped and an unknown name is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def make_environment(theme: Path) -> Environment:
    """The environment of the templates in `theme/catalogue/`."""
    return Environment(
        loader=FileSystemLoader(theme / "catalogue"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
