"""What a reader waits for: bytes and milliseconds until results show, for a fixed list of queries, on both sides.

Each query is put into a field at once on a product page just opened, as after a paste, and is then typed letter by
letter on the same page opened anew. The sides take turns.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search.browser import Phone, opened, started
from benchmarks.search.host import SLOW_4G, Host, served
from benchmarks.search.outcome import Answer, Asked, Shown, WireResult
from benchmarks.search.pagefind import FOLDER, make_page

QUERIES = Path(__file__).with_name("queries.txt")
REDRAWN = 5
"""How often the list of a query is painted with other words."""
PAGES = {"ours": "", "theirs": "peer.html"}
"""Which page is opened for a side, below the address of a product."""


def read_queries() -> list[str]:
    """The fixed list."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def compare_wires(site: Path, bundle: Path, language: str, queries: Sequence[str], *, letters: bool) -> WireResult:
    """Ask both sides all queries on a page of a site, with `letters` also one by one; `bundle` is the peer's index."""
    sides: dict[str, list[Asked]] = {side: [] for side in PAGES}
    with started() as browser, hosted(site, bundle, language) as (host, address):
        asker = Asker(browser, host, address)
        page = asker.page_weight()
        for query in queries:
            for side, asked in sides.items():
                asked.append(asker.ask(side, query, letters=letters))
    return WireResult(page, sides)


@contextmanager
def hosted(site: Path, bundle: Path, language: str) -> Iterator[tuple[Host, str]]:
    """A host with the site and the peer's index, and the full address of a product that both sides are asked on."""
    page = min((site / language / "p").iterdir()).relative_to(site).as_posix()
    ours = (site / page / "index.html").read_text(encoding="utf-8")
    peer = {f"/{page}/{PAGES['theirs']}": make_page(ours).encode()}
    host = Host({FOLDER: bundle, "/": site}, peer)
    with served(host) as start:
        yield host, f"{start}/{page}/"


class Asker:
    """Asks one side at a time, each query on a page of its own."""

    def __init__(self, browser: Browser, host: Host, address: str) -> None:
        """`address` is that of a product page; `PAGES` says where the peer's lies below it."""
        self._browser, self._host, self._address = browser, host, address

    def page_weight(self) -> int:
        """Bytes of the page without a search."""
        with self._opened("ours") as phone:
            return sum(answer.size for answer in phone.opening)

    def ask(self, side: str, query: str, *, letters: bool = True) -> Asked:
        """Ask for the whole query, then letter by letter."""
        with self._opened(side) as phone:
            shown = phone.ask(query)
            # The peer's script and styles come with the page: they are a part of the search all the same.
            first = Shown(shown.took, [*(one for one in phone.opening if is_of_peer(one)), *shown.answers])
        if not letters:
            return Asked(first, ())
        with self._opened(side) as phone:
            typed = [phone.ask(query[:end]) for end in range(1, len(query) + 1)]
            redrawn = phone.redraw(REDRAWN) if side == "ours" else []
        return Asked(first, typed, redrawn)

    @contextmanager
    def _opened(self, side: str) -> Iterator[Phone]:
        with opened(self._browser, self._host, side, self._address + PAGES[side], SLOW_4G) as phone:
            yield phone


def is_of_peer(answer: Answer) -> bool:
    """Whether an answer belongs to the peer's index or field."""
    return answer.path.startswith(FOLDER)
