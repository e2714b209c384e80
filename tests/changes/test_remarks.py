"""What is told of one product that changed: its stars first, then what a buyer decides by."""

from typing import Any

import pytest

from tests.build.project import COOPERATIVE, TEA
from tests.changes.conftest import Edit, Kept

FIVE, FOUR, THREE = (
    {"stars": stars, "level": "province", "issued": issued}
    for stars, issued in (("5", "2025-03-01"), ("4", "2025-02-01"), ("3", "2025-01-01"))
)
OLD = {"stars": "4", "level": "province", "issued": "2022-01-01"}
HACCP = {"scheme": "haccp", "number": "12", "expires": "2027-01-01"}
HALAL = {"scheme": "halal", "number": "7"}
RATINGS: list[tuple[list[Any], list[Any], str]] = [
    ([FOUR], [FOUR, FIVE], "Tăng từ 4 lên 5 sao: 5 sao OCOP · hiệu lực đến 01/03/2028"),
    ([THREE], [THREE, FOUR], "Tăng từ 3 lên 4 sao: 4 sao OCOP · hiệu lực đến 01/02/2028"),
    ([FIVE], [FOUR], "Giảm từ 5 xuống 4 sao: 4 sao OCOP · hiệu lực đến 01/02/2028"),
    ([], [FOUR], "Nay có hạng sao còn hiệu lực: 4 sao OCOP · hiệu lực đến 01/02/2028"),
    ([OLD], [OLD, FOUR], "Nay có hạng sao còn hiệu lực: 4 sao OCOP · hiệu lực đến 01/02/2028"),
    (
        [FOUR],
        [{**FOUR, "expires": "2026-01-01"}],
        "Không còn giữ hạng sao: Hết hạn 01/01/2026; trước đó: 4 sao OCOP · hiệu lực đến 01/02/2028",
    ),
    (
        [FOUR],
        [{**FOUR, "withdrawn": {"date": "2026-01-01", "reason": "law"}}],
        "Không còn giữ hạng sao: Đã thu hồi; trước đó: 4 sao OCOP · hiệu lực đến 01/02/2028",
    ),
    ([FOUR], [{**FOUR, "expires": "2028-12-31"}], "Hiệu lực đến: 31/12/2028; trước đó: 01/02/2028"),
    (
        [{"stars": "4", "year": "2025"}],
        [FOUR],
        "Nay có hạng sao còn hiệu lực: 4 sao OCOP · hiệu lực đến 01/02/2028",
    ),
]
NOT_HELD: list[tuple[list[Any], list[Any]]] = [
    ([OLD], [{**OLD, "stars": "5"}]),
    ([{**FOUR, "withdrawn": {"reason": "law"}}], [{**FIVE, "withdrawn": {"reason": "law"}}]),
]
FACTS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (
        {"home": {"price": {"low": "100000", "currency": "VND"}}},
        {"home": {"price": {"low": "120000", "currency": "VND"}}},
        "Giá bán trong nước: từ 120.000 VND; trước đó: từ 100.000 VND",
    ),
    ({}, {"trade": {"price": {"low": "3", "high": "3", "currency": "USD"}}}, "Giá xuất khẩu: nay có nêu, 3 USD"),
    (
        {"trade": {"minimum_order": {"amount": "20", "unit": {"vi": "thùng"}}}},
        {},
        "Đặt tối thiểu: không còn nêu; trước đó: 20 thùng",
    ),
    ({}, {"certifications": [HACCP, HALAL]}, "Chứng nhận mới: HACCP 12, Halal 7"),
    ({"certifications": [HACCP, HALAL]}, {"certifications": [HACCP]}, "Không còn nêu chứng nhận: Halal 7"),
    (
        {"certifications": [HACCP]},
        {"certifications": [{**HACCP, "expires": "2029-05-01"}]},
        "HACCP 12, Hiệu lực đến: 01/05/2029; trước đó: 01/01/2027",
    ),
    ({}, {"markets": [{"country": "JP"}, {"country": "DE"}]}, "Thị trường mới: Đức, Nhật Bản"),
    ({"markets": [{"country": "JP"}]}, {}, "Không còn nêu thị trường: Nhật Bản"),
    ({}, {"hs": ["0902.10"]}, "Cũng có thay đổi: Mã HS"),
    ({}, {"name": {"vi": "Chè đinh mới"}}, "Tên sản phẩm: Chè đinh mới; trước đó: Chè đinh Bản Liền"),
    (
        {},
        {"story": {"vi": "Chuyện"}, "keeping": {"shelf_life_days": "365"}, "trade": {"capacity": {"amount": "5"}}},
        "Cũng có thay đổi: Câu chuyện, Bảo quản, Năng lực cung ứng",
    ),
]


