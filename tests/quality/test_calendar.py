"""Calendar files are read by a library of that format, whatever a record holds, and the same for the same day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.outputs.calendar import MOST_OCTETS, folded, text_value
from tests.quality.conftest import Made
from tests.real_site import LANGUAGES

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400)


def calendar(made: Made, language: str) -> tuple[bytes, Calendar]:
    """The calendar of Lào Cai."""
    content = made.site.file(f"{language}/quality/lao-cai.ics").read_bytes()
    return content, Calendar.from_ical(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rating_in_force_has_two_days(made: Made, language: str) -> None:
    """The first day for the dossier, and the last of validity with a reminder 180 days before."""
    _, read = calendar(made, language)
    events = {str(event["UID"]): event for event in read.walk("VEVENT")}
    assert 8 == len(events)
    opens, last = (events[f"sap-het-han.{kind}@catalogue.example"] for kind in ("opens", "last"))
    assert [date(2026, 8, 5), date(2027, 2, 1)] == [one["DTSTART"].dt for one in (opens, last)]
    assert [date(2026, 8, 6), date(2027, 2, 2)] == [one["DTEND"].dt for one in (opens, last)]
    (alarm,) = last.walk("VALARM")
    assert timedelta(days=-180) == alarm["TRIGGER"].dt
    assert date(2024, 2, 1) == last["DTSTAMP"].dt.date()
    assert f"https://catalogue.example/{language}/p/sap-het-han/" == str(last["URL"])
    assert "26/2026/QĐ-TTg" in last["DESCRIPTION"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_strict(made: Made, language: str) -> None:
    """Lines end with CR LF, hold at most 75 octets, and nothing is found wrong; names are text."""
    content, read = calendar(made, language)
    lines = content.split(b"\r\n")
    assert b"" == lines[-1]
    assert all(len(line) <= MOST_OCTETS and b"\n" not in line for line in lines)
    assert [] == [error for component in read.walk() for error in component.errors]
    assert ("2.0", "GREGORIAN") == (read["VERSION"], read["CALSCALE"])
    assert any("Chè <b>ba</b>" in event["SUMMARY"] for event in read.walk("VEVENT"))


def test_only_provinces_with_deadlines_have_a_calendar(made: Made) -> None:
    """Nothing of Tuyên Quang is in force."""
    assert ["en/quality/lao-cai.ics", "vi/quality/lao-cai.ics"] == sorted(
        name for name in made.site.files if name.endswith(".ics")
    )


@given(words=WORDS)
def test_any_text_comes_back(words: str) -> None:
    """Commas, semicolons, strokes, letters of several octets at the end of a line."""
    line = folded(f"SUMMARY:{text_value(words)}")
    assert all(len(part.encode()) <= MOST_OCTETS for part in line.split("\r\n"))
    text = f"BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n{line}END:VEVENT\r\n"
    assert words == Calendar.from_ical(text)["SUMMARY"]
