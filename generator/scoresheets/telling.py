"""What a filled score sheet amounts to, in words: sums, stars, and what is missing for the next one."""

from collections.abc import Iterator
from decimal import Decimal

from generator.criteria import PARTS, ScoreSheet
from generator.languages.formats import number
from generator.languages.messages import Messages, read_messages
from generator.registers import StarRules
from generator.scoresheets.reading import FilledSheet
from generator.scoring import NextStar, next_star, part_points, stars_reached, unknown_floors


class Verdict:
    """A filled sheet in the words of a language."""

    def __init__(self, sheet: ScoreSheet, filled: FilledSheet, rules: StarRules, language: str) -> None:
        """`filled` is free of mistakes."""
        self._sheet, self._filled, self._rules, self._language = sheet, filled, rules, language
        self._messages: Messages = read_messages(language)
        self._total = sum(filled.points.values(), Decimal())

    def lines(self, name: str) -> Iterator[str]:
        """The verdict; `name` is that of the set."""
        yield self._say("score-set", number=self._sheet.number, name=name)
        yield from self._parts()
        empty = [one for one in self._sheet.criteria if one.code not in self._filled.points]
        if empty:
            filled, every = len(self._filled.points), len(self._sheet.criteria)
            yield self._say("score-total-open", filled=filled, all=every, points=self._written(self._total))
            cells = ", ".join(f"{self._filled.cells[one.code]} ({one.code})" for one in empty)
            yield self._say("score-empty", cells=cells)
        else:
            yield from self._stars()
        if codes := ", ".join(one.code for one in unknown_floors(self._sheet)):
            yield self._say("score-unknown", codes=codes)
        yield self._say("score-no-award")

    def _parts(self) -> Iterator[str]:
        for part in PARTS:
            criteria = self._sheet.part(part)
            points = part_points(self._sheet, part, self._filled.points)
            so_far = sum((self._filled.points.get(one.code, Decimal()) for one in criteria), Decimal())
            word = "score-part" if points is not None else "score-part-open"
            most = sum(one.most for one in criteria)
            yield self._say(word, part=part.upper(), points=self._written(so_far), most=most)

    def _stars(self) -> Iterator[str]:
        total, points, rules = self._total, self._filled.points, self._rules
        band, reached = rules.stars_for(float(total)), stars_reached(total, points, self._sheet, rules)
        lowest = min(one.stars for one in rules.bands if one.certified)
        told = {"points": self._written(total), "stars": band, "lowest": lowest, "fewest": rules.fewest_points(lowest)}
        yield self._say("score-total" if band >= lowest else "score-total-low", **told)
        if reached < band and band >= lowest:
            yield self._say("score-held-back", **told)
        yield self._say("score-reached" if reached >= lowest else "score-reached-none", **{**told, "stars": reached})
        following = next_star(total, points, self._sheet, rules)
        if following is None:
            yield self._say("score-highest")
        else:
            yield from self._missing(following)

    def _missing(self, following: NextStar) -> Iterator[str]:
        stars = following.stars
        yield self._say("score-missing", stars=stars)
        if following.points:
            told = {"points": self._written(following.points), "fewest": self._rules.fewest_points(stars)}
            yield "  - " + self._say("score-missing-points", **told)
        for one in following.shortfalls:
            code, name = one.criterion.code, one.criterion.names[self._language]
            told = {"cell": self._filled.cells[code], "code": code, "name": name, "floor": one.floor}
            yield "  - " + self._say("score-missing-floor", points=self._written(one.points), **told)
        if following.shortfalls and following.elsewhere:
            yield "  - " + self._say("score-missing-rest", points=self._written(following.elsewhere))

    def record(self) -> Iterator[str]:
        """The points as lines for the record of the product, to be put below its award."""
        if len(self._filled.points) == len(self._sheet.criteria):
            yield f"score: {self._total}"
        yield "scores:"
        yield f"  set: {self._sheet.number}"
        for part in PARTS:
            points = part_points(self._sheet, part, self._filled.points)
            if points is not None:
                yield f"  {part}: {sum(points, Decimal())}"
        yield "  criteria:"
        stated = ((one.code, self._filled.points.get(one.code)) for one in self._sheet.criteria)
        yield from (f'    - {{code: "{code}", points: {points}}}' for code, points in stated if points is not None)

    def _written(self, points: Decimal) -> str:
        return number(points, self._language)

    def _say(self, word: str, **values: object) -> str:
        return self._messages.word(word).format(**values)
