"""Where a reader proposes a correction of a product: at the page of its file in the repository, or by mail."""

from urllib.parse import quote

from generator import urls
from generator.catalogue.entry import Entry
from generator.pages.contexts import PageLink
from generator.pages.view import View
from generator.settings import MAIL


def correction_link(entry: Entry, view: View) -> PageLink | None:
    """The link of a product, which names its id and its address; None when `mkdocs.yml` names no way.

    Whatever a record states is written as an address writes it, so that nothing of it can lead elsewhere.
    """
    way = view.settings.corrections
    if way is None:
        return None
    address = urls.absolute(view.settings.site_url, view.place(entry))
    if way.startswith(MAIL):
        words = {"id": entry.id, "name": view.heading(entry).text, "address": address}
        subject, body = (view.texts.fill(f"correction.{part}", **words) for part in ("subject", "body"))
        href = (
            f"{way}?subject={quote(subject, safe='')}&body={quote(body.replace(chr(10), chr(13) + chr(10)), safe='')}"
        )
    else:
        href = way.format(file=quote(entry.packed.file), id=entry.id, address=quote(address, safe=""))
    return PageLink(href, view.texts["correction.link"])
