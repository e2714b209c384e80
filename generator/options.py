"""The options of the plugin block in `mkdocs.yml`. One of the two modules that know MkDocs."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from pydantic import ValidationError

from generator.catalogue.places import BUNDLED
from generator.model import Contact
from generator.settings import MAIL, SITE_LANGUAGES, Office

PLACES = frozenset({"file", "id", "address"})
"""What an address for corrections may name of a product."""
_PLACES = re.compile(r"\{(\w*)\}")
LOCAL_HOSTS = ("localhost", "127.0.0.1")


class OfficeOptions(base.Config):
    """The promotion office: enquiries go to it when a producer states no way to be written to."""

    name = c.Type(str, default="")
    """Left out when there is no such office."""
    names = c.DictOfItems(c.Type(str), default={})
    """Name by language, where it differs from `name`."""
    mail = c.Optional(c.Type(str))
    phone = c.Optional(c.Type(str))
    """Telephone, Zalo and WhatsApp are numbers like "+84 24 3943 5000", in quotes."""
    zalo = c.Optional(c.Type(str))
    whatsapp = c.Optional(c.Type(str))


class CatalogueOptions(base.Config):
    """Options of the `catalogue` plugin."""

    products = c.Type(str, default="products")
    """Folder with records, producers, registers and images, relative to `mkdocs.yml`."""
    languages = c.ListOfItems(c.Choice(("vi", "en")), default=["vi", "en"])
    """Languages of the site; the first is the main one."""
    as_of = c.Optional(c.Type((str, date)))
    """Day for which standings are computed, YYYY-MM-DD; default: today in Việt Nam."""
    site_names = c.DictOfItems(c.Type(str), default={})
    """Name of the site by language, where it differs from `site_name`."""
    page_size = c.Type(int, default=48)
    """Products on one page of a listing."""
    processes = c.Optional(c.Type(int))
    """Most processes to use; default: as many as pay."""
    bundle = c.Type((str, dict), default="none")
    """Which products share pages, so that there are fewer files: `none`, `lapsed` (those without a rating that holds,
    since it lapsed, was withdrawn, is only proposed, or there is none) or `all`, then producers do too; or one of these
    for each language."""
    codes = c.Type(bool, default=True)
    """Whether each code of the ledger has a page of its own, which leads to the product; and each article number."""
    cache = c.Type(str, default=".cache")
    """Folder for what is kept between builds, relative to `mkdocs.yml`."""
    limit_on_serve = c.Optional(c.Type(int))
    """Most products to show under `mkdocs serve`; default: all."""
    promotion_office = c.SubConfig(OfficeOptions)
    """Who passes enquiries on to producers without a stated contact."""
    enquiry_endpoint = c.Optional(c.Type(str))
    """Address that takes enquiries as JSON by POST; default: none, buyers send their letters themselves."""
    corrections = c.Optional(c.Type(str))
    """Where readers propose to correct a product: `https://github.com/OWNER/REPOSITORY/edit/main/{file}`, or any other
    address with `{file}`, `{id}` or `{address}` in it, or `mailto:office@example.vn`; default: nowhere."""
    messages = c.Choice(("vi", "en"), default="vi")
    """Language in which mistakes are told."""


def read_bundle(value: object, languages: Sequence[str]) -> dict[str, str]:
    """The choice of each language that bundles any product; raises `PluginError` for what is no choice."""
    chosen = value if isinstance(value, dict) else dict.fromkeys(languages, value)
    by_language = {str(language): str(choice) for language, choice in chosen.items()}
    for language, choice in by_language.items():
        if language not in SITE_LANGUAGES or choice not in BUNDLED:
            ways = ", ".join(BUNDLED)
            raise PluginError(f"mkdocs.yml: bundle is {value!r}, must be one of {ways}, or one for each language")
    return {one: by_language[one] for one in languages if by_language.get(one, "none") != "none"}


def read_office(options: OfficeOptions) -> Office | None:
    """The promotion office; None when no name is given. Raises `PluginError` for what nobody could be reached at."""
    if not options.name:
        return None
    ways = {"email": options.mail, "phone": options.phone, "zalo": options.zalo, "whatsapp": options.whatsapp}
    try:
        known = Contact.model_validate({way: value for way, value in ways.items() if value})
    except ValidationError as error:
        way = str(error.errors()[0]["loc"][0]).replace("email", "mail")
        raise PluginError(f"mkdocs.yml: promotion_office: {way} is {options[way]!r}, which is none") from error
    if not any(ways.values()):
        raise PluginError("mkdocs.yml: promotion_office needs a mail, phone, zalo or whatsapp")
    return Office(options.name, options.names, known.email, known.phone, known.zalo, known.whatsapp)


def read_corrections(way: str | None) -> str | None:
    """Where corrections are proposed; raises `PluginError` unless it is mail, or a safe address with places."""
    if not way:
        return None
    if way.startswith(MAIL):
        try:
            known = Contact.model_validate({"email": way.removeprefix(MAIL)})
        except ValidationError as error:
            raise PluginError(f"mkdocs.yml: corrections is {way!r}, must be like mailto:office@example.vn") from error
        return MAIL + quote(str(known.email), safe="@")
    named = set(_PLACES.findall(way))
    parts = urlsplit(_PLACES.sub("", way))
    safe = way.isprintable() and not set(_PLACES.sub("", way)) & set(" ;,'\"<>\\{}") and "@" not in parts.netloc
    encrypted = parts.scheme == "https" or parts.hostname in LOCAL_HOSTS
    if not (safe and encrypted and parts.hostname and named and named <= PLACES and "{" not in urlsplit(way).netloc):
        example = "https://github.com/OWNER/REPOSITORY/edit/main/{file}"
        raise PluginError(f"mkdocs.yml: corrections is {way!r}, must be like {example}, or mailto: and an address")
    return way


def read_endpoint(address: str | None) -> str | None:
    """The address enquiries are posted to; raises `PluginError` unless it is https, a path, or on this machine."""
    if not address:
        return None
    parts = urlsplit(address)
    local = parts.scheme == "http" and parts.hostname in LOCAL_HOSTS
    path = address.startswith("/") and not address.startswith("//")
    safe = address.isprintable() and not set(address) & set(" ;,'\"<>\\") and "@" not in parts.netloc
    if not safe or not (path or local or (parts.scheme == "https" and parts.hostname)):
        raise PluginError(f"mkdocs.yml: enquiry_endpoint is {address!r}, must be like https://example.com/enquiries")
    return address
