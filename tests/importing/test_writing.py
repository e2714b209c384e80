"""How records are written: what is read back is what was written, and officers like to read it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.models import ordered
from generator.model import Product
from generator.records.plain_render import render_plain
from generator.records.strict_yaml import parse, render, render_any
from tests.importing.project import ROOT

AWKWARD = ["~", "null", "", "a: b", "a #b", "<<", "- x", "NO", "yes", "0712", "12:30", "2025-06-26", "1e3", "*a", "\n"]
texts = st.one_of(st.sampled_from(AWKWARD), st.text(), st.text(alphabet=" \n\t#:-'\"ab\u2028\x85\ufeffế", max_size=12))
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(texts, values, max_size=4))
def test_what_is_written_is_read_back(record: dict[str, object]) -> None:
    """Any text, in any shape."""
    assert record == parse(render(record))


@given(st.dictionaries(st.from_regex("[a-z_]{1,4}", fullmatch=True), values, max_size=4))
def test_the_quick_writer_writes_the_same(record: dict[str, object]) -> None:
    """To the byte, where it writes anything at all."""
    assert render(record) == render_any(record)


LIKELY = st.one_of(
    st.sampled_from(AWKWARD),
    st.from_regex(r"[A-Za-zĐđếộ0-9](?:[A-Za-zđế0-9 ,.:/#()'\"&-]{0,20})", fullmatch=True),
    st.text(alphabet="chè Đinh ", min_size=90, max_size=130),
)
parts = st.recursive(
    LIKELY,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["vi", "en", "note", "n"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["name", "awards", "sources", "no", "hs"]), parts, max_size=4))
def test_the_quick_writer_writes_likely_records_the_same(record: dict[str, object]) -> None:
    """Texts, decisions, addresses and long lines, in lists and maps."""
    assert render(record) == render_any(record)


def test_the_quick_writer_writes_real_records_the_same() -> None:
    """As they stand in the repository; nearly half of them are plain, those without long notes."""
    files = [*(ROOT / "products/records").rglob("*.yml"), *(ROOT / "products/producers").glob("*.yml")]
    records = [parse(file.read_text(encoding="utf-8")) for file in files]
    assert [] == [one for one in records if render(one) != render_any(one)]
    assert sum(render_plain(one, 6) is not None for one in records) > 0.4 * len(records)


def test_only_what_would_be_misread_is_quoted() -> None:
    """Days, numbers and answers are plain, codes stand in one line; leading zeros and YAML's own words are quoted."""
    record = {
        "issued": "2025-06-26",
        "stars": "5",
        "score": "90.86",
        "inferred": "yes",
        "translated": ["en", "fr"],
        "hs": "0813",
        "note": "a: b",
        "net": "~",
        "story": "một\n\nhai\n",
    }
    expected = """\
issued: 2025-06-26
stars: 5
score: 90.86
inferred: yes
translated: [en, fr]
hs: '0813'
note: 'a: b'
net: '~'
story: |
  một

  hai
"""
    assert expected == render(record)


def test_keys_come_in_the_order_of_the_models() -> None:
    """Whatever order they were found in; blanks are left out and unknown keys come last."""
    found = ordered(
        {
            "x": "1",
            "brand": "",
            "awards": [{"issued": "2025-06-26", "stars": "5"}],
            "name": {"translated": ["en"], "en": "Tea", "vi": "Chè"},
        },
        Product,
    )
    expected = "name:\n  vi: Chè\n  en: Tea\n  translated: [en]\nawards:\n  - stars: 5\n    issued: 2025-06-26\nx: 1\n"
    assert expected == render(found)
