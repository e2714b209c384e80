from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.languages import formats


@pytest.mark.parametrize(("language", "told"), [("vi", "01/07/2027"), ("en", "1 July 2027")])
def test_day(language: str, told: str) -> None:
    """A day is told as readers of the language write it; no month can be taken for a day."""
    assert told == formats.day(date(2027, 7, 1), language)


@given(st.dates())
def test_any_day_can_be_told(day: date) -> None:
    """Both languages can tell every day, also very early and very late ones."""
    assert f"{day.day:02}/{day.month:02}/{day.year}" == formats.day(day, "vi")
    assert formats.day(day, "en").startswith(f"{day.day} ")


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (Decimal("0.05"), "0,05", "0.05"),
        (0, "0", "0"),
    ],
)
def test_number(value: int | Decimal, vietnamese: str, english: str) -> None:
    """Point and comma change places between the languages."""
    assert (vietnamese, english) == (formats.number(value, "vi"), formats.number(value, "en"))


@pytest.mark.parametrize(
    ("value", "places", "vietnamese", "english"),
    [(4.0, 1, "4,0", "4.0"), (1234.567, 2, "1.234,57", "1,234.57"), (0.0, 1, "0,0", "0.0")],
)
def test_decimal(value: float, places: int, vietnamese: str, english: str) -> None:
    """Measured numbers have as many decimals as asked for, so that they stand below each other."""
    assert (vietnamese, english) == tuple(formats.decimal(value, language, places) for language in ("vi", "en"))


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"), [("JP", "Nhật Bản", "Japan"), ("DE", "Đức", "Germany"), ("ZY", "ZY", "ZY")]
)
def test_country(code: str, vietnamese: str, english: str) -> None:
    """A country has its usual name; a code without a name stays."""
    assert (vietnamese, english) == (formats.country(code, "vi"), formats.country(code, "en"))


@pytest.mark.parametrize(("language", "told"), [("vi", "Tiếng Nhật"), ("en", "Japanese")])
def test_language_name(language: str, told: str) -> None:
    """Names of languages begin with a capital letter."""
    assert told == formats.language_name("ja", language)
