"""From an owned folder to an Airflow that answers: prepared, started, waited for."""

import os
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import closing

from dags.run.environment import BadSettingError, Place
from dags.run.processes import Group, ServiceError
from dags.run.rest import Airflow

LOOPBACK = "127.0.0.1"
_PREPARE_SECONDS = 600.0
_START_SECONDS = 300.0

# Logs are read from the folder that all processes share, so no component serves its own on a port.
COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "api-server": ("airflow", "api-server"),
    "scheduler": ("dags.run.airflow_scheduler", "scheduler", "--skip-serve-logs"),
    "dag-processor": ("airflow", "dag-processor"),
    "triggerer": ("airflow", "triggerer", "--skip-serve-logs"),
}


def free_port() -> int:
    """Give a port of the loopback address that nobody has at this moment."""
    with closing(socket.socket()) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def wanted_port(environment: Mapping[str, str], host: str) -> int:
    """Give the port that RASAD_PORT names, 8080 if none.

    Raises:
        BadSettingError: it is no port, or it is taken.
    """
    text = environment.get("RASAD_PORT") or "8080"
    if not (text.isascii() and text.isdecimal() and 0 < (port := int(text)) < 65536):  # noqa: PLR2004
        msg = f"RASAD_PORT={text!r} is no port; give a number from 1 to 65535"
        raise BadSettingError(msg)
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with closing(socket.socket(family, kind, protocol)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
            probe.bind(address)
    except OSError as error:
        msg = f"Airflow cannot listen on {host} port {port}: {os.strerror(error.errno or 0)}. "
        msg += f"Give another one, such as: make up RASAD_PORT={port % 65535 + 1}"
        raise BadSettingError(msg) from error
    return port


def launch(
    group: Group,
    place: Place,
    components: tuple[str, ...],
    environment: Mapping[str, str],
    say: Callable[[str], None],
) -> Airflow:
    """Prepare the database, start these components and wait until all of them work.

    Raises:
        ServiceError: one of them failed, or it took too long; with the end of its log.
    """
    say("preparing Airflow's database")
    group.start("prepare", "dags.run.prepare", environment=environment)
    group.finish("prepare", _PREPARE_SECONDS)
    say("starting Airflow")
    for name in components:
        group.start(name, *COMPONENTS[name], environment=environment)
    airflow = Airflow(place.url)
    deadline = time.monotonic() + _START_SECONDS
    while not (airflow.answers() and _healthy(airflow, components)):
        group.require_alive()
        if time.monotonic() > deadline:
            msg = f"Airflow did not answer within {_START_SECONDS:.0f} s; its logs: {group.log('*')}"
            raise ServiceError(msg)
        time.sleep(0.2)
    return airflow


def _healthy(airflow: Airflow, components: tuple[str, ...]) -> bool:
    """Whether the scheduler and its kin have beaten; `api-server` has answered already."""
    health = airflow.health()
    return all(health.get(name.replace("-", "_")) == "healthy" for name in components if name != "api-server")
