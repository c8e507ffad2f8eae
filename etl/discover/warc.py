"""A list of WARC files to those that can hold a day. Pure.

Common Crawl's news archive writes a list a month, `warc.paths.gz`, one path a line, and the time at
which each file was begun into its name (commoncrawl.org, "News Dataset Available").
"""

import gzip
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from etl.discover.faults import BombError, DiscoveryError
from etl.discover.plan import dated
from etl.discover.times import Window

MAX_LIST_BYTES = 100_000_000
_BEGUN = re.compile(r"(?<!\d)(20\d{6})-?T?(\d{6})(?!\d)")
# A page is fetched after it is published, and mostly within days; a file is open for some hours.
_LATER = timedelta(days=7)
_OPEN = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcListing:
    """Where lists of WARC files are: `url` by month, `base_url` before each path of the list."""

    url: str
    base_url: str


COMMON_CRAWL_NEWS = WarcListing(
    url="https://data.commoncrawl.org/crawl-data/CC-NEWS/{yyyy}/{mm}/warc.paths.gz",
    base_url="https://data.commoncrawl.org/",
)


def list_addresses(listing: WarcListing, window: Window) -> tuple[str, ...]:
    """Return the lists that can name files with pages of a day: that of its month, and of the week after."""
    days = (window.day, window.day + _LATER)
    return tuple(dict.fromkeys(dated(listing.url, day) for day in days))


def read_warc_list(body: bytes, listing: WarcListing, window: Window) -> tuple[str, ...]:
    """Return the addresses of the files begun between half a day before a day and a week after it.

    A file whose name tells no time is kept. Raises DiscoveryError for a list that cannot be read.
    """
    if body.startswith(b"\x1f\x8b"):
        inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            body = inflate.decompress(body, MAX_LIST_BYTES)
        except (zlib.error, gzip.BadGzipFile) as error:
            msg = f"{listing.url}: broken compression ({error})"
            raise DiscoveryError(msg) from error
        if inflate.unconsumed_tail:
            msg = f"{listing.url}: a list of more than {MAX_LIST_BYTES} bytes"
            raise BombError(msg)
    paths = (line.strip() for line in body.decode("utf-8", "replace").splitlines())
    return tuple(
        path
        if path.startswith(("http://", "https://"))
        else f"{listing.base_url.rstrip('/')}/{path.lstrip('/')}"
        for path in paths
        if path and _may_hold(path, window)
    )


def _may_hold(path: str, window: Window) -> bool:
    begun = _BEGUN.search(path.rpartition("/")[2])
    if begun is None:
        return True
    try:
        moment = datetime.strptime(begun[1] + begun[2], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return True
    return window.start - _OPEN <= moment < window.end + _LATER
