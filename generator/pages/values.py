"""Single values as a reader sees them: quantities, prices, places, links. Only what a record states."""

from collections.abc import Iterable
from datetime import date

from generator.catalogue.offers import is_over
from generator.catalogue.wording import place_words
from generator.model import Capacity, CurrentPlace, Incoterm, LocalText, Origin, Price, Quantity, StatedPlace
from generator.pages.contexts import Row, Value
from generator.pages.view import View
from generator.urls import link

Stated = str | Value | None
"""What a record states, ready to be shown: plain text, or text with more to it; None when nothing is stated."""


def local(words: LocalText | None, view: View) -> Stated:
    """A value in the language of the page where stated, else in its own language, marked."""
    if words is None:
        return None
    phrase = view.phrase(words)
    if phrase.lang is None and not phrase.translated:
        return phrase.text
    return Value(phrase.text, phrase.lang, translated=phrase.translated)


def remark(words: LocalText | None, view: View) -> Stated:
    """A note of whoever keeps the records; one in another language says in which."""
    told = local(words, view)
    return told._replace(note=view.language_name(told.lang)) if isinstance(told, Value) and told.lang else told


def outward(title: str, url: str | None) -> Value:
    """A value that leads out of the site when an address is stated."""
    return Value(title, href=url, external=url is not None)


def inward(title: str, path: str, lang: str | None = None) -> Value:
    """A value that leads to another page of the catalogue."""
    return Value(title, lang, href=link(path))


def rows(pairs: Iterable[tuple[str, Stated | Iterable[Stated]]]) -> tuple[Row, ...]:
    """Rows of label and values; a row without a stated value is left out."""
    made: list[Row] = []
    for label, values in pairs:
        if not values:
            continue
        if isinstance(values, str):
            made.append(Row(label, values))
        elif isinstance(values, Value):
            made.append(Row(label, None, (values,)))
        elif stated := [Value(value) if isinstance(value, str) else value for value in values if value]:
            made.append(Row(label, None, (stated[0], *(value._replace(below=True) for value in stated[1:]))))
    return tuple(made)


def quantity(amount: Quantity | None, view: View) -> str | None:
    """An amount with its unit: "200 thùng"."""
    return view.wording.quantity(amount) or None


def capacity(amount: Capacity | None, view: View) -> str | None:
    """What can be made in a time: "5 tấn mỗi tháng"."""
    stated = quantity(amount, view)
    if amount is None or stated is None:
        return None
    return view.texts.fill("unit.per", amount=stated, unit=view.texts[f"unit.per.{amount.per}"])


def days(number: int | None, view: View) -> str | None:
    """A number of days."""
    return None if number is None else view.count("unit.days", number)


def price(stated: Price | None, view: View) -> Value | None:
    """A price or range with currency, unit and its last day."""
    if stated is None:
        return None
    return ending(
        Value(view.wording.price(stated), note=view.wording.price_end(stated) or None), stated.valid_until, view
    )


def ending(value: Value, last: date | None, view: View) -> Value:
    """A value that holds until `last`, to be marked when that day is over."""
    if last is None:
        return value
    return value._replace(until=last.isoformat(), past=is_over(last, view.catalogue.as_of))


def incoterm(term: Incoterm, view: View) -> Value:
    """A delivery term with place and edition as far as stated."""
    if term.place and term.year:
        return Value(view.texts.fill("incoterm.full", rule=term.rule, place=term.place, year=term.year))
    if term.place:
        return Value(view.texts.fill("incoterm.place", rule=term.rule, place=term.place))
    return Value(view.texts.fill("incoterm.year", rule=term.rule, year=term.year) if term.year else term.rule)


def current_place(place: CurrentPlace, origin: Origin, view: View) -> Value | None:
    """A place in its names of today; inferred where the province it was derived from is."""
    words = place_words(place)
    derived = not (origin.today and origin.today.province)
    inferred = derived and origin.stated is not None and "province" in origin.stated.inferred
    return Value(words, view.foreign("vi"), inferred=inferred) if words else None


def stated_place(origin: Origin, today: CurrentPlace, view: View) -> tuple[Value, ...]:
    """A place as the source states it, then what was inferred of it; nothing where today's says the same."""
    stated, words = origin.stated, place_words(origin.stated)
    if stated is None or words in ("", place_words(today)):
        return ()
    if not stated.inferred:
        return (Value(words, view.foreign("vi")),)
    read = stated.model_copy(update=dict.fromkeys(stated.inferred))
    rest = StatedPlace(**{part: getattr(stated, part) for part in stated.inferred})
    shown = ((place_words(read), False), (place_words(rest), True))
    return tuple(Value(words, view.foreign("vi"), inferred=inferred) for words, inferred in shown if words)


def vietnamese(words: str | None, view: View) -> Stated:
    """A text that is always Vietnamese, such as the number of a decision."""
    return Value(words, "vi") if words and view.language != "vi" else words
