"""A server that lies: wrong lengths, endless and exploding bodies, circles, traps, slow bytes, storms."""

import contextlib
import gzip
import threading
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

BOMB_BYTES = 300_000_000


def bomb(size: int = BOMB_BYTES) -> bytes:
    """A gzip body of some hundred kilobytes that unpacks to `size` bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"\0" * 1_000_000
    return b"".join([packed.compress(block) for _ in range(size // len(block))] + [packed.flush()])


class Liar(ThreadingHTTPServer):
    """The server; `robots` is what it answers for robots.txt, as status and body,
    `pages` what it answers honestly, as type and body."""

    daemon_threads = True

    def __init__(self) -> None:
        """Open a port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.robots: tuple[int, bytes] = (404, b"")
        self.asked: Counter[str] = Counter()
        self.in_flight = self.most_in_flight = 0
        self.connections = 0
        self.moments: list[float] = []
        self.headers: list[dict[str, str]] = []
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.lock = threading.Lock()

    @property
    def root(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - socketserver's signature
        """Count the connections."""
        self.connections += 1
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - socketserver's signature
        """Say nothing of clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Liar

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - http.server's signature
        """Say nothing."""

    def do_GET(self) -> None:
        liar = self.server
        path = self.path.partition("?")[0]
        with liar.lock:
            liar.asked[path] += 1
            liar.in_flight += 1
            liar.most_in_flight = max(liar.most_in_flight, liar.in_flight)
            liar.moments.append(time.monotonic())
            liar.headers.append(dict(self.headers))
        try:
            if path == "/robots.txt":
                self._say(liar.robots[1], status=liar.robots[0])
            elif path in liar.pages:
                self._say(liar.pages[path][1], Content_Type=liar.pages[path][0])
            else:
                name = "_" + path.strip("/").split("/")[0].replace("-", "_")
                getattr(self, name, self._nowhere)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with liar.lock:
                liar.in_flight -= 1

    def _say(self, body: bytes = b"", status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _nowhere(self) -> None:
        self._say(b"no such page", status=404)

    def _page(self) -> None:
        time.sleep(0.02)
        self._say(b"<p>ok", Content_Type="text/html")

    def _tagged(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self._say(status=304)
        else:
            self._say(
                b"<p>tagged",
                Content_Type="text/html",
                ETag='"v1"',
                Last_Modified="Sat, 14 Mar 2026 10:00:00 GMT",
            )

    def _short(self) -> None:
        self._say(b"half", length=1_000)
        self.close_connection = True

    def _long(self) -> None:
        self._say(b"12345" + b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged", length=5)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65_536)

    def _chunks(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while True:
            self.wfile.write(b"10000\r\n" + b"x" * 65_536 + b"\r\n")

    def _bad_chunk(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"zz\r\nnonsense")
        self.close_connection = True

    def _bomb(self) -> None:
        self._say(bomb(), Content_Encoding="gzip", Content_Type="text/html")

    def _members(self) -> None:
        self._say(gzip.compress(b"one ") + gzip.compress(b"two"), Content_Encoding="gzip")

    def _cut(self) -> None:
        self._say(gzip.compress(b"text " * 1_000)[:-12], Content_Encoding="gzip")

    def _not_gzip(self) -> None:
        self._say(b"plain", Content_Encoding="gzip")

    def _bare_deflate(self) -> None:
        packed = zlib.compressobj(wbits=-15)
        self._say(packed.compress(b"bare") + packed.flush(), Content_Encoding="deflate")

    def _brotli(self) -> None:
        self._say(b"\x8b", Content_Encoding="br")

    def _self(self) -> None:
        self._say(status=302, Location="/self")

    def _a(self) -> None:
        self._say(status=301, Location="/b")

    def _b(self) -> None:
        self._say(status=307, Location="/a")

    def _chain(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self._say(status=302, Location=f"/chain/{left - 1}" if left else "/page")

    def _to(self) -> None:
        self._say(status=302, Location=self.path.partition("?")[2])

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b".")
            time.sleep(0.05)

    def _drip_head(self) -> None:
        for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 200:
            self.wfile.write(bytes([letter]))
            time.sleep(0.05)

    def _silent(self) -> None:
        time.sleep(3)

    def _garbage(self) -> None:
        self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")
        self.close_connection = True

    def _headers(self) -> None:
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5_000)) + b"\r\n"
        )
        self.close_connection = True

    def _storm(self) -> None:
        self._say(status=429)

    def _leave(self) -> None:
        self._say(status=429, Retry_After="86400")

    def _broken(self) -> None:
        self._say(status=503)

    def _once(self) -> None:
        if self.server.asked["/once"] == 1:
            self._say(status=503, Retry_After="0")
        else:
            self._say(b"<p>at last", Content_Type="text/html")


@contextmanager
def lying() -> Iterator[Liar]:
    """Serve lies for a block."""
    liar = Liar()
    thread = threading.Thread(target=liar.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        liar.shutdown()
        with contextlib.suppress(OSError):
            liar.server_close()
