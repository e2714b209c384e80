"""GS1 Digital Links: `01/<gtin14>/` leads to the product with an article number, `linkset.json` names its pages.

Plain files, not a resolver that answers questions: README has the lines by which nginx serves them as GS1 asks.
"""

from collections.abc import Iterator
from functools import partial

from pydantic_core import to_json

from generator import urls
from generator.catalogue.entry import Entry
from generator.codes.ledger import Former
from generator.fingerprints import fingerprint
from generator.pages.contexts import ShortPage
from generator.pages.short import ShortPages
from generator.site import File, Work

_VOCABULARY = "https://gs1.org/voc/"


def digital_link_works(short: ShortPages) -> Iterator[Work]:
    """A piece of work for each article number that a product has, or had when it left."""
    if not short.settings.codes:
        return
    left = {one.gtin: one for one in short.catalogue.ledger.former.values() if one.gtin and not one.renamed_to}
    found: dict[str, Entry | Former] = {**left}
    found |= {entry.facts.gtin: entry for entry in short.catalogue.entries if entry.facts.gtin}
    for gtin, owner in sorted(found.items()):
        made_from = fingerprint(short.shared, owner.id, short.mark(owner))
        yield Work(f"gtin {gtin}", made_from, partial(_make, gtin, owner, short))
    if found:
        yield short.work_above(urls.DIGITAL_LINKS)


def _make(gtin: str, owner: Entry | Former, short: ShortPages) -> Iterator[File]:
    path = urls.digital_link(gtin)
    address = urls.absolute(short.settings.site_url, path).rstrip("/")
    page = short.make_page(path, owner)._replace(address=address, linkset="linkset.json")
    yield f"{path}index.html", short.main.render("short.html", page=page)
    yield f"{path}linkset.json", to_json(_linkset(page, owner, short))


def _linkset(page: ShortPage, owner: Entry | Former, short: ShortPages) -> dict[str, object]:
    """As RFC 9264 and GS1's schema for linksets have it: full addresses, each with a title; languages as lists."""
    name, site = page.names[0].text, short.settings.site_url
    addresses = {language: urls.absolute(site, place) for language, place in short.places(owner).items()}
    relations: dict[str, list[dict[str, object]]] = {
        "defaultLink": [{"href": addresses[short.main.language], "title": name}],
        "pip": [_target(address, name, language) for language, address in addresses.items()],
    }
    if isinstance(owner, Entry) and owner.facts.awards:
        relations["certificationInfo"] = [
            _target(address, short.views[language].texts["product.standing"], language)
            for language, address in addresses.items()
        ]
    named = {f"{_VOCABULARY}{relation}": targets for relation, targets in relations.items()}
    return {"linkset": [{"anchor": page.address, "description": name, **named}]}


def _target(address: str, title: str, language: str) -> dict[str, object]:
    return {"href": address, "title": title, "hreflang": [language], "type": "text/html"}
