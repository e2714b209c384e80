"""What Hugo is given besides the records: values that need the whole catalogue or the rules of the programme.

Worked out by our own code before the clock starts, one JSON data file a kind of thing.
"""

import json
from pathlib import Path
from typing import Any

from jinja2.filters import do_truncate

from benchmarks import words
from generator.build import load
from generator.catalogue.catalogue import Neighbours
from generator.catalogue.contacts import public_contact
from generator.catalogue.entry import Entry
from generator.languages import formats
from generator.model import Producer
from generator.pages.cards import Cards
from generator.pages.grids import expiry
from generator.pages.people import make_producer_view
from generator.pages.pictures import placeholder, tone
from generator.pages.product import make_product, make_product_head
from generator.pages.view import View, make_view
from generator.settings import Settings
from generator.standing import LOWEST_CERTIFIED, begins

LONGEST_CARD_NAME = 64
Derived = dict[str, Any]


def read_views(settings: Settings) -> list[View]:
    """The catalogue as each language sees it, read once; raises `ValueError` when a record has errors."""
    loaded = load(settings)
    if loaded.catalogue is None or loaded.gallery is None:
        message = "the synthetic records are not valid"
        raise ValueError(message)
    return [make_view(settings, loaded.catalogue, loaded.gallery, language) for language in settings.languages]


def make_derived(view: View) -> dict[str, Derived]:
    """Everything Hugo is given for the pages of one language, by the name of its file."""
    catalogue = view.catalogue
    near = Neighbours(catalogue.entries)
    return {
        "derived": {one.product.id: _entry(one, view, near.related(one)) for one in catalogue.entries},
        "producers": {one.id: _producer(one, view) for one in catalogue.producers.values()},
        "sets": {str(one.set.number): _set(one, view) for one in catalogue.entries if one.set and one.group},
        "schemes": {scheme.id: scheme.name for scheme in catalogue.registers.schemes.values()},
        "countries": {code: formats.country(code, view.language) for code in words.COUNTRIES},
    }


def write_derived(files: dict[str, Derived], folder: Path) -> None:
    """Write the files into Hugo's data folder."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _entry(entry: Entry, view: View, related: list[Entry]) -> Derived:
    product, standing = entry.product, entry.standing
    name = view.heading(entry).text
    history = sorted(product.awards, key=begins, reverse=True)
    ends = [expiry(award, view) for award in product.awards]
    return {
        "id": product.id,
        "name": name,
        "short": _short(name, view),
        "description": make_product_head(entry, view).description,
        "province": {"id": entry.province.id, "name": view.local(entry.province.name)} if entry.province else None,
        "place": ", ".join(part for part in (entry.place.commune, entry.place.province) if part),
        "related": [other.product.id for other in related],
        "standing": _standing(entry, view),
        "basis": product.awards.index(standing.award) if standing.award else -1,
        "expiry": [{"text": end.text, "note": end.note} if end else None for end in ends],
        "history": [product.awards.index(award) for award in history] if len(history) > 1 else [],
    }


def _short(name: str, view: View) -> str | None:
    """The name as a card cuts it."""
    return (
        do_truncate(view.templates, name, LONGEST_CARD_NAME, leeway=0, end="…")
        if len(name) > LONGEST_CARD_NAME
        else None
    )


def _standing(entry: Entry, view: View) -> Derived:
    standing, award = entry.standing, entry.standing.award
    shown = make_product(entry, view, Cards(view), [])
    badge = shown.standing
    certified = bool(award and (award.stars or 0) >= LOWEST_CERTIFIED and standing.state != "unrated")
    return {
        "state": badge.state,
        "label": badge.label,
        "meaning": shown.verdict,
        "stars": badge.stars,
        "stars_label": badge.stars_label,
        "number": badge.number,
        "date": badge.date,
        "transitions": badge.transitions,
        "evidence": shown.evidence,
        "said": shown.share.standing,
        "note": next((link.note for link in shown.collections if link.note), None),
        "export": standing.export_capable,
        "certified": certified,
        "status": None if standing.state == "undated" else "Active" if standing.in_force else "Inactive",
        "expires": standing.expires.isoformat() if standing.expires else None,
    }


def _producer(producer: Producer, view: View) -> Derived:
    shown = make_producer_view(producer, view)
    contact = public_contact(producer, view.catalogue.as_of)
    place = view.catalogue.registers.place_today(producer.origin)
    return {
        "name": shown.name.text,
        "alternate": [text for text in producer.name.all() if text != shown.name.text],
        "kind": shown.kind,
        "places": [{"label": row.label, "text": value.text} for row in shown.places for value in row.values],
        "products": shown.products,
        "commune": place.commune,
        "province": place.province,
        **({name: getattr(contact, name) for name in ("person", "email", "phone", "website")} if contact else {}),
    }


def _set(entry: Entry, view: View) -> Derived:
    one, group = entry.set, entry.group
    return {
        "id": one.id,
        "number": one.number,
        "name": view.local(one.name),
        "short": view.local(one.short),
        "group": group.id,
        "group_name": view.local(group.name),
        "tone": tone(entry),
        "picture": placeholder(entry).src.rpartition("/")[2].removesuffix(".svg"),
    }
