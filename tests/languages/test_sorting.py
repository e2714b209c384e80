import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.languages.sorting import sort_key

ALPHABET = [*"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"]
VIETNAMESE = [
    "3 sao",
    "5 sao",
    "An Giang",
    "Ăn chay",
    "Ấm trà",
    "Bánh",
    "Cà phê",
    "Cam",
    "Chả cá",
    "Chè",
    "Chè Bản Liền",
    "Cốm",
    "Dầu gội",
    "Dưa",
    "Đá mỹ nghệ",
    "Đặc sản",
    "Đũa",
    "Em",
    "Ếch",
    "ma",
    "mà",
    "mả",
    "mã",
    "má",
    "mạ",
    "mai",
    "mắm",
    "mật ong",
    "Ong",
    "Ổi",
    "Ớt",
    "Trà",
    "Úc",
    "Ướp",
    "Yến",
]
"""Spaces, digits, letters; `ch` and `tr` are two letters; a tone counts only where all letters are equal."""
ENGLISH = ["an", "Ăn", "apple", "Banana", "Cà phê", "coffee", "Đà Lạt tea", "durian"]


def shuffled(names: list[str]) -> list[str]:
    """The names in another order."""
    return [*names[1::2], *reversed(names[::2])]


def test_vietnamese_alphabet() -> None:
    """The letters stand in the order of the Vietnamese alphabet: ă and â after a, đ after d."""
    assert ALPHABET == sorted(shuffled(ALPHABET), key=sort_key("vi"))
    capitals = [letter.upper() for letter in ALPHABET]
    assert capitals == sorted(shuffled(capitals), key=sort_key("vi"))


def test_vietnamese_names() -> None:
    """Names of products stand as in a Vietnamese dictionary."""
    assert VIETNAMESE == sorted(shuffled(VIETNAMESE), key=sort_key("vi"))


def test_english_names() -> None:
    """For an English reader marks count only between equal letters; đ stands with d."""
    assert ENGLISH == sorted(shuffled(ENGLISH), key=sort_key("en"))


@pytest.mark.parametrize("language", ["vi", "en"])
@given(text=st.text(max_size=20))
def test_any_text_has_a_key(language: str, text: str) -> None:
    """No text stops a listing from being sorted."""
    assert sort_key(language)(text) == sort_key(language)(text)


@given(st.text(max_size=20))
def test_unicode_form_does_not_move_a_vietnamese_name(text: str) -> None:
    """A name typed in decomposed letters stands in the same place."""
    key = sort_key("vi")
    assert key(unicodedata.normalize("NFC", text)) == key(unicodedata.normalize("NFD", text))


@given(st.text("aăâdđeêoôơuư", min_size=1), st.sampled_from("\u0300\u0309\u0303\u0301\u0323"))
def test_a_tone_never_outweighs_a_letter(word: str, tone: str) -> None:
    """A word with a tone stands right after the same word without it, before every longer word."""
    key = sort_key("vi")
    last, toned = word[-1], word
    if last not in "dđ":
        toned = word[:-1] + unicodedata.normalize("NFC", last + tone)
        assert key(word) < key(toned)
    assert key(toned) < key(word + "a")
