"""Text typed for old fonts becomes Unicode; text that is none stays as it is."""

import pytest

from generator.importing import legacy
from generator.importing.legacy import read_legacy, restore
from generator.records.strict_yaml import parse
from generator.workbooks.sheet import Sheet
from tests.importing.project import ROOT, Project


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("S¶n phÈm", "Sản phẩm"),
        ("N\u00adíc m¾m Phó Quèc", "Nước mắm Phú Quốc"),
        ("HuyÖn §ång V¨n", "Huyện Đồng Văn"),
        ("®Æc s¶n r\u00adîu ng«", "đặc sản rượu ngô"),
        ("Saûn phaåm", "Sản phẩm"),
        ("Nöôùc maém Phuù Quoác", "Nước mắm Phú Quốc"),
        ("Huyeän Ñoàng Vaên", "Huyện Đồng Văn"),
        ("DAÀU DÖØA", "DẦU DỪA"),
    ],
)
def test_old_fonts_are_read(typed: str, text: str) -> None:
    """TCVN3 and VNI."""
    assert text == read_legacy(typed)[0]


@pytest.mark.parametrize(
    "text", ["Société Générale", "Crème brûlée", "25°C", "½ kg", "Café", "Müller", "Chè xã Hà", "5 µg"]
)
def test_what_is_no_old_font_stays(text: str) -> None:
    """Words of other languages, signs, and Vietnamese words with few marks."""
    assert (text, None) == read_legacy(text)


def test_no_real_name_is_taken_for_one() -> None:
    """All names of the catalogue."""
    files = [*(ROOT / "products/records").rglob("*.yml"), *(ROOT / "products/producers").glob("*.yml")]
    names = [
        text
        for file in files
        if isinstance(name := parse(file.read_text("utf-8"))["name"], dict)
        for text in name.values()
    ]
    assert len(names) > 300
    assert [] == [text for text in names if isinstance(text, str) and read_legacy(text)[1]]


def test_a_column_is_read_as_a_whole() -> None:
    """The word "mộc" typed for .VnTime looks like "méc", which may be a word: the others of its column tell."""
    names = ["S¶n phÈm", "n\u00adíc m¾m", "méc quý phi"]
    sheet = Sheet("A", rows={row: {0: name} for row, name in enumerate(names, 1)})
    assert {"TCVN3": 3} == restore(sheet).fonts
    assert ["Sản phẩm", "nước mắm", "mộc quý phi"] == [cells[0] for cells in sheet.rows.values()]


def test_a_sheet_is_typed_for_one_font() -> None:
    """The word "Tænh" may be "Tỉnh" of VNI or "Tổnh" of TCVN3: the others tell."""
    sheet = Sheet("A", rows={1: {0: "Teân saûn phaåm", 1: "Tænh"}, 2: {0: "Nöôùc maém", 1: "Bình Thuaän"}})
    assert {"VNI": 4} == restore(sheet).fonts
    assert "Tỉnh" == sheet.rows[1][1]


def test_a_heading_in_an_old_font_does_not_change_what_stands_below_it() -> None:
    """The word "xã" would become "xó"."""
    sheet = Sheet("A", rows={1: {0: "§Þa chØ"}, 2: {0: "xã Tây"}, 3: {0: "xã Hà"}})
    restore(sheet)
    assert ["Địa chỉ", "xã Tây", "xã Hà"] == [cells[0] for cells in sheet.rows.values()]


def test_what_cannot_be_read_is_told(project: Project) -> None:
    """With its place; nothing is imported of that row, whatever else it says."""
    text = "STT,Tên sản phẩm,Tỉnh\n1,S¶n phÈm A,\n2,n\u00adíc m¾m,\n3,Ð×Ðq ÐÐ×r,\n"
    result = project.import_text(text)
    assert [("import-font", 2), ("import-font-unknown", 4)] == sorted(
        (one.id, one.source.line) for one in result.issues
    )
    assert {"Sản phẩm A", "nước mắm"} == {product.name.vi for product in project.collection().products}


def test_every_letter_comes_back() -> None:
    """Both tables cover all letters with marks, and no sign stands for two."""
    marked = {text for text in legacy._vni().values() if text.islower()}  # noqa: SLF001  the table is what is tested
    assert 67 == len(marked)
    assert 74 == len(set(legacy._TCVN3.values()))  # noqa: SLF001
    assert {chr(letter) for letter in legacy._TCVN3.values() if chr(letter).islower()} == marked  # noqa: SLF001
