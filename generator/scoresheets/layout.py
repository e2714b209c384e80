"""Where things stand on a score sheet, and what its headings are called: Vietnamese first, English below or beside."""

from dataclasses import dataclass

from generator.languages.messages import read_messages

CODE, NAME_VI, NAME_EN, MOST, POINTS, STEPS, FLOORS = 1, 2, 3, 4, 5, 6, (7, 8, 9)
"""Columns; the floors are those of 3, 4 and 5 stars."""
SET_ROW, FIRST_FILLED_ROW, LAST_FILLED_ROW, HEADING_ROW = 2, 3, 5, 7
LONGEST_HEAD = 40
"""Rows in which the headings are looked for: people put a letterhead above."""
LONGEST_SHEET = 400
WIDEST_SHEET = 40


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings by which the columns of codes and points, and the number of the set, are found again."""

    code: str
    points: str
    set: str


def both(word: str, **values: object) -> str:
    """A word of the messages in Vietnamese and English."""
    return " / ".join(read_messages(language).word(word).format(**values) for language in ("vi", "en"))


def headings() -> Headings:
    """The headings as they are written."""
    return Headings(both("sheet-code"), both("sheet-points"), both("sheet-set"))
