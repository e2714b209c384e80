"""The browse page by mouse: facets, ranges, chips, orders, views, pages, and an address that says all of it."""

import re
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, Web
from tests.real_site import Site
from tests.search.brute import offers

pytestmark = pytest.mark.browser
WIDE = 1440
PAGE = 24
CARDS = ".cat-browse article.cat-card"
COUNT = ".cat-browse__count"
Rich = tuple[Site, str]


def number(page: Page) -> int:
    """How many products the page says it found."""
    return int(re.sub(r"\D", "", page.locator(COUNT).inner_text().split("“")[0]))


def rows(page: Page) -> list[str]:
    """The products shown, by id, in their order."""
    page.wait_for_function("() => !document.querySelector('.cat-browse__wait')")
    found: list[str] = page.locator(".cat-browse__list [data-product]").evaluate_all(
        "all => all.map((one) => one.dataset.product)"
    )
    return found


def facet(page: Page, key: str) -> Locator:
    """The section of a facet, opened."""
    section = page.locator(f"[data-facet={key}]")
    if section.get_attribute("open") is None:
        section.locator("summary").click()
    if section.locator(".cat-facet__more[aria-expanded=false]").is_visible():
        section.locator(".cat-facet__more").click()
    return section


def value(page: Page, key: str, label: str) -> Locator:
    """The box of a value."""
    exact = re.compile(rf"^{re.escape(label)}\s*[\d.]*$")
    return facet(page, key).locator("label").filter(has_text=exact).locator("input")


def counts(page: Page, key: str) -> dict[str, int]:
    """The numbers beside the values of a facet."""
    lines = facet(page, key).locator("label").all_inner_texts()
    pairs = (line.strip().rpartition("\n") for line in lines)
    return {name.strip(): int(told.replace(".", "")) for name, _, told in pairs}


def open_page(visit: Visit, address: str, width: int = WIDE) -> Page:
    """The browse page with its results."""
    page = visit(address, width=width, height=900)
    page.locator(COUNT).wait_for()
    return page


def test_all_products_come_first(web: Web, visit: Visit) -> None:
    """In the order of standing, a page of cards at a time, as many as the catalogue has."""
    page = open_page(visit, web.real + "vi/products/")
    assert len(web.site.products) == number(page)
    assert PAGE == len(rows(page))
    expect(page.locator(".cat-a-z")).to_be_hidden()


def test_any_of_a_facet_and_all_across_facets(web: Web, visit: Visit) -> None:
    """Counted over the open data; a facet's own choice is left out of its own counts."""
    held = ("valid", "expiring", "grace", "undated")
    rated = [one for one in web.site.products if one["standing"]["state"] in held]
    stars = Counter(one["standing"]["stars"] for one in rated)
    page = open_page(visit, web.real + "vi/products/")
    value(page, "stars", "5 sao").check()
    expect(page.locator(COUNT)).to_have_text(f"{stars[5]} sản phẩm")
    value(page, "stars", "4 sao").check()
    expect(page.locator(COUNT)).to_have_text(f"{stars[5] + stars[4]} sản phẩm")
    value(page, "standing", "Còn hiệu lực").check()
    valid = [one for one in rated if one["standing"]["state"] == "valid" and one["standing"]["stars"] in (4, 5)]
    expect(page.locator(COUNT)).to_have_text(f"{len(valid)} sản phẩm")
    in_force = Counter(one["standing"]["stars"] for one in rated if one["standing"]["state"] == "valid")
    page.wait_for_timeout(300)
    told = counts(page, "stars")
    assert {f"{level} sao": in_force[level] for level in (5, 4, 3) if f"{level} sao" in told} == told
    assert "?f.standing=valid&f.stars=" in page.url


def test_values_that_give_nothing_are_grey_and_stay(web: Web, visit: Visit) -> None:
    """They are reached and told, but a press changes nothing."""
    page = open_page(visit, web.real + "vi/products/?f.standing=proposed")
    box = value(page, "stars", "5 sao")
    expect(box).to_have_attribute("aria-disabled", "true")
    expect(box).to_be_visible()
    before = page.url
    box.click(force=True)
    expect(box).not_to_be_checked()
    assert before == page.url


