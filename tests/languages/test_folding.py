import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.languages.folding import fold

VECTORS = Path(__file__).parents[1] / "cases" / "folding.tsv"
TEXTS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x1EFF, codec="utf-8"), max_size=20)
"""Latin letters with all their marks, and more."""


def read_vectors() -> list[tuple[str, str]]:
    """Pairs of a text and its folded form."""
    lines = [line for line in VECTORS.read_text("utf-8").splitlines() if not line.startswith("#")]
    pairs = [line.split("\t") for line in lines]
    return [(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text), folded) for text, folded in pairs]


@pytest.mark.parametrize(("text", "folded"), read_vectors())
def test_vector(text: str, folded: str) -> None:
    """Every pair of the shared list folds as written there."""
    assert folded == fold(text)


@given(TEXTS)
def test_folded_text_stays_as_it_is(text: str) -> None:
    """Folding twice is folding once."""
    assert fold(text) == fold(fold(text))


@given(TEXTS)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    """The Unicode form in which a text was typed makes no difference."""
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert {fold(text)} == {fold(composed), fold(decomposed)}


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặềểễếệờởỡớợừửữứựỳỷỹýỵ ", max_size=20))
def test_vietnamese_folds_to_plain_letters(text: str) -> None:
    """Whatever is typed in Vietnamese can be found with an English keyboard, in upper case too."""
    folded = fold(text)
    assert folded.isascii()
    assert folded == fold(text.upper())
    assert len(text) == len(folded)
