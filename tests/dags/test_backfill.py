"""Past days by a backfill: from the form and the REST API, which are one, and from the command line."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest

from dags.run import environment
from dags.run.environment import Place
from dags.run.rest import RestError
from etl.settings import PROJECT, Settings
from tests.running import RUN_SECONDS, Up

FIRST, LAST = "2026-03-11", "2026-03-12"
DAYS = [FIRST, LAST]
CONF: dict[str, object] = {"sources": ["yasmin", "barq"]}
WRITERS = {"load", "check", "publish"}
LOADED = f"""
    SELECT news_date::VARCHAR, source_id, stage, in_count, out_count, drop_count
    FROM fact_outcome JOIN dim_source USING (source_key)
    WHERE news_date BETWEEN DATE '{FIRST}' AND DATE '{LAST}' ORDER BY ALL
"""


def backfill(up: Up, first: str, last: str, **more: object) -> dict[str, Any]:
    body = {
        "dag_id": "nightly", "from_date": f"{first}T00:00:00Z", "to_date": f"{last}T00:00:00Z", "dag_run_conf": CONF,
        **more,
    }  # fmt: skip
    return up.call("POST", "backfills", json=body)


def done(up: Up, asked: dict[str, Any]) -> None:
    """Close a backfill whose runs have ended: the scheduler looks at that twice a minute only."""
    with suppress(RestError):  # it has just looked
        up.call("PUT", f"backfills/{asked['id']}/cancel")
    assert up.get(f"backfills/{asked['id']}")["completed_at"]


def runs(up: Up, dag: str = "nightly", kind: str = "backfill") -> list[dict[str, Any]]:
    found = up.get(f"dags/{dag}/dagRuns?limit=100&run_type={kind}")["dag_runs"]
    return sorted(found, key=lambda run: run["run_after"])


@pytest.fixture(scope="module")
def filled(up: Up) -> list[dict[str, Any]]:
    up.call("PATCH", "dags/examples_follow", json={"is_paused": False})
    asked = backfill(up, FIRST, LAST, run_backwards=True, max_active_runs=2, reprocess_behavior="none")
    deadline = time.monotonic() + RUN_SECONDS
    found = runs(up)
    while any(run["state"] not in {"success", "failed"} for run in found):
        assert time.monotonic() < deadline, found
        time.sleep(0.3)
        found = runs(up)
    done(up, asked)
    return found


def test_each_run_of_a_backfill_carries_one_day_and_the_parameters(filled: list[dict[str, Any]]) -> None:
    assert sorted(run["partition_key"] for run in filled) == DAYS
    assert {run["state"] for run in filled} == {"success"}
    assert all(run["conf"] == CONF for run in filled)
    first = min(filled, key=lambda run: run["start_date"])
    assert first["partition_key"] == LAST, "backwards: the newest days come first"


def test_days_run_side_by_side_and_the_writer_stays_single(up: Up, filled: list[dict[str, Any]]) -> None:
    spans = sorted((run["start_date"], run["end_date"]) for run in filled)
    assert spans[1][0] < spans[0][1], "two days at once were asked for"
    rows = [
        row
        for run in filled
        for row in up.get(f"dags/nightly/dagRuns/{run['dag_run_id']}/taskInstances?limit=100")[
            "task_instances"
        ]
        if row["task_id"] in WRITERS
    ]
    assert len(rows) == 6
    written = sorted((row["start_date"], row["end_date"]) for row in rows)
    for one, other in pairwise(written):
        assert one[1] <= other[0]


def test_a_day_that_a_source_cannot_reach_is_a_drop_with_its_reason(
    up: Up, filled: list[dict[str, Any]]
) -> None:
    assert filled
    loaded = up.query(LOADED)
    assert {row[0] for row in loaded} == set(DAYS)
    assert sum(row[4] for row in loaded if row[1:3] == ("yasmin", "refine")) > 0
    dropped = up.query("""
        SELECT news_date::VARCHAR, reason, detail FROM fact_drop JOIN dim_source USING (source_key)
        WHERE source_id = 'barq' AND stage = 'collect' ORDER BY ALL
    """)
    assert [(day, reason) for day, reason, _ in dropped] == [(day, "unreachable") for day in DAYS]
    assert "a feed holds the newest items only" in dropped[0][2]
    steps = up.get(f"dags/nightly/dagRuns/{filled[0]['dag_run_id']}/taskInstances?limit=100")[
        "task_instances"
    ]
    labels = {row["rendered_map_index"] for row in steps if row["task_id"] in {"source.collect", "warning"}}
    assert {"yasmin", "barq: unreachable"} < labels
    assert any(each.startswith("unreachable: barq: on ") for each in labels)


def test_a_dag_of_a_team_follows_day_by_day(up: Up, filled: list[dict[str, Any]]) -> None:
    assert filled
    deadline = time.monotonic() + RUN_SECONDS
    followed: list[dict[str, Any]] = []
    while {run["partition_key"] for run in followed if run["state"] == "success"} < set(DAYS):
        assert time.monotonic() < deadline, followed
        time.sleep(0.3)
        followed = up.get("dags/examples_follow/dagRuns?limit=100")["dag_runs"]
    up.call("PATCH", "dags/examples_follow", json={"is_paused": True})


def test_missing_days_alone_are_run_and_a_day_in_the_future_is_refused(
    up: Up, filled: list[dict[str, Any]]
) -> None:
    done(up, backfill(up, FIRST, LAST, reprocess_behavior="none"))
    assert [run["dag_run_id"] for run in runs(up)] == [run["dag_run_id"] for run in filled]
    with pytest.raises(RestError, match=r": 4\d\d "):
        backfill(up, "2035-01-01", "2035-01-02")


def test_a_bad_parameter_is_refused_before_anything_runs(up: Up) -> None:
    with pytest.raises(RestError, match=r": 4(00|22) .*mode"):
        backfill(up, "2026-02-01", "2026-02-02", dag_run_conf={"mode": "guess"})


def test_the_same_day_again_from_the_command_line_changes_nothing(
    up: Up, filled: list[dict[str, Any]]
) -> None:
    assert filled
    once = up.query(LOADED)
    folder = up.home / "airflow"
    place = Place(folder=folder, host="127.0.0.1", port=int(up.url.rpartition(":")[2]))
    variables = environment.variables(Settings(home=up.home), place, user="admin", nights=True)
    command = [
        sys.executable,
        "-m",
        "airflow",
        "backfill",
        "create",
        "--dag-id",
        "nightly",
        "--reprocess-behavior",
        "completed",
    ]
    done = subprocess.run(
        [*command, "--from-date", LAST, "--to-date", LAST, "--dag-run-conf", '{"sources": ["yasmin"], "mode": "reprocess"}'],
        cwd=PROJECT, env={**os.environ, **variables}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    again = next(run for run in runs(up) if run["partition_key"] == LAST)
    state, _ = up.end(again["dag_run_id"])
    assert state == "success"
    assert up.query(LOADED) == once


def test_a_day_that_no_source_reaches_is_no_empty_success(up: Up) -> None:
    state, steps = up.run(key="2026-02-01", sources=["barq"], mode="reprocess")
    assert state == "failed"
    assert steps["source.collect"][0]["state"] == "skipped"
    assert steps["source.collect"][0]["rendered_map_index"] == "barq: unreachable"
    assert steps["verdict"][0]["state"] == "failed"
    assert "unreachable: no source reaches this day; barq: nothing is archived of 2026-02-01" in up.log(
        "verdict"
    )