def test_the_address_says_everything(rich: Rich, visit: Visit) -> None:
    """Opened in a clean browser it gives the same rows, choices, order and view."""
    page = open_page(visit, rich[1] + "vi/products/")
    page.locator(".cat-header input[type=search]").fill("trà")
    expect(page.locator(COUNT)).to_contain_text("“trà”")
    value(page, "stars", "4 sao").check()
    page.locator(".cat-browse__sort select").select_option("name")
    page.locator(".cat-browse__views button").nth(1).click()
    expect(page.locator("table.cat-rows")).to_be_visible()
    shown = rows(page)
    again = open_page(visit, page.url)
    assert shown == rows(again)
    expect(again.locator(".cat-header input[type=search]")).to_have_value("trà")
    expect(value(again, "stars", "4 sao")).to_be_checked()
    expect(again.locator(".cat-browse__sort select")).to_have_value("name")
    expect(again.locator(".cat-browse__views button").nth(1)).to_have_attribute("aria-pressed", "true")


def test_back_and_forward_repeat_every_step(web: Web, visit: Visit) -> None:
    """Typing a word is one step, each choice another."""
    page = open_page(visit, web.real + "en/products/")
    everything = rows(page)
    page.locator(".cat-header input[type=search]").press_sequentially("tea", delay=40)
    expect(page.locator(COUNT)).to_contain_text("“tea”")
    tea = rows(page)
    value(page, "stars", "5 stars").check()
    expect(page.locator(".cat-chip").nth(1)).to_contain_text("5 stars")
    page.wait_for_timeout(200)
    stars = rows(page)
    page.go_back()
    expect(page.locator(".cat-chip")).to_have_count(1)
    assert tea == rows(page)
    page.go_back()
    expect(page.locator(COUNT)).to_have_text(f"{len(web.site.products)} products")
    assert everything == rows(page)
    expect(page.locator(".cat-header input[type=search]")).to_have_value("")
    page.go_forward()
    page.go_forward()
    expect(page.locator(".cat-chip").nth(1)).to_contain_text("5 stars")
    assert stars == rows(page)


def test_pages_have_addresses(web: Web, visit: Visit) -> None:
    """Links that open in a new tab too; after a turn the results have the focus and the top of the window."""
    page = open_page(visit, web.real + "vi/products/")
    first = rows(page)
    link = page.locator(".cat-browse .cat-pages a[rel=next]")
    assert (link.get_attribute("href") or "").endswith("/vi/products/?page=2")
    link.click()
    expect(page).to_have_url(re.compile(r"\?page=2$"))
    expect(page.locator(COUNT)).to_be_focused()
    second = rows(page)
    assert not set(first) & set(second)
    assert second == rows(open_page(visit, web.real + "vi/products/?page=2"))
    page.go_back()
    expect(page.locator(".cat-browse .cat-pages [aria-current]")).to_have_text("1")
    assert first == rows(page)


