"""Extraction of Arabic pages by Rasad and by the peers that are installed, in one run.

Run: python -m tests.bench.bench_extract [FOLDER]

FOLDER holds NAME.html.gz files (default: ../shared/pages beside the project). Times are each page's
best processor time of several rounds over all Arabic pages, one core, body and metadata, in
milliseconds a page; the ratio is of the peer to Rasad. Then 10,000 pages are read to show that
memory stays flat.
"""

import argparse
import gzip
import json
import logging
import resource
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

from etl.extract.html import extract
from etl.model import Page

PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages"
ROUNDS = 15
MANY = 10_000
TARGET = 10.0
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


def milliseconds(read: Read, pages: list[tuple[bytes, str]]) -> float:
    """Return the mean of the pages' best processor times, after one round to warm up.

    Each page's own best: on a shared machine no round is quiet from its first page to its last.
    """
    best = [float("inf")] * len(pages)
    for number in range(ROUNDS + 1):
        for index, (content, url) in enumerate(pages):
            begun = process_time()
            read(content, url)
            if number:
                best[index] = min(best[index], process_time() - begun)
    return sum(best) / len(pages) * 1000


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
    own = milliseconds(by_rasad, pages)
    size = sum(len(content) for content, _ in pages) / len(pages) / 1024
    print(f"{len(pages)} Arabic pages of {size:.0f} KB")
    print(f"{'rasad':28s} {own:7.2f} ms a page")
    for name, read in peers().items():
        taken = milliseconds(read, pages)
        print(f"{name:28s} {taken:7.2f} ms a page   {taken / own:5.1f} times as long")
    if options.memory:
        print(f"memory over {MANY} pages: {memory_growth(pages):+.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
