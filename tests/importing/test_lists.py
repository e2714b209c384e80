"""Lists as offices send them, and lists that are broken or hostile."""

import pytest

from generator.report import render_text
from tests.importing.project import ROW, Project, csv_text, ids

OFFICE_LIST = """\
DANH SÁCH SẢN PHẨM OCOP;;;;;;;;;
Kèm theo Quyết định số 12/QĐ-UBND;;;;;;;;;

STT;Tên sản phẩm;Tên chủ thể;Hạng sao;Số quyết định;Ngày ban hành;Xã/Phường;Huyện;Tỉnh;Người lập
1;Chè đinh;HTX chè Ví Dụ;4 sao;12/QĐ-UBND;20/7/2024;xã Tân Cương;TP. Thái Nguyên;Thái Nguyên;A
2;"Miến ""Việt"";
khô";HTX miến Ví Dụ;3 sao;12/QĐ-UBND;20/7/2024;;huyện Đồng Hỷ;Thái Nguyên;A
"""


def test_an_offices_list_is_understood(project: Project) -> None:
    """A title above, Vietnamese headings, semicolons, no ids; a column that is not known is told."""
    result = project.import_text("\ufeff" + OFFICE_LIST)
    assert ["import-column"] == ids(result)
    assert ["chè đinh", 'miến "việt"; khô'] == [str(one.name.vi).lower() for one in project.collection().products]
    assert [4, 3] == [one.awards[0].stars for one in project.collection().products]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(project: Project, delimiter: str) -> None:
    """Whichever the spreadsheet of the office writes."""
    text = delimiter.join(["Tên sản phẩm", "Tỉnh"]) + "\n" + delimiter.join(["Chè đinh", "Thái Nguyên"])
    assert 1 == project.import_text(text).products.new


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("", "import-headings"),
        ("a,b\n1,2\n", "import-headings"),
        ("Tên sản phẩm,Tỉnh\nChè,Thái Nguyên,thừa\n", "import-row-length"),
        ("Tên sản phẩm,Hạng sao,Tỉnh\nMiến, khô,,\n", "import-row-length"),
        ('Tên sản phẩm,Tỉnh\n"Chè,Thái Nguyên\n', "import-csv"),
        ("Tên sản phẩm,Trạng thái\nChè,xong\n", "import-word"),
        ("Tên sản phẩm,Tỉnh\n,Thái Nguyên\n", "field-missing"),
        ("Tên sản phẩm,Hạng sao\nChè,7\n", "award-stars"),
        ("Tên sản phẩm,Ngày ban hành,Số quyết định\nChè,30/2/2024,1/QĐ\n", "date-impossible"),
    ],
)
def test_what_is_wrong_is_told_and_left_out(project: Project, text: str, issue: str) -> None:
    """Nothing is written for it."""
    result = project.import_text(text)
    assert ([issue], {}) == (ids(result), project.files())


def test_a_wrong_row_does_not_stop_the_others(project: Project) -> None:
    """It is told with the line it begins on."""
    result = project.import_rows({**ROW, "id": "a", "stars": "7"}, {**ROW, "id": "b"})
    assert [("award-stars", 2)] == [(issue.id, issue.source.line) for issue in result.issues]
    assert ["b"] == [product.id for product in project.collection().products]


TYPING_SLIPS = """\
STT,Tên sản phẩm,Hạng sao,Tỉnh,Tình trạng,Tỉnh mới
1,Chè đinh,4,Thái Nguyen Nguyên,đạt,
2,Chè nõn,7,Thái Nguyên,đạt,
3,Chè búp,3,Thái Nguyên,xong,
4,Chè xanh,3,Thái Nguyên,đạt,
5,Chè sen,3,,đạt,Hà Giang
"""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "vi",
            [
                "stars là “7”, phải từ 1 đến 5 (cột C: “Hạng sao”)",
                "không nhận ra từ “xong” (cột E: “Tình trạng”)",
                "province “Thái Nguyen Nguyên” không có trong danh mục (cột D: “Tỉnh”)",
                "có phải ý anh/chị là “Thái Nguyên”?",
                "cột F: “Tỉnh mới”",
                "số dòng có lỗi nên không nhập: 4 (các dòng khác vẫn nhập)",
            ],
        ),
        (
            "en",
            [
                'stars is "7", must be 1 to 5 (column C: "Hạng sao")',
                'the word "xong" is not known (column E: "Tình trạng")',
                'province "Thái Nguyen Nguyên" is not in the register (column D: "Tỉnh")',
                'did you mean "Thái Nguyên"?',
                'column F: "Tỉnh mới"',
                "rows not imported because of mistakes: 4 (the others were)",
            ],
        ),
    ],
)
def test_a_mistake_is_told_with_its_column(project: Project, language: str, told: list[str]) -> None:
    """By the letter of the spreadsheet and the list's own heading; the other rows go on and nothing else is written."""
    result = project.import_text(TYPING_SLIPS)
    text = f"{render_text(result.issues, language)}\n{result.summary(language)}"
    assert [] == [words for words in told if words not in text], text
    assert ["Chè xanh"] == [product.name.vi for product in project.collection().products]


