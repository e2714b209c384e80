"""Links of a record that cannot be right, by their form alone: nothing is ever asked of the network.

Addresses that passed `fields.Url` in: http or https, no blanks, a host with a dot. A kind of fault, or None, out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import ip_address
from typing import Literal
from urllib.parse import unquote, urlsplit

from generator.issues import Path
from generator.model import Producer, Product

Fault = Literal["insecure", "private", "malformed"]
FAULTS: tuple[Fault, ...] = ("insecure", "private", "malformed")
_NO_HOSTS = (
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "test",
    "invalid",
    "example",
)
"""Last parts of names that lead nowhere on the web: reserved (RFC 2606, RFC 6761, RFC 6762), or used inside offices."""
_USUAL = re.compile(
    r"(https?)://(?!(?:[a-z0-9-]+\.)*example\.)(?:[a-z0-9-]+\.)+(?:vn|com|net)/(?!/*(?i:www\.))"
    r"(?:[A-Za-z0-9._~/=&?+-]*[A-Za-z0-9/])?"
)
"""An address that is not taken apart: nothing can be wrong with it but its beginning."""
_EXAMPLES = re.compile(r"(.+\.)?example\.(com|net|org)")
_TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]+")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LEFT_OVER = re.compile(r"[\s.,;:!\])}>”’…]$")
"""What stays behind an address that was copied out of a sentence."""
_SCHEME_AGAIN = re.compile(r"^/+(https?:|www\.)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def fault_of(url: str) -> Fault | None:
    """What is wrong with an address, the gravest first: it leads nowhere, is damaged, or goes without encryption."""
    if usual := _USUAL.fullmatch(url):
        return "insecure" if usual[1] == "http" else None
    return judge(url)


def judge(url: str) -> Fault | None:
    """The same, of any address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    if _is_private(host):
        return "private"
    rest = f"{parts.path}?{parts.query}#{parts.fragment}".rstrip("?#")
    damaged = _BROKEN_ESCAPE.search(rest) or _LEFT_OVER.search(unquote(rest)) or _SCHEME_AGAIN.search(parts.path)
    if damaged or not (_is_number(host) or _TOP.fullmatch(host.rpartition(".")[2])):
        return "malformed"
    return "insecure" if parts.scheme == "http" else None


def _is_private(host: str) -> bool:
    """Whether a host exists at most in the network of whoever wrote it down."""
    if _is_number(host):
        return not ip_address(host).is_global
    return host.rpartition(".")[2] in _NO_HOSTS or _EXAMPLES.fullmatch(host) is not None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def product_links(product: Product) -> Iterator[tuple[Path, str]]:
    """Every address that a product's record states, with its place there."""
    for number, certificate in enumerate(product.certifications):
        yield from _stated(certificate.url, "certifications", number)
    for number, test in enumerate(product.tests):
        yield from _stated(test.url, "tests", number)
    if product.traceability:
        yield from _stated(product.traceability.url, "traceability")
    for number, shop in enumerate(product.home.shops if product.home else ()):
        yield from _stated(shop.url, "home", "shops", number)
    for number, link in enumerate(product.home.links if product.home else ()):
        yield from _stated(link.url, "home", "links", number)
    for number, source in enumerate(product.sources):
        yield from _stated(source.url, "sources", number)


def producer_links(producer: Producer) -> Iterator[tuple[Path, str]]:
    """Every address that a producer's record states, with its place there."""
    if producer.contact and producer.contact.website:
        yield ("contact", "website"), producer.contact.website
    for number, source in enumerate(producer.sources):
        yield from _stated(source.url, "sources", number)


def _stated(url: str | None, *place: str | int) -> Iterator[tuple[Path, str]]:
    if url:
        yield (*place, "url"), url
