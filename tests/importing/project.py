"""A project with registers and no records, and short ways to import lists into it and to look at it."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

from generator.importing.importer import ImportResult, Wishes, import_table
from generator.records.raw import Raw
from generator.records.reader import read_folder
from generator.records.strict_yaml import parse
from generator.validation.validator import Collection, validate

ROOT = Path(__file__).parents[2]
REAL_LIST = ROOT / "tests/cases/import/real_products.csv"
REGISTERS = ROOT / "products/registers"
DAY = date(2026, 11, 23)
ROW = {
    "id": "che-dinh-thai-nguyen",
    "name_vi": "Chè đinh",
    "producer": "HTX chè Ví Dụ",
    "producer_type": "HTX",
    "stars": "4",
    "status": "recognised",
    "decision_number": "12/QĐ-UBND",
    "issued_at": "2021-07-20",
    "authority": "UBND tỉnh Thái Nguyên",
    "commune_old": "xã Tân Cương",
    "district_old": "TP. Thái Nguyên",
    "province_old": "Thái Nguyên",
    "set_no_inferred": "11",
    "source_url": "https://vi-du.example/quyet-dinh",
    "verification": "A",
}
"""A row of a list; the tests change what they are about."""
FILE = "records/thai-nguyen/che-dinh-thai-nguyen.yml"


def csv_text(*rows: Mapping[str, str]) -> str:
    """A CSV list with a heading for every column of the rows."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def ids(result: ImportResult) -> list[str]:
    """The ids of the issues of an import."""
    return [issue.id for issue in result.issues]


class Project:
    """A folder with `products/`, and short ways to import into it and to look at it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.products = folder / "products"
        copytree(REGISTERS, self.products / "registers")

    def import_list(self, list_: Path, *, dry_run: bool = False) -> ImportResult:
        """Import a list."""
        return import_table(list_, self.products, Wishes(dry_run))

    def import_rows(self, *rows: Mapping[str, str]) -> ImportResult:
        """Import a list made from rows."""
        return self.import_text(csv_text(*rows))

    def import_text(self, text: str) -> ImportResult:
        """Import a list of the given text."""
        list_ = self.folder / "list.csv"
        list_.write_text(text, encoding="utf-8", newline="")
        return self.import_list(list_)

    def files(self) -> dict[str, bytes]:
        """The bytes of every record file, by its name below `products`."""
        found = (path for folder in ("records", "producers") for path in (self.products / folder).rglob("*"))
        return {path.relative_to(self.products).as_posix(): path.read_bytes() for path in found if path.is_file()}

    def record(self, file: str) -> dict[str, Raw]:
        """The values of a record file."""
        return parse((self.products / file).read_text(encoding="utf-8"))

    def collection(self, day: date = DAY) -> Collection:
        """All records, validated."""
        verdict = validate(read_folder(self.products), self.products, day)
        assert [] == [issue for issue in verdict.issues if issue.severity == "error"]
        assert verdict.collection
        return verdict.collection
