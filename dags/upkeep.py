"""The week: second looks, the archive read again, each source's health, and what is too old to keep."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from airflow.sdk import CronTriggerTimetable, TriggerRule, dag, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

from dags import upkeep_docs as docs
from dags.asked import LIMIT, NEVER_AT_ONCE, SOURCES, WAREHOUSE, WRITER_POOL, asked, run_settings
from dags.publishing import check_tables, publish_day
from etl.settings import Settings

_INBOX = "inbox"


def _today() -> date:
    """Give the day of the run, the same for each of its tasks and tries."""
    context: Any = get_current_context()
    after: datetime = context["dag_run"].run_after
    return after.astimezone(Settings().zone).date()


@task(doc_md=docs.SOURCES_DOC, execution_timeout=timedelta(minutes=2))
def sources() -> list[str]:
    """Name the sites to ask again; the inbox is none, and without a contact nobody is asked."""
    from etl import pipeline

    settings = run_settings()
    try:
        chosen = pipeline.sources(settings)
    except KeyError as unknown:
        raise AirflowFailException(*unknown.args) from unknown
    return [each for each in chosen if each != _INBOX and settings.contact]


@task(
    doc_md=docs.LOOK_AGAIN_DOC,
    retries=3,
    retry_delay=timedelta(minutes=5),
    execution_timeout=timedelta(hours=2),
    map_index_template="{{ task.op_kwargs.source_id }}",
)
def look_again(source_id: str) -> dict[str, Any]:
    """Ask one source again for articles whose next look is due, and stage the days that changed."""
    from etl import upkeep

    return upkeep.look_again(run_settings(), source_id, _today(), most=asked("limit"))


@task(doc_md=docs.VERIFY_DOC, execution_timeout=timedelta(hours=3))
def verify() -> list[dict[str, Any]]:
    """Read the archive again; return what is damaged."""
    from etl import upkeep

    return [
        {**asdict(each), "day": each.day.isoformat(), "finding": each.finding.value}
        for each in upkeep.verify_archive(run_settings(), _today()).findings
    ]


@task(doc_md=docs.JUDGE_DOC, trigger_rule=TriggerRule.ALL_DONE, execution_timeout=timedelta(minutes=30))
def judge() -> list[str]:
    """Hold each source against its own history; return what was not known before, a line each."""
    from etl import upkeep

    context: Any = get_current_context()
    damaged = [
        upkeep.Found(
            **{**row, "day": date.fromisoformat(row["day"]), "finding": upkeep.Finding(row["finding"])}
        )
        for row in context["ti"].xcom_pull(task_ids="verify") or ()
    ]
    try:
        health = upkeep.judge(run_settings(), _today(), damaged=damaged)
    except FileNotFoundError as nothing:
        raise AirflowSkipException(str(nothing)) from nothing
    return [each.line for each in health.new]


@task(doc_md=docs.LOAD_DOC, pool=WRITER_POOL, execution_timeout=timedelta(hours=1))
def load() -> dict[str, Any]:
    """Merge revisions and findings into the working file."""
    from etl import upkeep

    return upkeep.load(run_settings(), _today())


@task(doc_md=docs.CHECK_DOC, pool=WRITER_POOL, execution_timeout=timedelta(minutes=10))
def check() -> dict[str, Any]:
    """Run the checks of every table on the working file."""
    return check_tables()


@task(doc_md=docs.PUBLISH_DOC, pool=WRITER_POOL, outlets=[WAREHOUSE], execution_timeout=timedelta(minutes=30))
def publish() -> dict[str, Any]:
    """Swap the new file in for the readers."""
    return publish_day(_today() - timedelta(days=1))


@task(doc_md=docs.TELL_DOC, execution_timeout=timedelta(minutes=5))
def tell(lines: list[str]) -> None:
    """Send what is new to the connections that the operator names."""
    from dags.notice import Notice

    context: Any = get_current_context()
    if not lines:
        msg = "nothing is new"
        raise AirflowSkipException(msg)
    if not Settings().notify:
        msg = "no connection is named in RASAD_NOTIFY; the findings are in fact_health"
        raise AirflowSkipException(msg)
    Notice(f"Rasad: {len(lines)} new findings about sources", lines).notify(context)


@task(doc_md=docs.KEEP_DOC, execution_timeout=timedelta(hours=1))
def keep() -> dict[str, Any]:
    """Delete what is older than the setting says; without the setting, nothing."""
    from etl import upkeep

    settings = run_settings()
    if settings.keep_days is None:
        msg = "RASAD_KEEP_DAYS is not set, so nothing is deleted"
        raise AirflowSkipException(msg)
    return upkeep.keep(settings, _today())


@dag(
    description="Once a week: second looks, health of the sources, verification and retention of the archive",
    # Saturday noon: between the nights, and after a week that ends on Friday.
    schedule=CronTriggerTimetable("0 12 * * 6", timezone=Settings().timezone, run_immediately=NEVER_AT_ONCE),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),
    default_args={
        "owner": "newsroom",
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=30),
    },
    params={"sources": SOURCES, "limit": LIMIT},
    tags={"rasad", "upkeep", "warehouse"},
    doc_md=docs.DAG_DOC,
)
def upkeep() -> None:
    """Wire the week: looks and verification side by side, then one writer; at its end, people are told."""
    looked = look_again.expand(source_id=sources())
    lines = judge()
    published = publish()
    [looked, verify()] >> lines >> load() >> check() >> published
    published >> tell(lines)  # type: ignore[arg-type] # a task's result stands for what it returns
    # A day whose late pages are not loaded yet is not to lose them.
    published >> keep()


upkeep()
