"""Day, month and year numbers to days, in either calendar; a missing year by the reference. Pure."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from typing import NoReturn

MONTHS = 12
_YEARS_SEARCHED = 9
UMM_AL_QURA = range(1343, 1501)
"""Hijri years that hijridate's tables hold."""


class NoDateError(ValueError):
    """Figures that name no day; the message is the stable reason."""


def no_date(reason: str) -> NoReturn:
    """Give up on a clue for a stable reason."""
    raise NoDateError(reason) from None


def common_day(year: int, month: int, day: int) -> dt.date:
    """Build a Gregorian day; raises NoDateError for 31 فبراير."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        no_date("invalid_day" if dt.MINYEAR <= year <= dt.MAXYEAR else "out_of_range")


def hijri_day(year: int, month: int, day: int) -> dt.date:
    """Convert a Hijri day by the Umm al-Qura tables of hijridate, before and after them by arithmetic.

    Imported at first use: the tables cost as much time to load as all the rest of this package.
    """
    if year not in UMM_AL_QURA:
        return _tabular_day(year, month, day)
    from hijridate import Hijri

    try:
        return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (OverflowError, ValueError):
        no_date("invalid_day")


def _tabular_day(year: int, month: int, day: int) -> dt.date:
    """Convert by the civil tabular calendar: 11 leap years in 30, odd months of 30 days; right to two days.

    The formula is the standard one of the 16 July 622 (Julian) epoch, as proleptic Gregorian ordinals.

    >>> _tabular_day(1, 1, 1), _tabular_day(577, 1, 1)
    (datetime.date(622, 7, 19), datetime.date(1181, 5, 24))
    """
    long = month % 2 or (month == MONTHS and (11 * year + 14) % 30 < 11)  # noqa: PLR2004
    if not (1 <= month <= MONTHS and 1 <= day <= (30 if long else 29)):
        no_date("invalid_day")
    try:
        return dt.date.fromordinal(
            (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day + 227014
        )
    except (ValueError, OverflowError):
        no_date("out_of_range")


def hijri_of(day: dt.date) -> tuple[int, int, int]:
    """Give Hijri year, month, day of a Gregorian day."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (OverflowError, ValueError):
        no_date("hijri_out_of_range")
    return found.datetuple()


def day_in(year: int, month: int, day: int, *, hijri: bool) -> dt.date:
    """Build a day of either calendar."""
    return hijri_day(year, month, day) if hijri else common_day(year, month, day)


def last_day(year: int, month: int, *, hijri: bool) -> dt.date:
    """Give the last day of a month of either calendar."""
    if hijri:
        year, month = (year + 1, 1) if month == MONTHS else (year, month + 1)
        return hijri_day(year, month, 1) - dt.timedelta(days=1)
    if not 1 <= year <= dt.MAXYEAR:
        no_date("out_of_range")
    return dt.date(year, month, monthrange(year, month)[1])


def month_span(year: int, month: int, *, hijri: bool) -> tuple[dt.date, dt.date]:
    """Give first and last day of a month."""
    return day_in(year, month, 1, hijri=hijri), last_day(year, month, hijri=hijri)


def this_month(today: dt.date, *, hijri: bool) -> tuple[int, int]:
    """Give year and month of the reference day in either calendar."""
    if hijri:
        year, month, _ = hijri_of(today)
        return year, month
    return today.year, today.month


def _possible(today: dt.date, month: int, day: int, *, hijri: bool, step: int) -> Iterator[dt.date]:
    """Give the days of that name, year by year from the reference's own."""
    year, _ = this_month(today, hijri=hijri)
    found = False
    for shift in range(_YEARS_SEARCHED):
        try:
            yield day_in(year + step * shift, month, day, hijri=hijri)
            found = True
        except NoDateError:
            continue
    if not found:
        no_date("invalid_day")


def nearest(today: dt.date, month: int, day: int, lean: int | None, *, hijri: bool = False) -> dt.date:
    """Give the day that a year-less date means: past unless it says otherwise.

    None: the nearest past, today counts. 0 (الجاري): the month now, or its nearest past.
    -1 (الماضي): before today. +1 (المقبل): after today. ±2: one year beyond.
    """
    step = 1 if lean is not None and lean > 0 else -1
    days = _possible(today, month, day, hijri=hijri, step=step)
    if lean == 0:
        bound = last_day(*this_month(today, hijri=hijri), hijri=hijri)
        return _first(each for each in days if each <= bound)
    if lean is not None and lean > 0:
        later = (each for each in days if each > today)
        return _first(later) if lean == 1 else _second(later)
    earlier = (each for each in days if each <= today and not (lean and each == today))
    return _first(earlier) if lean != -2 else _second(earlier)  # noqa: PLR2004 - قبل الماضي


def _first(days: Iterator[dt.date]) -> dt.date:
    for day in days:
        return day
    no_date("invalid_day")


def _second(days: Iterator[dt.date]) -> dt.date:
    next(days, None)
    return _first(days)


def nearest_month(today: dt.date, month: int, lean: int | None, *, hijri: bool = False) -> int:
    """Give the year of a month without one: the month under way counts as past unless it says الماضي."""
    year, now = this_month(today, hijri=hijri)
    if lean is None or lean == 0:
        return year if month <= now else year - 1
    if lean < 0:
        return (year if month < now else year - 1) + (lean + 1)
    return (year if month > now else year + 1) + (lean - 1)


def hijri_year_in(year: int, month: int) -> int:
    """Give the one Hijri year whose month begins in a Gregorian year (رمضان 2024 is 1445's)."""
    found = []
    guess = round((year - 622) * 33 / 32)
    for candidate in range(guess - 2, guess + 3):
        try:
            if hijri_day(candidate, month, 1).year == year:
                found.append(candidate)
        except NoDateError:
            continue
    if len(found) != 1:
        no_date("hijri_year_ambiguous" if found else "hijri_out_of_range")
    return found[0]


def shifted_month(today: dt.date, turn: int) -> tuple[int, int]:
    """Give year and month a number of months from the reference's."""
    count = today.year * MONTHS + today.month - 1 + turn
    return count // MONTHS, count % MONTHS + 1
