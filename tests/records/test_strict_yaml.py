import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.issues import Path
from generator.records.raw import Raw
from generator.records.strict_yaml import DEEPEST, StrictYamlError, find_lost_text, locate, locate_key, parse, render

WORDS = [
    "NO",
    "yes",
    "On",
    "0712345",
    "0o17",
    "0x1F",
    "1_000",
    "12:30",
    "1e3",
    "1.50",
    ".inf",
    "NaN",
    "2026-05-22",
    "=",
]
"""What other readers of YAML take for numbers, times, days or truth."""
YAML_LETTERS = st.text("ab:-#&*!|>'\"%@`{}[],?~ \n\t\\.0é<=", max_size=40)
"""Text full of the signs that mean something in YAML."""
# What YAML 1.1 can hold and keep as it is: line breaks of other systems become \n.
letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff")
texts = st.text(letters | st.sampled_from("\n"), max_size=20) | st.sampled_from(
    [*WORDS, "", "~", "null", " x ", "a: b"]
)
keys = st.text(letters, min_size=1, max_size=10) | st.sampled_from([*WORDS, "~", "null", "- a", "a: b", "<<", "?"])
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3),
    max_leaves=8,
)


def read_or_refuse(text: str) -> dict[str, Raw] | StrictYamlError:
    """The record, or the mistake that forbids it."""
    try:
        return parse(text)
    except StrictYamlError as mistake:
        return mistake


@pytest.mark.parametrize("word", WORDS)
def test_a_value_stays_as_written(word: str) -> None:
    """Nothing is guessed from how a value looks."""
    assert {"value": word} == parse(f"value: {word}")
    assert {word: "value"} == parse(f"{word}: value")
    assert {"list": [word, word]} == parse(f"list: [{word}, {word}]")


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "''", '""'])
def test_nothing_is_empty_text(nothing: str) -> None:
    """A value left out, and what YAML writes for nothing, is empty text."""
    assert {"value": ""} == parse(f"value: {nothing}")


@pytest.mark.parametrize("text", ['"null"', "'~'", '"NULL"'])
def test_quoted_nothing_is_a_word(text: str) -> None:
    """In quotation marks the words for nothing are words."""
    assert {"value": text[1:-1]} == parse(f"value: {text}")


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n", "~", "null\n"])
def test_an_empty_file_states_nothing(text: str) -> None:
    """A file without fields is an empty record, not a mistake of form."""
    assert {} == parse(text)


@given(st.text(max_size=200) | YAML_LETTERS | st.text(st.characters(), max_size=50))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever a file holds, it is a record or one mistake with its place."""
    result = read_or_refuse(text)
    if isinstance(result, StrictYamlError):
        assert result.kind.startswith("yaml-")
        assert result.line >= 1
        assert result.column >= 1


@given(YAML_LETTERS | st.text(st.sampled_from("ab:# \n\r\x85\u2028-[],{}'\""), max_size=30))
def test_lost_text_stands_where_it_is_told(text: str) -> None:
    """In whatever text is read: its sign is in that place, and it is in no value."""
    if isinstance(read_or_refuse(text), StrictYamlError):
        return
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    for line, column, lost, whole in find_lost_text(text):
        assert lines[line - 1][column - 1 :].startswith(lost)
        assert lost.startswith("#")
        assert whole.endswith(lost)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a: Lô #5, khu A\n", ["Lô #5, khu A"]),
        ("a: #OCOP\n", ["#OCOP"]),
        ("a: [x #y\n  , z]\n", ["x #y"]),
        ("a: b\n  c #d # e\n", ["b c #d"]),
        ("a: 11  # xem lại\n", []),
        ("a: C#5\nb: 'x #y'\nc: |\n  x #y\n#d\n", []),
        ("a: 'x' #y\n", []),
    ],
)
def test_text_after_a_sign_is_found(text: str, lost: list[str]) -> None:
    """Where a plain value ends before it, unless a blank after the sign makes it a remark."""
    assert lost == [whole for _, _, _, whole in find_lost_text(text)]


@pytest.mark.parametrize("bomb", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a:\n" * 10, "? " * 50_000])
def test_bombs_are_refused_at_once(bomb: str) -> None:
    """Deep nesting is refused at the first level too many, without reading on."""
    with pytest.raises(StrictYamlError):
        parse(f"value: {bomb}\n" if bomb[0] in "[{" else bomb)


def test_depth() -> None:
    """As deep as allowed is read, one level more is not."""
    inside = DEEPEST - 1
    assert parse("a: " + "[" * inside + "]" * inside)
    with pytest.raises(StrictYamlError, match="yaml-depth"):
        parse("a: " + "[" * (inside + 1) + "]" * (inside + 1))


@given(st.dictionaries(keys, values, max_size=4))
def test_what_is_written_is_read_again(record: dict[str, Raw]) -> None:
    """Any record of texts in lists and maps comes back from its file as it was."""
    assert record == parse(render(record))


DOCUMENT = """\
name:
  vi: Chè Shan tuyết
awards:
  - stars: 4
    issued: 2025-12-30
  - {stars: 5, level: ministry}
hs: ["0902", "0903"]
brand:
"""


@pytest.mark.parametrize(
    ("path", "place", "key_place"),
    [
        ((), (1, 1), (1, 1)),
        (("name",), (2, 3), (1, 1)),
        (("name", "vi"), (2, 7), (2, 3)),
        (("name", "en"), (2, 3), (2, 3)),
        (("awards", 0), (4, 5), (4, 5)),
        (("awards", 0, "issued"), (5, 13), (5, 5)),
        (("awards", 1, "level"), (6, 23), (6, 16)),
        (("awards", 1, "level", "more"), (6, 23), (6, 23)),
        (("awards", 7, "stars"), (4, 3), (4, 3)),
        (("hs", 1), (7, 14), (7, 14)),
        (("brand",), (8, 1), (8, 1)),
        (("nowhere", 3), (1, 1), (1, 1)),
    ],
)
def test_place(path: Path, place: tuple[int, int], key_place: tuple[int, int]) -> None:
    """A value and its key are found; what is missing is shown by what stands above it."""
    assert place == locate(DOCUMENT, path)
    assert key_place == locate_key(DOCUMENT, path)


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_place_in_an_empty_file(text: str) -> None:
    """In an empty file everything is missing at its beginning."""
    assert (1, 1) == locate(text, ("name",))


def test_place_counts_letters() -> None:
    """Columns count letters, not bytes, also outside the first plane."""
    assert (1, 17) == locate("{Đặc sản: 🍵, b: x}", ("b",))
