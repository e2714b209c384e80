"""The files of the index: the same bytes for the same records, small, named by their content, harmless."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from generator.facts import FactFinder
from generator.facts.words import section_of
from generator.languages.folding import fold
from generator.model.flat import pack
from generator.search.index import SearchIndex
from generator.search.packing import DIGITS, MARKS
from generator.search.parts import content_hash, escape, unescape
from generator.search.shards import LARGEST, starts_of
from tests.search.indexes import ROOT, Index

HASHED = re.compile(r"search/(all|vi|en)/([a-z])-([0-9A-Za-z_]*)\.([a-z2-7]{6})\.js")
CALL = re.compile(r'OCOP\.part\("([^"]+)",(.*)\);\n', re.DOTALL)


@pytest.mark.parametrize("name", ["real", "synthetic"])
def test_files_are_named_by_their_content(request: pytest.FixtureRequest, name: str) -> None:
    """So that a cache never mixes two builds; only the directories keep their names."""
    index: Index = request.getfixturevalue(name)
    for path, text in index.files.items():
        key, data = CALL.fullmatch(text).groups()
        json.loads(data)
        if path.endswith("/index.js"):
            assert f"search/{key}.js" == path
        else:
            assert HASHED.fullmatch(path)
            assert f"search/{key}.{content_hash(text)}.js" == path


def test_files_are_small(synthetic: Index) -> None:
    """No file of terms is above its limit unless it holds a single one, and none of another kind is large."""
    for path, text in synthetic.files.items():
        if "/w-" in path:
            terms = json.loads(CALL.fullmatch(text)[2])[0].split(" ")
            assert len(text) < LARGEST + 100 or len(terms) == 1
        assert len(text.encode()) < 40_000


def test_what_many_producers_are_called_is_not_written_as_one(synthetic: Index) -> None:
    """Hợp tác of every other producer is known by their kind; Bắc Hà of a few is kept."""
    records: dict[str, str] = {}
    for path, text in synthetic.files.items():
        if "/w-" in path:
            terms, found = json.loads(CALL.fullmatch(text)[2])
            records |= dict(zip(terms.split(" "), found.split(" "), strict=True))
    together = {term: record.rsplit("~", 1)[1].split(",") for term, record in records.items() if "~" in record}
    by_makers = [term for term, fields in together.items() if len(fields) > 1 and fields[1]]
    assert by_makers
    assert "" == together["hoptac"][1]
    assert "hoptac" not in by_makers


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever order Python's sets happen to have."""
    config = str(ROOT / "mkdocs.yml")
    command = [sys.executable, "-m", "tests.search.fingerprint", config]
    seeds = ("0", "1")
    hashes = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        for seed in seeds
    }
    assert 1 == len(hashes)
    assert [] == list(tmp_path.iterdir())


def test_parts_can_be_made_in_any_order(synthetic: Index) -> None:
    """Each part makes its own files, whoever comes first; the directories need only their paths."""
    index = SearchIndex(synthetic.source)
    parts = [*chain(*index.parts(), *map(index.cards, synthetic.source.texts))]
    files = [file for part in reversed(parts) for file in part.make()]
    assert {1} == set(Counter(path for path, _ in files).values())
    last = list(index.directories(["en/index.html", *(path for path, _ in files)]))
    assert synthetic.files == dict(sorted([*files, *last]))


def test_an_edited_record_changes_few_files(synthetic: Index) -> None:
    """Names carry the content: what stays the same keeps its name and is not written again."""
    entries = list(synthetic.source.entries)
    place = len(entries) // 2
    product = entries[place].product
    changed = product.model_copy(update={"name": product.name.model_copy(update={"vi": f"{product.name.vi} zzzz"})})
    facts = FactFinder(synthetic.source.registers).of_product(changed)
    packed = entries[place].packed._replace(content=pack(changed), facts=facts)
    entries[place] = replace(entries[place], packed=packed, facts=facts)
    old, new = SearchIndex(synthetic.source), SearchIndex(replace(synthetic.source, entries=entries))
    made = {path for part in chain(*new.parts(), *map(new.cards, synthetic.source.texts)) for path, _ in part.make()}
    changes = made - set(synthetic.files)
    assert {"c", "w"} == {HASHED.fullmatch(path)[2] for path in changes}
    assert 6 >= len(changes)
    before, after = ([part for part in chain(*index.parts()) if part.made_from] for index in (old, new))
    last = product.name.vi.rsplit(maxsplit=1)[-1]
    sections = {f"terms/{section_of(fold(word))}" for word in ("zzzz", last)}
    assert sections == {one.name for one, other in zip(before, after, strict=True) if one.made_from != other.made_from}


def test_names_are_safe_everywhere() -> None:
    """Whatever letters a word has, its file can be written on any system and asked for by any address."""
    for name in ("", "ca", "茶", "a/b", "..", "😀", "con", "%2e", "A_b", "ß"):
        assert re.fullmatch("[0-9A-Za-z_]*", escape(name))
        assert name == unescape(escape(name))


def test_digits_need_no_escape() -> None:
    """Packed numbers stand in JSON as they are, and hold none of the signs that divide."""
    assert 89 == len(set(DIGITS)) == len(DIGITS)
    assert f'"{DIGITS}"' == json.dumps(DIGITS)
    assert not set(DIGITS) & set(MARKS)


def runs(*terms: str) -> Iterator[Sequence[tuple[str, str]]]:
    """Runs of records that begin and end with these terms, in pairs."""
    return ([(first, ""), (last, "")] for first, last in zip(terms[::2], terms[1::2], strict=True))


def test_files_are_named_as_short_as_can_be() -> None:
    """By what tells their first term from the last one before."""
    assert ["", "cb", "cbd"] == starts_of(list(runs("a", "ca", "cb", "cb", "cbd", "d")))
    assert ["", "b"] == starts_of(list(runs("aaaa", "aaab", "b", "bb")))
