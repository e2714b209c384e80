"""The buyer's lists: kept here, named, sent as a link, taken along as files, printed."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from lxml import etree
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.desk import KEPT, Desk, Press, desk, first_ids, press, press_until, ready, width
from tests.browser.test_accessibility import ALL_RULES, COLOUR_RULES, serious
from tests.real_site import Site

__all__ = ["desk", "press", "width"]
pytestmark = pytest.mark.browser
ITEMS = ".cat-mine__item"
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
SET_UP = """(kept) => localStorage.setItem("cat-desk", JSON.stringify(kept))"""


def kept(*lists: tuple[str, list[str]], compare: tuple[str, ...] = ()) -> dict[str, object]:
    """What the browser keeps: named lists of products; the first one is current."""
    made = [
        {"id": str(number), "name": name, "items": [{"id": one, "quantity": "", "note": ""} for one in ids]}
        for number, (name, ids) in enumerate(lists, 1)
    ]
    return {"current": "1", "lists": made, "compare": list(compare)}


def lists(desk: Desk, content: dict[str, object], width: int = 1440, language: str = "vi") -> Page:
    """The page of lists in a browser that keeps `content`."""
    page = desk.open(f"{language}/list/", width)
    page.evaluate(SET_UP, content)
    page.reload()
    return ready(page)


def shown(page: Page) -> list[str]:
    """The products of the list shown, by id."""
    found: list[str] = page.locator(ITEMS).evaluate_all("all => all.map((one) => one.dataset.item)")
    return found


def button(page: Page, name: str) -> Locator:
    """A button of the page by its whole name."""
    return page.locator("[data-desk]").get_by_role("button", name=name, exact=True)


def test_quantities_and_notes_stay(desk: Desk, width: int) -> None:
    """Written beside a product, they are there after a reload and in the other language."""
    page = lists(desk, kept(("", desk.ids(3))), width)
    page.get_by_label("Số lượng").nth(1).fill("200 thùng")
    page.get_by_label("Ghi chú").nth(1).fill("mẫu trước Tết")
    page.keyboard.press("Tab")
    page.locator("a.cat-language").click()
    ready(page)
    expect(page.get_by_label("Quantity").nth(1)).to_have_value("200 thùng")
    expect(page.get_by_label("Note").nth(1)).to_have_value("mẫu trước Tết")
    expect(page.get_by_label("Quantity").nth(0)).to_have_value("")


def test_lists_are_made_named_chosen_and_deleted(desk: Desk, width: int, press: Press) -> None:
    """Each step says what it did; deleting can be undone; names are not given twice."""
    page = lists(desk, kept(("", desk.ids(2))), width)
    told, choice = page.locator(".cat-desk__told"), page.get_by_role("combobox", name="Danh sách")
    press(button(page, "Danh sách mới"))
    expect(page.get_by_label("Tên danh sách")).to_be_focused()
    page.keyboard.type("Tết 2027")
    page.keyboard.press("Enter")
    expect(told).to_contain_text("Đã tạo “Tết 2027”")
    expect(page.get_by_role("heading", name="Danh sách chưa có sản phẩm")).to_be_visible()
    press(button(page, "Danh sách mới"))
    page.keyboard.type("Tết 2027")
    page.keyboard.press("Enter")
    expect(choice.locator("option:checked")).to_have_text("Tết 2027 (2) (0)")
    press(button(page, "Đổi tên"))
    page.keyboard.type("Đức")
    press(button(page, "Lưu tên"))
    expect(told).to_have_text("Đã đổi tên thành “Đức”.")
    press(button(page, "Đổi tên"))
    page.keyboard.press("Escape")
    expect(choice).to_be_focused()
    choice.select_option(label="Danh sách của tôi (2)")
    assert desk.ids(2) == shown(page)
    press(button(page, "Xóa danh sách"))
    expect(told).to_contain_text("Đã xóa “Danh sách của tôi”.")
    expect(choice.locator("option")).to_have_count(2)
    press_until(page, button(page, "Hoàn tác"))
    page.keyboard.press("Enter")
    expect(page.locator(ITEMS)).to_have_count(2)
    assert desk.ids(2) == shown(page)


def test_a_product_is_taken_off_and_put_back(desk: Desk, press: Press) -> None:
    """With what was written beside it; the header counts along; the focus stays near."""
    page = lists(desk, kept(("", desk.ids(3))))
    page.get_by_label("Ghi chú").nth(0).fill("giữ")
    page.keyboard.press("Tab")
    press(page.locator(ITEMS).nth(0).get_by_role("button", name="Bỏ"))
    expect(page.locator("#cat-list-count")).to_have_text("2")
    expect(page.locator(f"{ITEMS} .cat-mine__remove").first).to_be_focused()
    press_until(page, button(page, "Hoàn tác"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(ITEMS)).to_have_count(3)
    assert desk.ids(3) == shown(page)
    expect(page.get_by_label("Ghi chú").nth(0)).to_have_value("giữ")


def test_a_link_carries_name_and_products_to_a_clean_browser(desk: Desk, width: int, press: Press) -> None:
    """It shows them without keeping anything; they become a list of one's own on demand, beside those one has."""
    page = lists(desk, kept(("Tết & Đức ~ 100%", desk.ids(3))))
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator("[data-desk]").get_by_role("button", name="Chép liên kết").click()
    expect(page.locator(".cat-desk__told")).to_contain_text("Đã chép liên kết")
    link = page.evaluate("window.copied")
    assert link.startswith(desk.web if desk.place == "http" else "https://catalogue.example/vi/list/?list=")
    clean = desk.open("vi/list/?" + link.partition("?")[2], width)
    assert desk.ids(3) == shown(clean)
    expect(clean.locator(".cat-mine__title")).to_contain_text("Tết & Đức ~ 100%")
    expect(clean.get_by_label("Số lượng")).to_have_count(0)
    assert clean.evaluate(KEPT) is None
    press(button(clean, "Lưu vào danh sách của tôi"))
    expect(clean.locator(".cat-desk__told")).to_have_text("Đã lưu “Tết & Đức ~ 100%”.")
    expect(clean.get_by_label("Số lượng")).to_have_count(3)
    assert "list=" not in clean.url
    assert ["Tết & Đức ~ 100%"] == [one["name"] for one in clean.evaluate(KEPT)["lists"]]


