"""Pages as a browser understands them."""

import json
from collections.abc import Iterator
from typing import Any

import html5lib

Skeleton = list[tuple[str, tuple[tuple[str, str], ...]]]
FREE = {"alt", "title", "content", "aria-label", "href", "data-label", "placeholder"}
"""Attributes that show text of a record; of all others the value counts too."""


def parse(html: str) -> Any:
    """The tree of a page, by the rules of the HTML standard."""
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def skeleton(tree: Any) -> Skeleton:
    """All elements in order with their attributes; of attributes that show text only the name."""
    return [
        (str(element.tag), tuple((str(name), "" if name in FREE else value) for name, value in element.attrib.items()))
        for element in tree.iter()
    ]


def shown(tree: Any) -> str:
    """Everything a reader can meet on a page: texts and values of attributes; data for machines left out."""
    return "\n".join(_pieces(tree))


def _pieces(element: Any) -> Iterator[str]:
    if element.tag != "script":
        yield element.text or ""
    yield from map(str, element.attrib.values())
    for inner in element:
        yield from _pieces(inner)
        yield inner.tail or ""


def documents(tree: Any) -> list[Any]:
    """The JSON-LD of a page."""
    scripts = [one for one in tree.iter("script") if one.get("type") == "application/ld+json"]
    return [json.loads(one.text) for one in scripts]


def addresses(tree: Any) -> Iterator[tuple[Any, str]]:
    """Every address that a page leads to or loads, with its element."""
    for element in tree.iter():
        for name in ("href", "src", "action", "formaction", "data", "poster", "cite", "background"):
            if (value := element.get(name)) is not None:
                yield element, value
