"""What the pages at which a buyer works (compare, list, enquiry) are given besides their words in Markdown.

Goes into the page as JSON that scripts read; nothing of it is about a product.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import urls
from generator.pages.texts import Texts, read_texts
from generator.settings import SITE_LANGUAGES, Office, Settings

PAGES = ("compare", "list", "enquiry")
SHARED_WORDS = ("desk.", "field.", "mark.")
"""Beginnings of the keys of texts that every one of the pages may show."""
LETTER = "letter."


@dataclass(frozen=True, slots=True)
class Desk:
    """One language's desk."""

    paths: Mapping[str, str]
    """Path of each page, from the site's root."""
    data: Mapping[str, Markup]
    """JSON for each page: texts, and for the enquiry what letters are written with and where they go."""


def make_desk(settings: Settings, texts: Texts) -> Desk:
    """The desk in the language of `texts`."""
    language = texts.language
    data: dict[str, dict[str, object]] = {page: {"words": _spoken(texts, page)} for page in PAGES}
    data["enquiry"] |= {
        "letters": {other: _letters(settings, other) for other in SITE_LANGUAGES},
        "office": _office(settings.office) if settings.office else None,
        "endpoint": settings.enquiry_endpoint,
        "site": settings.site_url,
    }
    return Desk(
        {page: urls.desk(language, page) for page in PAGES},
        {page: _json(content) for page, content in data.items()},
    )


def _spoken(texts: Texts, page: str) -> dict[str, str]:
    return {key: text for key, text in texts.items() if key.startswith((f"{page}.", *SHARED_WORDS))}


def _letters(settings: Settings, language: str) -> dict[str, str]:
    """The words of letters, which are in both languages also on a site in one."""
    texts = read_texts(settings.theme, language)
    return {key: text for key, text in texts.items() if key.startswith(LETTER)}


def _office(office: Office) -> dict[str, object]:
    names = {language: office.name_in(language) for language in SITE_LANGUAGES}
    ways = {"mail": office.mail, "phone": office.phone, "zalo": office.zalo, "whatsapp": office.whatsapp}
    return {"names": names, "ways": {way: value or "" for way, value in ways.items()}}


def _json(content: object) -> Markup:
    """JSON that may stand in a script element: nothing in it ends the element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  data, not markup, and without a single "<"


def policy_with(policy: str, endpoint: str | None) -> str:
    """A Content-Security-Policy that lets an enquiry go to the origin of `endpoint` too, and nowhere else."""
    if endpoint is None or endpoint.startswith("/"):
        return policy
    parts = urlsplit(endpoint)
    rules = [
        f"{rule} {parts.scheme}://{parts.netloc}" if rule.startswith(("connect-src", "form-action")) else rule
        for rule in policy.split("; ")
    ]
    return "; ".join(rules)
