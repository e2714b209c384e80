"""Size, documentation and state of the code, as CONTRIBUTING.md asks for them."""

import ast
from collections.abc import Iterator
from statistics import median, quantiles

from tests.architecture.source import ROOT, Function, Module

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
LONGEST_SCRIPT = 250
VAGUE_NAMES = {"common", "helpers", "manager", "misc", "util", "utils"}
DAY_READERS = {"now", "today", "utcnow"}
MAY_READ_THE_DAY = {"generator.plugin"}
MAY_MEASURE = {"generator.progress.phases"}
WORLD = DAY_READERS | {
    *("open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "exists", "is_file"),
    *("is_dir", "iterdir", "glob", "rglob", "resolve", "getenv", "getcwd", "run", "Popen", "system", "urlopen"),
}
CHANGERS = {
    *("add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem", "remove"),
    *("setdefault", "sort", "update"),
}


def length(function: Function) -> int:
    """Lines from `def` to the end, decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def called_name(call: ast.Call) -> str:
    """The last name of what is called: `today` for `date.today()`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """All calls inside a node."""
    return (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))


def import_time_nodes(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """What runs when a module is imported: everything but the insides of functions."""
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield from import_time_nodes(statement.body)
        elif not isinstance(statement, Function):
            yield statement


def bound_names(node: ast.AST) -> set[str]:
    """Names that are given a value inside a node, arguments of functions among them."""
    stored = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}
    return stored | {inner.arg for inner in ast.walk(node) if isinstance(inner, ast.arg)}


def changed_name(node: ast.AST) -> str:
    """The name whose value a node changes in place: by a key, an attribute, or a method that changes."""
    match node:
        case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
            return name
        case ast.Attribute(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)) if method in CHANGERS:
            return name
    return ""


def changed_state(module: Module) -> Iterator[str]:
    """Places inside functions that change what belongs to the module."""
    of_module = {name for node in import_time_nodes(module.tree.body) for name in bound_names(node)}
    for function in module.functions:
        of_function = bound_names(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Global) or changed_name(node) in of_module - of_function:
                yield f"{module.place(function)} {function.name}"


def public_functions(node: ast.Module | ast.ClassDef) -> Iterator[Function]:
    """Functions and methods that others may call: neither they nor their class begin with an underscore."""
    for inner in node.body:
        if isinstance(inner, Function | ast.ClassDef) and not inner.name.startswith("_"):
            yield from public_functions(inner) if isinstance(inner, ast.ClassDef) else [inner]


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether an except clause takes every error, by name or by naming nothing."""
    named = ast.walk(handler.type) if handler.type else ()
    names = {node.id for node in named if isinstance(node, ast.Name)}
    return handler.type is None or bool(names & {"Exception", "BaseException"})


def is_annotated(function: Function) -> bool:
    """Whether every argument, apart from self and cls, and the result have a type."""
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    named = [argument for argument in every if argument and argument.arg not in {"self", "cls"}]
    return function.returns is not None and all(argument.annotation for argument in named)


def test_no_module_is_long(modules: list[Module]) -> None:
    """A module has one topic: at most 400 lines."""
    assert [] == [module.name for module in modules if module.text.count("\n") > LONGEST_MODULE]


def test_no_function_is_long(modules: list[Module]) -> None:
    """A function fits on a screen: at most 50 lines."""
    long = (
        f"{module.place(function)} {function.name}: {length(function)} lines"
        for module in modules
        for function in module.functions
        if length(function) > LONGEST_FUNCTION
    )
    assert [] == list(long)


def test_most_functions_are_short(modules: list[Module]) -> None:
    """Half of them are of at most 8 lines, nine in ten of at most 25."""
    lengths = [length(function) for module in modules for function in module.functions]
    assert 8 >= median(lengths)
    assert 25 >= quantiles(lengths, n=10)[-1]


def test_every_module_says_what_it_is_for(modules: list[Module]) -> None:
    """In a docstring of at most six lines."""
    silent = (
        module.name for module in modules if not 1 <= len((ast.get_docstring(module.tree) or "").splitlines()) <= 6
    )
    assert [] == list(silent)


def test_public_functions_are_documented_and_typed(modules: list[Module]) -> None:
    """What a caller needs to know stands at the function."""
    bare = (
        f"{module.place(function)} {function.name}"
        for module in modules
        for function in public_functions(module.tree)
        if not (ast.get_docstring(function) and is_annotated(function))
    )
    assert [] == list(bare)


def test_no_module_has_a_vague_name(modules: list[Module]) -> None:
    """A name like utils tells nobody what belongs there."""
    assert [] == [module.name for module in modules if VAGUE_NAMES & set(module.name.split("."))]


def test_nothing_outside_is_touched_on_import(modules: list[Module]) -> None:
    """Importing reads no file, no clock and no environment, and prints nothing."""
    touching = (
        f"{module.place(call)} {called_name(call)}"
        for module in modules
        for node in import_time_nodes(module.tree.body)
        for call in calls(node)
        if called_name(call) in WORLD
    )
    assert [] == list(touching)


def test_no_function_changes_what_belongs_to_its_module(modules: list[Module]) -> None:
    """Two builds in one process must not know of each other."""
    assert [] == [change for module in modules for change in changed_state(module)]


def test_only_the_plugin_reads_the_day(modules: list[Module]) -> None:
    """The as-of date is the only clock of a build: same input, same bytes."""
    reading = (
        module.place(call)
        for module in modules
        if module.name not in MAY_READ_THE_DAY
        for call in calls(module.tree)
        if called_name(call) in DAY_READERS
    )
    assert [] == list(reading)


def test_only_phases_of_a_build_are_measured(modules: list[Module]) -> None:
    """What a stopwatch says is told to people; where none is at hand, none gets into a file."""
    measuring = (
        module.place(node)
        for module in modules
        if module.name not in MAY_MEASURE
        for node, name in module.imports
        if name.split(".")[0] in {"time", "timeit"}
    )
    assert [] == list(measuring)


def test_no_error_is_swallowed(modules: list[Module]) -> None:
    """An except clause names what it expects; neither everything nor Exception."""
    broad = (
        module.place(node)
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    )
    assert [] == list(broad)


def test_no_script_is_long() -> None:
    """A script of the theme has at most 250 lines."""
    scripts = sorted((ROOT / "theme" / "scripts").rglob("*.js"))
    assert [] == [path.name for path in scripts if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_SCRIPT]
