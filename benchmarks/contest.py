"""One size of the benchmark: the same product pages made by this project and by Hugo, in turns."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import distribution
from pathlib import Path

from benchmarks.derived import read_views
from benchmarks.measure import measure
from benchmarks.peer import describe_difference, make_peer, product_pages, unequal_pages
from benchmarks.project import CACHE, make_project
from benchmarks.runs import Aside, Run, Runs, Side, take_turns
from benchmarks.synthetic import AS_OF
from generator.plugin import read_settings

OCOP = str(Path(sys.executable).parent / "ocop")
OURS = (OCOP, "build", "--as-of", AS_OF.isoformat(), "--quiet")
SAME = (sys.executable, "-m", "benchmarks.same_pages", AS_OF.isoformat())
PEER = ("build", "--quiet", "--noBuildLock", "--noTimes", "--noChmod")
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(Path(__file__).parents[1])}


@dataclass(frozen=True, slots=True)
class Result:
    """All sides at one size: the whole build, the product pages by this project alone, and by the peer."""

    products: int
    ours: Side
    same: Side
    peer: Side
    equal: int
    """Pages of the peer that are the same to the last byte."""
    expected: int
    """Product pages in all languages."""

    @property
    def fair(self) -> bool:
        """Whether the peer made every product page to the same bytes."""
        return self.equal == self.expected


class Contest:
    """The projects of one size in a folder of their own, ours and the peer's."""

    def __init__(self, folder: Path, products: int, languages: tuple[str, ...], seed: int) -> None:
        """Make the synthetic project; the peer's is made once there are pages to take the shells from."""
        config = make_project(folder / "project", products, languages, seed)
        settings = read_settings(str(config), AS_OF)
        self.products = products
        self.project = folder / "project"
        self.settings = replace(settings, site=self.project / "site")
        self.public = folder / "peer" / "public"
        self.aside = Aside(folder / "old")

    def run(self, runs: int) -> Result:
        """Run all sides in turns, once for memory and `runs` times with a stopwatch."""
        ours, peer = self.start()
        same = Runs(partial(self.build, SAME), self.settings.site)
        same.run(memory=True)
        take_turns((ours, same, peer), runs)
        return Result(self.products, ours.side(), same.side(), peer.side(), self.equal(), self.expected)

    @property
    def expected(self) -> int:
        """Product pages in all languages."""
        return self.products * len(self.settings.languages)

    def start(self) -> tuple[Runs, Runs]:
        """The whole build and the peer's of its product pages, both measured for memory."""
        ours = Runs(partial(self.build, OURS), self.settings.site)
        ours.run(memory=True)
        make_peer(read_views(self.settings), self.public.parent)
        peer = Runs(self.build_peer, self.public)
        peer.run(memory=True)
        return ours, peer

    def build(self, command: Sequence[str], memory: bool) -> Run:  # noqa: FBT001  as `Runs` asks for it
        """Build with this project, as on a new machine: no site, and nothing kept of earlier builds."""
        self.aside.put(self.settings.site, self.project / CACHE)
        return measure(command, self.project, ENVIRONMENT, memory=memory)

    def build_peer(self, memory: bool) -> Run:  # noqa: FBT001
        """Make the product pages with Hugo, from nothing."""
        self.aside.put(self.public)
        return measure((hugo(), *PEER), self.public.parent, {}, memory=memory)

    def peer_memory_apart(self) -> int:
        """The peak of the peer when it makes each language in a run of its own, in which it holds only that one."""
        peaks = []
        for view in read_views(self.settings):
            folder = self.project.parent / "apart" / view.language
            make_peer([view], folder)
            peaks.append(measure((hugo(), *PEER), folder, {}, memory=True).memory)
        return max(peaks)

    def equal(self) -> int:
        """How many pages of the peer equal ours; tells how the first one that does not differs."""
        made = sum(1 for _ in product_pages(self.settings, self.settings.site))
        unequal = unequal_pages(self.settings, self.public)
        if unequal:
            print(describe_difference(*unequal[0]), flush=True)
        return made - len(unequal)


def hugo() -> str:
    """Hugo itself: the command of the package is a Python program that starts it."""
    return str(distribution("hugo").locate_file("hugo/binaries/hugo"))
