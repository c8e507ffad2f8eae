"""`make up`: Airflow with its UI, until Ctrl-C. The night runs at its hour for as long as it is up."""

import os
import sys
import time

from pydantic import ValidationError

from dags.run import environment
from dags.run.environment import BadSettingError, Place
from dags.run.launch import COMPONENTS, LOOPBACK, launch, wanted_port
from dags.run.processes import BusyError, ServiceError, own
from dags.run.rest import RestError
from etl.settings import Settings

_WATCH_SECONDS = 1.0
_STOPPED_BY_SIGNAL = frozenset({129, 130, 143})


def main() -> int:
    """Stay up until a signal comes; give the exit code."""
    try:
        settings = Settings()
        settings.inbox_dir.mkdir(parents=True, exist_ok=True)
        _stay(settings)
    except BusyError as busy:
        return _fail(_busy(busy))
    except (BadSettingError, ServiceError, RestError, ValidationError) as error:
        return _fail(f"Airflow is not up: {error}")
    except SystemExit as signal:
        if signal.code in _STOPPED_BY_SIGNAL:
            _say("Airflow is down; its state is kept.")
        raise
    return 1


def _stay(settings: Settings) -> None:
    folder = environment.airflow_folder(settings)
    host = os.environ.get("RASAD_HOST") or LOOPBACK
    with own(folder, command="up") as group:
        user, password = environment.credentials(folder, os.environ)
        place = Place(folder=folder, host=host, port=wanted_port(os.environ, host))
        group.write(host=host, port=place.port, user=user)
        variables = environment.variables(settings, place, user=user, nights=True)
        airflow = launch(group, place, tuple(COMPONENTS), variables, lambda step: _say(f"{step} …"))
        airflow.sign_in(user, password)
        _say(
            f"\nAirflow is up: {place.url}\n"
            f"  user      {user}\n"
            f"  password  {password}\n"
            f"  inbox     {settings.inbox_dir}\n"
            f"  logs      {folder / 'logs'}\n"
            f"The night runs at 02:00 {settings.timezone}. Ctrl-C stops Airflow."
        )
        while True:
            group.require_alive()
            time.sleep(_WATCH_SECONDS)


def _busy(busy: BusyError) -> str:
    owner = busy.owner
    if owner.get("command") == "up" and "port" in owner:
        return f"Airflow is up already: http://{owner['host']}:{owner['port']} (process {owner['pid']})"
    return f"Airflow's folder is {busy}, a demo; wait for its end"


def _fail(reason: str) -> int:
    print(reason, file=sys.stderr, flush=True)
    return 1


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
