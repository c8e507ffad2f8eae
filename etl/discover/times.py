"""Stated times to instants and days, and the window of a news day. Pure.

A time with no zone is the outlet's local time, never UTC and never the machine's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache

from etl.text.dates import read_date

# Years of the web; any other is a slip of the pen or a counter that was never set (1970-01-01).
_YEARS = range(1995, 2100)
_ZONED = re.compile(r"(?:Z|[+-]\d\d:?\d\d|\b(?:UTC|GMT|UT))\s*$", re.IGNORECASE)
_RFC_822 = re.compile(r"\b\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)")
_YEAR, _MONTH, _DAY = (
    r"(?P<year>(?:19|20)\d\d)",
    r"(?P<month>1[0-2]|0?[1-9])",
    r"(?P<day>3[01]|[12]\d|0?[1-9])",
)
_DAY_IN_URL = (
    re.compile(rf"/{_YEAR}[/-]{_MONTH}[/-]{_DAY}(?=[/_.-]|$)"),
    re.compile(rf"/{_DAY}[/-]{_MONTH}[/-]{_YEAR}(?=[/_.-]|$)"),
    re.compile(r"/(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"),
)
_LONGEST = 200
_REFERENCE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A time as it was stated: an instant, or a day of the outlet's calendar, or neither."""

    at: datetime | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One news day as a span of instants, end exclusive, in the zone that the day belongs to."""

    day: date
    zone: tzinfo

    @property
    def start(self) -> datetime:
        """The day's first instant."""
        return datetime.combine(self.day, time(), self.zone)

    @property
    def end(self) -> datetime:
        """The first instant of the day after, however long this day was."""
        return datetime.combine(self.day + timedelta(days=1), time(), self.zone)

    def holds(self, moment: datetime) -> bool:
        """Whether an instant is in the day."""
        return self.start <= moment < self.end


def is_zoned(text: str) -> bool:
    """Whether a stated time names its zone in a form that every reader knows."""
    return bool(_ZONED.search(text))


def _plausible(moment: datetime | None) -> datetime | None:
    return moment if moment is not None and moment.year in _YEARS else None


def _exact(text: str) -> datetime | date | None:
    """Read what ISO 8601 and RFC 822 define; None for all else."""
    if _ISO.match(text):
        try:
            return datetime.fromisoformat(text) if len(text) > len("2026-03-14") else date.fromisoformat(text)
        except ValueError:
            return None
    if _RFC_822.search(text):
        try:
            read = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        # The mail format says -0000 for "no zone known", and reads none as that too.
        return read
    return None


def read_time(text: str, zone: tzinfo, *, is_local_time: bool = False) -> Stated:
    """Read the time of a feed, a sitemap or a listing; nothing rather than a guess.

    `is_local_time` is for outlets that mark their local times as UTC. Figures are day before month,
    as Arabic newspapers write them; Arabic words are read as in the body of a page. Relative words
    (منذ ساعة) are not read: a listing may have been fetched at any time.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return Stated()
    return _read(text, zone, is_local_time=is_local_time)


@lru_cache(maxsize=4_096)
def _read(text: str, zone: tzinfo, *, is_local_time: bool) -> Stated:
    read = _exact(text)
    if read is None:
        found = read_date(text, reference=_REFERENCE, zone=zone)
        if found.date is None or found.date.year <= _REFERENCE.year:
            return Stated()
        read = found.instant or found.date
    if not isinstance(read, datetime):
        return Stated(on=read if read.year in _YEARS else None)
    if is_local_time or read.tzinfo is None:
        read = read.replace(tzinfo=zone)
    return Stated(at=_plausible(read))


def latest(stated: Stated, zone: tzinfo) -> datetime | None:
    """Return the last instant that a stated time can mean: a bare day ends with its last second."""
    if stated.on is None:
        return stated.at
    return datetime.combine(stated.on, time(23, 59, 59), zone)


def day_in_url(url: str) -> date | None:
    """Read the day in the path of an address, /2026/03/14/ and its like; None where there is none."""
    path = url.partition("?")[0]
    for pattern in _DAY_IN_URL:
        found = pattern.search(path)
        if found:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                continue
    return None


def local_days(window: Window, zone: tzinfo) -> Iterator[date]:
    """Yield the days of an outlet's calendar that a news day touches: one, or two across zones."""
    first = window.start.astimezone(zone).date()
    last = (window.end - timedelta(seconds=1)).astimezone(zone).date()
    for count in range((last - first).days + 1):
        yield first + timedelta(days=count)
