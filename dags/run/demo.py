"""`make demo`: one news day through Airflow, from documents on disk and outlets' pages to answers of SQL.

Airflow is started for this one run and ended after it; where it is up already, the run goes through that one.
The outlets are a newsroom of invented articles on this machine, so that no site is asked in anybody's name.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import requests
from pydantic import ValidationError

from dags.run import environment
from dags.run.environment import BadSettingError, Place
from dags.run.launch import LOOPBACK, free_port, launch
from dags.run.processes import BusyError, Group, ServiceError, own, tail
from dags.run.rest import Airflow, RestError, Step
from etl.settings import PROJECT, Settings

SAMPLE_INBOX = PROJECT / "tests" / "newsroom" / "inbox"

_CONTACT = "https://example.org/rasad-demo"
_NEWSROOM_SECONDS = 30.0
_POLL_SECONDS = 0.3
_RESULT_WIDTH = 78
_ACTIVE = frozenset({"scheduled", "queued", "running", "restarting", "deferred", "up_for_reschedule"})
_ENDED = frozenset({"success", "failed"})
_BROKEN = frozenset({"failed", "up_for_retry"})
_WORDS = {"up_for_retry": "failed", "upstream_failed": "not run", "success": "done"}


class RunFailedError(Exception):
    """A task of the run failed; the message names it, its error and its log."""


def main() -> int:
    """Run the demo; give the exit code."""
    try:
        settings = _settings()
        day = _day(settings, sys.argv[1:])
        with_newsroom = _with_newsroom(settings, day)
        _say(f"Rasad loads news day {day} from {settings.inbox_dir}")
        with _airflow(settings, with_newsroom) as (airflow, require_alive, chosen):
            _run(airflow, chosen, day, require_alive)
        _report(settings, day)
    except (BadSettingError, BusyError, ServiceError, RestError, RunFailedError, ValidationError) as error:
        return _fail(str(error))
    except requests.RequestException as error:
        return _fail(f"Airflow no longer answers: {error}")
    except KeyboardInterrupt:
        return 130
    return 0


def _settings() -> Settings:
    """Read the settings; without RASAD_INBOX, the documents that ship with the project."""
    settings = Settings()
    if settings.inbox is None:
        settings = settings.model_copy(update={"inbox": SAMPLE_INBOX})
    if not settings.inbox_dir.is_dir():
        msg = f"RASAD_INBOX={settings.inbox_dir} is no folder"
        raise BadSettingError(msg)
    return settings


def _day(settings: Settings, arguments: list[str]) -> date:
    """Give the news day: the one argument, or yesterday as a night would."""
    match arguments:
        case []:
            return datetime.now(settings.zone).date() - timedelta(days=1)
        case [text]:
            try:
                return date.fromisoformat(text)
            except ValueError as error:
                msg = f"news day {text!r} is no date; write it as 2026-11-21"
                raise BadSettingError(msg) from error
        case _:
            msg = f"one news day is wanted, not {' '.join(arguments)}"
            raise BadSettingError(msg)


def _with_newsroom(settings: Settings, day: date) -> Settings | None:
    """Give the settings by which the local newsroom is crawled too; None where the operator chose what runs."""
    if settings.inbox_dir != SAMPLE_INBOX or settings.sources:
        return None
    from tests.newsroom import local

    outlets = local.outlets_with_news(day, settings.zone)
    if not outlets:
        _say(f"The local newsroom has news from {local.first_day()} to {local.LAST_DAY}, none on {day}")
        return None
    return settings.model_copy(
        update={
            "sources": ("inbox", *outlets),
            "sources_dir": local.SOURCES_DIR,
            "contact": settings.contact or _CONTACT,
            "web_allow": (*settings.web_allow, LOOPBACK),
        }
    )


def _serve(group: Group, variables: Mapping[str, str]) -> None:
    """Start the newsroom in a process of the group, which ends with it.

    Raises:
        BadSettingError: one of its ports is taken. They are fixed: an article's address is its identity.
    """
    from tests.newsroom import local

    if taken := next(local.taken_ports(), None):
        msg = f"the local newsroom needs the ports {local.ports().start} to {local.ports().stop - 1} of "
        msg += f"{LOOPBACK}, and {taken} is taken; end its owner, or load documents alone: "
        msg += f"make demo RASAD_INBOX={SAMPLE_INBOX.relative_to(PROJECT)}"
        raise BadSettingError(msg)
    port, day = str(local.FIRST_PORT), str(local.LAST_DAY)
    group.start("newsroom", "tests.newsroom.serve", "--port", port, "--day", day, environment=variables)
    deadline = time.monotonic() + _NEWSROOM_SECONDS
    while not local.is_serving():
        group.require_alive()
        if time.monotonic() > deadline:
            msg = f"the local newsroom did not answer within {_NEWSROOM_SECONDS:.0f} s:\n{tail(group.log('newsroom'))}"
            raise ServiceError(msg)
        time.sleep(0.1)


@contextmanager
def _airflow(
    settings: Settings, with_newsroom: Settings | None
) -> Iterator[tuple[Airflow, Callable[[], None], Settings]]:
    """Give an Airflow to run in, a function that fails when it is gone, and the settings that it runs with."""
    folder = environment.airflow_folder(settings)
    try:
        with own(folder, command="demo") as group:
            user, password = environment.credentials(folder, os.environ)
            place = Place(folder=folder, host=LOOPBACK, port=free_port())
            chosen = with_newsroom or settings
            variables = environment.variables(chosen, place, user=user, nights=False)
            if with_newsroom:
                _say(f"  and from {len(chosen.sources) - 1} outlets of the newsroom that this machine serves")
                _serve(group, variables)
            _say(f"  Airflow's logs: {folder / 'logs'}")
            airflow = launch(
                group, place, ("api-server", "scheduler"), variables, lambda step: _say(f"  {step}")
            )
            airflow.sign_in(user, password)
            yield airflow, group.require_alive, chosen
            _say("  stopping Airflow")
    except BusyError as busy:
        if busy.owner.get("command") != "up":
            raise
        place = Place(folder=folder, host=busy.owner["host"], port=busy.owner["port"])
        _say(f"  Airflow is up at {place.url}: the run goes through it")
        if with_newsroom:
            _say("  that one does not know the newsroom, so the documents alone are loaded")
            settings = settings.model_copy(update={"sources": ("inbox",)})
        airflow = Airflow(place.url)
        user = busy.owner["user"]
        airflow.sign_in(user, json.loads(place.passwords.read_text())[user])
        yield airflow, lambda: None, settings


def _run(airflow: Airflow, settings: Settings, day: date, require_alive: Callable[[], None]) -> None:
    """Run the day to its end, a line for each task that ends.

    Raises:
        RunFailedError: a task failed. A task that would be tried again counts: the pauses between tries
            are made for nights.
    """
    conf: dict[str, Any] = {"inbox": str(settings.inbox_dir), "sources": list(settings.sources) or None}
    paused = airflow.set_paused(paused=False)
    run_id = airflow.trigger(day, conf)
    _say(f"  run {run_id}")
    state = "queued"
    try:
        state, steps = _follow(airflow, run_id, require_alive)
    finally:
        if state not in _ENDED and not isinstance(sys.exc_info()[1], ServiceError):
            airflow.end_run(run_id)
        if paused:
            airflow.set_paused(paused=True)
    if state != "success":
        folder = environment.airflow_folder(settings)
        raise RunFailedError(_failures(folder, run_id, steps))


def _follow(airflow: Airflow, run_id: str, require_alive: Callable[[], None]) -> tuple[str, list[Step]]:
    """Tell of each task as it ends; give the run's state and tasks when nothing more will happen soon."""
    told: set[tuple[str, int]] = set()
    while True:
        state = airflow.run_state(run_id)
        steps = list(airflow.steps(run_id))
        for step in steps:
            key = (step.task, step.map_index)
            if step.state not in _ACTIVE | {"skipped"} and key not in told:
                told.add(key)
                _say(f"    {_line(step, airflow.result(run_id, step))}")
        states = {step.state for step in steps}
        if state in _ENDED or ("up_for_retry" in states and not states & _ACTIVE):
            return state, steps
        require_alive()
        time.sleep(_POLL_SECONDS)


