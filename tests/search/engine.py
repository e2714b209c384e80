"""The search scripts of the theme in Node, on an index that the generator wrote."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
SCRIPTS = ROOT / "theme" / "scripts" / "search"
RUNNER = Path(__file__).with_name("engine.js")


class Engine:
    """One engine in a process of its own; what it has loaded stays loaded, as on a page."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """`process` runs `engine.js`."""
        self._process = process
        self.loaded: list[str] = []
        """Files that the last call brought to the page."""
        self.all_loaded: list[str] = []

    def call(self, name: str, *arguments: Any) -> Any:
        """What a method of the engine or a function of `OCOP` gives; raises AssertionError when it throws."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"call": name, "arguments": arguments}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        self.loaded = answer["loaded"]
        self.all_loaded += self.loaded
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def search(self, q: str = "", **query: Any) -> Any:
        """The results of a search."""
        return self.call("search", {"q": q, **query})

    def names(self, q: str, size: int = 10) -> list[str]:
        """The names of the first hits."""
        return [hit["name"] for hit in self.search(q, size=size)["hits"]]

    def ids(self, q: str = "", size: int = 100_000, **query: Any) -> list[str]:
        """The ids of all hits, in their order."""
        return [hit["id"] for hit in self.search(q, size=size, **query)["hits"]]


@contextmanager
def open_engine(site: Path | None = None, language: str = "vi") -> Iterator[Engine]:
    """An engine on the index in the folder `site`; without one, only what needs no index."""
    command = [str(NODE), str(RUNNER), str(SCRIPTS), *([str(site), language] if site else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Engine(process)
        assert process.stdin
        process.stdin.close()