@pytest.mark.parametrize(("before", "after", "told"), RATINGS)
def test_what_became_of_the_stars_is_told(before: list[Any], after: list[Any], told: str, edit: Edit) -> None:
    """In one remark, with the standing of today; the first of all remarks."""
    remarks = edit({"awards": before}, {"awards": after})
    assert told == remarks[0]
    assert [] == [remark for remark in remarks[1:] if "sao" in remark]


@pytest.mark.parametrize(("before", "after"), NOT_HELD)
def test_stars_that_are_not_held_do_not_rise(before: list[Any], after: list[Any], edit: Edit) -> None:
    """What is corrected in an award that lapsed or was withdrawn gives a buyer nothing."""
    assert [] == [remark for remark in edit({"awards": before}, {"awards": after}) if "sao" in remark]


@pytest.mark.parametrize(("before", "after", "told"), FACTS)
def test_what_a_buyer_decides_by_is_told(before: dict[str, Any], after: dict[str, Any], told: str, edit: Edit) -> None:
    """With the values before and after; of long texts only that they changed."""
    assert [told] == edit(before, after)


def test_time_alone_changes_nothing_unless_asked(kept: Kept) -> None:
    """Records that stay the same say nothing; with a day for the earlier state, what lapsed since is told."""
    kept.project.producer()
    kept.project.product(record={**TEA, "awards": [{**FOUR, "expires": "2026-06-30"}]})
    kept.keep()
    assert ["Thay đổi từ HEAD đến 23/11/2026: không có gì thay đổi đối với người mua"] == kept.told()
    lines = kept.told("--since-day", "2026-06-30")
    assert (
        "Không còn giữ hạng sao: Hết hạn 30/06/2026; trước đó: 4 sao OCOP · sắp hết hạn 30/06/2026" == lines[2].strip()
    )


def test_products_come_and_go(kept: Kept) -> None:
    """A new one with its standing, its producer and its province; one that is gone with those it had."""
    kept.project.producer()
    kept.project.product("che-cu")
    kept.keep()
    (kept.project.products / "records/lao-cai/che-cu.yml").unlink()
    kept.project.product("che-moi")
    remarks = [
        "    5 sao OCOP · hiệu lực đến 01/03/2028",
        "    Chủ thể: Hợp tác xã Bản Liền",
        "    Tỉnh, thành phố: Lào Cai",
    ]
    name = "Chè đinh Bản Liền – Ban Lien bud tea (bản dịch)"
    assert [
        "Thay đổi từ HEAD đến 23/11/2026: 1 sản phẩm mới, 1 sản phẩm không còn trong danh mục",
        f"+ {name} [che-moi]",
        *remarks,
        f"- {name} [che-cu]",
        *remarks,
    ] == kept.told()


@pytest.mark.parametrize("kind", ["cooperative", "household"])
def test_a_contact_is_told_to_have_changed_and_not_shown(kind: str, kept: Kept) -> None:
    """Once for a producer, however many products it has; of a private person who did not agree, nothing at all."""
    for number, phone in enumerate(("0912345678", "0987654321")):
        contact = {**COOPERATIVE["contact"], "phone": phone}
        kept.project.producer(record={**COOPERATIVE, "kind": kind, "contact": contact})
        kept.project.product("mot")
        kept.project.product("hai")
        if not number:
            kept.keep()
    lines = kept.told()
    expected = ["* Hợp tác xã Bản Liền [htx-ban-lien]", "    Cách liên hệ đã đổi"] if kind == "cooperative" else []
    assert expected == lines[1:]


def test_english_readers_are_told_in_english(kept: Kept) -> None:
    """The same changes in their words, dates and numbers."""
    kept.project.producer()
    kept.project.product(record={**TEA, "awards": [FOUR]})
    kept.keep()
    kept.project.product(record={**TEA, "awards": [FOUR, FIVE]})
    assert [
        "Changes from HEAD to 23 November 2026: 1 product changed",
        "* Chè đinh Bản Liền – Ban Lien bud tea (translation) [che-dinh]",
        "    Up from 4 to 5 stars: 5-star OCOP · valid until 1 March 2028",
    ] == kept.told("--lang", "en")