def test_a_product_that_is_gone_is_said_to_be(desk: Desk) -> None:
    """It keeps its place and can be taken off."""
    page = lists(desk, kept(("", ["khong-con-nua", *desk.ids(1)])))
    expect(page.locator(ITEMS).first).to_contain_text("khong-con-nua")
    expect(page.locator(ITEMS).first).to_contain_text("Không còn trong danh mục")
    page.locator(ITEMS).first.get_by_role("button", name="Bỏ").click()
    expect(page.locator(ITEMS)).to_have_count(1)


def test_files_say_what_the_page_says(desk: Desk, tmp_path: Path) -> None:
    """CSV and workbook hold the same rows, in the words of the page and with what was just written."""
    page = lists(desk, kept(("Tết 2027", desk.ids(3))), language="en")
    page.get_by_label("Quantity").nth(0).fill("=2+3")
    page.keyboard.press("Tab")
    found = {}
    for label, name in (("Download CSV", "tet-2027.csv"), ("Download Excel", "tet-2027.xlsx")):
        with page.expect_download() as download:
            button(page, label).click()
        assert name == download.value.suggested_filename
        download.value.save_as(tmp_path / name)
        found[name] = (tmp_path / name).read_bytes()
    rows = list(csv.reader(io.StringIO(found["tet-2027.csv"].decode("utf-8-sig"), newline="")))
    assert found["tet-2027.csv"].startswith(b"\xef\xbb\xbf")
    with ZipFile(io.BytesIO(found["tet-2027.xlsx"])) as archive:
        cells = [
            "".join(one.itertext()) for one in etree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(CELL)
        ]
    assert [["'=2+3" if cell == "=2+3" else cell for cell in cells]] == [[cell for row in rows for cell in row]]
    assert ["Product", "Other name", "Quantity", "Note", "Stars"] == rows[0][:5]
    assert ["'=2+3", "", ""] == [row[2] for row in rows[1:]]
    assert [page.locator(".cat-mine__name").nth(number).inner_text() for number in range(3)] == [
        row[0] for row in rows[1:]
    ]
    origin = desk.web if desk.place == "http" else "https://catalogue.example/"
    assert [f"{origin}en/p/{product}/" for product in desk.ids(3)] == [row[-1] for row in rows[1:]]
    assert [page.locator(f"{ITEMS} .cat-badge span").nth(number).inner_text() for number in range(3)] == [
        row[4] for row in rows[1:]
    ]


