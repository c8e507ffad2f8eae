"""What a run was asked: its news day, its settings, its asset. Shared by the DAGs, and no DAG itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from airflow.sdk import Asset, Param, get_current_context
from airflow.sdk.exceptions import AirflowFailException
from pendulum.tz.timezone import FixedTimezone

from etl.settings import Settings

WAREHOUSE = Asset(name="rasad_warehouse", uri="rasad://warehouse", group="rasad")
"""Every publish is an event of it, with the news day as its partition: what a DAG of your own can follow."""

WRITER_POOL = "warehouse"

NEVER_AT_ONCE = timedelta(milliseconds=1)
"""A new installation begins with its next night, at whatever hour it is first started, and not with a past one.

Airflow keeps the number of seconds as JSON, and reads a whole one back as "within a tenth of the interval".
"""

DAY = Param(
    None,
    type=["null", "string"],
    format="date",
    title="News day",
    description="For a run that is started by hand without a partition key. Empty: yesterday.",
)
SOURCES = Param(
    None,
    type=["null", "array"],
    items={"type": "string", "minLength": 1},
    title="Sources",
    description="Ids of the sources to run. Empty: all.",
)
LIMIT = Param(
    None,
    type=["null", "integer"],
    minimum=1,
    title="Limit",
    description="Most pages that the run asks of each source. Empty: all. The next run goes on where this one ends.",
)


def night_zone(zone: ZoneInfo) -> FixedTimezone:
    """Give the zone in which the night begins at midnight: two hours behind the newsroom's, so at 02:00 there.

    A backfill's bounds are read by their clock in the timetable's zone, and the form gives midnight: ticks at
    02:00 would lose the last day of every range. A fixed offset, the newsroom's in winter, keeps the identity
    of a past day's run the same all year; where summer time is kept, the night begins at 03:00 then.
    """
    winter = datetime(2026, 1, 1, tzinfo=zone).utcoffset() or timedelta(0)
    return FixedTimezone(int((winter - timedelta(hours=2)).total_seconds()))


def news_day(partition_key: str | None, asked: str | None, run_after: datetime) -> date:
    """Give the news day of a run: its partition key, else the day asked for, else the day before it.

    The day before is counted from the run's own time and not from the clock, so that a retry after
    midnight still works on the day that its run began with.

    Raises:
        AirflowFailException: the key and the parameter name two different days.
    """
    if partition_key and asked and partition_key != asked:
        msg = f"the partition key says {partition_key}, the parameter day says {asked}; give one of them"
        raise AirflowFailException(msg)
    if given := partition_key or asked:
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            msg = f"news day {given!r} is no date; write it as 2026-11-21"
            raise AirflowFailException(msg) from error
    return run_after.astimezone(Settings().zone).date() - timedelta(days=1)


def run_day() -> date:
    """Give the news day of the run that is running."""
    context: Any = get_current_context()
    run = context["dag_run"]
    return news_day(run.partition_key, asked("day"), run.run_after)


def asked(name: str) -> Any:  # noqa: ANN401 - whatever the parameter's schema allows
    """Give a parameter of the run that is running; None where its DAG has none of that name."""
    return get_current_context()["params"].get(name)


def run_settings() -> Settings:
    """Give the settings of the run that is running: the environment's, with what its parameters name."""
    return Settings(**{name: value for name in ("inbox", "sources") if (value := asked(name))})


def label(text: str) -> None:
    """Name the mapped row that is running by more than its source."""
    context: Any = get_current_context()
    context["row"] = text
