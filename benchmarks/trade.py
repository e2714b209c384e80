"""The trade half of a synthetic record: what a buyer decides by, stated by about every second product."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from stdnum import ean

from benchmarks import words

SCHEMES = ("vietgap", "globalgap", "haccp", "iso-22000", "food-safety-certificate", "usda-organic", "halal")


def happens(random: Random, share: float) -> bool:
    """True in this share of cases."""
    return random.random() < share


def trade_lines(random: Random, count: int, day: date) -> list[str]:
    """Barcode, prices, trade terms, markets, certificates and keywords; `day` is the as-of day."""
    return [
        f'gtin: "{gtin(count)}"',
        *([f'hs: ["{random.choice(words.HS_CODES)}"]'] if happens(random, 0.6) else []),
        *_home(random, count, day),
        *_trade(random),
        *_markets(random),
        *_certificates(random, day),
        *_traceability(random, count),
        *_keywords(random),
    ]


def gtin(count: int) -> str:
    """A Vietnamese article number of its own for each product."""
    digits = f"8938{count:08}"
    return digits + ean.calc_check_digit(digits)


def _home(random: Random, count: int, day: date) -> Iterator[str]:
    low = random.randrange(20, 900) * 1000
    unit_vi, unit_en = random.choice(words.UNITS)
    yield "home:"
    yield "  price:"
    yield f"    low: {low}"
    if happens(random, 0.4):
        yield f"    high: {low + random.randrange(5, 90) * 1000}"
    yield "    currency: VND"
    yield f"    unit: {{vi: {unit_vi}, en: {unit_en}}}"
    if happens(random, 0.5):
        yield f"    valid_until: {day + timedelta(days=random.randrange(-60, 300))}"
    yield "  shops:"
    yield f"    - name: Cửa hàng OCOP {random.choice(words.FIRST_SYLLABLES)} {random.choice(words.SECOND_SYLLABLES)}"
    yield f"      address: {random.randrange(1, 300)} {random.choice(words.STREETS)}"
    yield "  links:"
    yield "    - title: Sàn thương mại điện tử"
    yield f"      url: https://san.example.vn/san-pham/{count}?nguon=ocop&ma={random.randrange(1000)}"


def _trade(random: Random) -> Iterator[str]:
    pack_vi, pack_en = random.choice(words.PACKS)
    least = random.choice((50, 100, 200, 500, 1200))
    payment, sample = random.choice(words.PAYMENTS), random.choice(words.SAMPLES)
    low = random.randrange(2, 40)
    yield "trade:"
    yield f"  minimum_order: {{amount: {least}, unit: {{vi: {pack_vi}, en: {pack_en}}}}}"
    yield f"  capacity: {{amount: {random.randrange(1, 90)}, unit: {{vi: tấn, en: tonnes}}, per: month}}"
    yield f"  lead_time_days: {random.choice((7, 14, 21, 30, 45))}"
    yield "  incoterms:"
    yield f"    - {{rule: FOB, place: {random.choice(words.PORTS)}, year: 2020}}"
    if happens(random, 0.4):
        yield "    - {rule: EXW}"
    yield f"  price: {{low: {low}, high: {low + 3}, currency: USD, unit: {{vi: {pack_vi}, en: {pack_en}}}}}"
    yield f"  payment: {{vi: '{payment[0]}', en: '{payment[1]}'}}"
    yield f"  samples: {{vi: '{sample[0]}', en: '{sample[1]}'}}"


def _markets(random: Random) -> Iterator[str]:
    yield "markets:"
    for country in random.sample(words.COUNTRIES, random.randrange(1, 5)):
        since = f", since: {random.randrange(2018, 2026)}" if happens(random, 0.5) else ""
        yield f"  - {{country: {country}{since}}}"


def _certificates(random: Random, day: date) -> Iterator[str]:
    yield "certifications:"
    for scheme in random.sample(SCHEMES, random.randrange(1, 4)):
        issued = day - timedelta(days=random.randrange(30, 900))
        yield f"  - scheme: {scheme}"
        yield f"    number: {scheme.upper()}-{random.randrange(10**5)}"
        yield f"    body: {random.choice(words.BODIES)}"
        yield f"    issued: {issued}"
        yield f"    expires: {issued + timedelta(days=730)}"


def _traceability(random: Random, count: int) -> Iterator[str]:
    if happens(random, 0.4):
        yield "traceability:"
        yield "  system: Cổng truy xuất nguồn gốc"
        yield f"  code: VN-{count:06}"
        yield f"  url: https://truyxuat.example.vn/{count}"


def _keywords(random: Random) -> Iterator[str]:
    chosen = random.sample(words.KEYWORDS, 3)
    yield "keywords:"
    yield f"  vi: [{', '.join(vi for vi, _ in chosen)}]"
    yield f"  en: [{', '.join(en for _, en in chosen)}]"
