"""The closed lists a record may refer to: provinces, communes, categories, star rules, certification schemes; synonyms.

Models of the files in `products/registers/` and the look-ups over them. Reads no files; knows no products.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.communes import CommunesToday, FormerCommune, FormerCommunes
from generator.criteria import Criteria
from generator.fields import Day, Line, Phrase, SetNumber, Slug, Stars, Url, Whole, YesNo, mistake
from generator.languages.folding import fold
from generator.model import CurrentPlace, Level, LocalText, Many, Origin, Part, StatedPlace

FOREVER = date(9999, 12, 31)
SET_NUMBERS = range(1, 27)


class FormerProvince(Part):
    """A province as it was before 1 July 2025."""

    code: Line
    name: Line
    kind: Literal["province", "city"] = "province"
    aliases: Many[Line] = ()


class Province(Part):
    """One of the 34 provinces and cities of today (Resolution 202/2025/QH15)."""

    id: Slug
    code: Line
    name: LocalText
    full: LocalText
    kind: Literal["province", "city"] = "province"
    since: Day | None = None
    city_since: Day | None = None
    aliases: Many[Line] = ()
    former: Many[FormerProvince] = ()


class StatedCommune(Part):
    """A commune as it was before 1 July 2025."""

    commune: Line
    district: Line | None = None
    province: Line
    code: Line | None = None


class CurrentCommune(Part):
    """The commune of today that took it in."""

    commune: Line
    province: Line
    code: Line | None = None


class Commune(Part):
    """Which commune of today a former commune belongs to."""

    stated: StatedCommune
    today: CurrentCommune


class Group(Part):
    """One of the six official groups."""

    id: Slug
    number: Line
    name: LocalText
    picture: Slug
    former: Many[Line] = ()
    """Names of the groups of 2019 to 2022 that belong here now."""


class Maxima(Part):
    """Greatest number of points of the parts A, B and C of a score sheet."""

    a: Whole
    b: Whole
    c: Whole


class ProductSet(Part):
    """One of the 26 official product sets."""

    number: SetNumber
    id: Slug
    group: Slug
    subgroup: Line | None = None
    name: LocalText
    short: LocalText
    picture: Slug | None = None
    managed_by: Many[Line] = ()
    maxima: Maxima


class Band(Part):
    """Fewest points for a number of stars; 1 and 2 stars are never certified."""

    stars: Stars
    from_: Whole = Field(alias="from")
    certified: YesNo = True


class Period(Part):
    """The rules that a decision of the Prime Minister set for a time."""

    decision: Line
    issued: Day
    from_: Day = Field(alias="from")
    until: Day | None = None
    validity_months: Whole
    awarded_by: dict[Stars, tuple[Level, ...]]
    maxima: Maxima
    criteria: YesNo = False
    """Whether `criteria.csv` holds the criteria of this decision."""
    source: Line | None = None

    def covers(self, day: date) -> bool:
        """Whether the decision was in force on `day`."""
        return self.from_ <= day <= (self.until or FOREVER)


class Reassessment(Part):
    """When the dossier for the next assessment is due, in days before the end."""

    opens_days_before: Whole
    closes_days_before: Whole
    decided_within_days: Whole
    decision: Line
    article: Line | None = None


class Extension(Part):
    """How long an award may run on past its end while the next result is pending."""

    longest_days: Whole
    decision: Line
    article: Line | None = None


class Ground(Part):
    """A reason for which an award is withdrawn."""

    id: Slug
    vi: Line
    en: Line


class StarRules(Part):
    """Everything the programme says about stars and time."""

    bands: Many[Band] = ()
    periods: Many[Period] = ()
    reassessment: Reassessment
    extension: Extension
    withdrawal_grounds: Many[Ground] = ()

    @model_validator(mode="after")
    def covers_everything(self) -> Self:
        """There is a period, and a band for every score from 0."""
        if not self.periods or not any(band.from_ == 0 for band in self.bands):
            raise mistake("register-rules")
        return self

    def period(self, day: date) -> Period | None:
        """The period in force on `day`; None before August 2019."""
        known = self._periods_by_day
        if day not in known:
            known[day] = next((period for period in self.periods if period.covers(day)), None)
        return known[day]

    @cached_property
    def _periods_by_day(self) -> dict[date, Period | None]:
        """Days already looked up: decisions share their days, and every product asks several times."""
        return {}

    @cached_property
    def validity_months(self) -> int:
        """Months an award is valid when no period covers its day: those of the latest period."""
        return int(max(self.periods, key=lambda period: period.from_).validity_months)

    def stars_for(self, score: float) -> int:
        """The band a score falls in: 50, 70 and 90 belong to the upper one."""
        return int(max(band.stars for band in self.bands if score >= band.from_))

    def fewest_points(self, stars: int) -> int:
        """The score from which a band begins."""
        return next(int(band.from_) for band in self.bands if band.stars == stars)


class Scheme(Part):
    """A certification scheme."""

    id: Slug
    name: Line
    full: LocalText | None = None
    kind: Slug
    owner: Line | None = None
    url: Url | None = None
    aliases: Many[Line] = ()


class SynonymGroup(Part):
    """Phrases that mean the same to a buyer: whichever is typed, the same products are found."""

    vi: Many[Phrase] = ()
    """In Vietnamese, with all marks; regional words and other spellings too."""
    en: Many[Phrase] = ()
    """In English, in the singular; regular plurals are added."""
    covers: Many[Phrase] = ()
    """Phrases of other groups for narrower things: typing this group finds those too, but not the other way round."""
    except_: Many[Phrase] = Field(default=(), alias="except")
    """Phrases that hold words of this group but mean something else."""

    @model_validator(mode="after")
    def needs_a_phrase(self) -> Self:
        """A group without a phrase of its own can never be typed."""
        if not self.phrases:
            raise mistake("synonym-empty")
        return self

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases of both languages."""
        return (*self.vi, *self.en)


