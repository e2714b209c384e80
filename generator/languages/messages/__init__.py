"""The words for issues in each language: `vi.yml` and `en.yml`, one entry an issue id.

Reads those files; knows nothing about where issues come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Messages:
    """Words of one language; `issues` maps an issue id to its message and hint, with {places} for details.

    `{is}` becomes the value as part of a sentence, also when it is empty.
    """

    words: Mapping[str, str]
    issues: Mapping[str, Mapping[str, str]]

    def word(self, name: str) -> str:
        """A word of the report itself, such as "error"."""
        return self.words[name]

    def count(self, name: str, number: int, written: str = "") -> str:
        """A number of things in words: "1 error", "3 errors"; languages without plural have one form.

        `written` is how the number is written, where that is not plain digits.
        """
        one, _, more = self.words[name].partition("|")
        return (one if number == 1 or not more else more).format(count=written or number)

    def message(self, issue: str, details: Mapping[str, str]) -> str:
        """The sentence that says what is wrong."""
        value = details.get("value", "")
        told = self.words["is"].format(value=value) if value else self.words["is-empty"]
        return self.issues[issue]["message"].format_map(_Blank({**details, "is": told}))

    def hint(self, issue: str, details: Mapping[str, str]) -> str:
        """The sentence that says what to do; empty when the message says it all. A cell of a list may have its own."""
        texts = self.issues[issue]
        own = texts.get("cell", "") if details.get("heading") else ""
        hint = texts.get("suggest", "") if details.get("suggestion") else own
        return (hint or texts.get("hint", "")).format_map(_Blank(details))


class _Blank(dict[str, str]):
    """Details with nothing in place of what is not there."""

    def __missing__(self, key: str) -> str:
        return ""


@lru_cache(maxsize=len(LANGUAGES))
def read_messages(language: str) -> Messages:
    """The messages of a language of `LANGUAGES`."""
    data = yaml.load(
        files(__package__).joinpath(f"{language}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return Messages(data["words"], data["issues"])
