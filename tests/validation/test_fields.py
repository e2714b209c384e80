from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator import fields


def read(field: Any, value: object) -> object:
    """The checked value of a field."""
    return TypeAdapter(field).validate_python(value)


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        (fields.Line, "  Che\u0300  Shan\u00a0\ntuyết ", "Chè Shan tuyết"),
        (fields.Text, "Một\n\nHai\n", "Một\n\nHai"),
        (fields.Stars, " 4 ", 4),
        (fields.YesNo, "Có", True),
        (fields.YesNo, "no", False),
        (fields.Amount, "90.86", Decimal("90.86")),
        (fields.Days, "0", 0),
        (fields.Gtin, "8935049500155", "08935049500155"),
        (fields.Gtin, "893 5049 500155", "08935049500155"),
        (fields.Gtin, "0041000000041", "00041000000041"),
        (fields.HsCode, "0902.10.90", "09021090"),
        (fields.Phone, "0912 345 678", "+84912345678"),
        (fields.Phone, "+81 3-1234-5678", "+81312345678"),
        (fields.Country, "jp", "JP"),
        (fields.Country, "EU", "EU"),
        (fields.Currency, "vnd", "VND"),
        (fields.Url, "HTTPS://Example.VN/Chè?a=b#c", "https://example.vn/Chè?a=b#c"),
        (fields.Url, "https://chè.vn:8080", "https://xn--ch-8ia.vn:8080"),
        (fields.TaxCode, "0100000010", "0100000010"),
        (fields.OcopCode, "83-829-28780-3-2022", "83-829-28780-3-2022"),
    ],
)
def test_what_is_kept(field: Any, written: str, kept: object) -> None:
    """Harmless differences in writing are levelled; what is kept has one form."""
    assert kept == read(field, written)


@given(st.text(max_size=60) | st.from_regex(r"(https?|javascript|data|//)[:/a-z.@\\ -]{0,20}", fullmatch=True))
def test_an_accepted_address_is_harmless(text: str) -> None:
    """Whatever is accepted as an address leads to a named host over http, and cannot leave its attribute."""
    try:
        address = str(read(fields.Url, text))
    except ValidationError:
        return
    parts = urlsplit(address)
    assert parts.scheme in ("http", "https")
    assert (None, None) == (parts.username, parts.password)
    assert (parts.hostname or "").isascii()
    assert not set(address) & set(" \"'<>`\\\n\t\r\0")


@given(st.text(max_size=60))
def test_an_accepted_id_is_a_safe_file_name(text: str) -> None:
    """Whatever is accepted as an id cannot leave its folder or meet another id in upper case."""
    try:
        kept = str(read(fields.Slug, text))
    except ValidationError:
        return
    assert set(kept) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert kept not in fields.RESERVED_IDS


def mistakes_of(field: Any, value: object) -> list[str]:
    """The ids of the mistakes in a value."""
    try:
        read(field, value)
    except ValidationError as error:
        return [mistake["type"] for mistake in error.errors()]
    return []


ANYTHING = st.recursive(
    st.text(max_size=30) | st.none() | st.integers() | st.floats() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
ALL = [
    getattr(fields, name)
    for name in sorted(vars(fields))
    if name[0].isupper() and hasattr(getattr(fields, name), "__metadata__")
]


@pytest.mark.parametrize("field", ALL)
@given(value=ANYTHING)
def test_anything_is_accepted_or_named(field: Any, value: object) -> None:
    """No value makes a field fail in another way than with a mistake of ours."""
    assert all("-" in mistake for mistake in mistakes_of(field, value))
