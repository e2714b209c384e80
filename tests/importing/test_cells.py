"""Cells of lists: what they say in the forms that offices use, and nothing that they do not say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing import cells, dates
from generator.importing.splitting import read_decision
from generator.workbooks.formats import as_shown, plain, read_number, shown_by

days = st.dates(date(2018, 1, 1), date(2049, 12, 31))
SIGNS = st.sampled_from(["/", ".", "-", " / ", ". "])


@given(days, SIGNS, st.booleans(), st.sampled_from(["", "ngày ", "Ngày "]))
def test_a_day_is_the_same_day_however_it_is_written(day: date, sign: str, zeros: bool, before: str) -> None:  # noqa: FBT001
    """Day first, with any sign between, with zeros or without, in words, as a spreadsheet's number."""
    number, month = (f"{day.day:02}", f"{day.month:02}") if zeros else (str(day.day), str(day.month))
    iso = day.isoformat()
    assert iso == dates.day(f"{before}{number}{sign}{month}{sign}{day.year}")
    assert iso == dates.day(f"{before}{number} tháng {month} năm {day.year}")
    assert iso == dates.day(iso) == dates.day(f"{iso} 00:00:00")
    assert iso == dates.day(str((day - date(1899, 12, 30)).days))


@given(days, st.sampled_from(["tháng {0}/{1}", "Tháng {0} năm {1}", "{0}/{1}", "{0}.{1}", "T{0}/{1}", "{1}-{0}"]))
def test_a_month_stays_a_month(day: date, form: str) -> None:
    """No day is made up for it."""
    assert {"month": f"{day:%Y-%m}"} == dates.time(form.format(f"{day.month:02}", day.year), "")


@given(st.text(max_size=30))
def test_what_is_no_time_stays_as_it_is(text: str) -> None:
    """Validation tells it in the officer's own words: a day comes from digits only."""
    found = dates.day(text)
    assert found == text or any(map(str.isdigit, text))


@pytest.mark.parametrize("text", ["26/6", "6/2025/26", "13/2025", "2025/13", "26 06", "tháng 13/2025", "39999"])
def test_what_may_be_anything_is_no_time(text: str) -> None:
    """A part of a day, a month that does not exist, a number that is no day of the programme."""
    assert (text, "") == (dates.day(text), dates.month(text))


@given(
    st.integers(1, 5),
    st.sampled_from(["{0}", "0{0}", "{0} sao", "0{0} sao", "{0}sao", "{0} SAO", "OCOP {0} sao", "{0} sao OCOP", "{0}*",
                     "Hạng {0} sao", "đạt {0} sao", "{0} stars", "{0} sao cấp tỉnh", "{0} sao (cấp tỉnh)", "{0} ★"]),
)  # fmt: skip
def test_stars_in_words(stars: int, form: str) -> None:
    """However an office writes them."""
    assert str(stars) == cells.stars(form.format(stars))


@given(st.integers(1, 5), st.sampled_from(["★", "⭐", "⭐️", "★ ", "*"]))
def test_stars_that_are_drawn_are_counted(stars: int, sign: str) -> None:
    """Those that are filled."""
    assert str(stars) == cells.stars((sign * stars).strip())
    if sign == "★":
        assert str(stars) == cells.stars("★" * stars + "☆" * (5 - stars))


@pytest.mark.parametrize(
    ("cell", "stars"), [("bốn sao", "4"), ("Năm (5) sao", "5"), ("ba sao", "3"), ("4-5 sao", "4-5 sao"), ("sao", "sao")]
)
def test_stars_spelt_out(cell: str, stars: str) -> None:
    """And what names no number of stars stays as it is."""
    assert stars == cells.stars(cell)


@pytest.mark.parametrize(
    "cell", ["Tiềm năng 5 sao", "Đề nghị công nhận 5 sao", "đề xuất 05 sao cấp quốc gia", "5 sao (tiềm năng)"]
)
def test_stars_that_are_proposed_are_marked(cell: str) -> None:
    """They never become an award."""
    assert (True, "5") == (cells.is_proposed(cell), cells.stars(cell))


@given(st.decimals(0, 100, places=2))
def test_scores(score: object) -> None:
    """A comma or a point before decimals, with the word for points, out of 100."""
    text = str(score)
    comma = text.replace(".", ",")
    assert {text} == {cells.number(form) for form in (text, comma, f"{comma} điểm", f"{comma}/100", f"{text}đ")}


@pytest.mark.parametrize(
    ("cell", "day"),
    [("36 tháng", ""), ("3 năm", ""), ("20/7/2027", "2027-07-20"), ("20/7/2024 - 20/7/2027", "2027-07-20"),
     ("Có giá trị đến ngày 20/7/2027", "2027-07-20"), ("24 tháng", "24 tháng")],
)  # fmt: skip
def test_the_end_of_validity(cell: str, day: str) -> None:
    """The usual term is what is computed anyway; another one is told."""
    assert day == dates.last_day(cell)


def test_a_decision_is_found_in_a_title() -> None:
    """With its day and office; of two decisions none is taken."""
    title = "(Kèm theo Quyết định số 12/QĐ-UBND ngày 20 tháng 7 năm 2024 của UBND tỉnh Lào Cai) Đơn vị: sản phẩm"
    found = {"decision_number": "12/QĐ-UBND", "issued_at": "ngày 20 tháng 7 năm 2024", "authority": "UBND tỉnh Lào Cai"}
    assert found == read_decision(title)
    assert {} == read_decision(f"{title}; sửa đổi Quyết định số 13/QĐ-UBND")


@given(days, st.integers(0, 86_399))
def test_a_number_is_shown_as_its_format_shows_it(day: date, seconds: int) -> None:
    """A month that was typed is kept by a spreadsheet as its first day; nobody sees or said that day."""
    number = (day - date(1899, 12, 30)).days + seconds / 86_400
    assert day.isoformat() == read_number(number, "dd/mm/yyyy") == read_number(number, '[$-42A]d "tháng" m "năm" yyyy')
    first = (day.replace(day=1) - date(1899, 12, 30)).days
    assert f"{day.month:02}/{day.year}" == read_number(first, "mm/yyyy") == read_number(first, "mmm-yy")
    assert (day + timedelta(days=1462)).isoformat() == read_number(number, "yyyy-mm-dd", since_1904=True)


@pytest.mark.parametrize(
    ("code", "shown"),
    [("General", "number"), ("0.00", "number"), ("#,##0", "number"), ("0000000000", "number"), ("@", "number"),
     ("h:mm", "number"), ("[h]:mm:ss", "number"), ('0" sao"', "number"), ("0.0E+00", "number"), ("m/d/yy", "day"),
     ("yyyy", "year"), ("mm/yy", "month"), ("[Red]mmm yyyy", "month"), ('"Ngày" 0', "number")],
)  # fmt: skip
def test_formats_say_what_they_show(code: str, shown: str) -> None:
    """Words in quotes, colours and times show no day."""
    assert shown == shown_by(code)


@given(st.integers(0, 10**14))
def test_whole_numbers_have_no_decimals(number: int) -> None:
    """Codes that a spreadsheet took for numbers come back with all their digits."""
    assert str(number) == plain(float(number))
    assert f"{number:016}" == read_number(float(number), "0" * 16)


def test_a_year_alone_stays_a_year() -> None:
    """As does the first of January where the format shows only its year."""
    assert ("2025", {"year": "2025"}) == (as_shown(date(2025, 1, 1), "year"), dates.time("Năm 2025", ""))
