"""Airflow's REST API, as far as the demo needs it: start a run, follow it, read what it says."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import requests

from dags.run.environment import DAG_ID, DEMO_PREFIX

_TIMEOUT_SECONDS = 30


class RestError(Exception):
    """Airflow refused a call; the message holds its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One task instance as it stands."""

    task: str
    label: str
    map_index: int
    state: str
    attempt: int
    seconds: float | None


class Airflow:
    """A signed-in client of one Airflow."""

    def __init__(self, url: str) -> None:
        """Prepare a session that goes round the machine's proxy: Airflow is on the same machine."""
        self._url = url
        self._session = requests.Session()
        self._session.trust_env = False

    def answers(self) -> bool:
        """Whether the API server serves people and tasks.

        The part for tasks is built on its first call, which takes longer than a task waits for an answer.
        """
        with contextlib.suppress(requests.RequestException):
            pages = ("api/v2/version", "execution/health")
            return all(self._session.get(f"{self._url}/{page}", timeout=60).ok for page in pages)
        return False

    def health(self) -> dict[str, str | None]:
        """Give the state of each component by its name; None for one that was never started."""
        parts = self._call("GET", "monitor/health")
        return {name: part.get("status") for name, part in parts.items()}

    def sign_in(self, user: str, password: str) -> None:
        """Get a token for all later calls.

        Raises:
            RestError: the user or the password is not known there.
        """
        answer = self._session.post(
            f"{self._url}/auth/token", json={"username": user, "password": password}, timeout=_TIMEOUT_SECONDS
        )
        if not answer.ok:
            msg = f"user {user} cannot sign in: {answer.status_code} {answer.text[:500]}"
            raise RestError(msg)
        self._session.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"

    def trigger(self, day: date, conf: dict[str, Any]) -> str:
        """Start the nightly run of one news day; give its run id."""
        run_id = f"{DEMO_PREFIX}{day}__{datetime.now(UTC):%Y%m%dT%H%M%S.%f}"
        body = {"dag_run_id": run_id, "logical_date": None, "partition_key": day.isoformat(), "conf": conf}
        self._call("POST", f"dags/{DAG_ID}/dagRuns", json=body)
        return run_id

    def run_state(self, run_id: str) -> str:
        """Give the state of a run."""
        return str(self._call("GET", f"dags/{DAG_ID}/dagRuns/{run_id}")["state"])

    def end_run(self, run_id: str) -> None:
        """Mark a run as failed, so that nothing of it goes on."""
        self._call("PATCH", f"dags/{DAG_ID}/dagRuns/{run_id}", json={"state": "failed"})

    def steps(self, run_id: str) -> Iterator[Step]:
        """Give the task instances of a run that have begun, in the order in which they began."""
        found = self._call("GET", f"dags/{DAG_ID}/dagRuns/{run_id}/taskInstances", params={"limit": 1000})
        begun = [item for item in found["task_instances"] if item["state"]]
        # Airflow forgets the label of a mapped task between two tries; the list that it was mapped over stays.
        labels = (
            self._returned(run_id, "sources", -1) or [] if any(i["map_index"] >= 0 for i in begun) else []
        )
        for item in sorted(begun, key=lambda item: item["start_date"] or "~"):
            of_source = item["task_id"].startswith("source.") and 0 <= item["map_index"] < len(labels)
            yield Step(
                task=item["task_id"],
                label=labels[item["map_index"]] if of_source else item["rendered_map_index"] or "",
                map_index=item["map_index"],
                state=item["state"],
                attempt=item["try_number"],
                seconds=item["duration"],
            )

    def result(self, run_id: str, step: Step) -> object:
        """Give what a task returned, or None."""
        return self._returned(run_id, step.task, step.map_index) if step.state == "success" else None

    def _returned(self, run_id: str, task: str, map_index: int) -> Any:  # noqa: ANN401 - whatever JSON it returned
        path = f"dags/{DAG_ID}/dagRuns/{run_id}/taskInstances/{task}/xcomEntries/return_value"
        try:
            return self._call("GET", path, params={"map_index": map_index})["value"]
        except RestError:
            return None

    def set_paused(self, *, paused: bool) -> bool:
        """Pause or unpause the DAG; give whether it was paused before."""
        before = bool(self._call("GET", f"dags/{DAG_ID}")["is_paused"])
        if before != paused:
            self._call("PATCH", f"dags/{DAG_ID}", json={"is_paused": paused})
        return before

    def _call(self, method: str, path: str, **arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - as requests
        answer = self._session.request(
            method, f"{self._url}/api/v2/{path}", timeout=_TIMEOUT_SECONDS, **arguments
        )
        if not answer.ok:
            msg = f"{method} {path}: {answer.status_code} {answer.text[:500]}"
            raise RestError(msg)
        data: dict[str, Any] = answer.json()
        return data
