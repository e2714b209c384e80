"""How issues are told: as lines for people, as JSON, and as annotations for CI; in Vietnamese or English.

Issues in, text out. Decides nothing about what is a mistake.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.issues import Issue, Order, Path, field_name
from generator.languages.messages import Messages, read_messages
from generator.model import LANGUAGES as TEXT_LANGUAGES

LONGEST_VALUE = 120
"""Letters of a value that are told."""
_SHOWN = {"\n": " ", "\t": " ", "\u00a0": " ", "\u3000": " "}
MOST_OF_A_KIND = 20
"""How many issues of one kind are told before the rest is only counted."""


def tell(issue: Issue, messages: Messages) -> tuple[str, str]:
    """Message and hint of an issue in the language of `messages`."""
    details = {"field": _short_name(issue.source.path), **issue.details}
    details = {name: visible(value) for name, value in details.items()}
    if len(details.get("value", "")) > LONGEST_VALUE:
        details["value"] = details["value"][:LONGEST_VALUE] + "…"
    told = "heading" in details and details["field"] != details["heading"]
    column = messages.word("in-column").format(**details) if told else ""
    return messages.message(issue.id, details) + column, messages.hint(issue.id, details)


def _short_name(path: Path) -> str:
    """The end of a field path, enough to find it on its line: `stars`, `hs[2]`, `name.vi`."""
    names = [number for number, step in enumerate(path) if isinstance(step, str)]
    is_language = len(names) > 1 and path[names[-1]] in TEXT_LANGUAGES
    return field_name(path[names[-2 if is_language else -1] :]) if names else ""


def visible(text: str) -> str:
    """Text on one line with nothing in it that a terminal obeys or a reader cannot see."""
    return "".join(letter if letter.isprintable() else _SHOWN.get(letter) or f"U+{ord(letter):04X}" for letter in text)


def render_text(issues: Sequence[Issue], language: str, *, show_all: bool = False, unchanged: bool = True) -> str:
    """The issues as lines `place: severity: message  [id]` with hints, and a last line that counts them."""
    messages = read_messages(language)
    lines = list(_text_lines(issues, messages, None if show_all else MOST_OF_A_KIND))
    return "\n".join([*lines, summary(issues, language, unchanged=unchanged)])


def _text_lines(issues: Sequence[Issue], messages: Messages, most: int | None) -> Iterator[str]:
    for kind, group in groupby(sorted(issues, key=_by_kind), key=lambda issue: (issue.severity, issue.id)):
        told = list(group)
        for issue in told[:most]:
            message, hint = tell(issue, messages)
            yield f"{visible(str(issue.source))}: {messages.word(issue.severity)}: {message}  [{issue.id}]"
            if hint:
                yield f"    {messages.word('hint')}: {hint}"
        if most is not None and len(told) > most:
            yield messages.word("more").format(count=len(told) - most, id=kind[1])


def _by_kind(issue: Issue) -> tuple[bool, str, Order]:
    return issue.severity == "warning", issue.id, issue.order


def summary(issues: Sequence[Issue], language: str, *, unchanged: bool) -> str:
    """One line that counts errors, warnings and files; says that the site was not changed when `unchanged`."""
    messages = read_messages(language)
    counts = Counter(issue.severity for issue in issues)
    files = len({issue.source.file for issue in issues})
    if not issues:
        return messages.word("none")
    told = messages.word("summary").format(
        errors=messages.count("errors", counts["error"]),
        warnings=messages.count("warnings", counts["warning"]),
        files=messages.count("files", files),
    )
    return told + (messages.word("site-unchanged") if unchanged and counts["error"] else "")


def as_data(issues: Iterable[Issue], language: str) -> list[dict[str, object]]:
    """The issues as plain data, in order of place."""
    messages = read_messages(language)
    rows: list[dict[str, object]] = []
    for issue in sorted(issues, key=lambda one: one.order):
        message, hint = tell(issue, messages)
        source = issue.source
        place = {"file": source.file, "line": source.line, "column": source.column, "field": field_name(source.path)}
        if source.sheet:
            place |= {"sheet": source.sheet, "cell": source.cell}
        rows.append({"id": issue.id, "severity": issue.severity, **place, "message": message, "hint": hint})
    return rows


def render_json(issues: Iterable[Issue], language: str) -> str:
    """The issues as one JSON document: `{"issues": [{id, severity, file, line, column, field, message, hint}]}`."""
    return json.dumps({"issues": as_data(issues, language)}, ensure_ascii=False, indent=2)


def render_github(issues: Iterable[Issue], language: str) -> str:
    """The issues as workflow commands, which GitHub shows beside the lines of a pull request."""
    return "\n".join(_annotation(row) for row in as_data(issues, language))


def _annotation(row: dict[str, object]) -> str:
    place = f"file={_property(row['file'])},line={row['line'] or 1},col={row['column'] or 1},title={row['id']}"
    text = f"{row['message']}\n{row['hint']}".strip()
    return f"::{row['severity']} {place}::{_command(text)}"


def _command(value: object) -> str:
    return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _command(value).replace(":", "%3A").replace(",", "%2C")
