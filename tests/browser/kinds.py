"""One page of every kind, by what it shows."""

from tests.real_site import FULL, GRACE, MINIMAL, Site

STATES = ("valid", "expiring", "undated", "lapsed", "proposed", "unrated", "withdrawn")
REAL_PAGES = {
    "root": "",
    "home": "vi/",
    "home in English": "en/",
    "all products": "vi/products/",
    "second page": "en/products/2/",
    "export": "en/export/",
    "star level": "vi/stars/5/",
    "province": "vi/provinces/dong-nai/",
    "empty listing": "en/provinces/cao-bang/",
    "groups": "vi/groups/",
    "provinces": "en/provinces/",
    "producers": "vi/producers/",
    "empty index": "vi/certifications/",
    "programme": "vi/programme/",
    "programme in English": "en/programme/",
    "quality": "vi/quality/",
    "quality of a province": "en/quality/hai-phong/",
    "about": "vi/about/stars/",
    "about in English": "en/about/buy/",
    "compare": "vi/compare/",
    "list": "en/list/",
    "enquiry": "vi/enquiry/",
}
FULL_PAGES = {
    "full product": f"vi/p/{FULL}/",
    "full product in English": f"en/p/{FULL}/",
    "minimal product": f"en/p/{MINIMAL}/",
    "product in grace": f"vi/p/{GRACE}/",
    "producer with contact": "en/producers/hop-tac-xa-mau/",
}
NOT_FOUND = "vi/p/khong-co-trang-nay/"
REAL_KINDS = (*REAL_PAGES, *STATES, "producer", "not found")


def page_of(kind: str, site: Site) -> str:
    """The path of the page of a kind in the real catalogue."""
    if kind == "not found":
        return NOT_FOUND
    if kind in STATES:
        return f"vi/p/{site.states[kind]}/"
    if kind == "producer":
        return f"en/producers/{producer_with_most(site)}/"
    return REAL_PAGES[kind]


def producer_with_most(site: Site) -> str:
    """The producer of the most products."""
    makers = [product["producer"]["id"] for product in site.products if "producer" in product]
    return max(sorted(set(makers)), key=makers.count)
