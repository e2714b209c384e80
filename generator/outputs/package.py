"""`datapackage.json`: Data Package v2 description of the tables, with their size, checksum and columns."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from posixpath import basename

from generator.catalogue.wording import Texts
from generator.languages import formats
from generator.outputs.licence import LICENCE_ID, LICENCE_TITLE, LICENCE_URL
from generator.outputs.published import Json, JsonMap
from generator.outputs.table import COLUMNS, URL, headings
from generator.settings import Settings
from generator.urls import STATIC_PATHS

_PROFILES = "https://datapackage.org/profiles/2.0"
NAME = "ocop-catalogue"
_CONSTRAINTS: Mapping[str, JsonMap] = {
    "id": {"required": True, "unique": True},
    "name": {"required": True},
    "stars": {"minimum": 3, "maximum": 5},
}


@dataclass(frozen=True, slots=True)
class Download:
    """What is known of a table once it is written: its language, path, size in bytes and checksum."""

    language: str
    path: str
    size: int
    sha256: str


def describe(language: str, path: str, content: bytes) -> Download:
    """Note size and checksum of a table."""
    return Download(language, path, len(content), hashlib.sha256(content).hexdigest())


def make_package(
    downloads: Sequence[Download], settings: Settings, texts: Mapping[str, Texts], day: date
) -> tuple[str, str]:
    """Path and text of the description of `downloads`; `day` is the as-of date."""
    own = texts[settings.main_language]
    package: JsonMap = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": NAME,
        "title": own["home.head"],
        "description": own["home.as_of"].format(date=formats.day(day, settings.main_language)),
        "homepage": settings.site_url,
        "version": day.isoformat(),
        "licenses": [{"name": LICENCE_ID, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "resources": [_resource(one, texts[one.language], day) for one in downloads],
    }
    return STATIC_PATHS["package"], json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(download: Download, texts: Texts, day: date) -> JsonMap:
    return {
        "name": f"products-{download.language}",
        "title": texts["home.head"],
        "description": texts["home.as_of"].format(date=formats.day(day, download.language)),
        "path": basename(download.path),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": download.size,
        "hash": f"sha256:{download.sha256}",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", "delimiter": ",", "lineTerminator": "\r\n"},
        "schema": _table_schema(download.language, texts),
    }


def _table_schema(language: str, texts: Texts) -> JsonMap:
    names = headings(language, texts)
    fields: list[Json] = [_field(name, one.id, one.type) for name, one in zip(names, COLUMNS, strict=False)]
    fields.append({"name": names[-1], "title": URL, "type": "string", "format": "uri"})
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": fields,
        "primaryKey": [names[0]],
        "missingValues": [""],
    }


def _field(name: str, column: str, kind: str) -> JsonMap:
    constraints = _CONSTRAINTS.get(column)
    return {"name": name, "title": column, "type": kind, **({"constraints": constraints} if constraints else {})}
