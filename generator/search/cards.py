"""Cards: what a hit shows, in files of a few products each, in the order of their numbers.

A card is a row of values, cut off after the last that says something. What the directory can name is a number there;
what several products of a file share stands once in the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.catalogue.entry import Entry
from generator.catalogue.offers import is_over, shown_price
from generator.catalogue.pictures import StoredPicture
from generator.catalogue.wording import Wording, case_of, stars_told
from generator.languages.folding import fold
from generator.model import LocalText
from generator.search.parts import make_part
from generator.search.source import File, Source
from generator.search.starts import shared_length
from generator.search.values import Value
from generator.standing import STATES, Standing

CARDS_A_FILE = 40
EPOCH = date(1970, 1, 1).toordinal()
_CARD_WIDTH = 640


class Cards:
    """Makes the cards of one language."""

    def __init__(self, source: Source, language: str, values: Sequence[Value]) -> None:
        """`values` in the order of their numbers, by which cards tell places, certificates and markets."""
        self._source = source
        self._language = language
        self._wording: Wording = source.wordings[language]
        self._plain = _Plain()
        self._places = {(value.facet, value.id): place for place, value in enumerate(values)}

    def make_files(self, first: int = 0, end: int | None = None) -> Iterator[File]:
        """The files from number `first` up to `end`."""
        files = -(-len(self._source.entries) // CARDS_A_FILE)
        for file in range(first, files if end is None else min(end, files)):
            entries = self._source.entries[file * CARDS_A_FILE : (file + 1) * CARDS_A_FILE]
            yield make_part(self._language, "c", str(file), self._file(entries))

    def _file(self, entries: Sequence[Entry]) -> list[object]:
        producers: dict[str, tuple[int, list[object]]] = {}
        courses: dict[tuple[object, ...], int] = {}
        rows = [self._row(entry, producers, courses) for entry in entries]
        return [rows, [producer for _, producer in producers.values()], list(courses)]

    def _row(
        self,
        entry: Entry,
        producers: dict[str, tuple[int, list[object]]],
        courses: dict[tuple[object, ...], int],
    ) -> list[object]:
        product, standing = entry.product, entry.standing
        name, name_language = product.name.original
        row = [
            short_id(product.id, name, self._plain),
            name,
            self._beside(product.name),
            self._producer(entry, producers),
            self._place("set", entry.set.id if entry.set else None),
            self._place("province", entry.province.id if entry.province else None),
            STATES.index(standing.state) * 8 + (stars_told(standing) or standing.stars or 0),
            standing.expires.toordinal() - EPOCH if standing.expires else 0,
            _awarded(standing),
            courses.setdefault(_course(standing), len(courses) + 1) if len(standing.course) > 1 else 0,
            *self._trade(entry),
            name_language if name_language != "vi" else "",
            self._former(entry),
            _case(standing),
            self._picture(self._source.pictures.get(product.id, ())),
        ]
        return _cut(row)

    def _beside(self, name: LocalText) -> object:
        """The name beside: its words, or a list of them, 1 for a translation, and a language that is not the usual."""
        words, language = name.beside(self._language) or ("", "")
        usual = "vi" if name.original[1] == "en" else "en"
        more = _cut([int(language in name.translated), language if language != usual else ""])
        return [words, *more] if words and more else words

    def _place(self, facet: str, one: str | None) -> int:
        """The number of a value, plus 1; 0 where there is none."""
        return self._places[facet, one] + 1 if one is not None else 0

    def _former(self, entry: Entry) -> int:
        former = self._source.former_province(entry)
        return self._place("former", former.code if former else None)

    def _producer(self, entry: Entry, producers: dict[str, tuple[int, list[object]]]) -> int:
        """The place of the producer among those of the file, plus 1."""
        producer = entry.producer
        if producer is None:
            return 0
        if producer.id not in producers:
            name, language = producer.name.original
            shown: list[object] = [short_id(producer.id, name, self._plain), name]
            producers[producer.id] = len(producers) + 1, shown if language == "vi" else [*shown, language]
        return producers[producer.id][0]

    def _trade(self, entry: Entry) -> tuple[object, ...]:
        product, wording, as_of = entry.product, self._wording, self._source.as_of
        trade, keeping = product.trade, product.keeping
        held = [one for one in product.certifications if not is_over(one.expires, as_of)]
        price = shown_price(product, as_of)
        return (
            wording.quantity(trade.minimum_order) if trade else "",
            _dated(wording.price(price), price.valid_until) if price else "",
            (keeping.shelf_life_days or 0) if keeping else 0,
            " ".join(dict.fromkeys(term.rule for term in trade.incoterms)) if trade else "",
            list(dict.fromkeys(self._places["certification", one.scheme] for one in held)),
            list(dict.fromkeys(self._places["market", one.country.lower()] for one in product.markets)),
        )

    def _picture(self, pictures: Sequence[StoredPicture]) -> list[object]:
        """Path and size of the one a card shows, its text, and all widths."""
        if not pictures:
            return []
        one = pictures[0]
        alt, language = one.alt.best(self._language)
        width, path = next((size for size in one.paths if size[0] >= _CARD_WIDTH), one.paths[-1])
        sources = [[size, place] for size, place in one.paths]
        shown = [path, width, round(one.height * width / one.width), alt, sources]
        return shown if language == self._language else [*shown, language]


class _Plain(dict[int, str]):
    """What folding leaves of a sign, for `str.translate`; a hyphen for what no id holds."""

    def __missing__(self, code: int) -> str:
        folded = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in fold(chr(code)))
        self[code] = folded
        return folded


def short_id(one: str, name: str, plain: Mapping[int, str]) -> str:
    """An id as the number of signs that the folded name gives, and the rest: most ids begin with the name."""
    same = shared_length(one, name.lower().translate(plain))
    return f"{same},{one[same:]}"


def _case(standing: Standing) -> str:
    """How the words for a state are called where they differ from its own."""
    case = case_of(standing)
    return "" if case == standing.state else case


def _dated(price: str, last: date | None) -> object:
    """A price in words, and its last day since 1970 where one is stated."""
    return [price, last.toordinal() - EPOCH] if last else price


def _awarded(standing: Standing) -> int:
    """The day of the award since 1970, or only its year; 0 for none. No award is of before 1980, no year above 3000."""
    award = standing.award
    if award is None:
        return 0
    return award.issued.toordinal() - EPOCH if award.issued else award.year or 0


def _course(standing: Standing) -> tuple[object, ...]:
    """First days and states in turn; days are counted from the last one of validity, so that many products agree."""
    last = standing.expires.toordinal() if standing.expires else EPOCH
    return tuple(
        part
        for first, state in standing.course
        for part in ("" if first == date.min else first.toordinal() - last, STATES.index(state))
    )


def _cut(row: list[object]) -> list[object]:
    while row and row[-1] in ("", 0, []):
        row.pop()
    return row
