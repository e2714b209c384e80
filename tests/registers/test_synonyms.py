"""How texts are read with synonyms: which groups lead to them, and which do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registers import SynonymsFile
from generator.synonyms import Synonyms

GROUPS: list[dict[str, list[str]]] = [
    {"vi": ["hải sản"], "en": ["seafood"], "covers": ["mực", "cá", "nước mắm"]},
    {"vi": ["mực"], "en": ["squid"], "except": ["mực in"]},
    {"vi": ["cá"], "en": ["fish"], "covers": ["cá cơm"], "except": ["cá sấu"]},
    {"vi": ["cá cơm"], "en": ["anchovy"]},
    {"vi": ["nước mắm"], "en": ["fish sauce"]},
    {"vi": ["mắm"], "en": ["fermented fish paste"]},
    {"vi": ["dừa"], "en": ["coconut"]},
    {"vi": ["hòa tan"], "en": ["instant"]},
]
SEAFOOD, SQUID, FISH, ANCHOVY, SAUCE, PASTE, COCONUT, INSTANT = range(len(GROUPS))


def synonyms_of(*groups: object) -> Synonyms:
    """Synonyms made from a file with these groups."""
    return Synonyms(SynonymsFile.model_validate({"groups": groups}))


SMALL = synonyms_of(*GROUPS)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Mực khô", {SQUID, SEAFOOD}),
        ("Dried squid", {SQUID, SEAFOOD}),
        ("hải sản tươi", {SEAFOOD}),
        ("Nước mắm cá cơm", {SAUCE, ANCHOVY, FISH, SEAFOOD}),
        ("Mắm cá", {PASTE, FISH, SEAFOOD}),
        ("Anchovy fish sauce", {ANCHOVY, FISH, SAUCE, SEAFOOD}),
        ("Hộp mực in", set()),
        ("Mực in hình con mực", {SQUID, SEAFOOD}),
        ("Da cá sấu", set()),
        ("Cá sấu và cá", {FISH, SEAFOOD}),
        ("Kẹo dừa", {COCONUT}),
        ("Kẹo dứa, dưa hấu, dua", set()),
        ("squids, anchovies", {SQUID, ANCHOVY, FISH, SEAFOOD}),
        ("squidgy", set()),
        ("", set()),
    ],
)
def test_groups_that_lead_to_a_text(text: str, groups: set[int]) -> None:
    """Narrow and wide, not from wide to narrow; the longer phrase is meant; marks count; exceptions are left out."""
    assert groups == SMALL.groups_in(text)


@pytest.mark.parametrize(
    "text", ["Hòa tan", "HÒA TAN", "hoà tan", "cà phê/hoà-tan", unicodedata.normalize("NFD", "hoà tan")]
)
def test_spelling_makes_no_difference(text: str) -> None:
    """Neither case, nor Unicode form, nor the vowel that bears the tone."""
    assert {INSTANT} == SMALL.groups_in(text)


def test_groups_that_cover_each_other_are_one() -> None:
    """A circle is walked once."""
    circle = synonyms_of({"vi": ["một"], "covers": ["hai"]}, {"vi": ["hai"], "covers": ["một", "không"]})
    assert {0, 1} == circle.groups_in("một") == circle.groups_in("hai")


def test_a_phrase_of_two_groups_leads_by_both() -> None:
    """A word with two meanings is looked for under both."""
    both = synonyms_of({"vi": ["tiêu"], "en": ["pepper"]}, {"vi": ["ớt"], "en": ["pepper"]})
    assert {0, 1} == both.groups_in("Red pepper")


def test_a_project_can_do_without() -> None:
    """No file, no synonyms."""
    nothing = Synonyms(SynonymsFile())
    assert (frozenset(), ()) == (nothing.groups_in("Nước mắm"), nothing.groups)


@pytest.mark.parametrize(
    ("phrase", "plurals"),
    [
        ("mung bean", ["mung beans"]),
        ("box", ["boxes"]),
        ("radish", ["radishes"]),
        ("berry", ["berries"]),
        ("toy", ["toys"]),
        ("mango", ["mangoes", "mangos"]),
        ("bamboo", ["bamboos"]),
        ("greens", []),
    ],
)
def test_english_plurals_are_added(phrase: str, plurals: list[str]) -> None:
    """Regular ones; what ends in s is taken for a plural."""
    assert (("quế", phrase, *plurals),) == synonyms_of({"vi": ["quế"], "en": [phrase]}).groups


@given(st.lists(st.sampled_from(["cá", "cơm", "sấu", "mực", "in", "nước", "mắm", "dừa", "và"]), max_size=12))
def test_every_group_found_is_said_or_covers_what_is_said(words: list[str]) -> None:
    """Nothing is found of which neither the text nor a narrower group's phrase tells."""
    text = " ".join(words)
    for number in SMALL.groups_in(text):
        said = [*GROUPS[number]["vi"], *(GROUPS[number].get("covers", [])), "cá cơm" if number == SEAFOOD else ""]
        assert any(phrase in text for phrase in said if phrase)