def test_a_page_past_the_end_is_the_last(web: Web, visit: Visit) -> None:
    """An old link still shows something."""
    page = open_page(visit, web.real + "vi/products/?page=900")
    last = -(-len(web.site.products) // PAGE)
    expect(page.locator(".cat-browse .cat-pages [aria-current]")).to_have_text(str(last))


def test_chips_are_taken_away_one_by_one(web: Web, visit: Visit) -> None:
    """The focus goes to the chip that takes its place, and after the last to the results."""
    page = open_page(visit, web.real + "vi/products/?q=trà&f.stars=5,4")
    chips = page.locator(".cat-chip:not(.cat-chip--clear)")
    expect(chips).to_have_text(["“trà”", "5 sao", "4 sao"])
    page.get_by_role("button", name="Bỏ “trà”").click()
    expect(chips).to_have_text(["5 sao", "4 sao"])
    expect(chips.first).to_be_focused()
    chips.first.press("Enter")
    expect(chips).to_have_text(["4 sao"])
    chips.first.press("Enter")
    expect(chips).to_have_count(0)
    expect(page.locator(COUNT)).to_be_focused()
    expect(page).to_have_url(web.real + "vi/products/")


def test_all_chips_go_at_once(web: Web, visit: Visit) -> None:
    """Order and view stay."""
    page = open_page(visit, web.real + "vi/products/?q=trà&f.stars=5&sort=name&view=table")
    page.locator(".cat-chip--clear").click()
    expect(page).to_have_url(web.real + "vi/products/?sort=name&view=table")
    expect(page.locator(COUNT)).to_have_text(f"{len(web.site.products)} sản phẩm")


def test_a_filter_understood_from_the_words_is_a_chip(web: Web, visit: Visit) -> None:
    """It narrows like the facet, whose box is ticked; taken away by either, its words go and others stay."""
    page = open_page(visit, web.real + "vi/products/?q=4-5+sao+trà")
    chosen = number(open_page(visit, web.real + "vi/products/?q=trà&f.stars=4,5"))
    assert chosen == number(page)
    boxes = page.locator("[data-facet=stars] input")
    assert [True, True, False] == [box.is_checked() for box in boxes.all()]
    page.locator(".cat-chip--understood").last.click()
    expect(page).to_have_url(re.compile(r"\?q=tr%C3%A0&f\.stars=4$"))
    expect(page.locator(".cat-chip:not(.cat-chip--clear)")).to_have_text(["“trà”", "4 sao"])
    page.goto(web.real + "vi/products/?q=5+sao")
    boxes.first.click()
    expect(page.locator(".cat-chip")).to_have_count(0)
    expect(page.locator(COUNT)).to_have_text(f"{len(web.site.products)} sản phẩm")


def test_a_place_that_is_no_filter_any_more_is_searched_for(web: Web, visit: Visit) -> None:
    """Products of other provinces may be called after it."""
    page = open_page(visit, web.real + "vi/products/?q=Hòa+Bình")
    page.locator(".cat-chip--understood").click()
    expect(page.locator(".cat-chip")).to_have_text(["“Hòa Bình”"])
    assert number(page) > 0


def test_a_single_word_can_be_left_out(web: Web, visit: Visit) -> None:
    """The one that nothing has, not the whole query."""
    page = open_page(visit, web.real + "vi/products/?q=cà+phê+xyzzyq")
    way = page.locator(".cat-browse__ways-on button")
    expect(way).to_have_text([re.compile("^Bỏ “xyzzyq”, còn")])
    way.click()
    expect(page).to_have_url(web.real + "vi/products/?q=c%C3%A0+ph%C3%AA")
    expect(page.locator(CARDS).first).to_be_visible()
    assert number(page) > 0


def test_unknown_words_are_named_and_ways_on_offered(web: Web, visit: Visit) -> None:
    """Nothing is dropped silently, nothing ends here."""
    page = open_page(visit, web.real + "vi/products/?q=xyzzyq&f.stars=5")
    expect(page.locator(".cat-browse__notes")).to_have_text("Không sản phẩm nào có “xyzzyq”.")
    assert 0 == number(page)
    way = page.locator(".cat-browse__ways-on button")
    expect(way).to_have_count(1)
    expect(way).to_contain_text("Bỏ “xyzzyq”")
    expect(page.locator(".cat-browse .cat-empty a")).to_have_attribute("href", re.compile("/about/buy/$"))
    way.click()
    expect(page).to_have_url(web.real + "vi/products/?f.stars=5")
    expect(page.locator(CARDS).first).to_be_visible()


def test_a_typing_mistake_is_told(web: Web, visit: Visit) -> None:
    """What was typed, and what is shown instead."""
    page = open_page(visit, web.real + "en/products/?q=cofee")
    expect(page.locator(".cat-browse__notes")).to_have_text("No product has “cofee”; showing “coffee”.")
    assert 0 < number(page)


def test_matches_are_marked_on_the_original_text(web: Web, visit: Visit) -> None:
    """Typed without marks, marked with them."""
    page = open_page(visit, web.real + "vi/products/?q=ca+phe")
    expect(page.locator(f"{CARDS} h3 mark").first).to_have_text(re.compile("^(Cà|Cà phê)$"))


def test_on_a_phone_lines_tell_only_what_is_stated(rich: tuple[Site, str], visit: Visit) -> None:
    """A dash for everything else would be most of the page."""
    page = open_page(visit, rich[1] + "vi/products/?view=table", 360)
    labels = page.locator("table.cat-rows td[data-column]:visible")
    assert labels.count() > 0
    assert [] == [text for text in labels.all_inner_texts() if text.startswith("–")]


def table_column(page: Page, key: str) -> list[str]:
    """The cells of a column of the table view."""
    return [text.replace("–\nkhông nêu", "").strip() for text in page.locator(f"[data-column={key}]").all_inner_texts()]


def test_orders_put_products_without_the_key_at_the_end(rich: Rich, visit: Visit) -> None:
    """Every product stays, in whatever order."""
    address = rich[1] + "vi/products/?view=table&sort=minimum_order"
    page = open_page(visit, address)
    total = number(page)
    last = -(-total // PAGE)
    assert all(table_column(page, "minimum_order")[:3])
    end = open_page(visit, f"{address}&page={last}")
    assert not any(table_column(end, "minimum_order"))
    for sort in ("standing", "stars", "expiry", "name", "newest"):
        assert total == number(open_page(visit, f"{rich[1]}vi/products/?sort={sort}"))


def prices(product: dict[str, Any]) -> list[tuple[str, float]]:
    """Currency and highest amount of each price that holds."""
    return [(one["currency"], one.get("high", one.get("low"))) for one in offers(product)]


def test_a_range_takes_its_unit_and_what_is_not_stated(rich: Rich, visit: Visit) -> None:
    """Counted over the open data; products without a price that holds are left out, taken in, or shown alone."""
    site, address = rich
    stated = [prices(one) for one in site.products if prices(one)]
    dear = [one for one in stated if any(top >= 100_000 for currency, top in one if currency == "VND")]
    page = open_page(visit, address + "vi/products/?view=table")
    page.locator("[data-range=price] summary").click()
    box = page.locator("[data-range=price]")
    box.get_by_label("Đơn vị").select_option("VND")
    box.get_by_label("Từ").fill("100.000")
    box.get_by_label("Từ").press("Enter")
    expect(page.locator(".cat-chip")).to_have_text(["Giá: từ 100.000 VND"])
    assert len(dear) == number(page)
    box.get_by_label(re.compile("không nêu")).select_option("with")
    expect(page.locator(".cat-chip")).to_have_text(["Giá: từ 100.000 VND, hoặc không nêu"])
    assert len(dear) + len(site.products) - len(stated) == number(page)
    box.get_by_label(re.compile("không nêu")).select_option("only")
    expect(page.locator(".cat-chip")).to_have_text(["Giá: không nêu"])
    assert all("đã hết hạn" in price for price in table_column(page, "price") if price)
    assert len(site.products) - len(stated) == number(page)


def test_an_amount_that_is_no_number_is_told(rich: Rich, visit: Visit) -> None:
    """The field says so, and nothing is narrowed."""
    page = open_page(visit, rich[1] + "vi/products/")
    page.locator("[data-range=price] summary").click()
    field = page.locator("[data-range=price]").get_by_label("Từ")
    field.fill("nhiều")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".cat-chip")).to_have_count(0)


