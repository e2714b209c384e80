"""Enquiries: one form, a letter to each supplier in both languages, sent by nobody but the buyer."""

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, Web
from tests.browser.desk import Desk, Press, by_keyboard, desk, first_ids, press, press_until, ready, width
from tests.browser.server import served
from tests.browser.test_accessibility import ALL_RULES, COLOUR_RULES, serious
from tests.browser.test_policy import LISTEN
from tests.build.project import HONEY, Project
from tests.real_site import FULL, MINIMAL, Site

__all__ = ["desk", "press", "width"]
pytestmark = pytest.mark.browser
LONGEST = 1900
FIELDS = {
    "name": "Anna Schmidt",
    "company": "Nordsee Feinkost GmbH",
    "mail": "anna@nordsee.example",
    "place": "Hamburg",
    "packing": "túi 500 g",
    "certificates": "EU organic",
    "date": "2027-03-01",
    "message": "Labels in German, please.",
}


def fill(page: Page) -> None:
    """Fill in the form."""
    for name, value in FIELDS.items():
        page.locator(f".cat-form [name={name}]").fill(value)
    page.locator("[name=country]").select_option("DE")
    page.locator("[name=incoterm]").select_option("CIF")
    page.locator("[name=sample]").check()


def letters(page: Page) -> Locator:
    """The finished letters."""
    return page.locator("article.cat-mail")


def write(page: Page) -> Locator:
    """Have the letters written."""
    page.locator(".cat-form [type=submit]").click()
    expect(page.locator(".cat-written h2")).to_be_focused()
    return letters(page)


def test_one_letter_for_each_supplier_in_both_languages(desk: Desk, width: int) -> None:
    """With what was filled in, each product with its own quantity; nothing has been asked of anybody."""
    ids = desk.ids(5)
    page = desk.open(f"en/enquiry/?product={','.join(ids)}", width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page)
    page.locator(f"[name='quantity:{ids[0]}']").fill("200 thùng")
    page.locator(f"[name='product:{ids[1]}']").uncheck()
    found = write(page)
    makers = [product["producer"]["id"] for product in desk.site.products if product["id"] in {*ids} - {ids[1]}]
    expect(found).to_have_count(len(set(makers)))
    texts = [one.input_value() for one in found.locator("textarea").all()]
    for text in texts:
        for line in (
            "- Nước đến: Đức",
            "- Country of destination: Germany",
            "CIF Hamburg (Incoterms 2020)",
            "01/03/2027",
        ):
            assert line in text
        assert 1 == text.count("Labels in German")
        assert "Anna Schmidt\nNordsee Feinkost GmbH\nanna@nordsee.example" in text
    whole = "\n".join(texts)
    assert [f"/vi/p/{ids[0]}/" in whole, f"/en/p/{ids[0]}/" in whole, ids[1] in whole] == [True, True, False]
    assert 2 == whole.count("200 thùng")
    assert [] == asked


def test_ways_are_those_of_the_producer(web: Web, visit: Visit) -> None:
    """Mail in short parts, WhatsApp, Zalo after copying, and the text to copy; each in its place."""
    page = ready(visit(f"{web.full}vi/enquiry/?product={FULL}"))
    fill(page)
    (letter,) = write(page).all()
    hrefs = [one.get_attribute("href") or "" for one in letter.get_by_role("link").all()]
    mails = [href for href in hrefs if href.startswith("mailto:hoi-hang@hop-tac-xa.example.vn?")]
    chats = [href for href in hrefs if href.startswith("https://wa.me/84912345670?text=")]
    assert "https://zalo.me/84912345679" in hrefs
    assert [] == [href for href in hrefs if len(href) > LONGEST]
    bodies = [parse_qs(urlsplit(mail).query)["body"][0].replace("\r\n", "\n") for mail in mails]
    assert "".join(letter.locator("textarea").input_value().split()) == "".join("".join(bodies).split())
    assert min(len(mails), len(chats)) > 1
    expect(letter).to_contain_text(f"chia thành {max(len(mails), len(chats))} phần")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    letter.get_by_role("button", name="Chép thư").click()
    expect(letter.get_by_role("status")).to_have_text("Đã chép thư.")
    assert letter.locator("textarea").input_value() == page.evaluate("window.copied")
    with page.context.expect_page() as opened:
        letter.get_by_role("link", name="Chép thư và mở Zalo").click()
    assert "zalo.me" in opened.value.url or opened.value.url == "about:blank" or "chrome-error" in opened.value.url
    expect(letter.get_by_role("status")).to_contain_text("Trong Zalo, bạn dán")


def test_a_letter_can_be_corrected_before_it_goes(web: Web, visit: Visit) -> None:
    """What is changed in the text is what is sent."""
    page = ready(visit(f"{web.full}vi/enquiry/?product={FULL}"))
    fill(page)
    (letter,) = write(page).all()
    letter.locator("textarea").fill("Chỉ một dòng.")
    mail = letter.get_by_role("link", name="Gửi email")
    expect(mail).to_have_count(1)
    assert (mail.get_attribute("href") or "").endswith("&body=Ch%E1%BB%89%20m%E1%BB%99t%20d%C3%B2ng.")


