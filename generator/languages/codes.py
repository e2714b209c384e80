"""Words that people write instead of codes: `codes.yml` in, codes by what each word is compared by out."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

from generator.languages.folding import fold


def word_key(text: str) -> str:
    """Letters and digits of a text without case and marks: "Xã/Phường" and "xa phuong" give the same key."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


@lru_cache(maxsize=1)
def read_code_words() -> Mapping[str, Mapping[str, list[str]]]:
    """By table of `codes.yml`, the words that stand for each code."""
    tables: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(
        files(__package__).joinpath("codes.yml").read_text(encoding="utf-8")
    )
    return tables


@lru_cache(maxsize=1)
def read_codes() -> Mapping[str, Mapping[str, str]]:
    """By table of `codes.yml`, the code that each word (as `word_key`) stands for, codes themselves among them."""
    return {
        name: {word_key(word): code for code, words in table.items() for word in (code, *words)}
        for name, table in read_code_words().items()
    }
