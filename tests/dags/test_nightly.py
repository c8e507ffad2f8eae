"""The nightly DAG on a running Airflow: what it declares, and what its runs leave in the warehouse."""

import sqlite3
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dags.run.rest import RestError
from tests.running import DAY, INBOX, Up

TASKS = {"sources", "source.collect", "source.refine", "load", "check", "publish", "verdict", "warning"}
COUNTS = """
    SELECT
        (SELECT count(*) FROM fact_article),
        (SELECT count(*) FROM bridge_article_country),
        (SELECT count(*) FROM bridge_article_agency),
        (SELECT count(*) FROM bridge_article_official),
        (SELECT count(*) FROM fact_drop),
        (SELECT count(*) FROM fact_outcome)
"""


def test_every_dag_file_can_be_read(up: Up) -> None:
    assert up.get("importErrors")["import_errors"] == []


def test_the_dag_says_whose_it_is_and_when_it_runs(up: Up) -> None:
    dag = up.get("dags/nightly/details")
    assert dag["owners"] == ["newsroom"]
    assert {tag["name"] for tag in dag["tags"]} >= {"rasad", "nightly"}
    assert "Triage" in dag["doc_md"]
    assert (dag["is_paused"], dag["catchup"], dag["max_active_runs"]) == (False, False, 1)
    assert dag["timezone"] is not None
    after = datetime.fromisoformat(dag["next_dagrun_run_after"]).astimezone(ZoneInfo("Asia/Riyadh"))
    assert (after.hour, after.minute) == (2, 0)
    assert after > datetime.now(UTC)
    assert set(dag["params"]) == {"day", "sources", "mode", "limit", "failed_sources_max", "inbox"}
    for name, param in dag["params"].items():
        assert param["description"], name
        assert {"type", "enum"} & set(param["schema"]), name


def test_every_task_says_what_to_do_when_it_fails(up: Up) -> None:
    tasks = {task["task_id"]: task for task in up.get("dags/nightly/tasks")["tasks"]}
    assert set(tasks) == TASKS
    for name, task in tasks.items():
        assert task["owner"] == "newsroom", name
        assert len(task["doc_md"]) > 100, name
        assert task["execution_timeout"], name
        assert task["retry_exponential_backoff"], name
        assert (task["retries"] == 0) == (name == "verdict"), name
    writers = {name for name, task in tasks.items() if task["pool"] == "warehouse"}
    assert writers == {"load", "check", "publish"}
    assert tasks["load"]["trigger_rule"] == "all_done_min_one_success"
    assert tasks["verdict"]["trigger_rule"] == "all_done"


def test_the_writer_is_alone(up: Up) -> None:
    assert up.get("pools/warehouse")["slots"] == 1


def states(steps: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    return {name: rows[0]["state"] for name, rows in steps.items()}


def test_a_day_is_loaded_once_however_often_it_runs(up: Up, demo: str) -> None:
    assert "verdict" in demo
    once = up.query(COUNTS)
    assert once[0][0] >= 10
    assert up.query(
        f"SELECT count(*) FROM fact_outcome WHERE news_date = DATE '{DAY}' AND in_count <> out_count + drop_count"
    ) == [(0,)]
    # The demo gave the day as a key; here it comes by the form's parameter, for a run that has no key. It asks
    # for no documents: the inbox that it names does not exist.
    state, steps = up.run(day=DAY, mode="reprocess", inbox=str(INBOX / "missing"))
    assert state == "success", states(steps)
    assert set(steps) == TASKS
    assert steps["source.collect"][0]["rendered_map_index"] == "inbox"
    assert steps["warning"][0]["state"] == "skipped"
    assert up.query(COUNTS) == once


def test_two_different_days_for_one_run_are_refused_and_people_are_told(up: Up) -> None:
    state, steps = up.run(key=DAY, day="2026-03-15")
    assert state == "failed"
    assert states(steps) == {
        **dict.fromkeys(TASKS, "upstream_failed"),
        "sources": "failed",
        "verdict": "failed",
    }
    assert "the partition key says 2026-03-14, the parameter day says 2026-03-15" in up.log("sources")
    [post] = [each for each in up.sinks.posts if each.startswith(f"Rasad: {DAY} ")]
    assert post.splitlines()[0] == f"Rasad: {DAY} failed"
    assert "not whole: sources failed" in post
    [(to, subject, body)] = [each for each in up.sinks.mails if each[1].startswith(f"Rasad: {DAY} ")]
    assert (to, subject) == ("desk@example.org", f"Rasad: {DAY} failed")
    assert "not whole: sources failed" in body


def test_a_source_that_fails_holds_up_no_other_and_a_threshold_says_what_that_makes_of_the_run(
    up: Up,
) -> None:
    # Without a key, the run is yesterday's. The missing inbox is tried again and is no empty day; who watches
    # does not wait for that and marks it as failed.
    before = datetime.now(ZoneInfo("Asia/Riyadh")).date() - timedelta(days=1)
    run_id = up.start(sources=["inbox", "yasmin"], inbox=str(INBOX / "missing"), failed_sources_max=0.5)
    # A night that is late: the deadline is put into the past, and the scheduler sees to the rest.
    with sqlite3.connect(up.home / "airflow" / "airflow.db", timeout=60) as database:
        of_run = "not missed and dagrun_id = (select id from dag_run where run_id = ?)"
        moved = database.execute(
            f"update deadline set deadline_time = '2026-01-01 00:00:00' where {of_run}", (run_id,)
        ).rowcount
    assert moved == 1
    state, steps = up.end(run_id)
    after = datetime.now(ZoneInfo("Asia/Riyadh")).date() - timedelta(days=1)
    assert state == "success", states(steps)
    assert str(INBOX / "missing") in up.log("source.collect")
    assert [row["state"] for row in steps["source.refine"]] == ["upstream_failed", "success"]
    assert [row["rendered_map_index"] for row in steps["warning"]] == ["inbox failed"]
    days = {
        day
        for (day,) in up.query(
            "SELECT news_date FROM fact_outcome JOIN dim_source USING (source_key) WHERE source_id = 'yasmin'"
        )
    }
    assert days & {before, after}
    deadline = time.monotonic() + 60
    while (
        not (late := [post for post in up.sinks.posts if "is late" in post]) and time.monotonic() < deadline
    ):
        time.sleep(0.2)
    assert run_id in late[0]
    assert "has not ended 4 hours after it was due" in late[0]


@pytest.mark.parametrize(
    "wrong", [{"day": "14 March"}, {"sources": "inbox"}, {"inbox": 5}, {"mode": "guess"}, {"limit": 0}]
)
def test_a_wrong_parameter_is_refused_with_its_schema(up: Up, wrong: dict[str, object]) -> None:
    with pytest.raises(RestError, match=r": 4(00|22) "):
        up.start(**wrong)


def test_a_key_that_is_no_day_is_refused(up: Up) -> None:
    with pytest.raises(RestError, match="2026-3-x"):
        up.start(key="2026-3-x")
