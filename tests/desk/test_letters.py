"""The text of enquiries, who gets them, and the addresses that open them in mail and chat programs."""

import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk.conftest import ROOT, Run

LONGEST = 1900
ROOM = 300
NOBODY = {"mail": "", "phone": "", "zalo": "", "whatsapp": "", "website": ""}
ASKED: dict[str, Any] = {
    "name": "Anna Schmidt",
    "company": "Nordsee Feinkost GmbH",
    "mail": "anna@nordsee.example",
    "phone": "",
    "packing": "",
    "country": "DE",
    "incoterm": "CIF",
    "place": "Hamburg",
    "certificates": "",
    "date": "2027-03-01",
    "sample": True,
    "message": "",
}
TEA = {
    "id": "che",
    "names": {"vi": "Chè đinh", "en": "Dinh tea (Chè đinh)"},
    "urls": {"vi": "https://x.example/vi/p/che/", "en": "https://x.example/en/p/che/"},
    "quantity": "200 thùng",
    "note": "",
}
TO: dict[str, Any] = {"producer": "HTX Tân Cương", "person": "", "office": None, "ways": NOBODY}


def words(language: str) -> dict[str, str]:
    """The words of letters."""
    texts = yaml.safe_load(Path(ROOT, "theme", "locales", f"{language}.yml").read_text(encoding="utf-8"))
    return {key: text for key, text in texts.items() if key.startswith("letter.")}


WORDS = {language: words(language) for language in ("vi", "en")}


def written(run: Run, asked: dict[str, Any] | None = None, to: dict[str, Any] | None = None, *products: Any) -> Any:
    """A letter."""
    return run(
        "OCOP.letter(given.asked, given.products, given.to, {words: given.words, country: OCOP.country})",
        asked=ASKED | (asked or {}),
        products=products or [TEA],
        to=TO | (to or {}),
        words=WORDS,
    )


def test_letter_says_the_same_in_both_languages(run: Run) -> None:
    """Vietnamese first, then English; each with products, quantities, addresses and requirements in its own words."""
    vietnamese, english, end = written(run)["body"].split("\n\n– – –\n\n")
    assert "Kính gửi HTX Tân Cương," == vietnamese.splitlines()[0]
    assert "Dear HTX Tân Cương," == english.splitlines()[0]
    assert "1. Chè đinh: 200 thùng\n   https://x.example/vi/p/che/" in vietnamese
    assert "1. Dinh tea (Chè đinh): 200 thùng\n   https://x.example/en/p/che/" in english
    assert "- Nước đến: Đức\n- Điều kiện giao hàng: CIF Hamburg (Incoterms 2020)\n" in vietnamese
    assert "- Country of destination: Germany\n" in english
    assert ["- Cần hàng trước ngày: 01/03/2027" in vietnamese, "- Needed by: 1 March 2027" in english] == [True, True]
    assert "Trân trọng / Kind regards\nAnna Schmidt\nNordsee Feinkost GmbH\nanna@nordsee.example" == end


def test_what_is_left_empty_is_not_mentioned(run: Run) -> None:
    """No empty line of requirements, no heading over nothing, no place left unfilled."""
    empty = dict.fromkeys(("country", "incoterm", "place", "date", "company"), "") | {"sample": False}
    body = written(run, empty, None, TEA | {"quantity": ""})["body"]
    assert ["Yêu cầu" in body, "Requirements" in body, "Lời nhắn" in body, "{" in body] == [False] * 4
    assert "\n\n\n" not in body


def test_message_stands_once(run: Run) -> None:
    """What the buyer wrote is in one language and is not repeated."""
    body = written(run, {"message": " Xin chào\r\nHello "})["body"]
    assert 1 == body.count("Xin chào\nHello")
    assert "Lời nhắn / Message:\nXin chào\nHello\n\nTrân trọng" in body


