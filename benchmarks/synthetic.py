"""Synthetic record files: a seed and a number of products in, the files of `products/` out, always the same bytes.

The records look like real ones in length and in what they state: about half of them carry trade terms, every standing
occurs. The registers are copies of the real ones; nothing here is published.
"""

import csv
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml
from anyascii import anyascii

from benchmarks import words
from benchmarks.trade import happens, trade_lines

SEED = 20261123
AS_OF = date(2026, 11, 23)
PRODUCTS_A_PRODUCER = 2.5
COMMUNE = "xã "
LOWEST, HIGHEST = 3, 5
"""Stars."""
BY_DISTRICT = (date(2023, 2, 24), date(2025, 7, 5))
"""First and last day on which districts awarded three stars."""
KINDS = (
    ("cooperative", "Hợp tác xã nông nghiệp"),
    ("enterprise", "Công ty TNHH"),
    ("household", "Hộ kinh doanh"),
    ("cooperative-group", "Tổ hợp tác"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A real commune of before July 2025, without the word for its kind; `former` is the name its province had."""

    province_id: str
    province: str
    former: str
    commune: str
    district: str
    today: str
    """The commune of today, with its kind."""


@dataclass(frozen=True, slots=True)
class Maker:
    """A producer that products can name."""

    id: str
    place: Place


def write_catalogue(target: Path, registers: Path, number: int, seed: int = SEED) -> None:
    """Write `number` products with their producers and copies of the registers below the folder `target`."""
    random = Random(seed)
    shutil.copytree(registers, target / "registers")
    provinces = yaml.safe_load((registers / "provinces.yml").read_text(encoding="utf-8"))["provinces"]
    (target / "producers").mkdir()
    communes = read_communes(registers)
    makers = []
    for count in range(max(1, round(number / PRODUCTS_A_PRODUCER))):
        place = make_place(random, provinces[count % len(provinces)], communes)
        maker = Maker(f"{slug(place.commune)}-{count}", place)
        makers.append(maker)
        _write(target / "producers" / f"{maker.id}.yml", producer_lines(random, maker, count))
    for count in range(number):
        maker = random.choice(makers)
        name, lines = product_lines(random, maker, count)
        folder = target / "records" / maker.place.province_id
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{name}.yml", lines)


def _write(file: Path, lines: Iterator[str] | list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def slug(text: str) -> str:
    """Letters and digits of a text, joined by hyphens."""
    plain = "".join(letter if letter.isalnum() else " " for letter in anyascii(text).lower())
    return "-".join(plain.split())


def read_communes(registers: Path) -> dict[str, list[tuple[str, str, str]]]:
    """The communes of each former province that went into one of today: name, district, commune of today."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    with (registers / "former-communes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            if row["commune"].startswith(COMMUNE) and "|" not in row["today"]:
                place = row["commune"].removeprefix(COMMUNE), row["district"], row["today"]
                found.setdefault(row["province"], []).append(place)
    return found


def make_place(
    random: Random, province: dict[str, object], communes: Mapping[str, Sequence[tuple[str, str, str]]]
) -> Place:
    """A commune in `province`, under one of the names the province had."""
    former = random.choice(province["former"])["name"]  # type: ignore[call-overload]
    name = province["name"]["vi"]  # type: ignore[index]
    return Place(str(province["id"]), name, former, *random.choice(communes[former]))


def producer_lines(random: Random, maker: Maker, count: int) -> Iterator[str]:
    """The lines of one producer's file."""
    kind, words_before = random.choice(KINDS)
    surname, given = random.choice(words.SURNAMES), random.choice(words.GIVEN_NAMES)
    yield "name:"
    yield f"  vi: {words_before} {maker.place.commune} {random.choice(words.BRANDS)} {count}"
    if happens(random, 0.3):
        yield f"  en: {anyascii(maker.place.commune)} {kind.replace('-', ' ')} no. {count}"
        yield "  translated: [en]"
    yield f"kind: {kind}"
    yield from place_lines(maker.place, with_today=count % 3 > 0)
    if happens(random, 0.8):
        yield "contact:"
        yield f"  person: {surname} {random.choice(words.MIDDLE_NAMES)} {given}"
        yield f'  phone: "+8491{random.randrange(10**6, 10**7)}"'
        yield f"  email: {slug(given)}{count}@example.vn"
        if happens(random, 0.5):
            yield f"  website: https://{slug(maker.id)}.example.vn"
        yield f"  consent: {AS_OF - timedelta(days=random.randrange(10, 900))}"


def place_lines(place: Place, *, with_today: bool) -> Iterator[str]:
    """The origin of a record, as stated and for some as of today."""
    yield "origin:"
    yield "  stated:"
    yield f"    commune: {COMMUNE}{place.commune}"
    yield f"    district: {place.district}"
    yield f"    province: {place.former}"
    if with_today:
        yield "  today:"
        yield f"    commune: {place.today}"
        yield f"    province: {place.province}"


def product_lines(random: Random, maker: Maker, count: int) -> tuple[str, list[str]]:
    """Id and lines of one product's file."""
    number = random.randrange(1, 27)
    vi, en = random.choice(words.GOODS[number])
    trait_vi, trait_en = random.choice(words.TRAITS)
    place = maker.place.commune
    brand = random.choice(words.BRANDS)
    lines = ["name:", f"  vi: {vi} {trait_vi} {place} {brand}" + _extra_words(random)]
    if happens(random, 0.8):
        lines += [f"  en: {trait_en.capitalize()} {en.lower()} from {anyascii(place)}", "  translated: [en]"]
    lines += _text_lines(random, place, brand)
    lines += ["category:", f"  set: {number}"]
    lines += ["  inferred: yes"] if happens(random, 0.4) else []
    lines += [f"producer: {maker.id}", *place_lines(maker.place, with_today=count % 3 > 0)]
    lines += award_lines(random)
    lines += _sheet_lines(random)
    if happens(random, 0.5):
        lines += trade_lines(random, count, AS_OF)
    lines += source_lines(random, maker.place)
    return f"{slug(vi)}-{slug(place)}-{count}", lines


def _extra_words(random: Random) -> str:
    """A few names are too long for a card."""
    return f" – mẻ nhỏ làm tay, hộp quà {random.randrange(1, 9)} món" if happens(random, 0.08) else ""


def _text_lines(random: Random, place: str, brand: str) -> Iterator[str]:
    vi, en = random.choice(words.SUMMARIES)
    yield "summary:"
    yield f"  vi: {vi.format(place=place)}"
    yield f"  en: {en.format(place=anyascii(place))}"
    yield "  translated: [en]"
    if happens(random, 0.3):
        yield "story:"
        yield "  vi: |"
        yield f"    {random.choice(words.STORIES).format(place=place)}"
        yield ""
        yield f"    {random.choice(words.STORIES).format(place=place)}"
    if happens(random, 0.4):
        yield f"brand: {brand}"


def _sheet_lines(random: Random) -> Iterator[str]:
    ingredients, storage = random.choice(words.INGREDIENTS), random.choice(words.STORAGES)
    unit = random.choice(words.UNITS)
    yield "content:"
    yield f"  ingredients: {{vi: '{ingredients[0]}', en: '{ingredients[1]}', translated: [en]}}"
    yield f"  net: {random.choice(words.NETS)}"
    yield "packing:"
    yield f"  unit: {{vi: {unit[0]}, en: {unit[1]}, translated: [en]}}"
    yield "keeping:"
    yield f"  storage: {{vi: '{storage[0]}', en: '{storage[1]}', translated: [en]}}"
    yield f"  shelf_life_days: {random.choice((30, 90, 180, 365, 540, 730, 1095))}"


def source_lines(random: Random, place: Place) -> Iterator[str]:
    """Where the facts of a record come from: one or two sources."""
    yield "sources:"
    for _ in range(random.randrange(1, 3)):
        number = random.randrange(10, 4000)
        yield f"  - title: Quyết định {number}/QĐ-UBND về công nhận sản phẩm OCOP"
        yield f"    url: https://{place.province_id}.example.vn/van-ban/{number}"
        yield f"    checked: {AS_OF - timedelta(days=random.randrange(1, 300))}"


def award_lines(random: Random) -> list[str]:
    """Awards and proposals of one product: every standing occurs, about two in three are in force."""
    state = random.choices(
        ("valid", "expiring", "grace", "lapsed", "undated", "year", "withdrawn", "proposed", "unrated"),
        (52, 10, 3, 14, 5, 4, 3, 4, 5),
    )[0]
    stars = random.choices((3, 4, 5), (60, 34, 6))[0]
    if state == "proposed":
        return ["proposals:", *_proposal(random, stars)]
    if state == "unrated":
        return []
    history = happens(random, 0.35) and state in ("valid", "expiring", "withdrawn")
    return ["awards:", *(_earlier_award(random) if history else ()), *_award(random, state, stars)]


_AGES = {
    "valid": (0, 910),
    "expiring": (920, 1090),
    "grace": (1105, 1180),
    "lapsed": (1300, 2300),
    "withdrawn": (60, 900),
}
"""Days between the award and the as-of day."""


def _award(random: Random, state: str, stars: int) -> Iterator[str]:
    yield f"  - stars: {stars}"
    if state == "undated":
        yield "    authority: UBND tỉnh"
        yield "    evidence: C"
        return
    if state == "year":
        yield f"    year: {random.randrange(2019, 2026)}"
        yield "    evidence: B1"
        return
    issued = AS_OF - timedelta(days=random.randrange(*_AGES[state]))
    yield from _decision(random, stars, issued)
    if state == "grace":
        yield f"    extended: {issued.replace(year=issued.year + 3, day=1) + timedelta(days=170)}"
    if state == "withdrawn":
        yield "    withdrawn:"
        yield f"      date: {AS_OF - timedelta(days=random.randrange(1, 50))}"
        yield "      reason: stopped"


def _earlier_award(random: Random) -> Iterator[str]:
    yield "  - stars: 3"
    yield from _decision(random, 3, AS_OF - timedelta(days=random.randrange(1400, 2500)))


def _decision(random: Random, stars: int, issued: date) -> Iterator[str]:
    level, authority = _authority(stars, issued)
    yield f"    level: {level}"
    yield f"    authority: {authority}"
    yield f"    decision: {random.randrange(10, 4000)}/QĐ-UBND"
    yield f"    issued: {issued}"
    yield f"    evidence: {random.choice(('A', 'A', 'B1'))}"


def _authority(stars: int, issued: date) -> tuple[str, str]:
    """Who could award these stars on that day."""
    if stars == HIGHEST:
        return "ministry", "Bộ Nông nghiệp và Môi trường"
    if stars == LOWEST and BY_DISTRICT[0] <= issued <= BY_DISTRICT[1]:
        return "district", "UBND huyện"
    return "province", "UBND tỉnh"


def _proposal(random: Random, stars: int) -> Iterator[str]:
    yield f"  - stars: {stars}"
    yield "    authority: Hội đồng đánh giá cấp tỉnh"
    yield f"    date: {AS_OF - timedelta(days=random.randrange(5, 200))}"
    yield "    evidence: B2"
