"""Types of single fields: text as an officer wrote it in, a checked value or a named mistake out.

Every mistake is a `PydanticCustomError` whose type is the id of a message in `languages/messages/`.
Knows nothing about records, registers or files.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

import phonenumbers
from babel import Locale
from babel.numbers import list_currencies
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum import ean
from stdnum.exceptions import ValidationError as NumberError
from stdnum.vn import mst

from generator.languages.folding import fold

LONGEST_LINE = 300
LONGEST_TEXT = 8_000
LONGEST_URL = 2_000
LONGEST_NUMBER = 18
LONGEST_ID = 80
LONGEST_PHRASE = 6
COUNTRY_LETTERS = 2
EARLIEST_YEAR = 1990
LATEST_YEAR = 2100

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_GTIN = re.compile(r"\d{8}|\d{12,14}", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_MONTH_FIRST = re.compile(r"(?:tháng *)?(0?[1-9]|1[0-2])(?:[./ -]+| *năm *)(\d{4})", re.ASCII | re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./ -]+(\d{1,2})[./ -]+(\d{1,2})", re.ASCII)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_URL_REFUSED = re.compile(r"""[ \\"'<>`]""")
_HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+")
_USUAL_URL = re.compile(rf"https?://{_HOST.pattern}(/[A-Za-z0-9._~/%=&+,-]*(\?[A-Za-z0-9._~/%=&+,-]+)?)?")
"""An address in which nothing has to be taken apart to see that it is allowed, and nothing is changed."""
_OCOP_CODE = re.compile(r"[0-9]{1,2}(-[0-9]{1,6}){3,4}")
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?: \d{3})+)", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}", re.ASCII)

