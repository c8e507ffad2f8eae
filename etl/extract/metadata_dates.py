"""Stated and visible times to one publication instant in the outlet's own clock. Pure.

Three faults are everywhere in the press, and each moves a story to another day: a UTC stamp beside
a local one, a `Z` on a local time, a stamp of the crawl or of the last edit. So the machine's stamp
is held against the clock that the page shows its readers; where both tell the same moment the
page's own offset is learned, and where they cannot both hold, the shown day wins and the
conflict is recorded. Order of trust among stamps: JSON-LD, `article:published_time`, microdata,
`<time>`, other meta, and last the path of the address.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from etl.extract.metadata import Candidate, Conflict, Harvest
from etl.extract.metadata_jsonld import text_of

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "published_time", "og:published_time",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "sailthru.date", "parsely-pub-date", "article_date_original", "cxenseparse:recs:publishtime", "og:pubdate",
    "article:created", "releasedate", "vr:published_time", "bt:pubdate", "originalpublicationdate", "displaydate", "article.published",
    "published", "uploaddate", "datecreated",
)  # fmt: skip
# Names that content systems also give to the day of the last edit or of the delivery: heard last.
_WEAK_META = ("dc.date", "dcterms.date", "date", "dc.date.created", "created")
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "og:article:modified_time",
    "dcterms.modified", "dc.date.modified", "article:updated_time", "last-modified", "modified", "lastmod", "og:modified_time", "updated",
)  # fmt: skip
_ISO = re.compile(
    r"^\s*(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T\s,_]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_EPOCH = re.compile(r"^\s*(1[0-9]{9}|1[0-9]{12})\s*$")
_URL_DATE = re.compile(
    r"(?:^|[/_-])((?:19|20)\d\d)[/_-]?(1[0-2]|0?[1-9])[/_-]?(3[01]|[12]\d|0?[1-9])(?=\D|$)"
)
_EARLIEST = 1995
_MONTHS = 12
# The shown clock has no seconds.
_SAME = timedelta(minutes=2)
# UTC offsets in hours of the Arab countries, from Morocco and Mauritania to the Emirates and Oman.
_ARAB_OFFSETS = (3, 2, 1, 4)
_FURTHEST_OFFSET = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One stated time: its wall clock, its offset where stated, and whether it has a clock at all."""

    day: date
    clock: time | None
    offset: timedelta | None
    where: str
    value: str

    @property
    def is_utc(self) -> bool:
        """Say whether the stamp claims UTC, as a `Z` does whether it is true or not."""
        return self.offset is not None and not self.offset

    def at(self, zone: tzinfo) -> datetime:
        """Return the instant, with the stated offset or in `zone`; midnight where no clock is stated."""
        stated = zone if self.offset is None else timezone(self.offset)
        return datetime.combine(self.day, self.clock or time(0), tzinfo=stated)


def read_stamp(value: str, where: str) -> Stamp | None:
    """Read a machine's time: ISO 8601 and its loose forms, RFC 2822, day/month/year, epoch seconds."""
    if found := _EPOCH.match(value):
        seconds = int(found[1]) / (1000 if len(found[1]) > 10 else 1)  # noqa: PLR2004
        moment = datetime.fromtimestamp(seconds, tz=UTC)
        return Stamp(day=moment.date(), clock=moment.time(), offset=timedelta(0), where=where, value=value)
    if found := _ISO.match(value):
        year, month, day, hour, minute, second, half, offset = found.groups()
        return _stamp((year, month, day), (hour, minute, second, half), _offset(offset), where, value)
    if found := _DAY_FIRST.match(value):
        day, month, year, hour, minute, second = found.groups()
        return _stamp((year, month, day), (hour, minute, second, None), None, where, value)
    if "," in value[:5] or (value[:1].isdigit() and value[-3:] in ("GMT", "UTC")):
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return None
        if moment.year >= _EARLIEST:
            return Stamp(
                day=moment.date(), clock=moment.time(), offset=moment.utcoffset(), where=where, value=value
            )
    return None


