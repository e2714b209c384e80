"""The quick reader gives what the library gives, or leaves the text to it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.plain_yaml import read_plain
from generator.records.strict_yaml import StrictYamlError, find_lost_text, parse_any, render
from tests.records.test_strict_yaml import YAML_LETTERS, values

ROOT = Path(__file__).parents[2]
WORDS = st.sampled_from(
    [
        *("a", "b", "trà sen", "12", "1.5", "-1", "null", "Null", "~", "yes", "x: y", "x:y", "x #y", "x#y", "", " "),
        *("'q'", '"q"', "'it''s'", '"a\\n"', "- a", "-a", "?", "|", "|-", ">", "&a", "*a", "!t x", "#c", "[en]"),
        *("[a, b]", "{a: b}", "{a: [b]}", "{a:b}", "{a: b, a: c}", "[a: b]", "{a: b }", "[ a , b ]", "{a}", "[]"),
        *("{a: 'x', b: \"y\"}", '["a, b" ]', "[-1]", "[a", "{}", "[a] b", "[a]: b", "a,b", "a]", "...", "---"),
        *("%x", "@x", "`x", "{a: null}", "{'a': b}", "{a: b,c: d}", "a'b", 'a"b', "a: b:"),
    ]
)
KEYS = st.sampled_from(
    ["a:", "b:", "c:", "null:", "d1:", "A:", "a b:", "'a':", "- a:", "- b:", "-", "- - a:", "#", "? a"]
)
LINES = st.builds(
    lambda indent, key, gap, word: " " * indent + key + gap + word,
    st.integers(0, 6),
    KEYS | st.just(""),
    st.sampled_from([" ", " ", " ", "  ", ""]),
    WORDS,
)
TEXTS = st.lists(LINES, max_size=7).map(lambda lines: "".join(f"{line}\n" for line in lines))


def read_any(text: str) -> object:
    """What the library makes of a text; None for a mistake."""
    try:
        return parse_any(text)
    except StrictYamlError:
        return None


@given(TEXTS | YAML_LETTERS | YAML_LETTERS.map(lambda text: f"{text}\n"))
def test_what_is_read_quickly_is_read_equally(text: str) -> None:
    """No text is read to other values, and none with a mistake is read at all."""
    quick = read_plain(text)
    assert quick is None or quick == read_any(text)
    assert quick is None or [] == list(find_lost_text(text))


@given(st.dictionaries(st.sampled_from("abcdef"), values, max_size=5))
def test_written_records_are_read_equally(record: dict[str, object]) -> None:
    """Whatever the importer writes."""
    text = render(record)
    assert read_plain(text) in (None, parse_any(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n", {"a": "b"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ("a:\n  - b: c\n    d: e\n  - f\n", {"a": [{"b": "c", "d": "e"}, "f"]}),
        ("a: {b: c d, e: [f, 'g']}\n", {"a": {"b": "c d", "e": ["f", "g"]}}),
        ("a: |\n  b\n\n  c\nd:\n", {"a": "b\n\nc\n", "d": ""}),
        ("# a\n\na: 'b # c'\nd: null\n", {"a": "b # c", "d": ""}),
    ],
)
def test_the_plain_form_is_read(text: str, expected: dict[str, object]) -> None:
    """The forms that records have need no library."""
    assert expected == read_plain(text)


@pytest.mark.parametrize(
    "text", ["a: b", "a: &x b\n", "a: >\n  b\n", "a: b # c\n", "a: b\na: c\n", "\ta: b\n", "a:\n- b\n"]
)
def test_any_other_form_is_left_to_the_library(text: str) -> None:
    """Rare forms and mistakes."""
    assert read_plain(text) is None


def test_most_real_records_have_the_plain_form() -> None:
    """Otherwise the quick reader would cost time and save none."""
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "products" / "records").rglob("*.yml")]
    assert len(texts) >= 240
    assert sum(read_plain(text) is not None for text in texts) >= 0.8 * len(texts)
