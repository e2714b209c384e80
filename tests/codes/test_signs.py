"""Codes as people hear, type and mistype them."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from generator.codes.signs import LENGTH, SIGNS, check_sign, codes_for, is_code, read_code

payloads = st.text(SIGNS, min_size=LENGTH - 1, max_size=LENGTH - 1)
ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(payloads, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_never_another_code(payload: str, place: int, sign: str) -> None:
    """Whichever sign is mistaken for whichever other, the result is no code."""
    code = payload + check_sign(payload)
    typed = code[:place] + sign + code[place + 1 :]
    assert (typed == code) is is_code(typed)


@given(payloads, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_never_another_code(payload: str, one: int, other: int) -> None:
    """Also when they do not stand beside each other."""
    signs = list(payload + check_sign(payload))
    code = "".join(signs)
    signs[one], signs[other] = signs[other], signs[one]
    assert ("".join(signs) == code) is is_code("".join(signs))


def test_no_sign_can_be_taken_for_another() -> None:
    """Nothing that looks like a digit or like two other letters, no vowels that make words."""
    assert not set(SIGNS) & set("01ijlo" + "bgqsz" + "mwu" + "aeiou")
    assert len(SIGNS) == len(set(SIGNS)) == 19
    assert len(SIGNS) ** (LENGTH - 1) > 2_000_000


def test_a_code_is_read_however_it_was_typed() -> None:
    """In either case, in groups; a sign that codes do not have makes it none."""
    assert "h95vy8" == read_code("H95 VY8") == read_code("h95-vy8")
    assert read_code("h95vyo") is None
    assert read_code("h95vy9") is None
    assert read_code("") is None


@given(ids)
def test_an_id_always_begins_at_the_same_codes(one: str) -> None:
    """All different, all codes; the same in every process and version."""
    first = list(islice(codes_for(one), 40))
    assert first == list(islice(codes_for(one), 40))
    assert 40 == len(set(first))
    assert all(map(is_code, first))


def test_codes_that_were_printed_stay() -> None:
    """What is asked of no later version: to give the code of an id anew in another way."""
    assert "h95vy8" == next(codes_for("che-dinh"))
