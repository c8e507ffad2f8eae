"""The newsroom over HTTP, a port for each outlet: python -m tests.newsroom.serve --port 0 --day 2026-03-14"""

import argparse
import hashlib
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from zoneinfo import ZoneInfo

from etl.model import SourceSpec
from tests.newsroom.outlets import OUTLETS, Outlet
from tests.newsroom.press import Press
from tests.newsroom.sites import Site

HOST = "127.0.0.1"


def night_after(day: date) -> datetime:
    """Return two in the morning after a news day, when it is collected."""
    return datetime.combine(
        day + timedelta(days=1), datetime.min.time(), ZoneInfo("Asia/Riyadh")
    ) + timedelta(hours=2)


class Newsroom:
    """Every outlet's site, as of a moment that can be moved; `asked` counts the requests by outlet and target."""

    def __init__(
        self, press: Press, *, now: datetime | None = None, port: int = 0, latency_seconds: float = 0.0
    ) -> None:
        """Open a port for each outlet: from `port` on, or free ones for 0."""
        self.press = press
        self.now = now or night_after(press.day)
        self.latency_seconds = latency_seconds
        self.asked: Counter[tuple[str, str]] = Counter()
        self.agents: set[str] = set()
        self.roots: dict[str, str] = {}
        self._servers: list[ThreadingHTTPServer] = []
        for place, outlet in enumerate(OUTLETS):
            server = _Server((HOST, port + place if port else 0), _Handler)
            root = f"http://{HOST}:{server.server_port}"
            server.newsroom, server.site = self, Site(outlet, press, root)
            self._servers.append(server)
            self.roots[outlet.outlet_id] = root

    def spec(self, outlet: Outlet) -> SourceSpec:
        """An outlet's source, for where it is served."""
        return outlet.spec(self.roots[outlet.outlet_id])

    def specs(self) -> tuple[SourceSpec, ...]:
        """Every outlet's source."""
        return tuple(map(self.spec, OUTLETS))

    def start(self) -> None:
        """Serve, each port in a thread of its own."""
        for server in self._servers:
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        """Stop serving and close the ports."""
        for server in self._servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    newsroom: Newsroom
    site: Site


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body are two writes; with Nagle's algorithm the second waits for the client's delayed answer.
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    def do_GET(self) -> None:
        newsroom = self.server.newsroom
        newsroom.asked[self.server.site.outlet.outlet_id, self.path] += 1
        newsroom.agents.add(self.headers.get("User-Agent", ""))
        time.sleep(newsroom.latency_seconds)
        answer = self.server.site.answer(self.path, newsroom.now)
        tag = f'"{hashlib.sha256(answer.body).hexdigest()[:16]}"'
        is_known = answer.status == 200 and self.headers.get("If-None-Match") == tag
        self.send_response(304 if is_known else answer.status)
        self.send_header("ETag", tag)
        for name, value in answer.headers if not is_known else ():
            self.send_header(name, value)
        if not is_known:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not is_known:
            self.wfile.write(answer.body)
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - http.server's signature
        """Say nothing: a test that fails says what it asked."""


@contextmanager
def serving(
    press: Press, *, now: datetime | None = None, port: int = 0, latency_seconds: float = 0.0
) -> Iterator[Newsroom]:
    """Serve a press for a block."""
    newsroom = Newsroom(press, now=now, port=port, latency_seconds=latency_seconds)
    newsroom.start()
    try:
        yield newsroom
    finally:
        newsroom.stop()


def main() -> int:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description="Serve the newsroom's outlets on this machine.")
    parser.add_argument(
        "--port", type=int, default=0, help="the first outlet's port; the others follow; 0 takes free ones"
    )
    parser.add_argument(
        "--day",
        type=date.fromisoformat,
        default=datetime.now(UTC).date(),
        help="the newest of the ninety days",
    )
    parser.add_argument("--seed", type=int, default=7, help="another seed gives another press")
    given = parser.parse_args()
    press = Press(given.day, seed=given.seed)
    with serving(press, port=given.port) as newsroom:
        for outlet in OUTLETS:
            found = len(press.truth(outlet, given.day, newsroom.now))
            print(  # noqa: T201 - a command prints
                f"{newsroom.roots[outlet.outlet_id]:<24} {outlet.outlet_id:<8} {outlet.name_en}: {len(press.items[outlet.outlet_id])} articles, {found} on {given.day}",
                flush=True,
            )
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
