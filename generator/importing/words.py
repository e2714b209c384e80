"""Words of the tables `words.yml` and `headings.yml`, looked up without case, marks and punctuation."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from babel import Locale

from generator.languages.codes import read_code_words, read_codes, word_key
from generator.languages.folding import fold
from generator.records.strict_yaml import parse


@lru_cache(maxsize=32768)
def organisation_key(name: str) -> str:
    """Like `word_key`, with abbreviated legal forms written out: "HTX Bản Liền" is "Hợp tác xã Bản Liền"."""
    text = fold(name)
    for short, full in _legal_forms():
        text = short.sub(full, text)
    return word_key(text)


@lru_cache(maxsize=1)
def _legal_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = _tables("words.yml")["legal_form"]
    forms = table.items() if isinstance(table, dict) else ()
    pairs = ((fold(short), fold(full)) for full, shorts in forms for short in _texts(shorts))
    return tuple((re.compile(rf"(?<!\w){re.escape(short)}(?!\w)"), full) for short, full in pairs)


@lru_cache(maxsize=2)
def read_words(file: str) -> Mapping[str, Mapping[str, str]]:
    """The tables of a file of this package, and of `codes.yml`: by table, what each word (as `word_key`) stands for."""
    tables = _tables(file)
    own = {name: _index(table) if isinstance(table, dict) else _plain(table) for name, table in tables.items()}
    return {**read_codes(), **own}


@lru_cache(maxsize=16)
def cell_words(table: str) -> Mapping[str, str]:
    """What a Vietnamese office writes into a cell for each code of a table of `words.yml` or `codes.yml`."""
    found = {**read_code_words(), **_tables("words.yml")}[table]
    codes = found.items() if isinstance(found, Mapping) else ()
    return {code: _vietnamese([code, *_texts(words)]) for code, words in codes}


def _vietnamese(words: list[str]) -> str:
    """The first word with marks, else the last one."""
    return next((word for word in words if not word.isascii()), words[-1])


def _tables(file: str) -> Mapping[str, object]:
    return parse(files(__package__).joinpath(file).read_text(encoding="utf-8"))


def _index(table: Mapping[str, object]) -> dict[str, str]:
    return {word_key(word): name for name, words in table.items() for word in (name, *_texts(words))}


def _plain(words: object) -> dict[str, str]:
    return {word_key(word): word for word in _texts(words)}


def _texts(words: object) -> Iterable[str]:
    return (word for word in words if isinstance(word, str)) if isinstance(words, list) else ()


@lru_cache(maxsize=1)
def read_countries() -> Mapping[str, str]:
    """Codes of countries by the keys of their English and Vietnamese names, and of some usual other names."""
    countries: dict[str, str] = {}
    for language in ("en", "vi"):
        names = Locale(language).territories
        countries |= {word_key(name): code for code, name in names.items() if len(code) == 2 and code.isalpha()}  # noqa: PLR2004
    return {**countries, **read_words("words.yml")["country"]}