class ProvincesFile(Part):
    """`provinces.yml`."""

    file: ClassVar[str] = "provinces"
    provinces: tuple[Province, ...]


class CommunesFile(Part):
    """`communes.yml`."""

    file: ClassVar[str] = "communes"
    communes: Many[Commune] = ()


class CategoriesFile(Part):
    """`categories.yml`."""

    file: ClassVar[str] = "categories"
    groups: tuple[Group, ...]
    sets: tuple[ProductSet, ...]

    @model_validator(mode="after")
    def covers_everything(self) -> Self:
        """Every number of a set that a record may state is there once, and belongs to a group that is there."""
        if sorted(one.number for one in self.sets) != list(SET_NUMBERS):
            raise mistake("register-sets", lowest=SET_NUMBERS[0], highest=SET_NUMBERS[-1])
        groups = {group.id for group in self.groups}
        for one in self.sets:
            if one.group not in groups:
                raise mistake("register-group", one.group, set=one.number)
        return self


class StarRulesFile(StarRules):
    """`star_rules.yml`."""

    file: ClassVar[str] = "star_rules"


class CertificationsFile(Part):
    """`certifications.yml`."""

    file: ClassVar[str] = "certifications"
    schemes: tuple[Scheme, ...]


class SynonymsFile(Part):
    """`synonyms.yml`, the one register that a project can do without."""

    file: ClassVar[str] = "synonyms"
    groups: tuple[SynonymGroup, ...] = ()


REGISTER_FILES = (ProvincesFile, CommunesFile, CategoriesFile, StarRulesFile, CertificationsFile, SynonymsFile)

