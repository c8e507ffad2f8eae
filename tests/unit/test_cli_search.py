"""`rasad search` and `rasad export` as a user meets them."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import Result
from typer.testing import CliRunner

from etl import pipeline
from etl.cli import app
from etl.settings import Settings
from tests.unit.test_pipeline import TEXT, TITLE


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    settings = Settings(home=folder, quiet_seconds=0)
    settings.inbox_dir.mkdir()
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.run(settings, date(2026, 3, 14))
    return folder


def rasad(*args: str, home: Path) -> Result:
    environment = {"RASAD_HOME": str(home), "COLUMNS": "60"}
    return CliRunner(env=environment).invoke(app, args, prog_name="rasad")


def rasad_apart(*args: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "RASAD_HOME": str(home), "COLUMNS": "60"}
    command = [sys.executable, "-m", "etl.cli", *args]
    return subprocess.run(command, capture_output=True, check=False, env=environment, encoding="utf-8")


def test_a_hit_is_printed_from_right_to_left_with_its_marks(home: Path) -> None:
    word = TITLE.split()[0]
    done = rasad_apart("search", word, home=home)
    assert done.returncode == 0, done.stderr
    shown = [line for line in done.stdout.splitlines() if "\N{RIGHT-TO-LEFT ISOLATE}" in line]
    assert shown
    assert all(
        line.count("\N{RIGHT-TO-LEFT ISOLATE}") == line.count("\N{POP DIRECTIONAL ISOLATE}") == 1
        for line in shown
    )
    assert done.stdout.startswith("1. ")


def test_json_holds_the_hit(home: Path) -> None:
    done = rasad("search", TITLE.split()[0], "--json", "--limit", "1", "--from", "2020-01-01", home=home)
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == [TITLE]


def test_nothing_found_is_one_and_a_line_on_standard_error(home: Path) -> None:
    for args in (
        ("غواصة",),
        (TITLE.split()[0], "--to", "2020-01-01"),
        (TITLE.split()[0], "--source", "nobody"),
    ):
        done = rasad("search", *args, home=home)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("rasad: nothing is found")


def test_wrong_usage_is_two(home: Path) -> None:
    assert rasad("search", "x", "--from", "yesterday", home=home).exit_code == 2


def test_export_writes_every_table_whole(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out's"
    for _ in range(2):
        done = rasad("export", str(folder), home=home)
        assert done.exit_code == 0, done.stderr
    names = {line.split("\t")[0] for line in done.stdout.splitlines()}
    assert {"fact_article", "search_posting", "dim_source"} <= names
    assert {each.name for each in folder.iterdir()} == {f"{name}.parquet" for name in names}
    assert pq.read_table(folder / "fact_article.parquet").num_rows == 1
    assert rasad("export", "/dev/null/x", home=home).exit_code == 1