def test_without_a_contact_it_goes_to_the_promotion_office(web: Web, visit: Visit) -> None:
    """The page says so, the letter asks it to pass the enquiry on."""
    page = ready(visit(f"{web.full}en/enquiry/?product={MINIMAL}"))
    fill(page)
    (letter,) = write(page).all()
    expect(letter.locator(".cat-desk__notice")).to_contain_text("goes to OCOP promotion desk, who will pass it on")
    expect(letter.locator("textarea")).to_have_value(re.compile("Dear OCOP promotion desk,"))
    hrefs = [one.get_attribute("href") or "" for one in letter.get_by_role("link").all()]
    assert {"mailto:hoi-hang@catalogue.example"} == {href.partition("?")[0] for href in hrefs}


def test_what_is_missing_is_said_beside_the_field(desk: Desk, width: int, press: Press) -> None:
    """The first field that is wrong gets the focus; each says what to write; what is right no longer complains."""
    page = desk.open(f"vi/enquiry/?product={desk.ids(1)[0]}", width)
    submit = page.locator(".cat-form [type=submit]")
    press(submit)
    name, mail = page.get_by_label("Họ và tên"), page.get_by_label("Địa chỉ email")
    expect(name).to_be_focused()
    expect(name).to_have_accessible_description("Hãy cho biết họ và tên của bạn.")
    expect(mail).to_have_attribute("aria-invalid", "true")
    name.fill("An")
    mail.fill("an@x")
    press(submit)
    expect(mail).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "false")
    mail.fill("an@x.example")
    page.locator(".cat-ask__product input[type=checkbox]").uncheck()
    press(submit)
    expect(page.locator(".cat-ask__product input[type=checkbox]")).to_be_focused()
    expect(page.locator("#cat-ask-products-wrong")).to_have_text("Hãy chọn ít nhất một sản phẩm.")
    expect(letters(page)).to_have_count(0)


def test_the_whole_way_by_keyboard(desk: Desk, width: int) -> None:
    """From a product's page to a finished letter without a mouse."""
    page = desk.open(f"vi/p/{desk.ids(1)[0]}/", width)
    by_keyboard(page.locator(".cat-picks--page a"))
    ready(page)
    for label, text in (
        ("Số lượng", "5 thùng"),
        ("Nước đến", "Ba L"),
        ("Họ và tên", "An"),
        ("Địa chỉ email", "an@x.example"),
    ):
        press_until(page, page.get_by_label(label).first)
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(letters(page)).to_have_count(1)
    assert "- Country of destination: Poland" in letters(page).locator("textarea").input_value()
    press_until(page, letters(page).get_by_role("button", name="Chép thư"))


def test_what_is_typed_survives_a_reload(desk: Desk) -> None:
    """In this tab only; quantities are those of the list."""
    page = desk.open(f"vi/enquiry/?product={desk.ids(1)[0]}")
    fill(page)
    page.reload()
    ready(page)
    expect(page.locator("[name=message]")).to_have_value(FIELDS["message"])
    expect(page.locator("[name=country]")).to_have_value("DE")
    expect(page.locator("[name=sample]")).to_be_checked()
    other = desk.open(f"vi/enquiry/?product={desk.ids(1)[0]}")
    expect(other.locator("[name=message]")).to_have_value("")


def test_nothing_chosen_leads_on(desk: Desk) -> None:
    """Without a product and with an empty list there is no form to fill in for nothing."""
    page = desk.open("en/enquiry/")
    expect(page.get_by_role("heading", name="No products to ask about yet")).to_be_visible()
    expect(page.locator(".cat-form")).to_have_count(0)


