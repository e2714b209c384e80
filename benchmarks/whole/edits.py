"""Edits that an officer or a developer makes between two builds, one function each.

Each takes the project and the number of the run; each run edits another record, so that every build has something new.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks.synthetic import AS_OF

PICTURE = (1600, 1200)
"""Width and height in pixels: what a telephone's picture is after it was sent by message."""
IMAGES = """images:
  - file: mat-truoc.jpg
    alt: {vi: Mặt trước, en: Front}
    credit: Cơ sở sản xuất
    licence: Được phép đăng trong danh mục
"""
"""The entry of a picture in a record."""
_SUMMARY = re.compile(r"^(summary:\n  vi: )\S+", re.MULTILINE)
_NAME = re.compile(r"^(name:\n  vi: )\S+", re.MULTILINE)
_PRICE = re.compile(r"^(    low: )(\d+)$", re.MULTILINE)
_REGISTER = re.compile(r"^(  - id: haccp\n    name: ).+$", re.MULTILINE)
_ARTICLE = re.compile("</article>")


@dataclass(slots=True)
class EditedProject:
    """A project in a folder, and the day it is built for."""

    folder: Path
    day: date = AS_OF
    records: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the records once: there may be very many."""
        self.records = sorted((self.folder / "products" / "records").glob("*/*.yml"))

    def record_with(self, pattern: re.Pattern[str], number: int) -> Path:
        """The record number `number` of those in which something is found; raises `StopIteration` when too few."""
        found: Iterator[Path] = (one for one in self.records if pattern.search(one.read_text(encoding="utf-8")))
        return next(islice(found, number, None))


def change(file: Path, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]) -> None:
    """Replace the first place that is found; raises `ValueError` when there is none, or nothing changes by it."""
    before = file.read_text(encoding="utf-8")
    after = pattern.sub(replacement, before, count=1)
    if after == before:
        message = f"{file.name} does not state what was to be changed"
        raise ValueError(message)
    file.write_text(after, encoding="utf-8", newline="\n")


def edit_nothing(project: EditedProject, number: int) -> None:
    """Build again as it is."""


def edit_summary(project: EditedProject, number: int) -> None:
    """Another first word in a summary."""
    change(project.record_with(_SUMMARY, number), _SUMMARY, r"\1Nay")


def edit_name(project: EditedProject, number: int) -> None:
    """Another first word in a name: the product moves in every list that is in order of names."""
    change(project.record_with(_NAME, number), _NAME, r"\1Mới")


def edit_price(project: EditedProject, number: int) -> None:
    """A price of 1,000 dong more."""
    change(project.record_with(_PRICE, number), _PRICE, lambda found: f"{found[1]}{int(found[2]) + 1000}")


def edit_picture(project: EditedProject, number: int) -> None:
    """The first picture of a product, and the entry that names it."""
    record = project.records[number]
    folder = project.folder / "products" / "images" / record.stem
    folder.mkdir(parents=True)
    (folder / "mat-truoc.jpg").write_bytes(make_picture(number))
    record.write_text(record.read_text(encoding="utf-8") + IMAGES, encoding="utf-8", newline="\n")


def make_picture(seed: int) -> bytes:
    """A JPEG with soft shapes, which costs about as much to decode as a photograph."""
    width, height = PICTURE
    coarse = Image.frombytes("RGB", (width // 50, height // 50), Random(seed).randbytes(width * height // 2500 * 3))
    file = io.BytesIO()
    coarse.resize(PICTURE, Image.Resampling.BICUBIC).save(file, "JPEG", quality=90)
    return file.getvalue()


def edit_register(project: EditedProject, number: int) -> None:
    """Another name for a certificate that very many products hold."""
    change(project.folder / "products" / "registers" / "certifications.yml", _REGISTER, rf"\1HACCP ({number + 1})")


def edit_template(project: EditedProject, number: int) -> None:
    """One more line on every product page, in the project's own copy of the theme."""
    change(project.folder / "theme" / "catalogue" / "product.html", _ARTICLE, rf"<p>{number + 1}</p>\n</article>")


def edit_day(project: EditedProject, number: int) -> None:  # noqa: ARG001
    """The next day: what runs out or begins on it changes, and whatever names the day."""
    project.day += timedelta(days=1)


EDITS: dict[str, tuple[str, Callable[[EditedProject, int], None]]] = {
    "nothing": ("nothing", edit_nothing),
    "summary": ("a word of a summary", edit_summary),
    "name": ("a word of a name", edit_name),
    "price": ("a price", edit_price),
    "picture": ("a picture added", edit_picture),
    "register": ("the name of a certificate", edit_register),
    "template": ("the template of a product", edit_template),
    "day": ("the day, by one", edit_day),
}
"""By name: what is changed, in words, and the function that does it."""
RECORD_EDITS = ("summary", "name")
"""The edits of words in one record; the slower one stands for them."""
