"""How columns are understood: by their headings, by what stands in them, by the project's words, by a mapping file."""

from pathlib import Path

import pytest

from generator.importing.importer import Wishes, import_table
from generator.importing.mapping import render_mapping
from tests.importing import workbooks
from tests.importing.project import Project, csv_text, ids

ODD = [
    {"STT": "1", "Hàng": "Chè Mẫu", "Nơi làm": "HTX Mẫu Một", "Mức": "4 sao", "Ở": "Lào Cai", "Khác": "a"},
    {"STT": "2", "Hàng": "Mật ong Mẫu", "Nơi làm": "HTX Mẫu Hai", "Mức": "3 sao", "Ở": "Lào Cai", "Khác": "b"},
    {"STT": "3", "Hàng": "Gạo Mẫu", "Nơi làm": "Công ty Mẫu", "Mức": "5 sao", "Ở": "Lào Cai", "Khác": "c"},
]
"""A list of which no heading is known."""
MAPPING = "columns:\n  Hàng: name_vi\n  cột E: Tỉnh\n  Khác: skip\n"


def mapped(project: Project, mapping: str, *, dry_run: bool = False) -> tuple[list[str], list[str]]:
    """Import the odd list with a mapping; the ids of issues and the names of products."""
    (project.folder / "odd.csv").write_text(csv_text(*ODD), encoding="utf-8")
    file = project.folder / "mapping.yml"
    file.write_text(mapping, encoding="utf-8")
    result = import_table(project.folder / "odd.csv", project.products, Wishes(dry_run, file))
    return ids(result), sorted(str(product.name.vi) for product in project.collection().products)


def test_an_odd_list_is_refused_without_a_mapping(project: Project) -> None:
    """Nobody guesses what a product is called."""
    assert ["import-headings"] == ids(project.import_text(csv_text(*ODD)))


def test_a_mapping_says_what_columns_are(project: Project) -> None:
    """By heading or letter, with our names or headings that are known; what it leaves open is guessed from content."""
    told, names = mapped(project, MAPPING)
    assert (["import-column-guessed"] * 2, ["Chè Mẫu", "Gạo Mẫu", "Mật ong Mẫu"]) == (told, names)
    (che,) = [product for product in project.collection().products if product.name.vi == "Chè Mẫu"]
    assert (4, "htx-mau-mot") == (che.awards[0].stars, che.producer)
    assert {"lao-cai"} == {file.split("/")[1] for file in project.files() if file.startswith("records")}


def test_a_mapping_says_what_holds_for_all_rows(project: Project) -> None:
    """Where the list has no column for it."""
    mapped(
        project, "columns: {Hàng: name_vi, Ở: skip}\nall_rows: {province_old: Cao Bằng, decision_number: 1/QĐ-UBND}\n"
    )
    products = project.collection().products
    assert {"1/QĐ-UBND"} == {product.awards[0].decision for product in products}
    assert {"Cao Bằng"} == {
        product.origin.stated.province for product in products if product.origin and product.origin.stated
    }


@pytest.mark.parametrize(
    ("mapping", "issue"),
    [
        ("columns: {Hàng: name_fi}\n", "import-mapping"),
        ("columns: [\n", "yaml-syntax"),
        ("all_rows: {x: 1}\n", "import-mapping"),
    ],
)
def test_a_wrong_mapping_is_told(project: Project, mapping: str, issue: str) -> None:
    """Nothing is written."""
    assert ([issue], []) == mapped(project, mapping)
    assert {} == project.files()


def test_a_saved_mapping_reads_as_the_list_itself(project: Project, tmp_path: Path) -> None:
    """For every workbook: the mapping that was found, told again, gives the same records."""
    for make in workbooks.LISTS:
        file = make(tmp_path / f"{make.__name__}.xlsx")
        found = import_table(file, project.products, Wishes(dry_run=True))
        saved = tmp_path / "saved.yml"
        saved.write_text(render_mapping(found.tables), encoding="utf-8")
        again = import_table(file, project.products, Wishes(dry_run=True, mapping=saved))
        assert [] == [one for one in ids(again) if one.startswith("import-mapping")]
        assert found.changes == again.changes
        assert [table.headings for table in found.tables] == [table.headings for table in again.tables]


def test_a_project_adds_headings(project: Project) -> None:
    """In a register of its own."""
    register = project.products / "registers/headings.yml"
    register.write_text("columns:\n  name_vi: [Hàng]\n  province_old: [Ở]\n", encoding="utf-8")
    project.import_text(csv_text(*ODD))
    assert 3 == len(project.collection().products)


def test_a_wrong_name_in_the_projects_headings_is_told(project: Project) -> None:
    """With the file."""
    (project.products / "registers/headings.yml").write_text("columns:\n  nam_vi: [Hàng]\n", encoding="utf-8")
    (issue,) = project.import_text(csv_text(*ODD)).issues
    assert ("import-mapping", "products/registers/headings.yml") == (issue.id, issue.source.file)


def test_headings_that_begin_alike_are_guesses(project: Project) -> None:
    """They are told; words that make another column of them are not overheard."""
    row = {
        "Tên sản phẩm cũ": "x",
        "Tên sản phẩm chính thức": "Chè",
        "Tỉnh": "Lào Cai",
        "Hạng sao đề nghị": "5",
    }
    result = project.import_rows(row)
    (product,) = project.collection().products
    assert ("Chè", ()) == (product.name.vi, product.awards)
    assert ["import-column", "import-column", "import-column-guessed"] == sorted(ids(result))


def test_a_dry_run_shows_mapping_and_changes(project: Project, tmp_path: Path) -> None:
    """For officers, in both languages: each column, then each file with what would change in it."""
    file = workbooks.quang_ninh(tmp_path / "list.xlsx")
    shown = import_table(file, project.products, Wishes(dry_run=True)).preview("vi")
    assert "Sheet1: dòng tiêu đề 5, 3 dòng sản phẩm, 3 dòng khác" in shown
    assert 'B "Tên sản phẩm" → name_vi\n' in shown
    assert 'A "STT" → (bỏ qua)\n' in shown
    assert "products/records/quang-ninh/tra-mau-ba-quang-ninh.yml: hồ sơ mới" in shown
    import_table(file, project.products, Wishes())
    record = project.products / "records/quang-ninh/tra-mau-ba-quang-ninh.yml"
    record.write_text(record.read_text("utf-8").partition("awards:")[0], encoding="utf-8")
    shown = import_table(file, project.products, Wishes(dry_run=True)).preview("en")
    assert shown.endswith("products/records/quang-ninh/tra-mau-ba-quang-ninh.yml: awards")
    assert "headings in row 5" in shown
