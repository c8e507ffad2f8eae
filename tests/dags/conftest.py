"""One Airflow for all tests of this folder, started by `make up`'s own command on an empty RASAD_HOME."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dags.run.launch import free_port
from dags.run.rest import Airflow, Step
from etl.settings import PROJECT

INBOX = PROJECT / "tests" / "newsroom" / "inbox"
DAY = "2026-03-14"
START_SECONDS = 400
RUN_SECONDS = 400


@dataclass(frozen=True)
class Up:
    """A running Airflow, as an operator has it."""

    home: Path
    url: str
    output: Path
    process: subprocess.Popen[bytes]
    airflow: Airflow

    def run(self, *, key: str | None = None, **params: object) -> tuple[str, dict[str, Step]]:
        """Start a run by hand and wait for its end; give its state and its tasks by name."""
        body = {"logical_date": None, "partition_key": key, "conf": params}
        run_id = self.airflow._call("POST", "dags/nightly/dagRuns", json=body)["dag_run_id"]  # noqa: SLF001
        deadline = time.monotonic() + RUN_SECONDS
        while time.monotonic() < deadline:
            state = self.airflow.run_state(run_id)
            steps = {step.task: step for step in self.airflow.steps(run_id)}
            if any(step.state == "up_for_retry" for step in steps.values()):
                self.airflow.end_run(run_id)
                return "would be tried again", steps
            if state in {"success", "failed"}:
                return state, steps
            time.sleep(0.2)
        pytest.fail(f"run {run_id} has not ended: {steps}")

    def get(self, path: str) -> dict[str, Any]:
        """Read from Airflow's REST API."""
        return self.airflow._call("GET", path)  # noqa: SLF001

    def log(self, task: str) -> str:
        """Give the logs of a task in all runs."""
        logs = self.home.glob(f"airflow/logs/dag_id=nightly/*/task_id={task}/**/attempt=*.log")
        return "\n".join(log.read_text(encoding="utf-8") for log in logs)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the published file, as any reader does."""
        with duckdb.connect(str(self.home / "warehouse" / "rasad.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()


def command(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", f"dags.run.{name}", *arguments]


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RASAD_", "AIRFLOW"))}
    return {**kept, "RASAD_HOME": str(home), **more}


def living(home: Path) -> list[str]:
    """Give the processes that still work in this home, by what the kernel says of their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"RASAD_HOME={home}".encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # it ended meanwhile, or is another user's
            continue
    return found


@pytest.fixture(scope="session")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    home = tmp_path_factory.mktemp("home")
    output = home / "up.txt"
    url = f"http://127.0.0.1:{(port := free_port())}"
    with output.open("wb") as stream:
        process = subprocess.Popen(
            command("up"),
            cwd=PROJECT,
            env=environment(
                home,
                RASAD_PORT=str(port),
                RASAD_INBOX=str(INBOX),
                AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME="0.2",
            ),
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while "Airflow is up" not in (text := output.read_text(encoding="utf-8")):
            assert process.poll() is None, text
            assert time.monotonic() < deadline, text
            time.sleep(0.2)
        airflow = Airflow(url)
        airflow.sign_in("admin", json.loads((home / "airflow" / "passwords.json").read_text())["admin"])
        yield Up(home=home, url=url, output=output, process=process, airflow=airflow)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert process.returncode == 130
    assert living(home) == []


def call(home: Path, name: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(name, *arguments),
        cwd=PROJECT,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )


@pytest.fixture(scope="session")
def demo(up: Up) -> str:
    """Give what the demo of one day says, run through the Airflow that is up."""
    done = call(up.home, "demo", DAY, RASAD_INBOX=str(INBOX))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
