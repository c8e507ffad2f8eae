"""What all tests share: the switch that rewrites golden answers."""

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite golden answers, then fail until run again."
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        msg = "--update-golden is refused where CI is set: answers are read by somebody first"
        raise pytest.UsageError(msg)
