"""The last steps of every DAG that loads: the checks, and the new file for the readers. No DAG itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from airflow.sdk import get_current_context
from airflow.sdk.exceptions import AirflowFailException

from dags.asked import WAREHOUSE, run_settings


def check_tables() -> dict[str, Any]:
    """Run the checks of every table; a check that fails is not tried again."""
    from etl import pipeline

    try:
        return pipeline.check(run_settings())
    except pipeline.CheckFailedError as failure:
        raise AirflowFailException(str(failure)) from failure


def publish_day(day: date) -> dict[str, Any]:
    """Swap the new file in for the readers, and tell who follows the warehouse of a day.

    The day is named though a run may have its key: one by hand has none.
    """
    from etl import pipeline

    context: Any = get_current_context()
    published = pipeline.publish(run_settings())
    context["outlet_events"][WAREHOUSE].add_partitions(day.isoformat())
    return published