def test_what_is_compared_stays_in_the_address(web: Web, visit: Visit) -> None:
    """Choices of the results and of the desk stand beside each other; a change of the desk is no step back."""
    chosen = ",".join(one["id"] for one in web.site.products[:2])
    page = open_page(visit, f"{web.real}vi/products/?compare={chosen}")
    value(page, "stars", "5 sao").check()
    expect(page).to_have_url(f"{web.real}vi/products/?f.stars=5&compare={chosen}")
    page.evaluate("document.dispatchEvent(new CustomEvent('catalogue:selection', { detail: { compare: [] } }))")
    expect(page).to_have_url(f"{web.real}vi/products/?f.stars=5")
    page.go_back()
    expect(page.locator(".cat-chip")).to_have_count(0)


def test_the_results_are_printed_alone(web: Web, visit: Visit) -> None:
    """Number, chips and cards; nothing that is only for a screen."""
    page = open_page(visit, web.real + "vi/products/?f.stars=5")
    page.emulate_media(media="print")
    for hidden in (".cat-browse__side", ".cat-browse__sort", ".cat-browse__views", ".cat-browse__ways"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(COUNT)).to_be_visible()
    expect(page.locator(".cat-chip").first).to_be_visible()
    expect(page.locator(CARDS).first).to_be_visible()
