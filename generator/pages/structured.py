"""Structured data (schema.org) of pages. Stars are a certification by an authority, never a rating by customers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator import urls
from generator.catalogue.contacts import public_contact, public_tax_code
from generator.catalogue.entry import Entry
from generator.catalogue.offers import is_over
from generator.model import Certification, Producer, plain
from generator.pages.contexts import Crumb
from generator.pages.view import View
from generator.standing import LOWEST_CERTIFIED

Node = dict[str, Any]
_VIETNAM = {"@type": "Country", "name": "Việt Nam"}
_BEST, _WORST = 5, 1


def stated(node: Mapping[str, Any]) -> Node:
    """The node without what is not stated."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {}, ())}


def product_node(entry: Entry, view: View, images: Sequence[str]) -> Node:
    """A product with its certificates; no offer is made up where no price is stated."""
    product, site = entry.product, view.settings.site_url
    url = urls.absolute(site, view.place(entry))
    heading = view.heading(entry).text
    producer = entry.producer
    return stated(
        {
            "@type": "Product",
            "@id": url if "#" in url else f"{url}#product",
            "url": url,
            "name": heading,
            "alternateName": [text for text in product.name.all() if text != heading],
            "description": view.local(product.summary),
            "image": [urls.absolute(site, image) for image in images],
            "sku": product.code or product.id,
            "gtin": product.gtin,
            "hasGS1DigitalLink": _digital_link(product.gtin, view) if product.gtin else None,
            "category": _category(entry, view),
            "brand": {"@type": "Brand", "name": product.brand} if product.brand else None,
            "manufacturer": {"@id": producer_id(producer, view)} if producer else None,
            "countryOfOrigin": _VIETNAM,
            "additionalProperty": [_hs(code) for code in product.hs],
            "hasCertification": [*_stars(entry, view), *(_certificate(one, view) for one in product.certifications)],
            "offers": _offer(entry, view),
        }
    )


def _digital_link(gtin: str, view: View) -> str | None:
    """The address of the article number, on sites that have pages for them."""
    settings = view.settings
    return urls.absolute(settings.site_url, urls.digital_link(gtin)).rstrip("/") if settings.codes else None


def _category(entry: Entry, view: View) -> str | None:
    if not entry.group or not entry.set:
        return None
    return f"{view.local(entry.group.name)} > {view.local(entry.set.name)}"


def _hs(code: str) -> Node:
    return {"@type": "PropertyValue", "propertyID": "HS", "name": "HS", "value": code}


def _stars(entry: Entry, view: View) -> Iterable[Node]:
    """The award as a certification; inactive once it lapsed or was withdrawn; nothing for proposals."""
    standing = entry.standing
    award = standing.award
    if award is None or not award.stars or award.stars < LOWEST_CERTIFIED or standing.state == "unrated":
        return
    rating = {"@type": "Rating", "ratingValue": award.stars, "bestRating": _BEST, "worstRating": _WORST}
    rating["ratingExplanation"] = view.texts["structured.stars"]
    status = {"undated": None}.get(standing.state, "Active" if standing.in_force else "Inactive")
    yield stated(
        {
            "@type": "Certification",
            "name": view.texts.fill("stars.label", stars=award.stars),
            "certificationIdentification": award.decision,
            "certificationRating": rating,
            "certificationStatus": f"https://schema.org/Certification{status}" if status else None,
            "issuedBy": {"@type": "GovernmentOrganization", "name": award.authority} if award.authority else None,
            "validFrom": award.issued.isoformat() if award.issued else None,
            "expires": standing.expires.isoformat() if standing.expires else None,
            "validIn": _VIETNAM,
        }
    )


