"""Sites built once for all tests that look at them: the real catalogue on two days, and the synthetic full record.

Workers that run at the same time share one build: the first one makes it behind a lock.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image, ImageDraw

from benchmarks.synthetic import write_catalogue
from generator.plugin import build_site

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "full"
ORIGIN = "https://catalogue.example/"
AS_OF = date(2026, 11, 23)
LATER = date(2028, 11, 23)
"""Two years later: everything that was in force on `AS_OF` has lapsed."""
FULL = "tra-mau-day-du"
MINIMAL = "ten-thoi"
GRACE = "mat-ong-gia-han"
PICTURE = "goi-tra.png"
LANGUAGES = ("vi", "en")
RICH_PRODUCTS = 150
BUNDLED = "{vi: lapsed, en: all}"
"""The choice of `bundled_site`."""


@dataclass(frozen=True)
class Site:
    """A built site and quick ways to look into it."""

    folder: Path

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, by its path from the site's root."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Every page as its address shows it, from the site's root: `vi/p/che-dinh/`, `404.html`, "" for the root."""
        return tuple(sorted(name.removesuffix("index.html") for name in self.files if name.endswith(".html")))

    @cached_property
    def products(self) -> tuple[dict[str, Any], ...]:
        """The products of the open data."""
        return tuple(json.loads(self.read("api/v1/products.json"))["products"])

    @cached_property
    def states(self) -> dict[str, str]:
        """The id of one product of each state."""
        return {product["standing"]["state"]: product["id"] for product in reversed(self.products)}

    def file(self, page: str) -> Path:
        """The file of a page or of another address."""
        return self.folder / (f"{page}index.html" if not page or page.endswith("/") else page)

    def read(self, page: str) -> str:
        """The text of a page or file."""
        return self.file(page).read_text(encoding="utf-8")

    def tree(self, page: str) -> html.HtmlElement:
        """The parsed page."""
        return parse(str(self.file(page)))

    def structured(self, page: str) -> list[dict[str, Any]]:
        """The nodes of a page's JSON-LD graph."""
        (text,) = self.tree(page).xpath('//script[@type="application/ld+json"]/text()')
        nodes: list[dict[str, Any]] = json.loads(text)["@graph"]
        return nodes


@lru_cache(maxsize=200)
def parse(file: str) -> html.HtmlElement:
    """A parsed HTML file."""
    return html.parse(file, html.HTMLParser(encoding="utf-8")).getroot()


def shared_site(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None], as_of: date) -> Site:
    """The site of a project made by `make`, built once for all workers of this run."""
    parallel = "PYTEST_XDIST_WORKER" in os.environ
    place = (factory.getbasetemp().parent if parallel else factory.getbasetemp()) / f"site-{name}"
    with _locked(place.with_suffix(".lock")):
        if not (place / "site").is_dir():
            _copy_project(place)
            make(place / "products")
            build_site(str(place / "mkdocs.yml"), as_of)
    return Site(place / "site")


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.open("w", encoding="utf-8") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _copy_project(place: Path) -> None:
    """A project of its own, without records: the site is written beside `mkdocs.yml`."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", place)
    for folder in ("theme", "docs", "products/registers"):
        shutil.copytree(ROOT / folder, place / folder)


def add_real_records(products: Path) -> None:
    """Put the real records of the catalogue into a project."""
    for folder in ("records", "producers", "images"):
        if (ROOT / "products" / folder).is_dir():
            shutil.copytree(ROOT / "products" / folder, products / folder)


def add_full_records(products: Path) -> None:
    """Put the synthetic records into a project, with a picture drawn for the fullest one."""
    shutil.copytree(CASES, products, dirs_exist_ok=True)
    picture = Image.new("RGB", (1600, 1200), "#dfe8d8")
    ImageDraw.Draw(picture).ellipse((400, 200, 1200, 1000), fill="#55744f")
    folder = products / "images" / FULL
    folder.mkdir(parents=True)
    picture.save(folder / PICTURE)


def add_rich_records(products: Path) -> None:
    """Put synthetic records into a project: every standing, half of them with trade terms."""
    made = products.with_name("made")
    write_catalogue(made, ROOT / "products" / "registers", RICH_PRODUCTS)
    for folder in ("records", "producers"):
        (made / folder).rename(products / folder)


def real_site(factory: pytest.TempPathFactory) -> Site:
    """The real catalogue on `AS_OF`."""
    return shared_site(factory, "real", add_real_records, AS_OF)


def bundled_site(factory: pytest.TempPathFactory) -> Site:
    """The real catalogue in which all products share pages in English, and those without a rating in Vietnamese."""
    return shared_site(factory, "bundled", _add_bundled, AS_OF)


def _add_bundled(products: Path) -> None:
    add_real_records(products)
    config = products.with_name("mkdocs.yml")
    option = "  - catalogue:\n"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(option, f"{option}      bundle: {BUNDLED}\n"), encoding="utf-8")


def later_site(factory: pytest.TempPathFactory) -> Site:
    """The real catalogue two years later."""
    return shared_site(factory, "later", add_real_records, LATER)


def full_site(factory: pytest.TempPathFactory) -> Site:
    """A catalogue of the synthetic records: one that states every field, one that states its name, one in grace."""
    return shared_site(factory, "full", add_full_records, AS_OF)


def rich_site(factory: pytest.TempPathFactory) -> Site:
    """A catalogue of synthetic records with trade terms, for everything that few real records state yet."""
    return shared_site(factory, "rich", add_rich_records, AS_OF)
