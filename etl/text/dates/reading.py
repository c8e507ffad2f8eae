"""What a date reader answers: a date, its precision, where it stood, and why. Pure types."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How much of the date the text states."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """One date as the text states it.

    `date` and `time` are the wall clock as written; `date` is set only where the text names one
    single day. A range, a week, a month, a year have `date` None and their first and last day in
    `start` and `end`: so no consumer can mistake نونبر 2023 for 1 November. `instant` is aware, and
    set where a day and a clock time are known: a stated GMT, offset or بتوقيت wins over the zone given.
    `span` is start and end offset into `text`; (0, 0) where nothing was found. `reason` is the
    stable id of the rule that read it, with notes after a semicolon (`day_month;weekday_mismatch`),
    or why there is no date (`month_conflict`, `invalid_day`, `no_evidence_of_month` …).
    """

    text: str
    date: dt.date | None = None
    time: dt.time | None = None
    instant: dt.datetime | None = None
    precision: Precision = Precision.NONE
    start: dt.date | None = None
    end: dt.date | None = None
    span: tuple[int, int] = (0, 0)
    reason: str = ""

    def as_record(self) -> dict[str, object]:
        """Give the JSON object that `rasad dates` prints: ISO strings, HH:MM where seconds are zero."""
        time = self.time
        short = time is not None and not time.second
        return {
            "text": self.text,
            "date": self.date.isoformat() if self.date else None,
            "time": time.isoformat("minutes" if short else "seconds") if time else None,
            "precision": str(self.precision),
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "span": list(self.span),
            "reason": self.reason,
        }
