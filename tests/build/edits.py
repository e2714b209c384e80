"""Edits as officers make them, one after the other, and the site that comes of them; MkDocs' share stands still."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from generator.assets import make_assets
from generator.build import Written, load, write
from generator.pages.plan import DEPTHS
from generator.pages.shell import read_shell
from generator.records.strict_yaml import render
from generator.settings import Settings
from tests.build.project import ROOT, tree
from tests.pictures.samples import picture

REGISTERS = ROOT / "products" / "registers"
PAGE = "<head>@@catalogue:head@@</head><a href='@@catalogue:alternate@@'></a><main>@@catalogue:main@@</main>"
NAMES = ("Chè đinh", "Mật ong bạc hà", "Gạo nếp", "Đường phên", "Ẩm thực", "Cà phê")
PLACES = ("Lào Cai", "Hà Giang", "Đắk Lắk")
DAYS = (date(2026, 11, 23), date(2026, 11, 24), date(2027, 6, 1), date(2028, 3, 2))
BUNDLES = ({}, {"vi": "lapsed"}, {"vi": "lapsed", "en": "all"}, {"vi": "all", "en": "all"})


class Edited:
    """A catalogue of a few products, a few of them on each page of a listing."""

    def __init__(self, folder: Path) -> None:
        """Begin with three products, two of them of one producer; nothing is built yet."""
        self.folder = folder
        self.site, self.cache = folder / "site", folder / ".cache"
        self.day = DAYS[0]
        self.page_size = 2
        self.bundle: dict[str, str] = {}
        shutil.copytree(ROOT / "theme", folder / "theme")
        shutil.copytree(REGISTERS, folder / "products" / "registers")
        self.producer(0)
        self.product(0, 0, 0)
        self.price(1, 1, 1)
        self.product(2, 2, 2)

    def product(self, number: int, name: int, place: int, **more: Any) -> None:
        """Write a product; numbers choose its name, its place and whether the producer makes it."""
        self._other(number).unlink(missing_ok=True)
        self._write(f"records/one/san-pham-{number}.yml", render(self._record(number, name, place) | more))

    @staticmethod
    def _record(number: int, name: int, place: int) -> dict[str, Any]:
        issued = date(2023 + number % 3, 12, 1 + name)
        return {
            "name": {"vi": f"{NAMES[name % len(NAMES)]} {number}", "en": f"Product {number}"},
            "category": {"set": str(1 + place % 3)},
            "origin": {"stated": {"province": PLACES[place % len(PLACES)]}},
            "awards": [{"stars": str(3 + number % 3), "level": "province", "issued": issued.isoformat()}],
            **({"producer": "htx"} if number % 2 == 0 else {}),
        }

    def producer(self, name: int) -> None:
        """Write the producer; it begins to agree to its contact being shown on a day to come."""
        contact = {"person": "Vàng A", "phone": "0912345678", "consent": "2026-11-24"}
        record = {"name": {"vi": f"Hộ {NAMES[name % len(NAMES)]}"}, "kind": "household", "contact": contact}
        self._write("producers/htx.yml", render(record))

    def price(self, number: int, name: int, place: int) -> None:
        """A product with a price, a certificate and a market; the first two run out."""
        price = {"low": str(1000 + place), "currency": "VND", "valid_until": "2026-11-23"}
        certificate = {"scheme": "haccp", "expires": "2027-01-01"}
        market = {"country": "JP"}
        self.product(number, name, place, home={"price": price}, certifications=[certificate], markets=[market])

    def points(self, number: int, name: int, place: int) -> None:
        """A product with a score sheet, of which only the sums are shown."""
        lines = (REGISTERS / "criteria.csv").read_text(encoding="utf-8").splitlines()
        codes = [line.split(",")[2] for line in lines if line.startswith("1,A,")]
        items = [{"code": code, "points": str(1 - (name + at) % 2)} for at, code in enumerate(codes)]
        scores = {"set": "1", "b": str(place % 25), "criteria": items}
        self.product(number, name, place, awards=[{"stars": "3", "issued": "2026-06-30", "scores": scores}])

    def doubled(self, number: int, name: int, place: int) -> None:
        """A product that another record states too, in other letters; every other one stands in another folder."""
        self.product(number, name, place)
        record = self._record(number + 2, name, place)
        record["name"] = {"vi": f"{NAMES[name % len(NAMES)]}  {number}".upper()}
        (self.folder / f"products/records/one/san-pham-{number + 2}.yml").unlink(missing_ok=True)
        self._other(number + 2).unlink(missing_ok=True)
        self._write(f"records/{'one' if number % 2 else 'other'}/san-pham-{number + 2}.yml", render(record))

    def picture(self, number: int, name: int, place: int) -> None:
        """A product with a picture, as large as `place` says."""
        self._write(f"images/san-pham-{number}/a.jpg", picture(size=(40 + place, 30)))
        self.product(number, name, place, images=[{"file": "a.jpg", "alt": {"vi": "Ảnh"}}])

    def removed(self, number: int, *_: int) -> None:
        """A product less, unless it is the first."""
        if number:
            (self.folder / f"products/records/one/san-pham-{number}.yml").unlink(missing_ok=True)
            self._other(number).unlink(missing_ok=True)

    def register(self, number: int, *_: int) -> None:
        """A certificate is called something else."""
        self._change("products/registers/certifications.yml", "    name: HACCP", f"    name: HACCP {number}")

    def template(self, number: int, *_: int) -> None:
        """All cards look different."""
        self._change("theme/catalogue/card.html", "<article", f'<article data-look="{number}"')

    def words(self, number: int, *_: int) -> None:
        """A word of the interface is another."""
        self._change("theme/locales/vi.yml", "\nsite.home: ", f"\nsite.home: {number} ")

    def passed(self, number: int, *_: int) -> None:
        """It is another day."""
        self.day = DAYS[number % len(DAYS)]

    def lost(self, number: int, *_: int) -> None:
        """A published file is gone, or somebody has written into it."""
        files = sorted(file for file in self.site.rglob("*") if file.is_file())
        for file in files[number :: 7 * (1 + number)]:
            if number % 2:
                file.unlink()
            else:
                file.write_bytes(b"?" + file.read_bytes()[1:])

    def larger(self, number: int, *_: int) -> None:
        """Pages of listings hold more or fewer products."""
        self.page_size = 1 + number % 3

    def shared(self, number: int, *_: int) -> None:
        """Other products share pages, in one language or in both."""
        self.bundle = BUNDLES[number % len(BUNDLES)]

    def build(self, site: Path, cache: Path | None) -> Written:
        """Build into a folder, with what a cache keeps or with nothing kept."""
        settings = Settings(
            site_name="Thử",
            site_url="https://example.org/thu/",
            products=self.folder / "products",
            theme=self.folder / "theme",
            site=site,
            as_of=self.day,
            page_size=self.page_size,
            processes=1,
            cache=cache,
            bundle=self.bundle,
        )
        loaded = load(settings)
        assert [] == [issue for issue in loaded.issues if issue.severity == "error"]
        shells = {
            language: {depth: read_shell(f"<html lang={language}>{PAGE}", "../" * depth) for depth in DEPTHS}
            for language in settings.languages
        }
        return write(loaded, settings, shells, make_assets(settings.theme), {"404.html": b"none"})

    def again(self) -> Written:
        """Build after an edit, with what is kept."""
        return self.build(self.site, self.cache)

    def anew(self) -> dict[str, bytes]:
        """The files of a build of the same records into an empty folder, with nothing kept."""
        fresh = self.folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        self.build(fresh, None)
        return tree(fresh)

    def _other(self, number: int) -> Path:
        """Where the record of a product stands that was moved."""
        return self.folder / f"products/records/other/san-pham-{number}.yml"

    def _write(self, path: str, content: str | bytes) -> None:
        file = self.folder / "products" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def _change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = (ROOT / path).read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


Edit = Callable[[Edited, int, int, int], None]
EDITS: tuple[Edit, ...] = (
    Edited.product,
    Edited.price,
    Edited.points,
    Edited.doubled,
    Edited.picture,
    Edited.removed,
    lambda edited, number, *_: edited.producer(number),
    Edited.register,
    Edited.template,
    Edited.words,
    Edited.passed,
    Edited.lost,
    Edited.larger,
    Edited.shared,
)
