"""The weekly DAG on a running Airflow: what it declares, and what a damaged archive leads to."""

import os
from datetime import UTC, datetime

from tests.running import Up

TASKS = {"sources", "look_again", "verify", "judge", "load", "check", "publish", "tell", "keep"}


def test_every_task_says_what_to_do_when_it_fails(up: Up) -> None:
    dag = up.get("dags/upkeep/details")
    assert (dag["owners"], dag["catchup"], dag["max_active_runs"]) == (["newsroom"], False, 1)
    after = datetime.fromisoformat(dag["next_dagrun_run_after"])
    assert (after.weekday(), after > datetime.now(UTC)) == (5, True)
    tasks = {task["task_id"]: task for task in up.get("dags/upkeep/tasks")["tasks"]}
    assert set(tasks) == TASKS
    for name, task in tasks.items():
        assert task["doc_md"], name
        assert task["execution_timeout"], name
        assert task["retries"], name
    assert {name for name, task in tasks.items() if task["pool"] == "warehouse"} == {
        "load",
        "check",
        "publish",
    }


def test_damage_in_the_archive_goes_to_the_table_and_to_people(up: Up, demo: str) -> None:
    assert "publish" in demo
    # Under the demo's day, or under last night's: Airflow makes up for that one after a backfill.
    path = max((up.home / "archive" / "inbox").glob("*/*.warc.gz"))
    content = bytearray(path.read_bytes())
    content[-40] ^= 0xFF
    path.write_bytes(content)
    os.utime(path, (path.stat().st_mtime - 7200,) * 2)
    # This week's part of the old files may not hold it, so it is put where every week looks.
    today = datetime.now(UTC).date().isoformat()
    moved = up.home / "archive" / "inbox" / today / path.name
    moved.parent.mkdir(exist_ok=True)
    path.rename(moved)

    state, steps = up.run("upkeep", sources=["yasmin"])

    assert state == "success", {name: row[0]["state"] for name, row in steps.items()}
    assert steps["look_again"][0]["rendered_map_index"] == "yasmin"
    assert steps["keep"][0]["state"] == "skipped", "nothing is deleted without the setting"
    damaged = up.query(
        "SELECT news_date::VARCHAR, finding, about, detail FROM fact_health WHERE finding = 'archive_damaged'"
    )
    [(day, _, about, detail)] = damaged
    assert (day, about) == (today, path.name)
    told = [post for post in up.sinks.posts if "archive_damaged" in post]
    assert len(told) == 1
    assert detail in told[0]
    assert [to for to, subject, _ in up.sinks.mails if "new findings" in subject] == ["desk@example.org"]
