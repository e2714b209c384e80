"""The search field in the header of every page: a list that follows what is typed, by mouse and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, Web
from tests.browser.test_accessibility import ALL_RULES, serious
from tests.browser.test_layout import OBSERVE, SMALLEST_TARGET, TARGETS, overflow
from tests.browser.test_policy import LISTEN

pytestmark = pytest.mark.browser
PHONE, WIDE = 360, 1440
FIELD = ".cat-header input[type=search]"
KINDS = ("home in English", "export", "valid", "producer", "about", "provinces", "not found")


def field(page: Page) -> Locator:
    """The field in the header."""
    return page.locator(FIELD)


def options(page: Page) -> Locator:
    """The lines of the open list."""
    return page.locator(".cat-header [role=option]")


def type_words(page: Page, words: str) -> None:
    """Type into the field as a person does, and wait for the list."""
    field(page).press_sequentially(words, delay=20)
    page.locator(".cat-header .cat-found").wait_for()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_it(kind: str, web: Web, visit: Visit) -> None:
    """Pages of every depth, and the one for unknown addresses; a press on a line opens the product."""
    page = visit(web.address(kind), width=WIDE)
    type_words(page, "honey")
    expect(options(page).first).to_be_visible()
    options(page).first.click()
    expect(page).to_have_url(re.compile(r"/(vi|en)/p/[a-z0-9-]+/$"))
    expect(page.locator("h1")).to_be_visible()


def test_nothing_is_loaded_before_a_reader_turns_to_it(web: Web, visit: Visit) -> None:
    """Then the scripts come once, and the first file of the index."""
    page = visit(width=WIDE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(web.real + "vi/export/")
    page.wait_for_load_state("networkidle")
    assert [] == [one for one in asked if "/search/" in one or re.search(r"/(browse|elements|words)\.", one)]
    type_words(page, "tra")
    field(page).press("Backspace")
    expect(options(page).first).to_be_visible()
    assert 1 == len([one for one in asked if "/assets/browse." in one])
    assert 1 == len([one for one in asked if one.endswith("/search/vi/index.js")])


def test_it_is_a_combobox(web: Web, visit: Visit) -> None:
    """Names, states and the line that is meant, as the ARIA guide asks."""
    page = visit(web.real + "vi/export/", width=WIDE)
    type_words(page, "ca phe")
    box = page.get_by_role("combobox", name="Tìm sản phẩm, chủ thể, tỉnh").first
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Sản phẩm tìm thấy")).to_be_visible()
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert first.get_attribute("id") == box.get_attribute("aria-activedescendant")
    expect(box).to_be_focused()
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_list_and_then_empties_the_field(web: Web, visit: Visit) -> None:
    """The focus stays; an arrow opens the list again."""
    page = visit(web.address("export"), width=WIDE)
    type_words(page, "tra")
    field(page).press("Escape")
    expect(page.locator(".cat-header .cat-found")).to_be_hidden()
    expect(field(page)).to_have_value("tra")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    field(page).press("ArrowDown")
    expect(options(page).first).to_be_visible()
    field(page).press("Escape")
    field(page).press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_the_keyboard_alone_leads_to_a_product(width: int, web: Web, visit: Visit) -> None:
    """Tab to the field, words, an arrow, Enter."""
    page = visit(web.address("export"), width=width)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{FIELD}')"):
            break
    page.keyboard.type("nước mắm", delay=20)
    expect(options(page).first.locator("mark")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    name = options(page).first.locator(".cat-found__name").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_enter_leads_to_all_that_was_found(width: int, web: Web, visit: Visit) -> None:
    """The browse page says as many as the last line of the list did, and holds the words in its field."""
    page = visit(web.address("valid"), width=width)
    type_words(page, "tra")
    said = options(page).last.inner_text()
    field(page).press("Enter")
    expect(page).to_have_url(web.real + "vi/products/?q=tra")
    expect(page.locator(".cat-browse__count")).to_have_text(re.compile(r"^\d+ sản phẩm cho “tra”$"))
    assert re.findall(r"\d+", said) == re.findall(r"\d+", page.locator(".cat-browse__count").inner_text())
    expect(field(page)).to_have_value("tra")


def test_lines_that_stay_are_kept_and_say_the_same_as_new_ones(web: Web, visit: Visit) -> None:
    """More letters change the marks of a line, not the line; and no list depends on what was typed before."""
    page = visit(web.real + "vi/export/", width=WIDE)
    type_words(page, "nước m")
    expect(options(page).first.locator("mark").last).to_have_text(re.compile("^[Mm]$"))
    page.evaluate("document.querySelectorAll('.cat-header [role=option]').forEach((one) => { one.old = true; })")
    field(page).press_sequentially("ắm")
    expect(options(page).first.locator("mark").last).to_have_text(re.compile("^[Mm]ắm$"))
    assert options(page).first.evaluate("(one) => one.old === true")
    for words in ("ca phe", "tra hoa vang", "ca phe"):
        field(page).fill(words)
        other = visit(web.real + "vi/export/", width=WIDE)
        type_words(other, words)
        said = re.compile(re.escape(options(other).last.inner_text()))
        expect(options(page).last).to_have_text(said)
        assert options(other).all_inner_texts() == options(page).all_inner_texts()
        assert options(other).first.inner_html() == options(page).first.inner_html()


@pytest.mark.parametrize(("width", "lines"), [(PHONE, 5), (WIDE, 7)])
def test_there_are_as_many_lines_as_can_be_seen(width: int, lines: int, web: Web, visit: Visit) -> None:
    """Products, and the line that leads to all of them."""
    page = visit(web.address("export"), width=width)
    type_words(page, "tra")
    expect(options(page)).to_have_count(lines + 1)


def test_the_last_line_leads_there_too(web: Web, visit: Visit) -> None:
    """With a mouse."""
    page = visit(web.address("home in English"), width=WIDE)
    type_words(page, "tea")
    options(page).last.click()
    expect(page).to_have_url(web.real + "en/products/?q=tea")
    expect(page.locator(".cat-browse__count")).to_contain_text("“tea”")


def test_the_field_of_the_home_page_works_alike(web: Web, visit: Visit) -> None:
    """The large one in the middle; only its own list opens."""
    page = visit(web.real + "vi/", width=PHONE)
    page.locator("#hero-search").press_sequentially("mat ong", delay=20)
    expect(page.locator(".cat-hero [role=option]").first).to_be_visible()
    expect(page.locator(".cat-header .cat-found")).to_be_hidden()
    page.locator("#hero-search").press("Enter")
    expect(page).to_have_url(web.real + "vi/products/?q=mat+ong")


def test_matches_are_marked_with_their_own_letters(web: Web, visit: Visit) -> None:
    """Typed without marks; the text keeps its own, and its language is said where it is not the page's."""
    page = visit(web.real + "en/groups/", width=WIDE)
    type_words(page, "ca phe")
    name = options(page).first.locator(".cat-found__name")
    assert "cà phê" == " ".join(name.locator("mark").all_inner_texts()).lower()
    expect(name).to_have_attribute("lang", "vi")


