"""Tables of several columns on a product page: awards, proposals, certificates, test reports, shops."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator import urls
from generator.catalogue.entry import Entry
from generator.languages import formats
from generator.model import Award, Certification, LocalText, Proposal, Withdrawal
from generator.pages import values
from generator.pages.contexts import Cell, Grid, Row, Value
from generator.pages.scores import parts_told
from generator.pages.values import Stated
from generator.pages.view import View
from generator.standing import begins, last_day

Cells = tuple[Stated, ...]


def make_grid(name: str, columns: Iterable[str], rows: list[Cells], view: View) -> Grid | None:
    """A table without the columns in which nothing is stated; None when there are no rows."""
    if not rows:
        return None
    labels = tuple(view.texts[f"field.{column}"] for column in columns)
    kept = [number for number in range(len(labels)) if number == 0 or any(row[number] for row in rows)]
    return Grid(
        name,
        view.texts[f"sheet.{name}"],
        tuple([labels[number] for number in kept]),
        tuple([tuple([_cell(labels[number] if number else None, row[number]) for number in kept]) for row in rows]),
    )


def _cell(label: str | None, stated: Stated) -> Cell:
    return Cell(label, None, stated) if isinstance(stated, Value) else Cell(label, stated)


def certificates(entry: Entry, view: View) -> Grid | None:
    """Certificates with number, body and dates; one that has run out says so."""
    columns = ("scheme", "number", "body", "issued", "expires", "scope", "url")
    rows = [_certificate(one, view) for one in entry.product.certifications]
    return make_grid("certificates", (f"certifications.{column}" for column in columns), rows, view)


def _certificate(one: Certification, view: View) -> Cells:
    scheme = view.catalogue.registers.schemes[one.scheme]
    path = urls.link(urls.listing(view.language, "certification", scheme.id))
    end = _day(one.expires, view)
    return (
        Value(scheme.name, href=path),
        one.number,
        one.body,
        _day(one.issued, view),
        values.ending(Value(end), one.expires, view) if end else None,
        values.local(one.scope, view),
        values.outward(view.texts["certificate.view"], one.url) if one.url else None,
    )


def _day(value: date | None, view: View) -> str | None:
    return view.day(value) if value else None


def tests(entry: Entry, view: View) -> Grid | None:
    """Reports of laboratories."""
    rows: list[Cells] = [
        (
            one.laboratory,
            _day(one.date, view),
            values.local(one.parameters, view),
            values.outward(view.texts["test.view"], one.url) if one.url else None,
        )
        for one in entry.product.tests
    ]
    return make_grid("tests", ("tests.laboratory", "tests.date", "tests.parameters", "tests.url"), rows, view)


def shops(entry: Entry, view: View) -> Grid | None:
    """Shops and web shops at home."""
    home = entry.product.home
    if not home:
        return None
    shown = view.texts["shop.view"]
    rows: list[Cells] = [
        (shop.name, shop.address, values.outward(shown, shop.url) if shop.url else None) for shop in home.shops
    ]
    rows += [(one.title, None, values.outward(shown, one.url)) for one in home.links]
    return make_grid("shops", ("shops.name", "shops.address", "shops.url"), rows, view)


def awards(entry: Entry, view: View) -> Grid | None:
    """The history of awards, newest first; only when there is more than one."""
    if len(entry.product.awards) < 2:  # noqa: PLR2004  one award is told beside the standing
        return None
    rows = [_award(one, entry, view) for one in sorted(entry.product.awards, key=begins, reverse=True)]
    names = ("stars", "kind", "decision", "issued", "expires", "authority", "withdrawn", "evidence")
    return make_grid("awards", (*(f"awards.{name}" for name in names), "awards.note"), rows, view)


def _award(one: Award, entry: Entry, view: View) -> Cells:
    t = view.texts
    return (
        Value(
            t[f"stars.{one.stars}"] if (one.stars or 0) >= 3 else t["mark.not_stated"],  # noqa: PLR2004
            note=_points_told(one, entry, view),
        ),
        t[f"award.kind.{one.kind}"] if one.kind else None,
        values.vietnamese(one.decision, view),
        _day(one.issued, view) or _month_or_year(one, view),
        expiry(one, view),
        _authority(one, view),
        _withdrawal(one.withdrawn, view),
        one.evidence,
        _joined(_notes(one), view),
    )


def _authority(one: Award, view: View) -> Stated:
    """Who awarded the stars, and at which level."""
    label = view.texts["field.awards.level"]
    level = f"{label}: {view.texts[f'level.{one.level}']}" if one.level else None
    if not one.authority:
        return level
    return Value(one.authority, view.foreign("vi"), note=level)


def _joined(notes: list[LocalText], view: View) -> Value | None:
    """Notes in one cell, in the language of the first."""
    if not notes:
        return None
    phrases = [view.phrase(note) for note in notes]
    lang, words = phrases[0].lang, " ".join(phrase.text for phrase in phrases)
    return Value(words, lang, note=view.language_name(lang) if lang else None, translated=phrases[0].translated)


def expiry(one: Award, view: View) -> Value | None:
    """The last day of an award; a day that the source does not state says how it was counted."""
    end = last_day(one, view.catalogue.registers.star_rules)
    if end is None:
        return None
    note = None if one.expires else view.texts["award.expires.derived"]
    if one.extended:
        note = view.texts.fill("award.extended", date=view.day(one.extended))
    return Value(view.day(end), note=note)


def _withdrawal(one: Withdrawal | None, view: View) -> Value | None:
    if one is None:
        return None
    words = view.texts.fill("award.withdrawn", date=view.day(one.date)) if one.date else ""
    reason = view.texts[f"withdrawal.{one.reason}"] if one.reason else None
    note = "; ".join(filter(None, (reason, one.decision)))
    return Value(words or view.texts["award.withdrawn.undated"], note=note or None)


def proposals(entry: Entry, view: View) -> Grid | None:
    """What was proposed, in a table of its own: no date or office in it is that of an award."""
    product = entry.product
    if len(product.awards) + len(product.proposals) < 2:  # noqa: PLR2004  a sole proposal is told beside the standing
        return None
    rows = [_proposal(one, view) for one in product.proposals]
    names = ("stars", "decision", "date", "authority", "evidence", "note")
    return make_grid("proposals", (f"proposals.{name}" for name in names), rows, view)


def _proposal(one: Proposal, view: View) -> Cells:
    t = view.texts
    words = t["proposal.stars"].format(stars=one.stars) if one.stars else t["mark.not_stated"]
    return (
        Value(words, note=_points(one.score, view)),
        values.vietnamese(one.decision, view),
        _day(one.date, view) or _month_or_year(one, view),
        values.vietnamese(one.authority, view),
        one.evidence,
        values.remark(one.note, view),
    )


def basis(entry: Entry, view: View) -> tuple[Row, ...]:
    """What the standing rests on: the decision, or the proposal that is not one."""
    standing = entry.standing
    if standing.proposal:
        return _proposal_basis(standing.proposal, view)
    return _award_basis(standing.award, view) if standing.award else ()


def _award_basis(one: Award, view: View) -> tuple[Row, ...]:
    t = view.texts
    return values.rows(
        (
            (t["field.awards.decision"], values.vietnamese(one.decision, view)),
            (t["field.awards.issued"], _day(one.issued, view)),
            (t[_when(one)], None if one.issued else _month_or_year(one, view)),
            (t["field.awards.expires"], expiry(one, view)),
            (t["field.awards.withdrawn"], _withdrawal(one.withdrawn, view)),
            (t["field.awards.authority"], _authority(one, view)),
            (t["field.awards.kind"], t[f"award.kind.{one.kind}"] if one.kind else None),
            (t["field.awards.score"], _points(one.score, view)),
            (t["field.awards.note"], [values.remark(note, view) for note in _notes(one)]),
        )
    )


def _month_or_year(one: Award | Proposal, view: View) -> str | None:
    """What is known of a time of which no day is known."""
    if one.month:
        return formats.month(one.month, view.language)
    return str(one.year) if one.year else None


def _when(one: Award | Proposal) -> str:
    """The words for what is known of that time."""
    part = "awards" if isinstance(one, Award) else "proposals"
    return f"field.{part}.{'month' if one.month else 'year'}"


def _notes(one: Award) -> list[LocalText]:
    """What the record says about an award and its withdrawal in words."""
    return [note for note in (one.note, one.withdrawn.note if one.withdrawn else None) if note]


def _points(score: Decimal | None, view: View) -> str | None:
    return None if score is None else view.texts.fill("award.score", score=view.number(score))


def _points_told(one: Award, entry: Entry, view: View) -> str | None:
    """Points in all, and those of the parts where they are stated."""
    points, parts = _points(one.score, view), parts_told(one, entry, view)
    return f"{points} ({parts})" if points and parts else points or parts


def _proposal_basis(one: Proposal, view: View) -> tuple[Row, ...]:
    t = view.texts
    return values.rows(
        (
            (t["field.proposals.decision"], values.vietnamese(one.decision, view)),
            (t["field.proposals.date"], _day(one.date, view)),
            (t[_when(one)], None if one.date else _month_or_year(one, view)),
            (t["field.proposals.authority"], values.vietnamese(one.authority, view)),
            (t["field.proposals.score"], _points(one.score, view)),
            (t["field.proposals.note"], values.remark(one.note, view)),
        )
    )