_ISO_COUNTRY = re.compile(r"[A-Z]{2}")
_NO_COUNTRIES = frozenset({"EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR for groups of countries, for tests and for none. The European Union stays: it is one market."""
_OTHER_NAMES = {"usa": "US", "my": "US", "uk": "GB", "anh": "GB", "nhat": "JP", "han": "KR", "korea": "KR", "uc": "AU"}
"""Names in daily use that CLDR does not list, folded."""
_CURRENCY_NAMES = {"đ": "VND", "₫": "VND", "đồng": "VND", "vnđ": "VND", "$": "USD", "us$": "USD", "€": "EUR"}
"""What people write instead of a code."""

_DEVICES = {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
RESERVED_IDS = frozenset({"con", "prn", "aux", "nul", *_DEVICES, "index", "api", "assets", "images"})
"""Names that a file system or the site itself already uses; ids of digits only would be taken for page numbers."""


def mistake(kind: str, value: object = "", **details: object) -> PydanticCustomError:
    """One field mistake; `kind` is the id of its message, `details` fill the message."""
    return PydanticCustomError(kind, kind, {"value": str(value)[:120], **details})


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise mistake("field-text")
    return value


def _plain(value: object) -> str:
    """A number as text; refuses lists and maps."""
    return str(value) if isinstance(value, int | float | Decimal) else _string(value).strip()


def _clean(value: object, longest: int) -> str:
    text = unicodedata.normalize("NFC", _string(value)).strip()
    if not text:
        raise mistake("text-empty")
    if len(text) > longest:
        raise mistake("text-too-long", text[:40] + "…", length=len(text), longest=longest)
    if found := _CONTROL.search(text):
        raise mistake("text-control", text, character=f"U+{ord(found[0]):04X}")
    return text


def _line(value: object) -> str:
    # Cleaning changes nothing, as is usual: what is printable has no control character and no space but U+0020.
    if type(value) is str and 0 < len(value) <= LONGEST_LINE and value.isprintable():  # noqa: SIM102  one long test
        if value[0] != " " != value[-1] and "  " not in value and unicodedata.is_normalized("NFC", value):
            return value
    return " ".join(_clean(value, LONGEST_LINE).split())


def _phrase(value: object) -> str:
    text = _line(value)
    if not any(map(str.isalnum, text)):
        raise mistake("text-empty")
    if len(text.split()) > LONGEST_PHRASE:
        raise mistake("synonym-long", text, longest=LONGEST_PHRASE)
    return text


def _paragraphs(value: object) -> str:
    return _clean(value, LONGEST_TEXT)


def _date(value: object) -> date:
    text = _string(value).strip()
    if not _ISO_DATE.fullmatch(text):
        raise mistake("date-form", text, **_iso_suggestion(text))
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise mistake("date-impossible", text) from error
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise mistake("date-range", text, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    return day


def _month(value: object) -> str:
    text = _string(value).strip()
    if not _ISO_MONTH.fullmatch(text) or not EARLIEST_YEAR <= int(text[:4]) <= LATEST_YEAR:
        found = _MONTH_FIRST.fullmatch(text)
        raise mistake("month-form", text, **({"suggestion": f"{found[2]}-{int(found[1]):02}"} if found else {}))
    return text


def _iso_suggestion(text: str) -> dict[str, str]:
    """The day that `text` means, if it is one written day first or year first."""
    day_first, year_first = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    parts = day_first.group(3, 2, 1) if day_first else year_first.groups() if year_first else ()
    try:
        return {"suggestion": date(*map(int, parts)).isoformat()} if parts else {}
    except ValueError:
        return {}


def _whole_number(lowest: int, highest: int, kind: str) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = _plain(value)
        if len(text) > LONGEST_NUMBER or not (text.isascii() and text.isdigit()) or not lowest <= int(text) <= highest:
            raise mistake(kind, text, lowest=lowest, highest=highest)
        return int(text)

    return read


def _decimal(value: object) -> Decimal:
    text = _plain(value)
    if len(text) > LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        raise mistake("number-form", text, **_number_suggestion(text))
    return Decimal(text)


def _number_suggestion(text: str) -> dict[str, str]:
    """The number that `text` means: 1.200.000 is a million, 2,5 two and a half; 1,200 may be either."""
    if _THOUSANDS.fullmatch(text):
        return {"suggestion": re.sub(r"\D", "", text)}
    return {"suggestion": text.replace(",", ".")} if _DECIMAL_COMMA.fullmatch(text) else {}


def _yes_no(value: object) -> bool:
    answers = {"yes": True, "true": True, "có": True, "no": False, "false": False, "không": False}
    answer = value if isinstance(value, bool) else answers.get(_string(value).strip().lower())
    if answer is None:
        raise mistake("yes-no", value)
    return answer


def _slug(value: object) -> str:
    text = _string(value).strip()
    if len(text) > LONGEST_ID or not _SLUG.fullmatch(text) or text in RESERVED_IDS or text.isdigit():
        raise mistake("id-form", text, **_id_suggestion(text))
    return text


def _id_suggestion(text: str) -> dict[str, str]:
    """The same words in the form of an id, if that is one."""
    words = "-".join(re.findall("[a-z0-9]+", fold(text)))[:LONGEST_ID].strip("-")
    return {"suggestion": words} if words and words not in RESERVED_IDS and not words.isdigit() else {}


def _url(value: object) -> str:
    text = _string(value).strip()
    if len(text) > LONGEST_URL:
        raise mistake("text-too-long", text[:40] + "…", length=len(text), longest=LONGEST_URL)
    if _USUAL_URL.fullmatch(text):
        return text
    if not text.isprintable() or _URL_REFUSED.search(text):
        raise mistake("url-form", text)
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        host = host if host.isascii() else host.encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise mistake("url-form", text) from error
    if parts.scheme not in ("http", "https"):
        raise mistake("url-scheme", text, **_url_suggestion(text))
    if "@" in parts.netloc or not _HOST.fullmatch(host):
        raise mistake("url-form", text)
    return parts._replace(netloc=host + port).geturl()


def _url_suggestion(text: str) -> dict[str, str]:
    """The address with `https://`, where only that was left out."""
    host = text.partition("/")[0]
    return {"suggestion": f"https://{text}"} if _HOST.fullmatch(host.lower()) else {}


def _email(value: object) -> str:
    text = _string(value).strip()
    if not _EMAIL.fullmatch(text) or ".." in text:
        raise mistake("email-form", text)
    return text


def _phone(value: object) -> str:
    text = _string(value).strip()
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException as error:
        raise mistake("phone-form", text) from error
    if not phonenumbers.is_valid_number(number):
        raise mistake("phone-form", text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _gtin(value: object) -> str:
    text = _string(value).replace(" ", "")
    if not _GTIN.fullmatch(text):
        raise mistake("gtin-form", value)
    if not ean.is_valid(text):
        raise mistake("gtin-check-digit", value)
    padded = text.zfill(14)
    if _is_restricted(padded):
        raise mistake("gtin-restricted", value)
    return padded


def _is_restricted(gtin: str) -> bool:
    """Whether GS1 keeps the number for use inside a shop: prefixes 02, 04 and 2; 0 and 2 among those of 8 digits."""
    item = gtin[1:]
    return item[5] in "02" if item.startswith("00000") else item.startswith(("02", "04", "2"))


def _tax_code(value: object) -> str:
    try:
        return str(mst.validate(_string(value)))
    except NumberError as error:
        raise mistake("tax-code-form", value) from error


def _hs_code(value: object) -> str:
    digits = re.sub(r"[ .]", "", _string(value))
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (4, 6, 8, 10):
        raise mistake("hs-form", value)
    return digits


def _ocop_code(value: object) -> str:
    text = _string(value).strip()
    if not _OCOP_CODE.fullmatch(text):
        raise mistake("ocop-code-form", text)
    return text


def country_codes() -> frozenset[str]:
    """The codes that a country may have."""
    return _countries()


def currency_codes() -> frozenset[str]:
    """The codes that a currency may have."""
    return _currencies()


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(filter(_ISO_COUNTRY.fullmatch, map(str, Locale("en").territories))) - _NO_COUNTRIES


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    """Codes by the folded names of countries in Vietnamese and English."""
    names = dict(_OTHER_NAMES)
    for language in ("vi", "en"):
        territories = Locale(language).territories
        names |= {fold(str(territories[code])): code for code in _countries() if code in territories}
    return names


def _country(value: object) -> str:
    text = _string(value).strip()
    if text.upper() not in _countries():
        code = _country_names().get(fold(text))
        raise mistake("country-unknown", text, **({"suggestion": code} if code else {}))
    return text.upper()


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _currency(value: object) -> str:
    text = _string(value).strip()
    if text.upper() not in _currencies():
        code = _CURRENCY_NAMES.get(text.lower())
        raise mistake("currency-unknown", value, **({"suggestion": code} if code else {}))
    return text.upper()


def _schema(**rules: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **rules})


_NUMBERISH = ["integer", "string"]

Line = Annotated[str, BeforeValidator(_line), _schema(maxLength=LONGEST_LINE)]
"""One line of text: NFC, no control characters, spaces collapsed, at most `LONGEST_LINE` letters."""
Phrase = Annotated[str, BeforeValidator(_phrase), _schema(maxLength=LONGEST_LINE)]
"""What a person may type to find something: at most `LONGEST_PHRASE` words."""
Text = Annotated[str, BeforeValidator(_paragraphs), _schema(maxLength=LONGEST_TEXT)]
"""Several paragraphs, divided by blank lines."""
Slug = Annotated[str, BeforeValidator(_slug), _schema(pattern=f"^{_SLUG.pattern}$", maxLength=LONGEST_ID)]
"""An id: `[a-z0-9]` words joined by hyphens, at most 80 letters, not a reserved name."""
Day = Annotated[date, BeforeValidator(_date), _schema(format="date")]
"""A calendar day written YYYY-MM-DD."""
Month = Annotated[str, BeforeValidator(_month), _schema(pattern=f"^{_ISO_MONTH.pattern}$")]
"""A month written YYYY-MM, of which no day is known."""
Year = Annotated[
    int,
    BeforeValidator(_whole_number(2018, 2100, "year-form")),
    WithJsonSchema({"type": _NUMBERISH, "minimum": 2018, "maximum": 2100}),
]
"""A year of the programme, which began in 2018 (Decision 490/QĐ-TTg)."""
Stars = Annotated[
    int,
    BeforeValidator(_whole_number(1, 5, "award-stars")),
    WithJsonSchema({"type": _NUMBERISH, "enum": [1, 2, 3, 4, 5, "1", "2", "3", "4", "5"]}),
]
"""Stars of a decision or a proposal, 1 to 5."""
SetNumber = Annotated[
    int,
    BeforeValidator(_whole_number(1, 26, "set-number")),
    WithJsonSchema({"type": _NUMBERISH, "minimum": 1, "maximum": 26}),
]
"""Number of one of the 26 official product sets (Decision 26/2026/QĐ-TTg, annex I)."""
Days = Annotated[
    int,
    BeforeValidator(_whole_number(0, 36_500, "days-form")),
    WithJsonSchema({"type": _NUMBERISH, "minimum": 0}),
]
"""A whole number of days."""
Whole = Annotated[
    int,
    BeforeValidator(_whole_number(0, 10**9, "days-form")),
    WithJsonSchema({"type": _NUMBERISH, "minimum": 0}),
]
"""A whole number, zero or more."""
Amount = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema({"type": ["number", "string"], "minimum": 0})]
"""A number, with a point before decimals and no marks between thousands."""
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"type": ["boolean", "string"]})]
"""`yes` or `no` (also `có`, `không`)."""
Url = Annotated[str, BeforeValidator(_url), _schema(format="uri", pattern="^https?://")]
"""An http or https address without user name; an international host name is kept as punycode."""
Email = Annotated[str, BeforeValidator(_email), _schema(format="email")]
"""A mail address."""
Phone = Annotated[str, BeforeValidator(_phone), _schema()]
"""A telephone number, kept as E.164 (+84…); a national number is read as Vietnamese."""
Gtin = Annotated[str, BeforeValidator(_gtin), _schema(pattern="^[0-9 ]{8,17}$")]
"""A GS1 article number with a right check digit, kept as 14 digits; in-store ranges are refused."""
TaxCode = Annotated[str, BeforeValidator(_tax_code), _schema()]
"""A Vietnamese tax code (mã số thuế)."""
HsCode = Annotated[str, BeforeValidator(_hs_code), _schema(pattern="^[0-9. ]{4,13}$")]
"""A Harmonized System code of 4, 6, 8 or 10 digits, kept as digits only."""
OcopCode = Annotated[str, BeforeValidator(_ocop_code), _schema(pattern=f"^{_OCOP_CODE.pattern}$")]
"""The official code on the score sheet: province-commune-serial-year (with a district before 2025)."""
Country = Annotated[str, BeforeValidator(_country), _schema(pattern="^[A-Za-z]{2}$")]
"""An ISO 3166-1 country code of two letters."""
Currency = Annotated[str, BeforeValidator(_currency), _schema(pattern="^[A-Za-z]{3}$")]
"""An ISO 4217 currency code."""
