"""What all tests share: the switch that rewrites golden answers, and who may run side by side."""

import os
import signal

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from tests.running import demo, outlets, up

__all__ = ["demo", "outlets", "up"]
AIRFLOW = ("tests/dags/", "tests/browser/")
"""Folders whose tests share an Airflow, in their order: the first of them count its runs."""

# A busy machine is no failure; and a change is tried on the texts that the one before it was tried on:
# new ones are looked for with --hypothesis-profile=search.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("search"), derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite golden answers, then fail until run again."
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        msg = "--update-golden is refused where CI is set: answers are read by somebody first"
        raise pytest.UsageError(msg)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell's background job ignores Ctrl-C, and so would all that the tests start and interrupt.
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with those that start Airflow: they take longest."""
    first = [*AIRFLOW, ""]
    items.sort(key=lambda item: [item.nodeid.startswith(each) for each in first].index(True))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Keep a file's tests in one process, and all that want Airflow in one: they share it."""
    config.option.loadscopereorder = False
    return _ByFile(config, log)


class _ByFile(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        return "airflow" if nodeid.startswith(AIRFLOW) else nodeid.partition("::")[0]
