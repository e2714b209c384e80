"""Workbooks as offices keep them become records, whichever program saved them."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copy

import pytest

from generator.importing.importer import ImportResult
from generator.model import Product
from tests.importing import workbooks
from tests.importing.project import Project, ids

FORMATS = ("xlsx", "ods", "xls")


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, Path]]:
    """Every list in every format, by format and name; LibreOffice saves those that we do not write."""
    folder = tmp_path_factory.mktemp("lists")
    files = {one.__name__: one(folder / f"{one.__name__}.xlsx") for one in workbooks.LISTS}
    others = {
        suffix: workbooks.convert(files.values(), suffix, tmp_path_factory.mktemp(suffix)) for suffix in FORMATS[1:]
    }
    return {"xlsx": files, **others}


@pytest.fixture(params=FORMATS)
def lists(saved: Mapping[str, Mapping[str, Path]], request: pytest.FixtureRequest) -> Mapping[str, Path]:
    """The lists in one format."""
    return saved[request.param]


def import_from(project: Project, file: Path) -> ImportResult:
    """Import a list that has been copied to the project: messages name the file as it was given."""
    return project.import_list(Path(copy(file, project.folder)))


def products(project: Project) -> dict[str, Product]:
    """The products by their Vietnamese names."""
    return {str(product.name.vi): product for product in project.collection().products}


def test_a_list_below_a_title_is_read(project: Project, lists: Mapping[str, Path]) -> None:
    """Title, total, notes and signatures are no products; stars, scores and days are what they say."""
    result = import_from(project, lists["quang_ninh"])
    found = {name: product.awards[0] for name, product in products(project).items()}
    expected = {"Chả mực Mẫu Một": (4, "86.5"), "Nước mắm Mẫu Hai": (4, "91.25"), "Trà Mẫu Ba": (3, "72")}
    assert expected == {name: (award.stars, str(award.score)) for name, award in found.items()}
    assert {("1234/QĐ-UBND", "2024-07-20")} == {(one.decision, str(one.issued)) for one in found.values()}
    assert (3, ["award-band"] * 2) == (result.products.new, ids(result))


def test_headings_in_two_rows_and_merged_cells_are_read(project: Project, lists: Mapping[str, Path]) -> None:
    """What is merged over several rows holds for all of them; since 2025 the communes are in another district."""
    result = import_from(project, lists["bac_giang"])
    found = products(project)
    assert [4, 3, 5] == [found[name].awards[0].stars for name in ("Mì Mẫu sợi nhỏ", "Mì Mẫu sợi to", "Vải sấy Mẫu")]
    assert found["Mì Mẫu sợi nhỏ"].producer == found["Mì Mẫu sợi to"].producer
    assert {("99/QĐ-UBND", "2025-06-26")} == {(p.awards[0].decision, str(p.awards[0].issued)) for p in found.values()}
    assert {"huyện Lục Ngạn"} == {str(p.origin.stated.district) for p in found.values() if p.origin and p.origin.stated}
    assert (["commune-unknown"] * 3, {"bac-ninh"}) == (
        ids(result),
        {file.split("/")[1] for file in project.files() if "records" in file},
    )


def test_several_sheets_are_several_rounds(project: Project, lists: Mapping[str, Path]) -> None:
    """The later sheet adds an award; a hidden sheet is told; what holds no list is passed by."""
    result = import_from(project, lists["many_sheets"])
    found = products(project)
    assert {"Chè Mẫu", "Miến Mẫu"} == set(found)
    assert [(3, "2023-03-15"), (4, "2025-06-26")] == [(one.stars, str(one.issued)) for one in found["Chè Mẫu"].awards]
    assert ["import-sheet-hidden"] == ids(result)


def test_what_titles_and_parts_say_holds_for_the_rows(project: Project, lists: Mapping[str, Path]) -> None:
    """Decision, office and province stand in the title, stars above each part; all of it is told."""
    result = import_from(project, lists["can_tho"])
    found = {name: product.awards[0] for name, product in products(project).items()}
    assert {"Chả cá Mẫu": 4, "Khóm sấy Mẫu": 3, "Trà Mẫu": 3} == {name: award.stars for name, award in found.items()}
    said = {(one.decision, str(one.issued), one.authority) for one in found.values()}
    assert {("321/QĐ-UBND", "2024-08-05", "UBND tỉnh Hậu Giang")} == said
    assert {"Hậu Giang"} == {
        str(p.origin.stated.province) for p in products(project).values() if p.origin and p.origin.stated
    }
    assert ["award-level"] * 2 + ["import-context"] * 2 == sorted(ids(result))


def test_old_fonts_and_marks_apart_are_one_unicode(project: Project, lists: Mapping[str, Path]) -> None:
    """Names typed for .VnTime, addresses with their marks apart, decisions with day and office in one cell."""
    result = import_from(project, lists["old_font"])
    found = products(project)
    assert {"Nước mắm Mẫu", "Bột gấc Mẫu"} == set(found)
    award = found["Nước mắm Mẫu"].awards[0]
    assert ("12/QĐ-UBND", "2024-07-20", "UBND tỉnh Thanh Hóa") == (award.decision, str(award.issued), award.authority)
    assert {"thanh-hoa"} == {file.split("/")[1] for file in project.files() if "records" in file}
    assert ["import-font", "commune-unknown"] == ids(result)


def test_parts_and_months(project: Project, lists: Mapping[str, Path]) -> None:
    """The district stands above its products; a month stays a month; a repeated heading is none of them."""
    import_from(project, lists["ha_giang"])
    found = products(project)
    places = {name: str(one.origin.stated.district) for name, one in found.items() if one.origin and one.origin.stated}
    in_dong_van = dict.fromkeys(["Mật ong Mẫu", "Rượu ngô Mẫu"], "huyện Đồng Văn")
    assert {**in_dong_van, "Bò khô Mẫu": "huyện Mèo Vạc"} == places
    assert ("2025-06", None) == (found["Rượu ngô Mẫu"].awards[0].month, found["Rượu ngô Mẫu"].awards[0].issued)


def test_headings_in_three_rows_are_read(project: Project, lists: Mapping[str, Path]) -> None:
    """Groups above groups: the name below "product" is that of the product."""
    result = import_from(project, lists["phu_tho"])
    found = products(project)
    assert (["commune-unknown"] * 2, {"Chè Mẫu", "Trà Mẫu"}) == (ids(result), set(found))
    assert ("08938505974194", "2024-02-01") == (found["Chè Mẫu"].gtin, str(found["Chè Mẫu"].awards[0].issued))


def test_numbers_say_what_their_format_shows(project: Project, lists: Mapping[str, Path]) -> None:
    """A spreadsheet keeps "06/2025" as the first of June, and a tax code without its zero."""
    import_from(project, lists["shown_numbers"])
    (award,) = products(project)["Chè Mẫu"].awards
    (producer,) = project.collection().producers.values()
    assert ("2025-06", None, "2028-06-01") == (award.month, award.issued, str(award.expires))
    assert "0101243150" == producer.tax_code


def test_a_column_for_each_number_of_stars(project: Project) -> None:
    """A mark says which; proposed ones are no column of stars."""
    rows = [
        ["STT", "Tên sản phẩm", "Tỉnh", "Kết quả", None, None, "Đề nghị"],
        [None, None, None, "3 sao", "4 sao", "5 sao", "5 sao"],
        [1, "Chè", "Sơn La", None, "x", None, None],
        [2, "Mận", "Sơn La", "X", None, None, None],
        [3, "Mơ", "Sơn La", None, "x", None, "x"],
    ]
    heads = ["A1:A2", "B1:B2", "C1:C2", "D1:F1"]
    result = project.import_list(workbooks.save(project.folder / "a.xlsx", rows, merged=heads))
    assert {"Chè": [4], "Mận": [3], "Mơ": [4]} == {
        name: [award.stars for award in product.awards] for name, product in products(project).items()
    }
    assert ["import-column"] == ids(result)


def test_a_rows_own_address_goes_before_the_name_of_its_part(project: Project) -> None:
    """The part holds for rows that say nothing else."""
    rows = [
        ["STT", "Tên sản phẩm", "Địa chỉ", "Hạng sao"],
        [None, "HUYỆN ĐƠN DƯƠNG"],
        [1, "Chè", "phường 8, TP. Đà Lạt, tỉnh Lâm Đồng", 4],
        [2, "Sữa", "Lâm Đồng", 4],
    ]
    project.import_list(workbooks.save(project.folder / "a.xlsx", rows))
    places = {
        name: one.origin.stated.district for name, one in products(project).items() if one.origin and one.origin.stated
    }
    assert {"Chè": "TP. Đà Lạt", "Sữa": "huyện Đơn Dương"} == places


def test_a_list_of_proposals_makes_no_awards(project: Project) -> None:
    """Its title says that somebody asks for stars."""
    rows = [["DANH SÁCH SẢN PHẨM ĐỀ NGHỊ CÔNG NHẬN 5 SAO"], ["STT", "Tên sản phẩm", "Tỉnh", "Hạng sao"]]
    result = project.import_list(workbooks.save(project.folder / "a.xlsx", [*rows, [1, "Chè", "Lào Cai", "5 sao"]]))
    (product,) = project.collection().products
    assert ((), [5], ["import-context"]) == (product.awards, [one.stars for one in product.proposals], ids(result))


def test_stars_that_are_only_proposed_make_no_award(project: Project) -> None:
    """Also between others that were given."""
    rows = [["Tên sản phẩm", "Tỉnh", "Hạng sao"], ["Chè", "Lào Cai", "Tiềm năng 5 sao"], ["Trà", "Lào Cai", "4 sao"]]
    project.import_list(workbooks.save(project.folder / "a.xlsx", rows))
    found = products(project)
    assert ((), [5]) == (found["Chè"].awards, [one.stars for one in found["Chè"].proposals])
    assert [4] == [one.stars for one in found["Trà"].awards]


@pytest.mark.parametrize("name", [one.__name__ for one in workbooks.LISTS])
def test_the_same_workbook_twice_changes_nothing(project: Project, lists: Mapping[str, Path], name: str) -> None:
    """Not one byte."""
    import_from(project, lists[name])
    before = project.files()
    assert before
    again = import_from(project, lists[name])
    assert (before, (), 0) == (project.files(), again.written, again.products.new)


def test_every_format_gives_the_same_records(tmp_path: Path, saved: Mapping[str, Mapping[str, Path]]) -> None:
    """To the byte."""
    found = []
    for suffix in FORMATS:
        project = Project(tmp_path / suffix)
        for name in saved["xlsx"]:
            import_from(project, saved[suffix][name])
        found.append(project.files())
    assert found[0] == found[1] == found[2]


def test_a_mistake_is_told_with_sheet_and_cell(project: Project) -> None:
    """As a spreadsheet writes a place, so that it can be found."""
    file = workbooks.save(
        project.folder / "list.xlsx",
        [
            ["Danh sách"],
            ["STT", "Tên sản phẩm", "Tỉnh", "Hạng sao"],
            [1, "Chè", "Lào Cai", 7],
            [2, "Trà", "Lào Cay", 4],
        ],
    )
    result = project.import_list(file)
    assert ["Sheet1!D3", "Sheet1!C4"] == [issue.source.cell for issue in result.issues]
    assert [f"{file.as_posix()}:Sheet1!D3", f"{file.as_posix()}:Sheet1!C4"] == [str(i.source) for i in result.issues]
    assert 2 == result.left_out