def test_office_is_asked_to_pass_it_on(run: Run) -> None:
    """It is greeted by its name in each language, and told for whom the letter is."""
    office = {"vi": "Phòng Xúc tiến", "en": "Promotion desk"}
    body = written(run, None, {"office": office})["body"]
    assert "Kính gửi Phòng Xúc tiến,\n\nNhờ Quý cơ quan chuyển thư này tới HTX Tân Cương" in body
    assert "Dear Promotion desk,\n\nPlease pass this letter on to HTX Tân Cương" in body
    assert "không nêu tên" in written(run, None, {"office": office, "producer": ""})["body"]


def test_nobody_known_is_greeted_all_the_same(run: Run) -> None:
    """A record that names no producer, on a site without an office."""
    body = written(run, None, {"producer": ""})["body"]
    assert body.startswith("Kính gửi Quý đơn vị,\n")
    assert "\nDear Sir or Madam,\n" in body


def test_subject_names_the_product_and_how_many_more(run: Run) -> None:
    """One line, whatever the record holds."""
    assert "Enquiry / Hỏi hàng: Chè đinh +2" == written(run, None, None, TEA, TEA, TEA)["subject"]


def places(number: str) -> dict[str, Any]:
    """Where a product stands in each language."""
    return {"urls": {language: f"{language}/p/{number}/" for language in ("vi", "en")}}


def hit(number: str, producer: str = "htx", **changes: object) -> dict[str, Any]:
    """A product of a producer."""
    known = {"name": f"Chè {number}", "nameLang": "vi", "other": f"Tea {number}", "otherLang": "en"}
    maker = {"producer": producer.upper(), "producerId": producer}
    return {"id": number, **known, **maker, "url": f"en/p/{number}/", **places(number), **changes}


def groups(run: Run, *products: tuple[dict[str, Any], dict[str, str]], office: bool = True) -> Any:
    """Who gets letters about these products."""
    given = [
        {"hit": one, "rows": [[f"contact.{way}", "", value, "", 0] for way, value in ways.items()]}
        for one, ways in products
    ]
    desk = {
        "names": {"vi": "Phòng", "en": "Desk"},
        "ways": {"mail": "a@b.example", "phone": "", "zalo": "", "whatsapp": ""},
    }
    data = {"words": {}, "office": desk if office else None, "site": "https://x.example/"}
    return run("OCOP.groups(given.products, given.data)", products=given, data=data)


def test_one_letter_for_each_producer(run: Run) -> None:
    """Products of one producer share it; products without a producer do not share one."""
    mail = {"email": "htx@x.example"}
    made = groups(run, (hit("1"), mail), (hit("2", ""), {}), (hit("3"), mail), (hit("4", ""), {}))
    assert [["1", "3"], ["2"], ["4"]] == [[product["id"] for product in group["products"]] for group in made]


@pytest.mark.parametrize(
    ("ways", "to_office"),
    [
        ({"email": "a@b.example"}, False),
        ({"zalo": "+84 1"}, False),
        ({"whatsapp": "+84 1"}, False),
        ({"phone": "+84 1", "website": "https://x.example"}, True),
        ({"person": "An"}, True),
        ({}, True),
    ],
)
def test_office_stands_in_where_nobody_can_be_written_to(run: Run, ways: dict[str, str], *, to_office: bool) -> None:
    """A telephone is no address for a letter. Without an office the letter stays with the producer, to be copied."""
    (group,) = groups(run, (hit("1"), ways))
    assert to_office == (group["to"]["office"] is not None) == (group["officeWays"] is not None)
    (alone,) = groups(run, (hit("1"), ways), office=False)
    assert [None, None] == [alone["to"]["office"], alone["officeWays"]]


def test_names_and_addresses_are_those_of_each_language(run: Run) -> None:
    """Also seen from the English page, and for a product with an English name only."""
    made = groups(run, (hit("1"), {}), (hit("2", nameLang="en", name="Tea", other="", otherLang=""), {}))
    first, second = [product for group in made for product in group["products"]]
    assert {"vi": "Chè 1", "en": "Tea 1 (Chè 1)"} == first["names"]
    assert {"vi": "https://x.example/vi/p/1/", "en": "https://x.example/en/p/1/"} == first["urls"]
    assert {"vi": "Tea", "en": "Tea"} == second["names"]


