"""Measure discovery against its peers, in one run, in seconds of CPU: `python -m tests.bench.bench_discover`."""

import io
import resource
import time
from collections.abc import Callable, Iterator
from unicodedata import normalize
from urllib.parse import quote
from zoneinfo import ZoneInfo

import courlan
import feedparser
import w3lib.url

from etl.discover.feed import read_feed
from etl.discover.gather import merge
from etl.discover.sitemap import read_sitemap
from etl.discover.urls import canonical
from etl.model import Entry, Feed, Sitemap

RIYADH = ZoneInfo("Asia/Riyadh")
FEED = Feed(url="https://news.example/feed/")
SITEMAP = Sitemap(url="https://news.example/sitemap.xml")
SLUG = "آخر-أخبار-المؤتمر-الصحفي-لوزير-الخارجية"
COUNT = 1_000_000
PARAGRAPH = "عقد وزير الخارجية مؤتمرا صحفيا مع نظيره في ختام المباحثات الثنائية. " * 30


def seconds(work: Callable[[], object], times: int) -> float:
    work()
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - start) / times)
    return best


def feed(zone: str) -> bytes:
    items = "".join(
        f"<item><title>عنوان الخبر رقم {each}</title><link>https://news.example/{each}</link><guid>{each}</guid>"
        f"<pubDate>Sat, 14 Mar 2026 {each % 24:02}:00:00{zone}</pubDate><description><![CDATA[<p>{PARAGRAPH}</p>]]></description></item>"
        for each in range(50)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>صحيفة</title>{items}</channel></rss>'.encode()


def feeds() -> None:
    zoned, unzoned = feed(" +0300"), feed("")

    def rasad(body: bytes) -> tuple[Entry, ...]:
        return read_feed(body, FEED, source_id="news", zone=RIYADH)

    peer = seconds(lambda: feedparser.parse(io.BytesIO(zoned)), 3)
    fast = seconds(lambda: rasad(zoned), 50)
    slow = seconds(lambda: rasad(unzoned), 3)
    print(
        f"feed of 50 items, {len(zoned) // 1000} kB: feedparser {peer * 1e3:.1f} ms, rasad {fast * 1e3:.2f} ms = {peer / fast:.0f} times"
    )
    print(
        f"  the same with local times (feedparser inside): rasad {slow * 1e3:.1f} ms = {peer / slow:.1f} times"
    )


def chunks(count: int) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    for start in range(0, count, 500):
        yield b"".join(
            b"<url><loc>https://news.example/2026/03/14/%d</loc><lastmod>2026-03-14T10:%02d:00+03:00</lastmod></url>\n"
            % (each, each % 60)
            for each in range(start, start + 500)
        )
    yield b"</urlset>"


def sitemaps() -> None:
    def read(count: int) -> int:
        return sum(1 for _ in read_sitemap(chunks(count), SITEMAP, source_id="news", zone=RIYADH))

    read(1_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = read(COUNT)
    spent = time.process_time() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(
        f"sitemap of {found:,} addresses: {spent:.1f} s = {found / spent:,.0f} a second, memory grew by {grown / 1024:.1f} MB"
    )


def addresses() -> None:
    escaped = quote(SLUG)
    spellings = [SLUG, escaped, escaped.lower(), quote(normalize("NFD", SLUG)), escaped.replace("%", "%25")]
    urls = [f"https://www.news.example/2026/03/14/{each}/?utm_source=rss" for each in spellings]
    peers: dict[str, Callable[[str], str]] = {
        "rasad": canonical,
        "courlan": lambda url: courlan.clean_url(url) or "",
        "w3lib": w3lib.url.canonicalize_url,
    }
    for name, key in peers.items():
        spent = seconds(lambda key=key: [key(url) for url in urls], 500) / len(urls)  # type: ignore[misc]
        print(
            f"five spellings of one slug: {name} {len({key(url) for url in urls})} keys, {spent * 1e6:.0f} µs an address"
        )
    plain = [
        Entry(url=f"https://news.example/2026/03/14/{each}", source_id="n", found_by=())
        for each in range(20_000)
    ]
    spent = seconds(lambda: merge(plain), 1)
    print(f"merge of plain addresses: {len(plain) / spent:,.0f} a second")


if __name__ == "__main__":
    sitemaps()
    feeds()
    addresses()