def test_a_list_leads_to_comparison_and_enquiry(desk: Desk) -> None:
    """With all its products; more than six cannot be compared at once, but some of them can be chosen."""
    page = lists(desk, kept(("", desk.ids(3))))
    page.get_by_role("link", name="So sánh các sản phẩm này").click()
    ready(page)
    expect(page.locator("[data-remove]")).to_have_count(3)
    page.go_back()
    ready(page)
    page.get_by_role("link", name="Hỏi hàng cả danh sách").click()
    ready(page)
    expect(page.locator(".cat-ask__product")).to_have_count(3)
    page = lists(desk, kept(("", desk.ids(7))))
    expect(page.get_by_role("link", name="So sánh các sản phẩm này")).to_have_count(0)
    page.locator(f"{ITEMS} [data-pick=compare]").nth(0).click()
    page.locator(f"{ITEMS} [data-pick=compare]").nth(6).click()
    expect(page.locator(".cat-tray [role=status]")).to_have_text("2 sản phẩm để so sánh")


def test_it_prints_with_what_was_written(desk: Desk) -> None:
    """Quantities and notes as text, no fields, no buttons."""
    page = lists(desk, kept(("Tết", desk.ids(2))))
    page.get_by_label("Số lượng").nth(0).fill("200 thùng")
    page.emulate_media(media="print")
    expect(page.locator(".cat-mine__printed", has_text="200 thùng")).to_be_visible()
    expect(page.locator(".cat-mine__title", has_text="Tết")).to_be_visible()
    for part in ("input", ".cat-button", ".cat-pick", ".cat-header"):
        assert 0 == page.locator(f"{part} >> visible=true").count(), part


def test_nothing_leaves_the_browser(desk: Desk) -> None:
    """Working with a list asks for files of the site only, and never tells them what is in it."""
    page = lists(desk, kept(("", desk.ids(2))))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote(request.url)))
    page.get_by_label("Ghi chú").nth(0).fill("bí mật")
    page.keyboard.press("Tab")
    button(page, "Đổi tên").click()
    page.keyboard.type("kín")
    page.keyboard.press("Enter")
    page.reload()
    ready(page)
    start = desk.web if desk.place == "http" else "file://"
    assert [] == [url for url in asked if not url.startswith((start, "data:"))]
    assert [] == [url for url in asked if re.search("bí mật|kín|\\?", url)]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("state", ["full", "empty", "naming", "shared", "gone"])
def test_axe_finds_nothing_serious(state: str, width: int, rich: tuple[Site, str], visit: Visit) -> None:
    """In every state, in both schemes."""
    first = first_ids(rich[0], 3)
    query = f"?list=T%E1%BA%BFt~{','.join(first)}" if state == "shared" else ""
    page = visit(f"{rich[1]}vi/list/{query}", width=width, color_scheme="light")
    ids = {"empty": [], "gone": ["khong-con", *first]}.get(state, first)
    if state != "shared":
        page.evaluate(SET_UP, kept(("Tết", ids)))
        page.reload()
    ready(page)
    if state == "naming":
        button(page, "Đổi tên").click()
    assert [] == serious(page, ALL_RULES)
    page.emulate_media(color_scheme="dark")
    assert [] == serious(page, COLOUR_RULES)
