"""A clue and a reference to readings: ranges, two calendars, clocks, or the reason why none. Pure."""

import datetime as dt
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from etl.text.dates.calendar import UMM_AL_QURA, NoDateError, nearest, no_date, this_month
from etl.text.dates.clue import Clock, Clue
from etl.text.dates.found import Found, Reference, bounds, resolve_plain
from etl.text.dates.reading import DateReading, Precision

_TWIN_TOLERANCE = dt.timedelta(days=2)
_WEEK = 7
_YEARS_OF_TWINS = 34  # the Hijri year runs through the Gregorian one in 33


def _range(clue: Clue, reference: Reference) -> Found:
    """Resolve both ends; an end without a year takes it from the other."""
    first, last = clue._replace(until=None), clue.until
    if last is None:
        return Found()
    if last.lean is not None and first.lean is None and first.year is None and first.month is not None:
        first = first._replace(lean=last.lean)
    if last.year_turn is not None and first.year is None and first.year_turn is None:
        first = first._replace(year_turn=last.year_turn)
    if first.year is None and last.year is not None and first.month and last.month:
        first = first._replace(year=last.year - (first.month > last.month))
    begun = resolve_plain(first, reference)
    start = bounds(begun)[0]
    if last.year is None and last.year_turn is None and last.month:
        base = this_month(start, hijri=last.hijri)[0]
        last = last._replace(year=base + (last.month < (first.month or last.month)), lean=None)
    ended = resolve_plain(last, reference)
    end = bounds(ended)[1]
    if last.weekday is not None and not last.is_core and last.lean is None:
        end = start + dt.timedelta(days=(last.weekday - start.weekday()) % _WEEK)
    if end < start:
        no_date("range_reversed")
    return Found(start=start, end=end, precision=begun.precision, note=begun.note)


def _twin(clue: Clue, reference: Reference) -> Found:
    """Resolve a dual-calendar date by its Gregorian half, checked against its Hijri half.

    Two days of tolerance: months begin by sighting, and countries differ from Umm al-Qura's tables.
    """
    twin, common = clue.twin, clue._replace(twin=None)
    if twin is None:
        return resolve_plain(common, reference)
    try:
        other = bounds(resolve_plain(twin._replace(weekday=None), reference))
    except NoDateError:
        return replace(resolve_plain(common, reference), note="hijri_unchecked")
    if common.year is None and twin.year is None and common.is_day and twin.is_day:
        return _year_of_twins(common, twin, reference)
    if common.year is None and twin.year is not None and common.month is not None:
        common = common._replace(year=other[0].year)
    elif twin.year is None and twin.month is not None and twin.is_day:
        day = bounds(resolve_plain(common, reference))[0]
        other = (nearest(day + _TWIN_TOLERANCE, twin.month, twin.days[0], None, hijri=True),) * 2
    found = resolve_plain(common, reference)
    start, end = bounds(found)
    if start - other[1] > _TWIN_TOLERANCE or other[0] - end > _TWIN_TOLERANCE:
        no_date("calendar_conflict")
    return found


def _year_of_twins(common: Clue, twin: Clue, reference: Reference) -> Found:
    """Find the nearest past year in which both calendars' year-less dates fall together."""
    for back in range(_YEARS_OF_TWINS):
        year = reference.today.year + 1 - back
        found = resolve_plain(common._replace(year=year), reference)
        day = bounds(found)[0]
        other = nearest(day + _TWIN_TOLERANCE, twin.month or 1, twin.days[0], None, hijri=True)
        soon = day <= reference.today or common.lean is not None or common.weekday == day.weekday()
        if abs(day - other) <= _TWIN_TOLERANCE and soon:
            return found
    no_date("calendar_conflict")
    return None


def _instant(day: dt.date, clock: Clock, reference: Reference) -> dt.datetime | None:
    """Join day and clock in the zone stated, or else the reference's; None where the zone is unknown."""
    zone: dt.tzinfo = reference.zone
    if isinstance(clock.zone, int):
        zone = dt.timezone(dt.timedelta(minutes=clock.zone))
    elif clock.zone == "UTC":
        zone = dt.UTC
    elif clock.zone:
        try:
            zone = ZoneInfo(clock.zone)
        except ZoneInfoNotFoundError:
            return None
    return dt.datetime.combine(day, clock.time, tzinfo=zone)


def _readings(
    text: str, clue: Clue, found: Found, span: tuple[int, int], reference: Reference
) -> list[DateReading]:
    tabular = "tabular" if clue.hijri and clue.year is not None and clue.year not in UMM_AL_QURA else ""
    rule = f"{clue.rule}_hijri" if clue.hijri else clue.rule
    reason = ";".join(part for part in (rule, tabular, found.note) if part)
    read = partial(DateReading, text=text, span=span, reason=reason)
    if not found.days:
        return [read(precision=found.precision, start=found.start, end=found.end)]
    exact = Precision.INSTANT
    if found.instant:
        wall = found.instant
        time = wall.time().replace(microsecond=0)
        return [read(date=wall.date(), time=time, instant=wall, precision=exact)]
    if clue.clock is None:
        return [read(date=day, precision=Precision.DAY) for day in found.days]
    clock = clue.clock
    return [
        read(date=day, time=clock.time, instant=_instant(day, clock, reference), precision=exact)
        for day in found.days
    ]


def resolve(text: str, clue: Clue, span: tuple[int, int], reference: Reference) -> list[DateReading]:
    """Turn a clue to its readings (a list of days gives one each), or one with the reason why none."""
    time = clue.clock.time if clue.clock else None
    if clue.fault:
        return [DateReading(text=text, span=span, reason=clue.fault, time=time)]
    try:
        if clue.twin:
            found = _twin(clue, reference)
        else:
            found = _range(clue, reference) if clue.until else resolve_plain(clue, reference)
        return _readings(text, clue, found, span, reference)
    except NoDateError as error:
        return [DateReading(text=text, span=span, reason=str(error), time=time)]
    except OverflowError:
        return [DateReading(text=text, span=span, reason="out_of_range", time=time)]
