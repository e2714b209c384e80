"""The host of the benchmark: what it counts is what a reader receives, at the speed of the line."""

import gzip
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from benchmarks.search.host import SLOW_4G, Host, sent_size, served

PAGE = "<!doctype html><title>Trà</title>" + "Trà Shan tuyết. " * 200


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """A host with a page, an index of a peer, and a page that is in no folder."""
    (tmp_path / "site" / "vi").mkdir(parents=True)
    (tmp_path / "site" / "vi" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "peer").mkdir()
    (tmp_path / "peer" / "one.pf_index").write_bytes(bytes(range(256)) * 8)
    folders = {"/pagefind/": tmp_path / "peer", "/": tmp_path / "site"}
    return Host(folders, {"/vi/peer.html": b"<title>Peer</title>"})


@pytest.fixture
def connection(host: Host) -> Iterator[HTTPConnection]:
    """A connection that is kept."""
    with served(host) as address:
        made = HTTPConnection(address.removeprefix("http://"), timeout=30)
        yield made
        made.close()


def receive(connection: HTTPConnection, path: str) -> tuple[int, bytes, int]:
    """Status, body and bytes of head and body of an answer."""
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    head = len(f"HTTP/1.1 {answer.status} {answer.reason}\r\n") + 2
    head += sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders())
    return answer.status, body, head + len(body)


def test_every_byte_is_counted(host: Host, connection: HTTPConnection) -> None:
    """Head and body; several answers come over one connection."""
    _, page, first = receive(connection, "/vi/")
    _, index, second = receive(connection, "/pagefind/one.pf_index?ts=1")
    _, peer, _ = receive(connection, "/vi/peer.html")
    host.wait_until_quiet()
    answers = host.take()
    assert [("/vi/", first), ("/pagefind/one.pf_index", second)] == [(one.path, one.size) for one in answers[:2]]
    assert PAGE == gzip.decompress(page).decode()
    assert bytes(range(256)) * 8 == index
    assert b"<title>Peer</title>" == gzip.decompress(peer)
    assert [] == host.take()


def test_what_is_not_there_is_told(connection: HTTPConnection) -> None:
    """As by any host."""
    assert 404 == receive(connection, "/vi/none/")[0]


def test_the_line_is_slow(host: Host, connection: HTTPConnection) -> None:
    """An answer takes the way there and back, and its bytes their time."""
    host.line = SLOW_4G
    start = time.monotonic()
    size = receive(connection, "/pagefind/one.pf_index")[2]
    assert SLOW_4G.wait + size / SLOW_4G.rate <= time.monotonic() - start


def test_what_is_packed_already_is_sent_as_it_is() -> None:
    """Hosts compress texts only."""
    assert 2000 == sent_size("one.pf_fragment", b"a" * 2000)
    assert 100 > sent_size("one.js", b"a" * 2000)
