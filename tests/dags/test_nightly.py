"""The nightly DAG on a running Airflow: what it declares, and what its runs leave in the warehouse."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dags.run.rest import RestError
from tests.dags.conftest import DAY, INBOX, Up

TASKS = {"sources", "source.collect", "source.refine", "load", "check", "publish", "verdict"}
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


def test_a_day_is_loaded_once_however_often_it_runs(up: Up, demo: str) -> None:
    assert "verdict" in demo
    once = up.query(COUNTS)
    assert once[0][0] >= 10
    assert up.query(
        f"SELECT count(*) FROM fact_outcome WHERE news_date = DATE '{DAY}' AND in_count <> out_count + drop_count"
    ) == [(0,)]
    # The demo gave the day as a key; here it comes by the form's parameter, for a run that has no key.
    state, steps = up.run(day=DAY)
    assert state == "success", steps
    assert set(steps) == TASKS
    assert steps["source.collect"].label == "inbox"
    assert up.query(COUNTS) == once


def test_a_run_by_hand_without_a_day_loads_yesterday(up: Up) -> None:
    before = datetime.now(ZoneInfo("Asia/Riyadh")).date() - timedelta(days=1)
    state, steps = up.run()
    after = datetime.now(ZoneInfo("Asia/Riyadh")).date() - timedelta(days=1)
    assert state == "success", steps
    days = {day for (day,) in up.query("SELECT DISTINCT news_date FROM fact_outcome")}
    assert days & {before, after}


def test_two_different_days_for_one_run_are_refused(up: Up) -> None:
    state, steps = up.run(key=DAY, day="2026-03-15")
    assert state == "failed"
    assert {name: step.state for name, step in steps.items()} == {
        **dict.fromkeys(TASKS, "upstream_failed"),
        "sources": "failed",
        "verdict": "failed",
    }
    assert "the partition key says 2026-03-14, the parameter day says 2026-03-15" in up.log("sources")
    assert "not whole: " in up.log("verdict")


def test_a_missing_inbox_is_tried_again_and_is_no_empty_day(up: Up) -> None:
    state, steps = up.run(key=DAY, inbox=str(INBOX / "missing"))
    assert state == "would be tried again"
    assert steps["source.collect"].state == "up_for_retry"
    assert str(INBOX / "missing") in up.log("source.collect")


@pytest.mark.parametrize("wrong", [{"day": "14 March"}, {"sources": "inbox"}, {"inbox": 5}])
def test_a_wrong_parameter_is_refused_with_its_schema(up: Up, wrong: dict[str, object]) -> None:
    with pytest.raises(RestError, match=r": 4(00|22) "):
        up.run(**wrong)


def test_a_key_that_is_no_day_is_refused(up: Up) -> None:
    with pytest.raises(RestError, match="2026-3-x"):
        up.run(key="2026-3-x")
