"""The night: one run loads one news day, from its sources to the published file.

A run's partition key is its news day in the newsroom's zone, so a backfill of three days makes
three runs that carry these three days, whatever the zone of who asks for them.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
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
from airflow.sdk.exceptions import AirflowFailException

from etl.settings import Settings

DAG_DOC = """
### One run = one news day

`sources → source (collect → refine, one row per source) → load → check → publish → verdict`

The run's **partition key** is the news day. Every task can run again at any time: the archive keeps what
was collected, rows are merged by key, and readers keep the last published file until the next one is whole.

| Task | What it does | When it fails |
|---|---|---|
| `sources` | names the sources to run | an unknown source or a wrong day was asked for |
| `collect` | brings one source's documents of the day into the archive | the source: its folder, its site |
| `refine` | archive to articles, mentions and drops, as Parquet | a document that our code cannot read |
| `load` | merges the day into the working DuckDB file | disk, or a type that does not fit its column |
| `check` | runs the checks of every table | the data; nothing was published |
| `publish` | swaps the new file in for the readers | disk; readers still have the old file |
| `verdict` | fails the run where any part failed | never by itself: see the task that it names |

One source that fails does not hold up the others: they load and are published, and `verdict` turns the run
red, so that nobody takes half a day for a whole one.

**Triage.** Open the red task that is furthest left; the book at its upper right says what to do. After the repair, clear
that task with its downstream tasks. To load an older day again, start a backfill of that day.
"""

SOURCES_DOC = """
**Sources to run.** Fails when the run asks for a source that does not exist, or for two different days.
Never retried: the same question gets the same answer.

1. Read the message: it lists the sources that exist, or the two days.
2. Trigger again with the right ids, or with none for all; with a partition key or a day, not both.
"""

COLLECT_DOC = """
**Documents of one source into the archive.** Retried with growing pauses, since most failures are the
other side's.

1. Read the last line of the log: it names the folder or address.
2. For the inbox: is the folder there, mounted and readable by Airflow's user?
3. For a site: open the address by hand. When it is down, wait; the next night collects what is missing.
4. Clear this task with its downstream tasks. What was archived before is not collected twice.
"""

REFINE_DOC = """
**Archive to articles, mentions and drops.** A document that is no article is a counted drop, never a
failure. A failure is therefore a fault in our code.

1. The log names the document. Try it by hand: `rasad extract FILE --explain`.
2. Repair, add the document as a test case, then clear this task with its downstream tasks.
"""

LOAD_DOC = """
**The day into the working file.** Alone in the pool `warehouse` of one slot: DuckDB has one writer.

1. *Could not set lock*: another process has the working file open. Find it with `fuser`, end it, clear.
2. *No space left*: free some; the working file and the published one each need their size again.
3. Anything else names the table and the column: compare the day's Parquet with `sql/marts`.
4. Waiting for long in state *scheduled*? Look at the pool `warehouse`: it must exist and have one slot.
"""

CHECK_DOC = """
**The checks of every table.** Not retried: the same data fails the same check. Nothing was published,
readers still see the last good file.

1. The message names the check and the rows that broke it.
2. Find the source of these rows, repair it, then clear its `refine` with the downstream tasks.
"""

PUBLISH_DOC = """
**The new file for the readers.** Writes a whole copy beside the old one and swaps it in.

1. *No space left*: free the size of the warehouse, then clear this task.
2. *Permission denied*: Airflow's user must be able to write in the warehouse folder.
"""

VERDICT_DOC = """
**The state of the night.** Fails when any part of the run failed, after the rest was published. It has
nothing to repair itself: its message names the tasks that failed. Clear those with their downstream tasks.
"""

PARAMS = {
    "day": Param(
        None,
        type=["null", "string"],
        format="date",
        title="News day",
        description="For a run that is started by hand without a partition key. Empty: yesterday.",
    ),
    "sources": Param(
        None,
        type=["null", "array"],
        items={"type": "string", "minLength": 1},
        title="Sources",
        description="Ids of the sources to run. Empty: all.",
    ),
    "inbox": Param(
        None,
        type=["null", "string"],
        title="Inbox",
        description="Folder of documents to read in place of RASAD_INBOX, as a path on Airflow's machine.",
    ),
}


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


def _today() -> date:
    context: Any = get_current_context()
    run = context["dag_run"]
    return news_day(run.partition_key, context["params"]["day"], run.run_after)


def _settings() -> Settings:
    params = get_current_context()["params"]
    return Settings(**{name: params[name] for name in ("inbox", "sources") if params[name]})


@task(doc_md=SOURCES_DOC, execution_timeout=timedelta(minutes=2))
def sources() -> list[str]:
    """Name the sources of this run; one mapped row each follows from it."""
    from etl import pipeline

    _today()  # a wrong day fails here, not once for each source
    try:
        chosen = pipeline.sources(_settings())
    except KeyError as unknown:
        raise AirflowFailException(*unknown.args) from unknown
    if not chosen:
        msg = "no source is declared, so there is nothing to load"
        raise AirflowFailException(msg)
    return chosen


@task(
    doc_md=COLLECT_DOC,
    retries=3,
    retry_delay=timedelta(minutes=2),
    execution_timeout=timedelta(minutes=30),
    map_index_template="{{ task.op_kwargs.source_id }}",
)
def collect(source_id: str) -> dict[str, Any]:
    """Bring one source's documents of the day into the archive."""
    from etl import pipeline

    try:
        return pipeline.collect(_settings(), source_id, _today())
    except pipeline.ContactMissingError as missing:
        raise AirflowFailException(str(missing)) from missing


