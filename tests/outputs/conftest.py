"""Small catalogues made from maps, as the readers would hand them over, with the project's own registers."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path

import pytest

from generator.catalogue.catalogue import Catalogue, make_catalogue
from generator.catalogue.wording import Wording
from generator.outputs.files import SitemapPage, make_data, make_feeds, make_sitemap
from generator.outputs.pieces import make_piece
from generator.pages.texts import Texts, read_texts
from generator.records.raw import Kind, Raw, RawRecord, without_blanks
from generator.records.reader import Reading, read_folder
from generator.registers import Registers
from generator.settings import Settings
from generator.validation.examiner import Examiner
from generator.validation.validator import gather, validate

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
SITE = "https://example.vn/ocop/"

Record = Mapping[str, Raw]
MakeCatalogue = Callable[..., Catalogue]
MakeFiles = Callable[..., dict[str, bytes]]

TEA: dict[str, Raw] = {
    "name": {"vi": "Chè đinh Tân Cương", "en": "Tan Cuong bud tea", "translated": ["en"]},
    "category": {"set": "11", "inferred": "yes"},
    "producer": "htx-tan-cuong",
    "origin": {"stated": {"commune": "xã Tân Cương", "district": "TP. Thái Nguyên", "province": "Thái Nguyên"}},
    "awards": [
        {
            "stars": "5",
            "level": "ministry",
            "authority": "Bộ Nông nghiệp và Môi trường",
            "decision": "1/QĐ-BNNMT",
            "issued": "2025-03-01",
            "evidence": "A",
        }
    ],
    "trade": {
        "minimum_order": {"amount": "1500", "unit": {"vi": "hộp", "en": "boxes"}},
        "price": {"low": "2.5", "high": "4", "currency": "USD", "valid_until": "2026-12-31"},
    },
    "home": {"price": {"low": "65000", "currency": "VND"}},
    "markets": [{"country": "JP"}, {"country": "DE"}],
    "certifications": [{"scheme": "vietgap", "number": "12", "expires": "2026-01-01"}],
    "sources": [{"title": "Nguồn", "url": "https://example.org/a?b=1&c=2", "checked": "2026-10-01"}],
}
"""A product with five stars in force on `TODAY` and until 1 March 2028."""

COOPERATIVE: dict[str, Raw] = {
    "name": {"vi": "Hợp tác xã chè Tân Cương"},
    "kind": "cooperative",
    "contact": {"person": "Nguyễn Văn A", "phone": "+84912345678", "website": "https://htx.example.vn/"},
}


def _record(kind: Kind, name: str, fields: Record) -> RawRecord:
    """A record as it is read from a file."""
    folder = "records/thai-nguyen" if kind == "product" else "producers"
    return RawRecord(kind, name, f"products/{folder}/{name}.yml", without_blanks(fields))


@pytest.fixture(scope="session")
def tea() -> Callable[..., dict[str, Raw]]:
    """Makes the record of `TEA` with other fields; a field given as "" is left blank."""
    return lambda **fields: {**TEA, **fields}


@pytest.fixture(scope="session")
def awarded(tea: Callable[..., dict[str, Raw]]) -> Callable[..., dict[str, Raw]]:
    """Makes the record of `TEA` with one award of the given stars and day."""
    return lambda stars="4", issued="2025-03-01", **fields: tea(awards=[{"stars": stars, "issued": issued, **fields}])


@lru_cache(maxsize=1)
def registers() -> Registers:
    """The registers of the project, read and validated."""
    records = tuple(record for record in read_folder(ROOT / "products", 1).records if record.kind == "register")
    verdict = validate(Reading(records, ()), ROOT / "products", TODAY)
    assert verdict.collection is not None
    return verdict.collection.registers


def settings_of(day: date = TODAY, site_url: str = SITE) -> Settings:
    """Settings of a build on a day; nothing is written by these tests."""
    return Settings("Danh mục OCOP", site_url, ROOT / "products", ROOT / "theme", ROOT / "site", day)


@lru_cache(maxsize=2)
def texts_of(language: str) -> Texts:
    """The interface texts of a language."""
    return read_texts(ROOT / "theme", language)


@pytest.fixture(scope="session")
def catalogue_of() -> MakeCatalogue:
    """Makes a catalogue of records by id; by default of one cooperative and its tea."""

    def make(
        products: Mapping[str, Record] | None = None,
        producers: Mapping[str, Record] | None = None,
        day: date = TODAY,
    ) -> Catalogue:
        made = {"che-dinh": TEA} if products is None else products
        makers = {"htx-tan-cuong": COOPERATIVE} if producers is None else producers
        records = [_record("product", name, fields) for name, fields in made.items()]
        records += [_record("producer", name, fields) for name, fields in makers.items()]
        examiner = Examiner(registers(), ROOT / "products", day)
        examined = tuple([one.with_made(examiner.examine(one)) for one in records])
        collection = gather(Reading(examined, ()), registers(), ROOT / "products").collection
        assert collection is not None
        assert len(records) == len(collection.packed) + len(collection.producers)
        return make_catalogue(collection, day, ("vi", "en"))

    return make


@pytest.fixture(scope="session")
def files_of() -> MakeFiles:
    """Makes all outputs of a catalogue, as bytes by path."""

    def make(catalogue: Catalogue, pages: tuple[SitemapPage, ...] = (), site_url: str = SITE) -> dict[str, bytes]:
        texts = {language: texts_of(language) for language in ("vi", "en")}
        settings = settings_of(catalogue.as_of, site_url)
        wordings = {one: Wording(one, texts[one], catalogue.registers, catalogue.as_of) for one in texts}
        pieces = [make_piece([entry], settings, catalogue, wordings) for entry in catalogue.entries]
        outputs = chain(
            make_sitemap(pages, settings),
            make_feeds(catalogue, settings, texts),
            make_data(lambda part: (piece[part] for piece in pieces), settings, texts),
        )
        return {path: one.encode() if isinstance(one, str) else one for path, one in outputs}

    return make
