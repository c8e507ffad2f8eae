"""Text of the Arabic press, a reference instant and a zone to dates. Pure, linear, raises on no text.

Reads what the newspapers of every Arab country print: month names of the Levant, Egypt, the Gulf,
the Maghreb and Mauritania, doubled and in two calendars; weekdays in any place; clocks of 12 and 24
hours; relative words; ranges. Where the evidence is missing it answers precision `none` and a
reason, never the first of January.

Rules a reader of the output should know:
- A date without a year is the nearest past one, the reference's own day included; الجاري is the
  current month, المقبل the nearest to come. A weekday beside it may show that the coming one is meant.
- A range, a week (Monday to Sunday), a month, a year have `start` and `end` and no `date`.
- `date` and `time` are as written; `instant` knows the zone: stated, or else the one given.
- A weekday that contradicts its date does not change it: the reason ends in `;weekday_mismatch`.
- Figures are day/month/year; 06/17/2024 can only be month first, and says so in its reason.

>>> from datetime import datetime, timedelta, timezone
>>> riyadh = timezone(timedelta(hours=3))
>>> noon = datetime(2024, 6, 18, 12, tzinfo=riyadh)
>>> def read(line):
...     found = read_date(line, reference=noon, zone=riyadh)
...     return str(found.date), str(found.time), str(found.precision)
>>> read("GMT 08:57 2024 الإثنين ,17 حزيران / يونيو")
('2024-06-17', '08:57:00', 'instant')
>>> read("الإثنين، 24 أغسطس 2020 09:23 م")
('2020-08-24', '21:23:00', 'instant')
>>> read("منذ 3 ساعات")
('2024-06-18', '09:00:00', 'instant')
>>> read("الرباط في فاتح شتنبر 2023")
('2023-09-01', 'None', 'day')
>>> read("٢٥ تشرين الأول ٢٠٢٣")
('2023-10-25', 'None', 'day')
>>> read("الثلاثاء 11 ذو الحجة 1445هـ الموافق 18 يونيو 2024م")
('2024-06-18', 'None', 'day')
>>> visit = read_date("ما بين 12 و21 من شهر نونبر الجاري", reference=noon.replace(month=11), zone=riyadh)
>>> str(visit.start), str(visit.end), visit.date
('2024-11-12', '2024-11-21', None)
>>> read_date("17 حزيران / يوليو 2024", reference=noon, zone=riyadh).reason
'month_conflict'
>>> read_date("رئيسة الوزراء تيريزا ماي", reference=noon, zone=riyadh).reason
'no_evidence_of_month'
"""

from datetime import datetime, tzinfo
from functools import lru_cache

from etl.text.dates.clue import Clue
from etl.text.dates.found import Reference
from etl.text.dates.merge import merge
from etl.text.dates.reading import DateReading, Precision
from etl.text.dates.resolve import resolve
from etl.text.dates.scan import scan
from etl.text.dates.tokens import NUMBER, tokenize

__all__ = ["DateReading", "Precision", "find_dates", "read_date"]

STATED_FAULTS = frozenset(
    {
        "before_christ",
        "calendar_conflict",
        "hijri_out_of_range",
        "hijri_year_ambiguous",
        "invalid_day",
        "invalid_month",
        "month_conflict",
        "out_of_range",
        "range_reversed",
        "year_of_other_text",
    }
)
"""Reasons of what is a date by its form but names no day: `find_dates` reports these too."""

# A line of a page; a by-line or a stamp is shorter.
_SHORT_CHARS = 80
_RANK = {Precision.INSTANT: 4, Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1, Precision.NONE: 0}


def _all(text: str, reference: datetime, zone: tzinfo) -> list[DateReading]:
    if reference.utcoffset() is None:
        msg = f"reference {reference.isoformat()} has no time zone; pass an aware datetime, such as datetime.now(UTC)"
        raise ValueError(msg)
    local = Reference(now=reference.astimezone(zone), zone=zone)
    readings: list[DateReading] = []
    for clue, span in _short_clues(text) if len(text) <= _SHORT_CHARS else _clues(text):
        readings.extend(resolve(text, clue, span, local))
    return readings


def _clues(text: str) -> tuple[tuple[Clue, tuple[int, int]], ...]:
    """Give the clues of a text, and the span of each: all of a reading that does not hang on the reference."""
    tokens = tokenize(text)
    return tuple(
        (clue, (tokens[clue.first].start, tokens[max(clue.first, clue.last - 1)].end))
        for clue in merge(tokens, scan(tokens))
    )


# A masthead shows one day on all of a day's pages, and "two hours ago" stands beside a story in every list.
@lru_cache(maxsize=4096)
def _short_clues(text: str) -> tuple[tuple[Clue, tuple[int, int]], ...]:
    return _clues(text)


def find_dates(text: str, *, reference: datetime, zone: tzinfo) -> tuple[DateReading, ...]:
    """Find every date of a text in its order, so that a story's events can be put on a time line.

    A date that is one by its form but names no day (31 فبراير, حزيران/يوليو) is there with precision
    `none` and its reason; words that merely look like dates are not. Raises ValueError where the
    reference is not aware: relative words would silently count from the machine's own zone.
    """
    return tuple(
        reading
        for reading in _all(text, reference, zone)
        if reading.precision is not Precision.NONE or reading.reason in STATED_FAULTS
    )


def read_date(text: str, *, reference: datetime, zone: tzinfo) -> DateReading:
    """Read the one date of a by-line, a time stamp or a sentence: the most precise, the first of equals.

    Answers precision `none` with the reason where there is no date to read. Raises ValueError where
    the reference is not aware.
    """
    readings = _all(text, reference, zone)
    dated = [reading for reading in readings if reading.precision is not Precision.NONE]
    if dated:
        return max(dated, key=lambda reading: (_RANK[reading.precision], reading.start is None))
    stated = [reading for reading in readings if reading.reason in STATED_FAULTS]
    if stated or readings:
        return (stated or readings)[0]
    if not text.strip():
        return DateReading(text=text, reason="empty")
    bare = any(token.kind == NUMBER for token in tokenize(text))
    return DateReading(text=text, reason="bare_number" if bare else "no_date")
