"""Lists of provinces of further kinds become records without hand work: nothing lost, nothing made up."""

from pathlib import Path

import pytest

from generator.model import Product
from tests.importing import provincial
from tests.importing.project import Project, ids


def products(project: Project) -> dict[str, Product]:
    """The products by their Vietnamese names."""
    return {str(product.name.vi): product for product in project.collection().products}


def stars(project: Project) -> dict[str, tuple[int | None, str, str]]:
    """Stars, day and score of the latest award of each product."""
    latest = {name: product.awards[-1] for name, product in products(project).items()}
    return {name: (one.stars, str(one.issued), str(one.score)) for name, one in latest.items()}


def places(project: Project) -> dict[str, tuple[str | None, str | None]]:
    """Commune and province of today of each product."""
    registers = project.collection().registers
    found = {name: registers.place_today(product.origin) for name, product in products(project).items()}
    return {name: (place.commune, place.province) for name, place in found.items()}


def test_stars_that_only_titles_say(project: Project) -> None:
    """The title of each sheet; it is told. Places are found behind their abbreviations, what cannot be known is not."""
    result = project.import_list(provincial.nam_dinh(project.folder / "a.xlsx"))
    day = "2023-12-29"
    assert {
        "Nước mắm Mẫu": (4, day, "85.33"),
        "Gạo Mẫu": (4, day, "78.5"),
        "Kẹo lạc Mẫu": (3, day, "61"),
        "Phở khô Mẫu": (3, day, "60.1"),
    } == stars(project)
    assert {
        "Nước mắm Mẫu": ("xã Giao Hưng", "Ninh Bình"),
        "Gạo Mẫu": ("xã Vạn Thắng", "Ninh Bình"),
        "Kẹo lạc Mẫu": ("xã Vụ Bản", "Ninh Bình"),
        "Phở khô Mẫu": (None, "Ninh Bình"),
    } == places(project)
    assert (["import-context"] * 2, 0) == (ids(result), result.left_out)


def test_a_producer_with_address_and_telephone_in_one_cell(project: Project) -> None:
    """The name is the producer's, the address the product's, the telephone nobody's: there is no consent."""
    project.import_list(provincial.dak_nong(project.folder / "a.xlsx"))
    day = "2024-12-20"
    assert {
        "Cà phê bột Mẫu": (4, day, "None"),
        "Mắc ca sấy Mẫu": (3, day, "None"),
        "Bơ Mẫu": (3, day, "None"),
    } == stars(project)
    names = {str(one.name.vi) for one in project.collection().producers.values()}
    assert {"HTX Mẫu Quảng Khê", "Cơ sở Mẫu Đắk Ha", "Hộ ông Trần Văn Mẫu"} == names
    assert {
        "Cà phê bột Mẫu": ("xã Quảng Khê", "Lâm Đồng"),
        "Mắc ca sấy Mẫu": ("phường Bắc Gia Nghĩa", "Lâm Đồng"),
        "Bơ Mẫu": ("phường Đông Gia Nghĩa", "Lâm Đồng"),
    } == places(project)
    assert all(b"0912" not in content for content in project.files().values())


def test_two_tables_below_each_other(project: Project) -> None:
    """The second has its columns in another order: names stay names, points stay points."""
    result = project.import_list(provincial.binh_thuan(project.folder / "a.xlsx"))
    day = "2021-12-30"
    assert {
        "Nước mắm Mẫu (chai 500ml)": (4, day, "88.6"),
        "Thanh long sấy Mẫu": (4, day, "72.05"),
        "Mực một nắng Mẫu": (3, day, "60"),
        "Rong nho Mẫu": (3, day, "55.5"),
    } == stars(project)
    assert {"Lâm Đồng"} == {province for _, province in places(project).values()}
    assert [] == [issue for issue in result.issues if issue.severity == "error"]


def test_headings_in_two_languages_and_former_communes(project: Project) -> None:
    """A commune that the list names for today stays; of a district that ended before July 2025 nothing is claimed."""
    result = project.import_list(provincial.vung_tau(project.folder / "a.xlsx"))
    assert {"Bánh hỏi Mẫu": (3, "2023-05-15", "None"), "Muối tinh Mẫu": (4, "2023-05-15", "None")} == stars(project)
    assert {
        "Bánh hỏi Mẫu": ("Long Điền", "Hồ Chí Minh"),
        "Muối tinh Mẫu": (None, "Hồ Chí Minh"),
    } == places(project)
    assert [None] == [one.expires for one in products(project)["Muối tinh Mẫu"].awards]
    told = {one.id: one.source.cell.rpartition("!")[2] for one in result.issues}
    assert ("I5", "D5") == (told["import-last-month"], told["commune-unknown"])


@pytest.mark.parametrize("name", [one.__name__ for one in provincial.LISTS])
def test_the_same_list_twice_changes_nothing(project: Project, name: str) -> None:
    """Not one byte."""
    list_: Path = getattr(provincial, name)(project.folder / "a.xlsx")
    project.import_list(list_)
    before = project.files()
    again = project.import_list(list_)
    assert (before, ()) == (project.files(), again.written)
