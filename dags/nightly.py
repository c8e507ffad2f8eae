"""The night: one run loads one news day, from its sources to the published file.

A run's partition key is its news day in the newsroom's zone, so a backfill of three days makes
three runs that carry these three days, whatever the zone of who asks for them.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

from airflow.sdk import (
    CronPartitionTimetable,
    Param,
    TriggerRule,
    dag,
    get_current_context,
    task,
    task_group,
)
from airflow.sdk.definitions.callback import SyncCallback
from airflow.sdk.definitions.deadline import DeadlineAlert, DeadlineReference
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

from dags import nightly_docs as docs
from dags.asked import (
    DAY,
    LIMIT,
    NEVER_AT_ONCE,
    SOURCES,
    WAREHOUSE,
    WRITER_POOL,
    asked,
    label,
    night_zone,
    run_day,
    run_settings,
)
from dags.publishing import check_tables, publish_day
from dags.whole import UNREACHABLE, judge
from etl.settings import Settings

_ROW = "{{ row | default(task.op_kwargs.source_id) }}"
_LONGEST_WARNING = 240
"""Airflow keeps 250 characters of a mapped row's label."""

PARAMS = {
    "day": DAY,
    "sources": SOURCES,
    "mode": Param(
        "collect",
        enum=["collect", "reprocess", "recheck"],
        title="Mode",
        description="collect: ask the sites for what is new. reprocess: ask no site, read the archive again. "
        "recheck: ask again for what is archived, too.",
    ),
    "limit": LIMIT,
    "failed_sources_max": Param(
        None,
        type=["null", "number"],
        minimum=0,
        maximum=1,
        title="Failed sources",
        description="Share of the sources that may fail while the run still counts as whole. Empty: as "
        "RASAD_FAILED_SOURCES_MAX says.",
    ),
    "inbox": Param(
        None,
        type=["null", "string"],
        title="Inbox",
        description="Folder of documents to read in place of RASAD_INBOX, as a path on Airflow's machine.",
    ),
}


@task(doc_md=docs.SOURCES_DOC, execution_timeout=timedelta(minutes=2))
def sources() -> list[str]:
    """Name the sources of this run; one mapped row each follows from it."""
    from etl import pipeline

    run_day()  # a wrong day fails here, not once for each source
    try:
        chosen = pipeline.sources(run_settings())
    except KeyError as unknown:
        raise AirflowFailException(*unknown.args) from unknown
    if not chosen:
        msg = "no source is declared, so there is nothing to load"
        raise AirflowFailException(msg)
    return chosen


@task(
    doc_md=docs.COLLECT_DOC,
    retries=3,
    retry_delay=timedelta(minutes=2),
    execution_timeout=timedelta(minutes=30),
    map_index_template=_ROW,
)
def collect(source_id: str) -> dict[str, Any]:
    """Bring one source's documents of the day into the archive."""
    from etl import pipeline, upkeep

    settings, day = run_settings(), run_day()
    mode = upkeep.Mode(asked("mode"))
    try:
        counts = upkeep.collect(settings, source_id, day, mode=mode, most=asked("limit"))
    except pipeline.ContactMissingError as missing:
        raise AirflowFailException(str(missing)) from missing
    except upkeep.OutOfReachError as reason:
        _unreachable(source_id, str(reason))
        raise AirflowSkipException(str(reason)) from reason
    if why := upkeep.reason_out_of_reach(settings, source_id, day):
        _unreachable(source_id, why)
    return counts


def _unreachable(source_id: str, reason: str) -> None:
    """Say where people look that a source's day cannot be had, so that it is no quiet one."""
    context: Any = get_current_context()
    label(f"{source_id}: {UNREACHABLE}")
    context["ti"].xcom_push(key=UNREACHABLE, value=f"{source_id}: {reason.removeprefix(f'{source_id} ')}")


@task(doc_md=docs.REFINE_DOC, execution_timeout=timedelta(minutes=30), map_index_template=_ROW)
def refine(source_id: str) -> dict[str, Any]:
    """Turn one source's archive of the day into articles, mentions and drops."""
    from etl import pipeline

    return pipeline.refine(run_settings(), source_id, run_day())


