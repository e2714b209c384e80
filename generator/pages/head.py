"""The head of a page: title, description, addresses of its translations, Open Graph, structured data."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from pydantic_core import to_json

from generator import urls
from generator.pages.contexts import Alternate, HeadContext, SocialImage
from generator.pages.view import View
from generator.settings import OPEN_GRAPH_LOCALES, Settings

LONGEST_DESCRIPTION = 200
_ESCAPES = tuple((letter.encode(), f"\\u{ord(letter):04x}".encode()) for letter in "<>&\u2028\u2029")


def make_head(
    view: View,
    path: str,
    words: tuple[str, str],
    structured: Sequence[Mapping[str, object] | str] = (),
    kind: str = "website",
    image: SocialImage | None = None,
) -> HeadContext:
    """The head of the page at `path`.

    `words` are its title, without the name of the site, and its description; `structured` are nodes, or encoded ones.
    """
    title, description = words
    settings = view.settings
    others = [one for one in settings.languages if one != view.language]
    return HeadContext(
        f"{title} – {settings.name_in(view.language)}",
        shorten(description),
        urls.absolute(settings.site_url, path),
        alternates(settings, path),
        settings.name_in(view.language),
        OPEN_GRAPH_LOCALES[view.language],
        OPEN_GRAPH_LOCALES[others[0]] if others else None,
        kind,
        image,
        serialise(structured) if structured else None,
    )


def only_in(languages: Sequence[str], head: HeadContext, view: View, path: str) -> HeadContext:
    """The head of the page at `path` when only `languages` have this page, that of the view among them."""
    if len(languages) == len(view.settings.languages):
        return head
    others = [OPEN_GRAPH_LOCALES[one] for one in languages if one != view.language]
    known = alternates(view.settings, path, languages)
    return head._replace(alternates=known, other_locale=others[0] if others else None)


def alternates(settings: Settings, path: str, languages: Sequence[str] | None = None) -> tuple[Alternate, ...]:
    """The addresses of a page in every language of the site, or in those `languages` that have it, and x-default."""
    known = settings.languages if languages is None else languages
    addresses = {one: urls.absolute(settings.site_url, urls.other_language(path, one)) for one in known}
    default = urls.absolute(settings.site_url, urls.default_path(path.partition("/")[2], known))
    return (*(Alternate(one, address) for one, address in addresses.items()), Alternate("x-default", default))


def shorten(text: str) -> str:
    """A text of at most `LONGEST_DESCRIPTION` letters, cut between words."""
    flat = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
    if len(flat) <= LONGEST_DESCRIPTION:
        return flat
    return flat[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def encode(node: Mapping[str, object]) -> str:
    """A node of structured data as JSON that no text in it can end: `<`, `>` and `&` are written as escapes."""
    text = to_json(node)
    for letter, escaped in _ESCAPES:
        text = text.replace(letter, escaped)
    return text.decode()


def serialise(graph: Iterable[Mapping[str, object] | str]) -> Markup:
    """A JSON-LD document of nodes; those that many pages have may be encoded already."""
    nodes = ",".join([node if isinstance(node, str) else encode(node) for node in graph])
    return Markup(f'{{"@context":"https://schema.org","@graph":[{nodes}]}}')  # noqa: S704  escaped by `encode`
