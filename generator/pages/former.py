"""The page of a product that left: what happened and when, its last known award, and what is near it.

A row of `products/former.csv` and the catalogue in, a page at its former address out. Claims nothing about today.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from generator import urls
from generator.catalogue.entry import Entry
from generator.codes.ledger import Former
from generator.fingerprints import fingerprint
from generator.languages import formats
from generator.pages.cards import Cards
from generator.pages.contexts import CardSection, Crumb, FormerPage, FormerStep, HeadContext, PageLink, Phrase, Row
from generator.pages.head import make_head
from generator.pages.made_from import MadeFrom
from generator.pages.short import short_address
from generator.pages.view import View

MOST_NEAR = 4
_LOOKED_AT = 96
_LOWEST_SHOWN = 3
_MONTH, _YEAR = 7, 4
"""Letters of a day of which only the month or the year is known."""
Entries = Mapping[str, Entry]


def make_former(product_id: str, view: View, cards: Cards, entries: Entries) -> FormerPage:
    """What `former.html` is given; `entries` are all products by id."""
    former = view.catalogue.ledger.former[product_id]
    names = _names(former, view)
    return FormerPage(
        (
            Crumb(view.texts["site.home"], urls.link(urls.home(view.language))),
            *_crumbs(former, view),
            _own(former, view),
        ),
        names[0],
        names[1] if len(names) > 1 else None,
        tuple(_step(one, view, entries) for one in view.catalogue.ledger.course(product_id)),
        former.note,
        tuple(_award(former, view)),
        _told(former, view),
        tuple(_links(former, view)),
        tuple(_near_cards(former, view, cards, entries)),
        short_address(view.settings, view.catalogue, product_id),
    )


def make_former_head(product_id: str, view: View) -> HeadContext:
    """The head: not to be found by search engines, which have the products that there are."""
    former = view.catalogue.ledger.former[product_id]
    name = _names(former, view)[0].text
    happened = view.texts.fill("short.renamed" if former.renamed_to else "short.removed", date=view.day(former.left))
    head = make_head(view, urls.product(view.language, product_id), (name, f"{name}. {happened}"))
    return head._replace(robots="noindex")


def former_print(product_id: str, view: View, made_from: MadeFrom, entries: Entries) -> str:
    """The fingerprint of what the page is made from."""
    catalogue = view.catalogue
    course = catalogue.ledger.course(product_id)
    maker = catalogue.producers.packed.get(course[0].producer)
    shown = (*_goals(course, entries), *_near(course[0], view, entries))
    known = (repr(course), catalogue.ledger.codes.get(product_id, ""), maker.fingerprint if maker else "")
    return fingerprint(made_from.cards(shown), *known)


def _goals(course: list[Former], entries: Entries) -> list[Entry]:
    """The product as which it goes on, if it does."""
    goal = entries.get(course[-1].renamed_to)
    return [goal] if goal else []


def _names(former: Former, view: View) -> list[Phrase]:
    """Its last names, Vietnamese first; its id where none is kept."""
    stated = ((former.vi, "vi"), (former.en, "en"))
    return [Phrase(words, view.foreign(language)) for words, language in stated if words] or [Phrase(former.id)]


def _own(former: Former, view: View) -> Crumb:
    name = _names(former, view)[0]
    return Crumb(name.text, None, name.lang)


def _crumbs(former: Former, view: View) -> Iterator[Crumb]:
    registers = view.catalogue.registers
    one_set = registers.sets.get(int(former.set)) if former.set else None
    if one_set:
        short = view.phrase(one_set.short)
        yield Crumb(short.text, urls.link(urls.listing(view.language, "set", one_set.id)), short.lang)


def _step(former: Former, view: View, entries: Entries) -> FormerStep:
    day = view.day(former.left)
    if not former.renamed_to:
        return FormerStep(view.texts.fill("short.removed", date=day))
    entry = entries.get(former.renamed_to)
    path = view.place(entry) if entry else urls.product(view.language, former.renamed_to)
    name = view.heading(entry) if entry else _names(view.catalogue.ledger.former[former.renamed_to], view)[0]
    return FormerStep(view.texts.fill("short.renamed", date=day), PageLink(urls.link(path), name.text, lang=name.lang))


def _award(former: Former, view: View) -> Iterator[Row]:
    """The last known award in the words of the product sheet."""
    t = view.texts
    if former.stars >= _LOWEST_SHOWN:
        yield Row(t["field.awards.stars"], t[f"stars.{former.stars}"])
    if former.decision:
        yield Row(t["field.awards.decision"], former.decision)
    if former.issued:
        kind = {_MONTH: "month", _YEAR: "year"}.get(len(former.issued), "issued")
        yield Row(t[f"field.awards.{kind}"], _known_day(former.issued, view))
    if former.expires:
        yield Row(t["field.awards.expires"], view.day(former.expires))
    if former.withdrawn:
        day = _known_day(former.withdrawn, view) if former.withdrawn != "yes" else t["former.withdrawn"]
        yield Row(t["field.awards.withdrawn"], day)


def _known_day(text: str, view: View) -> str:
    if len(text) == _MONTH:
        return formats.month(text, view.language)
    return text if len(text) == _YEAR else view.day(date.fromisoformat(text))


def _told(former: Former, view: View) -> str:
    if former.stars or former.decision or former.issued:
        return view.texts["former.award.told"]
    return view.texts["former.award.none" if former.vi or former.en else "former.award.unknown"]


def _links(former: Former, view: View) -> Iterator[PageLink]:
    """The producer, set and province that it belonged to, those that the catalogue knows."""
    catalogue, language = view.catalogue, view.language
    maker = catalogue.producers.get(former.producer)
    if maker:
        name = view.original(maker.name)
        yield PageLink(urls.link(view.place_of_maker(maker.id)), name.text, lang=name.lang)
    yield from (PageLink(crumb.href or "", crumb.text, lang=crumb.lang) for crumb in _crumbs(former, view))
    province = catalogue.registers.provinces.get(former.province)
    if province:
        href = urls.link(urls.listing(language, "province", province.id))
        yield PageLink(href, view.local(province.name))


def _near_cards(former: Former, view: View, cards: Cards, entries: Entries) -> Iterator[CardSection]:
    course = view.catalogue.ledger.course(former.id)
    goals = _goals(course, entries)
    if goals:
        yield cards.section(goals, view.texts["former.now"])
    near = [entry for entry in _near(former, view, entries) if entry not in goals]
    if near:
        yield cards.section(near, view.texts["former.near"])


def _near(former: Former, view: View, entries: Entries) -> list[Entry]:
    """Other products of its producer, then of its set in its province, then of its set; the best of each first."""
    catalogue, language = view.catalogue, view.language
    near = list(islice(catalogue.listing(language, "producer", former.producer).entries, MOST_NEAR))
    one_set = catalogue.registers.sets.get(int(former.set)) if former.set else None
    if one_set:
        alike = catalogue.listing(language, "set", one_set.id).entries[:_LOOKED_AT]
        near += [entry for entry in alike if entry.province and entry.province.id == former.province]
        near += alike[:MOST_NEAR]
    goal = entries.get(catalogue.ledger.end(former.id))
    return [entry for entry in dict.fromkeys(near) if entry is not goal][:MOST_NEAR]