@task_group(group_id="source")
def source(source_id: str) -> None:
    """Take one source from its documents to staged rows."""
    # By keyword: the label of a mapped row is read from these.
    collect(source_id=source_id) >> refine(source_id=source_id)


@task(
    doc_md=docs.LOAD_DOC,
    pool=WRITER_POOL,
    trigger_rule=TriggerRule.ALL_DONE_MIN_ONE_SUCCESS,
    execution_timeout=timedelta(minutes=30),
)
def load() -> dict[str, Any]:
    """Merge the day's staged rows into the working file."""
    from etl import pipeline

    return pipeline.load(run_settings(), run_day())


@task(doc_md=docs.CHECK_DOC, pool=WRITER_POOL, execution_timeout=timedelta(minutes=10))
def check() -> dict[str, Any]:
    """Run the checks of every table on the working file."""
    return check_tables()


@task(doc_md=docs.PUBLISH_DOC, pool=WRITER_POOL, outlets=[WAREHOUSE], execution_timeout=timedelta(minutes=30))
def publish() -> dict[str, Any]:
    """Swap the new file in for the readers."""
    return publish_day(run_day())


@task(
    doc_md=docs.VERDICT_DOC,
    retries=0,
    trigger_rule=TriggerRule.ALL_DONE,
    execution_timeout=timedelta(minutes=2),
)
def verdict() -> list[str]:
    """Fail the run where too much of it failed; return what went wrong in one that counts as whole."""
    from dags.notice import tell

    context: Any = get_current_context()
    run, this = context["dag_run"], context["ti"]
    states = this.get_task_states(dag_id=run.dag_id, run_ids=[run.run_id])[run.run_id]
    names: list[str] = this.xcom_pull(task_ids="sources") or []
    pulled = names and this.xcom_pull(
        task_ids="source.collect", key=UNREACHABLE, map_indexes=list(range(len(names)))
    )
    most = asked("failed_sources_max")
    found = judge(
        names,
        states,
        [reason for reason in pulled or () if reason],
        most=Settings().failed_sources_max if most is None else most,
    )
    if found.why_not:
        # A backfill of a year is not to send a year of mails: who asked for it looks at it.
        if run.run_type != "backfill":
            tell(
                f"Rasad: {run.partition_key or run.run_id} failed", (found.why_not, *found.warnings), context
            )
        raise AirflowFailException(found.why_not)
    return [each[:_LONGEST_WARNING] for each in found.warnings]


@task(
    doc_md=docs.WARNING_DOC,
    execution_timeout=timedelta(minutes=2),
    map_index_template="{{ task.op_kwargs.text }}",
)
def warning(text: str) -> str:
    """Stand for one thing that went wrong, by its label, in a run that counts as whole."""
    return text


def _deadline(hours: float) -> DeadlineAlert | None:
    """Give the alert of a late night. None in `airflow dags test`: Airflow 3.3.2 ends it with a StatementError.

    `DAG.test()` looks a deadline up by an id that only a stored DAG has; so set RASAD_LATE_HOURS=0 for it.
    """
    if not hours or sys.argv[1:3] == ["dags", "test"]:
        return None
    return DeadlineAlert(
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        interval=timedelta(hours=hours),
        callback=SyncCallback("dags.notice.night_is_late"),
        name="the night is late",
    )


@dag(
    description="One news day, from its sources to the published warehouse",
    schedule=CronPartitionTimetable(
        "0 0 * * *",
        timezone=night_zone(Settings().zone),
        run_offset=-1,
        key_format="%Y-%m-%d",
        run_immediately=NEVER_AT_ONCE,
    ),
    catchup=False,
    # DuckDB has one writer, and a day that is half loaded must not be published by another day's run.
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=6),
    deadline=_deadline(Settings().late_hours),
    default_args={
        "owner": "newsroom",
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=30),
    },
    params=PARAMS,
    tags={"rasad", "nightly", "warehouse"},
    doc_md=docs.DAG_DOC,
)
def nightly() -> None:
    """Wire the night: the sources side by side, then one writer."""
    names = sources()
    rows = source.expand(source_id=names)
    published = publish()
    end = verdict()
    names >> rows >> load() >> check() >> published >> end
    [names, rows] >> end
    warning.expand(text=end)


nightly()
