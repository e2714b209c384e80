"""Products side by side: from the address alone, with the differences marked in words, on phones and on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Web
from tests.browser.desk import Desk, Press, desk, first_ids, press, press_until, ready, width
from tests.browser.test_accessibility import ALL_RULES, COLOUR_RULES, serious
from tests.real_site import FULL, GRACE, MINIMAL, Site

__all__ = ["desk", "press", "width"]
pytestmark = pytest.mark.browser
PHONE = 360
SHEETS_AT_MOST = 4
ROWS = "tbody tr:not(.cat-compare__group)"
TABLE = """() => [...document.querySelectorAll(".cat-compare tr")].map((row) =>
  [...row.children].map((cell) => cell.textContent.trim()).join(" | "))"""


def compare(desk: Desk, number: int, width: int = 1440, language: str = "vi") -> Page:
    """The comparison of the first products of the catalogue."""
    return desk.open(f"{language}/compare/?compare={','.join(desk.ids(number))}", width)


def names(page: Page) -> list[str]:
    """The ids of the products compared, in the order of the columns."""
    found: list[str] = page.locator("[data-remove]").evaluate_all("all => all.map((one) => one.dataset.remove)")
    return found


@pytest.mark.parametrize("number", [2, 6])
def test_a_link_opens_the_same_in_a_clean_browser(desk: Desk, width: int, number: int) -> None:
    """Every row of the table, also after a reload; the other language keeps the products."""
    page = compare(desk, number, width)
    assert desk.ids(number) == names(page)
    table = page.evaluate(TABLE)
    assert len(table) > 10
    again = desk.open(f"vi/compare/?{page.url.partition('?')[2]}")
    assert table == again.evaluate(TABLE)
    again.locator("a.cat-language").click()
    expect(again.locator("html")).to_have_attribute("lang", "en")
    expect(again.locator("[data-remove]")).to_have_count(number)
    assert desk.ids(number) == names(again)


def test_differences_are_marked_in_words_and_alone_on_demand(desk: Desk, press: Press) -> None:
    """A row that differs says so to the ear as well; the switch hides all others and groups without any."""
    page = compare(desk, 3)
    rows = page.locator(ROWS)
    differing = page.locator(f"{ROWS}:has(th .cat-compare__differs)")
    assert 0 < differing.count() < rows.count()
    expect(differing.first.locator("th")).to_contain_text("khác nhau")
    for row in rows.all():
        cells = [re.sub(r"\s+", " ", cell.lower()) for cell in row.locator("td").all_inner_texts()]
        assert (len(set(cells)) > 1) == bool(row.locator(".cat-compare__differs").count()), cells
    count = differing.count()
    expect(page.locator(".cat-desk__facts")).to_contain_text(f"{count} trong {rows.count()} dòng khác nhau.")
    box = page.get_by_role("checkbox", name="Chỉ hiện dòng khác nhau")
    press_until(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    assert count == page.locator(f"{ROWS} >> visible=true").count()
    press(page.locator("[data-remove]").first)
    expect(box).to_be_checked()


def test_removing_can_be_undone_and_gone_back_from(desk: Desk, press: Press) -> None:
    """The address follows; the focus stays in the table; back brings the product again."""
    page = compare(desk, 3)
    first, second, third = desk.ids(3)
    press(page.locator(f"[data-remove={second}]"))
    expect(page.locator(".cat-desk__told")).to_contain_text("Đã bỏ")
    assert [first, third] == names(page)
    assert page.url.endswith(f"?compare={first},{third}")
    expect(page.locator(f"[data-remove={third}]")).to_be_focused()
    press_until(page, page.get_by_role("button", name="Hoàn tác"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-remove]")).to_have_count(3)
    assert [first, second, third] == names(page)
    page.locator(f"[data-remove={first}]").click()
    expect(page.locator("[data-remove]")).to_have_count(2)
    page.go_back()
    expect(page.locator("[data-remove]")).to_have_count(3)
    assert page.url.endswith(f"?compare={first},{second},{third}")


def test_what_was_chosen_elsewhere_is_compared_without_an_address(desk: Desk) -> None:
    """The page then names the products itself, so that its link can be sent."""
    page = compare(desk, 2)
    page.goto(desk.at("en/compare/"))
    ready(page)
    assert desk.ids(2) == names(page)
    assert page.url.endswith(f"?compare={','.join(desk.ids(2))}")


def test_the_first_column_stays_on_a_phone(desk: Desk) -> None:
    """The region is reached with the keyboard, scrolls with arrows, and the page itself never does."""
    page = compare(desk, 4, PHONE)
    region = page.get_by_role("region", name="Bảng so sánh 4 sản phẩm")
    press_until(page, region)
    head = page.locator(f"{ROWS} th").first
    before = head.bounding_box()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.cat-compare__scroll').scrollLeft > 200")
    after = head.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) <= 1
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_unknown_few_and_none(desk: Desk) -> None:
    """What the catalogue no longer has is named; one product alone is shown; nothing at all leads to the products."""
    product = desk.ids(1)[0]
    page = desk.open(f"vi/compare/?compare={product},khong-con-nua")
    expect(page.locator(".cat-desk__told")).to_contain_text("Không còn trong danh mục: khong-con-nua.")
    expect(page.locator("#main")).to_contain_text("Mới chọn một sản phẩm.")
    expect(page.locator("[data-remove]")).to_have_count(1)
    page.locator("[data-remove]").click()
    expect(page.get_by_role("heading", name="Chưa có gì để so sánh")).to_be_visible()
    expect(page.get_by_role("link", name="Tìm sản phẩm")).to_be_visible()


def test_the_link_is_copied(desk: Desk) -> None:
    """The one of the site, also when the page was opened from a disk."""
    page = compare(desk, 2)
    page.evaluate("navigator.clipboard && (navigator.clipboard.writeText = async (text) => { window.copied = text; })")
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.locator(".cat-desk__told")).to_contain_text("Đã chép liên kết.")
    origin = desk.web if desk.place == "http" else "https://catalogue.example/"
    assert f"{origin}vi/compare/?compare={','.join(desk.ids(2))}" == page.evaluate("window.copied")


def test_it_prints_on_few_sheets(rich: tuple[Site, str], visit: Visit, tmp_path: Path) -> None:
    """Six products across, nothing cut off at the side, no buttons."""
    page = visit(f"{rich[1]}vi/compare/?compare={','.join(first_ids(rich[0], 6))}", color_scheme="dark")
    ready(page)
    data = page.pdf(path=tmp_path / "compare.pdf", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", data)) <= SHEETS_AT_MOST
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1040, "height": 700})
    for part in (".cat-desk__bar", ".cat-pick", ".cat-header"):
        assert 0 == page.locator(f"{part} >> visible=true").count()
    assert page.locator("table.cat-compare").evaluate("one => one.scrollWidth <= one.parentElement.clientWidth + 1")


def test_every_stated_fact_is_there(web: Web, visit: Visit) -> None:
    """Of a record that states everything, in its language and marked where it is the catalogue's own translation."""
    page = ready(visit(f"{web.full}en/compare/?compare={FULL},{MINIMAL},{GRACE}"))
    text = page.locator("table.cat-compare").inner_text()
    for fact in ("44/QĐ-BNNMT", "0902.10; 0902.30", "VN-TNOR-0001", "Nhãn Mẫu", "08938505974194", "xã Tân Cương mới"):
        assert fact in text
    expect(page.locator("td span[lang=vi]", has_text="44/QĐ-BNNMT")).to_have_count(1)
    assert "not stated" in text
    assert "hoi-hang@" not in text


@pytest.mark.parametrize("width", [PHONE, 1440])
@pytest.mark.parametrize("state", ["three", "differing", "one", "none"])
def test_axe_finds_nothing_serious(state: str, width: int, rich: tuple[Site, str], visit: Visit) -> None:
    """In every state, in both schemes."""
    number = {"three": 3, "differing": 3, "one": 1, "none": 0}[state]
    ids = ",".join(first_ids(rich[0], number))
    page = ready(visit(f"{rich[1]}en/compare/?compare={ids}", width=width, color_scheme="light"))
    if state == "differing":
        page.get_by_role("checkbox").check()
        page.locator("[data-remove]").first.click()
        expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert [] == serious(page, ALL_RULES)
    page.emulate_media(color_scheme="dark")
    assert [] == serious(page, COLOUR_RULES)
