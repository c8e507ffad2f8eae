"""What all tests share: the switch that rewrites golden answers, and who may run side by side."""

import os

import pytest

from tests.running import demo, outlets, up

__all__ = ["demo", "outlets", "up"]
AIRFLOW = ("tests/dags/", "tests/browser/")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite golden answers, then fail until run again."
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        msg = "--update-golden is refused where CI is set: answers are read by somebody first"
        raise pytest.UsageError(msg)


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a file's tests in one process; those that start Airflow, the longest, in one and first."""
    for item in items:
        file = item.nodeid.partition("::")[0]
        group = "airflow" if file.startswith(AIRFLOW) else file
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: not item.nodeid.startswith(AIRFLOW))
