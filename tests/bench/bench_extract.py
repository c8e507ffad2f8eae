"""Extraction of Arabic pages by Rasad and by the peers that are installed, in one run.

Run: python -m tests.bench.bench_extract [FOLDER]

FOLDER holds NAME.html.gz files (default: ../shared/pages beside the project). Times are processor
times of one core for body and metadata, in milliseconds a page: of each page's rounds the best and the
median, averaged over the pages. Rasad and the peers take turns of equal length, so that a busy machine
is busy for all; the best is what the code costs, the median what it cost at the load of the hour. With
--memory 10,000 pages are read to show that memory stays flat.
"""

import argparse
import gc
import gzip
import json
import logging
import resource
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean, median
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from etl.extract.html import extract
from etl.model import Page

PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages"
TURNS, SECONDS = 8, 0.5
MANY = 10_000
OWN = "rasad"
CAIRO = ZoneInfo("Africa/Cairo")
Read = Callable[[bytes, str], object]


def arabic_pages(folder: Path) -> list[tuple[bytes, str]]:
    """Read the Arabic article pages of a folder with their addresses; without gold, every page."""
    pages = []
    for path in sorted(folder.glob("*.html.gz")):
        gold = path.with_name(path.name.replace(".html.gz", ".gold.json"))
        known = json.loads(gold.read_text(encoding="utf-8")) if gold.exists() else {}
        if known.get("is_article", True) and known.get("language", "ar") == "ar":
            pages.append((gzip.decompress(path.read_bytes()), known.get("url", "https://example.org/a/1")))
    return pages


def by_rasad(content: bytes, url: str) -> object:
    page = Page(
        source_id="bench", url=url, content=content, content_type="text/html", fetched_at=datetime.now(UTC)
    )
    return extract(page, zone=CAIRO)


def peers() -> dict[str, Read]:
    """Give the peers that are installed, each reading body and metadata where it reads metadata at all."""
    found: dict[str, Read] = {}
    try:
        import trafilatura

        found["trafilatura"] = lambda content, url: trafilatura.bare_extraction(
            content, url=url, with_metadata=True, include_comments=False
        )
    except ImportError:
        pass
    try:
        from readability import Document

        found["readability (body alone)"] = lambda content, _: Document(
            content.decode("utf-8", "replace")
        ).summary()
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse (body alone)"] = lambda content, _: extract_plain_text(
            content.decode("utf-8", "replace"), main_content=True
        )
    except ImportError:
        pass
    return found


def times(readers: dict[str, Read], pages: list[tuple[bytes, str]]) -> dict[str, list[list[float]]]:
    """Return each reader's processor times in milliseconds, by page and round, after one turn to warm up.

    The readers take turns of half a second each, so that a busy machine is busy for all: of equal numbers
    of rounds the slow reader's last ten times as long, and meet ten times as many quiet moments. A turn is
    no single page either: three milliseconds behind another reader's thirty are spent on filling the caches.
    """
    taken: dict[str, list[list[float]]] = {name: [[] for _ in pages] for name in readers}
    for turn in range(TURNS + 1):
        for name, read in readers.items():
            gc.collect()
            until = perf_counter() + SECONDS
            while perf_counter() < until:
                for index, (content, url) in enumerate(pages):
                    begun = process_time()
                    read(content, url)
                    if turn:
                        taken[name][index].append((process_time() - begun) * 1000)
    return taken


def report(taken: dict[str, list[list[float]]]) -> None:
    """Print each reader's best and median, mean over the pages, and the peers' ratios to Rasad's own."""
    best = {name: fmean(map(min, pages)) for name, pages in taken.items()}
    middle = {name: fmean(map(median, pages)) for name, pages in taken.items()}
    print(f"{'milliseconds a page':28s} {'best':>8s} {'median':>8s}   times as long as Rasad")
    for name in taken:
        ratios = f"{best[name] / best[OWN]:8.1f} {middle[name] / middle[OWN]:8.1f}"
        print(f"{name:28s} {best[name]:8.2f} {middle[name]:8.2f} {ratios if name != OWN else ''}")


def memory_growth(pages: list[tuple[bytes, str]]) -> float:
    """Return by how many megabytes the process grew over 10,000 pages, after the first thousand."""
    before = 0
    for number in range(MANY):
        by_rasad(*pages[number % len(pages)])
        if number == MANY // 10:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--memory", action="store_true", help="also read 10,000 pages")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = arabic_pages(options.folder)
    if not pages:
        print(f"no *.html.gz in {options.folder}; give a folder of pages")
        return 1
    size = sum(len(content) for content, _ in pages) / len(pages) / 1024
    print(f"{len(pages)} Arabic pages of {size:.0f} KB")
    report(times({OWN: by_rasad, **peers()}, pages))
    if options.memory:
        print(f"memory over {MANY} pages: {memory_growth(pages):+.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
