"""Stated and visible times to one publication instant in the outlet's own clock. Pure.

Three faults are everywhere in the press, and each moves a story to another day: a UTC stamp beside
a local one, a `Z` on a local time, a stamp of the crawl or of the last edit. So the machine's stamp
is held against the clock that the page shows its readers; where both tell the same moment the
page's own offset is learned, and where they cannot both hold, the shown day wins and the
conflict is recorded. Order of trust among stamps: JSON-LD, `article:published_time`, microdata,
`<time>`, other meta, and last the path of the address.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from etl.extract.metadata import Candidate, Conflict, Harvest
from etl.extract.metadata_jsonld import article_node, text_of

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "published_time",
    "og:published_time", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "publication-date", "sailthru.date", "parsely-pub-date", "article_date_original",
    "cxenseparse:recs:publishtime", "og:pubdate", "date", "dc.date.created", "article:created", "created", "releasedate", "vr:published_time",
    "bt:pubdate", "originalpublicationdate", "displaydate", "article.published", "published", "uploaddate", "datecreated",
)  # fmt: skip
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
_URL_DATE = re.compile(r"(?:^|[/_-])((?:19|20)\d\d)[/_-]?(1[0-2]|0?[1-9])[/_-]?(3[01]|[12]\d|0?[1-9])(?=\D|$)")
_EARLIEST = 1995
_MONTHS = 12
_QUARTER_HOUR = 15
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
    if found := _ISO.match(value):
        year, month, day, hour, minute, second, half, offset = found.groups()
        return _stamp((year, month, day), (hour, minute, second, half), _offset(offset), where, value)
    if found := _EPOCH.match(value):
        seconds = int(found[1]) / (1000 if len(found[1]) > 10 else 1)  # noqa: PLR2004
        moment = datetime.fromtimestamp(seconds, tz=UTC)
        return Stamp(day=moment.date(), clock=moment.time(), offset=timedelta(0), where=where, value=value)
    if found := _DAY_FIRST.match(value):
        day, month, year, hour, minute, second = found.groups()
        return _stamp((year, month, day), (hour, minute, second, None), None, where, value)
    if "," in value[:5] or (value[:1].isdigit() and value[-3:] in ("GMT", "UTC")):
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return None
        if moment.year >= _EARLIEST:
            return Stamp(day=moment.date(), clock=moment.time(), offset=moment.utcoffset(), where=where, value=value)
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


def stated_stamps(harvest: Harvest, *, modified: bool) -> tuple[Stamp, ...]:
    """Return the page's machine-readable stamps of one field, in the order of trust."""
    article = article_node(harvest.json_ld)
    fields = ("dateModified",) if modified else ("datePublished", "dateCreated", "uploadDate")
    found = [(text_of(article, name), f"json-ld:{name}") for name in fields]
    names = _MODIFIED_META if modified else _PUBLISHED_META
    meta = [(value, f"meta:{name}") for name in names for value in harvest.meta.get(name, ())[:1]]
    found.extend(meta[:1])
    micro = harvest.microdata.get("modified" if modified else "published", ())
    found.extend((candidate.value, candidate.where) for candidate in micro[:2])
    if not modified:
        times = harvest.microdata.get("time", ())
        found.extend((candidate.value, candidate.where) for candidate in times[:1])
    found.extend(meta[1:])
    stamps = (read_stamp(value, where) for value, where in found if value)
    return tuple(stamp for stamp in stamps if stamp is not None)


def url_stamp(url: str) -> Stamp | None:
    """Return the day in the path of an address (/2020/8/24/), the weakest witness."""
    found = _URL_DATE.search(url.split("?", 1)[0])
    return _stamp((found[1], found[2], found[3]), (None,) * 4, None, "url", found[0]) if found else None


def decide(stamps: tuple[Stamp, ...], shown: Iterable[Stamp], zone: tzinfo,
           conflicts: list[Conflict], field: str) -> datetime | None:  # fmt: skip
    """Decide one field's instant in the outlet's own clock; the shown day is never moved silently."""
    visible = tuple(shown)
    if not stamps:
        return _best(visible).at(zone) if visible else None
    best = next((stamp for stamp in stamps if stamp.clock), stamps[0])
    if best.clock is None or best.offset is None or not best.is_utc:
        return _against(best.at(zone), best, visible, conflicts, field)
    for other in stamps:
        if other.clock and other.offset and abs(other.at(zone) - best.at(zone)) < timedelta(minutes=2):
            return other.at(zone)
    for seen in visible:
        if seen.clock is None:
            continue
        gap = datetime.combine(seen.day, seen.clock) - datetime.combine(best.day, best.clock)
        minutes = round(gap.total_seconds() / 60)
        if abs(minutes) <= 2:  # noqa: PLR2004  # the shown clock has no seconds
            if zone.utcoffset(datetime.combine(best.day, best.clock)):
                conflicts.append(Conflict(field=field, followed=seen.value, against=best.value, why="false Z"))
            return datetime.combine(best.day, best.clock, tzinfo=zone)
        near = round(minutes / _QUARTER_HOUR) * _QUARTER_HOUR
        if abs(gap) <= _FURTHEST_OFFSET and abs(minutes - near) <= 1:
            return datetime.combine(best.day, best.clock, tzinfo=UTC).astimezone(timezone(timedelta(minutes=near)))
    local = best.at(zone).astimezone(zone)
    days = {seen.day for seen in visible}
    if days and local.date() not in days and best.day in days:
        conflicts.append(Conflict(field=field, followed=best.day.isoformat(), against=local.isoformat(),
                                  why="shown day against UTC"))  # fmt: skip
        return datetime.combine(best.day, best.clock, tzinfo=zone)
    return _against(local, best, visible, conflicts, field)


def _best(visible: tuple[Stamp, ...]) -> Stamp:
    return next((stamp for stamp in visible if stamp.clock), visible[0])


def _against(chosen: datetime, stamp: Stamp, visible: tuple[Stamp, ...], conflicts: list[Conflict],
             field: str) -> datetime:  # fmt: skip
    """Record where the page shows no day that the chosen stamp names; a neighbouring shown day wins."""
    days = {seen.day: seen for seen in visible}
    if not days or chosen.date() in days:
        return chosen
    near = next((seen for day, seen in days.items() if abs((day - chosen.date()).days) == 1), None)
    other = near or visible[0]
    followed = other if near is not None and stamp.offset is None else None
    conflicts.append(Conflict(field=field, followed=followed.value if followed else chosen.isoformat(),
                              against=chosen.isoformat() if followed else other.value, why="shown day differs"))  # fmt: skip
    return followed.at(chosen.tzinfo or UTC) if followed else chosen


def candidates_of(stamps: Iterable[Stamp], field: str) -> tuple[Candidate, ...]:
    """Return stamps as candidates, so that the page's statements can be shown."""
    return tuple(Candidate(field=field, value=stamp.value, where=stamp.where) for stamp in stamps)