def test_how_the_words_were_read_is_told(web: Web, visit: Visit) -> None:
    """Unknown words are named, corrections too, and what was taken for a filter."""
    page = visit(web.real + "en/groups/", width=WIDE)
    notes = page.locator(".cat-header .cat-found__notes")
    field(page).fill("honey xyzzyq")
    expect(notes).to_have_text("No product has “xyzzyq”.")
    expect(page.locator(".cat-header [role=listbox]")).to_be_hidden()
    field(page).fill("cofee")
    expect(notes).to_have_text("No product has “cofee”; showing “coffee”.")
    expect(options(page).first).to_be_visible()
    field(page).fill("tea 5 stars")
    expect(notes).to_have_text(re.compile("^Filtered by: 5 stars$"))


def test_the_number_of_results_is_announced(web: Web, visit: Visit) -> None:
    """Once the reader pauses; politely."""
    page = visit(web.real + "vi/groups/", width=WIDE)
    type_words(page, "tra")
    status = page.locator(".cat-header [role=status]")
    expect(status).to_have_text(re.compile(r"^\d+ sản phẩm\. Bấm mũi tên xuống để chọn\.$"))
    field(page).fill("xyzzyq")
    expect(status).to_have_text(re.compile(r"^Không sản phẩm nào có “xyzzyq”\."))


