"""The page of one product."""

from collections.abc import Iterable, Iterator
from itertools import islice

from generator import urls
from generator.catalogue.entry import Entry
from generator.model import Evidence, LocalParagraphs, LocalText, Producer, RecordSource
from generator.pages import grids, structured
from generator.pages.cards import Cards
from generator.pages.contexts import (
    Crumb,
    HeadContext,
    PageLink,
    Phrase,
    ProductPage,
    Row,
    Share,
    Sheet,
    SocialImage,
    Source,
)
from generator.pages.corrections import correction_link
from generator.pages.head import encode, make_head, only_in
from generator.pages.people import make_enquiry, make_producer_view
from generator.pages.pictures import product_pictures, tone
from generator.pages.scores import make_score_chart
from generator.pages.sheets import make_sheets
from generator.pages.short import short_address
from generator.pages.standings import make_badge, verdict
from generator.pages.view import View

MOST_FACTS = 6
SOCIAL_WIDTH = 1280


def make_product(entry: Entry, view: View, cards: Cards, related: list[Entry]) -> ProductPage:
    """What `product.html` is given."""
    product = entry.product
    url = urls.absolute(view.settings.site_url, view.place(entry))
    heading, gloss = view.heading(entry), view.gloss(entry)
    sheets = make_sheets(entry, view)
    return ProductPage(
        crumbs=make_crumbs(entry, view, heading),
        name=heading,
        other_name=gloss,
        summary=view.phrase(product.summary) if product.summary else None,
        standing=make_badge(entry.standing, view),
        verdict=verdict(entry.standing, view),
        award=grids.basis(entry, view),
        pictures=product_pictures(entry, view),
        facts=_facts(entry, sheets, view),
        producer=make_producer_view(entry.producer, view) if entry.producer else None,
        enquiry=make_enquiry(entry.producer, view, heading.text, url),
        sheets=sheets,
        certificates=grids.certificates(entry, view),
        awards=grids.awards(entry, view),
        proposals=grids.proposals(entry, view),
        tests=grids.tests(entry, view),
        shops=grids.shops(entry, view),
        story=paragraphs(product.story, view),
        export_note=paragraphs(product.export_note, view),
        sources=make_sources(product.sources, view),
        evidence=_evidence(entry, view),
        collections=_collections(entry, view),
        related=tuple(cards.card(other) for other in related),
        share=_share(entry, view, url),
        tone=tone(entry),
        scores=make_score_chart(entry, view),
        code=product.code,
        brand=product.brand,
        other_names=_other_names(entry, view, heading, gloss),
        correction=correction_link(entry, view),
        ask=urls.link(f"{urls.desk(view.language, 'enquiry')}?product={product.id}"),
    )


def make_product_head(entry: Entry, view: View) -> HeadContext:
    """The head of a product's page."""
    path = urls.product(view.language, entry.id)
    title = view.wording.names(entry.product.name)
    nodes: list[structured.Node | str] = [
        make_product_node(entry, view),
        *([make_producer_node(entry.producer, view)] if entry.producer else []),
        structured.breadcrumb_node(make_crumbs(entry, view, view.heading(entry)), view),
    ]
    words = title, _description(entry, view, title)
    languages = view.catalogue.places.own(view.settings.languages, entry)
    head = make_head(view, path, words, nodes, "product", _social_image(entry, view))
    return only_in(languages, head, view, path)


def make_product_node(entry: Entry, view: View) -> structured.Node:
    """The structured data of a product, with its pictures."""
    stored = view.pictures.get(entry.id, ())
    return structured.product_node(entry, view, [one.paths[-1][1] for one in stored])


def make_producer_node(producer: Producer, view: View) -> str:
    """The structured data of who makes a product, encoded."""
    return view.once(("producer node", producer.id), lambda: encode(structured.producer_node(producer, view)))


def _social_image(entry: Entry, view: View) -> SocialImage | None:
    stored = view.pictures.get(entry.id, ())
    if not stored:
        return None
    width, path = stored[0].paths[-1]
    height = round(stored[0].height * width / stored[0].width)
    return SocialImage(urls.absolute(view.settings.site_url, path), width, height, view.local(stored[0].alt))


def make_crumbs(entry: Entry, view: View, heading: Phrase) -> tuple[Crumb, ...]:
    """Home, group, set, product."""
    one_set = entry.set.id if entry.set else ""
    above = view.once(("product crumbs", one_set), lambda: _crumbs_above(entry, view))
    return (*above, Crumb(heading.text, None, heading.lang))


def _crumbs_above(entry: Entry, view: View) -> tuple[Crumb, ...]:
    crumbs = [Crumb(view.texts["site.home"], urls.link(urls.home(view.language)))]
    if entry.group and entry.set:
        group, one_set = view.phrase(entry.group.name), view.phrase(entry.set.short)
        crumbs.append(Crumb(group.text, urls.link(urls.listing(view.language, "group", entry.group.id)), group.lang))
        crumbs.append(Crumb(one_set.text, urls.link(urls.listing(view.language, "set", entry.set.id)), one_set.lang))
    return tuple(crumbs)


