"""Settings to the environment of every Airflow process. The only place that names an AIRFLOW__ variable.

Airflow reads its configuration when it is first imported, so these variables are given to child processes
and this module imports nothing of Airflow.
"""

import json
import os
import re
import secrets
import string
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.settings import PROJECT, Settings

DAG_ID = "nightly"
WRITER_POOL = "warehouse"
DEMO_PREFIX = "demo__"
DEFAULT_USER = "admin"

_USER = re.compile(r"[A-Za-z0-9_.@-]{1,64}")
_PASSWORD_LENGTH = 20


class BadSettingError(Exception):
    """A variable that the operator has set to something that cannot work; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one embedded Airflow keeps its files, and the address that it answers on."""

    folder: Path
    host: str
    port: int

    @property
    def url(self) -> str:
        """The address for a process on the same machine; a wildcard host answers on loopback too."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 - compared, not bound
        return f"http://{host}:{self.port}"

    @property
    def passwords(self) -> Path:
        """User names to passwords, as Airflow's simple auth manager reads them."""
        return self.folder / "passwords.json"


def airflow_folder(settings: Settings) -> Path:
    """Give the folder of the embedded Airflow, made if it is not there."""
    folder = settings.home / "airflow"
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    return folder


def credentials(folder: Path, environment: Mapping[str, str]) -> tuple[str, str]:
    """Give the user and the password of the UI: from RASAD_USER and RASAD_PASSWORD, else kept or made up.

    A password is made up once and kept in a file that only its owner can read, so that a restart does not
    change it.

    Raises:
        BadSettingError: RASAD_USER holds a character that Airflow's list of users splits on.
    """
    user = environment.get("RASAD_USER") or DEFAULT_USER
    if not _USER.fullmatch(user):
        msg = f"RASAD_USER={user!r}: use up to 64 letters, digits and . _ @ -"
        raise BadSettingError(msg)
    file = folder / "passwords.json"
    known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    password = environment.get("RASAD_PASSWORD") or known.get(user) or _random_password()
    if known.get(user) != password:
        write_private(file, json.dumps({**known, user: password}))
    return user, password


def variables(settings: Settings, place: Place, *, user: str, nights: bool) -> dict[str, str]:
    """Give the whole environment of an Airflow process.

    `nights` False keeps the scheduler from starting scheduled runs beside the one that is asked for, and
    makes it look for work more often than the quiet of a long-lived Airflow needs.
    """
    own = {
        **_fixed(place, user),
        "AIRFLOW__SCHEDULER__USE_JOB_SCHEDULE": str(nights),
        # A finished task keeps its worker until the next heartbeat is due, 5 s by default: the last socket
        # closes a moment before the process ends, and the supervisor then sleeps for the whole interval.
        "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1",
        "RASAD_HOME": str(settings.home),
        "RASAD_INBOX": str(settings.inbox_dir),
        "RASAD_TIMEZONE": settings.timezone,
        "RASAD_SOURCES": json.dumps(settings.sources),
        "RASAD_SOURCES_DIR": str(settings.sources_dir or ""),
        "RASAD_CONTACT": settings.contact,
        "RASAD_NOTIFY": json.dumps(settings.notify),
        "RASAD_WEB_ALLOW": json.dumps(settings.web_allow),
        "PYTHONUNBUFFERED": "1",
    }
    if not nights:
        own["AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME"] = "0.2"
    # A proxy of the machine would get the calls of the tasks to their own API server.
    local = ",".join(filter(None, (os.environ.get("NO_PROXY"), "127.0.0.1,localhost,::1", place.host)))
    return {**os.environ, **own, "NO_PROXY": local, "no_proxy": local}


def _fixed(place: Place, user: str) -> dict[str, str]:
    """Give what is the same for a demo and for an Airflow that stays up."""
    keys = _keys(place.folder / "keys.json")
    return {
        "AIRFLOW_HOME": str(place.folder),
        "AIRFLOW_CONFIG": str(place.folder / "airflow.cfg"),
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        # LocalExecutor forks all its workers at once; more than this only costs memory.
        "AIRFLOW__CORE__PARALLELISM": str(max(4, 2 * (os.cpu_count() or 1))),
        "AIRFLOW__CORE__FERNET_KEY": keys["fernet"],
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{place.url}/execution/",
        "AIRFLOW__CORE__AUTH_MANAGER": (
            "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager"
        ),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{user}:admin",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(place.passwords),
        # SQLite waits 5 s for a lock by default; a loaded machine holds one for longer.
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{place.folder / 'airflow.db'}?timeout=60",
        "AIRFLOW__API__HOST": place.host,
        "AIRFLOW__API__PORT": str(place.port),
        "AIRFLOW__API__BASE_URL": place.url,
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__API__SECRET_KEY": keys["session"],
        "AIRFLOW__API_AUTH__JWT_SECRET": keys["jwt"],
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(place.folder / "logs"),
        "AIRFLOW__LOGGING__COLORED_CONSOLE_LOG": "False",
    }


def write_private(file: Path, text: str) -> None:
    """Write a file whole and readable by its owner alone, under its name only when it is complete."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(text)
    part.replace(file)


def _keys(file: Path) -> dict[str, str]:
    """Keys that all processes must share and that must outlive a restart, or every login would end."""
    if not file.exists():
        made = {
            "fernet": urlsafe_b64encode(secrets.token_bytes(32)).decode(),
            "session": secrets.token_urlsafe(48),
            "jwt": secrets.token_urlsafe(64),
        }
        write_private(file, json.dumps(made))
    keys: dict[str, str] = json.loads(file.read_text())
    return keys


def _random_password() -> str:
    alphabet = string.ascii_letters + string.digits
    return "".join(secrets.choice(alphabet) for _ in range(_PASSWORD_LENGTH))
