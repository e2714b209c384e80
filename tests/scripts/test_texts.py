"""Words, numbers and days come out of the scripts as they come out of the generator."""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.languages import formats
from tests.scripts.node import evaluate, scripts

FILES = scripts("elements/10-texts")
LANGUAGES = ("vi", "en")
DAYS = [date(2024, 1, 1) + timedelta(days=37 * step) for step in range(40)]
NUMBERS = [0, 1, 12, 999, 1000, 1234, 12345, 1234567, 0.5, 1234.5]


def say(expression: str, language: str = "vi", **given: Any) -> Any:
    """What an expression gives on a page in a language."""
    return evaluate(FILES, expression, language, **given)


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_written_as_the_generator_writes_them(language: str) -> None:
    """01/07/2027 in Vietnamese, 1 July 2027 in English."""
    told = say("days.map(OCOP.day)", language, days=[day.isoformat() for day in DAYS])
    assert [formats.day(day, language) for day in DAYS] == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_as_the_generator_writes_them(language: str) -> None:
    """1.234,5 in Vietnamese, 1,234.5 in English."""
    told = say("numbers.map(OCOP.number)", language, numbers=NUMBERS)
    assert [formats.number(number, language) for number in NUMBERS] == told


def test_a_year_alone_stays_a_year() -> None:
    """Some awards state no more."""
    assert ["2023", ""] == say("['2023', ''].map(OCOP.day)")


def test_counted_texts_have_two_forms() -> None:
    """One product, two products; the number is written for the language."""
    expression = "[0, 1, 2, 1200].map((one) => OCOP.count('browse.count', one))"
    assert ["0 products", "1 product", "2 products", "1,200 products"] == say(expression, "en")
    assert ["0 sản phẩm", "1 sản phẩm", "2 sản phẩm", "1.200 sản phẩm"] == say(expression)


def test_places_are_filled_with_text_as_it_is() -> None:
    """Signs that mean something elsewhere stay signs; a place that nothing is given for stays seen."""
    assert "No product has “<b>$& {x}</b>”." == say("OCOP.text('search.unknown', {word: '<b>$& {x}</b>'})", "en")
    assert "No product has “{word}”." == say("OCOP.text('search.unknown')", "en")


def test_only_foreign_text_is_marked() -> None:
    """The value of a `lang` attribute, or none."""
    assert ["en", None, None] == say("['en', 'vi', ''].map(OCOP.foreign)")
