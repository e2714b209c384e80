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
from typing import Annotated, Any
from urllib.parse import urlsplit

import phonenumbers
from babel import Locale
from babel.numbers import list_currencies
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum import ean
from stdnum.exceptions import ValidationError as NumberError
from stdnum.vn import mst

LONGEST_LINE = 300
LONGEST_TEXT = 8_000
EARLIEST_YEAR = 1990
LATEST_YEAR = 2100
INCOTERMS = ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\u00a0\u3000]+")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+")
_OCOP_CODE = re.compile(r"\d{1,2}(-\d{1,6}){3,4}")
_RESTRICTED_GTIN = re.compile(r"0{0,6}(02|04|2)\d*")
_NUMBER = re.compile(r"\d+(\.\d+)?")

RESERVED_IDS = frozenset({"con", "prn", "aux", "nul", "index", "api", "assets", "images", "404"})
"""Names that a file system or the site itself already uses."""


def mistake(kind: str, value: object = "", **details: object) -> PydanticCustomError:
    """One field mistake; `kind` is the id of its message, `details` fill the message."""
    return PydanticCustomError(kind, kind, {"value": str(value)[:120], **details})  # type: ignore[arg-type]


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise mistake("field-shape", type(value).__name__, expected="text")
    return value


def _clean(value: object, longest: int) -> str:
    text = unicodedata.normalize("NFC", _string(value)).strip()
    if len(text) > longest:
        raise mistake("text-too-long", text, length=len(text), longest=longest)
    if _CONTROL.search(text):
        raise mistake("text-control", text.encode("unicode_escape").decode())
    return text


def _line(value: object) -> str:
    return _SPACES.sub(" ", _clean(value, LONGEST_LINE).replace("\n", " "))


def _paragraphs(value: object) -> str:
    return _clean(value, LONGEST_TEXT)


def _date(value: object) -> date:
    text = _string(value).strip()
    if not _ISO_DATE.fullmatch(text):
        raise mistake("date-form", text, suggestion=_iso_suggestion(text))
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise mistake("date-impossible", text) from error
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise mistake("date-range", text, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    return day


def _iso_suggestion(text: str) -> str:
    found = _DAY_FIRST.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else "2026-05-22"


def _whole_number(lowest: int, highest: int, kind: str) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = str(value).strip()
        if not text.isascii() or not text.isdigit() or not lowest <= int(text[:12]) <= highest:
            raise mistake(kind, value, lowest=lowest, highest=highest)
        return int(text)

    return read


def _decimal(value: object) -> Decimal:
    text = str(value).strip()
    if len(text) > 18 or not text.isascii() or not _NUMBER.fullmatch(text):
        raise mistake("number-form", value)
    return Decimal(text)


def _yes_no(value: object) -> bool:
    answers = {"yes": True, "true": True, "có": True, "no": False, "false": False, "không": False}
    answer = value if isinstance(value, bool) else answers.get(_string(value).strip().lower())
    if answer is None:
        raise mistake("yes-no", value)
    return answer


def _slug(value: object) -> str:
    text = _string(value).strip()
    if len(text) > 80 or not _SLUG.fullmatch(text) or text in RESERVED_IDS:
        raise mistake("id-form", text)
    return text


def _url(value: object) -> str:
    text = _string(value).strip()
    if not text.isprintable() or any(letter in text for letter in " \\\"'<>`"):
        raise mistake("url-form", text)
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise mistake("url-form", text) from error
    if parts.scheme not in ("http", "https"):
        raise mistake("url-scheme", text)
    if "@" in parts.netloc or not _HOST.fullmatch(host):
        raise mistake("url-form", text)
    return parts._replace(netloc=host + port).geturl()


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
    if len(text) not in (8, 12, 13, 14) or not ean.is_valid(text):
        raise mistake("gtin-check-digit", value)
    padded = text.zfill(14)
    if _RESTRICTED_GTIN.fullmatch(padded.removeprefix("0")):
        raise mistake("gtin-restricted", value)
    return padded


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


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(code for code in Locale("en").territories if len(code) == 2 and code.isalpha() and code != "ZZ")


def _country(value: object) -> str:
    text = _string(value).strip().upper()
    if text not in _countries():
        raise mistake("country-unknown", value)
    return text


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _currency(value: object) -> str:
    text = _string(value).strip().upper()
    if text not in _currencies():
        raise mistake("currency-unknown", value)
    return text


def _one_of(allowed: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _string(value).strip()
        if text not in allowed:
            raise mistake("value-unknown", value, allowed=", ".join(allowed))
        return text

    return read


def choice(*allowed: str) -> Any:
    """A text field that takes exactly one of the words `allowed`; anything else is `value-unknown`."""
    return Annotated[str, BeforeValidator(_one_of(allowed)), WithJsonSchema({"enum": list(allowed)})]


def _schema(**rules: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **rules})


_NUMBERISH = ["integer", "string"]

Line = Annotated[str, BeforeValidator(_line), _schema(maxLength=LONGEST_LINE)]
"""One line of text: NFC, no control characters, spaces collapsed, at most `LONGEST_LINE` letters."""
Text = Annotated[str, BeforeValidator(_paragraphs), _schema(maxLength=LONGEST_TEXT)]
"""Several paragraphs, divided by blank lines."""
Slug = Annotated[str, BeforeValidator(_slug), _schema(pattern=f"^{_SLUG.pattern}$", maxLength=80)]
"""An id: `[a-z0-9]` words joined by hyphens, at most 80 letters, not a reserved name."""
Day = Annotated[date, BeforeValidator(_date), _schema(format="date")]
"""A calendar day written YYYY-MM-DD."""
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
