"""Run by mkdocs-gen-files inside the peer's build: every record becomes a page of Markdown in Vietnamese.

A page says what the record states: names, summary, a table of all other values, story, sources. Nothing is worked out.
"""  # noqa: INP001  a script of the peer's project, no part of ours

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import mkdocs_gen_files
import yaml

APART = ("name", "summary", "story", "sources")
"""Fields that stand outside the table."""


def read(file: Path) -> dict[str, Any]:
    """A record as YAML gives it, by libyaml as ours are where they are not plain."""
    content: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return content


def local(text: Mapping[str, Any] | None) -> str:
    """The Vietnamese words."""
    return str(text.get("vi", "")) if text else ""


def rows(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Every single value below a field, with the names that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from rows(f"{name} {key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rows(name, inner)
    else:
        yield name, str(value)


def page_lines(record: Mapping[str, Any], producer: Mapping[str, Any]) -> Iterator[str]:
    """The lines of one page."""
    yield f"# {local(record['name'])}\n"
    yield f"{record['name'].get('en', '')}\n"
    yield f"{local(record.get('summary'))}\n"
    yield f"**{local(producer['name'])}**\n"
    yield "| | |\n|-|-|"
    for field, value in record.items():
        if field not in APART:
            yield from (f"| {label} | {words} |" for label, words in rows(field, value))
    yield f"\n{local(record.get('story'))}\n"
    yield from (f"1. [{source['title']}]({source['url']}), {source['checked']}" for source in record["sources"])


producers = {file.stem: read(file) for file in Path("products/producers").glob("*.yml")}
for file in sorted(Path("products/records").glob("*/*.yml")):
    record = read(file)
    with mkdocs_gen_files.open(f"p/{file.stem}.md", "w") as page:
        page.write("\n".join(page_lines(record, producers[record["producer"]])))
