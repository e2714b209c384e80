"""Interface texts of one language, from `theme/locales/`: flat keys, places in braces, plural forms."""

from collections.abc import Mapping
from pathlib import Path

import yaml


class Texts(dict[str, str]):
    """The texts of a language. An unknown key is an error, never an empty string."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        """`texts` maps keys to texts with {places}."""
        super().__init__(texts)
        self.language = language

    def fill(self, key: str, **values: object) -> str:
        """The text of `key` with its places filled."""
        return self[key].format(**values)

    def count(self, key: str, number: int, shown: str, **values: object) -> str:
        """The plural form of `key` for `number`, its {count} filled with `shown`."""
        return self.fill(f"{key}.{'one' if number == 1 else 'other'}", count=shown, **values)


def read_texts(theme: Path, language: str) -> Texts:
    """Read the texts of a language."""
    data = yaml.load((theme / "locales" / f"{language}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Texts(language, {str(key): str(value) for key, value in data.items()})
