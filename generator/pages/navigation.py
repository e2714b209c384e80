"""What header, footer and head of every page need: links, words, names of joined files.

Given to MkDocs' templates as `catalogue`, for shells and for hand-written pages.
"""

from dataclasses import dataclass, replace

from generator import urls
from generator.assets import Assets
from generator.pages.contexts import Alternate
from generator.pages.desk import Desk, make_desk, policy_with
from generator.pages.head import alternates
from generator.pages.texts import Texts
from generator.settings import Settings

Links = tuple[tuple[str, str], ...]
"""Labels and paths from the site's root."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The Content-Security-Policy of every page: nothing from elsewhere, nothing inline."""
ABOUT_PAGES = ("stars", "buy", "officers", "data")


@dataclass(frozen=True, slots=True)
class PageWords:
    """The `catalogue` of MkDocs' templates in one language."""

    language: str
    text: Texts
    texts: dict[str, Texts]
    styles: str
    scripts: str
    bundles: str
    """File names of the scripts that come only when needed, those of the language among them."""
    sheets: dict[str, str]
    """Style sheets that only some hand-written pages need, by name."""
    head_script: str
    policy: str
    site_name: str
    home: str
    products: str
    feed: str
    links: Links
    about: Links
    browse: Links
    data: Links
    desk: Desk
    """Where the buyer compares, keeps lists and enquires."""
    alternate: str = ""
    """Path of the same page in the other language; shells leave it to the generator."""
    alternates: tuple[Alternate, ...] = ()
    """Full addresses of a hand-written page in all languages."""


def all_words(settings: Settings, texts: dict[str, Texts], assets: Assets) -> dict[str, PageWords]:
    """The words of every language."""
    return {language: _words(settings, texts, language, assets) for language in settings.languages}


def _words(settings: Settings, texts: dict[str, Texts], language: str, assets: Assets) -> PageWords:
    t = texts[language]
    return PageWords(
        language,
        t,
        texts,
        assets.styles,
        assets.scripts,
        " ".join(path.removeprefix("assets/") for path in (*assets.bundles.values(), assets.words[language])),
        assets.sheets,
        assets.head_script,
        POLICY,
        settings.name_in(language),
        urls.home(language),
        urls.listing(language, "products"),
        urls.feed(language),
        _navigation(t, language),
        _about(t, language),
        _browse(t, language),
        _data(t, language),
        make_desk(settings, t),
    )


def _navigation(t: Texts, language: str) -> Links:
    kinds = ("export", "market", "group", "province")
    keys = {"group": "nav.groups", "province": "nav.provinces"}
    listed = tuple((t[keys.get(kind, f"nav.{kind}")], urls.listing(language, kind)) for kind in kinds)
    return (*listed, (t["nav.stars"], urls.about(language, "stars")))


def _about(t: Texts, language: str) -> Links:
    pages = tuple((t[f"footer.about.{page}"], urls.about(language, page)) for page in ABOUT_PAGES)
    return (*pages, (t["programme.link"], urls.programme(language)))


def _browse(t: Texts, language: str) -> Links:
    kinds = {
        "products": "products",
        "producers": "producer",
        "certifications": "certification",
        "markets": "market_of",
        "levels": "stars",
    }
    return tuple((t[f"nav.{name}"], urls.listing(language, kind)) for name, kind in kinds.items())


def _data(t: Texts, language: str) -> Links:
    return (
        (t["footer.data.json"], urls.STATIC_PATHS["json"]),
        (t["footer.data.csv"], urls.table(language)),
        (t["footer.data.schema"], urls.STATIC_PATHS["schema"]),
        (t["footer.data.package"], urls.STATIC_PATHS["package"]),
        (t["footer.feed"], urls.feed(language)),
    )


def words_for_page(words: PageWords, settings: Settings, path: str) -> PageWords:
    """The words of a language with the addresses of one hand-written page's translations."""
    other = next((one for one in settings.languages if one != words.language), words.language)
    if not path.startswith(f"{words.language}/"):
        return words
    policy = words.policy
    if path == words.desk.paths["enquiry"]:
        policy = policy_with(policy, settings.enquiry_endpoint)
    return replace(
        words, policy=policy, alternate=urls.other_language(path, other), alternates=alternates(settings, path)
    )
