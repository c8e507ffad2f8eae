"""The commands behind `make up` and `make demo`."""

import json
import os
import socket
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest
import requests

from dags.run.processes import BusyError, own
from tests.running import DAY, Up, call


def test_up_prints_a_user_and_a_password_that_work(up: Up) -> None:
    lines = up.output.read_text(encoding="utf-8").split()
    user, password = (lines[lines.index(word) + 1] for word in ("user", "password"))
    answer = requests.post(f"{up.url}/auth/token", json={"username": user, "password": password}, timeout=30)
    assert answer.status_code == 201
    assert requests.get(f"{up.url}/api/v2/dags", timeout=30).status_code == 401


def test_secrets_are_readable_by_their_owner_alone(up: Up) -> None:
    for name in ("passwords.json", "keys.json", "owner.json"):
        assert stat.S_IMODE((up.home / "airflow" / name).stat().st_mode) == 0o600, name


def test_every_component_is_healthy(up: Up) -> None:
    assert set(up.airflow.health().values()) == {"healthy"}


def test_a_second_up_names_the_first(up: Up) -> None:
    second = call(up.home, "up")
    assert second.returncode == 1
    assert f"Airflow is up already: {up.url}" in second.stderr


def test_the_demo_runs_a_day_and_tells_what_was_loaded(up: Up, demo: str) -> None:
    for word in ("collect inbox", "publish", "verdict", "SELECT", "make up", "rasad sql"):
        assert word in demo
    assert len(demo.splitlines()) < 150
    with sqlite3.connect(f"file:{up.home}/airflow/airflow.db?mode=ro", uri=True) as database:
        runs = database.execute(
            "SELECT state, partition_key FROM dag_run WHERE run_id LIKE 'demo\\_\\_2026-03-14%' ESCAPE '\\'"
        ).fetchall()
    assert runs == [("success", DAY)]


def test_a_demo_that_fails_shows_the_task_the_error_and_the_log(up: Up) -> None:
    demo = call(up.home, "demo", "2026-03-16", RASAD_SOURCES='["nowhere"]')
    assert demo.returncode == 1
    assert "task sources: AirflowFailException" in demo.stderr
    assert "nowhere" in demo.stderr
    log = Path(demo.stderr.rpartition("whole log: ")[2].strip())
    assert "nowhere" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "more", "message"),
    [
        (("14 March",), {}, "'14 March' is no date"),
        (("2026-03-14", "2026-03-15"), {}, "one news day"),
        ((), {"RASAD_INBOX": "/nowhere/at/all"}, "RASAD_INBOX=/nowhere/at/all is no folder"),
        ((), {"RASAD_TIMEZONE": "Mars"}, "no IANA time zone"),
    ],
)
def test_the_demo_refuses_what_cannot_work(
    tmp_path: Path, arguments: tuple[str, ...], more: dict[str, str], message: str
) -> None:
    demo = call(tmp_path, "demo", *arguments, **more)
    assert (demo.returncode, message in demo.stderr) == (1, True), demo.stderr
    assert "Traceback" not in demo.stderr


def test_a_taken_port_is_named_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        second = call(tmp_path, "up", RASAD_PORT=str(port))
    assert second.returncode == 1
    assert f"port {port}: Address already in use" in second.stderr
    assert not (tmp_path / "airflow" / "airflow.db").exists()


@pytest.mark.parametrize("more", [{"RASAD_PORT": "http"}, {"RASAD_PORT": "70000"}, {"RASAD_USER": "a:b"}])
def test_up_refuses_a_setting_that_cannot_work(tmp_path: Path, more: dict[str, str]) -> None:
    second = call(tmp_path, "up", **more)
    assert second.returncode == 1
    assert next(iter(more)) in second.stderr
    assert "Traceback" not in second.stderr


def test_a_folder_has_one_owner_and_the_lock_goes_with_it(tmp_path: Path) -> None:
    with own(tmp_path, command="demo"):
        assert json.loads((tmp_path / "owner.json").read_text())["command"] == "demo"
        with pytest.raises(BusyError) as busy, own(tmp_path):
            pass
        assert busy.value.owner["command"] == "demo"
    with own(tmp_path):
        pass


def test_a_note_cut_short_by_a_kill_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "owner.json").write_text('{"pid": 1, "sess')
    with own(tmp_path):
        assert "sessions" in json.loads((tmp_path / "owner.json").read_text())


def test_what_a_killed_owner_left_behind_is_ended(tmp_path: Path) -> None:
    orphan = subprocess.Popen(["sh", "-c", "sleep 300; : airflow"], start_new_session=True)
    (tmp_path / "owner.json").write_text(json.dumps({"pid": 1, "sessions": [orphan.pid]}))
    with own(tmp_path):
        orphan.wait(30)  # it is ended already; what is left is this process's to take away
        with pytest.raises(ProcessLookupError):
            os.kill(orphan.pid, 0)
