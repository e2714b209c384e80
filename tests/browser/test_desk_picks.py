"""Buttons on cards, in tables and on a product's page: they keep what was chosen, and say so."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.desk import KEPT, Desk, Press, desk, press, ready, width
from tests.browser.test_accessibility import ALL_RULES, serious

__all__ = ["desk", "press", "width"]
pytestmark = pytest.mark.browser
SMALLEST_TARGET = 24
SAVE, COMPARE = "[data-pick=save]", "[data-pick=compare]"
REFUSE = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
FORBID = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"


def cards(page: Page) -> int:
    """How many cards the page shows."""
    return page.locator("article.cat-card").count()


def test_every_card_has_both_buttons_beside_its_link(desk: Desk, width: int) -> None:
    """After the link in the order of the keyboard, outside of it, large enough, named after the product."""
    page = desk.open("vi/export/", width)
    for way in (SAVE, COMPARE):
        assert cards(page) == page.locator(f"article.cat-card {way}").count()
    assert 0 == page.locator("a button, button a").count()
    card = page.locator("article.cat-card").first
    order = card.locator("a, button").evaluate_all("all => all.map((one) => one.dataset.pick || 'link')")
    assert ["link", "save", "compare"] == order
    name = card.locator("a").inner_text()
    expect(card.locator(SAVE)).to_have_accessible_name(f"Lưu {name}")
    expect(card.locator(COMPARE)).to_have_accessible_name(f"So sánh {name}")
    boxes = [one.bounding_box() for one in card.locator("button").all()]
    assert [] == [box for box in boxes if not box or min(box["width"], box["height"]) < SMALLEST_TARGET]


def test_a_card_is_pressed_without_opening_it(desk: Desk, width: int, press: Press) -> None:
    """The button tells that it is pressed, the header counts, the next page still knows; a second press undoes it."""
    page = desk.open("vi/export/", width)
    address = page.url
    count = page.locator("#cat-list-count")
    expect(count).to_be_hidden()
    button = page.locator(SAVE).first
    expect(button).to_have_attribute("aria-pressed", "false")
    press(button)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(count).to_have_text("1")
    assert address == page.url
    page.goto(desk.at("en/home-market/"))
    expect(page.locator("#cat-list-count")).to_have_text("1")
    page.goto(desk.at("vi/export/"))
    expect(button).to_have_attribute("aria-pressed", "true")
    press(button)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(count).to_be_hidden()


def test_the_bar_leads_to_the_comparison(desk: Desk, width: int, press: Press) -> None:
    """From two products on; it is announced; its address names them."""
    page = desk.open("vi/export/", width)
    ids = page.locator(COMPARE).evaluate_all("all => all.slice(0, 2).map((one) => one.dataset.id)")
    press(page.locator(COMPARE).nth(0))
    bar = page.locator(".cat-tray")
    expect(bar.get_by_role("status")).to_contain_text("1 sản phẩm để so sánh. Chọn thêm")
    expect(bar.get_by_role("link")).to_have_count(0)
    press(page.locator(COMPARE).nth(1))
    expect(bar.get_by_role("status")).to_have_text("2 sản phẩm để so sánh")
    page.locator("#main").focus()
    press(bar.get_by_role("link", name="Xem bảng so sánh"))
    ready(page)
    assert page.url.endswith(f"?compare={','.join(ids)}")
    expect(page.locator("thead th[scope=col]")).to_have_count(3)
    expect(page.locator(".cat-tray")).to_have_count(0)


def test_the_seventh_product_is_refused_in_words(desk: Desk) -> None:
    """It stays unpressed, and the bar says why; taking one out makes room."""
    page = desk.open("vi/export/")
    for number in range(7):
        page.locator(COMPARE).nth(number).click()
    expect(page.locator(COMPARE).nth(6)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".cat-tray [role=status]")).to_contain_text("nhiều nhất 6 sản phẩm")
    page.locator(COMPARE).nth(0).click()
    page.locator(COMPARE).nth(6).click()
    expect(page.locator(COMPARE).nth(6)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".cat-tray [role=status]")).to_have_text("6 sản phẩm để so sánh")


def test_the_bar_can_be_cleared(desk: Desk, press: Press) -> None:
    """All buttons are released, and the focus is not lost."""
    page = desk.open("en/export/")
    page.locator(COMPARE).nth(0).click()
    page.locator("#main").focus()
    press(page.locator(".cat-tray").get_by_role("button", name="Clear"))
    expect(page.locator(".cat-tray")).to_be_hidden()
    expect(page.locator(f"{COMPARE}[aria-pressed=true]")).to_have_count(0)
    assert "main" == page.evaluate("document.activeElement.id")


def test_a_products_page_offers_all_three(desk: Desk, width: int) -> None:
    """Enquiry, list and comparison, each about this product; on a phone the enquiry stays in reach."""
    product = desk.ids(1)[0]
    page = desk.open(f"vi/p/{product}/", width)
    picks = page.locator(".cat-picks--page")
    expect(picks.get_by_role("button", name="Lưu")).to_be_visible()
    picks.get_by_role("button", name="So sánh").click()
    picks.get_by_role("button", name="Lưu").click()
    kept = page.evaluate(KEPT)
    assert [[product], [product]] == [kept["compare"], [item["id"] for item in kept["lists"][0]["items"]]]
    assert page.locator(".cat-reach a").get_attribute("href") == picks.get_by_role("link").get_attribute("href")
    picks.get_by_role("link", name="Soạn thư hỏi hàng").click()
    ready(page)
    assert page.url.endswith(f"/vi/enquiry/{'' if desk.place == 'http' else 'index.html'}?product={product}")
    expect(page.locator(".cat-ask__product")).to_have_count(1)


def test_what_a_link_names_is_chosen_on_the_browse_page(desk: Desk) -> None:
    """In a browser that knows nothing; the cards found there have the buttons too, also those of the table."""
    ids = desk.ids(3)
    page = desk.open(f"vi/products/?compare={','.join(ids)}")
    expect(page.locator(".cat-tray [role=status]")).to_have_text("3 sản phẩm để so sánh")
    expect(page.locator(f".cat-browse article.cat-card {SAVE}").first).to_be_visible()
    page.goto(desk.at("vi/products/?view=table"))
    expect(page.locator(f".cat-browse tr {COMPARE}").first).to_be_visible()
    expect(page.locator(".cat-tray [role=status]")).to_have_text("3 sản phẩm để so sánh")


def test_a_list_in_the_address_of_the_browse_page_can_be_opened(desk: Desk) -> None:
    """It stays in the address while the reader filters, and is not mixed into the reader's own."""
    ids = desk.ids(2)
    page = desk.open(f"en/products/?list=T%E1%BA%BFt~{','.join(ids)}")
    expect(page.locator(".cat-tray [role=status]")).to_have_text("This link brings the list “Tết”.")
    assert page.evaluate(KEPT) is None
    page.locator(".cat-tray").get_by_role("link", name="Open the list").click()
    ready(page)
    expect(page.locator(".cat-mine__title")).to_contain_text("Tết")
    expect(page.locator(".cat-mine__item")).to_have_count(2)


