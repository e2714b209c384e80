"""Fills the layouts of the peer: interface texts, the shell of a page and everything else that is a constant for Hugo.

A mark is `[[kind words]]`. Kinds: `t` text, `q` the same quoted, `f` as a format of Go whose places stand in the order
of the words; `only` keeps what stands before `[[end]]` for one language; any other mark is looked up by its words.
"""

import re
from collections.abc import Sequence
from functools import partial

from markupsafe import escape

from generator import urls
from generator.catalogue.catalogue import Neighbours
from generator.pages.cards import Cards
from generator.pages.head import alternates
from generator.pages.product import make_product, make_product_head
from generator.pages.view import View
from generator.settings import OPEN_GRAPH_LOCALES, SITE_LANGUAGES

LOCALES = {"vi": "vi", "en": "en-GB"}
DATES = {"vi": "02/01/2006", "en": "2 January 2006"}
"""How Go is told to write a day."""
ID = "{{ $d.id }}"
"""The id of a product in a layout."""
_ONLY = re.compile(r"\[\[only (\w+)\]\](.*?)\[\[end\]\]", re.DOTALL)
_MARK = re.compile(r"\[\[([a-z_]+)((?: [\w.-]+)*)\]\]")
_PLACE = re.compile(r"\{(\w+)\}")


def fill(layout: str, values: dict[str, str], view: View) -> str:
    """A layout for one language with its marks filled; raises `KeyError` for a mark that nothing is known of."""
    own = _ONLY.sub(lambda found: found[2] if found[1] == view.language else "", layout)
    return _MARK.sub(partial(_fill_mark, values, view), own)


def _fill_mark(values: dict[str, str], view: View, found: re.Match[str]) -> str:
    kind, words = found[1], found[2].split()
    if kind == "t":
        return str(escape(view.texts[words[0]]))
    if kind == "q":
        return quote(view.texts[words[0]])
    if kind == "f":
        return quote(as_format(view.texts[words[0]], words[1:]))
    return values[" ".join([kind, *words])]


def as_format(text: str, order: list[str]) -> str:
    """A text as a format of Go; its places take the arguments in this order, or as they come when none is given.

    >>> as_format("{low} – {high} {currency}", ["currency", "low", "high"])
    '%[2]v – %[3]v %[1]v'
    """
    plain = text.replace("%", "%%").replace("\n", "\r\n")
    if not order or _PLACE.findall(text) == order:
        return _PLACE.sub("%v", plain)
    return _PLACE.sub(lambda found: f"%[{order.index(found[1]) + 1}]v", plain)


def quote(text: str) -> str:
    """A text as a constant of Go."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    return f'"{shown}"'


def site_values(views: Sequence[View]) -> dict[str, str]:
    """What the settings of Hugo's project say, which are the same for all its languages."""
    settings = views[0].settings
    languages = [view.language for view in views]
    return {
        "site_url": settings.site_url,
        "site_name": settings.site_name,
        "lang": languages[0],
        "languages": "\n".join(
            f'{language} = {{locale = "{LOCALES[language]}", weight = {number}}}'
            for number, language in enumerate(languages, start=1)
        ),
    }


def language_values(view: View) -> dict[str, str]:
    """Whatever is the same on every page of a language besides texts."""
    t, settings = view.texts, view.settings

    def mark(name: str) -> str:
        return f'<span class="cat-mark" title="{escape(t[f"mark.{name}.hint"])}">{escape(t[f"mark.{name}"])}</span>'

    shell = {f"shell {number}": text for number, text in enumerate(cut_shell(view))}
    return (
        shell
        | _foreign(view)
        | _head(view)
        | {
            "site_url": settings.site_url,
            "site_name": str(escape(settings.name_in(view.language))),
            "lang": view.language,
            "date": DATES[view.language],
            "as_of": settings.as_of.isoformat(),
            "translated": mark("translated"),
            "inferred": mark("inferred"),
        }
    )


def _foreign(view: View) -> dict[str, str]:
    """How words of each language are marked: not at all where the page is in it."""
    values: dict[str, str] = {}
    for language in SITE_LANGUAGES:
        foreign = view.foreign(language)
        values[f"as {language}"] = f' lang="{foreign}"' if foreign else ""
        values[f"open {language}"] = f'<span lang="{foreign}">' if foreign else ""
        values[f"close {language}"] = "</span>" if foreign else ""
    return values


def _head(view: View) -> dict[str, str]:
    """The lines of a head that depend on which languages the site has."""
    settings = view.settings
    others = [OPEN_GRAPH_LOCALES[one] for one in settings.languages if one != view.language]
    links = alternates(settings, urls.product(view.language, "ID"))
    return {
        "alternates": "".join(
            f'<link rel="alternate" hreflang="{link.lang}" href="{link.href}">\n'.replace("ID", ID) for link in links
        ),
        "locale": OPEN_GRAPH_LOCALES[view.language],
        "other_locale": "".join(f'<meta property="og:locale:alternate" content="{one}">\n' for one in others),
    }


def cut_shell(view: View) -> list[str]:
    """The three texts around the parts that differ from page to page, cut out of a page that was built.

    They hold the address of the page in the other language, where the site has one: its id is left open.
    """
    entry = view.catalogue.entries[0]
    path = urls.product(view.language, entry.product.id)
    page = (view.settings.site / path / "index.html").read_text(encoding="utf-8")
    related = Neighbours(view.catalogue.entries).related(entry)
    head = view.render("head.html", page=make_product_head(entry, view))
    main = view.render("product.html", page=make_product(entry, view, Cards(view), related))
    before, rest = page.split(head)
    between, after = rest.split(main.replace(urls.ROOT, urls.way_up(path)))
    return [text.replace(f"/p/{entry.product.id}/", f"/p/{ID}/") for text in (before, between, after)]
