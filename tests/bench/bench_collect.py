"""Collecting side by side against one after the other: 20 hosts of 50 articles, 20 ms away. Prints the ratio.

The servers are a process of their own, as outlets are; memory is that of the collecting process.
"""

import multiprocessing
import resource
import sys
import tempfile
import threading
import time
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from etl.io.archive import Archive
from etl.io.crawl import CrawlOptions, crawl
from etl.io.web import Web, WebOptions
from etl.model import Feed, Manners, SourceSpec

HOSTS, ARTICLES, LATENCY_SECONDS = 20, 50, 0.02
ZONE = ZoneInfo("Asia/Riyadh")
NOW = datetime(2026, 3, 15, 2, tzinfo=ZONE)
DAY = (NOW - timedelta(days=1)).date()
MOST = 1 / 3


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        time.sleep(LATENCY_SECONDS)
        root = f"http://127.0.0.1:{self.server.server_address[1]}"
        body, kind = (
            f"<html><body><h1>{self.path}</h1>{'<p>نص المقال</p>' * 400}</body></html>".encode(),
            "text/html",
        )
        if self.path == "/feed":
            items = "".join(
                f"<item><title>{n}</title><link>{root}/a/{n}</link><pubDate>Sat, 14 Mar 2026 10:00:00 +0300</pubDate></item>"
                for n in range(ARTICLES)
            )
            body, kind = (
                f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode(),
                "application/rss+xml",
            )
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - http.server's signature
        """Say nothing."""


def serve(pipe: Connection) -> None:
    """Serve all hosts until the pipe is closed."""
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _Handler) for _ in range(HOSTS)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.send([server.server_port for server in servers])
    pipe.poll(None)


def measure(ports: list[int], at_once: int) -> float:
    """Return the seconds that collecting everything took."""
    specs = [
        SourceSpec(
            source_id=f"host_{port}", name_ar="مضيف", name_en="Host", timezone="Asia/Riyadh",
            discovery=(Feed(url=f"http://127.0.0.1:{port}/feed"),), manners=Manners(min_delay_seconds=0.0),
        )
        for port in ports
    ]  # fmt: skip
    with (
        tempfile.TemporaryDirectory() as folder,
        Web(
            WebOptions(contact="desk@example.org", turns=Path(folder) / "turns", allow=("127.0.0.1",))
        ) as web,
    ):
        began = time.perf_counter()
        options = CrawlOptions(zone=ZONE, now=NOW)
        reports = list(
            crawl(
                specs,
                DAY,
                web=web,
                archive=Archive(Path(folder) / "archive"),
                options=options,
                at_once=at_once,
            )
        )
        seconds = time.perf_counter() - began
    fetched = sum(report.fetched for report in reports)
    if fetched != HOSTS * ARTICLES:
        msg = f"{fetched} of {HOSTS * ARTICLES} articles were fetched: {[report.error for report in reports]}"
        raise RuntimeError(msg)
    return seconds


def main() -> int:
    """Measure both ways; 1 where side by side is not fast enough."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    ports = ours.recv()
    serial = measure(ports, 1)
    parallel = measure(ports, HOSTS)
    server.terminate()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{HOSTS} hosts of {ARTICLES} articles, {LATENCY_SECONDS * 1000:.0f} ms away")
    print(f"one after the other  {serial:6.2f} s")
    print(
        f"side by side         {parallel:6.2f} s   {parallel / serial:.2f} of it (wanted: under {MOST:.2f})"
    )
    print(f"memory               {memory:6.0f} MB")
    return int(parallel / serial >= MOST)


if __name__ == "__main__":
    sys.exit(main())
