"""The browse page when things go wrong, on a phone, with the keyboard alone, from a disk, and with the network off."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Web
from tests.browser.test_accessibility import ALL_RULES, COLOUR_RULES, SHOW_ALL, serious
from tests.browser.test_browse_page import CARDS, COUNT, facet, number, open_page, rows, value
from tests.browser.test_layout import OBSERVE, SMALLEST_TARGET, TARGETS, overflow
from tests.browser.test_policy import LISTEN

pytestmark = pytest.mark.browser
PHONE, WIDE = 360, 1440
MOST_SHIFT = 0.05
STATES = {
    "cards": "",
    "table": "?view=table",
    "table of matches": "?view=table&q=trà&f.stars=5,4",
    "understood": "?q=5+sao+xuất+khẩu",
    "no results": "?q=xyzzyq&f.stars=5",
    "corrected": "?q=cofee",
    "by letters": "#a-z",
}
SHOWN = """() => document.documentElement.classList.contains("cat-by-letter")
  || document.querySelector(".cat-browse__bar")"""
INSIDE = "document.querySelector('dialog').contains(document.activeElement)"


def ready(page: Page) -> None:
    """Wait until the results and the counts are there."""
    page.wait_for_function(SHOWN)
    page.wait_for_timeout(250)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_serious_in_any_state(state: str, rich: tuple[object, str], visit: Visit) -> None:
    """WCAG 2.2 A and AA and best practice, on a phone and on a desk, in both schemes."""
    page = visit(f"{rich[1]}vi/products/{STATES[state]}", color_scheme="light")
    ready(page)
    page.evaluate(SHOW_ALL)
    for width in (PHONE, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert [] == serious(page, ALL_RULES), width
        page.emulate_media(color_scheme="dark")
        assert [] == serious(page, COLOUR_RULES), width


@pytest.mark.parametrize("state", STATES)
def test_states_fit_a_narrow_page_and_have_large_targets(state: str, rich: tuple[object, str], visit: Visit) -> None:
    """Nothing stands out at 320 px; targets are of 24 px at 360 and 1440."""
    page = visit(f"{rich[1]}en/products/{STATES[state]}", width=320)
    ready(page)
    assert (False, []) == overflow(page)
    for width in (PHONE, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        assert [] == page.evaluate(TARGETS, SMALLEST_TARGET)


@pytest.mark.parametrize("state", [*STATES, "drawer"])
def test_states_break_no_policy_and_log_nothing(state: str, web: Web, visit: Visit) -> None:
    """No violation, no message, no request that fails or leaves."""
    page = visit(width=PHONE if state == "drawer" else WIDE)
    page.add_init_script(LISTEN)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(f"{web.real}vi/products/{STATES.get(state, '')}")
    ready(page)
    if state == "drawer":
        page.locator(".cat-browse__open").click()
    assert [] == page.evaluate("window.violations")
    assert [] == said


def test_the_drawer_keeps_the_focus_and_closes_with_escape(web: Web, visit: Visit) -> None:
    """By keyboard alone: opened, a value chosen, closed; the focus comes back and the results have changed."""
    page = open_page(visit, web.real + "vi/products/", PHONE)
    expect(page.locator(".cat-facets")).to_be_hidden()
    opener = page.locator(".cat-browse__open")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Bộ lọc")).to_be_visible()
    for _ in range(80):
        page.keyboard.press("Tab")
        # The browser's own bar may come between the last stop and the first.
        assert page.evaluate(f"{INSIDE} || document.activeElement === document.body")
    box = value(page, "stars", "5 sao")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".cat-drawer__foot button")).to_have_text(re.compile(r"^Xem \d+ sản phẩm$"))
    expect(page.locator("dialog [role=status]")).to_have_text(re.compile(r"^\d+ sản phẩm$"))
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.locator(".cat-chip")).to_have_text(["5 sao"])
    expect(opener).to_contain_text("1")


def test_the_drawer_closes_by_its_buttons_and_beside_it(web: Web, visit: Visit) -> None:
    """The cross, "show products", and a press on the page behind."""
    page = open_page(visit, web.real + "vi/products/", 700)
    dialog = page.locator("dialog.cat-drawer")
    for close in (".cat-drawer__close", ".cat-drawer__foot button"):
        page.locator(".cat-browse__open").click()
        expect(dialog).to_be_visible()
        page.locator(close).click()
        expect(dialog).to_be_hidden()
    page.locator(".cat-browse__open").click()
    page.mouse.click(40, 400)
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_drawer(scheme: str, rich: tuple[object, str], visit: Visit) -> None:
    """With every section open."""
    page = visit(rich[1] + "en/products/?f.stars=5", width=PHONE, color_scheme=scheme)
    page.locator(".cat-browse__open").click()
    page.evaluate("document.querySelectorAll('details.cat-facet').forEach((one) => { one.open = true })")
    page.wait_for_timeout(300)
    assert [] == serious(page, ALL_RULES)
    assert [] == page.evaluate(TARGETS, SMALLEST_TARGET)


def test_everything_is_reached_with_the_keyboard(web: Web, visit: Visit) -> None:
    """From the search field on: words, a facet, the order, the table, the next page."""
    page = open_page(visit, web.real + "en/products/")
    page.locator(".cat-header input[type=search]").focus()
    page.keyboard.type("coffee")
    expect(page.locator(COUNT)).to_contain_text("“coffee”")
    page.keyboard.press("Enter")
    before = number(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-facet=stars] [aria-disabled=false]')"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".cat-chip").nth(1)).to_be_visible()
    assert number(page) <= before
    page.locator(".cat-browse__sort select").focus()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile("sort="))
    page.locator(".cat-browse__views button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("table.cat-rows")).to_be_visible()


def test_results_are_announced_politely(web: Web, visit: Visit) -> None:
    """The number, once the reader has paused."""
    page = open_page(visit, web.real + "vi/products/")
    status = page.locator(".cat-facets [role=status]")
    expect(status).to_have_text(f"{len(web.site.products)} sản phẩm")
    value(page, "stars", "5 sao").check()
    expect(status).not_to_have_text(f"{len(web.site.products)} sản phẩm")
    page.locator(".cat-header input[type=search]").fill("xyzzyq")
    expect(status).to_have_text("Không có sản phẩm nào khớp")


@pytest.mark.parametrize("broken", ["**/assets/browse.*.js", "**/search/vi/index.js", "**/search/vi/c-*"])
def test_a_part_that_cannot_be_loaded_is_told_and_tried_again(broken: str, web: Web, visit: Visit) -> None:
    """With the way to the list by letters, which needs nothing more."""
    page = visit(width=WIDE)
    page.route(broken, lambda route: route.abort())
    page.goto(web.real + "vi/products/")
    failed = page.locator(".cat-browse__failed")
    expect(failed).to_be_visible()
    failed.get_by_role("link").click()
    expect(page.locator(".cat-a-z article").first).to_be_visible()
    expect(page.locator(".cat-browse")).to_be_hidden()
    page.go_back()
    expect(failed).to_be_visible()
    page.unroute(broken)
    failed.get_by_role("button").click()
    expect(page.locator(COUNT)).to_have_text(f"{len(web.site.products)} sản phẩm")
    expect(failed).to_be_hidden()


@pytest.mark.parametrize("width", [PHONE, WIDE])
@pytest.mark.parametrize("query", ["", "?q=trà&f.stars=5,4&view=table", "?q=xyzzyq"])
def test_nothing_moves_while_the_results_come(query: str, width: int, web: Web, visit: Visit) -> None:
    """Also when every file of the search takes its time."""
    page = visit(width=width)
    page.add_init_script(OBSERVE)
    page.route(re.compile(r"/(search|assets)/.*\.js"), lambda route: (page.wait_for_timeout(60), route.continue_()))
    page.goto(web.real + "vi/products/" + query)
    ready(page)
    page.wait_for_timeout(400)
    assert page.evaluate("window.shift") <= MOST_SHIFT


def test_typing_moves_nothing_but_the_results(web: Web, visit: Visit) -> None:
    """The field keeps the focus and its place while the results change."""
    page = open_page(visit, web.real + "vi/products/", PHONE)
    field = page.locator(".cat-header input[type=search]")
    before = field.bounding_box()
    field.press_sequentially("ca phe", delay=60)
    expect(page.locator(COUNT)).to_contain_text("“ca phe”")
    expect(field).to_be_focused()
    assert before == field.bounding_box()


def test_it_works_from_a_disk(web: Web, visit: Visit) -> None:
    """Words, facets, pages, cards that lead on; back again."""
    start = (Path(web.site.folder) / "vi" / "products" / "index.html").as_uri()
    page = open_page(visit, start)
    assert len(web.site.products) == number(page)
    page.locator(".cat-header input[type=search]").fill("ca phe")
    expect(page.locator(COUNT)).to_contain_text("“ca phe”")
    value(page, "stars", "3 sao").check()
    expect(page.locator(".cat-chip").nth(1)).to_have_text("3 sao")
    shown = rows(page)
    assert shown
    again = open_page(visit, page.url)
    assert shown == rows(again)
    again.locator(f"{CARDS} h3 a").first.click()
    expect(again).to_have_url(re.compile(f"/vi/p/{shown[0]}/index.html$"))
    expect(again.locator("h1")).to_be_visible()
    again.go_back()
    expect(again.locator(".cat-chip").nth(1)).to_have_text("3 sao")


def test_it_works_with_the_network_off(web: Web, visit: Visit) -> None:
    """A small catalogue is fetched as a whole while nobody waits: then words never typed before answer too."""
    page = open_page(visit, web.real + "vi/products/?q=mat+ong")
    expect(value(page, "stars", "5 sao")).to_have_attribute("aria-disabled", re.compile("true|false"))
    shards = len(list((web.site.folder / "search" / "all").glob("w-*.js")))
    loaded = "performance.getEntriesByType('resource').filter((one) => one.name.includes('/search/all/w-')).length"
    page.wait_for_function(f"() => {loaded} === {shards}")
    page.wait_for_load_state("networkidle")
    found = number(page)
    page.context.set_offline(True)
    ask = "OCOP.engine().then((engine) => engine.search({ q: 'nước mắm' })).then((found) => found.total)"
    assert page.evaluate(ask) > 0
    level = facet(page, "stars").locator("[aria-disabled=false]").first
    level.check()
    expect(page.locator(".cat-chip").nth(1)).to_be_visible()
    assert 0 < number(page) <= found
    page.locator(".cat-chip").nth(1).click()
    expect(page.locator(".cat-chip")).to_have_count(1)
    page.locator(".cat-browse__views button").nth(1).click()
    expect(page.locator("table.cat-rows")).to_be_visible()
    assert found == number(page)


def test_the_list_by_letters_stays_within_reach(web: Web, visit: Visit) -> None:
    """With scripts it is a link away; its pages lead back to it, and it leads to every other way in."""
    page = open_page(visit, web.real + "vi/products/")
    expect(page.locator(CARDS).first).to_be_visible()  # the link stands below them
    page.locator(".cat-browse__a-z").click()
    expect(page.locator(".cat-a-z article").first).to_be_visible()
    expect(page.locator(".cat-browse")).to_be_hidden()
    for way in ("groups", "provinces", "stars", "certifications", "markets", "producers", "export"):
        expect(page.locator(f".cat-a-z .cat-chips a[href$='/{way}/']")).to_be_visible()
    page.locator(".cat-a-z a[rel=next]").click()
    expect(page).to_have_url(web.real + "vi/products/2/")
    page.locator("a[rel=prev]").click()
    expect(page).to_have_url(web.real + "vi/products/#a-z")
    expect(page.locator(".cat-a-z article").first).to_be_visible()
    page.locator(".cat-browse__back").click()
    expect(page.locator(COUNT)).to_be_visible()


def test_a_letter_leads_to_its_place(web: Web, visit: Visit) -> None:
    """From a later page to a letter on the first one."""
    page = visit(web.real + "vi/products/2/")
    page.locator(".cat-letters a").first.click()
    expect(page).to_have_url(re.compile("/vi/products/#letter-"))
    expect(page.locator(".cat-a-z h2.cat-section__title").first).to_be_in_viewport()


def test_without_scripts_it_is_the_list_by_letters(web: Web, visit: Visit) -> None:
    """Nothing waits for a script that never comes."""
    page = visit(web.real + "vi/products/?q=trà", java_script_enabled=False)
    expect(page.locator(".cat-browse")).to_be_hidden()
    expect(page.locator(".cat-browse__ways")).to_be_hidden()
    expect(page.locator(".cat-a-z article").first).to_be_visible()
    expect(page.locator("h1 ~ .cat-lead")).to_be_visible()


def test_more_values_are_shown_when_asked_for(web: Web, visit: Visit) -> None:
    """The most frequent provinces first, all of them in their order after a press."""
    page = open_page(visit, web.real + "vi/products/")
    section = page.locator("[data-facet=province]")
    expect(section.locator("li:visible")).to_have_count(8)
    more = section.locator(".cat-facet__more")
    expect(more).to_have_attribute("aria-expanded", "false")
    names = facet(page, "province").locator("li:visible").all_inner_texts()
    assert len(names) == section.locator("li").count()
    expect(more).to_have_text("Thu gọn")
