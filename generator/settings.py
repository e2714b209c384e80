"""Everything a build needs to know besides the records: frozen, free of MkDocs, with no clock of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SITE_LANGUAGES = ("vi", "en")
MAIL = "mailto:"
OPEN_GRAPH_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Office:
    """Who passes enquiries on to producers that cannot be written to; at least one way to reach it is given."""

    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    """The name in languages in which it differs from `name`."""
    mail: str | None = None
    phone: str | None = None
    zalo: str | None = None
    whatsapp: str | None = None

    def name_in(self, language: str) -> str:
        """The name of the office for readers of a language."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one build. Paths are absolute; `site_url` ends with a slash; sizes are numbers of products."""

    site_name: str
    site_url: str
    products: Path
    """Folder with records/, producers/, registers/ and images/."""
    theme: Path
    """Folder with catalogue/, locales/, styles/ and scripts/."""
    site: Path
    """Folder that is published."""
    as_of: date
    """The day standings are computed for."""
    languages: tuple[str, ...] = SITE_LANGUAGES
    page_size: int = 48
    """Cards on one page of a listing."""
    processes: int | None = None
    """Most processes to use; None leaves it to the number of pages."""
    cache: Path | None = None
    """Folder for what is kept between builds: pictures encoded anew, what was made from what; None keeps nothing."""
    bundle: Mapping[str, str] = field(default_factory=dict)
    """Which products share pages, by language: `lapsed` or `all`; in languages that are not named, none do."""
    codes: bool = True
    """Whether each code has a page of its own, `p/<code>/`, and each article number."""
    limit: int | None = None
    """Most products to read, for a quick preview; None reads all."""
    site_names: Mapping[str, str] = field(default_factory=dict)
    """The name of the site in languages in which it differs from `site_name`."""

    office: Office | None = None
    """The promotion office that enquiries go to when a producer states no contact."""
    enquiry_endpoint: str | None = None
    """Where enquiries are posted to as JSON: an address with https, or a path on the same host; None posts nothing."""

    corrections: str | None = None
    """Where corrections are proposed: `mailto:` and an address, or an address with places for `{file}`, `{id}` and
    `{address}` of a product; None offers nothing."""

    def name_in(self, language: str) -> str:
        """The name of the site for readers of a language."""
        return self.site_names.get(language, self.site_name)

    @property
    def main_language(self) -> str:
        """The language of feeds and downloads that exist once."""
        return self.languages[0]