def _facts(entry: Entry, sheets: Iterable[Sheet], view: View) -> tuple[Row, ...]:
    """The strip a buyer decides by: rows of the sheets, and the markets on one line."""
    t = view.texts
    stated = {row.label: row for sheet in sheets if sheet.id in _DECISIVE for row in sheet.rows}
    markets = ", ".join([view.country(market.country) for market in entry.product.markets])
    if markets:
        stated[t["field.markets"]] = Row(t["field.markets"], markets)
    labels = (t[name] for names in _DECISIVE.values() for name in names)
    return tuple(islice((stated[label] for label in labels if label in stated), MOST_FACTS))


_DECISIVE = {
    "trade": tuple(
        f"field.trade.{name}" for name in ("minimum_order", "capacity", "incoterms", "lead_time_days", "price")
    ),
    "home": ("field.home.price",),
    "markets": ("field.markets",),
    "keeping": ("field.keeping.shelf_life_days",),
    "content": ("field.content.net",),
}
"""The rows of each sheet that go into the strip of facts, the weightiest first."""


def paragraphs(text: LocalText | LocalParagraphs | None, view: View) -> tuple[Phrase, ...]:
    """The paragraphs of a longer text, each with its language."""
    if text is None:
        return ()
    whole = view.phrase(text)
    parts = [part.strip() for part in whole.text.split("\n\n")]
    return tuple(Phrase(part, whole.lang, whole.translated) for part in parts if part)


def make_sources(sources: tuple[RecordSource, ...], view: View) -> tuple[Source, ...]:
    """Where the facts come from; a source without a title is named by its address."""
    return tuple(_source(one, view) for one in sources)


def _source(one: RecordSource, view: View) -> Source:
    note = view.phrase(one.note) if one.note else None
    title = one.title or (one.url or "").split("://", 1)[-1].rstrip("/") or one.repository or ""
    checked = view.day(one.checked) if one.checked else None
    label = (
        view.texts.fill("product.sources.note", language=view.language_name(note.lang)) if note and note.lang else None
    )
    title = title or view.texts["mark.not_stated"]
    return Source(title, one.url, checked, note, label, _graded(one.evidence, view))


def _evidence(entry: Entry, view: View) -> str | None:
    basis = entry.standing.award or entry.standing.proposal
    return _graded(basis.evidence, view) if basis else None


def _graded(evidence: Evidence | None, view: View) -> str | None:
    if not evidence:
        return None
    return view.texts.fill("evidence.full", grade=evidence, meaning=view.texts[f"evidence.{evidence}"])


def _collections(entry: Entry, view: View) -> tuple[PageLink, ...]:
    standing = entry.standing
    stars = standing.stars if standing.rated else None
    one_set, province = entry.set.id if entry.set else None, entry.province.id if entry.province else None
    key = ("collections", stars, standing.state, standing.expires, one_set, province)
    return view.once(key, lambda: tuple(_collection_links(entry, view)))


def _collection_links(entry: Entry, view: View) -> Iterator[PageLink]:
    def leads(kind: str, key: str, text: str, lang: str | None = None, note: str | None = None) -> PageLink:
        return PageLink(urls.link(urls.listing(view.language, kind, key)), text, note=note, lang=lang)

    standing = entry.standing
    lasts = standing.expires if standing.state in ("valid", "expiring") else None
    until = (
        view.texts.fill("product.collections.until", date=view.day(lasts))
        if lasts
        else view.texts[f"standing.{standing.state}.name"]
    )
    if entry.standing.rated:
        title = view.texts[f"stars.{entry.standing.stars}.title"]
        yield leads("stars", str(entry.standing.stars), title, note=until)
    if entry.standing.export_capable:
        yield leads("export", "", view.texts["nav.export"], note=until)
    if entry.set:
        short = view.phrase(entry.set.short)
        yield leads("set", entry.set.id, short.text, short.lang)
    if entry.province:
        yield leads("province", entry.province.id, view.local(entry.province.name))


def _share(entry: Entry, view: View, url: str) -> Share:
    maker = view.original(entry.producer.name).text if entry.producer else None
    short = short_address(view.settings, view.catalogue, entry.id)
    return Share(url, short, view.wording.names(entry.product.name), make_badge(entry.standing, view).label, maker)


def _description(entry: Entry, view: View, names: str) -> str:
    product = entry.product
    maker = view.original(entry.producer.name).text if entry.producer else ""
    place = view.local(entry.province.name) if entry.province else ""
    where = ", ".join(part for part in (maker, place) if part)
    parts = [names, make_badge(entry.standing, view).label, where, view.local(product.summary)]
    return ". ".join(part for part in parts if part)


def _other_names(entry: Entry, view: View, heading: Phrase, gloss: Phrase | None) -> tuple[Phrase, ...]:
    if len(entry.product.name.languages) == 1 + bool(gloss):
        return ()
    shown = {heading.text, gloss.text if gloss else ""}
    every = (view.phrase(entry.product.name, language) for language in entry.product.name.languages)
    return tuple(phrase for phrase in every if phrase.text not in shown)