_KINDS = (
    *("thành phố", "t.p.", "t.p", "tp.", "tp", "tỉnh", "t.", "thị xã", "tx.", "tx", "thị trấn", "tt.", "tt"),
    *("huyện", "h.", "quận", "q.", "phường", "p.", "xã", "x.", "đặc khu"),
)


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """A place name without its kind, case, marks and spaces: "TP. Đà Nẵng" and "da nang" give the same key."""
    text = unicodedata.normalize("NFC", name).strip().lower()
    for kind in _KINDS:
        if text.startswith(kind) and len(text) > len(kind) and (kind.endswith(".") or text[len(kind)] in " ."):
            text = text[len(kind) :].lstrip(" .")
            break
    return "".join(letter for letter in fold(text) if letter.isalnum())


@lru_cache(maxsize=16384)
def _current_place(commune: str | None, province: str | None) -> CurrentPlace:
    return CurrentPlace(commune=commune, province=province)


class Registers:
    """The registers with their look-ups. Build it once; it never changes."""

    def __init__(  # noqa: PLR0913  one argument a file
        self,
        provinces: ProvincesFile,
        communes: CommunesFile,
        categories: CategoriesFile,
        star_rules: StarRules,
        certifications: CertificationsFile,
        hs_codes: Mapping[str, str] = MappingProxyType({}),
        *,
        synonyms: SynonymsFile | None = None,
        criteria: Criteria | None = None,
        former_communes: FormerCommunes | None = None,
    ) -> None:
        """Keep the registers; indexes are made when first asked for."""
        self.provinces = {province.id: province for province in provinces.provinces}
        self.communes = communes.communes
        self.groups = {group.id: group for group in categories.groups}
        self.sets = {one.number: one for one in categories.sets}
        self.star_rules = star_rules
        self.schemes = {scheme.id: scheme for scheme in certifications.schemes}
        self.hs_codes = hs_codes
        self.synonyms = synonyms or SynonymsFile()
        self.criteria = criteria or Criteria()
        self.former_communes = former_communes or FormerCommunes()

    @cached_property
    def province_names(self) -> dict[str, Province]:
        """Today's province by the `place_key` of every name it or its parts ever had."""
        names: dict[str, Province] = {}
        for province in self.provinces.values():
            spellings = [*province.name.all(), *province.full.all(), *province.aliases]
            for former in province.former:
                spellings += [former.name, *former.aliases]
            names |= {place_key(spelling): province for spelling in spellings}
        return names

    @cached_property
    def current_names(self) -> dict[str, Province]:
        """Today's province by the `place_key` of its present names only."""
        return {
            place_key(spelling): province
            for province in self.provinces.values()
            for spelling in (*province.name.all(), *province.full.all(), *province.aliases)
        }

    @cached_property
    def _communes(self) -> CommunesToday:
        own = [
            FormerCommune(one.stated.commune, one.stated.district or "", one.stated.province, (one.today.commune,))
            for one in self.communes
        ]
        return CommunesToday(own, self.former_communes, place_key)

    def province_today(self, origin: Origin) -> Province | None:
        """Today's province of a place: the one stated for today, else the one that took in the former province."""
        if origin.today and origin.today.province:
            return self.current_names.get(place_key(origin.today.province))
        if origin.stated and origin.stated.province:
            return self.province_names.get(place_key(origin.stated.province))
        return None

    def place_today(self, origin: Origin) -> CurrentPlace:
        """Commune and province of today, as far as the record or the register knows them."""
        province = self.province_today(origin)
        name = province.name.vi if province else None
        if origin.today and origin.today.commune:
            return _current_place(origin.today.commune, name)
        known = self.communes_today(origin.stated) if origin.stated else ()
        return _current_place(known[0] if len(known) == 1 else None, name)

    def communes_today(self, stated: StatedPlace) -> tuple[str, ...]:
        """The communes of today that a stated one may be, in today's province; none when the registers do not know it.

        `communes.yml` goes before the table of all; a commune that was divided, or of which the district is not stated,
        may be several. Units are never found by codes, of which many changed owner.
        """
        if not stated.commune or not stated.province:
            return ()
        today = self.province_names.get(place_key(stated.province))
        provinces = (stated.province, *(former.name for former in (today.former if today else ())))
        return self._communes.find(stated.commune, stated.district or "", provinces)
