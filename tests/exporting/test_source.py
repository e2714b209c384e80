"""Workbooks of records stand in for record files: the same site, the same mistakes, told with sheet and cell."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from shutil import copy, rmtree

import pytest

from generator.importing.importer import Wishes, import_table
from generator.importing.returned import import_book
from generator.issues import Issue
from generator.languages.messages import LANGUAGES
from generator.records.books import source
from generator.records.raw import RawRecord
from generator.records.reader import read_folder
from generator.registers import Registers
from generator.report import render_text
from tests.build.project import TEA, Project, small_project
from tests.conftest import AS_OF, MakeProject
from tests.exporting.books import edit, write_book
from tests.importing.workbooks import save


def records_of(products: Path) -> list[RawRecord]:
    """The records of a project."""
    return [one for one in read_folder(products, 1).records if one.kind != "register"]


def remove_files(project: Project) -> None:
    """Take all record files away."""
    for folder in ("records", "producers"):
        rmtree(project.products / folder)


@pytest.fixture(scope="module")
def from_files(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site built from record files."""
    made = small_project(tmp_path_factory.mktemp("files"))
    made.build()
    return made


def hashes(project: Project) -> dict[str, str]:
    """Of all files but those for officers, which say where each record stands."""
    return {path: one for path, one in project.hashes().items() if "/quality/" not in path}


@pytest.fixture
def from_book(tmp_path: Path, registers: Registers) -> Project:
    """The same from a workbook alone, its rows in the opposite order."""
    made = small_project(tmp_path / "book")
    write_book(made.products / "2026.xlsx", records_of(made.products)[::-1], registers)
    remove_files(made)
    made.build()
    return made


def test_the_site_is_the_same(from_files: Project, from_book: Project) -> None:
    """Byte for byte: pages, index, open data, feeds."""
    assert hashes(from_files) == hashes(from_book)


def test_files_and_workbooks_stand_beside_each_other(from_files: Project, tmp_path: Path, registers: Registers) -> None:
    """A product in a workbook, its producer in a file."""
    made = small_project(tmp_path)
    products = [one for one in records_of(made.products) if one.kind == "product"]
    write_book(made.products / "Danh mục.XLSX", products, registers)
    rmtree(made.products / "records")
    (made.products / "~$Danh mục.xlsx").write_bytes(b"of a program that has it open")
    made.build()
    assert hashes(from_files) == hashes(made)


def test_a_workbook_that_is_as_it_was_is_not_read_again(from_book: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written either; when it changes, what the edit shows in is made, as from record files."""
    read: list[str] = []
    read_book = source.read_book
    monkeypatch.setattr(source, "read_book", lambda path, name: read.append(name) or read_book(path, name))
    assert (0, 0, []) == (from_book.build().changed, from_book.build().changed, read)
    edit(from_book.products / "2026.xlsx", {("product", "che-dinh", None, "name.en"): "Bud tea"})
    changed = from_book.build()
    assert (["products/2026.xlsx"], True) == (read, 0 < changed.changed < changed.files)
    after = hashes(from_book)
    from_book.product("che-dinh", {**TEA, "name": {**TEA["name"], "en": "Bud tea"}})
    edited = records_of(from_book.products)
    files = [one for one in edited if not (one.id == "che-dinh" and one.file.endswith(".yml"))]
    assert 3 == len(files)
    (from_book.products / "records/lao-cai/che-dinh.yml").unlink()
    rmtree(from_book.folder / ".cache", ignore_errors=True)
    rmtree(from_book.site)
    from_book.build()
    assert after == hashes(from_book)


def told(issues: Iterable[Issue]) -> list[tuple[str, str]]:
    """Ids and places of issues."""
    return [(issue.id, str(issue.source)) for issue in issues]


WRONG = {
    ("product:awards", "che-dinh", 1, "stars"): 7,
    ("product", "che-dinh", None, "category.set"): "bốn",
    ("product", "che-dinh", None, "producer"): "htx-ban-lieng",
    ("producer", "htx-ban-lien", None, "kind"): "HTX",
}


def test_mistakes_are_told_with_sheet_and_cell(project: MakeProject, tmp_path: Path, registers: Registers) -> None:
    """All at once, in both languages, with those that records beside each other make."""
    made, other = project(), small_project(tmp_path / "other")
    book = write_book(made.products / "a.xlsx", records_of(other.products), registers)
    edit(book, WRONG)
    made.write({"records/lao-cai/mat-ong.yml": "name: {vi: Mật}\n"})
    issues = made.check().issues
    assert {
        ("award-stars", "products/a.xlsx:'Hạng sao'!C4"),
        ("set-number", "products/a.xlsx:'Sản phẩm'!AD4"),
        ("producer-unknown", "products/a.xlsx:'Sản phẩm'!AH4"),
        ("value-unknown", "products/a.xlsx:'Chủ thể'!J4"),
        ("id-twice", "products/a.xlsx:'Sản phẩm'!A5"),
    } <= set(told(issues))
    for language in LANGUAGES:
        assert "products/a.xlsx:'Hạng sao'!C4: " in render_text(issues, language)


def test_what_is_no_workbook_of_records_is_told(project: MakeProject, tmp_path: Path) -> None:
    """A list of a province, a file that is broken, a link, one with macros, a bomb: each with its name."""
    made = project()
    products = made.products
    save(products / "list.xlsx", [["STT", "Tên sản phẩm"], [1, "Chè"]])
    (products / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (products / "link.xlsx").symlink_to(copy(products / "list.xlsx", tmp_path / "list.xlsx"))
    for name, part, content in (
        ("macros", "xl/vbaProject.bin", b"x"),
        ("bomb", "xl/worksheets/sheet1.xml", b"A" * 10**7),
    ):
        sound = io.BytesIO((products / "list.xlsx").read_bytes())
        with (
            zipfile.ZipFile(sound) as old,
            zipfile.ZipFile(products / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for one in old.namelist():
                if one != part:
                    new.writestr(one, old.read(one))
            new.writestr(part, content)
    expected = {
        ("book-shape", "products/list.xlsx"),
        ("workbook-broken", "products/broken.xlsx"),
        ("file-link", "products/link.xlsx"),
        ("workbook-macros", "products/macros.xlsx"),
        ("workbook-bomb", "products/bomb.xlsx"),
    }
    assert expected == set(told(made.check().issues))


def test_nothing_is_imported_into_a_workbook(tmp_path: Path, registers: Registers) -> None:
    """A record that stands in a workbook is edited there; lists and workbooks that say otherwise are told."""
    made = small_project(tmp_path)
    held = write_book(made.products / "2026.xlsx", records_of(made.products), registers)
    remove_files(made)
    mine = Path(copy(held, tmp_path / "mine.xlsx"))
    edit(mine, {("product", "mat-ong", None, "brand"): "Nhãn"})
    result = import_book(mine, made.products, AS_OF)
    assert ([("book-held", f"{mine.as_posix()}:'Sản phẩm'!A5")], ()) == (told(result.issues), result.written)
    list_ = made.write("list.csv", "id,name_vi,gtin,province_old\nmat-ong,Mật ong bạc hà,8938505974194,Hà Giang\n")
    result = import_table(list_, made.products, Wishes())
    assert ["book-held"] == [issue.id for issue in result.issues if issue.severity == "error"]
    assert () == result.written
