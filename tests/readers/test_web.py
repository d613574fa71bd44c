"""Web addresses against a server of the test's own on 127.0.0.1."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from index.errors import FileTooLarge, UnreadableFile
from index.readers import read_document
from index.readers.web import fetch, public_address

PAGES = {"/report": (200, b"<html>report</html>"), "/big": (200, b"x" * 5000), "/gone": (404, b"")}
MOVED = {"/moved": "/report", "/loop": "/loop", "/out": "file:///etc/passwd", "/inside": "http://169.254.169.254/latest"}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body = PAGES.get(self.path, (302, b""))
        self.send_response(status)
        if self.path in MOVED:
            self.send_header("Location", MOVED[self.path])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://site.test:{server.server_port}"
    server.shutdown()
    server.server_close()


def here(host: str, port: int) -> str:
    """The site of the test is 127.0.0.1; everything else is looked at as in earnest."""
    return "127.0.0.1" if host == "site.test" else public_address(host, port)


def test_fetches_and_follows(site: str) -> None:
    assert fetch(f"{site}/report", 1000, here) == b"<html>report</html>"
    assert fetch(f"{site}/moved", 1000, here) == b"<html>report</html>"


@pytest.mark.parametrize(("page", "reason"), [
    ("/gone", "404"), ("/loop", "没有到头"), ("/out", "只支持"), ("/inside", "内部网络"),
])
def test_refusals(site: str, page: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as refused:
        fetch(f"{site}{page}", 1000, here)
    assert "\n" not in str(refused.value)


def test_too_large(site: str) -> None:
    with pytest.raises(FileTooLarge):
        fetch(f"{site}/big", 1000, here)


@pytest.mark.parametrize("address", [
    "http://127.0.0.1/", "http://localhost:8080/a", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/", "http://0.0.0.0/",
    "http://169.254.169.254/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
    "http://[64:ff9b::7f00:1]/", "http://[::7f00:1]/", "http://[64:ff9b:1::a00:1]/", "http://[2001:0:5ef5:79fd::f5ff:fffe]/", "HTTPS://user:pw@127.0.0.1/",
])
def test_private_addresses_are_never_asked(address: str) -> None:
    with pytest.raises(UnreadableFile, match="内部网络"):
        read_document(address)


@pytest.mark.parametrize("address", ["http://", "http:///x", "http://no-such-host.invalid/", "http://[bad/", "http://a:99999/"])
def test_bad_addresses_are_one_line(address: str) -> None:
    with pytest.raises(UnreadableFile, match=r"打不开网址|内部网络"):
        read_document(address)