def _line(step: Step, result: object) -> str:
    name = " ".join(filter(None, (step.task.removeprefix("source."), step.label)))
    time_taken = "" if step.seconds is None else f"{step.seconds:.1f} s"
    return f"{name:<18}{_WORDS.get(step.state, step.state):<9}{time_taken:>7}  {_short(result)}".rstrip()


def _short(result: object) -> str:
    """Give a task's result on what is left of a line."""
    if isinstance(result, dict):
        result = [f"{name} {value}" for name, value in result.items() if value]
    text = ", ".join(map(str, result)) if isinstance(result, list) else ""
    return text if len(text) <= _RESULT_WIDTH else f"{text[: _RESULT_WIDTH - 2]} …"


def _failures(folder: Path, run_id: str, steps: list[Step]) -> str:
    """Name each task that broke, with its error and its log; not what only followed from it."""
    lines = []
    for step in steps:
        if step.state in _BROKEN and step.task != "verdict":
            log = _task_log(folder, run_id, step)
            lines.append(f"task {step.task} {step.label}".rstrip() + f": {_error(log)}\n  whole log: {log}")
    return "\n".join(lines) or f"run {run_id} ended without success; see its page in Airflow's UI (make up)"


def _task_log(folder: Path, run_id: str, step: Step) -> Path:
    """Give the file of one attempt, as Airflow's `log_filename_template` lays it out."""
    path = folder / "logs" / f"dag_id={environment.DAG_ID}" / f"run_id={run_id}" / f"task_id={step.task}"
    if step.map_index >= 0:
        path /= f"map_index={step.map_index}"
    return path / f"attempt={step.attempt}.log"


def _error(log: Path) -> str:
    """Give the last exception of a task's log, whose lines are JSON."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    for line in reversed(lines):
        if '"error_detail"' in line:
            first = json.loads(line)["error_detail"][0]
            return f"{first['exc_type']}: {first['exc_value']}"
    return "no error in its log"


def _report(settings: Settings, day: date) -> None:
    from etl import pipeline

    _say(f"\n{pipeline.summary(settings, day)}\n")
    _say("Next")
    _say("  make up               Airflow's UI, where this run is under the DAG nightly")
    _say(f"  .venv/bin/rasad sql   a SQL shell on {settings.published_file}")


def _fail(reason: str) -> int:
    print(f"\nThe demo failed: {reason}", file=sys.stderr, flush=True)
    return 1


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
