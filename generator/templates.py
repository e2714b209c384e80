"""Our own Jinja environment. Product data meets no other: everything is escaped and an unknown name is an error.

Interface texts are put into the templates when these are compiled, so that a page costs no look-ups of words that are
the same on every page; an unknown text is an error before the first page is made.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]

from generator.cached import read_plain, write_plain
from generator.fingerprints import fingerprint

TEXTS = "t"
"""The name under which templates know the interface texts."""


def escape_other(value: Any) -> str:
    """What `escape` makes of a value that is not plain text: markup stays, whatever else is written as text first."""
    return value if isinstance(value, Markup) else str(escape(value))


class _Compiler(CodeGenerator):
    """Compiles what templates do most, to print a value and to ask for an attribute, to Python without detours.

    A product page prints some 230 values and asks for 600 attributes; the detours took a third of its time. Escaping
    is MarkupSafe's; its inner name is private, so an upgrade that renames it fails at the first import.
    """

    def write_commons(self) -> None:
        """Make the functions local names of every rendering."""
        super().write_commons()
        self.writeline("escape_text, escape_other = environment.escape_text, environment.escape_other")
        self.writeline("mark = environment.mark")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(escape_text(value) if (value := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(").__class__ is str else escape_other(value))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Macros and methods are called as they are: nothing that templates call asks for Jinja's context."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro is its function, to be called with all arguments by their places: Jinja need not sort them."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            self.write("macro")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """What a macro gives is markup: nobody else marks it. Called for macros and loops that call themselves."""
        self.writeline(f"return mark(concat({frame.buffer}))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  the name is Jinja's
        """What templates are given has these attributes, and a page asks for some 600; a missing one is an error."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class _Environment(Environment):
    code_generator_class = _Compiler
    escape_text = staticmethod(escape_text)
    escape_other = staticmethod(escape_other)
    mark = partial(str.__new__, Markup)  # what `Markup` does, but for questions that are answered here
    texts: Mapping[str, str]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """No names but those given: Jinja's chain of maps would be walked through at each rendering."""
        return dict(d or {})


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


class _Compiled(BytecodeCache):
    """Keeps compiled templates for the next build, in the form in which Python keeps compiled modules."""

    def __init__(self, folder: Path, texts: Mapping[str, str]) -> None:
        self._folder = folder
        self._texts = fingerprint(*(f"{key} {text}" for key, text in texts.items()))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """A template is known by its name: all stand in one folder."""
        return fingerprint(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find what a template was compiled to, if its source and the interface texts are what they were."""
        kept = read_plain(self._folder / bucket.key)
        if kept and kept[0] == (self._texts, bucket.checksum):
            bucket.code = kept[1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        write_plain(self._folder / bucket.key, ((self._texts, bucket.checksum), bucket.code))


def make_environment(theme: Path, texts: Mapping[str, str], kept: Path | None = None) -> Environment:
    """The environment of the templates in `theme/catalogue/` with the texts of one language.

    `kept` is a folder for compiled templates of that language, which need not exist.
    """
    environment = _Environment(
        loader=FileSystemLoader(theme / "catalogue"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(kept, texts) if kept else None,
    )
    environment.texts = texts
    environment.globals.clear()  # no template needs them, and each rendering would copy them
    environment.add_extension(_ConstantTexts)
    return environment
