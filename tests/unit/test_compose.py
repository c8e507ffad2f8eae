"""The compose file: pinned, guarded, healthy by its own word, and without a secret in it."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.settings import PROJECT

FILE = PROJECT / "docker-compose.yml"
EXAMPLE = PROJECT / ".env.example"
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]
ONCE = "init"
SECRET = re.compile(r"PASSWORD|SECRET|FERNET|CONN$")


def required() -> set[str]:
    return set(re.findall(r"\$\{([A-Z_]+):\?", FILE.read_text(encoding="utf-8")))


def test_it_has_the_parts_of_an_airflow() -> None:
    assert set(SERVICES) == {"postgres", ONCE, "api-server", "scheduler", "dag-processor", "triggerer"}
    assert SERVICES["scheduler"]["environment"]["AIRFLOW__CORE__EXECUTOR"] == "LocalExecutor"


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_pinned_and_says_whether_it_is_well(name: str) -> None:
    service = SERVICES[name]
    assert re.search(r":\d[\w.]*\.\d", service["image"]), service["image"]
    check = service["healthcheck"]
    assert check == {"disable": True} if name == ONCE else check["test"] and check["retries"]
    assert service["restart"] == ("no" if name == ONCE else "unless-stopped")


@pytest.mark.parametrize("name", SERVICES)
def test_no_secret_has_a_value_in_the_file(name: str) -> None:
    for variable, value in SERVICES[name]["environment"].items():
        if SECRET.search(variable):
            assert re.search(r"\$\{[A-Z_]+:\?", value), variable


def test_what_builds_the_image_is_pinned_and_takes_the_locked_packages() -> None:
    recipe = SERVICES["scheduler"]["build"]["dockerfile_inline"]
    assert re.search(r"^FROM python:3\.\d+\.\d+-", recipe, re.MULTILINE)
    version = re.search(
        r"^UV_VERSION := (\S+)", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version is not None
    assert f"uv=={version[1]}" in recipe
    assert "uv sync --frozen" in recipe


def test_no_port_is_open_to_other_machines() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_example_names_every_variable_that_is_required() -> None:
    given = set(re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert required() <= given
    assert "${" not in EXAMPLE.read_text(encoding="utf-8")


def compose() -> list[str]:
    """Give the command of what is installed: the plugin of docker, or the program of its own."""
    if shutil.which("docker"):
        done = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
        if done.returncode == 0:
            return ["docker", "compose"]
    return ["docker-compose"] if shutil.which("docker-compose") else []


def config(tmp_path: Path, text: str) -> subprocess.CompletedProcess[str]:
    if not (command := compose()):
        pytest.skip("docker compose is not installed")
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    (tmp_path / FILE.name).write_bytes(FILE.read_bytes())
    return subprocess.run(
        [*command, "config"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )


def test_docker_compose_takes_the_file(tmp_path: Path) -> None:
    done = config(tmp_path, "".join(f"{name}=x{number}\n" for number, name in enumerate(sorted(required()))))
    assert done.returncode == 0, done.stderr
    assert set(yaml.safe_load(done.stdout)["services"]) == set(SERVICES)


def test_docker_compose_refuses_an_empty_password(tmp_path: Path) -> None:
    done = config(tmp_path, "RASAD_USER=admin\n")
    assert done.returncode != 0
    assert "see .env.example" in done.stderr
