"""A shell: one finished page of MkDocs with holes, which fills every catalogue page of its language and depth."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.urls import ROOT

HOLES_OF_ONE_LANGUAGE = ("head", "main")
HOLES = (*HOLES_OF_ONE_LANGUAGE, "alternate")
_INDENT = re.compile(r"\n\s+")
"""Blank lines and indents of MkDocs' templates: a shell has no preformatted text, and is sent with every page."""
_MARK = re.compile(r"@@catalogue:(\w+)@@")


class ShellError(ValueError):
    """The theme's shell lacks a hole or has one that nobody fills."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The text between the holes, and the name of each hole in between."""

    texts: tuple[str, ...]
    holes: tuple[str, ...]
    way_up: str

    def fill(self, head: str, main: str, alternate: str) -> str:
        """The finished page. The fragments are HTML already; `alternate` is the address in the other language."""
        content = {"head": head, "main": main, "alternate": alternate}
        pieces = [self.texts[0]]
        for hole, text in zip(self.holes, self.texts[1:], strict=True):
            pieces += (content[hole].replace(ROOT, self.way_up), text)
        return "".join(pieces)


def read_shell(html: str, way_up: str, expected: Collection[str] = HOLES) -> Shell:
    """Split the HTML of a shell page at its marks `@@catalogue:NAME@@`.

    Raises `ShellError` unless the holes are those `expected`; a site in one language has no `alternate`.
    """
    pieces = _MARK.split(_INDENT.sub("\n", html))
    holes = tuple(pieces[1::2])
    if set(holes) != set(expected):
        message = f"the shell must have the holes {sorted(expected)}, it has {sorted(set(holes))}"
        raise ShellError(message)
    return Shell(tuple(pieces[::2]), holes, way_up)
