"""One Airflow for all tests that want one, started by `make up`'s own command on an empty RASAD_HOME."""

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
from dags.run.rest import Airflow
from etl.settings import PROJECT
from tests.dags.sinks import Sinks, sinks
from tests.newsroom.local import LAST_DAY
from tests.newsroom.outlets import OUTLETS
from tests.newsroom.press import Press
from tests.newsroom.serve import serving

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
    sinks: Sinks

    def start(self, dag: str = "nightly", *, key: str | None = None, **params: object) -> str:
        """Start a run by hand; give its id."""
        body = {"logical_date": None, "partition_key": key, "conf": params}
        return str(self.call("POST", f"dags/{dag}/dagRuns", json=body)["dag_run_id"])

    def end(self, run_id: str, dag: str = "nightly") -> tuple[str, dict[str, list[dict[str, Any]]]]:
        """Wait for a run's end; give its state, and each task's rows. What would be tried again fails at once."""
        rows = f"dags/{dag}/dagRuns/{run_id}/taskInstances"
        deadline = time.monotonic() + RUN_SECONDS
        while time.monotonic() < deadline:
            state = self.get(f"dags/{dag}/dagRuns/{run_id}")["state"]
            steps: dict[str, list[dict[str, Any]]] = {}
            for row in self.get(f"{rows}?limit=200&order_by=map_index")["task_instances"]:
                steps.setdefault(row["task_id"], []).append(row)
                if row["state"] == "up_for_retry":
                    place = f"/{row['map_index']}" if row["map_index"] >= 0 else ""
                    self.call("PATCH", f"{rows}/{row['task_id']}{place}", json={"new_state": "failed"})
            if state in {"success", "failed"}:
                return state, steps
            time.sleep(0.4)
        pytest.fail(f"run {run_id} has not ended: {steps}")

    def run(
        self, dag: str = "nightly", *, key: str | None = None, **params: object
    ) -> tuple[str, dict[str, list[dict[str, Any]]]]:
        """Start a run by hand and wait for its end."""
        return self.end(self.start(dag, key=key, **params), dag)

    def call(self, method: str, path: str, **arguments: object) -> dict[str, Any]:
        """Call Airflow's REST API."""
        return self.airflow._call(method, path, **arguments)  # noqa: SLF001

    def get(self, path: str) -> dict[str, Any]:
        """Read from Airflow's REST API."""
        return self.call("GET", path)

    def log(self, task: str, dag: str = "nightly") -> str:
        """Give the logs of a task in all runs."""
        logs = self.home.glob(f"airflow/logs/dag_id={dag}/*/task_id={task}/**/attempt=*.log")
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
def outlets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The newsroom on free ports; gives the folder of its source files."""
    folder = tmp_path_factory.mktemp("sources")
    with serving(Press(LAST_DAY)) as newsroom:
        for each in OUTLETS:
            chosen = f"next(each for each in OUTLETS if each.outlet_id == {each.outlet_id!r})"
            text = f"from tests.newsroom.outlets import OUTLETS\n\nSOURCE = {chosen}.spec({newsroom.roots[each.outlet_id]!r})\n"
            (folder / f"{each.outlet_id}.py").write_text(text, encoding="utf-8")
        yield folder


@pytest.fixture(scope="session")
def up(tmp_path_factory: pytest.TempPathFactory, outlets: Path) -> Iterator[Up]:
    with sinks() as kept:
        yield from _up(tmp_path_factory.mktemp("home"), outlets, kept)


def _up(home: Path, outlets: Path, kept: Sinks) -> Iterator[Up]:
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
                RASAD_SOURCES='["inbox"]',
                RASAD_SOURCES_DIR=str(outlets),
                RASAD_CONTACT="https://example.org/rasad-tests",
                RASAD_WEB_ALLOW='["127.0.0.1"]',
                RASAD_NOTIFY='["rasad_hook", "rasad_mail"]',
                **kept.connections,
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
        yield Up(home=home, url=url, output=output, process=process, airflow=airflow, sinks=kept)
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