def test_headings_lead_through_the_form(desk: Desk) -> None:
    """Each part of the form is one, and no level is left out above those of the producers."""
    page = desk.open(f"vi/enquiry/?product={','.join(desk.ids(2))}")
    for part in ("Sản phẩm cần hỏi", "Yêu cầu của bạn", "Người hỏi"):
        expect(page.get_by_role("heading", name=part, level=2)).to_be_visible()
    expect(page.locator(".cat-form h3").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("state", ["form", "wrong", "letters", "office", "empty"])
def test_axe_finds_nothing_serious(state: str, width: int, rich: tuple[Site, str], web: Web, visit: Visit) -> None:
    """In every state, in both schemes."""
    product = "" if state == "empty" else ",".join(first_ids(rich[0], 4))
    address = (
        f"{web.full}en/enquiry/?product={MINIMAL}" if state == "office" else f"{rich[1]}en/enquiry/?product={product}"
    )
    page = ready(visit(address, width=width, color_scheme="light"))
    if state in ("letters", "office"):
        fill(page)
        write(page)
    if state == "wrong":
        page.locator(".cat-form [type=submit]").click()
        expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    assert [] == serious(page, ALL_RULES)
    page.emulate_media(color_scheme="dark")
    assert [] == serious(page, COLOUR_RULES)


@dataclass
class Taker:
    """A server that takes enquiries: what it was sent, and the code it answers with."""

    address: str = ""
    code: int = 204
    taken: list[Any] = field(default_factory=list)


@pytest.fixture(scope="module")
def taker() -> Iterator[Taker]:
    """A server on this machine."""
    made = Taker()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
            """Say nothing."""

        def _answer(self, code: int) -> None:
            self.send_response(code)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Content-Type")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_OPTIONS(self) -> None:
            """Allow what a browser asks about."""
            self._answer(204)

        def do_POST(self) -> None:
            """Take an enquiry."""
            made.taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._answer(made.code)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    made.address = f"http://127.0.0.1:{server.server_port}/enquiries"
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def posting(taker: Taker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose enquiries go to the server."""
    project = Project(tmp_path_factory.mktemp("posting") / "project")
    project.configure({"enquiry_endpoint": taker.address})
    project.product("mat-ong", HONEY)
    project.build()
    with served(project.site) as address:
        yield address


@pytest.fixture
def sending(posting: str, taker: Taker, visit: Visit) -> Page:
    """A finished letter that can be posted."""
    taker.taken.clear()
    taker.code = 204
    page = visit()
    page.add_init_script(LISTEN)
    page.goto(f"{posting}vi/enquiry/?product=mat-ong")
    ready(page)
    fill(page)
    write(page)
    return page


def test_an_endpoint_is_sent_what_the_letters_say(sending: Page, taker: Taker) -> None:
    """As JSON, after the buyer pressed the button and not before, within the policy of the page."""
    assert [] == taker.taken
    expect(sending.locator(".cat-form__end")).to_contain_text("tới 127.0.0.1")
    text = letters(sending).locator("textarea").input_value()
    sending.get_by_role("button", name="Gửi", exact=True).click()
    expect(sending.locator(".cat-written__send [role=status]")).to_contain_text("Đã gửi. Bên nhận sẽ trả lời vào anna@")
    (taken,) = taker.taken
    (letter,) = taken["letters"]
    assert ["vi", "Anna Schmidt", "DE", True] == [
        taken["language"],
        taken["asked"]["name"],
        taken["asked"]["country"],
        taken["asked"]["sample"],
    ]
    assert [text, "office", "mat-ong"] == [letter["text"], letter["through"], letter["products"][0]["id"]]
    assert [] == sending.evaluate("window.violations")


def test_a_refusal_is_told_and_the_text_stays(sending: Page, taker: Taker) -> None:
    """With the code; the same press works when the server is well again."""
    taker.code = 500
    text = letters(sending).locator("textarea").input_value()
    send = sending.get_by_role("button", name="Gửi", exact=True)
    send.click()
    told = sending.locator(".cat-written__send [role=status]")
    expect(told).to_contain_text("Chưa gửi được (máy chủ từ chối, mã 500). Thư vẫn còn nguyên")
    assert text == letters(sending).locator("textarea").input_value()
    taker.code = 200
    send.click()
    expect(told).to_contain_text("Đã gửi.")


def test_no_network_is_told(sending: Page, taker: Taker) -> None:
    """And nothing is lost; the letter can still be copied."""
    sending.context.set_offline(True)
    sending.get_by_role("button", name="Gửi", exact=True).click()
    expect(sending.locator(".cat-written__send [role=status]")).to_contain_text("Chưa gửi được (không có mạng)")
    expect(letters(sending).get_by_role("button", name="Chép thư")).to_be_visible()
    assert [] == taker.taken


def test_a_machine_that_fills_in_everything_is_stopped(sending: Page, taker: Taker) -> None:
    """The hidden field is out of reach for eye, ear and keyboard; what it stopped is said, not hidden."""
    trap = sending.locator("[name=website]")
    assert "-1" == trap.get_attribute("tabindex")
    expect(sending.get_by_label("Để trống ô này")).not_to_be_in_viewport()
    trap.evaluate("one => { one.value = 'https://spam.example'; }")
    sending.get_by_role("button", name="Gửi", exact=True).click()
    expect(sending.locator(".cat-written__send [role=status]")).to_contain_text("ô ẩn dành cho máy đã bị điền")
    assert [] == taker.taken


def test_the_policy_stops_every_other_host(sending: Page) -> None:
    """The check above is able to fail: another port of the same machine is not reached."""
    sending.evaluate("fetch('http://127.0.0.1:9/').catch(() => {})")
    sending.wait_for_function("() => window.violations.length > 0")
    assert ["connect-src http://127.0.0.1:9/"] == sending.evaluate("window.violations")