def mails(run: Run, body: str, subject: str = "Enquiry / Hỏi hàng: Chè") -> list[str]:
    """The addresses of the mails with a text."""
    found: list[str] = run(
        "OCOP.mailtos(given.to, given.letter)", to="htx+a@x.example", letter={"subject": subject, "body": body}
    )
    return found


def read(address: str) -> tuple[str, str]:
    """Subject and body, as a mail program reads them."""
    fields = parse_qs(urlsplit(address).query.replace("+", "%2B"), keep_blank_values=True)
    return fields["subject"][0], fields["body"][0]


def test_short_letter_is_one_mail(run: Run) -> None:
    """Line ends are those of RFC 6068; nothing is numbered."""
    (mail,) = mails(run, "Xin chào\nbạn & tôi + 1 = 2? #")
    assert mail.startswith("mailto:htx%2Ba@x.example?subject=Enquiry%20%2F%20H%E1%BB%8Fi")
    assert ("Enquiry / Hỏi hàng: Chè", "Xin chào\r\nbạn & tôi + 1 = 2? #") == read(mail)


def test_long_letter_is_cut_between_paragraphs(run: Run) -> None:
    """Each part is short enough and numbered; together they are the letter."""
    body = written(run, {"message": "Chúng tôi có bốn mươi cửa hàng. " * 12})["body"]
    found = mails(run, body)
    assert [] == [mail for mail in found if len(mail) > LONGEST]
    assert [f"({number}/{len(found)})" for number in range(1, len(found) + 1)] == [
        read(mail)[0].rpartition(" ")[2] for mail in found
    ]
    together = "\n\n".join(read(mail)[1].replace("\r\n", "\n") for mail in found)
    assert re.sub(r"\s+", " ", body) == re.sub(r"\s+", " ", together)


@settings(max_examples=15)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("ệ́\u0323\u0301 \n\n😀"), min_size=1, max_size=3000))
def test_any_text_is_cut_without_a_loss(run: Run, text: str) -> None:
    """Whatever a buyer types: every part fits, no part begins with a mark, nothing but spaces is lost."""
    pieces: list[str] = run("OCOP.parts(given.text, given.room)", text=text, room=ROOM)
    assert [] == [piece for piece in pieces if len(quote(piece.replace("\n", "\r\n"), safe="!'()*~")) > ROOM]
    assert "".join(unicodedata.normalize("NFC", text).split()) == "".join("".join(pieces).split())


def test_half_letters_do_not_stop_an_enquiry(run: Run) -> None:
    """A lone half of an emoji cannot be encoded; it becomes the sign for a letter that is not known."""
    (mail,) = mails(run, "a\ud83db")
    assert "a\ufffdb" == read(mail)[1]


def test_whatsapp_takes_digits_and_the_text(run: Run) -> None:
    """One address for a short text; long ones come in numbered messages."""
    (one,) = run("OCOP.whatsapps('+84 (91) 234', {subject: 's', body: 'Xin chào'})")
    assert "https://wa.me/8491234?text=Xin%20ch%C3%A0o" == one
    many = run("OCOP.whatsapps('+8491234', {subject: 's', body: given.body})", body="đường dài\n\n" * 200)
    assert [] == [address for address in many if len(address) > LONGEST]
    assert f"(2/{len(many)})" == unquote(urlsplit(many[1]).query).removeprefix("text=").split("\r\n")[0]


def test_zalo_takes_only_a_number(run: Run) -> None:
    """Its addresses have no place for a text."""
    assert "https://zalo.me/84912345678" == run("OCOP.zalo('+84 912 345 678')")


def test_countries_are_named_in_both_languages_and_sorted(run: Run) -> None:
    """In the order of the language's alphabet, each country once."""
    names = run("OCOP.countries('vi').map((one) => one[1])")
    assert len(names) == len(set(names)) >= 240
    assert ["Ba Lan", "Đức"] == [name for name in names if name in ("Đức", "Ba Lan")]
    assert ["Đức", "Germany"] == run("['vi', 'en'].map((one) => OCOP.country('DE', one))")
