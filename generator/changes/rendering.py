"""Changes as plain text, as Markdown and as an Atom feed. Each form escapes what records hold in its own way."""

import re
from collections.abc import Callable, Iterator, Mapping

from generator.changes.changes import KINDS, Change, Changes, Kind
from generator.fingerprints import fingerprint
from generator.languages import formats
from generator.outputs.feed import moment, tag
from generator.outputs.xml import DECLARATION, xml_text
from generator.settings import Settings
from generator.urls import absolute, home

SIGNS: Mapping[Kind, str] = {"added": "+", "changed": "*", "dropped": "-", "producers": "*"}
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: everything that Markdown gives a meaning to, somewhere or in some dialect."""
_HARMLESS = frozenset(" ,;%'\"()/-")
_WITHIN_LINES = re.compile(r"(?<=\d)[.:](?=\d)|\.(?=\s|$)")
"""Points that end a sentence or stand between digits: addresses have others."""
_CALLS = "@#"
"""Signs that call a person or an issue where Markdown is read, even when they are escaped."""
_JOINER = "\u2060"
_CALL_OF_AN_ISSUE = re.compile(r"\b(gh-)(?=\d)", re.IGNORECASE)


def markdown_text(text: str) -> str:
    """A text that Markdown shows as it is: no markup, no link, no call of a person."""
    text = _CALL_OF_AN_ISSUE.sub(rf"\1{_JOINER}", " ".join(text.split()))
    kept = {match.start() for match in _WITHIN_LINES.finditer(text)}

    def escape(match: re.Match[str]) -> str:
        sign = match[0]
        if sign in _HARMLESS or match.start() in kept:
            return sign
        return f"&#{ord(sign)};{_JOINER if sign in _CALLS else ''}"

    return _MARKUP.sub(escape, text)


def render_text(changes: Changes) -> str:
    """For a terminal or a mail: a line a product, below it what changed."""
    lines = [_heading(changes)]
    for kind, one in _each(changes):
        lines.append(f"{SIGNS[kind]} {one.name} [{one.id}]")
        lines += [f"    {remark}" for remark in one.remarks]
    return "\n".join(lines)


def render_markdown(changes: Changes, settings: Settings) -> str:
    """For a pull request or a newsletter: a section a kind, an item a product."""
    lines = [f"**{markdown_text(_heading(changes))}**"]
    for kind in KINDS:
        found = changes.found.get(kind, ())
        if found:
            lines += ["", f"### {markdown_text(changes.texts[f'changes.section.{kind}'])}", ""]
        for one in found:
            link = f"[{markdown_text(one.name)}](<{absolute(settings.site_url, one.path)}>)"
            name = f"**{markdown_text(one.name)}**" if kind == "dropped" else f"**{link}**"
            lines.append(f"- {name}: {'; '.join(map(markdown_text, one.remarks))}")
    return "\n".join(lines)


def render_atom(changes: Changes, settings: Settings) -> str:
    """A feed with an entry a product; ids are made from what is told, so that the same news is told once."""
    language, texts = changes.language, changes.texts
    lines = [
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<id>{tag(settings, f'changes/{language}')}</id>",
        f"<title>{xml_text(texts['changes.title'])}</title>",
        f"<updated>{moment(changes.day)}</updated>",
        f"<author><name>{xml_text(settings.name_in(language))}</name></author>",
        f'<link rel="alternate" type="text/html" href="{xml_text(absolute(settings.site_url, home(language)))}"/>',
    ]
    for kind, one in _each(changes):
        lines += _atom_entry(kind, one, changes, settings)
    return DECLARATION + "\n".join([*lines, "</feed>"])


def _atom_entry(kind: Kind, one: Change, changes: Changes, settings: Settings) -> Iterator[str]:
    told = ". ".join((changes.texts[f"changes.section.{kind}"], *one.remarks))
    news = fingerprint(kind, changes.day.isoformat(), *one.remarks)
    yield "<entry>"
    yield f"<id>{tag(settings, f'changes/{kind}/{one.id}/{news}/{changes.language}')}</id>"
    yield f'<title type="text">{xml_text(one.name)}</title>'
    yield f"<updated>{moment(changes.day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{xml_text(absolute(settings.site_url, one.path))}"/>'
    yield f'<summary type="text">{xml_text(told)}</summary>'
    yield "</entry>"


def _each(changes: Changes) -> Iterator[tuple[Kind, Change]]:
    return ((kind, one) for kind in KINDS for one in changes.found.get(kind, ()))


def _heading(changes: Changes) -> str:
    """Since when, until when, and how many of each kind."""
    texts, language = changes.texts, changes.language
    counts = [_count(kind, len(found), changes) for kind in KINDS if (found := changes.found.get(kind))]
    told = ", ".join(counts) or texts["changes.none"]
    return texts["changes.heading"].format(since=changes.since, date=formats.day(changes.day, language), told=told)


def _count(kind: Kind, number: int, changes: Changes) -> str:
    key = f"changes.count.{kind}.{'one' if number == 1 else 'other'}"
    return changes.texts[key].format(count=formats.number(number, changes.language))


Render = Callable[[Changes, Settings], str]
FORMS: Mapping[str, Render] = {
    "text": lambda changes, _: render_text(changes),
    "markdown": render_markdown,
    "atom": render_atom,
}
