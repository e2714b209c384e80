"""A plain file server for the built sites, and the browser that the tests drive."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserType


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files as any host does, with the site's own page for unknown addresses, and writes no log."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """Head and body are sent one after the other; the second would wait until the browser has confirmed the first."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer unknown addresses with `404.html`."""
        page = Path(str(self.directory), "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class QuietServer(ThreadingHTTPServer):
    """A server that does not mind a browser which closes a page before it has everything."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell every error but that of a closed connection."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; its address."""
    server = QuietServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def launch(chromium: BrowserType, *switches: str) -> Browser:
    """Start Debian's Chromium. Its sandbox does not work for root, as tests in containers run."""
    arguments = ["--disable-gpu", "--font-render-hinting=none", *switches]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