def _certificate(one: Certification, view: View) -> Node:
    active = None if one.expires is None else one.expires >= view.catalogue.as_of
    status = None if active is None else "Active" if active else "Inactive"
    return stated(
        {
            "@type": "Certification",
            "name": view.catalogue.registers.schemes[one.scheme].name,
            "certificationIdentification": one.number,
            "certificationStatus": f"https://schema.org/Certification{status}" if status else None,
            "issuedBy": {"@type": "Organization", "name": one.body} if one.body else None,
            "validFrom": one.issued.isoformat() if one.issued else None,
            "expires": one.expires.isoformat() if one.expires else None,
            "url": one.url,
        }
    )


def _offer(entry: Entry, view: View) -> Node | None:
    """An offer only where a price is stated that has not run out."""
    home, trade = entry.product.home, entry.product.trade
    price = (home.price if home else None) or (trade.price if trade else None)
    if price is None or is_over(price.valid_until, view.catalogue.as_of):
        return None
    until = price.valid_until.isoformat() if price.valid_until else None
    if price.low is not None and price.high is not None and price.low != price.high:
        ends = {"lowPrice": plain(price.low), "highPrice": plain(price.high)}
        return {"@type": "AggregateOffer", **ends, "priceCurrency": price.currency}
    amount = price.low if price.low is not None else price.high
    value = plain(amount) if amount is not None else None
    return stated({"@type": "Offer", "price": value, "priceCurrency": price.currency, "priceValidUntil": until})


def producer_id(producer: Producer, view: View) -> str:
    """The identifier of a producer in structured data."""
    url = urls.absolute(view.settings.site_url, view.place_of_maker(producer.id))
    return url if "#" in url else f"{url}#org"


def producer_node(producer: Producer, view: View) -> Node:
    """A producer as an organisation."""
    place = view.catalogue.registers.place_today(producer.origin)
    contact = public_contact(producer, view.catalogue.as_of)
    name, _ = producer.name.original
    return stated(
        {
            "@type": "Organization",
            "@id": producer_id(producer, view),
            "name": name,
            "alternateName": [text for text in producer.name.all() if text != name],
            "taxID": public_tax_code(producer),
            "globalLocationNumber": producer.gln,
            "url": contact.website if contact else None,
            "address": stated(
                {
                    "@type": "PostalAddress",
                    "addressLocality": place.commune,
                    "addressRegion": place.province,
                    "addressCountry": "VN",
                }
            ),
            "contactPoint": _contact_point(contact.phone, contact.email) if contact else None,
        }
    )


def _contact_point(phone: str | None, email: str | None) -> Node | None:
    if not phone and not email:
        return None
    return stated({"@type": "ContactPoint", "contactType": "sales", "telephone": phone, "email": email})


def breadcrumb_node(crumbs: Sequence[Crumb], view: View) -> Node:
    """The path above a page."""
    above = tuple(crumbs[:-1])
    items = view.once(("crumb nodes", above), lambda: [_crumb_node(*one, view) for one in enumerate(above, start=1)])
    return {"@type": "BreadcrumbList", "itemListElement": [*items, _crumb_node(len(crumbs), crumbs[-1], view)]}


def _crumb_node(position: int, crumb: Crumb, view: View) -> Node:
    path = crumb.href.removeprefix(urls.ROOT) if crumb.href else None
    item = {"item": urls.absolute(view.settings.site_url, path)} if path else {}
    return {"@type": "ListItem", "position": position, "name": crumb.text, **item}


def list_node(entries: Sequence[Entry], view: View, total: int) -> Node:
    """A page of a listing, in the short form: position and address only."""
    site = view.settings.site_url
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "url": urls.absolute(site, view.place(entry)),
        }
        for position, entry in enumerate(entries, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": total, "itemListElement": items}


def site_node(view: View) -> Node:
    """The site itself."""
    site = view.settings.site_url
    return {
        "@type": "WebSite",
        "@id": f"{site}#site",
        "url": urls.absolute(site, urls.home(view.language)),
        "name": view.settings.name_in(view.language),
        "inLanguage": view.language,
    }
