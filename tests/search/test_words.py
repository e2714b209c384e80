"""The scripts take texts apart, fold, pack and highlight exactly as the generator does: one list of cases for both."""

import re
import unicodedata
from pathlib import Path
from random import Random

import pytest

from generator.facts.words import Tokens
from generator.languages.folding import fold
from generator.languages.words import without_place_of_tone, words_of
from generator.search.packing import Packer, pack_all
from tests.languages.test_folding import read_vectors
from tests.search.engine import Engine
from tests.search.indexes import SEED

WORDS = Path(__file__).parents[1] / "cases" / "words.tsv"
SYLLABLES = (
    "hoà",
    "thuỷ",
    "quý",
    "Nghiêng",
    "đường",
    "Ưu",
    "ăn",
    "oẻ",
    "khoẻ",
    "uỷ",
    "gìn",
    "giữ",
    "y",
    "ỷ",
    "x1",
    "3m",
)


def read_words() -> list[tuple[str, list[str]]]:
    """Texts of the shared list with their words."""
    lines = [line for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    pairs = [line.split("\t") for line in lines]
    return [
        (re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text), words.split()) for text, words in pairs
    ]


@pytest.mark.parametrize(("text", "folded"), read_vectors())
def test_folding(bare: Engine, text: str, folded: str) -> None:
    """Every pair of the shared list folds alike in JavaScript."""
    assert folded == bare.call("fold", text)


@pytest.mark.parametrize(("text", "words"), read_words())
def test_words(bare: Engine, text: str, words: list[str]) -> None:
    """Every text of the shared list has the same words on both sides."""
    assert words == words_of(text)
    assert words == Tokens().words(text)
    tokens = bare.call("core.tokens", text)
    assert words == [token["written"] for token in tokens]
    assert [fold(word) for word in words] == [token["term"] for token in tokens]


def test_texts_at_random(bare: Engine) -> None:
    """Vietnamese, Latin and other letters, composed or not, in any case, give the same words."""
    random = Random(SEED)  # noqa: S311  the same every time
    letters = [
        chr(code) for code in (*range(0x20, 0x250), *range(0x300, 0x36F), *range(0x1E00, 0x1F00), 0x2028, 0x8336)
    ]
    for _ in range(150):
        text = "".join(random.choices(letters, k=30))
        expected = [(word, fold(word)) for word in words_of(text)]
        assert expected == [(token["written"], token["term"]) for token in bare.call("core.tokens", text)]


def test_spellings(bare: Engine) -> None:
    """Words that differ only in which letter bears the tone are one word."""
    for word in SYLLABLES:
        for form in (word.lower(), unicodedata.normalize("NFD", word.lower())):
            expected = without_place_of_tone(unicodedata.normalize("NFC", form))
            assert expected == bare.call("core.spelling", unicodedata.normalize("NFC", form))
    assert bare.call("core.spelling", "hoà") == bare.call("core.spelling", "hòa")


@pytest.mark.parametrize(
    ("typed", "written", "grade"),
    [
        ("dừa", "dừa", 0),
        ("hoà", "hòa", 0),
        ("dua", "dừa", 1),
        ("dưa", "dừa", 1),
        ("dừa", "dưa", 2),
        ("dừa", "dứa", 2),
        ("đac", "đặc", 1),
        ("dac", "đặc", 1),
        ("đặc", "dac", 2),
        ("đặ", "đặc", 1),
        ("trà", "trắng", 2),
        ("muói", "muối", 1),
        ("nuơc", "nước", 1),
        ("mam", "mă̆m", 1),
    ],
)
def test_grades(bare: Engine, typed: str, written: str, grade: int) -> None:
    """The same marks, fewer of them, or others."""
    token = bare.call("core.tokens", typed)[0]
    assert grade == bare.call("core.grade", token, written)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nuowcs", ["nuoc"]),
        ("muwcj", ["muc"]),
        ("fu", ["phu"]),
        ("xau", ["sau"]),
        ("chang", ["trang"]),
        ("dua", ["giua", "rua"]),
        ("nghe", ["nge"]),
        ("cakes", []),
        ("tea", []),
        ("x1", []),
    ],
)
def test_respellings(bare: Engine, typed: str, meant: list[str]) -> None:
    """Syllables only, each once, and never the word itself."""
    assert meant == bare.call("core.respellings", typed)


def test_packed_numbers(bare: Engine) -> None:
    """Numbers of any size, lists of any density."""
    random = Random(SEED)  # noqa: S311  the same every time
    packer = Packer(5000)
    for share in (0.0005, 0.01, 0.1, 0.3, 0.7, 1):
        numbers = [number for number in range(5000) if random.random() < share]
        assert numbers == bare.call("core.unpackAscending", packer.ascending(numbers))
    numbers = [random.randrange(10 ** random.randrange(1, 13)) for _ in range(500)]
    assert [0, 58, 59, 1828, 1829, *numbers] == bare.call("core.unpack", pack_all([0, 58, 59, 1828, 1829, *numbers]))


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Nước mắm Phú Quốc", ["nuoc", "mam"], ["Nước", "mắm"]),
        ("Nước mắm Phú Quốc", ["nuoc", "ma*"], ["Nước", "mắ"]),
        ("Cà phê, cao cấp", ["ca"], ["Cà"]),
        ("Đắk Lắk", ["daklak"], ["Đắk Lắk"]),
        ("Đắk Lắk", ["dakl*"], ["Đắk L"]),
        ("Trà – TRÀ", ["trà"], ["Trà", "TRÀ"]),
        ("Chè Shan", ["chè", "shan", "ch*"], ["Chè", "Shan"]),
        (unicodedata.normalize("NFD", "Cà phê"), ["ca", "ph*"], [unicodedata.normalize("NFD", "Cà"), "ph"]),
        ("<b>tea</b> & co", ["b", "tea"], ["b", "tea", "b"]),
        ("nothing", ["x", "", "*"], []),
        ("", ["x"], []),
    ],
)
def test_highlights(bare: Engine, text: str, words: list[str], marked: list[str]) -> None:
    """What is marked is a part of the original text, with its marks."""
    spans = bare.call("mark", text, words)
    assert marked == [text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") for start, end in spans]
