"""Airflow's scheduler, with the libraries of our tasks loaded before it forks its workers.

LocalExecutor forks a worker, and that one forks each task: what the scheduler has imported, no task imports
again. Of the 1.6 s of processor time that `import etl.pipeline` takes, 1.35 s are these libraries. Our own
code is left out, so that a change of it is in the next task without a restart, as people expect of Airflow.

It begins when the API server answers: a task that finds none is given up and waits a minute for its next start.
"""

import importlib
import os
import sys
import time
from contextlib import suppress

import requests
from airflow.__main__ import main

_WAIT_SECONDS = 240.0

PRELOADED = (
    "ahocorasick_rs",
    "bs4",
    "duckdb",
    "fastfeedparser",
    "fastwarc.warc",
    "feedparser",
    "hijridate",
    "lxml.html",
    "numpy",
    "protego",
    "pyarabic.araby",
    "pyarrow.parquet",
    "pydantic_settings",
    "requests",
    "rich.console",
    "rich.table",
    "selectolax.lexbor",
    "warcio",
)


def wait_for(url: str) -> None:
    """Wait until the part of the API server that serves tasks answers, or is too late to be waited for."""
    deadline = time.monotonic() + _WAIT_SECONDS
    with requests.Session() as session:
        session.trust_env = False
        while time.monotonic() < deadline:
            with suppress(requests.RequestException):
                if session.get(f"{url.rstrip('/')}/health", timeout=60).ok:
                    return
            time.sleep(0.2)


if __name__ == "__main__":
    for name in (*PRELOADED, "airflow.jobs.scheduler_job_runner", "airflow.executors.local_executor"):
        importlib.import_module(name)
    wait_for(os.environ["AIRFLOW__CORE__EXECUTION_API_SERVER_URL"])
    sys.argv[0] = "airflow"
    main()  # type: ignore[no-untyped-call]
