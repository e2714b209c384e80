"""Numbers, dates, prices and country names as a reader of each language expects them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

_LOCALES = {"vi": "vi", "en": "en_GB"}


@lru_cache(maxsize=8192)
def day(value: date, language: str) -> str:
    """A day: 01/07/2027 in Vietnamese, 1 July 2027 in English."""
    if language == "vi":
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return f"{value.day} {_months(language)[value.month]} {value.year}"


def month(value: str, language: str) -> str:
    """A month such as "2025-06": 06/2025 in Vietnamese, June 2025 in English."""
    year, number = value.split("-")
    return f"{number}/{year}" if language == "vi" else f"{_months(language)[int(number)]} {year}"


@lru_cache(maxsize=4)
def _months(language: str) -> dict[int, str]:
    return dict(Locale.parse(_LOCALES[language]).months["format"]["wide"])


@lru_cache(maxsize=8192)
def number(value: int | Decimal, language: str) -> str:
    """A number with the separators of the language: 1.234,5 or 1,234.5."""
    return str(format_decimal(value, locale=_LOCALES[language]))


def decimal(value: float, language: str, places: int = 1) -> str:
    """A measured number with so many decimals, also where these are noughts: 4,0 or 4.0."""
    return str(format_decimal(value, format=f"#,##0.{'0' * places}", locale=_LOCALES[language]))


@lru_cache(maxsize=1024)
def country(code: str, language: str) -> str:
    """Name of a country (ISO 3166 code) from CLDR."""
    return str(Locale.parse(_LOCALES[language]).territories.get(code, code))


@lru_cache(maxsize=64)
def language_name(code: str, language: str) -> str:
    """Name of a language from CLDR, with a capital letter."""
    name = str(Locale.parse(_LOCALES[language]).languages.get(code, code))
    return name[:1].upper() + name[1:]
