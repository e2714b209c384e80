"""What products are put in order by and narrowed down with: amounts in their units, days, names, ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zlib import crc32

from generator.catalogue.entry import Entry
from generator.catalogue.listings import by_name
from generator.catalogue.offers import offers
from generator.languages.folding import fold
from generator.languages.words import words_of
from generator.model import LocalText, Quantity
from generator.model.flat import restore
from generator.search.packing import Packer, pack, pack_all
from generator.search.parts import SHARED, make_part
from generator.search.source import File, Source
from generator.search.values import Value

RANGES = ("minimum_order", "price", "shelf_life")
LARGEST_LISTS = 6_000
"""Characters of a file of lists."""
IDS_A_FILE = 1024
NO_UNIT = "none"
Amount = Decimal | int


@dataclass(frozen=True, slots=True)
class Amounts:
    """What products state in one unit: their numbers, ascending, with the low and the high end of each."""

    unit: str
    words: LocalText | None
    numbers: list[int]
    lows: list[Amount]
    highs: list[Amount]


def find_amounts(entries: Sequence[Entry], as_of: date) -> dict[str, list[Amounts]]:
    """The amounts of each range, the most used unit first; a unit comes twice where products offer two prices in it."""
    found: dict[str, dict[tuple[str, int], Amounts]] = {key: {} for key in RANGES}
    for number, entry in enumerate(entries):
        for place, (key, unit, words, low, high) in enumerate(_stated(entry, as_of)):
            amounts = found[key].get((unit, place))
            if amounts is None:
                amounts = found[key][unit, place] = Amounts(unit, words, [], [], [])
            amounts.numbers.append(number)
            amounts.lows.append(low)
            amounts.highs.append(high)
    return {key: _by_use(amounts) for key, amounts in found.items()}


def _by_use(found: Mapping[tuple[str, int], Amounts]) -> list[Amounts]:
    totals: defaultdict[str, int] = defaultdict(int)
    for (unit, _), amounts in found.items():
        totals[unit] += len(amounts.numbers)
    return [found[one] for one in sorted(found, key=lambda one: (-totals[one[0]], one))]


def _stated(entry: Entry, as_of: date) -> Iterator[tuple[str, str, LocalText | None, Amount, Amount]]:
    """Range, unit, words of the unit, low and high end of all amounts."""
    facts = entry.facts
    if facts.minimum_order:
        order = restore(Quantity, facts.minimum_order)
        yield "minimum_order", unit_id(order), order.unit, order.amount, order.amount
    if facts.shelf_life_days is not None:
        yield "shelf_life", "", None, facts.shelf_life_days, facts.shelf_life_days
    for price in offers(entry.prices, as_of):
        ends = [end for end in (price.low, price.high) if end is not None]
        yield "price", price.currency, None, ends[0], ends[-1]


def unit_id(amount: Quantity) -> str:
    """Amounts are comparable when their units are called the same in Vietnamese, or in the one language stated."""
    return "-".join(words_of(fold(amount.unit.best("vi")[0]))) if amount.unit else NO_UNIT


def make_columns(source: Source, ranges: Mapping[str, Sequence[Amounts]]) -> Iterator[File]:
    """The files of all ranges and orders."""
    packer = Packer(len(source.entries))
    for key, amounts in ranges.items():
        yield make_part(SHARED, "r", key, [_amounts_data(one, packer) for one in amounts])
    yield make_part(SHARED, "d", "expiry", _days([entry.standing.expires for entry in source.entries]))
    yield make_part(SHARED, "d", "newest", _days([awarded(entry) for entry in source.entries]))
    for language in source.texts:
        yield make_part(language, "o", "name", _order(source.entries, language))
    yield from _id_files(source.entries)


def _amounts_data(amounts: Amounts, packer: Packer) -> list[object]:
    """Unit, products, low ends and high ends as whole numbers, and how many times larger those are than stated."""
    ends = {*amounts.lows, *amounts.highs}
    scale = 10 ** max(0, *(-int(Decimal(end).normalize().as_tuple().exponent) for end in ends))
    lows, highs = (pack_all([int(end * scale) for end in ends]) for ends in (amounts.lows, amounts.highs))
    return [amounts.unit, packer.ascending(amounts.numbers), lows, "" if highs == lows else highs, scale]


def awarded(entry: Entry) -> date | None:
    """The day of the award that counts; the first of its year when only the year is known."""
    award = entry.standing.award
    if award is None:
        return None
    return award.issued or (date(award.year, 1, 1) if award.year else None)


def _days(days: Sequence[date | None]) -> str:
    """For each product the days since the first day of all, plus 1; 0 where there is none."""
    first = min((day.toordinal() for day in days if day), default=0)
    return pack_all([day.toordinal() - first + 1 if day else 0 for day in days])


def _order(entries: Sequence[Entry], language: str) -> list[object]:
    """The order by name: products of equal rank are nearly in it, so each is told as the next of its rank.

    Holds the first number of each rank; then for each product its rank and how far it is from the one expected,
    as one number: rank + ranks * distance, where distances 0, 1, -1, 2 … are 0, 1, 2, 3 ….
    """
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    starts = [
        number
        for number, entry in enumerate(entries)
        if not number or entry.standing.rank != entries[number - 1].standing.rank
    ]
    ranks = {entries[start].standing.rank: rank for rank, start in enumerate(starts)}
    expected, codes = list(starts), []
    for entry in by_name(entries, language):
        rank, number = ranks[entry.standing.rank], numbers[entry.id]
        distance = number - expected[rank]
        codes.append(rank + len(ranks) * (2 * distance - 1 if distance > 0 else -2 * distance))
        expected[rank] = number + 1
    return [starts, pack_all(codes)]


def _id_files(entries: Sequence[Entry]) -> Iterator[File]:
    """Numbers of products by the checksum of their ids: which file, then ascending checksums with their numbers."""
    files = -(-len(entries) // IDS_A_FILE)
    buckets: list[list[tuple[int, int]]] = [[] for _ in range(files)]
    for number, entry in enumerate(entries):
        checksum = crc32(entry.id.encode())
        buckets[checksum % files].append((checksum >> 16, number))
    for place, bucket in enumerate(buckets):
        bucket.sort()
        before, text = 0, []
        for checksum, number in bucket:
            text += [pack(checksum - before), pack(number)]
            before = checksum
        yield make_part(SHARED, "i", str(place), "".join(text))


def make_lists(values: Sequence[Value], products: int) -> Iterator[File]:
    """The products of every value, in files named by the number of their first value."""
    packer = Packer(products)
    run: list[str] = []
    first = size = 0
    for number, value in enumerate(values):
        packed = packer.ascending(value.numbers)
        if run and size + len(packed) > LARGEST_LISTS:
            yield make_part(SHARED, "v", str(first), run)
            run, first, size = [], number, 0
        run.append(packed)
        size += len(packed)
    if run:
        yield make_part(SHARED, "v", str(first), run)