def test_what_is_imported_is_not_refused_afterwards(project: Project) -> None:
    """Two rows with one barcode: the second is left out, as `ocop check` would refuse it."""
    rows = [{**ROW, "id": one, "name_vi": one, "gtin": "8938505974194"} for one in ("a", "b")]
    assert ["gtin-twice"] == ids(project.import_rows(*rows))
    assert ["a"] == [product.id for product in project.collection().products]
    assert ["gtin-twice"] == ids(project.import_rows(*rows))


def test_a_list_that_is_not_utf8_is_told(project: Project) -> None:
    """With the place of the first byte that is wrong."""
    list_ = project.folder / "list.csv"
    list_.write_bytes("Tên sản phẩm\nChè".encode("cp1258", "replace"))
    assert ["file-encoding"] == ids(project.import_list(list_))


def test_unicode_text_of_excel_is_read(project: Project) -> None:
    """It is UTF-16 with tabs."""
    list_ = project.folder / "list.txt"
    list_.write_bytes("Tên sản phẩm\tTỉnh\nChè\tThái Nguyên\n".encode("utf-16"))
    assert 1 == project.import_list(list_).products.new


def test_decomposed_letters_are_composed(project: Project) -> None:
    """A list from another system writes letters and marks apart."""
    project.import_text("Te\u0302n sa\u0309n pha\u0302\u0309m\nChe\u0300 d\u0111inh\n")
    assert ["Chè dđinh"] == [product.name.vi for product in project.collection().products]


@pytest.mark.parametrize(
    "cell", ["-cmd|' /C calc'!A0", "</title><script>alert(1)</script>", "- x: {a: b} # c", "null", "!!python/object:x"]
)
def test_hostile_text_stays_text(project: Project, cell: str) -> None:
    """It is kept as it is; who shows it escapes it."""
    result = project.import_rows({**ROW, "name_vi": cell, "producer": cell, "commune_old": cell})
    (product,) = project.collection().products
    assert (["commune-unknown"], cell, cell) == (ids(result), product.name.vi, product.origin.stated.commune)  # type: ignore[union-attr]


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "=1+1", '=HYPERLINK("https://vi-du.example","Chè")'])
def test_a_formula_is_never_data(project: Project, cell: str) -> None:
    """Its row is told and left out."""
    result = project.import_rows({**ROW, "name_vi": cell}, {**ROW, "id": "b"})
    assert (["import-formula"], ["b"]) == (ids(result), [one.id for one in project.collection().products])


@pytest.mark.parametrize("id_", ["../x", "..", "/etc/passwd", "A", "a b", "con", "a/../../x", "chè", "x" * 81])
def test_an_id_that_is_no_id_is_told(project: Project, id_: str) -> None:
    """No file is written for it, neither inside nor outside."""
    before = sorted(project.folder.rglob("*"))
    result = project.import_text(csv_text({**ROW, "id": id_}))
    assert (["id-form"], {}) == (ids(result), project.files())
    assert sorted([*before, project.folder / "list.csv"]) == sorted(project.folder.rglob("*"))


@pytest.mark.parametrize("cell", ["a\x00b", "a\u202eb", "a\x1bb", "a\u200fb"])
def test_control_characters_are_told(project: Project, cell: str) -> None:
    """Nobody sees them, so nobody meant them."""
    assert (["text-control"], {}) == (ids(project.import_rows({**ROW, "name_vi": cell})), project.files())


@pytest.mark.parametrize("cell", ["javascript:alert(1)", "file:///etc/passwd", "https://user@vi-du.example/"])
def test_an_address_that_is_not_allowed_is_no_link(project: Project, cell: str) -> None:
    """It is kept as the words of the source."""
    project.import_rows({**ROW, "source_url": cell})
    (product,) = project.collection().products
    assert (cell, None) == (product.sources[0].title, product.sources[0].url)


@pytest.mark.parametrize("province", ["../../etc", "registers", "Thái Nguyên/../../x"])
def test_a_province_never_names_a_folder(project: Project, province: str) -> None:
    """Folders are those of the register; a row with a province it does not know is told and left out."""
    assert ["province-unknown"] == ids(project.import_rows({**ROW, "province_old": province}))
    assert {} == project.files()


def test_nothing_is_written_through_a_link(project: Project) -> None:
    """A folder that leads out of the project is told."""
    outside = project.folder / "outside"
    outside.mkdir()
    (project.products / "records").mkdir()
    (project.products / "records/thai-nguyen").symlink_to(outside)
    result = project.import_rows(ROW)
    assert ("file-link" in ids(result), []) == (True, list(outside.iterdir()))


def test_a_table_larger_than_allowed_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is read whole."""
    monkeypatch.setattr("generator.importing.csv_lists.LARGEST_TABLE", 10)
    assert ["file-too-large"] == ids(project.import_rows(ROW))
