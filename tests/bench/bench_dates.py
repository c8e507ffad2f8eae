"""The golden table of Arabic press dates through Rasad, dateparser and htmldate, side by side.

Run: python -m tests.bench.bench_dates

What is compared is what all three can say: the day. A row that names one day is right where that
day is answered; a row that names none (a range, a month, a name, a score) is right where no day is
answered. Clock times and ranges are scored for Rasad and, where it can say them, dateparser.
"""

import csv
import logging
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import dateparser
import htmldate

from etl.text.dates import read_date

GOLDEN = Path(__file__).parents[1] / "golden" / "dates.tsv"
Row = dict[str, str]
Answer = tuple[date | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one reader over the table."""

    days_right: int
    days_wrong: int
    times_right: int
    invented: int
    seconds: float


def by_rasad(row: Row) -> Answer:
    reading = read_date(
        row["text"], reference=datetime.fromisoformat(row["reference"]), zone=ZoneInfo(row["zone"])
    )
    return reading.date, str(reading.as_record()["time"] or "")


def by_dateparser(row: Row) -> Answer:
    base = datetime.fromisoformat(row["reference"]).replace(tzinfo=None)
    found = dateparser.parse(
        row["text"],
        languages=["ar"],
        settings={
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "past",
            "DATE_ORDER": "DMY",
            "TIMEZONE": row["zone"],
        },
    )
    if found is None:
        return None, ""
    return found.date(), found.strftime("%H:%M:%S" if found.second else "%H:%M")


def by_htmldate(row: Row) -> Answer:
    page = f'<html lang="ar"><body><div class="post-date"><time>{row["text"]}</time></div><p>نص</p></body></html>'
    limit = datetime.fromisoformat(row["reference"]).replace(tzinfo=None)
    found = htmldate.find_date(page, extensive_search=True, max_date=limit, min_date=datetime(1900, 1, 1))  # noqa: DTZ001 - its interface is naive
    return (date.fromisoformat(found) if found else None), ""


def score(rows: list[Row], reader: Callable[[Row], Answer]) -> Score:
    for row in rows[:5]:
        reader(row)
    began = perf_counter()
    answers = [reader(row) for row in rows]
    seconds = perf_counter() - began
    pairs = list(zip(rows, answers, strict=True))
    days = [(row["date"], found) for row, (found, _) in pairs if row["date"]]
    return Score(
        days_right=sum(found is not None and found.isoformat() == day for day, found in days),
        days_wrong=sum(found is not None and found.isoformat() != day for day, found in days),
        times_right=sum(bool(row["time"]) and row["time"] == time for row, (_, time) in pairs if row["date"]),
        invented=sum(found is not None for row, (found, _) in pairs if not row["date"]),
        seconds=seconds,
    )


def fully_right(rows: list[Row]) -> int:
    """Count rows where every field of Rasad's record is right: ranges, precision, none."""
    fields = ("date", "time", "precision", "start", "end")
    right = 0
    for row in rows:
        reference = datetime.fromisoformat(row["reference"])
        record = read_date(row["text"], reference=reference, zone=ZoneInfo(row["zone"])).as_record()
        right += all((record[field] or "") == row[field] for field in fields)
    return right


def main() -> int:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    days = sum(bool(row["date"]) for row in rows)
    times = sum(bool(row["time"] and row["date"]) for row in rows)
    print(
        f"dates: {len(rows)} lines of {len({row['country'] for row in rows})} countries; {days} name a day, {times} a time of day"
    )
    scores = {name: score(rows, reader) for name, reader in READERS.items()}
    ours = scores["rasad"]
    print(
        f"{'':12}{'day right':>12}{'day wrong':>12}{'time right':>12}{'invented':>12}{'lines/s':>12}{'time ratio':>12}"
    )
    for name, each in scores.items():
        print(
            f"{name:12}{each.days_right / days:>12.1%}{each.days_wrong / days:>12.1%}{each.times_right / times:>12.1%}"
            f"{each.invented / (len(rows) - days):>12.1%}{len(rows) / each.seconds:>12.0f}{each.seconds / ours.seconds:>12.1f}"
        )
    full = fully_right(rows)
    print(f"rasad, every field of the record (ranges, precision, none): {full} of {len(rows)}")
    return 0 if full == len(rows) else 1


READERS = {"rasad": by_rasad, "dateparser": by_dateparser, "htmldate": by_htmldate}

if __name__ == "__main__":
    sys.exit(main())
