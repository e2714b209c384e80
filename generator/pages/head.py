"""The head of a page: title, description, addresses of its translations, Open Graph, structured data."""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator import urls
from generator.pages.contexts import Alternate, HeadContext, SocialImage
from generator.pages.view import View
from generator.settings import OPEN_GRAPH_LOCALES, Settings

LONGEST_DESCRIPTION = 200
DEFAULT_LANGUAGE = "en"
"""The language offered to readers of any other (x-default), if the site has it."""


def make_head(  # noqa: PLR0913  one argument a part of the head
    view: View,
    path: str,
    title: str,
    description: str,
    structured: Sequence[Mapping[str, object]] = (),
    kind: str = "website",
    image: SocialImage | None = None,
    languages: Sequence[str] | None = None,
) -> HeadContext:
    """The head of the page at `path`; `languages` are those the page exists in, by default all of the site."""
    settings = view.settings
    others = [one for one in settings.languages if one != view.language]
    return HeadContext(
        f"{title} · {settings.site_name}",
        shorten(description),
        urls.absolute(settings.site_url, path),
        alternates(settings, path, languages),
        settings.site_name,
        OPEN_GRAPH_LOCALES[view.language],
        OPEN_GRAPH_LOCALES[others[0]] if others else None,
        kind,
        image,
        serialise(structured) if structured else None,
    )


def alternates(settings: Settings, path: str, languages: Sequence[str] | None = None) -> tuple[Alternate, ...]:
    """The addresses of a page in every language it exists in, and x-default."""
    known = tuple(languages or settings.languages)
    addresses = {one: urls.absolute(settings.site_url, urls.other_language(path, one)) for one in known}
    default = addresses.get(DEFAULT_LANGUAGE) or next(iter(addresses.values()))
    return (*(Alternate(one, address) for one, address in addresses.items()), Alternate("x-default", default))


def shorten(text: str) -> str:
    """A text of at most `LONGEST_DESCRIPTION` letters, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST_DESCRIPTION:
        return flat
    return flat[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def serialise(graph: Sequence[Mapping[str, object]]) -> Markup:
    """A JSON-LD document that no text in it can end: `<`, `>` and `&` are written as escapes."""
    document = {"@context": "https://schema.org", "@graph": list(graph)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704  escaped above