@pytest.mark.parametrize("storage", [REFUSE, FORBID], ids=["full", "forbidden"])
def test_without_storage_the_buttons_work_and_warn(desk: Desk, storage: str) -> None:
    """What is saved lasts until the page is left; the bar says so, and offers a link that carries it."""
    page = desk.visit(width=360, height=900)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(storage)
    page.goto(desk.at("vi/export/"))
    page.locator(SAVE).nth(0).click()
    page.locator(SAVE).nth(1).click()
    expect(page.locator("#cat-list-count")).to_have_text("2")
    expect(page.locator(".cat-tray [role=status]")).to_contain_text("sẽ mất khi bạn rời trang")
    page.locator(".cat-tray").get_by_role("link", name="Mở danh sách").click()
    ready(page)
    expect(page.locator(".cat-mine__item")).to_have_count(2)
    page.get_by_role("button", name="Lưu vào danh sách của tôi").click()
    expect(page.locator(".cat-desk__warning")).to_contain_text("Hãy chép liên kết")
    assert [] == said


def test_another_tab_follows(desk: Desk) -> None:
    """What is chosen in one tab shows in the others."""
    page = desk.open("vi/export/")
    other = page.context.new_page()
    other.goto(desk.at("vi/export/"))
    page.locator(SAVE).first.click()
    expect(other.locator(SAVE).first).to_have_attribute("aria-pressed", "true")
    expect(other.locator("#cat-list-count")).to_have_text("1")


def test_without_scripts_nothing_of_it_shows(rich: tuple[object, str], visit: Visit) -> None:
    """No button that does nothing; the pages of the desk say what to do instead."""
    page = visit(rich[1] + "vi/export/", java_script_enabled=False)
    for part in (".cat-pick", ".cat-mylist", ".cat-tray"):
        assert 0 == page.locator(part).locator("visible=true").count()
    for name in ("compare", "list", "enquiry"):
        page.goto(f"{rich[1]}vi/{name}/")
        expect(page.locator(".cat-desk__without")).to_be_visible()
        expect(page.locator(".cat-desk__without a").first).to_be_visible()
        expect(page.locator(".cat-desk__place")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_with_the_bar_open(rich: tuple[object, str], visit: Visit, scheme: str) -> None:
    """Pressed and released buttons, and the bar with its words."""
    page = visit(rich[1] + "vi/export/", width=360, color_scheme=scheme)
    page.locator(COMPARE).nth(0).click()
    page.locator(COMPARE).nth(1).click()
    page.locator(SAVE).nth(1).click()
    expect(page.locator(".cat-tray .cat-button")).to_be_visible()
    assert [] == serious(page, ALL_RULES)
