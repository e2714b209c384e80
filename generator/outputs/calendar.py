"""Deadlines of re-assessment as an iCalendar file (RFC 5545): deadlines in, a path and its text out.

Of each rating there are two days: the first on which its dossier can be handed in, and the last on which it is valid,
of which a calendar reminds as early. The same deadlines give the same bytes: the moment that the format asks for is
the day of the award.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator import urls
from generator.catalogue.entry import Entry
from generator.catalogue.places import Places
from generator.catalogue.wording import Wording
from generator.languages import formats
from generator.quality.deadlines import Deadline, find_deadlines
from generator.settings import Settings

MOST_OCTETS = 75
"""Of a line, without its end (RFC 5545, section 3.1)."""
_INSIDE, _CONTINUED = 0b1100_0000, 0b1000_0000
"""How UTF-8 marks the octets of a letter after its first."""
_ONE_DAY = timedelta(days=1)


def text_value(text: str) -> str:
    """A text as the value of a property (section 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n").replace("\r", "")


def folded(line: str) -> str:
    """A line with its end, cut between letters into lines of `MOST_OCTETS`; all but the first begin with a blank."""
    if len(line) <= MOST_OCTETS and line.isascii():
        return line + "\r\n"  # nearly always
    octets, pieces, begin, room = line.encode(), [], 0, MOST_OCTETS
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & _INSIDE == _CONTINUED:
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, MOST_OCTETS - 1
    return (b"\r\n ".join([*pieces, octets[begin:]]) + b"\r\n").decode()


@dataclass(frozen=True, slots=True)
class Calendars:
    """What the calendars of one language are made with."""

    settings: Settings
    wording: Wording
    places: Places

    def make(self, key: str, holders: Iterable[Entry]) -> Iterator[tuple[str, str]]:
        """Path and text of the calendar of the products of a province that have deadlines."""
        lines = self._lines(key, find_deadlines(holders))
        yield urls.calendar(self.wording.language, key), "".join(map(folded, lines))

    def _lines(self, key: str, due: Iterable[Deadline]) -> Iterator[str]:
        texts, provinces = self.wording.texts, self.wording.registers.provinces
        name = self.wording.best(provinces[key].name) if key in provinces else texts["quality.unstated"]
        yield from (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//OCOP catalogue//Re-assessment//EN",
            "CALSCALE:GREGORIAN",
        )
        yield f"X-WR-CALNAME:{text_value(texts['calendar.name'].format(province=name))}"
        for one in due:
            yield from self._event("opens", one.opens, one, ())
            yield from self._event("last", one.last, one, self._alarm(one))
        yield "END:VCALENDAR"

    def _event(self, kind: str, day: date, one: Deadline, alarm: Iterable[str]) -> Iterator[str]:
        url = urls.absolute(self.settings.site_url, self.places.product(self.wording.language, one.entry))
        yield "BEGIN:VEVENT"
        yield f"UID:{one.entry.id}.{kind}@{urlsplit(self.settings.site_url).hostname}"
        yield f"DTSTAMP:{one.stated:%Y%m%d}T000000Z"
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + _ONE_DAY:%Y%m%d}"
        yield f"SUMMARY:{text_value(self._summary(kind, one))}"
        yield f"DESCRIPTION:{text_value(self._about(one))}"
        yield f"URL:{url}"
        yield "TRANSP:TRANSPARENT"
        yield from alarm
        yield "END:VEVENT"

    def _alarm(self, one: Deadline) -> Iterator[str]:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{(one.last - one.opens).days}D")
        yield f"DESCRIPTION:{text_value(self._summary('opens', one))}"
        yield "END:VALARM"

    def _summary(self, kind: str, one: Deadline) -> str:
        standing = one.entry.standing
        return self.wording.texts[f"calendar.{kind}"].format(name=one.entry.facts.name, stars=standing.stars)

    def _about(self, one: Deadline) -> str:
        rule = one.entry.registers.star_rules.reassessment
        days = {name: formats.day(getattr(one, name), self.wording.language) for name in ("last", "opens", "closes")}
        article = rule.article or ""
        return self.wording.texts["calendar.about"].format(**days, decision=rule.decision, article=article)
