"""A static host on this machine: folders in, compressed answers out over a line that can be as slow as a phone's.

It compresses what hosts compress, keeps connections open and counts every byte it sends. The line is slowed here and
not in the browser, so that workers of a page wait like the page itself.
"""

import gzip
import mimetypes
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from benchmarks.search.outcome import Answer

LEVEL = 6
"""Of gzip: what a host that compresses as it sends can afford."""
COMPRESSED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")
PIECE = 2920
"""Bytes that go over the slow line at once: two packets."""
QUIET = 0.15
"""Seconds without a request after which nothing more is expected."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line between host and reader: seconds until an answer begins, and bytes a second for all answers together."""

    wait: float = 0.0
    rate: float = float("inf")


FAST = Line()
SLOW_4G = Line(wait=0.150, rate=1_600_000 / 8)
"""150 ms there and back, 1.6 Mbit/s."""


@dataclass(slots=True)
class Host:
    """Serves files; `folders` are tried in turn, each with the beginning of the addresses it stands for."""

    folders: Mapping[str, Path]
    pages: Mapping[str, bytes] = field(default_factory=dict)
    """Pages that are in no folder, by their addresses."""
    line: Line = FAST
    answers: list[Answer] = field(default_factory=list)
    _open: int = 0
    _free: float = 0.0
    _last: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _packed: dict[str, bytes] = field(default_factory=dict)

    def answer(self, path: str, write: Callable[[bytes], object]) -> None:
        """Send the file of an address, at the speed of the line."""
        with self._lock:
            self._open += 1
        try:
            sent = self._packed.get(path) or self._packed.setdefault(path, self._pack(path))
            self._send(sent, write)
            with self._lock:
                self.answers.append(Answer(path, len(sent)))
        finally:
            with self._lock:
                self._open -= 1
                self._last = time.monotonic()

    def wait_until_quiet(self) -> None:
        """Wait until nothing has been asked for and sent for a moment."""
        while self._open or time.monotonic() - self._last < QUIET:
            time.sleep(QUIET / 10)

    def take(self) -> list[Answer]:
        """The answers since last asked."""
        with self._lock:
            taken, self.answers = self.answers, []
        return taken

    def _pack(self, path: str) -> bytes:
        """The whole answer, head and body."""
        body = self._read(path)
        status = HTTPStatus.NOT_FOUND if body is None else HTTPStatus.OK
        name = path if Path(path).suffix else "index.html"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        head = [f"HTTP/1.1 {status.value} {status.phrase}", "Server: host", "Date: Mon, 23 Nov 2026 08:00:00 GMT"]
        head += [f"Content-Type: {kind}", "Cache-Control: max-age=600", 'ETag: "5f3c2a10-6a1"', "Vary: Accept-Encoding"]
        content = body or b""
        if kind.startswith(COMPRESSED):
            content = gzip.compress(content, LEVEL, mtime=0)
            head.append("Content-Encoding: gzip")
        head += [f"Content-Length: {len(content)}", "", ""]
        return "\r\n".join(head).encode() + content

    def _read(self, path: str) -> bytes | None:
        if path in self.pages:
            return self.pages[path]
        for start, folder in self.folders.items():
            file = folder / path.removeprefix(start)
            file = file / "index.html" if path.endswith("/") else file
            if path.startswith(start) and file.is_file():
                return file.read_bytes()
        return None

    def _send(self, sent: bytes, write: Callable[[bytes], object]) -> None:
        time.sleep(self.line.wait)
        if self.line == FAST:
            write(sent)
            return
        for start in range(0, len(sent), PIECE):
            piece = sent[start : start + PIECE]
            with self._lock:
                self._free = max(self._free, time.monotonic()) + len(piece) / self.line.rate
                until = self._free
            time.sleep(max(0.0, until - time.monotonic()))
            write(piece)


class _Handler(BaseHTTPRequestHandler):
    """Reads requests."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, host: Host, *arguments: Any) -> None:
        self._host = host
        super().__init__(*arguments)

    def do_GET(self) -> None:  # the name is the base class's
        """Answer a request."""
        self._host.answer(unquote(urlsplit(self.path).path), self.wfile.write)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page no longer wants the rest of it."""


@contextmanager
def served(host: Host) -> Iterator[str]:
    """Serve on a free port; the address without a slash at its end."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, host))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sent_size(name: str, content: bytes) -> int:
    """Bytes of a file as a host sends it."""
    kind = mimetypes.guess_type(name)[0] or ""
    return len(gzip.compress(content, LEVEL, mtime=0)) if kind.startswith(COMPRESSED) else len(content)
