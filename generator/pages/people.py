"""How to reach a producer, and who a producer is, as product and producer pages show it."""

from collections.abc import Iterator
from urllib.parse import quote

from generator import urls
from generator.catalogue.contacts import public_contact
from generator.model import Producer
from generator.pages import values
from generator.pages.contexts import Contact, Enquiry, ProducerView, Row
from generator.pages.view import View

BUTTON_ORDER = ("email", "zalo", "whatsapp", "phone", "website")


def make_enquiry(producer: Producer | None, view: View, name: str = "", url: str = "") -> Enquiry:
    """The ways to reach a producer about the product `name` at `url`; empty when nothing may be shown."""
    contacts = _contacts(producer, view, name, url) if producer else ()
    by_kind = {contact.kind: contact for contact in contacts}
    best = next((by_kind[kind] for kind in BUTTON_ORDER if kind in by_kind), None)
    primary = Contact(best.kind, best.label, view.texts[f"enquiry.{best.kind}"], best.href) if best else None
    return Enquiry(contacts, primary, urls.link(urls.about(view.language, "buy")))


def _contacts(producer: Producer, view: View, name: str, url: str) -> tuple[Contact, ...]:
    """The ways to reach a producer; a mail begins with the product it is about."""
    known = view.once(("contacts", producer.id), lambda: tuple(_known_contacts(producer, view)))
    if not name:
        return known
    return tuple([_about(one, view, name, url) if one.kind == "email" else one for one in known])


def _known_contacts(producer: Producer, view: View) -> Iterator[Contact]:
    known = public_contact(producer, view.catalogue.as_of)
    if known is None:
        return
    t = view.texts
    if known.person:
        role = f" ({view.local(known.role)})" if known.role else ""
        yield Contact("person", t["contact.person"], known.person + role)
    if known.email:
        yield Contact("email", t["contact.email"], known.email, f"mailto:{quote(known.email, safe='@')}")
    if known.phone:
        yield Contact("phone", t["contact.phone"], known.phone, f"tel:{known.phone}")
    if known.zalo:
        yield Contact("zalo", t["contact.zalo"], known.zalo, f"https://zalo.me/{known.zalo.removeprefix('+')}")
    if known.whatsapp:
        yield Contact(
            "whatsapp", t["contact.whatsapp"], known.whatsapp, f"https://wa.me/{known.whatsapp.removeprefix('+')}"
        )
    if known.website:
        yield Contact("website", t["contact.website"], known.website, known.website)


def _about(mail: Contact, view: View, name: str, url: str) -> Contact:
    """A mail address with a subject and the first words of an enquiry."""
    address = url.replace(view.settings.site_url, _quoted_site(view)).replace("#", "%23")
    places = {"name": quote(name), "url": address}
    subject, body = (_quoted(view, key).format(**places) for key in ("enquiry.subject", "enquiry.body"))
    return mail._replace(href=f"{mail.href}?subject={subject}&body={body}")


def _quoted_site(view: View) -> str:
    """The site's address as it stands in another; what follows it needs none, but for the sign of an anchor."""
    return view.once("quoted site", lambda: quote(view.settings.site_url))


def _quoted(view: View, key: str) -> str:
    """A text as it stands in an address, with its places left open."""
    text = view.texts[key].replace("\n", "\r\n")
    return view.once(("quoted", key), lambda: quote(text, safe="/{}"))


def producer_places(producer: Producer, view: View) -> tuple[Row, ...]:
    """The place of a producer today, and as stated where that differs."""
    origin, place = producer.origin, view.catalogue.registers.place_today(producer.origin)
    return values.rows(
        (
            (view.texts["field.origin.today"], values.current_place(place, origin, view)),
            (view.texts["field.origin.stated"], values.stated_place(origin, place, view)),
        )
    )


def make_producer_view(producer: Producer, view: View) -> ProducerView:
    """A producer as shown on the pages of its products."""
    return view.once(("producer", producer.id), lambda: _make_producer_view(producer, view))


def _make_producer_view(producer: Producer, view: View) -> ProducerView:
    held = len(view.catalogue.listing(view.language, "producer", producer.id))
    return ProducerView(
        view.original(producer.name),
        urls.link(view.place_of_maker(producer.id)),
        view.texts[f"producer.kind.{producer.kind}"] if producer.kind else None,
        producer_places(producer, view),
        view.count("producer.products", held),
    )