def _offset(stated: str | None) -> timedelta | None:
    if not stated:
        return None
    if stated[0] not in "+-":
        return timedelta(0)
    digits = stated[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return None if size > _FURTHEST_OFFSET else -size if stated[0] == "-" else size


def _stamp(day: tuple[str, str, str], clock: tuple[str | None, str | None, str | None, str | None],
           offset: timedelta | None, where: str, value: str) -> Stamp | None:  # fmt: skip
    try:
        stated = date(int(day[0]), int(day[1]), int(day[2]))
        hour, minute, second, half = clock
        shown = None
        if hour is not None:
            hours = int(hour)
            if half and hours <= _MONTHS:
                hours = hours % 12 + (12 if half.lower() == "pm" else 0)
            shown = time(hours, int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if stated.year < _EARLIEST:
        return None
    return Stamp(day=stated, clock=shown, offset=offset, where=where, value=value)


def stated_stamps(
    harvest: Harvest, *, modified: bool, near: Callable[[], str] | None = None
) -> tuple[Stamp, ...]:
    """Return the page's machine-readable stamps of one field, in the order of trust.

    A `<time>` counts where what it shows is in the text around the article, which `near` gives.
    """
    article = harvest.article
    fields = ("dateModified",) if modified else ("datePublished", "dateCreated", "uploadDate")
    found = [(text_of(article, name), f"json-ld:{name}") for name in fields]
    names = _MODIFIED_META if modified else _PUBLISHED_META
    meta = [(values[0], f"meta:{name}") for name in names if (values := harvest.meta.get(name))]
    found.extend(meta[:1])
    micro = harvest.microdata.get("modified" if modified else "published", ())
    found.extend((candidate.value, candidate.where) for candidate in micro[:2])
    if near is not None and (times := harvest.microdata.get("time", ())):
        around = near() if len(times) > 1 else ""
        close = [each for each in times if len(times) == 1 or each.where.removeprefix("time:") in around]
        found.extend((candidate.value, "time") for candidate in close[:1] if candidate.where != "time:")
    found.extend(meta[1:])
    return _read_all(found)


def weak_stamps(harvest: Harvest, url: str) -> tuple[Stamp, ...]:
    """Return the stamps that are heard where nothing else is stated or shown: vague meta, the address."""
    found = [(values[0], f"meta:{name}") for name in _WEAK_META if (values := harvest.meta.get(name))]
    path = url_stamp(url)
    return (*_read_all(found), *((path,) if path else ()))


def _read_all(found: Iterable[tuple[str, str]]) -> tuple[Stamp, ...]:
    stamps = (read_stamp(value, where) for value, where in found if value)
    return tuple(stamp for stamp in stamps if stamp is not None)


def url_stamp(url: str) -> Stamp | None:
    """Return the day in the path of an address (/2020/8/24/), the weakest witness."""
    found = _URL_DATE.search(url.split("?", 1)[0])
    return _stamp((found[1], found[2], found[3]), (None,) * 4, None, "url", found[0]) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One field's times as the page shows them, the outlet's zone, and what is found to disagree."""

    field: str
    stamps: tuple[Stamp, ...]
    zone: tzinfo
    conflicts: list[Conflict] = field_of(default_factory=list)

    def note(self, followed: str, against: str, why: str) -> None:
        """Record a conflict and which side was followed."""
        self.conflicts.append(Conflict(field=self.field, followed=followed, against=against, why=why))


def decide(stamps: tuple[Stamp, ...], shown: Shown) -> datetime | None:
    """Decide one field's instant in the outlet's own clock; the shown day is never moved silently.

    What disagreed is added to the conflicts of `shown`.
    """
    if not stamps:
        best = next((stamp for stamp in shown.stamps if stamp.clock), next(iter(shown.stamps), None))
        return best.at(shown.zone) if best else None
    best = next((stamp for stamp in stamps if stamp.clock), stamps[0])
    if best.clock is not None and best.offset is None and (seen := _other_clock(best, best.clock, shown)):
        return seen
    if best.clock is None or not best.is_utc:
        return _against(best.at(shown.zone), best, shown)
    for other in stamps:
        if other.clock and other.offset and abs(other.at(shown.zone) - best.at(shown.zone)) < _SAME:
            return other.at(shown.zone)
    return (
        _by_shown_clock(best, best.clock, shown)
        or _by_shown_day(best, best.clock, shown)
        or _against(best.at(shown.zone).astimezone(shown.zone), best, shown)
    )


def _other_clock(best: Stamp, clock: time, shown: Shown) -> datetime | None:
    """Return the shown time where a stamp without an offset is whole hours off it, or shown with its offset.

    Such a stamp is UTC, or a server's time, with its offset left out; what readers see is the outlet's.
    """
    stated = datetime.combine(best.day, clock)
    for seen in shown.stamps:
        if seen.clock is None:
            continue
        gap = abs(datetime.combine(seen.day, seen.clock) - stated)
        hours = timedelta(hours=round(gap / timedelta(hours=1)))
        if gap <= _SAME and seen.offset is not None:
            return seen.at(shown.zone).astimezone(shown.zone)
        if _SAME < gap <= _FURTHEST_OFFSET and abs(gap - hours) < _SAME:
            shown.note(seen.value, best.value, "shown clock against a stamp without offset")
            return seen.at(shown.zone)
    return None


def _by_shown_clock(best: Stamp, clock: time, shown: Shown) -> datetime | None:
    """Read a UTC stamp by the clock that the page shows: the same (a false Z), or whole hours off it."""
    stated = datetime.combine(best.day, clock)
    for seen in shown.stamps:
        if seen.clock is None:
            continue
        gap = datetime.combine(seen.day, seen.clock) - stated
        if abs(gap) <= _SAME:
            if seen.offset is not None and not seen.offset:
                # The page shows its readers UTC and says so: the stamp is true.
                return stated.replace(tzinfo=UTC).astimezone(shown.zone)
            if shown.zone.utcoffset(stated):
                shown.note(seen.value, best.value, "false Z")
            return stated.replace(tzinfo=shown.zone)
        hours = timedelta(hours=round(gap / timedelta(hours=1)))
        if abs(gap) <= _FURTHEST_OFFSET and abs(gap - hours) < _SAME:
            return stated.replace(tzinfo=UTC).astimezone(timezone(hours))
    return None


def _by_shown_day(best: Stamp, clock: time, shown: Shown) -> datetime | None:
    """Read a UTC stamp by the day that the page shows, where the zone alone gives another day."""
    instant = datetime.combine(best.day, clock, tzinfo=UTC)
    local = instant.astimezone(shown.zone)
    days = {seen.day for seen in shown.stamps}
    if not days or local.date() in days:
        return None
    if best.day in days:
        shown.note(best.day.isoformat(), local.isoformat(), "shown day against UTC")
        return instant.replace(tzinfo=shown.zone)
    for hours in _ARAB_OFFSETS:
        near = instant.astimezone(timezone(timedelta(hours=hours)))
        if near.date() in days:
            shown.note(near.date().isoformat(), local.isoformat(), "shown day against zone")
            return near
    return None


def _against(chosen: datetime, stamp: Stamp, shown: Shown) -> datetime:
    """Record where the page shows no day that the chosen stamp names; a neighbouring shown day wins."""
    days = {seen.day: seen for seen in shown.stamps}
    if not days or chosen.date() in days:
        return chosen
    near = next((seen for day, seen in days.items() if abs((day - chosen.date()).days) == 1), None)
    if near is not None and stamp.offset is None:
        shown.note(near.value, chosen.isoformat(), "shown day differs")
        return near.at(shown.zone)
    shown.note(chosen.isoformat(), (near or shown.stamps[0]).value, "shown day differs")
    return chosen


def candidates_of(stamps: Iterable[Stamp], field: str) -> tuple[Candidate, ...]:
    """Return stamps as candidates, so that the page's statements can be shown."""
    return tuple(Candidate(field=field, value=stamp.value, where=stamp.where) for stamp in stamps)
