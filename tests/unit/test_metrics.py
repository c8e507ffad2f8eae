"""Metrics, traces and lineage arrive where docker-compose.yml and the switches of README.md send them.

No Airflow is started: a process with the compose file's environment counts, traces and emits as its parts do.
"""

import json
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from etl.settings import PROJECT

_OURS = ("AIRFLOW__METRICS__", "AIRFLOW__TRACES__", "AIRFLOW__OPENLINEAGE__", "OTEL_")
# As the scheduler begins, in Airflow's SchedulerJobRunner.
_COUNT = """
from airflow._shared.observability.metrics import stats
from airflow.observability.metrics import stats_utils
from opentelemetry import trace

stats.initialize(factory=stats_utils.get_stats_factory(), export_legacy_names=True)
stats.incr("job_start", tags={"job_type": "SchedulerJob"})
trace.get_tracer("rasad").start_span("dag_run.nightly").end()
"""
_EMIT = """
from datetime import UTC, datetime
from airflow.providers.openlineage.plugins.adapter import OpenLineageAdapter

now = datetime.now(UTC)
OpenLineageAdapter().dag_started(
    dag_id="nightly", run_id="by hand", logical_date=now, start_date=now, nominal_start_time=None,
    nominal_end_time=None, owners=["newsroom"], tags=[], run_facets={}, clear_number=0, job_description=None,
    is_asset_triggered=False,
)
"""


class Collector(BaseHTTPRequestHandler):
    """Keeps the names of what it is sent by OTLP over HTTP."""

    kept: dict[str, set[str]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        names = self.kept.setdefault(self.path, set())
        if self.path == "/v1/metrics":
            for data in ExportMetricsServiceRequest.FromString(body).resource_metrics:
                names.update(metric.name for scope in data.scope_metrics for metric in scope.metrics)
        else:
            for spans in ExportTraceServiceRequest.FromString(body).resource_spans:
                names.update(span.name for scope in spans.scope_spans for span in scope.spans)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def collecting() -> Iterator[tuple[int, dict[str, set[str]]]]:
    kept: dict[str, set[str]] = {}
    handler = type("KeptCollector", (Collector,), {"kept": kept})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, kept
        server.shutdown()


def composed(**switches: str) -> dict[str, str]:
    """Give what the compose file says of metrics and lineage where .env has these switches."""
    content = yaml.safe_load((PROJECT / "docker-compose.yml").read_text(encoding="utf-8"))
    said: dict[str, str] = content["services"]["scheduler"]["environment"]
    known = {name: text for name, text in said.items() if name.startswith(_OURS)}
    assert all(any(f"${{{switch}:-" in text for text in known.values()) for switch in switches)
    return {
        name: re.sub(r"\$\{(\w+):-([^}]*)\}", lambda found: switches.get(found[1]) or found[2], text)
        for name, text in known.items()
    }


def run(tmp_path: Path, code: str, said: dict[str, str]) -> None:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("AIRFLOW", "OTEL_"))}
    quiet = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **quiet, "AIRFLOW_HOME": str(tmp_path), **said},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_opentelemetry_has_metrics_and_traces_on_one_port(tmp_path: Path) -> None:
    with collecting() as (port, kept):
        run(
            tmp_path,
            _COUNT,
            composed(OTEL_ON="True", OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{port}"),
        )
    assert "rasad.job_start" in kept["/v1/metrics"]
    assert kept["/v1/traces"] == {"dag_run.nightly"}


def test_statsd_has_metrics(tmp_path: Path) -> None:
    pytest.importorskip("statsd", reason="StatsD is of the group production")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sink:
        sink.bind(("127.0.0.1", 0))
        sink.settimeout(5)
        port = str(sink.getsockname()[1])
        run(tmp_path, _COUNT, composed(STATSD_ON="True", STATSD_HOST="127.0.0.1", STATSD_PORT=port))
        # Silence ends the test, as a time-out: what is counted has been sent by now.
        while sink.recv(1024) != b"rasad.job_start:1|c":
            pass


def test_lineage_goes_where_the_transport_says(tmp_path: Path) -> None:
    pytest.importorskip("openlineage", reason="OpenLineage is of the group production")
    file = tmp_path / "lineage.json"
    transport = json.dumps({"type": "file", "log_file_path": str(file), "append": True})
    run(tmp_path, _EMIT, composed(OPENLINEAGE_DISABLED="False", OPENLINEAGE_TRANSPORT=transport))
    event = json.loads(file.read_text(encoding="utf-8"))
    assert (event["eventType"], event["job"]["namespace"], event["job"]["name"]) == (
        "START",
        "rasad",
        "nightly",
    )
