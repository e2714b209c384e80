"""Our own Jinja environment. Product data meets no other: everything is escaped and an unknown name is an error.

Interface texts are put into the templates when these are compiled, so that a page costs no look-ups of words that are
the same on every page; an unknown text is an error before the first page is made.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]

TEXTS = "t"
"""The name under which templates know the interface texts."""


def escape_output(value: Any) -> str:
    """What `escape` makes of a value, without wrapping plain text only to join it with other text.

    A product page has some 270 values, and a seventh of its time went into the wrapping. The escaping itself is
    MarkupSafe's; its name is private there, so an upgrade that renames it fails at the first import.
    """
    kind = type(value)
    if kind is str:
        return str(escape_text(value))
    return str(escape(value)) if kind is not Markup else value


class _PlainOutput(CodeGenerator):
    """Compiles `{{ name }}` to a call of `escape_output`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escape_output(")


class _Environment(Environment):
    code_generator_class = _PlainOutput
    escape_output = staticmethod(escape_output)
    texts: Mapping[str, str]


class _ConstantTexts(Extension):
    """Replaces `t["key"]` by the text itself; keys that are put together in the template stay look-ups."""

    environment: _Environment

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template with its texts in place."""
        for token in stream:
            if token.type != "name" or token.value != TEXTS or stream.current.type != "lbracket":
                yield token
                continue
            bracket = next(stream)
            if stream.current.type == "string" and stream.look().type == "rbracket":
                yield Token(token.lineno, "string", self.environment.texts[next(stream).value])
                stream.expect("rbracket")
            else:
                yield from (token, bracket)


def make_environment(theme: Path, texts: Mapping[str, str]) -> Environment:
    """The environment of the templates in `theme/catalogue/` with the texts of one language."""
    environment = _Environment(
        loader=FileSystemLoader(theme / "catalogue"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.texts = texts
    environment.globals.clear()  # no template needs them, and each rendering would copy them
    environment.add_extension(_ConstantTexts)
    return environment