def test_words_are_never_markup(web: Web, visit: Visit) -> None:
    """Whatever is typed is shown as text, in the list and on the browse page."""
    hostile = "<img src=x onerror=alert(1)>"
    page = visit(width=WIDE)
    page.add_init_script(LISTEN)
    page.goto(web.real + "vi/groups/")
    field(page).fill(hostile)
    expect(page.locator(".cat-header .cat-found__notes")).to_contain_text("img")
    field(page).press("Enter")
    expect(page.locator(".cat-browse__chips")).to_contain_text("img src")
    assert [] == page.evaluate("window.violations")
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_the_list_closes_when_the_focus_goes(web: Web, visit: Visit) -> None:
    """By Tab and by a press elsewhere."""
    page = visit(web.real + "vi/groups/", width=WIDE)
    type_words(page, "tra")
    field(page).press("Tab")
    expect(page.locator(".cat-header .cat-found")).to_be_hidden()
    field(page).fill("trà")
    expect(page.locator(".cat-header .cat-found")).to_be_visible()
    page.locator(".cat-crumbs").click(position={"x": 4, "y": 4})
    expect(page.locator(".cat-header .cat-found")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_the_open_list_is_accessible(width: int, scheme: str, web: Web, visit: Visit) -> None:
    """Axe finds nothing serious, with a line chosen and with nothing found; it fits and its lines are large enough."""
    page = visit(web.real + "en/groups/", width=width, color_scheme=scheme)
    type_words(page, "ca phe 5 stars")
    field(page).fill("ca phe")
    expect(options(page).first).to_be_visible()
    field(page).press("ArrowDown")
    assert [] == serious(page, ALL_RULES)
    assert (False, []) == overflow(page)
    assert [] == page.evaluate(TARGETS, SMALLEST_TARGET)
    field(page).fill("xyzzyq")
    expect(page.locator(".cat-header .cat-found__notes")).to_be_visible()
    assert [] == serious(page, ALL_RULES)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_header_fits_where_it_becomes_one_line(language: str, web: Web, visit: Visit) -> None:
    """From 68 rem on; a little below and above, too."""
    page = visit(f"{web.real}{language}/groups/")
    for width in (1080, 1088, 1100, 1215, 1216, 1280, 1536):
        page.set_viewport_size({"width": width, "height": 700})
        assert (False, []) == overflow(page), width


def test_the_list_moves_nothing(web: Web, visit: Visit) -> None:
    """It lies over the page."""
    page = visit(width=WIDE)
    page.add_init_script(OBSERVE)
    page.goto(web.real + "vi/export/")
    type_words(page, "tra")
    expect(options(page).first).to_be_visible()
    assert page.evaluate("window.shift") <= 0.02


def test_it_works_from_a_disk(web: Web, visit: Visit) -> None:
    """A line leads to the file of the page, and Enter to that of the browse page."""
    page = visit((Path(web.site.folder) / "vi" / "index.html").as_uri(), width=WIDE)
    field(page).fill("ca phe")
    expect(options(page).first).to_be_visible()
    field(page).press("ArrowDown")
    field(page).press("Enter")
    expect(page).to_have_url(re.compile(r"^file:.*/vi/p/[a-z0-9-]+/index\.html$"))
    type_words(page, "mat ong")
    field(page).press("Enter")
    expect(page).to_have_url(re.compile(r"^file:.*/vi/products/index\.html\?q=mat\+ong$"))
    expect(page.locator(".cat-browse__count")).to_contain_text("“mat ong”")


def test_once_there_it_works_with_the_network_off(web: Web, visit: Visit) -> None:
    """What has been asked before is answered; what needs more is told, and Enter still leads on when it is back."""
    page = visit(web.real + "vi/export/", width=WIDE)
    type_words(page, "tra")
    expect(options(page).first).to_be_visible()
    page.context.set_offline(True)
    field(page).fill("trà")
    expect(options(page).first).to_be_visible()


def test_a_failure_is_told_and_the_next_letter_tries_again(web: Web, visit: Visit) -> None:
    """The form is still there."""
    page = visit(web.real + "vi/groups/", width=WIDE)
    page.route("**/search/vi/index.js", lambda route: route.abort())
    type_words(page, "tra")
    expect(page.locator(".cat-header .cat-found__notes")).to_contain_text("Chưa tải được phần tìm kiếm")
    page.unroute("**/search/vi/index.js")
    field(page).press_sequentially(" s")
    expect(options(page).first).to_be_visible()
