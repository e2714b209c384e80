"""Texts in several languages, and the base of every part of a record."""

from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.fields import Line, Text, mistake

LANGUAGES: tuple["Language", ...] = ("vi", "en", "fr", "de", "zh", "ja", "ko")
Language = Literal["vi", "en", "fr", "de", "zh", "ja", "ko"]
MOST_ITEMS = 200
Item = TypeVar("Item")


class Part(BaseModel):
    """A part of a record. Fields that hold nothing are left out before (see `validation/conversion.py`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Many = Annotated[tuple[Item, ...], Field(max_length=MOST_ITEMS)]
"""A list field: any number of items up to `MOST_ITEMS`, kept as a tuple, empty when not stated."""


class _Texts(Part):
    """One text in several languages."""

    translated: Many[Language] = ()
    """Languages whose text is the catalogue's own plain translation, not the words of the source."""

    @model_validator(mode="after")
    def needs_a_text(self) -> Self:
        """At least one language is stated, and only stated ones can be translations."""
        stated = vars(self)
        if stated["vi"] is None and not self.languages:
            raise mistake("text-empty")
        for language in self.translated:
            if stated[language] is None:
                raise mistake("translation-missing", language)
        return self

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages stated, Vietnamese first, then in the order of `LANGUAGES`."""
        stated = vars(self)
        return tuple([language for language in LANGUAGES if stated[language] is not None])

    def best(self, language: str) -> tuple[str, str]:
        """The text for a reader of `language`, and the language it is really in: that one, else the source's own."""
        words = getattr(self, language, None)
        return (words, language) if words is not None else self.original

    @property
    def original(self) -> tuple[str, str]:
        """The words of the source and their language: the first of vi, en, … that is no translation."""
        words = vars(self)["vi"]
        if words is not None and "vi" not in self.translated:
            return words, "vi"  # nearly always
        stated = self.languages
        first = next((one for one in stated if one not in self.translated), stated[0])
        return getattr(self, first), first

    def beside(self, language: str) -> tuple[str, str] | None:
        """What stands beside the original for a reader of `language`, and its language; None without another text."""
        original, shown = self.original
        for other in (language, "en", "vi"):
            words = self.get(other)
            if other != shown and words not in (None, original):
                return str(words), other
        return None

    def get(self, language: str) -> str | None:
        """The text in exactly this language."""
        return getattr(self, language, None)

    def all(self) -> tuple[str, ...]:
        """The texts in every language stated."""
        return tuple(getattr(self, language) for language in self.languages)


class LocalText(_Texts):
    """A name or another single line in several languages."""

    vi: Line | None = None
    en: Line | None = None
    fr: Line | None = None
    de: Line | None = None
    zh: Line | None = None
    ja: Line | None = None
    ko: Line | None = None


class LocalParagraphs(_Texts):
    """A longer text in several languages; paragraphs are divided by blank lines; never Markdown, never HTML."""

    vi: Text | None = None
    en: Text | None = None
    fr: Text | None = None
    de: Text | None = None
    zh: Text | None = None
    ja: Text | None = None
    ko: Text | None = None