@task(
    doc_md=REFINE_DOC,
    execution_timeout=timedelta(minutes=30),
    map_index_template="{{ task.op_kwargs.source_id }}",
)
def refine(source_id: str) -> dict[str, Any]:
    """Turn one source's archive of the day into articles, mentions and drops."""
    from etl import pipeline

    return pipeline.refine(_settings(), source_id, _today())


@task_group(group_id="source")
def source(source_id: str) -> None:
    """Take one source from its documents to staged rows."""
    # By keyword: the label of a mapped row is read from these.
    collect(source_id=source_id) >> refine(source_id=source_id)


@task(
    doc_md=LOAD_DOC,
    pool="warehouse",
    trigger_rule=TriggerRule.ALL_DONE_MIN_ONE_SUCCESS,
    execution_timeout=timedelta(minutes=30),
)
def load() -> dict[str, Any]:
    """Merge the day's staged rows into the working file."""
    from etl import pipeline

    return pipeline.load(_settings(), _today())


@task(doc_md=CHECK_DOC, pool="warehouse", execution_timeout=timedelta(minutes=10))
def check() -> dict[str, Any]:
    """Run the checks of every table on the working file."""
    from etl import pipeline

    try:
        return pipeline.check(_settings())
    except pipeline.CheckFailedError as failure:
        raise AirflowFailException(str(failure)) from failure


@task(doc_md=PUBLISH_DOC, pool="warehouse", execution_timeout=timedelta(minutes=10))
def publish() -> dict[str, Any]:
    """Swap the new file in for the readers."""
    from etl import pipeline

    return pipeline.publish(_settings())


@task(
    doc_md=VERDICT_DOC,
    retries=0,
    trigger_rule=TriggerRule.ALL_DONE,
    execution_timeout=timedelta(minutes=2),
)
def verdict() -> None:
    """Fail the run where any part of it failed, so that half a day is never green."""
    context: Any = get_current_context()
    run, this = context["dag_run"], context["ti"]
    states = this.get_task_states(dag_id=run.dag_id, run_ids=[run.run_id])[run.run_id]
    broken = {name: state for name, state in states.items() if state in {"failed", "upstream_failed"}}
    if broken:
        names = this.xcom_pull(task_ids="sources") or []
        first = sorted(_readable(name, names) for name, state in broken.items() if state == "failed")
        msg = f"not whole: {', '.join(first)} failed; {len(broken) - len(first)} tasks that need them did not run"
        raise AirflowFailException(msg)


def _readable(name: str, sources_run: list[str]) -> str:
    """Name a mapped task by its source: `source.collect_3` says nothing to who is on call."""
    task_id, _, index = name.rpartition("_")
    if task_id.startswith("source.") and index.isdecimal() and int(index) < len(sources_run):
        return f"{task_id} of {sources_run[int(index)]}"
    return name


@dag(
    description="One news day, from its sources to the published warehouse",
    schedule=CronPartitionTimetable(
        "0 2 * * *", timezone=Settings().timezone, run_offset=-1, key_format="%Y-%m-%d"
    ),
    catchup=False,
    # DuckDB has one writer, and a day that is half loaded must not be published by another day's run.
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=6),
    default_args={
        "owner": "newsroom",
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=30),
    },
    params=PARAMS,
    tags={"rasad", "nightly", "warehouse"},
    doc_md=DAG_DOC,
)
def nightly() -> None:
    """Wire the night: the sources side by side, then one writer."""
    names = sources()
    rows = source.expand(source_id=names)
    published = publish()
    end = verdict()
    names >> rows >> load() >> check() >> published >> end
    [names, rows] >> end


nightly()
