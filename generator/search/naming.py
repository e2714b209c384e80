"""What people call a value, in both languages: words that lead to its products, and phrases that mean it alone."""

from collections.abc import Iterator, Mapping

from generator.languages import formats
from generator.languages.folding import fold
from generator.languages.words import words_of
from generator.search.source import Source
from generator.search.values import Value
from generator.settings import SITE_LANGUAGES

PRODUCER_SHORT = {
    "enterprise": ("DN", "công ty", "Cty", "CTCP"),
    "cooperative": ("HTX",),
    "cooperative-group": ("THT",),
    "household": ("HKD",),
}
"""How kinds of producers are abbreviated."""
_FEWEST_WORDS = 3
"""A set called by fewer (hoa, gia vị, herbal tea) is no filter: many products of other sets are called so too."""


class Naming:
    """Names of values."""

    def __init__(self, source: Source) -> None:
        """Look up what synonyms there are of whole names."""
        self._source = source
        self._alike: Mapping[str, tuple[str, ...]] = {
            joined(phrase): group for group in source.synonyms.groups for phrase in group
        }
        self._words = {joined(one) for group in source.synonyms.groups for one in group if len(words_of(one)) == 1}
        self._sets = {one.id: one for one in source.registers.sets.values()}
        self._former = {former.code: former for former in source.former_names.values()}

    def names(self, value: Value) -> Iterator[str]:
        """Everything a value is called: names in both languages, other spellings, words that say the same."""
        found = dict.fromkeys(self._own_names(value))
        if value.facet == "synonym":
            return iter(found)
        alike = [other for name in found for other in self._alike.get(joined(name), ())]
        return iter(found | dict.fromkeys(alike))

    def _own_names(self, value: Value) -> Iterator[str]:
        registers = self._source.registers
        match value.facet:
            case "province":
                province = registers.provinces[value.id]
                yield from (*province.name.all(), *province.aliases)
            case "former":
                yield from (self._former[value.id].name, *self._former[value.id].aliases)
            case "group":
                yield from (*registers.groups[value.id].name.all(), *registers.groups[value.id].former)
            case "set":
                one = self._sets[value.id]
                yield from (*one.short.all(), *one.name.all(), *filter(None, [one.subgroup]))
            case "certification":
                scheme = registers.schemes[value.id]
                yield from (scheme.name, *(scheme.full.all() if scheme.full else ()), *scheme.aliases)
            case "market":
                yield from (formats.country(value.id.upper(), language) for language in SITE_LANGUAGES)
            case "producer_type":
                yield from (texts[f"producer.kind.{value.id}"] for texts in self._source.texts.values())
                yield from PRODUCER_SHORT.get(value.id, ())
            case "hs":
                yield from (f"HS {value.id}", value.id[:4], self._source.headings[value.id])
            case "synonym":
                yield from self._source.synonyms.groups[int(value.id)]

    def former_names(self, province: str) -> Iterator[str]:
        """What the parts of today's province were called."""
        for former in self._source.registers.provinces[province].former:
            yield from (former.name, *former.aliases)

    def phrases(self, value: Value) -> Iterator[str]:
        """Joined folded phrases that mean this value and nothing else when they are all that was typed.

        Long An is no longan: what is another word when written as one has "_" between its words.
        """
        match value.facet:
            case "province":
                province = self._source.registers.provinces[value.id]
                names = (*province.name.all(), *province.full.all(), *province.aliases, *self.former_names(value.id))
            case "group":
                names = self._source.registers.groups[value.id].name.all()
            case "set":
                one = self._sets[value.id]
                several = (name for name in (*one.short.all(), *one.name.all()) if len(words_of(name)) >= _FEWEST_WORDS)
                names = tuple(several)
            case _:
                names = ()
        yield from dict.fromkeys(map(self._phrase, names))

    def _phrase(self, name: str) -> str:
        together = joined(name)
        return joined(name, "_") if together in self._words else together


def joined(name: str, between: str = "") -> str:
    """The words of a name folded and written as one: "daklak"."""
    return between.join(words_of(fold(name)))
