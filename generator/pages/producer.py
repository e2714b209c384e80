"""The page of a producer: who it is and what it makes."""

from generator import urls
from generator.catalogue.contacts import public_tax_code
from generator.catalogue.entry import Entry
from generator.model import Producer
from generator.pages import structured, values
from generator.pages.cards import Cards
from generator.pages.contexts import Crumb, HeadContext, Pagination, Phrase, ProducerPage, Row, Value
from generator.pages.head import make_head, only_in
from generator.pages.people import make_enquiry, producer_places
from generator.pages.product import make_sources, paragraphs
from generator.pages.view import View


def make_producer(
    producer: Producer, view: View, cards: Cards, entries: list[Entry], pagination: Pagination | None, number: int
) -> ProducerPage:
    """What `producer.html` is given for page `number` with `entries`."""
    heading = view.original(producer.name)
    total = len(view.catalogue.listing(view.language, "producer", producer.id))
    first = number == 1
    return ProducerPage(
        crumbs=make_crumbs(view, heading),
        name=heading,
        other_name=_other_name(producer, heading, view),
        kind=view.texts[f"producer.kind.{producer.kind}"] if producer.kind else None,
        facts=(*producer_places(producer, view), *_facts(producer, view)) if first else (),
        enquiry=make_enquiry(producer, view),
        story=paragraphs(producer.story, view) if first else (),
        export_note=paragraphs(producer.export_note, view) if first else (),
        count=view.count("listing.count", total),
        sections=(cards.section(entries),) if entries else (),
        sources=make_sources(producer.sources, view) if first else (),
        pagination=pagination,
    )


def make_producer_head(producer: Producer, view: View, path: str) -> HeadContext:
    """The head of a producer's page."""
    heading = view.original(producer.name)
    place = view.catalogue.registers.place_today(producer.origin)
    where = ", ".join(part for part in (place.commune, place.province) if part)
    total = len(view.catalogue.listing(view.language, "producer", producer.id))
    description = ". ".join(part for part in (heading.text, where, view.count("listing.count", total)) if part)
    nodes = [structured.producer_node(producer, view), structured.breadcrumb_node(make_crumbs(view, heading), view)]
    languages = view.catalogue.places.own_of_makers(view.settings.languages)
    return only_in(languages, make_head(view, path, (heading.text, description), nodes), view, path)


def make_crumbs(view: View, heading: Phrase) -> tuple[Crumb, ...]:
    """Home, producers, this producer."""
    return (
        Crumb(view.texts["site.home"], urls.link(urls.home(view.language))),
        Crumb(view.texts["nav.producers"], urls.link(urls.listing(view.language, "producer"))),
        Crumb(heading.text, None, heading.lang),
    )


def _other_name(producer: Producer, heading: Phrase, view: View) -> Phrase | None:
    other = next((text for text in producer.name.languages if producer.name.get(text) != heading.text), None)
    return view.phrase(producer.name, other) if other else None


def _facts(producer: Producer, view: View) -> tuple[Row, ...]:
    t = view.texts
    spoken = producer.contact.languages if producer.contact else ()
    return values.rows(
        (
            (t["field.producer.tax_code"], public_tax_code(producer)),
            (t["field.producer.gln"], producer.gln),
            (
                t["field.producer.languages"],
                [Value(view.language_name(one)) for one in spoken],
            ),
            (t["field.origin.indication"], producer.origin.indication),
            (t["field.origin.area_codes"], [Value(code) for code in producer.origin.area_codes]),
            (t["field.origin.packing_codes"], [Value(code) for code in producer.origin.packing_codes]),
        )
    )
