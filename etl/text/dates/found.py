"""A clue and a reference to what it comes to: days, or a first and a last day. Pure."""

import datetime as dt
from dataclasses import dataclass

from etl.text.dates.calendar import (
    MONTHS,
    common_day,
    day_in,
    hijri_day,
    hijri_year_in,
    last_day,
    month_span,
    nearest,
    nearest_month,
    no_date,
    shifted_month,
    this_month,
)
from etl.text.dates.clue import Ago, Clue
from etl.text.dates.reading import Precision

_HIJRI_YEARS_END = 1600
_WEEK = 7
_LAST_DAY_OF_YEAR = (12, 31)
_CENTURY = 100
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The instant and zone that relative words count from."""

    now: dt.datetime
    zone: dt.tzinfo

    @property
    def today(self) -> dt.date:
        """The reference's day in its zone."""
        return self.now.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a clue comes to: single days, or a span with its precision."""

    days: tuple[dt.date, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = Precision.DAY
    instant: dt.datetime | None = None
    note: str = ""


def _year_of(clue: Clue, today: dt.date, month: int) -> int | None:
    """Give the year that a clue states or implies, None where it must be found by nearness."""
    if clue.year_turn is not None:
        return this_month(today, hijri=clue.hijri)[0] + clue.year_turn
    if clue.year is None:
        return None
    if clue.year < 0:
        year = today.year - today.year % _CENTURY - clue.year
        return year if year <= today.year + 1 else year - _CENTURY
    if clue.hijri and clue.year >= _HIJRI_YEARS_END:
        return hijri_year_in(clue.year, month)
    return clue.year


def _first_day(clue: Clue, today: dt.date, month: int) -> tuple[dt.date, str]:
    """Find the first day a clue names, and a note where its weekday chose the year or contradicts."""
    day = clue.days[0]
    year = _year_of(clue, today, month)
    if year is not None:
        return day_in(year, month, day, hijri=clue.hijri), ""
    if clue.offset is not None and not clue.hijri:
        aimed = today + dt.timedelta(days=clue.offset)
        near = (nearest(aimed, month, day, None), nearest(aimed, month, day, 1))
        return min(near, key=lambda each: abs(each - aimed)), ""
    found = nearest(today, month, day, clue.lean, hijri=clue.hijri)
    if clue.weekday is not None and clue.lean is None and found.weekday() != clue.weekday:
        coming = nearest(today, month, day, 1, hijri=clue.hijri)
        if coming.weekday() == clue.weekday:
            return coming, "year_by_weekday"
    return found, ""


def _days(clue: Clue, today: dt.date) -> Found:
    """Resolve a clue with days: one day, a list, or a range."""
    if clue.month_turn is not None:
        if clue.hijri:
            no_date("hijri_out_of_range")
        year, month = shifted_month(today, clue.month_turn)
        days = tuple(common_day(year, month, day) for day in clue.days)
        note = ""
    else:
        month = clue.month or 1
        first, note = _first_day(clue, today, month)
        year = this_month(first, hijri=clue.hijri)[0] if clue.hijri else first.year
        days = (first, *(day_in(year, month, day, hijri=clue.hijri) for day in clue.days[1:]))
    if clue.weekday is not None and days[0].weekday() != clue.weekday:
        note = "weekday_mismatch"
    ordered = sorted(days)
    contiguous = len(days) > 1 and (ordered[-1] - ordered[0]).days == len(days) - 1
    if len(days) > 1 and (clue.ranged or contiguous):
        return Found(start=ordered[0], end=ordered[-1], note=note)
    return Found(days=days, note=note)


def _months(clue: Clue, today: dt.date) -> Found:
    """Resolve a month, several months, or a part of a year to its first and last day."""
    if clue.month_turn is not None:
        year, month = shifted_month(today, clue.month_turn)
    else:
        month = clue.month or 1
        stated = _year_of(clue, today, clue.until_month or month)
        year = nearest_month(today, month, clue.lean, hijri=clue.hijri) if stated is None else stated
    until = clue.until_month or month
    start = day_in(year, month, 1, hijri=clue.hijri)
    crosses = until < month
    if crosses and clue.year is not None:
        start = day_in(year - 1, month, 1, hijri=clue.hijri)
    end_year = year + (crosses and clue.year is None)
    return Found(start=start, end=last_day(end_year, until, hijri=clue.hijri), precision=Precision.MONTH)


def _years(clue: Clue, today: dt.date) -> Found:
    """Resolve a year or several to the first and last day."""
    year = clue.year if clue.year is not None else today.year + (clue.year_turn or 0)
    last = clue.until_year or year
    if clue.hijri:
        start, end = hijri_day(year, 1, 1), last_day(last, MONTHS, hijri=True)
    else:
        start, end = common_day(year, 1, 1), common_day(last, *_LAST_DAY_OF_YEAR)
    return Found(start=start, end=end, precision=Precision.YEAR)


def _weekday(weekday: int, lean: int | None, today: dt.date) -> dt.date:
    """Find a weekday: alone or الجاري the nearest past, today counts; الماضي before, المقبل after it."""
    back = (today.weekday() - weekday) % _WEEK
    if lean is None or lean == 0:
        return today - dt.timedelta(days=back)
    if lean < 0:
        return today - dt.timedelta(days=(back or _WEEK) + _WEEK * (-lean - 1))
    return today + dt.timedelta(days=(_WEEK - back) + _WEEK * (lean - 1))


def _ago(ago: Ago, reference: Reference) -> Found:
    """Count back or forth; the unit is the precision: منذ 3 ساعات an instant, منذ شهرين a month."""
    unit = ago[0][1]
    if unit in _SECONDS:
        seconds = sum(amount * _SECONDS.get(each, 86400) for amount, each in ago)
        instant = reference.now + dt.timedelta(seconds=seconds)
        return Found(days=(instant.date(),), instant=instant, precision=Precision.INSTANT)
    if unit in _DAYS:
        day = reference.today + dt.timedelta(days=sum(amount * _DAYS.get(each, 0) for amount, each in ago))
        return Found(days=(day,))
    months = sum(amount * {"month": 1, "year": MONTHS}.get(each, 0) for amount, each in ago)
    year, month = shifted_month(reference.today, months)
    if unit == "month":
        start, end = month_span(year, month, hijri=False)
        return Found(start=start, end=end, precision=Precision.MONTH)
    return _years(Clue(first=0, last=0, rule="", year=year), reference.today)


def _week(turn: int, today: dt.date) -> Found:
    """Give the ISO week (Monday to Sunday): Arab countries differ, and one rule must hold for all."""
    start = today - dt.timedelta(days=today.weekday() - _WEEK * turn)
    return Found(start=start, end=start + dt.timedelta(days=_WEEK - 1))


def bounds(found: Found) -> tuple[dt.date, dt.date]:
    """Give first and last day of what was found."""
    if found.days:
        return found.days[0], found.days[-1]
    if found.start is None or found.end is None:
        no_date("time_without_date")
    return found.start, found.end


def resolve_plain(clue: Clue, reference: Reference) -> Found:
    """Resolve a clue without a twin or an end of its own."""
    today = reference.today
    if clue.ago:
        return _ago(clue.ago, reference)
    if clue.week_turn is not None:
        return _week(clue.week_turn, today)
    if clue.is_day:
        return _days(clue, today)
    if clue.month is not None or clue.month_turn is not None:
        return _months(clue, today)
    return _years(clue, today) if clue.year is not None or clue.year_turn is not None else _near(clue, today)


def _near(clue: Clue, today: dt.date) -> Found:
    """Resolve what only counts from today: أمس, or a weekday."""
    if clue.offset is not None:
        day = today + dt.timedelta(days=clue.offset)
        mismatch = clue.weekday is not None and clue.weekday != day.weekday()
        return Found(days=(day,), note="weekday_mismatch" if mismatch else "")
    if clue.weekday is not None:
        return Found(days=(_weekday(clue.weekday, clue.lean, today),))
    no_date("time_without_date")
    return None
